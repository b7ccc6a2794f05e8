"""What a page says beyond itself: to feed readers, search engines, people who cite it, and programs that load all of it.

page_meta        gathers what stands in a page's head and in its part on citing
feeds            Atom and JSON Feed of the site, each kind and each term
structured       schema.org as JSON-LD; dublin_core the same as meta names
social_cards     the picture for a shared link, set by lettering; qr_code for the printed sheet
citing           plain text, BibTeX and RIS
package          the data sets as one package, with schemas and places (GeoJSON)
markdown_copies  each entry as Markdown, and llms.txt
redirects        old and short addresses; sitemap what search engines should know
"""

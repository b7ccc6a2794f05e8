"""The formats in which the hub is published in addition to its pages.

publication          what all of them state alike: language, licences, dates, links
page_meta            metadata in the head of a page: Dublin Core, and what the modules below give
feeds                which feeds there are, their items, as Atom and as JSON Feed
json_ld              schema.org
social_cards         the picture for shared links, drawn by card_drawing and card_text; qr_code for printed pages
citing               plain text, BibTeX and RIS
data_package         the open data: tables (CSV, JSON, GeoJSON) and their schemas
markdown_copies      each entry as Markdown, and llms.txt
shortlist_facts      scripts with the facts that the shortlist compares
redirects, sitemap   old and short addresses; sitemap.xml and robots.txt
"""

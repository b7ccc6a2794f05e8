"""One file -> its content, each step a module:

files                            lists folders and opens files: ordinary ones alone
text_file                        a file's bytes as text; problems for what cannot be read or seen
front_matter, yaml_composer      its facts, each with its line; `yaml_slips`: what was meant otherwise
yaml_messages                    what to tell an editor about a mistake in YAML
validation, failures             the facts against their record; what it refused
validation_messages              what to tell an editor about each failure; `unknown_fields`: about a field that is none
markdown                         its text, parsed once as GitHub reads it: events, each with its place
bare_addresses                   the addresses in it that have no marks
html_writer, article             the events as HTML; as safe HTML with headings, links, footnotes and words
links, glossary_links            where a link leads; the first use of glossary words
refusals, foreign_marks          problems for what a text may not have; the marks of other systems
prose                            the events as passages, links and words for the rules
documents, data_files            Markdown files as documents, data files as records
svg_shapes, svg_paths            the flat shapes of a drawing, for pictures that are drawn without a browser
references, unknown_ids          which fields hold ids of what; what to tell an editor about one that nothing has
"""

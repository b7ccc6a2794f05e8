"""One file -> its content, each step a module:

text_file                        a file's bytes as text; problems for what cannot be read or seen
front_matter, yaml_composer      its facts, each with its line
yaml_messages                    what to tell an editor about a mistake in YAML
validation, validation_messages  the facts against their record; what to tell an editor about each failure
markdown, markdown_limits        its text as safe HTML; problems for what a text may not have
markdown_fast_paths              fast paths for Python-Markdown
glossary_links                   links the first use of glossary words
documents, data_files            Markdown files as documents, data files as records
references                       which fields hold ids of what; problems for ids and links that lead nowhere
"""

"""From a repository's files to its content, each step a module:

text_file                       a file's bytes become text; what cannot be read, or seen, is told
front_matter, yaml_mistake      its facts, each with its line; what YAML does not understand, in an editor's words
explain                         what is wrong with a fact, likewise
plain_markdown, article         its text: what may stand in it, and as safe HTML
quick_markdown, glossary_links  the same in less time; the glossary's words linked where first used
documents, reader               Markdown files become documents, data files rows
one_file                        all that one file gives by itself, found in one go, and again only when it changes
references, assemble            every id that one file uses of another; all of it as a hub
"""

"""All files of a repository -> the hub and every problem, each step a module:

raw_content  what all files hold; what is derived from a single file is cached
consistency  problems between files
history      when each file was first published
design, svg  the templates, and the assets that are published as they are
register     every address ever published
load         the content as a hub; all of these, with photos and the rules of `checks`
"""

"""All files of a repository -> the hub and every problem, each step a module:

file_results  everything derived from a single file, cached
raw_content   what all files hold
consistency   problems between files
assemble      the content as a hub
register      every address ever published
load          all of these, with photos and the rules of `checks`
"""

"""A new case study without knowing the file's format: asked for in plain words, written as a file that the hub reads.

The flow, each step a module:

    wording     what is asked, in the words of a community group; what is not asked, and why
    questions   the same with what the model says: required, how long, how many, which choices
    answers     words typed by a person -> values by field, the text, and what only a person can decide
    issue_text  the text of GitHub's issue form -> words by question
    table       the rows of a spreadsheet -> words by question; the empty spreadsheet to fill in
    asking      the same questions in a terminal, one at a time
    plain_text  what someone typed -> Markdown that shows just those words
    yaml_text   values -> front matter that the strict reader reads back as the same values
    draft       all of it as one file, under a name that is free
    forms       the issue form, made from the same questions

What comes in is data: it is never run, never a mark-up, and never part of a command.
"""

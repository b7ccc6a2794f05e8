"""A new case study without knowing the file's format: plain questions, and the answers as a file that the hub reads.

The flow, each step a module:

    wording     the questions, in the words of a community group; what is not asked, and why
    questions   the same with limits and choices from the model and the vocabulary
    issue_text  the text of an issue from the form -> answers by question
    table       the rows of a spreadsheet -> answers by question; the empty spreadsheet
    asking      the same questions in a terminal, one at a time
    answers     typed answers -> values by field, the text, and notes for the editor
    plain_text  typed text -> Markdown that shows just those words
    yaml_text   values -> front matter that the strict reader reads back unchanged
    draft       all of it as one new file
    forms       the issue form, generated from the same questions

    generated_files  the form and the empty spreadsheet on disk, and whether they are out of date

Input is data: it is never executed, never mark-up, and never part of a command.
"""

"""A new case study without knowing the file's format: plain questions, and the answers as a file that the hub reads.

The flow, each step a module:

    wording     the questions, in the words of a community group; what is not asked, and why
    questions   the same with limits and choices from the model and the vocabulary
    issue_form  the issue form, generated from them; the text of an issue from the form -> answers by question
    choices     which of its choices somebody's words name
    table       the empty spreadsheet; the rows of a filled-in one -> answers by question
    asking      the same questions in a terminal, one at a time
    plain_text  typed text -> Markdown that shows just those words
    yaml_text   values -> front matter that the strict reader reads back unchanged
    draft       typed answers -> values by field, the text, and notes for the editor, as one new file

Input is data: it is never executed, never mark-up, and never part of a command.
"""

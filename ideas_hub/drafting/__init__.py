"""Anything new without knowing the file's format: plain questions, and the answers as a file that the hub reads.

The flow, each step a module:

    kinds           what can be made, and where it is written
    wording         the questions about a case study, in the words of a community group; what is not asked, and why
    record_wording  the questions about every other kind, from the fields of its record
    lists           what a hub has to choose from
    questions       the same with limits and choices from the model and the vocabulary
    issue_form      the issue form, generated from them; the text of an issue from the form -> answers by question
    choices         which of its choices somebody's words name
    other_words     how other people head their columns
    columns         which question each column of somebody's table answers
    table           the empty spreadsheet; the rows of anybody's table -> answers by question
    asking          the same questions in a terminal, what is needed first
    answer_check    what scripts/check would say of an answer
    plain_text      typed text -> Markdown that shows just those words
    yaml_text       values -> front matter that the strict reader reads back unchanged
    draft           typed answers -> values by field, the text, and notes for the editor
    data_records    a draft -> one more record in a data file whose other bytes stay
    writing         a draft -> a new file, or that record
    updating        drafts that may have come before -> new files, or their own brought up to date

Input is data: it is never executed, never mark-up, and never part of a command.
"""

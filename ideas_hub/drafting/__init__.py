"""Anything new without knowing the file's format: plain questions, and the answers as a file that the hub reads.

What is asked:

    kinds           what can be made, and where it is written
    wording         the questions about a case study, in the words of a community group; what is not asked, and why
    record_wording  the questions about every other kind, from the fields of its record
    lists           what a hub has to choose from
    questions       the same with limits and choices from the model and the vocabulary

Answers, by the label of their question:

    asking          in a terminal, what is needed first; `answer_check` says what scripts/check would
    issue_form      in GitHub's form, which is generated; `issue_text` keeps their Markdown
    paper_form      on paper
    write_form      in the browser
    table           in the rows of anybody's table; the empty one
    documents       in a document, below its headings
    pages           in the facts of other people's pages, by a `page_map`: `page_values`, `page_links`
    files           in a file of any of these kinds
    columns         which question a heading means, with `other_words`; `choices` which choices an answer names

What they become:

    plain_text      typed text -> Markdown that shows just those words
    yaml_text       values -> front matter that the strict reader reads back unchanged
    draft           answers -> values by field, the text, and notes for the editor
    data_records    a draft -> one more record in a data file whose other bytes stay
    writing         a draft -> a new file, or that record
    updating        drafts that may have come before -> new files, or their own brought up to date

Input is data: it is never executed, never mark-up, and never part of a command.
"""

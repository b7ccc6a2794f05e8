"""Files that people bring from elsewhere become plain tables and plain Markdown, whoever made them and with what.

Any file:

    refused_file      the bytes of a file that is not too large; why a file is not read, and what to do instead
    archives          the members of a zip-based file that are wanted, if nothing in it is a trap
    text_encoding     bytes -> text, whichever program saved it
    personal_data     text -> text without what identifies a person

A table, each step a module:

    workbook          a spreadsheet of Excel, LibreOffice or Google -> sheets of cells
    sheets            any table -> sheets of cells; which kind of file it is, by its content
    values            what a cell says: a day, yes or no, a formula, an error

A text, each step a module:

    word              a document of a word processor -> HTML
    page_facts        a page of another system -> its facts, and its text
    foreign_markdown  that text -> HTML, with the help of `shortcodes` and `boxes`
    github_markdown   GitHub's Markdown -> HTML
    html_tree         HTML of any program -> a tree of the few kinds of part that a page of the hub has, and a note on
                      whatever was changed, with the help of the other modules of this name
    markdown_writer   that tree -> Markdown

What is in such a file is data from a stranger: nothing in it runs, and none costs more time and memory than it may.
No module here knows what the hub asks.
"""

"""Files that people bring from elsewhere become plain tables and plain Markdown, whoever made them and with what.

The flow of a table, each step a module:

    refused_file   the bytes of a file that is not too large; why a file is not read, and what to do instead
    archives       the members of a zip-based file that are wanted, if nothing in it is a trap
    text_encoding  bytes -> text, whichever program saved it
    workbook       a spreadsheet of Excel, LibreOffice or Google -> sheets of cells
    sheets         any table -> sheets of cells; which kind of file it is, by its content
    values         what a cell says: a day, yes or no, a formula, an error

What is in such a file is data from a stranger: nothing in it runs, and none costs more time and memory than it may.
No module here knows what the hub asks.
"""

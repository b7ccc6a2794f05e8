"""The core of the Ideas Hub: front matter in, checked model out, pages and data from one view.

The flow, each step a module or a folder:

    text_file, front_matter, article   one file: its bytes, its facts with their lines, its text as safe HTML
    model, explain                     every field that content may have; what is wrong with one, in an editor's words
    documents, reader                  Markdown files and data files become documents and rows
    reading                            all that one file gives by itself, found in one go, and again only when it changes
    vocabulary, hub                    the terms and small lists; all entries with their links, both ways
    assemble, references               reads all of it, and checks every id that one file uses of another
    checks, photos, review             what editors are told beyond that; pictures made safe; what is due
    checked                            all of it with every problem: what scripts/check tells, and what a build starts from
    content                            one build's content, for every step that follows

    addresses                          the one place where addresses are made
    views                              what a template, a feed or a data file may see
    sheets                             which pages there are
    similar, search, shortlist         finding
    exports, sharing                   data, feeds, citations, pictures for shared links
    rendering, output, publish         a view meets its template; what did not change is taken over; written by all processors
    staging, offline, preview          swapped in whole; as one zip; a page at a time, when somebody asks for it

    check, drafting, register          behind scripts/check and scripts/new, and the numbers that entries keep
    cache, making                      nothing is made twice, and what must be made is shared among the processors

A problem is said in one way: problem.Problem.  Nothing here imports mkdocs: hooks/, scripts/ and tests/ are three equal
customers of this package.
"""

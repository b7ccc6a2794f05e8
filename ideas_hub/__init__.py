"""The core of the Ideas Hub: front matter in, checked model out, pages and data from one view.

The flow, each step a module or a folder:

    reading                            from files to documents, rows and the hub, with every mistake on the way
    model, vocabulary, hub             every field that content may have; the terms; all entries with their links, both ways
    checks, photos, review             what editors are told beyond that; pictures made safe; what is due
    checked                            all of it with every problem: what scripts/check tells, and what a build starts from
    content                            one build's content, for every step that follows

    addresses                          the one place where addresses are made
    views                              what a template, a feed or a data file may see
    sheets                             which pages there are
    said, similar, search, shortlist   finding
    exports, sharing                   data, feeds, citations, pictures for shared links
    rendering, output, publish         a view meets its template; what did not change is kept; written by all processors
    staging, offline, preview          put in place whole; as one zip; a page at a time, when somebody asks for it

    check, drafting, register          behind scripts/check and scripts/new, and the numbers that entries keep
    cache, making, leaving             nothing is made twice, and what must be made is shared among the processors

A problem is said in one way: problem.Problem.  Nothing here imports mkdocs: hooks/, scripts/ and tests/ are three equal
customers of this package.
"""

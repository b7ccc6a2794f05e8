"""The editors' checks: what a schema cannot see, said kindly, with the mend and an example.

The flow, each step a module:

    text        an editor's file as rules see it: its values with their lines, its passages, its raw rows
    passages    front matter values and Markdown as runs of words: paragraphs, items, headings, cells
    (the rules) one small module each: a function from a text, or from the whole hub, to Problems
    registry    the rules there are; a new rule is a module and a line there
    run         every rule on every file: cached by content, by all processors
    telling     the problems as text, as GitHub's annotations, as a job summary and as JSON

Must fix: safety, the law, or broken.  Should fix: readers are hindered.  Idea: it would be better still.
"""

"""The editors' checks: what a schema cannot see.  Each problem names the place, the fix and an example.

    checked_file  an editor's file as the rules see it: front matter values with their lines, passages, raw rows
    (the rules)   a module for each concern: functions from one file, or from the whole hub, to Problems
    registry      every rule, and the one place where a rule is added
    run           every rule on every file: cached by content, in parallel
    reports       the problems as text, as GitHub annotations, as a job summary and as JSON

Must fix: safety, the law, or broken.  Should fix: readers are hindered.  Idea: it would be better still.
"""

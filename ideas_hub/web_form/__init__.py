"""What the browser needs to check a story as the program does: patterns, word lists and messages of the rules, as data.

Start reading at rules.py, which lists what is handed over.  docs/assets/js/checks.js runs the rules.
"""

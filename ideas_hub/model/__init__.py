"""The records: every field that content may have, with its bounds.  One module a kind."""

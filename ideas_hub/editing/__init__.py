"""Changes to entries that are there: find what mentions one, rename it, take it down."""

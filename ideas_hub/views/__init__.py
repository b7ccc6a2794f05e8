"""What a template, a data file or the search may see of the hub: frozen values with every word and address in place.

A template loops over a view and branches on what is there; it never counts, sorts, formats or builds an address.
"""

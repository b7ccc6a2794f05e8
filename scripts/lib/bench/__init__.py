"""What scripts/bench is made of.

made_up                  case studies that nobody wrote, the same every time
our_site, hugo_site      each a way to make a site of them, as a Builder
builder, measuring       builds it, and looks at the clock, the memory and the bytes meanwhile
preview_time             from a saved edit to its page in scripts/serve
tables, run              the figures as Markdown; all of it in turn
"""

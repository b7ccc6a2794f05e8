"""What scripts/bench consists of.

made_up                  synthetic case studies, the same every time
our_site, hugo_site      two ways to build a site of them, each as a Builder
builder, measuring       run a build, and measure its time, memory and size
preview_time             from a saved edit to its page in scripts/serve
tables, run              the figures as Markdown; the command
"""

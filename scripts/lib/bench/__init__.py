"""What scripts/bench consists of.

made_up            synthetic case studies, the same every time
measuring          run a build or another command, and measure its time, memory and size
ours               the hub itself: its build, what a search loads, scripts/check and scripts/serve
hugo_site          the same case studies, built by Hugo and Pagefind
finder_time        the finder in a slowed-down browser
tables, run        the figures as Markdown; the command
"""

"""What people run: each module is one command's arguments, messages and exit status."""

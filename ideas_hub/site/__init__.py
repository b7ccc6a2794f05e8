"""The site: settings, renderer, output groups, and the recipe that writes every file."""

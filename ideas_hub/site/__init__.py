"""The site: settings, pages, renderer, and the recipe that writes every file."""

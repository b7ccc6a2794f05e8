"""From all files of a repository to the hub, with every problem found on the way."""

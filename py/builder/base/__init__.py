"""What everything in the builder stands on: the environment, downloads, the tree of files."""

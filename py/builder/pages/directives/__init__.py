"""What a fence in braces puts on a page, by subject."""

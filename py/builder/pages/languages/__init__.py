"""Pages in other languages: their files, and what Python says on them."""

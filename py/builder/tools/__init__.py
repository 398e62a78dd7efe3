"""What build.py offers beside building: check, sizes, README figures, the quiz sheet."""

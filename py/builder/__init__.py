"""What build.py does: fetch the parts, render the lessons, write dist/, serve it."""

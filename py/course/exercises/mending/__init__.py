"""Small changes that make a failing program right, and what its code shows by itself."""

"""The tests; a package by itself, since some installed distributions bring one of this name."""

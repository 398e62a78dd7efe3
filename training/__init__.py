"""Trains, exports and measures the recogniser. Nothing but tests imports this package."""

"""Figures that Python draws: SVG, coordinates, controls."""

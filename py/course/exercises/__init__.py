"""Checking a learner's program: compare it, name the mistake, say what to try."""

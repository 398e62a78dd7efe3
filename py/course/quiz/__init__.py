"""The kinds of quiz items, made at build time; not packed for the browser."""

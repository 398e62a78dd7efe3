"""From a folder with a text to a page: Markdown, roles, directives, exercises, the quiz."""

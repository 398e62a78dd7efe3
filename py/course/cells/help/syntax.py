"""Help where Python can't read the code. Where Python's own words are enough, there is none."""

import re

from course.cells.help.spot import Failure, Row, pythons_own

# What word processors, web pages and formulas put in place of what Python reads.
TYPED = {
    **dict.fromkeys("“”„‟«»", 'a straight quotation mark, `"`'),
    **dict.fromkeys("‘’‚‛", "a straight quotation mark, `'`"),
    **dict.fromkeys("−–—‐‑", "a plain minus, `-`"),
    **dict.fromkeys("×·⋅∙", "`*`"),
    **dict.fromkeys("÷∕", "`/`"),
    "≤": "`<=`",
    "≥": "`>=`",
    "≠": "`!=`",
    "²": "`**2`",
    "³": "`**3`",
    "…": "`...`",
}


def odd_character(failure: Failure) -> str | None:
    """Name what to type instead of a character that Python doesn't read."""
    character = failure.match["character"]
    typed = TYPED.get(character)
    return typed and f"Instead of `{character}`, which copied text often contains, type {typed}."


# What notebooks and terminals understand, by how the line begins, and what to write instead.
COMMANDS = [
    (r"%%?time\b", "Delete `{}`: the cell shows how long it took anyway."),
    (
        r"%%?timeit\b",
        "Instead of `{}`, import timeit and write `timeit.timeit(lambda: f(x), number=9)`.",
    ),
    (r"%%?\w+", "`{}` is a notebook command. Only Python runs here, so delete the line."),
    (r"!\s*\w+", "`{}` starts a program, and a page has none. Only Python runs here."),
    (r"\?+\w+|[\w.]+\?+$", "Instead of `{}`, write `help(...)` with the name in it."),
    (r">>>|In \[\d+\]:", "`{}` is a prompt, not part of the code. Delete it."),
    (r"\$ *\w+|pip3? install", "`{}` is for a terminal. Here, write `!pip install` and the name."),
]


def unreadable(failure: Failure) -> str:
    """Say where to look when Python itself has nothing to say."""
    line = (getattr(failure.error, "text", "") or "").strip()
    for pattern, sentence in COMMANDS:
        if found := re.match(pattern, line):
            return sentence.format(found[0])
    meant = pythons_own(failure.error)
    if meant:
        return f"Did you mean `{meant}`?"
    return "Python can't read this line. If it looks right, check the end of the line above, too."


ROWS: list[Row] = [
    (TabError, "", "Indent with spaces only. Tabs and spaces are mixed here."),
    (
        IndentationError,
        r"expected an indented block after (?P<what>.+) on line (?P<line>\d+)",
        "What belongs to the {what} on line {line} must be indented by four more spaces.",
    ),
    (
        IndentationError,
        "unexpected indent",
        "This line is indented more than the one before it, but no line above opened a block.",
    ),
    (
        IndentationError,
        "unindent does not match",
        "This line must start exactly below a line of the block it belongs to.",
    ),
    (SyntaxError, "expected ':'", "A line that opens a block (`if`, `for`, `def`) ends with `:`."),
    (
        SyntaxError,
        r"invalid syntax\. Maybe you meant '=='",
        "To compare, write `==`. A single `=` gives a value to a name.",
    ),
    (
        SyntaxError,
        "cannot assign to",
        "The name that gets the value goes to the left of `=`. To compare, write `==`.",
    ),
    (
        SyntaxError,
        r"'(?P<bracket>.)' was never closed",
        "The closing partner of `{bracket}` is missing.",
    ),
    (
        SyntaxError,
        r"unmatched|does not match opening",
        "Count the brackets: a closing one has no opening partner.",
    ),
    (
        SyntaxError,
        r"unterminated (?:triple-quoted )?(?:f-)?string",
        "Text that starts with a quotation mark must end with the same one.",
    ),
    (
        SyntaxError,
        "forgot a comma",
        "Elements and arguments are separated by commas: `[1, 2]` and `f(1, 2)`.",
    ),
    (
        SyntaxError,
        "Missing parentheses in call to 'print'",
        "print is a function, so what it prints goes in parentheses.",
    ),
    (SyntaxError, "'return' outside function", "`return` belongs inside a `def`, indented."),
    (SyntaxError, r"'await' outside", "`await` works outside of functions, or inside `async def`."),
    (
        SyntaxError,
        "invalid decimal literal",
        "A name can't start with a digit, and a product needs its `*`: `2 * x`.",
    ),
    (SyntaxError, r"invalid character '(?P<character>.)'", odd_character),
    (
        SyntaxError,
        "invalid non-printable character",
        "There's an invisible character in this line, such as a special space from copied text. "
        "Delete it and type a plain space.",
    ),
    (SyntaxError, "^invalid syntax$|^invalid syntax. Did", unreadable),
]

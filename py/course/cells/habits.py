"""What people write in notebooks and terminals, as the Python that it means.

Code that is Python already is never changed, and lines keep their numbers.
"""

import ast
import re

HABIT = re.compile(r"^\s*(?:[!%]|>>>|In \[)", re.MULTILINE)
PROMPT = re.compile(r"\s*(?:>>>|\.\.\.:?|In \[\d+\]:)(?: (.*)|$)")
BEGINS_WITH_PROMPT = re.compile(r"\s*(?:>>>|In \[\d+\]:)(?: |$)")
PICTURES = re.compile(r"%(?:matplotlib|config|load_ext|autoreload)\b")
PIP = re.compile(r"[!%](?:python3? -m )?pip3? install (.+)")
HERE = ("numpy",)  # what needs no installing


def plain_python(code: str) -> str:
    """Return code with its prompts and commands of notebooks written as Python, where possible."""
    if not HABIT.search(code) or is_python(code):
        return code
    lines = code.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if BEGINS_WITH_PROMPT.match(first):
        lines = [without_prompt(line) for line in lines]
    return "\n".join(without_command(line) for line in lines)


def is_python(code: str) -> bool:
    """Return whether Python can read it as it is."""
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def without_prompt(line: str) -> str:
    """Return what was typed at a prompt; of a line without one, which is an answer, nothing."""
    typed = PROMPT.match(line)
    return (typed and typed[1]) or ""


def without_command(line: str) -> str:
    """Return the Python that a notebook's command stands for, or the line as it is."""
    if PICTURES.match(line):
        return ""  # pictures stand below the cell anyway
    install = PIP.match(line)
    if install is None:
        return line
    import shlex  # late: a boot does not wait for it

    asked = [word for word in shlex.split(install[1]) if not word.startswith("-")]
    wanted = [name for name in asked if name not in HERE]
    return f"import micropip; await micropip.install({wanted!r})" if wanted else ""

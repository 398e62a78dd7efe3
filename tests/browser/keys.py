"""Programs typed key by key, as a person types them: what stands there must be what was typed."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page

# The first six once went wrong at every speed: Enter took a suggestion, or a quote was doubled.
PROGRAMS = [
    "x = 1\nx = 10\nx",
    "for n in range(9):\n    if n > 3:\n        break\n    continue",
    "def yes():\n    return True\nyes()",
    "f = lambda a: a\nf(2)",
    'def f(a):\n    """Hi"""\n    return a',
    "try:\n    y = 1 / 0\nexcept ZeroDivisionError as e:\n    print(e)",
    "w = [0.5, -1.2]\nb = 1.\nz = w[0] + b",
    "import numpy as np\nx = np.zeros(3)\nx.T",
    "n = 0\nwhile n < 5:\n    n += 1\nelse:\n    n = None",
    "a = 5  # is a\nb = a  # a is b, i\nprint(b)",
    "s = 'is in'\nt = \"or a\"\ns + t",
    "p = f'{1 + 1} in'\nq = rb'i'\np",
    "t = '''Hi'''\nu = f\"\"\"in {t}\"\"\"",
    "layers = [\n    2,\n    2,\n]\nlen(layers)",
    "d = {\n    'a': 1,\n    'b': (2, 3),\n}\nd['a']",
    "print(max(\n    1, 2\n))",
    "def relu(z):\n    return z * (z > 0)\nrelu(-1)",
    "i = 3\nif i:\n    i = 4\nelif not i:\n    i = 5\ni",
    "class Net:\n    pass\nnet = Net()",
    "from math import pi, e\npi * e",
    "async def g():\n    await h()\ng",
    "try:\n    pass\nfinally:\n    x = False",
    "assert 1 in [1]\ndel x\nglobal y",
    "learning = 0.1\nlearning_rate = learning\nlearning",
    "W1 = 2\nW = W1\nW1 @ W",
    "x1 = 1e5\nx10 = 0x1f\nx1 + x10",
    "η = 0.1\nσ = η ** 2\nσ",
    '# rock \'n roll (1\nprint(":(")',
    "s = \"rock 'n roll\"\nt = 'say \"a'\ns",
    "match 1:\n    case 1 | 2:\n        r = 'i'\n    case _:\n        r = None\nr",
]


def type_program(editor: Locator, code: str, wait: Callable[[], None]) -> str:
    """Type the code and return the editor's text; `wait` passes the time after each key.

    Like a person: where the editor has indented otherwise, Backspace or spaces come first.
    """
    page = editor.page

    def press(key: str) -> None:
        page.keyboard.press(key)
        wait()

    press("ControlOrMeta+a")
    press("Delete")
    for number, line in enumerate(code.split("\n")):
        typed = line.lstrip(" ")
        if number:
            press("Enter")
            wanted = len(line) - len(typed)
            while indentation(page) > wanted:
                press("Backspace")
            for _ in range(wanted - indentation(page)):
                press("Space")
        for key in typed:
            page.keyboard.type(key)
            wait()
    return text(editor)


def indentation(page: Page) -> int:
    """How many spaces the cursor's line begins with."""
    line = page.evaluate(
        "() => { const node = getSelection().anchorNode;"
        "return (node.closest ? node : node.parentElement).closest('.cm-line').textContent }"
    )
    return len(line) - len(line.lstrip(" "))


def text(editor: Locator) -> str:
    """The editor's text, line by line."""
    return "\n".join(editor.locator(".cm-line").all_text_contents())

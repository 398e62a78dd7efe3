"""A monkey: actions at random on random pages, from a seed. It knows nothing of what they mean."""

from __future__ import annotations

import json
import random
import time
from collections import deque
from pathlib import Path
from typing import Any, Protocol

from builder.base.bootstrap import ROOT
from builder.pages.content import load_lessons

WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")
LESSONS = [lesson.address for lesson in load_lessons(ROOT / "site" / "lessons")]
PAGES = [*LESSONS, "quiz/", "arrays/", "progress/", "project/", "project/app/", "glossary/"]
TEXTS = [
    "0.5",
    "-1e309",
    "nan",
    '{"id": 1, "done"',
    "null",
    "</script><b style='color:red'>x</b>",
    "é漢字🙂\u202eabc\u0301",
    "x" * 300,
    "print(",
    "'''\n\n\"\"\"",
    "a\tb\n  c",
]
CODES = [
    "6 * 7",
    "while True: pass",
    "1 / 0",
    "input('name? ')",
    "import js; js.postMessage('not JSON'); js.postMessage(None); js.postMessage('null')",
    "import time; time.sleep(3)",
    "for i in range(10**6): print(i)",
    "import numpy as np; np.ones((300, 300)) @ np.ones((300, 300))",
    "def f(): f()\nf()",
    "raise SystemExit",
    "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.show()",
    "print('<b style=\"color: red\">x</b>')",
    "import asyncio; await asyncio.sleep(9)",
]
KEYS = [
    *(["Tab"], ["Tab"], ["Shift", "Tab"], ["Enter"], [" "], ["Escape"], ["Backspace"], ["Delete"]),
    *(["ArrowLeft"], ["ArrowRight"], ["ArrowUp"], ["ArrowDown"], ["Home"], ["End"], ["PageDown"]),
    *(["Control", "a"], ["Control", "z"], ["Control", "c"], ["Control", "v"], ["Control", "x"]),
    *(["Control", "Enter"], ["Shift", "Enter"], ["F6"], ["Shift", "ArrowDown"], ["Control", " "]),
    *(["Control", "b"], ["Control", "i"], ["Control", "u"]),
]
SIZES = [(360, 740), (768, 1024), (1280, 800), (1440, 900), (640, 320)]
ACTIONS = {
    "control": 34,
    "link": 4,
    "write": 12,
    "key": 16,
    "draw": 8,
    "anywhere": 3,
    "program": 5,
    "stop": 4,
    "scroll": 8,
    "back": 2,
    "reload": 1,
    "open": 1,
    "resize": 2,
}
RIGHT = 10  # s that what goes on has to end, once everything is stopped
STEPS = 40  # the last ones, which are told


class Hand(Protocol):
    """Does what it's told in a page, by name, and returns what a script has given."""

    def __call__(self, action: str, *wanted: Any) -> Any: ...


class Monkey:
    """One seed's walk."""

    def __init__(self, hand: Hand, site: str, seed: int) -> None:
        self.hand = hand
        self.site = site
        self.chance = random.Random(seed)
        self.steps: deque[str] = deque(maxlen=STEPS)
        self.count = 0
        self.size = SIZES[2]

    def walk(self, seconds: float) -> None:
        """Do one thing after another."""
        until = time.monotonic() + seconds
        self.open()
        while time.monotonic() < until:
            (name,) = self.chance.choices(list(ACTIONS), list(ACTIONS.values()))
            getattr(self, name)()
            time.sleep(self.chance.choice((0, 0, 0, 0.05, 0.3)))
            self.count += 1

    def do(self, action: str, *wanted: Any) -> None:
        self.steps.append(json.dumps([action, *wanted], ensure_ascii=False)[:200])
        try:
            self.hand(action, *wanted)
        except Exception as error:  # the place may be gone by now; what ended is heard of by `read`
            self.steps.append(f"  {str(error)[:80]}")

    def read(self, script: str) -> Any:
        """Evaluate a script; while the document changes there may be none to do it."""
        for again in range(100):
            try:
                return self.hand("evaluate", script)
            except Exception:
                if again == 99:
                    raise
                time.sleep(0.1)
        return None

    # ---- Actions

    def at(self, kind: str) -> tuple[int, int] | None:
        places = self.read(f"window.monkey?.targets('{kind}') ?? []")
        return self.chance.choice(places) if places else None

    def press(self, kind: str) -> None:
        place = self.at(kind)
        if place:
            self.do("click", *place)

    def control(self) -> None:
        self.press("control")

    def link(self) -> None:
        self.press("link")

    def write(self) -> None:
        self.control()
        self.do("type", self.chance.choice(TEXTS))

    def key(self) -> None:
        keys = self.chance.choice(KEYS)
        for _ in range(self.chance.choice((1, 1, 3))):
            self.do("press", keys)

    def draw(self) -> None:
        place = self.at("control") or self.somewhere()
        self.do("drag", [place, *(self.near(place) for _ in range(self.chance.randrange(1, 8)))])

    def anywhere(self) -> None:
        self.do("click", *self.somewhere())

    def program(self) -> None:
        self.run(self.chance.choice(CODES), self.chance.random())

    def stop(self) -> None:
        self.read(STOP)
        self.steps.append("stop all")

    def scroll(self) -> None:
        part = self.chance.random()
        self.read(f"(scrollTo(0, {part} * document.documentElement.scrollHeight), 0)")

    def back(self) -> None:
        self.steps.append("back or forward")
        self.read(f"(history.go({self.chance.choice((-1, -1, 1))}), 0)")

    def reload(self) -> None:
        self.steps.append("reload")
        self.read("(location.reload(), 0)")

    def open(self) -> None:
        self.do("open", self.site + self.chance.choice(PAGES))

    def resize(self) -> None:
        self.size = self.chance.choice(SIZES)
        self.do("resize", *self.size)

    def somewhere(self) -> tuple[int, int]:
        width, height = self.size
        return self.chance.randrange(1, width - 100), self.chance.randrange(1, height - 200)

    def near(self, place: tuple[int, int]) -> tuple[int, int]:
        width, height = self.size
        x, y = (one + self.chance.randrange(-80, 80) for one in place)
        return min(max(x, 1), width - 2), min(max(y, 1), height - 120)

    def run(self, code: str, part: float) -> bool:
        """Write a program into one of the page's cells and run it; whether there is one."""
        if not self.read(CELL % part):
            return False
        time.sleep(0.3)  # an editor comes when its cell is seen
        place = self.read(CELL % part)
        if not place:  # a page asked for earlier has come
            return False
        self.do("click", *place)
        self.do("press", ["Control", "a"])
        self.do("type", code)
        self.steps.append("run")
        return bool(self.read(RUN % part))

    # ---- What must hold in the end

    def rest(self) -> list[str]:
        """Stop everything; return what is still busy then, and what no longer works."""
        if not self.waits_for("window.monkey?.busy().length === 0", before=STOP):
            return [f"busy: {busy}" for busy in self.read("window.monkey.busy()")]
        self.do("resize", *SIZES[2])
        self.do("open", f"{self.site}perceptron/")
        if not self.waits_for("document.documentElement.dataset.python === 'ready'"):
            return ["Python doesn't get ready"]
        self.run("6 * 7", 0)
        if not self.waits_for(ANSWERED):
            return [f"a cell doesn't run: {self.read(SAYS)}"]
        return []

    def waits_for(self, condition: str, before: str = "0") -> bool:
        for _ in range(10 * 60):
            if self.read(f"({before}, {condition})"):
                return True
            time.sleep(0.1)
        return False

    def problems(self) -> list[str]:
        return list(self.read("window.monkey?.problems() ?? []"))


STOP = """[...document.querySelectorAll("button")]
  .filter((one) => one.checkVisibility() && /^(Stop|Pause)/.test(one.textContent.trim()))
  .forEach((one) => one.click())"""
CELLS = "[...document.querySelectorAll('[data-cell]')].filter((one) => one.checkVisibility())"
ONE = f"((all) => all[Math.floor(%s * all.length)])({CELLS})"
CELL = f"""((cell) => {{
  if (!cell) return null;
  const editor = cell.querySelector(".cm-content, textarea") ?? cell;
  editor.scrollIntoView({{ block: "center", behavior: "instant" }});
  const box = editor.getBoundingClientRect();
  const y = box.y > 0 ? box.y + 12 : innerHeight / 2;
  return [Math.round(box.x + Math.min(box.width / 2, 60)), Math.round(y)];
}})({ONE})"""
RUN = f"((cell) => cell?.querySelector('[data-run]')?.click() ?? true)({ONE})"
ANSWERED = "/42/.test(document.querySelector('[data-cell] [data-output]')?.textContent)"
SAYS = "document.querySelector('[data-cell]').outerHTML.slice(0, 3000)"

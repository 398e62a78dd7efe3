"""Whatever is kept from an earlier run, or goes on after it, speaks in the cell that ran last."""

import asyncio
import gc
import json
import sys

import pytest

from course.bridge import Bridge
from course.cells.background import listen
from course.cells.guard import Guard


class Page:
    """Keeps what each request printed."""

    def __init__(self, guard=None):
        self.printed = {}
        self.bridge = Bridge(self.take, guard=guard)
        self.sent = 0

    def take(self, text):
        event = json.loads(text)
        self.printed[event["id"]] = self.printed.get(event["id"], "") + event["text"]

    def request(self, code, op="cells.run", **args):
        self.sent += 1
        args = {"code": code, **(args or {"cell": "a", "lesson": "demo"})}
        return self.bridge.dispatch(json.dumps({"id": self.sent, "op": op, "args": args}))


KEPT = [
    (
        "import logging\nlogging.basicConfig(level='INFO', force=True)\n"
        "log = logging.getLogger('x')\nlog.info('one')",
        "log.warning('two')",
    ),
    ("import sys\nkept = sys.stdout\nkept.write('one')", "n = kept.write('two')"),
    ("import sys\nkept = sys.stderr\nprint('one')", "print('two', file=kept, end='')"),
    (
        "import sys, functools\nsay = functools.partial(print, file=sys.stdout)\nsay('one')",
        "say('two')",
    ),
    (
        "import logging, sys\nhandler = logging.StreamHandler(sys.stdout)\n"
        "log = logging.Logger('y')\nlog.addHandler(handler)\nlog.error('one')",
        "log.error('two')",
    ),
    (
        "import sys\nclass Tee:\n    def __init__(self): self.out = sys.stdout\n"
        "    def say(self, text): self.out.write(text)\ntee = Tee()\ntee.say('one')",
        "tee.say('two')",
    ),
]


@pytest.mark.parametrize(("first", "then"), KEPT)
def test_what_was_kept_from_an_earlier_run_prints_in_the_later_ones(first, then):
    page = Page()
    for number, code in enumerate((first, then, then), start=1):
        assert "error" not in json.loads(page.request(code)), code
        assert ("one" if number == 1 else "two") in page.printed[number]


def test_what_an_exercise_logs_is_no_part_of_a_cells_output():
    page = Page()
    page.request(KEPT[0][0])
    before = dict(page.printed)
    code = "import logging\nlogging.error('from the exercise')"
    answer = page.request(code, op="exercises.check", lesson="loss", name="softmax")
    assert "softmax" in json.loads(answer)["done"]["message"]
    assert page.printed == before


def test_a_page_within_a_cell_leaves_the_cells_own_output_alone():
    page = Page()
    inner = (
        "from course.bridge import Bridge\nimport json\n"
        "args = {'cell': 'b', 'code': 'print(1)', 'lesson': 'x'}\n"
        "request = {'id': 1, 'op': 'cells.run', 'args': args}\n"
        "Bridge(lambda text: None).dispatch(json.dumps(request))\n"
        "print('after')"
    )
    page.request(inner)
    assert page.printed == {1: "after\n"}


def running(codes, wait=0.05):
    """What each of the cells printed, run one after the other, and a while after the last."""

    async def run():
        guard = Guard()
        page = Page(guard)
        listen(guard, asyncio.get_running_loop(), lambda: None)
        for code in codes:
            answer = page.request(code)
            if not isinstance(answer, str):
                await answer
        await asyncio.sleep(wait)
        gc.collect()
        await asyncio.sleep(0)
        return page.printed

    before = sys.stdout, sys.stderr
    try:
        return asyncio.run(run())
    finally:
        sys.stdout, sys.stderr = before


LATER = "import asyncio\nasync def later(text):\n    await asyncio.sleep(0.01)\n    print(text)\n"
FAILS = "import asyncio\nasync def fails():\n    await asyncio.sleep(0.01)\n    1 / 0\n"


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (
            [LATER + "task = asyncio.create_task(later('done'))\nawait asyncio.sleep(0)"],
            {1: "done\n"},
        ),
        (
            [
                LATER + "task = asyncio.create_task(later('done'))\nawait asyncio.sleep(0)",
                "print('b')",
            ],
            {2: "b\ndone\n"},
        ),
        (
            [LATER + "task = asyncio.ensure_future(later('done'))\nprint('a', end='')", "2"],
            {1: "a", 2: "done\n"},
        ),
        (
            ["import asyncio\nasyncio.get_running_loop().call_soon(print, 'soon')\nNone"],
            {1: "soon\n"},
        ),
        ([LATER + "for i in range(3):\n    asyncio.create_task(later(i))"], {1: "0\n1\n2\n"}),
    ],
)
def test_what_background_tasks_print_belongs_to_the_cell_that_ran_last(codes, told):
    assert running(codes) == told


@pytest.mark.parametrize(
    "code",
    [
        FAILS + "asyncio.create_task(fails())\nNone",
        FAILS + "asyncio.ensure_future(fails())\nawait asyncio.sleep(0)",
        "import asyncio\ndef fails(): 1 / 0\n"
        "asyncio.get_running_loop().call_later(0.01, fails)\nNone",
    ],
)
def test_what_ends_a_background_task_is_told_with_the_learners_lines(code):
    told = running([code])[1]
    assert "ZeroDivisionError: division by zero" in told
    assert "<cell a>" in told
    assert "asyncio/" not in told


def test_a_flood_from_the_background_makes_few_messages():
    told = running(
        [
            LATER + "async def flood():\n    for i in range(50_000): print(i)\n"
            "task = asyncio.create_task(flood())\nNone"
        ],
        0.5,
    )
    assert len(told[1]) > 100_000

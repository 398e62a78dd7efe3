"""What is printed: its beginning at once, its end for sure, and no more than anyone can read."""

import pytest

from course.cells.output import LIMIT, NOTICE, RATE, TAIL, Output, settled


def printed(pieces, clock=lambda: 0.0):
    """What an Output sends for (stream, text) pieces, and how much it dropped."""
    sent = []
    output = Output(lambda stream, text: sent.append((stream, text)), clock)
    for stream, text in pieces:
        output.write(stream, text)
    output.end()
    return sent, output.dropped


def whole(sent, *streams):
    return "".join(text for stream, text in sent if stream in (streams or ("stdout", "stderr")))


LINES = [("stdout", f"step {i} loss {1 / (i + 1):.9f}\n") for i in range(60_000)]
FLOODS = {
    "lines": LINES,
    "one piece": [("stdout", "".join(text for _, text in LINES))],
    "no line ends": [("stdout", f"{i} ") for i in range(200_000)],
    "errors between": [(("stderr", "stdout")[i % 2], text) for i, (_, text) in enumerate(LINES)],
    "one letter at a time": [("stdout", letter) for _, text in LINES[:15_000] for letter in text],
}


@pytest.mark.parametrize("name", FLOODS)
def test_of_a_flood_the_beginning_and_the_end_are_shown(name):
    pieces = FLOODS[name]
    everything = whole(pieces)
    sent, dropped = printed(pieces)
    shown = whole(sent)
    assert len(shown) == LIMIT
    assert dropped == len(everything) - LIMIT
    notices = [i for i, (stream, _) in enumerate(sent) if stream == "notice"]
    assert [sent[i][1] for i in notices] == [NOTICE]
    assert whole(sent[: notices[0]]) == everything[: LIMIT - TAIL]
    assert whole(sent[notices[0] :]) == everything[-TAIL:]


@pytest.mark.parametrize("size", [0, 1, LIMIT - TAIL - 1, LIMIT - TAIL, LIMIT - TAIL + 1, LIMIT])
def test_what_fits_is_shown_whole_without_a_word(size):
    sent, dropped = printed([("stdout", "x" * size)])
    assert whole(sent) == "x" * size
    assert dropped == 0
    assert not whole(sent, "notice")


def test_the_streams_of_the_end_stay_what_they_are():
    sent, _ = printed([("stdout", "x" * LIMIT), ("stdout", "y" * LIMIT), ("stderr", "careful\n")])
    assert sent[-1] == ("stderr", "careful\n")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1%\r2%\r3%", "\r3%"),
        ("1%\r2%\n3%\r4%\n", "\r2%\n\r4%\n"),
        ("longer\rx", "longer\rx"),
        ("a\r\nb\r\n", "a\r\nb\r\n"),
        ("plain\n", "plain\n"),
        ("\r10\r100\r", "\r100\r"),
    ],
)
def test_what_is_overwritten_at_once_is_not_sent(text, left):
    assert settled(text) == left


def test_a_long_run_with_a_progress_bar_is_no_flood():
    sent, dropped = printed([("stdout", f"\repoch {i:6} of 100000") for i in range(100_000)])
    assert dropped == 0
    assert whole(sent).endswith("99999 of 100000")
    assert len(whole(sent)) < LIMIT / 10


def test_a_slow_progress_bar_is_seen_at_once():
    now = [0.0]
    sent = []
    output = Output(lambda stream, text: sent.append(text), lambda: now[0])
    for i in range(50):
        now[0] += 1.5 / RATE
        output.write("stdout", f"step {i}")
        output.write("stdout", "\r")
        assert sent[-1] == f"step {i}\r"

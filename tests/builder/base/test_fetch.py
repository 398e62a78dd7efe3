"""Downloads: resumed, verified, kept; a full disk is one line."""

from __future__ import annotations

import errno
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

import pytest

from builder.base.errors import BuildError, disk_errors
from builder.base.fetch import Source, download, obtain
from builder.base.kept import kept
from tests.downloads import PAYLOAD, SHA, Flaky, refuse


def web(address: str) -> list[Source]:
    return [Source("a web server", lambda target: download(address, target))]


def test_a_broken_download_is_resumed(cache: Path, flaky: tuple[str, type[Flaky]]) -> None:
    address, handler = flaky
    with pytest.raises(BuildError, match="resume"):
        obtain("file.bin", SHA, web(address))
    assert obtain("file.bin", SHA, web(address)).read_bytes() == PAYLOAD
    first, second = handler.calls
    assert first is None
    assert second is not None
    assert int(second[6:-1]) >= len(PAYLOAD) // 4  # it went on, and did not begin anew


def test_a_second_call_makes_no_request(cache: Path) -> None:
    def once(target: Path) -> None:
        target.write_bytes(PAYLOAD)

    path = obtain("file.bin", SHA, [Source("once", once)])

    def never(_target: Path) -> None:
        raise AssertionError("asked again")

    assert obtain("file.bin", SHA, [Source("never", never)]) == path


def writes(content: bytes) -> Callable[[Path], None]:
    def write(target: Path) -> None:
        target.write_bytes(content)

    return write


def test_a_damaged_cache_is_fetched_again(cache: Path) -> None:
    source = Source("good", writes(PAYLOAD))
    path = obtain("file.bin", SHA, [source])
    path.write_bytes(b"damaged")
    assert obtain("file.bin", SHA, [source]).read_bytes() == PAYLOAD


def test_a_wrong_hash_is_deleted_and_the_next_source_tried(cache: Path) -> None:
    bad = Source("bad", writes(b"evil"))
    good = Source("good", writes(PAYLOAD))
    assert obtain("file.bin", SHA, [bad, good]).read_bytes() == PAYLOAD
    with pytest.raises(BuildError, match=r"bad: its sha256 begins .* deleted"):
        obtain("other.bin", SHA, [bad])
    assert not list((cache / "downloads").glob("other*"))


def test_a_host_that_does_not_answer_is_asked_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def urlopen(request: urllib.request.Request, timeout: float) -> None:
        asked.append(request.full_url)
        raise URLError("timed out")

    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    for name in ("one.whl", "two.whl"):
        with pytest.raises(BuildError, match=f"{name}.*timed out"):
            obtain(name, SHA, web(f"https://swallowed.invalid/{name}"))
    assert asked == ["https://swallowed.invalid/one.whl"]


def test_no_network_names_the_file_and_each_source(cache: Path) -> None:
    unreachable = "http://127.0.0.1:9/file.whl"  # the discard port: nobody listens
    with pytest.raises(BuildError) as caught:
        obtain("file.whl", SHA, [*web(unreachable), Source("PyPI", refuse)])
    text = str(caught.value)
    assert "\n" not in text
    assert all(part in text for part in ("file.whl", "a web server", "PyPI", "not today"))


def test_a_full_disk_is_one_line(cache: Path) -> None:
    def full(_target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(BuildError, match="disk got full while downloading"):
        obtain("file.bin", SHA, [Source("full", full)])
    with pytest.raises(BuildError, match="not allowed"), disk_errors("testing"):
        raise OSError(errno.EACCES, "no", "/somewhere")


def test_what_is_kept_is_made_once_and_again_when_it_is_damaged(cache: Path) -> None:
    made: list[bytes] = []

    def make() -> bytes:
        made.append(PAYLOAD)
        return PAYLOAD

    assert kept("folder/name", make) == kept("folder/name", make) == PAYLOAD
    assert len(made) == 1
    (file,) = (cache / "folder").iterdir()
    for damaged in (file.read_bytes()[:1000], b"", b"other" * 100):
        file.write_bytes(damaged)
        assert kept("folder/name", make) == PAYLOAD
    assert len(made) == 4
    assert list((cache / "folder").iterdir()) == [file]


def test_a_cache_that_cannot_be_written_is_one_line(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write_bytes(b"a file")
    with pytest.raises(BuildError, match="a file is where a folder is needed"):
        kept("folder/name", lambda: PAYLOAD)

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    cache.unlink()
    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(BuildError, match="the disk got full"):
        kept("folder/name", lambda: PAYLOAD)

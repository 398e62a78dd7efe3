"""The development server: types, ports, addresses."""

from __future__ import annotations

import socket
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest

from builder.base.errors import BuildError
from builder.serving import server


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.wasm", "application/wasm"),
        ("a.mjs", "text/javascript"),
        ("a.js", "text/javascript"),
        ("a.html", "text/html"),
        ("a.json", "application/json"),
    ],
)
def test_the_server_knows_mime_types(tmp_path: Path, name: str, mime: str) -> None:
    (tmp_path / name).write_text("x")
    listening = server.listen(tmp_path, "127.0.0.1", 8300, "/repo/")
    server.start(listening)
    address = f"http://127.0.0.1:{listening.server_port}"
    with urllib.request.urlopen(f"{address}/repo/{name}") as answer:
        assert answer.headers["Content-Type"].split(";")[0] == mime
    (tmp_path / "empty").mkdir()
    for wrong in (f"/{name}", "/repo/none", "/repo/../conftest.py", "/repo/empty/", "/repo/%00"):
        with pytest.raises(HTTPError) as caught:
            urllib.request.urlopen(address + wrong)
        assert caught.value.code == 404
        caught.value.close()
    (tmp_path / "index.html").write_text("home")
    with urllib.request.urlopen(f"{address}/repo") as answer:
        assert (answer.url, answer.read()) == (f"{address}/repo/", b"home")
    listening.shutdown()
    listening.server_close()


def test_the_next_port_is_tried(tmp_path: Path) -> None:
    first = server.listen(tmp_path, "127.0.0.1", 8320)
    second = server.listen(tmp_path, "127.0.0.1", first.server_port)
    assert second.server_port == first.server_port + 1
    first.server_close()
    second.server_close()


def test_either_family_of_addresses_is_served(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("x")
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no ::1")
    listening = server.listen(tmp_path, "::1", 8320)
    server.start(listening)
    with urllib.request.urlopen(f"http://[::1]:{listening.server_port}/a.html") as answer:
        assert answer.read() == b"x"
    listening.shutdown()
    listening.server_close()


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1"])
def test_an_address_that_is_not_ours_is_one_line(tmp_path: Path, host: str) -> None:
    with pytest.raises(BuildError, match=f"cannot listen on {host}: ."):
        server.listen(tmp_path, host, 8320)

"""The manifest leads to the site's root from any path, and to icons of the sizes that it names."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image

from builder.base.errors import BuildError
from builder.site import installable


@pytest.mark.parametrize("root", ["https://a.example/", "https://a.example/repo/"])
def test_it_starts_at_the_root_wherever_that_is(dist: Path, root: str) -> None:
    (path,) = dist.glob("static/*/manifest.webmanifest")
    address = root + path.relative_to(dist).as_posix()
    manifest = json.loads(path.read_text(encoding="utf-8"))
    assert urljoin(address, manifest["start_url"]) == root
    assert urljoin(address, manifest["scope"]) == root
    assert manifest["name"].startswith(manifest["short_name"])
    for icon in manifest["icons"]:
        assert (path.parent / icon["src"]).exists()
    page = (dist / "forward" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="manifest" href="../{path.relative_to(dist).as_posix()}">' in page


@pytest.mark.parametrize("name", installable.PICTURES)
def test_an_icon_has_its_size_and_its_corners(dist: Path, name: str) -> None:
    full, size = installable.PICTURES[name]
    (path,) = dist.glob(f"static/*/{name}")
    picture = Image.open(path).convert("RGBA")
    assert picture.size == (size, size)
    corner, middle = picture.getpixel((0, 0)), picture.getpixel((size // 4, size // 2))
    assert isinstance(corner, tuple)
    assert isinstance(middle, tuple)
    assert corner[3] == (255 if full else 0)
    assert middle[3] == 255


@pytest.mark.parametrize("svg", ["<svg/>", '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'])
def test_an_icon_without_a_ground_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, svg: str
) -> None:
    icon = tmp_path / "icon.svg"
    icon.write_text(svg)
    monkeypatch.setattr(installable, "ICON", icon)
    with pytest.raises(BuildError, match="begins with a <rect>"):
        installable.background()

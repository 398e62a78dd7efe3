"""What makes the site an app that can be installed: its manifest, and its icon in every form."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from builder.base import npm
from builder.base.bootstrap import ROOT
from builder.base.errors import BuildError
from builder.base.kept import kept
from builder.base.places import SITE
from builder.base.tree import Tree, digest

ICON = SITE / "icon.svg"
MANIFEST = "manifest.webmanifest"
RASTERIZER = Path(__file__).with_name("rasterize.mjs")
SVG = "{http://www.w3.org/2000/svg}"
INNER = 0.8  # of a full icon's width; systems cut off what is outside, by shapes of their own
# Whether each picture fills its square to the corners, and its size.
PICTURES = {
    "icon-192.png": (False, 192),
    "icon-512.png": (False, 512),
    "icon-180.png": (True, 180),  # Apple's, which rounds it by itself
    "icon-full-512.png": (True, 512),
}


def files(texts: Mapping[str, Any]) -> Tree:
    """Return the manifest and the icons, which lie beside each other in the static folder."""
    manifest = json.dumps(described(texts), indent=1, ensure_ascii=False).encode()
    return {MANIFEST: manifest, ICON.name: ICON, **pictures()}


def described(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the manifest: https://developer.mozilla.org/docs/Web/Progressive_web_apps/Manifest."""
    site, top = texts["site"], "../../"  # from static/HASH/ to the site's root
    return {
        "name": f"{site['name']}: {site['subject']}",
        "short_name": site["name"],
        "lang": texts["words"]["language"],
        "start_url": top,
        "scope": top,
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],  # with a button back, where there is one
        "theme_color": background(),
        "background_color": background(),
        "icons": [
            {"src": ICON.name, "sizes": "any", "type": "image/svg+xml"},
            {"src": "icon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "icon-512.png", "sizes": "512x512", "type": "image/png"},
            {
                "src": "icon-full-512.png",
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }


def background() -> str:
    """Return the color of the icon's ground, which is its first shape."""
    ground = ET.parse(ICON).getroot().find(f"{SVG}rect")
    if ground is None or "fill" not in ground.attrib:
        raise BuildError(f"{ICON}: the icon begins with a <rect> that has its color as `fill`")
    return ground.attrib["fill"]


def full() -> str:
    """Return the icon with its ground on the whole square, and all else within INNER."""
    edge = (1 - INNER) / 2
    return (
        f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 1 1"><rect width="1" height="1" '
        f'fill="{background()}"/><g><svg x="{edge}" y="{edge}" width="{INNER}" height="{INNER}" '
        f"{ICON.read_text(encoding='utf-8').strip().removeprefix('<svg')}</g></svg>"
    )


def pictures() -> dict[str, bytes]:
    """Return the icon as pictures, drawn anew only when something changes."""
    plain = ICON.read_text(encoding="utf-8")
    jobs = [{"svg": full() if fills else plain, "size": n} for fills, n in PICTURES.values()]
    given = json.dumps(jobs).encode()
    sources: Tree = {"jobs": given, "by": RASTERIZER, "lock": ROOT / "package-lock.json"}
    made = json.loads(kept(f"icons/{digest(sources)}.json", lambda: _drawn(given)))
    return {name: base64.b64decode(one) for name, one in zip(PICTURES, made, strict=True)}


def _drawn(jobs: bytes) -> bytes:
    npm.install(dev=False)
    command = [str(npm.node()), str(RASTERIZER)]
    done = subprocess.run(command, input=jobs, capture_output=True, cwd=ROOT, timeout=120)
    if done.returncode:
        raise BuildError(f"{ICON} couldn't be drawn: {done.stderr.decode().strip()[-500:]}")
    return done.stdout

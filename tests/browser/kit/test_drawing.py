"""Of a drawing, only what figures are made of gets into a page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.support import Problems

pytestmark = pytest.mark.python("off")

HARM = """
<svg viewBox="0 0 9 9" onload="location = '/no'" style="position: fixed">
  <a href="javascript:alert(1)"><text x="1" y="2">one</text></a>
  <a href="//elsewhere.example/"><text x="1" y="4" data-link="w">two</text></a>
  <a href="#loss"><text x="1" y="6" class="in">three</text></a>
  <foreignObject><meta http-equiv="refresh" content="0; url=/no"><iframe src="/no"></iframe>
    <form action="/no"><button formaction="/no">four</button></form></foreignObject>
  <animate attributeName="href" to="/no"/><script>location = "/no"</script>
  <image href="/no.png" onerror="location = '/no'"/><set attributeName="onload" to="x"/>
</svg><link rel="stylesheet" href="/no.css"><img src="/no.png"><base href="/no/">"""
LEFT = (
    '<svg viewBox="0 0 9 9"> <a><text x="1" y="2">one</text></a>'
    ' <a><text x="1" y="4" data-link="w">two</text></a>'
    ' <a href="#loss"><text x="1" y="6" class="in">three</text></a> </svg>'
)


SHOWN = """async (markup) => {
  const folder = new URL('..', document.querySelector('script[type=module]').src);
  const { showDrawing } = await import(folder + 'kit/drawing.js');
  const element = document.createElement('div');
  document.body.append(element);
  showDrawing(element, markup);
  return element.innerHTML;
}"""


def test_nothing_else_gets_in(page: Page, site: str, problems: Problems) -> None:
    problems.expect("Content Security Policy|CSP breach")  # which stops handlers as they're parsed
    page.goto(f"{site}glossary/")
    drawn = page.evaluate(SHOWN, HARM)
    assert re.sub(r"\s+", " ", drawn).strip() == LEFT
    assert page.url == f"{site}glossary/"

"""Only what figures are made of gets into a page as a drawing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.python("off")

RIGHT = (
    '<svg viewBox="0 0 9 9"><a href="#loss?a=1&amp;b=2"><text x="1" y="2" class="in">'
    '1 &lt; 2</text></a><line x1="1" data-link="z1-0"></line></svg>'
)
HARM = [
    '<svg onload="location = 1"></svg>',
    '<svg style="position: fixed"></svg>',
    '<svg><a href="javascript:alert(1)"><text>one</text></a></svg>',
    '<svg><a href="javascript&#58;alert(1)"><text>one</text></a></svg>',
    '<svg><a href="//elsewhere.example/"><text>one</text></a></svg>',
    '<svg><a HREF="https://elsewhere.example/"><text>one</text></a></svg>',
    "<svg><a href=/no><text>one</text></a></svg>",
    '<svg><text x="1"onload="x">one</text></svg>',
    "<svg><text x='1' onload='x'>one</text></svg>",
    '<svg><foreignObject><form action="/no"></form></foreignObject></svg>',
    '<svg><animate attributeName="href" to="/no"></animate></svg>',
    '<svg><image href="/no.png"></image></svg>',
    "<svg><script>location = 1</script></svg>",
    '<meta http-equiv="refresh" content="0; url=/no">',
    '<iframe src="/no"></iframe>',
    "<svg><!-- --><text>one</text></svg>",
    "<svg",
]
SHOWN = """async (markups) => {
  const folder = new URL('../../source/', document.querySelector('script[type=module]').src);
  const { showDrawing } = await import(folder + 'kit/drawing.js');
  return markups.map((markup) => {
    const element = document.createElement('div');
    document.body.append(element);
    showDrawing(element, markup);
    return element.innerHTML;
  });
}"""


def test_nothing_else_gets_in(page: Page, site: str) -> None:
    page.goto(f"{site}glossary/")
    assert page.evaluate(SHOWN, [RIGHT, *HARM]) == [RIGHT, *["" for _ in HARM]]
    assert page.url == f"{site}glossary/"

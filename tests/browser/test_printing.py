"""On paper: figures hold their contents, the text goes on below them, and no control is printed."""

import pytest

# Columns of the size of a page, less margins of a centimetre: they break as pages do, by the same
# rules of the same engine, and the places of their contents can be asked for.
PAGES = {"A4": (718, 1047), "A4, landscape": (1047, 718), "Letter": (740, 980)}

# Every piece of text or picture in a figure that lies outside of its box or over another, and every
# paragraph that shares a place with a figure.
MISPLACED = """([width, height]) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { overflow-x: scroll } body { columns: ${width}px auto; column-gap: 40px;
    column-fill: auto; width: ${width}px; height: ${height}px }`);
  document.adoptedStyleSheets = [sheet];
  const rectsOf = part => {
    const range = document.createRange();
    range.selectNodeContents(part);
    return [...(part.nodeType === Node.TEXT_NODE ? range : part).getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0);
  };
  const textsIn = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const { parentElement: parent } = node;
      if (node.data.trim() && parent.checkVisibility() && !parent.closest(".unseen, style, math"))
        found.push(node);
    }
    return found;
  };
  const share = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const within = (a, b) => a.left > b.left - 2 && a.right < b.right + 2
    && a.top > b.top - 2 && a.bottom < b.bottom + 2;
  const wrong = [];
  const prose = [...document.querySelectorAll("main p, main h2, main summary")].flatMap(textsIn);
  for (const figure of document.querySelectorAll("backprop-figure")) {
    const name = figure.getAttribute("figure");
    const boxes = rectsOf(figure.shadowRoot.querySelector(".figure"));
    const pictures = [...figure.shadowRoot.querySelectorAll("svg, canvas, table")]
      .filter(part => part.checkVisibility() && !part.parentElement.closest("svg"));
    const inside = [...textsIn(figure.shadowRoot), ...pictures];
    for (const part of inside)
      for (const rect of rectsOf(part))
        if (!boxes.some(box => within(rect, box)))
          wrong.push(`${name}: ${part.data?.trim().slice(0, 40) ?? part.localName} is outside`);
    for (const picture of pictures.filter(({ localName }) => localName === "svg"))
      if (rectsOf(picture).length > 1) wrong.push(`${name}: a picture is cut in two`);
    for (const text of prose)
      for (const rect of rectsOf(text))
        if (boxes.some(box => share(rect, box)))
          wrong.push(`${name} covers: ${text.data.trim().slice(0, 40)}`);
    const texts = textsIn(figure.shadowRoot)
      .filter(({ parentElement }) => !parentElement.closest("svg"))
      .flatMap(text => rectsOf(text).map(rect => [text.data.trim().slice(0, 40), rect]));
    texts.forEach(([text, rect], index) => {
      for (const [other, place] of texts.slice(index + 1))
        if (other !== text && share(rect, place)) wrong.push(`${name}: ${text} lies over ${other}`);
    });
    const controls = figure.shadowRoot.querySelectorAll("input, select, .share-button, .button");
    for (const control of controls)
      if (control.checkVisibility()) wrong.push(`${name}: prints ${control.localName}`);
  }
  document.adoptedStyleSheets = [];
  return [...new Set(wrong)];
}"""


@pytest.fixture(scope="module")
def printed(browser, site):
    page = browser.new_context(java_script_enabled=True).new_page()
    page.route("**/page.js", lambda route: route.abort())
    page.goto(site.url)
    page.emulate_media(media="print")
    yield page
    page.context.close()


@pytest.mark.parametrize("paper", PAGES)
def test_nothing_is_under_a_figure_or_outside_of_it(printed, paper):
    assert printed.evaluate(MISPLACED, PAGES[paper]) == []

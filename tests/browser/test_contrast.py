"""Lines and shapes that carry meaning stand out from what is behind them, in both themes."""

import pytest
from figures import Figure

# Figure, the part of it that the mark is drawn in, the mark, and what of it is painted.
MARKS = [
    ("rates", ".rates", "rates-band", "stroke"),
    ("rates", ".rates", "rates-later", "stroke"),
    ("rates", ".rates", "rates-path", "stroke"),
    ("xor", ".xor", "xor-loss-later", "stroke"),
    ("xor", ".xor", "xor-trail", "stroke"),
    ("xor", ".xor", "xor-contour", "stroke"),
    ("xor", ".xor", "xor-border", "stroke"),
    ("depth", ".depth", "depth-dot", "fill"),
]

# What is painted: 0 to 255 for red, green and blue, and 0 to 1 for opacity.
PAINTED = """(el, [within, mark, paint]) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, "path"));
  path.setAttribute("class", mark);
  el.shadowRoot.querySelector(within).append(svg);
  const style = getComputedStyle(path);
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  const bytes = colour => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const token = name => {
    path.style.color = `var(${name})`;
    return bytes(getComputedStyle(path).color);
  };
  const grounds = [token("--bp-raised")];
  if (mark === "xor-contour") {
    const middle = token("--bp-surface-mid");
    for (const end of [token("--bp-surface-low"), token("--bp-surface-high")])
      for (const share of [0.4, 0.8])
        grounds.push(end.map((value, part) => share * value + (1 - share) * middle[part]));
  }
  const told = [bytes(style[paint]), Number(style[paint + "Opacity"]), grounds];
  svg.remove();
  return told;
}"""


def luminance(colour):
    """Relative luminance of a colour of three bytes, as WCAG 2.2 defines it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (byte / 255 for byte in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour, other):
    """Contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(colour), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_have_three_times_the_light_of_what_is_behind_them(running_page, theme):
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    running_page.page.emulate_media(color_scheme=theme)
    figures = {kind: Figure(running_page.put(kind), kind).shown() for kind, *_ in MARKS}
    weak = []
    for kind, within, mark, paint in MARKS:
        colour, opacity, grounds = figures[kind].ask(PAINTED, [within, mark, paint])
        for ground in grounds:
            mixed = [
                opacity * top + (1 - opacity) * below
                for top, below in zip(colour, ground, strict=True)
            ]
            ratio = contrast(mixed, ground)
            if ratio < 3:
                weak.append(f"{mark}: {ratio:.2f} on {ground}")
    assert weak == []


def test_a_new_theme_recolours_the_decision_surface(running_page):
    running_page.page.emulate_media(color_scheme="light")
    figure = Figure(running_page.put("xor"), "xor").ready()
    middle = """el => {
      const canvas = el.shadowRoot.querySelector("canvas.xor-heat");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let least = 255;
      for (let at = 0; at < data.length; at += 4) least = Math.min(least, data[at]);
      return [data.length > 0 && data[3] === 255, least];
    }"""
    figure.wait(f"el => ({middle})(el)[0]")
    in_light = figure.ask(middle)[1]
    running_page.page.emulate_media(color_scheme="dark")
    figure.wait(f"(el, before) => ({middle})(el)[1] !== before", in_light)

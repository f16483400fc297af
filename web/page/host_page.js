/** What a figure in a frame and the page around it tell each other: its height, and the theme. */

const THEMES = ["light", "dark", "auto"];

/**
 * Tells the page around this frame how high it is, whenever that changes, and does what it is told.
 * @param {import("../element/figure_element.js").BackpropFigure} figure
 */
export function talkToHostPage(figure) {
  if (parent === window) return;
  const tell = () => {
    // Until there is a picture the host's own height is the better guess.
    if (!figure.shown && !figure.missing) return;
    const { height } = document.documentElement.getBoundingClientRect();
    // Nobody is harmed by knowing it, and who the host is cannot be known.
    parent.postMessage({ type: "backprop-figure-height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "backprop-host") return;
    if (THEMES.includes(data.theme)) figure.setAttribute("theme", data.theme);
    tell();
  });
}

/** Messages between a figure in a frame and the page around it: its height, and the theme. */

const THEMES = ["light", "dark", "auto"];

/**
 * Tells the page around this frame the frame's height whenever it changes, and applies the theme that the page
 * sends.
 * @param {import("../element/figure_element.js").BackpropFigure} figure
 */
export function talkToHostPage(figure) {
  if (parent === window) return;
  const tell = () => {
    // One that fills its frame needs no other height.
    if (figure.fit === "height") return;
    const { height } = document.documentElement.getBoundingClientRect();
    // The origin of the host page cannot be known, and the height is no secret.
    parent.postMessage({ type: "backprop-figure-height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.type !== "backprop-host") return;
    if (THEMES.includes(data.theme)) figure.setAttribute("theme", data.theme);
    tell();
  });
}

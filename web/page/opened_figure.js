/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/**
 * Shows what one figure hands to another, where the page has that other: its section becomes the address, so
 * that Back returns to where the reader was.
 * @param {BackpropFigure[]} figures of which there is one of each kind
 */
export function openHandedStates(figures) {
  document.addEventListener("backprop-open", (event) => {
    const { figure, state } = /** @type {CustomEvent} */ (event).detail;
    const other = figures.find((each) => each.figure === figure);
    if (!other || other === event.target) return;
    event.preventDefault();
    other.setState(state);
    location.hash = other.closest("section")?.getAttribute("aria-labelledby") ?? "";
    other.scrollIntoView();
  });
}

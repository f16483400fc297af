import { handedStateText } from "../element/sharing/handed_state.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/**
 * Shows what one figure hands to another: on this page, where its section becomes the address, so that Back
 * returns to where the reader was; or on the article that has that other.
 * @param {BackpropFigure[]} figures of which there is one of each kind
 * @param {ParentNode} contents of all articles
 */
export function openHandedStates(figures, contents) {
  document.addEventListener("backprop-open", (event) => {
    const { figure, state } = /** @type {CustomEvent} */ (event).detail;
    const other = figures.find((each) => each.figure === figure);
    if (other === event.target) return;
    if (!other) {
      const link = [...contents.querySelectorAll("a")].find(({ dataset }) =>
        dataset.figures?.split(" ").includes(figure),
      );
      if (link) {
        event.preventDefault();
        openOnArticle(link, figure, state);
      }
      return;
    }
    event.preventDefault();
    other.setState(state);
    location.hash = other.closest("section")?.getAttribute("aria-labelledby") ?? "";
    other.scrollIntoView();
  });
}

/**
 * @param {HTMLAnchorElement} link to the section of that figure
 * @param {string} figure
 * @param {object} state the fields that are handed over
 */
async function openOnArticle(link, figure, state) {
  location.assign(`${link.pathname}#${await handedStateText(figure, state, link.hash.slice(1))}`);
}

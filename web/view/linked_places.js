/**
 * Lights every mention of a place while one of them is pointed at or focused: the same quantity in
 * the drawing, in a formula and in a list of factors.
 */

/**
 * Listens on a figure for pointerover, pointerout, focusin and focusout.
 * @param {Event} event
 */
export function linkPlaces(event) {
  const figure = /** @type {Element} */ (event.currentTarget);
  const over = event.type === "pointerover" || event.type === "focusin";
  const target = /** @type {Element | null} */ (event.target);
  const place = over ? target?.closest("[data-place]")?.getAttribute("data-place") : null;
  for (const lit of figure.querySelectorAll("[data-hovered]")) {
    if (lit.getAttribute("data-place") !== place) lit.removeAttribute("data-hovered");
  }
  if (!place) return;
  for (const mention of figure.querySelectorAll(`[data-place="${CSS.escape(place)}"]`)) {
    mention.setAttribute("data-hovered", "");
  }
}

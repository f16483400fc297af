/**
 * Lights every mention of a place while one of them is pointed at or focused: the same quantity in
 * the drawing, in a formula, in a list of factors, and in the text around the figure.
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
  light(figure, (name) => name === place);
}

/**
 * Listens on a section of the text for pointerover and pointerout. A symbol there names in
 * `data-lights` a place of the section's figure, or, with a colon at its end, all places of a kind:
 * `loss`, `error:`.
 * @param {Event} event
 */
export function linkMentions(event) {
  const section = /** @type {Element} */ (event.currentTarget);
  const target = /** @type {Element | null} */ (event.target);
  const named = target?.closest("[data-lights]")?.getAttribute("data-lights");
  const figure = section.querySelector("backprop-figure")?.shadowRoot;
  if (!named || !figure) return;
  const over = event.type === "pointerover";
  const isNamed = (/** @type {string} */ place) =>
    named.endsWith(":") ? place.startsWith(named) : place === named;
  light(figure, (place) => over && isNamed(place));
}

/**
 * @param {ParentNode} figure
 * @param {(place: string) => boolean} isLit
 */
function light(figure, isLit) {
  for (const mention of figure.querySelectorAll("[data-place]")) {
    mention.toggleAttribute("data-hovered", isLit(mention.getAttribute("data-place") ?? ""));
  }
}

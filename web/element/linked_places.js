/**
 * Highlights every mention of a place while one of them is pointed at or focused: the same quantity in the
 * drawing, in a formula, in a list of factors, and in the text around the figure.
 */

/**
 * Which places are highlighted in each figure, while any is.
 * @type {WeakMap<Node, (place: string) => boolean>}
 */
const lit = new WeakMap();

/**
 * Listens on a figure for pointerover, pointerout, focusin and focusout.
 * @param {Event} event
 */
export function linkPlaces(event) {
  const figure = /** @type {Element} */ (event.currentTarget);
  const over = event.type === "pointerover" || event.type === "focusin";
  const target = /** @type {Element | null} */ (event.target);
  const place = over ? target?.closest("[data-place]")?.getAttribute("data-place") : null;
  light(figure.getRootNode(), place ? (name) => name === place : null);
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
  const isNamed = (/** @type {string} */ place) =>
    named.endsWith(":") ? place.startsWith(named) : place === named;
  light(figure, event.type === "pointerover" ? isNamed : null);
}

/**
 * Highlights the same places again after a new drawing, which may mention them elsewhere.
 * @param {Node | null} root of the figure
 */
export function relight(root) {
  const isLit = root && lit.get(root);
  if (isLit) show(root, isLit);
}

/**
 * @param {Node} root of a figure
 * @param {((place: string) => boolean) | null} isLit null: no place is
 */
function light(root, isLit) {
  if (isLit) lit.set(root, isLit);
  else if (!lit.delete(root)) return;
  show(root, isLit ?? (() => false));
}

/**
 * @param {Node} root
 * @param {(place: string) => boolean} isLit
 */
function show(root, isLit) {
  for (const mention of /** @type {ShadowRoot} */ (root).querySelectorAll("[data-place]")) {
    mention.toggleAttribute("data-hovered", isLit(mention.getAttribute("data-place") ?? ""));
  }
}

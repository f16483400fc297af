/**
 * What an element tells the page around it. Events bubble, out of shadow roots too:
 * `backprop-ready` when the first answer from Python is shown, `backprop-change` when the reader or a
 * caller changed what is shown, `backprop-error` when a value was refused or the engine failed; its
 * `detail` has `field` or `reason`, and `message`.
 * @param {HTMLElement} element
 * @param {"backprop-ready" | "backprop-change" | "backprop-error"} type
 * @param {object} detail
 */
export function fire(element, type, detail) {
  element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}

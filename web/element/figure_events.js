/**
 * What an element tells the page around it. Events bubble, out of shadow roots too:
 * `backprop-ready` when the first answer from Python is shown, `backprop-change` when the reader or a
 * caller changed what is shown, `backprop-error` when a value was refused or the engine failed; its
 * `detail` has `field` or `reason`, and `message`. `backprop-open` asks for `detail.state` to be shown in
 * a figure of the kind `detail.figure`: a page that does so calls `preventDefault`.
 * @param {HTMLElement} element
 * @param {"backprop-ready" | "backprop-change" | "backprop-error" | "backprop-open"} type
 * @param {object} detail
 * @returns {boolean} false where a listener has prevented what the figure would do by itself
 */
export function fire(element, type, detail) {
  const cancelable = type === "backprop-open";
  return element.dispatchEvent(
    new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }),
  );
}

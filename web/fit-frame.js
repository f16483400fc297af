/**
 * For pages that show a figure in a frame: the frame is as high as its figure, and follows the theme
 * that its `data-theme` tells. One module script serves all frames of a page.
 */

const embed = new URL("embed.html", import.meta.url);

/** What a frame may be set to (px), whatever it asks for. */
const LEAST = 120;
const MOST = 4000;

/** @param {HTMLIFrameElement} frame */
function isOurs(frame) {
  return frame.src.split(/[?#]/, 1)[0] === embed.href;
}

/**
 * The origin that messages of a frame come from. A sandboxed one has none.
 * @param {HTMLIFrameElement} frame
 */
function originOf({ sandbox }) {
  return sandbox.length > 0 && !sandbox.contains("allow-same-origin") ? "null" : embed.origin;
}

/** @param {HTMLIFrameElement} frame */
function tell(frame) {
  const message = { type: "backprop-host", theme: frame.dataset.theme ?? null };
  // Nothing in it is a secret, and a sandboxed frame has no origin to address it to.
  frame.contentWindow?.postMessage(message, "*");
}

addEventListener("message", ({ source, origin, data }) => {
  if (data?.type !== "backprop-figure-height" || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source || !isOurs(frame) || originOf(frame) !== origin) continue;
    frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(data.height)))}px`;
  }
});

new MutationObserver((changes) => {
  for (const { target } of changes) greet(target);
}).observe(document, { subtree: true, attributeFilter: ["data-theme"] });

/** @param {unknown} frame */
function greet(frame) {
  if (frame instanceof HTMLIFrameElement && isOurs(frame)) tell(frame);
}

// A frame's `load` does not bubble. Those that were there before this script are greeted at once.
document.addEventListener("load", ({ target }) => greet(target), true);
for (const frame of document.querySelectorAll("iframe")) greet(frame);

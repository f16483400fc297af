/**
 * A page's address is a link to what the page shows. Nothing here knows what is in a link: that is
 * fetched when there is one to be read or to be written.
 */

import { hashText, holdsState, PAGE } from "./page_address.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/**
 * Opens the link that the page was called with, and keeps the address up to date from then on.
 * @param {BackpropFigure[]} figures of which there is one of each kind
 */
export async function keepLink(figures) {
  const given = holdsState() ? hashText() : "";
  /** @type {import("./kept_link.js").KeptLink | undefined} */
  let kept;
  addEventListener("hashchange", () => {
    // A link that was pasted is opened as if by itself; an entry of our own gets what is shown now.
    if (holdsState() && history.state?.page !== PAGE) location.reload();
    else kept?.write();
  });
  if (given) for (const figure of figures) figure.state = given;
  else await firstChange();
  const { KeptLink } = await import("./kept_link.js");
  kept = new KeptLink(figures, given);
}

/** Goes to the section that a link names, or else to its first figure; not when a page is reloaded. */
export function goToLinkedPlace() {
  if (!holdsState() || history.state) return;
  const text = hashText();
  const figure = /(?:^|&)figure=(\w+)/.exec(text)?.[1];
  const place =
    document.getElementById(text.split("&", 1)[0]) ??
    document.querySelector(`backprop-figure[figure="${figure}"]`);
  place?.scrollIntoView();
}

function firstChange() {
  return new Promise((resolve) => {
    document.addEventListener("backprop-change", resolve, { once: true });
  });
}

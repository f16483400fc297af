/**
 * A page's address is a link to what the page shows. The code that reads and writes links is fetched when it is
 * first needed.
 */

import { bring } from "../downloads/later_module.js";
import { hashText, holdsState, isPlaygroundLink, PAGE } from "./page_address.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/**
 * Opens the link that the page was called with, and keeps the address up to date from then on.
 * @param {BackpropFigure[]} figures of which there is one of each kind
 */
export async function keepLink(figures) {
  const given = holdsState() ? hashText() : "";
  const playground = figures.find(({ figure }) => figure === "playground");
  const opensPlayground = () => playground !== undefined && isPlaygroundLink(hashText());
  /** @type {import("./kept_link.js").KeptLink | undefined} */
  let kept;
  addEventListener("hashchange", () => {
    // A pasted link is opened by a reload; an entry that this page has written is brought up to date.
    const isPasted = (holdsState() || opensPlayground()) && history.state?.page !== PAGE;
    if (isPasted) location.reload();
    else kept?.write();
  });
  if (opensPlayground()) playground?.setState({ link: `#${hashText()}` });
  if (given) for (const figure of figures) figure.state = given;
  else {
    // Fetched when there is time: after an update of the site it may not be there any more.
    next("backprop-ready")
      .then(bringKeptLink)
      .catch(() => {});
    await next("backprop-change");
  }
  while (!kept) {
    const changed = next("backprop-change");
    try {
      const { KeptLink } = await bringKeptLink();
      kept = new KeptLink(figures, given);
    } catch {
      // What is shown is not lost: the next change tries again, or one of meanwhile.
      await changed;
    }
  }
}

/** Scrolls to the section that a link names, or to its first figure; not when the page is reloaded. */
export function goToLinkedPlace() {
  const text = hashText();
  if (!text.includes("=") || history.state) return;
  const figure = isPlaygroundLink(text) ? "playground" : /(?:^|&)figure=(\w+)/.exec(text)?.[1];
  const place =
    document.getElementById(text.split("&", 1)[0]) ??
    document.querySelector(`backprop-figure[figure="${figure}"]`);
  place?.scrollIntoView();
}

const bringKeptLink = () => bring(() => import("./kept_link.js"));

/** @param {string} event of any figure */
function next(event) {
  return new Promise((resolve) => document.addEventListener(event, resolve, { once: true }));
}

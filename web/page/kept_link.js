import { figureText, linkText, readLink } from "../element/sharing/link.js";
import { hashText, PAGE } from "./page_address.js";
import { sayUnfollowed } from "./unfollowed_link.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/** So long (ms) nothing has changed when the address is written, and so long it may wait for idle time. */
const REST = 400;
const LONGEST_WAIT = 1000;

/** Writes what the figures of a page show into its address, whenever that comes to rest. */
export class KeptLink {
  /**
   * @param {BackpropFigure[]} figures
   * @param {string} given the link that the page was called with
   */
  constructor(figures, given) {
    this.figures = figures;
    const link = readLink(given);
    /** What the link says of figures that the reader has not come to yet. */
    this.unread = new Map(link.figures.map(({ figure, text }) => [figure, text]));
    // Otherwise the figures that it does name say what of it was left out.
    const isFollowed = figures.some(({ figure }) => this.unread.has(figure));
    if (!isFollowed && link.notes.length > 0) sayUnfollowed(link.notes);
    this.timer = 0;
    document.addEventListener("backprop-change", () => this.#waitForRest());
    document.addEventListener("visibilitychange", () => this.write());
    addEventListener("pagehide", () => this.write());
    this.#waitForRest();
  }

  /** Never a new entry in the history: Back leaves the page. */
  write() {
    clearTimeout(this.timer);
    const [first] = hashText().split("&", 1);
    const place = first.includes("=") ? "" : first;
    const texts = this.figures.map((figure) => this.#textOf(figure)).filter((text) => text !== "");
    const text = linkText(texts, place);
    const address = text ? `#${text}` : location.pathname + location.search;
    try {
      history.replaceState({ page: PAGE }, "", address);
    } catch {
      // A sandboxed frame has no address of its own, and some browsers count how often it changes.
    }
  }

  #waitForRest() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#writeWhenIdle(), REST);
  }

  /** A browser takes its time over a new address: no reader's next action waits for that. */
  #writeWhenIdle() {
    if (!("requestIdleCallback" in globalThis)) this.write();
    else requestIdleCallback(() => this.write(), { timeout: LONGEST_WAIT });
  }

  /**
   * @param {BackpropFigure} figure
   * @returns {string} empty for a figure that is as it opened
   */
  #textOf({ shown, kind, figure, opening, isChanged }) {
    if (!shown || !kind || !opening) return this.unread.get(figure) ?? "";
    if (!isChanged) return "";
    const text = figureText(kind, shown.getState());
    return text === figureText(kind, opening) ? "" : text;
  }
}

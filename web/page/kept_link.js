import { figureText, linkText, readLink } from "../element/sharing/link.js";
import { hashText, PAGE } from "./page_address.js";
import { sayUnfollowed } from "./unfollowed_link.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/** How long nothing has to change before the address is written, and how long it may wait for idle time (ms). */
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
    /** The part of the link for each figure that has not been loaded yet. */
    this.unread = new Map(link.figures.map(({ figure, text }) => [figure, text]));
    // If it names figures of this page, those say what was left out.
    const isFollowed = figures.some(({ figure }) => this.unread.has(figure));
    if (!isFollowed && link.notes.length > 0) sayUnfollowed(link.notes);
    this.timer = 0;
    document.addEventListener("backprop-change", () => this.#waitForRest());
    document.addEventListener("visibilitychange", () => this.write());
    addEventListener("pagehide", () => this.write());
    this.#waitForRest();
  }

  /** Replaces the entry of the history and adds none, so that Back leaves the page. */
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

  /** Changing the address can take a browser long, so it waits until the page is idle. */
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

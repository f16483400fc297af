/**
 * Scrolls back to the line that was read, after a reload or when the reader returns from another page. The
 * browser remembers a number of pixels, but the figures above that line may have other heights by then.
 */

/** @typedef {{part: number, top: number}} ReadingPlace a part of the text, and where on the screen it begins */

const KEY = "backprop-reading-place";

/** Events by which a reader may be about to scroll. */
const ACTS = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/**
 * @param {Element[]} parts of the text, in their order
 * @param {BackpropFigure[]} figures among them
 */
export function keepReadingPlace(parts, figures) {
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  if (type !== "navigate") comeBack(parts, figures);
  addEventListener("pagehide", () => {
    const part = Math.max(
      parts.findLastIndex((each) => topOf(each) < innerHeight / 2),
      0,
    );
    remember({ part, top: topOf(parts[part]) });
  });
}

/**
 * @param {Element[]} parts
 * @param {BackpropFigure[]} figures
 */
function comeBack(parts, figures) {
  const place = remembered();
  const part = place && parts[place.part];
  if (!part) return;
  let isThere = false;
  const end = () => {
    isThere = true;
    // The browser again restores the position when the reader goes back within the page.
    history.scrollRestoration = "auto";
  };
  whenSettled(figures).then(end);
  for (const act of ACTS) addEventListener(act, end, { once: true, passive: true });
  history.scrollRestoration = "manual";
  let home = Number.NaN;
  (function hold() {
    if (isThere) return;
    const away = topOf(part) - place.top;
    const grown = scrollY + topOf(part) - home;
    // The line has moved further than the growth above it explains, so the reader has scrolled.
    const isLeft = Math.abs(away) > Math.abs(grown) + 1;
    if (isLeft && document.readyState === "complete") return end();
    scrollBy({ top: away, behavior: "instant" });
    home = scrollY + topOf(part);
    requestAnimationFrame(hold);
  })();
}

/**
 * @param {BackpropFigure[]} figures
 * @returns {Promise<unknown>} fulfilled when heights no longer change by themselves: the fonts are loaded,
 *   and the figures that are near are drawn in their state
 */
async function whenSettled(figures) {
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  return Promise.all([document.fonts.ready, ...figures.map(({ openings }) => openings.drawn)]);
}

/** @param {Element} part */
const topOf = (part) => part.getBoundingClientRect().top;

/** @returns {ReadingPlace | null} */
function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null; // storage is blocked, so the browser's number of pixels has to do
  }
}

/** @param {ReadingPlace} place */
function remember(place) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // as above
  }
}

/**
 * Comes back, on a reload or from another page, to the line that was read. A browser remembers a
 * count of pixels, but the figures above that line may have other heights by then.
 */

/** @typedef {{part: number, top: number}} ReadingPlace a part of the text, and where on the screen it begins */

const KEY = "backprop-reading-place";

/** What a reader does who wants to be elsewhere. */
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
    // Going back and on within the page is the browser's own again.
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
    // The line is further away than what lies above it has grown: somebody has scrolled.
    const isLeft = Math.abs(away) > Math.abs(grown) + 1;
    if (isLeft && document.readyState === "complete") return end();
    scrollBy({ top: away, behavior: "instant" });
    home = scrollY + topOf(part);
    requestAnimationFrame(hold);
  })();
}

/**
 * @param {BackpropFigure[]} figures
 * @returns {Promise<unknown>} fulfilled when no height changes by itself any more: fonts have come, and
 *   the figures that are near are drawn in the state that a link opens them in
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
    return null; // storage is blocked: the browser's count of pixels has to do
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

/**
 * Comes back, on a reload or from another page, to the line that was read. A browser remembers a
 * count of pixels, but the figures above that line may have other heights by then.
 */

/** @typedef {{part: number, top: number}} ReadingPlace a part of the text, and where on the screen it begins */

const KEY = "backprop-reading-place";

/** @param {Element[]} parts of the text, in their order */
export function keepReadingPlace(parts) {
  const [{ type }] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  if (type !== "navigate") comeBack(parts);
  addEventListener("pagehide", () => {
    const part = Math.max(
      parts.findLastIndex((each) => topOf(each) < innerHeight / 2),
      0,
    );
    remember({ part, top: topOf(parts[part]) });
  });
}

/** @param {Element[]} parts */
function comeBack(parts) {
  const place = remembered();
  const part = place && parts[place.part];
  if (!part) return;
  history.scrollRestoration = "manual";
  const correct = () => {
    const before = scrollY;
    scrollBy({ top: topOf(part) - place.top, behavior: "instant" });
    return Math.abs(scrollY - before) >= 1;
  };
  correct();
  // Figures that come into sight are laid out in the next frame, at their own height.
  requestAnimationFrame(function again() {
    if (correct()) requestAnimationFrame(again);
    // Going back and on within the page is the browser's own again.
    else history.scrollRestoration = "auto";
  });
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

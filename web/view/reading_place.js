/**
 * Comes back, on a reload or from another page, to the line that was read. A browser remembers a
 * count of pixels, but the figures above that line may have other heights by then.
 */

/** @typedef {{part: number, top: number}} ReadingPlace a part of the text, and where on the screen it begins */

/** @param {Element[]} parts of the text, in their order */
export function keepReadingPlace(parts) {
  const place = /** @type {ReadingPlace | undefined} */ (history.state?.reading);
  const part = place && parts[place.part];
  if (part) scrollBy({ top: topOf(part) - place.top, behavior: "instant" });
  history.scrollRestoration = "auto"; // for going back and on within the page
  addEventListener("pagehide", () => {
    history.scrollRestoration = "manual";
    const reading = readingPlace(parts);
    history.replaceState({ ...history.state, reading }, "");
  });
}

/**
 * @param {Element[]} parts
 * @returns {ReadingPlace}
 */
function readingPlace(parts) {
  const last = parts.findLastIndex((part) => topOf(part) < innerHeight / 2);
  const part = Math.max(last, 0);
  return { part, top: topOf(parts[part]) };
}

/** @param {Element} part */
const topOf = (part) => part.getBoundingClientRect().top;

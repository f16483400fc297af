/** How long to wait where nothing is painted, as in a hidden tab (ms). */
const LONGEST_WAIT = 100;

/**
 * @returns {Promise<void>} fulfilled when everything that has been drawn by now is on screen
 */
export function nextPaint() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });
}

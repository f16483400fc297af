/** Pictures are this long apart at most where there are none, as in a hidden tab (ms). */
const LONGEST_WAIT = 100;

/**
 * @returns {Promise<void>} fulfilled when what is drawn by now is on screen
 */
export function nextPicture() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_WAIT);
  });
}

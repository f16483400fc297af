/**
 * Lays out what the page's styles leave for later, from the first part on, each when the page
 * has nothing else to do: no reader, picture of the whole page or search finds an empty box.
 * @param {NodeListOf<HTMLElement>} parts sections and figures
 * @returns {Promise<void>} fulfilled when all are laid out
 */
export async function layOutUnhurriedly(parts) {
  for (const part of parts) {
    await idleTime();
    part.dataset.laidOut = "";
    // Not before this one is drawn: two might be laid out in one go.
    await new Promise(requestAnimationFrame);
  }
}

function idleTime() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve, 200);
  });
}

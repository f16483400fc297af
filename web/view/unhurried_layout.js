/**
 * Lays out the figures that the page's styles leave for later, from the first on, each when the page
 * has nothing else to do: no reader, picture of the whole page or search finds an empty box.
 * @param {HTMLElement[]} figures
 */
export function layOutUnhurriedly(figures) {
  const [next, ...rest] = figures;
  if (!next) return;
  whenIdle(() => {
    next.dataset.laidOut = "";
    // Not before this one is drawn: two might be laid out in one go.
    requestAnimationFrame(() => layOutUnhurriedly(rest));
  });
}

/** @param {() => void} action */
function whenIdle(action) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(action);
  else setTimeout(action, 200);
}

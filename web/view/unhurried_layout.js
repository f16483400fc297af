/**
 * Lays out what the page's styles leave for later, from the first part on, each when the page
 * has nothing else to do: no reader, picture of the whole page or search finds an empty box.
 * @param {Iterable<HTMLElement>} parts sections and figures
 * @param {() => boolean} [isOver] whether they are to be left for later again
 * @returns {Promise<void>} fulfilled when all are laid out
 */
export async function layOutUnhurriedly(parts, isOver = () => false) {
  for (const part of parts) {
    await idleTime();
    if (isOver()) return;
    part.dataset.laidOut = "";
    // Not before this one is drawn: two might be laid out in one go.
    await new Promise(requestAnimationFrame);
  }
}

/**
 * While a figure works, the page's styles leave all others alone. When it has ended they take part in
 * the layout again one by one: all at once would keep the button waiting that ended it.
 * @param {HTMLElement[]} figures
 */
export function rejoinUnhurriedly(figures) {
  let works = false;
  const changed = new MutationObserver(() => {
    const worked = works;
    works = figures.some(({ dataset }) => dataset.state === "busy");
    if (works) for (const { dataset } of figures) delete dataset.laidOut;
    else if (worked) layOutUnhurriedly(figures, () => works);
  });
  for (const figure of figures) changed.observe(figure, { attributeFilter: ["data-state"] });
}

function idleTime() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve, 200);
  });
}

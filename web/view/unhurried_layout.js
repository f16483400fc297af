import { nextPicture } from "./next_picture.js";

/**
 * Lays out what the page's styles leave for later, each part when the page has nothing else to do: no
 * reader, picture of the whole page or search finds an empty box. While a figure works, which draws it
 * sixty times a second, all figures are left alone again; when it has ended they take part one by one:
 * all at once would keep the button waiting that ended it.
 * @param {HTMLElement[]} parts sections and figures, from the first on
 * @returns {Promise<void>} fulfilled when all are laid out for the first time, or a figure works
 */
export async function layOutUnhurriedly(parts) {
  const figures = parts.filter(({ localName }) => localName === "backprop-figure");
  const isBusy = () => figures.some(({ dataset }) => dataset.state === "busy");
  let wasBusy = false;
  const changed = new MutationObserver(async () => {
    if (isBusy() === wasBusy) return;
    wasBusy = !wasBusy;
    await nextPicture(); // that which answers the reader comes first
    if (isBusy()) for (const { dataset } of figures) delete dataset.laidOut;
    else layOut(parts, isBusy);
  });
  for (const figure of figures) changed.observe(figure, { attributeFilter: ["data-state"] });
  if (document.readyState !== "complete") {
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  }
  await layOut(parts, isBusy);
}

/**
 * @param {HTMLElement[]} parts
 * @param {() => boolean} isOver
 */
async function layOut(parts, isOver) {
  for (const part of parts) {
    await idleTime();
    if (isOver()) return;
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

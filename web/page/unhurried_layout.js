import { NEAR, watch } from "../element/sight.js";
import { nextPicture } from "../kit/figure/next_picture.js";

/** So many elements are laid out in one go. */
const PIECE = 100;

/**
 * Lays out what the page's styles leave for later, each part when the page has nothing else to do, and
 * figures once Python is there or cannot come: no picture of the whole page or search finds an empty
 * box. While a figure works, which draws it sixty times a second, all figures are left alone again; when
 * it has ended they take part one by one: all at once would keep the button waiting that ended it.
 * @param {HTMLElement[]} parts sections and figures, from the first on
 * @param {import("../engine/client.js").EngineClient} engine
 * @returns {Promise<void>} fulfilled when all are laid out for the first time, or a figure works
 */
export async function layOutUnhurriedly(parts, engine) {
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
  await layOut(
    parts.filter((part) => !figures.includes(part)),
    isBusy,
  );
  if (engine.status.kind === "loading") await engine.whenReady().catch(() => {});
  await layOut(figures, isBusy);
}

/**
 * @param {HTMLElement[]} parts
 * @param {() => boolean} isOver
 */
async function layOut(parts, isOver) {
  for (const part of parts) {
    if ("laidOut" in part.dataset) continue;
    if (part.shadowRoot) await layOutPieces(part, part.shadowRoot);
    await idleTime();
    if (isOver()) return;
    part.dataset.laidOut = "";
    // Not before this one is drawn: two might be laid out in one go.
    await new Promise(requestAnimationFrame);
  }
}

/**
 * Lays out what is in a figure far from the screen, piece by piece, each in a moment of its own: the
 * whole would keep the page for longer than a picture may take. The browser keeps what it found for
 * when all come together. Meanwhile nothing of the figure is shown, so that no height changes; a reader
 * who comes near ends it.
 * @param {HTMLElement} figure
 * @param {ShadowRoot} root
 */
async function layOutPieces(figure, root) {
  const pieces = [...piecesOf(root)];
  const leave = (/** @type {"hidden" | ""} */ what) => {
    for (const { style } of [figure, ...pieces]) style.contentVisibility = what;
  };
  let isFar = false;
  const sight = watch(figure, NEAR, (isNear) => {
    isFar = !isNear;
    if (isNear) leave("");
  });
  await nextPicture(); // with it comes the first look
  if (isFar) leave("hidden");
  for (const piece of pieces) {
    await idleTime();
    if (!isFar) break;
    piece.firstElementChild?.getBoundingClientRect(); // asking lays it out
  }
  sight.disconnect();
  leave("");
}

/**
 * @param {ParentNode} whole
 * @returns {Generator<HTMLElement>}
 */
function* piecesOf(whole) {
  for (const child of whole.children) {
    if (!(child instanceof HTMLElement)) continue;
    if (child.querySelectorAll("*").length <= PIECE) yield child;
    else yield* piecesOf(child);
  }
}

function idleTime() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve, 200);
  });
}

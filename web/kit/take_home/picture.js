/**
 * A figure's drawings as one picture that stands alone: SVG with every rule that the style sheets
 * gave written out, canvases as images, and the letters of its fonts inside; or the same as PNG.
 *
 * Rules are written as presentation attributes: a strict security policy refuses `style`, and the
 * picture looks the same in any program.
 */

import { closedGaps } from "./closed_gaps.js";
import { fontFaces } from "./embedded_fonts.js";
import { setAll, svgElement } from "./svg_element.js";
import { writtenParts } from "./written_parts.js";

/** The picture's pixels for each of the page's. */
const SCALE = 2;
const MARGIN = 12;
/** Where the page has prose or controls, the picture has so much room at the most. */
const GAP = 24;
/** A picture is whole when so many frames in a row were alike. */
const STILL_FRAMES = 3;
const MOST_FRAMES = 60;

/** Rules that change how SVG looks, as far as the figures use them. */
const PROPERTIES = [
  "display",
  "dominant-baseline",
  "fill",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "visibility",
];

/** Attributes that mean something to the page alone. */
const OF_THE_PAGE = /^(class|role|tabindex|data-|aria-|on)/;

/**
 * @typedef {object} Picture
 * @property {string} text the SVG
 * @property {number} width
 * @property {number} height
 * @property {boolean} hasFonts whether its letters are inside
 */

/**
 * Everything that is drawn within an element, where it stands on the screen: drawings, canvases, and
 * short texts such as headings, legends and the cells of a table.
 * @param {Element} whole
 * @returns {Promise<Picture>}
 */
export async function svgOf(whole) {
  const parts = closedUp([...drawings(whole), ...scales(whole), ...writtenParts(whole)]);
  const left = Math.min(...parts.map(({ box }) => box.left)) - MARGIN;
  const top = Math.min(...parts.map(({ box }) => box.top)) - MARGIN;
  const width = Math.ceil(Math.max(...parts.map(({ box }) => box.right)) + MARGIN - left);
  const height = Math.ceil(Math.max(...parts.map(({ box }) => box.bottom)) + MARGIN - top);
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, width, height });
  svg.append(svgElement("rect", { width, height, fill: paperColour(whole) }));
  for (const { box, draw } of parts)
    svg.append(draw({ x: box.left - left, y: box.top - top }, box));
  const fonts = await fontFaces(svg);
  if (fonts !== null) {
    const place = svgElement("defs", {});
    place.textContent = FONTS_GO_HERE;
    svg.prepend(place);
  }
  const text = new XMLSerializer().serializeToString(svg);
  const sheet = () => `<style>${fonts}</style>`;
  return { text: text.replace(FONTS_GO_HERE, sheet), width, height, hasFonts: fonts !== null };
}

/** A style element in the page's own document would be a matter of its security policy. */
const FONTS_GO_HERE = "fonts go here";

/**
 * @param {Picture} picture
 * @returns {Promise<Blob>} PNG, two pixels for each of the screen's
 */
export async function pngOf({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  await drawnWhole(image, canvas);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/**
 * Draws until nothing changes any more: a browser reads the fonts inside a picture after it has
 * drawn it first, and does not say when.
 * @param {HTMLImageElement} image
 * @param {HTMLCanvasElement} canvas
 */
async function drawnWhole(image, canvas) {
  const context = canvas.getContext("2d");
  let before = "";
  for (let same = 0, frame = 0; same < STILL_FRAMES && frame < MOST_FRAMES; frame += 1) {
    context?.clearRect(0, 0, canvas.width, canvas.height);
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = canvas.toDataURL();
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/**
 * @typedef {object} Part
 * @property {DOMRect} box on the screen
 * @property {(at: {x: number, y: number}, box: DOMRect) => Element} draw
 */

/**
 * @param {Part[]} parts
 * @returns {Part[]} without the room for what is not drawn
 */
function closedUp(parts) {
  const moves = closedGaps(
    parts.map(({ box }) => box),
    GAP,
  );
  return parts.map(({ box, draw }, index) => ({
    box: new DOMRect(box.x, box.y - moves[index], box.width, box.height),
    draw,
  }));
}

/**
 * Drawings and canvases, in the order in which they lie on each other.
 * @param {Element} whole
 * @returns {Part[]}
 */
function drawings(whole) {
  const found = [...whole.querySelectorAll("svg, canvas")].filter(
    (part) => !part.parentElement?.closest("svg, button:not(.in-picture)"),
  );
  return found
    .map((part) => ({
      box: part.getBoundingClientRect(),
      draw: part instanceof HTMLCanvasElement ? canvasImage(part) : drawingCopy(part),
    }))
    .filter(({ box }) => box.width > 0);
}

/**
 * A canvas, without what the page cuts off all round.
 * @param {HTMLCanvasElement} canvas
 * @returns {Part["draw"]}
 */
function canvasImage(canvas) {
  const cut = Number.parseFloat(getComputedStyle(canvas).clipPath.slice("inset(".length)) || 0;
  return ({ x, y }, { width, height }) => {
    const inner = { width: width - 2 * cut, height: height - 2 * cut };
    const frame = svgElement("svg", { x: x + cut, y: y + cut, ...inner, overflow: "hidden" });
    const href = canvas.toDataURL("image/png");
    frame.append(svgElement("image", { x: -cut, y: -cut, width, height, href }));
    return frame;
  };
}

/** @param {Element} drawing @returns {Part["draw"]} */
function drawingCopy(drawing) {
  return (at, { width, height }) => {
    const copy = copied(drawing);
    setAll(copy, { ...at, width, height, overflow: "visible" });
    return copy;
  };
}

/**
 * Scales of colour: what has a gradient as its ground.
 * @param {Element} whole
 * @returns {Part[]}
 */
function scales(whole) {
  const parts = [];
  for (const element of whole.querySelectorAll("span")) {
    const ground = getComputedStyle(element).backgroundImage;
    const colours = ground.startsWith("linear-gradient") && ground.match(/[a-z]+\([^()]*\)/g);
    if (colours) parts.push({ box: element.getBoundingClientRect(), draw: colourScale(colours) });
  }
  return parts;
}

/**
 * @param {string[]} colours evenly spaced, from left to right
 * @returns {Part["draw"]}
 */
function colourScale(colours) {
  return (at, { width, height }) => {
    const group = svgElement("g", {});
    const id = `scale-${Math.round(at.x)}-${Math.round(at.y)}`;
    const gradient = group.appendChild(svgElement("linearGradient", { id }));
    for (const [index, colour] of colours.entries()) {
      const offset = index / (colours.length - 1);
      gradient.append(svgElement("stop", { offset, "stop-color": colour }));
    }
    group.append(svgElement("rect", { ...at, width, height, rx: 2, fill: `url(#${id})` }));
    return group;
  };
}

/**
 * A drawing with the rules that hold for it written into it.
 * @param {Element} original
 * @returns {Element}
 */
function copied(original) {
  const copy = /** @type {Element} */ (original.cloneNode(false));
  for (const { name } of [...copy.attributes]) {
    if (OF_THE_PAGE.test(name)) copy.removeAttribute(name);
  }
  const rules = getComputedStyle(original);
  for (const name of PROPERTIES) {
    const value = rules.getPropertyValue(name);
    if (value && value !== USUAL[name]) copy.setAttribute(name, value);
    else copy.removeAttribute(name);
  }
  for (const child of original.childNodes) {
    if (child instanceof SVGElement) {
      if (getComputedStyle(child).display !== "none") copy.append(copied(child));
    } else if (child instanceof Text) copy.append(child.cloneNode());
  }
  return copy;
}

/** What SVG assumes where nothing is said, and what is inherited alike. @type {Record<string, string>} */
const USUAL = {
  display: "inline",
  "dominant-baseline": "auto",
  opacity: "1",
  "stroke-dasharray": "none",
  "paint-order": "normal",
};

/**
 * The colour on which a figure stands.
 * @param {Element | null} element
 */
function paperColour(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "#ffffff";
}

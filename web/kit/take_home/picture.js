/**
 * A figure's drawings as one picture file, SVG or PNG, that needs nothing else: the styles of the page are
 * written into it, canvases become images, and the fonts are embedded.
 *
 * Styles are written as presentation attributes, because a strict security policy refuses `style`
 * attributes and every program reads them alike.
 */

import { closedGaps } from "./closed_gaps.js";
import { fontFaces } from "./embedded_fonts.js";
import { setAll, svgElement } from "./svg_element.js";
import { textParts } from "./text_parts.js";

/** Pixels of the PNG for each pixel of the page. */
const SCALE = 2;
const MARGIN = 12;
/** The greatest height that remains where the page has prose or controls (px). */
const GAP = 24;
/** A picture is complete when this many frames in a row were alike. */
const STILL_FRAMES = 3;
const MOST_FRAMES = 60;

/** The style properties of SVG that the figures use. */
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

/** Attributes that mean something only in the page. */
const PAGE_ATTRIBUTES = /^(class|role|tabindex|data-|aria-|on)/;

/**
 * @typedef {object} Picture
 * @property {string} text the SVG
 * @property {number} width
 * @property {number} height
 * @property {boolean} hasFonts whether its fonts are embedded
 */

/**
 * Everything that is drawn within an element, in its place on the screen: drawings, canvases, and short
 * texts such as headings, legends and the cells of a table.
 * @param {Element} whole
 * @returns {Promise<Picture>}
 */
export async function svgOf(whole) {
  const parts = withGapsClosed([...drawings(whole), ...colourScales(whole), ...textParts(whole)]);
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

/**
 * Is replaced in the finished text, because a style element in the page's own document would be subject
 * to the security policy.
 */
const FONTS_GO_HERE = "fonts go here";

/**
 * @param {Picture} picture
 * @returns {Promise<Blob>} PNG
 */
export async function pngOf({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  await drawUntilStill(image, canvas);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

/**
 * Draws until nothing changes any more: a browser loads the fonts of a picture after it has first drawn
 * it, and does not tell when they are there.
 * @param {HTMLImageElement} image
 * @param {HTMLCanvasElement} canvas
 */
async function drawUntilStill(image, canvas) {
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
 * @returns {Part[]} without the room of what is left out
 */
function withGapsClosed(parts) {
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
 * Drawings and canvases, from the lowest layer to the highest.
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
 * A canvas, without the margin that the page cuts off.
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
 * Scales of colour: elements with a gradient as their background.
 * @param {Element} whole
 * @returns {Part[]}
 */
function colourScales(whole) {
  const parts = [];
  for (const element of whole.querySelectorAll("span")) {
    const background = getComputedStyle(element).backgroundImage;
    const colours =
      background.startsWith("linear-gradient") && background.match(/[a-z]+\([^()]*\)/g);
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
 * A copy of a drawing with its computed styles written into it.
 * @param {Element} original
 * @returns {Element}
 */
function copied(original) {
  const copy = /** @type {Element} */ (original.cloneNode(false));
  for (const { name } of [...copy.attributes]) {
    if (PAGE_ATTRIBUTES.test(name)) copy.removeAttribute(name);
  }
  const rules = getComputedStyle(original);
  for (const name of PROPERTIES) {
    const value = rules.getPropertyValue(name);
    if (value && value !== DEFAULTS[name]) copy.setAttribute(name, value);
    else copy.removeAttribute(name);
  }
  for (const child of original.childNodes) {
    if (child instanceof SVGElement) {
      if (getComputedStyle(child).display !== "none") copy.append(copied(child));
    } else if (child instanceof Text) copy.append(child.cloneNode());
  }
  return copy;
}

/** Values that need not be written, because SVG assumes them. @type {Record<string, string>} */
const DEFAULTS = {
  display: "inline",
  "dominant-baseline": "auto",
  opacity: "1",
  "stroke-dasharray": "none",
  "paint-order": "normal",
};

/**
 * The background colour behind an element.
 * @param {Element | null} element
 */
function paperColour(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour !== "rgba(0, 0, 0, 0)" && colour !== "transparent") return colour;
  }
  return "#ffffff";
}

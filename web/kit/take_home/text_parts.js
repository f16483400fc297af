/** The texts beside a figure's drawings, for its saved picture: headings, legends, tables, formulas. */

import { svgElement } from "./svg_element.js";

/** @import { Part } from "./picture.js" */

/** Elements whose text is left out: controls, prose, text for screen readers, and drawings themselves. */
const LEFT_OUT =
  "svg, canvas, button:not(.in-picture), label, select, summary, p, caption, .unseen, style";

/**
 * The lines of text in an element, each in its place, and the bars of its fractions.
 * @param {Element} whole
 * @returns {Part[]}
 */
export function textParts(whole) {
  return [...linesOfText(whole), ...fractionBars(whole)];
}

/**
 * @param {Element} whole
 * @returns {Part[]}
 */
function linesOfText(whole) {
  const walker = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  const parts = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = node.parentElement;
    if (!parent || !node.data.trim() || parent.closest(LEFT_OUT)) continue;
    for (const { text, box } of linesOf(node)) {
      if (box.width > 0) parts.push({ box, draw: lineOfText(text, parent) });
    }
  }
  return parts;
}

/**
 * The lines into which the browser has broken a text.
 * @param {Text} node
 */
function linesOf(node) {
  /** @type {{text: string, box: DOMRect}[]} */
  const lines = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.box.y - box.y) < 1) {
      line.text += ` ${word}`;
      line.box.width = box.right - line.box.left;
    } else lines.push({ text: word, box });
  }
  return lines;
}

/**
 * @param {string} data
 * @param {Element} parent
 * @returns {Part["draw"]}
 */
function lineOfText(data, parent) {
  return ({ x, y }, { width, height }) => {
    const rules = getComputedStyle(parent);
    const text = svgElement("text", {
      x,
      y: y + height / 2,
      // Keeps a column of numbers aligned where another font has digits of another width.
      textLength: width,
      "dominant-baseline": "central",
      fill: rules.color,
      "font-variant": rules.fontVariantNumeric,
    });
    for (const name of ["font-family", "font-size", "font-weight", "font-style"]) {
      text.setAttribute(name, rules.getPropertyValue(name));
    }
    text.textContent = data;
    return text;
  };
}

/**
 * @param {Element} whole
 * @returns {Part[]}
 */
function fractionBars(whole) {
  return [...whole.querySelectorAll("mfrac")]
    .filter((fraction) => !fraction.closest(LEFT_OUT) && fraction.checkVisibility())
    .map((fraction) => {
      const { left, width } = fraction.getBoundingClientRect();
      const [over, under] = [...fraction.children].map((part) => part.getBoundingClientRect());
      const box = new DOMRect(left, (over.bottom + under.top) / 2, width, 1);
      const fill = getComputedStyle(fraction).color;
      return { box, draw: (at) => svgElement("rect", { ...at, width, height: 1, fill }) };
    });
}

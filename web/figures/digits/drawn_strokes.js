/**
 * A digit that a reader draws, as text: two letters for each dot of 32×32 that the pen goes through, a full stop
 * after each stroke. Python makes an image of it.
 */

import { Refused } from "../../kit/fields/fields.js";

/** Blank paper. */
export const BLANK = ".";
/** Dots on each side, of which four by four make one of the image. */
export const FINE_SIDE = 32;
export const BLOCK = 4;
/** A stroke has no dots that are closer to each other (fine dots). */
const CLOSEST = 2;

/** @typedef {{x: number, y: number}} Dot a place among the fine dots, whole, from 0 to 31 */

const letters = (/** @type {Dot} */ { x, y }) => x.toString(FINE_SIDE) + y.toString(FINE_SIDE);

/** The drawing with a new stroke, of one dot as yet. @param {string} drawing @param {Dot} dot */
export const withStroke = (drawing, dot) =>
  `${drawing === BLANK ? "" : drawing}${letters(dot)}${BLANK}`;

/**
 * The drawing with its last stroke led on, if the pen has gone far enough.
 * @param {string} drawing
 * @param {Dot} dot
 */
export function withDot(drawing, dot) {
  const last = dotsOf(drawing).at(-1)?.at(-1);
  if (!last) return withStroke(drawing, dot);
  const way = Math.max(Math.abs(dot.x - last.x), Math.abs(dot.y - last.y));
  return way < CLOSEST ? drawing : `${drawing.slice(0, -1)}${letters(dot)}${BLANK}`;
}

/**
 * The way of the pen through an image of 8×8 dots whose corner is at 0, 0.
 * @param {string} drawing
 */
export const penPath = (drawing) =>
  dotsOf(drawing)
    .map((dots) => {
      const places = dots.map(({ x, y }) => `${(x + 0.5) / BLOCK},${(y + 0.5) / BLOCK}`);
      return `M${places.join("L")}${places.length === 1 ? "z" : ""}`;
    })
    .join("");

/** @param {string} drawing @returns {Dot[][]} */
const dotsOf = (drawing) =>
  drawing
    .split(BLANK)
    .filter((stroke) => stroke !== "")
    .map((stroke) =>
      Array.from(stroke.match(/../g) ?? [], ([x, y]) => ({
        x: Number.parseInt(x, FINE_SIDE),
        y: Number.parseInt(y, FINE_SIDE),
      })),
    );

/**
 * @param {unknown} value
 * @param {{maximum: number}} letters how many a drawing may have
 * @returns {string | null}
 */
export function checkedDrawing(value, { maximum }) {
  if (value === null) return null;
  if (typeof value !== "string" || !/^(([0-9a-v]{2})*\.)+$/.test(value)) {
    throw new Refused(
      "drawing",
      "A drawing is pairs of letters from 0 to v, each stroke with a full stop.",
    );
  }
  if (value.length > maximum) {
    throw new Refused("drawing", `A drawing has at most ${maximum} letters: begin a new one.`);
  }
  return value;
}

/**
 * The lines of the drawing: straight ones between units, and arcs for direct links from input to
 * output. Every line is a cubic, so that one rule tells where a travelling value is.
 */

/** @typedef {{x: number, y: number}} Point */

/**
 * A line from a source to a target, cut where their outlines begin.
 * @typedef {object} Line
 * @property {number} x1
 * @property {number} y1
 * @property {number} x2
 * @property {number} y2
 * @property {Point} bend1 first control point; on the line itself when it is straight
 * @property {Point} bend2
 * @property {string} path for the `d` of an SVG path
 */

/**
 * The straight line between two round things, from outline to outline.
 * @param {Point} source
 * @param {number} sourceRadius
 * @param {Point} target
 * @param {number} targetRadius
 * @returns {Line}
 */
export function straightLine(source, sourceRadius, target, targetRadius) {
  const length = Math.hypot(target.x - source.x, target.y - source.y) || 1;
  const start = between(source, target, sourceRadius / length);
  const end = between(target, source, targetRadius / length);
  return {
    ...ends(start, end),
    bend1: between(start, end, 1 / 3),
    bend2: between(start, end, 2 / 3),
    path: `M${shown(start)}L${shown(end)}`,
  };
}

/**
 * An arc between two round things that passes by what lies between them.
 * @param {Point} source
 * @param {Point} target
 * @param {number} radius of both
 * @param {Point} bend1 where the arc aims as it leaves the source
 * @param {Point} bend2 where it comes from as it reaches the target
 * @returns {Line}
 */
export function arcLine(source, target, radius, bend1, bend2) {
  const start = towards(source, bend1, radius);
  const end = towards(target, bend2, radius);
  return {
    ...ends(start, end),
    bend1,
    bend2,
    path: `M${shown(start)}C${shown(bend1)} ${shown(bend2)} ${shown(end)}`,
  };
}

/**
 * The point at a fraction of the way, 0 at the source and 1 at the target.
 * @param {Line} line
 * @param {number} fraction
 * @returns {Point}
 */
export function pointOnLine({ x1, y1, x2, y2, bend1, bend2 }, fraction) {
  const t = fraction;
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: a * x1 + b * bend1.x + c * bend2.x + d * x2,
    y: a * y1 + b * bend1.y + c * bend2.y + d * y2,
  };
}

/**
 * The direction of the line at a fraction of the way, in degrees, 0 to the right, 90 down.
 * @param {Line} line
 * @param {number} fraction
 */
export function angleOfLine(line, fraction) {
  const before = pointOnLine(line, Math.max(0, fraction - 0.01));
  const after = pointOnLine(line, Math.min(1, fraction + 0.01));
  return (Math.atan2(after.y - before.y, after.x - before.x) * 180) / Math.PI;
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} fraction
 * @returns {Point}
 */
export function between(from, to, fraction) {
  return { x: from.x + (to.x - from.x) * fraction, y: from.y + (to.y - from.y) * fraction };
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} distance
 */
function towards(from, to, distance) {
  return between(from, to, distance / (Math.hypot(to.x - from.x, to.y - from.y) || 1));
}

/**
 * @param {Point} start
 * @param {Point} end
 */
function ends(start, end) {
  return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
}

/** A hundredth of a pixel is as fine as a screen can show. */
const round = (/** @type {number} */ length) => Math.round(length * 100) / 100;

/** @param {Point} point */
const shown = ({ x, y }) => `${round(x)} ${round(y)}`;

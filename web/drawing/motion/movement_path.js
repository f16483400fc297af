/** The line of the drawing along which a value moves, and the part of it. */

/** @typedef {import("../layout/edge_geometry.js").Line} Line */
/** @typedef {import("../layout/network_layout.js").NetworkLayout} NetworkLayout */
/** @typedef {import("./network_motion.js").Movement} Movement */

/**
 * A line and the fractions of it where the movement starts and ends; null where there is none.
 * An edge's label stands between its ends, and a movement may start or end there.
 * @param {NetworkLayout} layout
 * @param {Movement} movement
 * @returns {{line: Line, start: number, end: number} | null}
 */
export function movementPath({ edges, biases, links }, { from, to, along }) {
  const edge = edges.find(({ place }) => place === along);
  if (edge) {
    const fractionAt = (/** @type {string} */ place) =>
      place === edge.from ? 0 : place === edge.to ? 1 : edge.labelFraction;
    return { line: edge, start: fractionAt(from), end: fractionAt(to) };
  }
  const into = links.find((link) => link.from === from && link.to === to);
  if (into) return { line: into.line, start: 0, end: 1 };
  const outOf = links.find((link) => link.from === to && link.to === from);
  if (outOf) return { line: outOf.line, start: 1, end: 0 };
  const bias = biases.find(({ place }) => place === from || place === to);
  if (!bias) return null;
  return bias.place === from
    ? { line: bias.line, start: 0, end: 1 }
    : { line: bias.line, start: 1, end: 0 };
}

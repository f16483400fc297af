/** A function of two inputs as the engine samples it. Types only. */

/**
 * A surface in row-major order: `values[row * resolution + column]`, row 0 at y's lower end.
 * @typedef {object} Surface
 * @property {Float64Array | number[]} values
 * @property {number} resolution
 * @property {[number, number]} x_range
 * @property {[number, number]} y_range
 */

/** A straight line between two points. @typedef {{from: [number, number], to: [number, number]}} Segment */

/**
 * Where a hidden unit's pre-activation is zero: w1·x + w2·y + b = 0, cut at the surface's edges;
 * null when the line does not cross it.
 * @typedef {Segment & {unit: number} | null} HiddenLine
 */

export {};

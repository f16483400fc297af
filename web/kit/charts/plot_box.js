/**
 * The size of a plot's picture, and the edges of the area between its axes (px).
 * @typedef {object} PlotBox
 * @property {number} width
 * @property {number} height
 * @property {number} left
 * @property {number} right
 * @property {number} top
 * @property {number} bottom
 */

/**
 * @param {number} width
 * @param {number} height
 * @param {{left: number, right: number, top: number, bottom: number}} margin around the area
 * @returns {PlotBox}
 */
export const plotBox = (width, height, margin) => ({
  width,
  height,
  left: margin.left,
  right: width - margin.right,
  top: margin.top,
  bottom: height - margin.bottom,
});

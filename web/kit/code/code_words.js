/** What is said of the core's source beside a figure. */
export const words = {
  title: (/** @type {string} */ file) => `py/backprop/${file}`,
  line: (/** @type {string} */ file, /** @type {number} */ line) => `${file}, line ${line}`,
  sourceOf: (/** @type {string} */ file, /** @type {string} */ figure) =>
    `py/backprop/${file}, beside ${figure}`,
  source: "The source",
};

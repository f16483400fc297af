/** The words of the figure on paths. */
export const words = {
  network: "Network",
  stage: "How far the tails are merged",
  stages: { first: "every path by itself", last: "one δ" },
  step: "Step",
  back: "Back",
  reset: "Reset",
  stepOn: "Step on, and watch the tails merge.",
  hint: "Click a product to light its path, or any weight to ask about it.",
  waits: "The numbers follow when Python is here.",
  terms: "The products that sum to the gradient",
  sum: "Sum",
  sumOf: (/** @type {string} */ name) => `the gradient of the ${name}`,
  /**
   * @param {number} number
   * @param {number} count how many paths it stands for
   */
  term: (number, count) =>
    count === 1 ? `Path ${number}` : `Product ${number}, for ${count} paths`,
  tails: "Worked out once",
  multiplications: "multiplications for this weight",
  counting: "And for every weight at once?",
  hiddenLayers: "Hidden layers",
  width: "Units in each",
  byLayers: "hidden layers",
  byWidth: "units in each hidden layer",
  countAxis: "multiplications for one whole gradient",
  pathByPath: "path by path",
  backpropagation: "backpropagation",
  countNote:
    "Counted after the forward pass, for the gradients of all weights (2 inputs, 1 output).",

  /**
   * @param {string} axis
   * @param {string} sentence
   */
  chart: (axis, sentence) => `Multiplications against ${axis}, on a logarithmic scale. ${sentence}`,
};

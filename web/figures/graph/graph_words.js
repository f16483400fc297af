/** What the figure `graph` says; sentences about numbers are the engine's. */
export const words = {
  waits: "This will be computed as soon as Python is here.",
  formula: "Formula",
  formulaHint: "Enter draws it. Functions: exp, log, tanh, sigmoid, relu, max. A power is x**2.",
  end: "(end)",
  preset: "Known graphs",
  own: "a formula of your own",
  network: "a network",
  opened: "Drawn number by number",
  grouped: (/** @type {number} */ total) => `no unit: ${total} numbers, grouped`,
  unit: (/** @type {string} */ title, /** @type {number} */ values) =>
    `${title}: ${values} numbers`,
  all: (/** @type {number} */ total) => `all ${total} numbers`,
  networkNote:
    "The weights are those of the network figure. A mark with two borders is a whole unit: choose it twice to open it.",
  order: "Order of the way back",
  values: "Numbers that go in",
  code: "Show the line of Python",
  scrubber: "Position on the way there and back",
  position: (/** @type {number} */ step, /** @type {number} */ last) => `step ${step} of ${last}`,
  formulaRoom: "Press Step. Each step stands here as a formula, with its numbers.",
  hint: "Choose any number in the drawing to see its step.",
  legendValue: "above: the number",
  legendGradient: "below: its gradient",
  legendShare: "on a wire: a share of a gradient that is a sum",
  wrong: "wrong here",
  slider: (/** @type {string} */ name) => `${name}, to drag`,
  drawing: (/** @type {number} */ count) => `A graph of ${count} numbers, from left to right`,
  forward: "The other way round: forward mode",
  forwardIs:
    "Derivatives can also travel with the numbers, from left to right. One sweep finds how fast everything changes with one number that goes in, and each such number needs a sweep of its own.",
  sweep: "Sweep for",
  found: "Derivative of the result",
  multiplications: "Multiplications",
  files: {
    backprop: "Script with backprop.graph",
    plain: "Plain Python script",
    csv: "Table of all values (.csv)",
  },
  filesNote:
    "The scripts compute every number that is shown, in the same order. The plain one needs no package. The table has a line for each value: what it was made of, its local derivatives and its gradient.",
  gradient: "gradient",
  noGradient: "no gradient yet",
  right: "right:",
  /**
   * @param {object} node
   * @param {string} node.name
   * @param {boolean} node.isConstant
   * @param {string | null} node.operation
   * @param {string[]} node.operands
   * @param {string | null} node.value
   * @param {string | null} node.gradient
   * @param {boolean} node.isDone
   * @param {boolean} node.isWrong
   */
  node: ({ name, isConstant, operation, operands, value, gradient, isDone, isWrong }) => {
    const made = operation === null ? "" : `, ${operation} of ${operands.join(" and ")}`;
    const number = isConstant ? "" : `, ${value ?? "not computed yet"}`;
    const back = gradient === null ? "" : `, gradient ${gradient}`;
    const done = isDone ? ", handed on" : "";
    return `${name}${made}${number}${back}${done}${isWrong ? ", here the order went wrong" : ""}`;
  },
};

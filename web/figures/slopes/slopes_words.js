/** What the figure `slopes` says; sentences about numbers are the engine's. */
export const words = {
  waits: "The numbers follow when Python is here.",
  invite: "Drag the point, or choose a smaller nudge to look closer.",
  drag: "Drag the point.",
  function: "Function",
  functions: {
    square: "x²",
    line: "3x + 2",
    squared_line: "(3x + 2)², a chain",
    two_weights: "w₁² + 3w₁w₂, two weights",
    sigmoid: "σ(z), the sigmoid",
    relu: "ReLU(z)",
  },
  held: "w₂, held",
  lessons: {
    square: "The slope of x² is 2x: the further out, the steeper.",
    line: "A straight line has one slope everywhere: the number before the x.",
    squared_line:
      "One operation after the other: each hands the nudge on, as many times larger as its slope says. The slopes multiply. That is the chain rule.",
    two_weights:
      "With several weights, nudge one and hold the others. Its slope is called a partial derivative and written with a ∂. All of them together are the gradient.",
    sigmoid:
      "The sigmoid is steepest in the middle, where its slope is ¼. Far out it is nearly level, and hardly any nudge gets through.",
    relu: "ReLU hands a nudge on as it is, or not at all.",
  },
  nudge: "Nudge",
  nudges: "The same with smaller nudges",
  change: "Change",
  ratio: "Change ÷ nudge",
  passes: "How the nudge passes through",
  times: "slope",
  slopeRow: "The slope",
  equations: "As equations",
  reset: "Reset",
  marks: {
    /** @param {string} name */
    curve: (name) => name,
    tangent: "its slope at the point",
    rise: "the change that comes",
    promised: "where the slope leads",
  },
  /** @param {{function: string, x: string}} texts */
  plotLabel: ({ function: name, x }) => `The curve of ${name}, with its tangent at ${x}`,
  /** @param {import("./slopes_messages.js").SlopesResult} result */
  pointText: ({ passed, texts }) =>
    `${texts.x} ${passed[0].before}, ${texts.result} ${passed[passed.length - 1].before}, slope ${texts.slope}`,
};

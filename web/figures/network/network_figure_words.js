/** What the network figure says; sentences about numbers come from the engine. */
export const words = {
  overview:
    "The whole pass at once: values in blue flowed forward, gradients in orange flowed back.",
  overviewPrompt:
    "Press Step to watch it happen one operation at a time, or choose any weight to see its chain rule.",
  choosePrompt: "Choose any weight to see its chain rule.",
  start: "Nothing is computed yet.",
  startPrompt: "Press Step to begin the forward pass.",
  waits: "The numbers follow when Python is here.",
  phases: {
    forward: "Forward pass",
    loss: "Loss",
    backward: "Backward pass",
    update: "Update",
  },
  overviewTag: "One pass",
  startTag: "Start",

  step: "Step",
  back: "Back",
  play: "Play",
  pause: "Pause",
  reset: "Reset",
  applyUpdate: "Apply update",
  speed: "Speed",
  showWhole: "Whole pass",
  showCode: "Show code",
  hideCode: "Hide code",
  formula: "This operation as a formula",
  formulaRoom: "Here each operation stands as a formula, with its numbers below.",
  scrub: "Position in the pass",
  /**
   * @param {number | null} step
   * @param {number} total
   */
  position: (step, total) => (step === null ? `all ${total} steps` : `step ${step} of ${total}`),

  chainRule: "Chain rule",
  chainRuleOf: (/** @type {string} */ name) => `Chain rule of the ${name}`,
  gradient: "gradient",
  predict: "Let me guess first",
  choose: "Choose a weight or a bias in the picture to see how its gradient is made.",
  close: "Close",
  weightValue: "Its value",
  dragWeight: "Drag its value",
  freeze: "Freeze: updates leave it alone",
  productsLabel: "The gradient as a product, in symbols and in numbers",
  factors: "Factor by factor",
  factorColumns: ["Factor", "Value", "What it is"],
  product: "Their product, the gradient",
  check: "Checked without calculus",
  /** @param {number} count */
  paths: (count) => `All ${count} paths from this weight to the loss`,
  path: "Path",
  pathProduct: "Product of its factors",
  pathsSum: "Their sum, the gradient",
  /**
   * @param {number} shown
   * @param {number} count
   */
  pathsCut: (shown, count) => `The first ${shown} of ${count}.`,
  shared: "What the paths share",

  updateTitle: "Update applied",
  updatesTitle: (/** @type {number} */ count) => `${count.toLocaleString("en")} updates applied`,
  applyMany: "Apply many updates",
  updatesAxis: "updates",
  lossAxis: "loss",
  lossBefore: "loss before",
  lossAfter: "loss after",
  promised: "promised by the gradient",
  came: "actual",

  filesNote:
    "One forward pass, backward pass and step with these very numbers. In a spreadsheet every cell is a formula: change a weight, and the gradient follows.",

  numbersNote:
    "A state holds every setting and every weight, the other files the weights alone. “Paste or open a network” opens each of them again.",
  weightFiles: {
    state_dict: "PyTorch state_dict (.py)",
    arrays: "NumPy arrays (.py)",
    safetensors: "Weights (.safetensors)",
  },

  openGraph: "See it as a graph",
  graphTitle: "This network as a graph",

  edit: "Change the network",
  example: "The example",
  preset: "Example",
  ownNetwork: "Your own",
  ours: "Ours",
  fromBooks: "From books and courses",
  inputs: "Inputs",
  targets: "Targets",
  learningRate: "Learning rate",
  loss: "Loss",
  layers: "Hidden layers",
  layerName: (/** @type {number} */ index, /** @type {number} */ last) =>
    index === 0 ? "Inputs" : index === last ? "Outputs" : `Hidden layer ${index}`,
  units: (/** @type {string} */ layer) => `Units, ${layer.toLowerCase()}`,
  activation: (/** @type {string} */ layer) => `Activation, ${layer.toLowerCase()}`,
  biases: "Biases",
  holdBiases: "Freeze all biases",
  seed: "Seed",
  draw: "Draw new weights",
  shapeNote:
    "In another shape every weight that still has a place keeps its value. New ones are drawn from the seed, new biases are 0, and both are marked with a star.",
  undo: "Undo",
  redo: "Redo",
  hint: "In the picture: drag any blue or black number sideways, or focus it and press Shift with an arrow key.",
  valuesTitle: "All values as a table",
  ownWeights: "Paste or open a network",
  names: {
    sigmoid: "sigmoid",
    tanh: "tanh",
    relu: "ReLU",
    leaky_relu: "leaky ReLU",
    linear: "linear",
    softmax: "softmax",
    half_squared_error: "half squared error",
    squared_error: "squared error",
    mean_squared_error: "mean squared error",
    output: "none: the output itself",
    binary_cross_entropy: "binary cross-entropy",
    cross_entropy: "cross-entropy",
  },
};

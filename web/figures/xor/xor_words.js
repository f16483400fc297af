/**
 * The words of the XOR figure. Numbers come in already rounded, as text; sentences about the
 * mathematics (why training ended, what went wrong) are the engine's own.
 */

export const words = {
  train: "Train",
  pause: "Pause",
  oneEpoch: "One epoch",
  reset: "Reset",
  newSeed: "New seed",
  resetTitle: "Back to the same starting weights",
  newSeedTitle: "Other starting weights: the next seed",

  model: "What learns",
  models: { line: "One line, no hidden units", network: "A network with hidden units" },
  hiddenUnits: "Hidden units",
  activation: "Hidden activation",
  outputActivation: "Output activation",
  learningRate: "Learning rate η",
  momentum: "Momentum α",
  batch: "Update after",
  initialRange: "Initial range",
  seed: "Seed",
  speed: "Speed",
  settings: "Network and training settings",

  surface: "Decision surface",
  /**
   * @param {string} middle
   * @param {string[]} levels
   * @param {boolean} isAlone there is one unit and no hidden one
   */
  surfaceCaption: (middle, [first, second, third, last], isAlone) => {
    const line = isAlone ? "the dashed line the unit’s" : "its dashed line a hidden unit’s";
    return `Output ŷ for every input. The heavy line is ŷ = ${middle}; thin lines are ${first}, ${second}, ${third} and ${last}. On ${line} z is 0.`;
  },
  parallel: "Your examples",

  /** @param {string} middle */
  parallelCaption: (middle) =>
    `Each line is an example: it goes through its inputs, each between the smallest and the largest value of its column, and ends at its output ŷ. The heavy mark is ŷ = ${middle}.`,

  /**
   * @param {number} inputs
   * @param {number} right
   * @param {number} count
   * @param {string} middle
   */
  parallelLabel: (inputs, right, count, middle) =>
    `Parallel axes for ${inputs} ${inputs === 1 ? "input" : "inputs"} and the output: ${right} of ${count} lines end on their right side of ŷ = ${middle}.`,

  loss: "Loss",
  epochAxis: "epoch",
  logScale: "Log scale",
  hidden: "Hidden space",
  /** @param {string} middle */
  hiddenPlane: (middle) =>
    `Where the examples land: one hidden activation against the other. On the heavy line ŷ = ${middle}.`,
  hiddenStrip: "Where the examples land: one axis for each hidden unit.",
  examples: "Predictions",
  example: "No.",
  target: "target",

  /** @param {string} target */
  targetOf: (target) => `target ${target}`,

  lineLegend: "a hidden unit’s line",
  theLineLegend: "the unit’s line",
  right: "right",
  wrong: "wrong",
  close: "Close",

  epoch: "Epoch",
  accuracy: "Right",
  rate: "Epochs/s",
  rateNote: "measured here",
  noRate: "–",

  /**
   * @param {string} epoch
   * @param {string} of
   */
  earlierGoing: (epoch, of) =>
    `Going through the earlier epochs again, for their curve: ${epoch} of ${of}.`,
  earlierLeftOut: {
    long: "The earlier curve is left out: going through so many epochs again takes minutes.",
    too_much: "The earlier curve is left out: it has more epochs than a page can hold.",
    unknown: "The earlier curve is left out: how these weights were trained is not known.",
  },
  goThrough: "Go through them",

  history: "Training so far",
  recordedHistory: "Recorded training",
  recorded:
    "Recorded when this page was built, by the same code. It goes live when Python is here.",
  waiting: "Training begins when Python is here.",
  recordedEnd: "The recording ends here. Python goes on from this point when it is here.",
  wentBack: "You have gone back in this run; Train goes on from here.",
  ownData: "Your own data",
  firstExamples: "The first of your examples.",
  heldOutPale: "Those held out are pale in the picture.",
  pointHint: "Select a point or its row to open that example in the network.",
  idle: "Press Train and watch the line bend until it parts the two kinds of points.",
  idleLine: "Press Train and watch one straight line try to part the two kinds of points.",
  untrained: "Nothing is trained yet: these are the first weights.",
  training: "Training: each epoch moves every weight a small step against its gradient.",
  startElsewhere: "Press New seed to start elsewhere.",
  lost: "Python is being started again; training goes on from the same weights.",

  paused: "Paused. Train goes on from here; select a point to see its gradient in the network.",
  pausedOwn: "Paused. Train goes on from here.",
  trained: "Trained as far as this; select a point to see its gradient in the network.",

  /** @param {string} batch */
  batchName: (batch) => (batch === "full" ? "all examples" : "each example"),

  /** @param {string} speed */
  speedName: (speed) => {
    if (speed === "fastest") return "as fast as it goes";
    return speed === "1" ? "1 epoch a frame" : `${speed} epochs a frame`;
  },

  /**
   * @param {number} right
   * @param {number} count
   */
  rightOf: (right, count) => `${right} of ${count}`,

  /** @param {string} loss */
  threshold: (loss) => `stop below ${loss}`,

  /** @param {string} inputs */
  networkTitle: (inputs) => `Example ${inputs} in this network`,

  /** @param {string} epoch */
  networkNote: (epoch) =>
    `The weights are those of epoch ${epoch}. Changes made in the network below stay there; training goes on with its own.`,

  /**
   * @param {{inputs: string, target: string, output: string, correct: boolean}} example
   */
  pointName: ({ inputs, target, output, correct }) =>
    `Example ${inputs}, target ${target}, output ${output}, ${correct ? "right" : "wrong"}: open in the network`,

  /** @param {string} inputs */
  opened: (inputs) => `Example ${inputs} is open in the network below.`,

  /**
   * @param {{epoch: string, right: number, count: number, middle: string, lines: string, examples: string}} seen
   */
  surfaceLabel: ({ epoch, right, count, middle, lines, examples }) =>
    `Decision surface at epoch ${epoch}: ${right} of ${count} examples are on the right side of the ${middle} line. ${examples} ${lines}`,

  /** @param {number} lines */
  hiddenLines: (lines) =>
    `${lines} hidden ${lines === 1 ? "unit has its" : "units have their"} line inside the picture.`,

  /** @param {number} lines */
  theLine: (lines) => `The unit’s one line is ${lines === 1 ? "inside" : "outside"} the picture.`,

  /** @param {{inputs: string, output: string, target: string}} example */
  outputOf: ({ inputs, output, target }) => `${inputs} gives ${output}, target ${target}.`,

  /**
   * @param {{scale: string, first: string, way: string[], end: string}} seen
   */
  lossLabel: ({ scale, first, way, end }) =>
    `Loss curve, ${scale} axis: ${first} at the start, ${[...way, end].join(", ")}.`,

  /** @param {{epoch: string, loss: string}} point */
  lossAt: ({ epoch, loss }) => `${loss} at epoch ${epoch}`,

  filesNote:
    "The scripts train from the same start with the same settings. A spreadsheet has one step on all examples, a column for each, from the weights shown now, every cell a formula.",

  logAxis: "logarithmic",
  linearAxis: "linear",

  /** @param {string} places */
  hiddenLabel: (places) => `Hidden space. ${places}`,

  /** @param {{inputs: string, activations: string}} example */
  landsAt: ({ inputs, activations }) => `${inputs} lands at ${activations}.`,

  /**
   * @param {string} middle
   * @param {number} right
   * @param {number} count
   */
  partedByLine: (middle, right, count) =>
    `The output’s straight line ŷ = ${middle} has ${right} of ${count} examples on their right side.`,

  /**
   * @param {{epoch: string, loss: string, right: number, count: number}} now
   */
  spokenNow: ({ epoch, loss, right, count }) =>
    `Epoch ${epoch}, loss ${loss}, ${right} of ${count} right.`,

  /** @param {string} epoch */
  recordedEpoch: (epoch) => `Epoch ${epoch} of the recorded training`,

  /** @param {string} epoch */
  historyEpoch: (epoch) => `Epoch ${epoch}`,
};

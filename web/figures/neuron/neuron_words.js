/** What the figures of one weight and of one neuron say; sentences about numbers are the engine's. */
export const words = {
  marks: {
    now: "now",
    next: "after the next step",
    promised: "where the straight slope would lead",
  },
  waits: "The numbers follow when Python is here.",
  invite: "Drag the ball along its curve, or press Step.",
  drag: "Drag the ball along its curve.",
  weight: "Weight w",
  bias: "Bias b",
  input: "Input x",
  target: "Target t",
  rate: "Learning rate η",
  weightAxis: "weight w",
  lossAxis: "E",
  addBias: "Add a bias",
  freeBias: "Steps move the bias too",
  olderCurves: "The bias moves too, so the whole curve shifts: old balls lie on older curves.",
  operations: "Every formula, with its numbers",
  step: "Step",
  back: "Back",
  play: "Play",
  pause: "Pause",
  reset: "Reset",
  best: "lowest point",
  slope: "slope",
  promised: "promised",
  came: "actual",
  nextStep: "The next step",
  noNext: "There is no next step.",
  pass: "There and back",
  slopeInNumbers: "The slope in numbers",
  history: "Every step so far",
  rates: "What a learning rate does here",
  zones: {
    creeps: "shrinks",
    overshoots: "overshoots",
    diverges: "diverges",
  },
  phases: {
    forward: "forward",
    loss: "loss",
    backward: "backward",
    update: "one step",
  },
  columns: {
    step: "step",
    weight: "w",
    bias: "b",
    output: "ŷ",
    loss: "E",
    gradient: "∂E/∂w",
    promised: "promised",
    came: "actual",
  },
  /** @param {number} count */
  steps: (count) => (count === 1 ? "1 step taken" : `${count} steps taken`),
  /**
   * @param {{weight: string, loss: string, slope: string}} now
   */
  curveLabel: ({ weight, loss, slope }) =>
    `Error curve: the ball stands at w = ${weight}, where E is ${loss} and the slope is ${slope}.`,
  /**
   * @param {{weight: string, loss: string, slope: string}} now
   */
  ballText: ({ weight, loss, slope }) => `w = ${weight}, E = ${loss}, slope ${slope}`,
  /**
   * @param {{input: string, weight: string, output: string, target: string, loss: string, slope: string}} now
   */
  wireLabel: ({ input, weight, output, target, loss, slope }) =>
    `Forward along the wire: input ${input} times weight ${weight} gives output ${output}; against target ${target} the loss is ${loss}. Backward: the gradient of the weight is ${slope}.`,
};

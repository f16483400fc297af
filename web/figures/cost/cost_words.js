/** The words of the figure on cost. */
export const words = {
  compare: "Is the easy way even accurate?",
  hint: "Drag the step, and see what goes wrong with a long one and with a short one.",
  step: "Step of the difference, h",
  shorter: "shorter",
  longer: "longer",
  network: "Network",
  precision: "Forward passes in",
  errorAxis: "error, as a share of the largest component",
  stepAxis: "step h",
  backpropagation: "backpropagation",
  difference: "central difference",
  component: "Component",
  digits: "By backpropagation, then by differences",
  agreeing: "Agree",
  best: "Best step",
  reset: "Reset",
  waits: "The numbers of this network follow when Python is here.",

  cost: "What each way costs",
  run: "Run on this machine",
  again: "Run again",
  stop: "Stop",
  recorded: "Recorded: measured on the machine that built this page.",
  runIt: "Run it to measure on yours.",
  waiting: "Waiting for Python …",
  running: "Measuring on this machine now.",
  measured:
    "Measured on this machine just now, by this page’s own NumPy. Run it again and the times will differ.",
  stopped: "Stopped: these sizes were measured on this machine.",
  table: "One gradient: by nudging, and below it by backpropagation",
  parameters: "Parameters",
  passes: "Passes",
  time: "Time",
  ratio: "Ratio",
  ofPasses: "passes",
  ofTime: "time",
  against: "against",
  timeAxis: "seconds for one gradient",
  parameterAxis: "parameters",
  timeNote:
    "Parameters and passes are counted; times are measured. A count of passes says too much for backpropagation: its pass back does about the work of two passes forward. For small networks a stopwatch shows less of a gain, because calling NumPy takes longer than the arithmetic itself.",

  /** @param {string} sentence */
  chart: (sentence) =>
    `Error of the central differences against the size of the step, both on logarithmic scales: a V in float64, and a higher one in float32. ${sentence}`,

  /** @param {string} sentence */
  timeChart: (sentence) =>
    `Seconds for one gradient against the number of parameters, both on logarithmic scales. ${sentence}`,
};

/** The words of the figure on cost. */
export const words = {
  compare: "Two ways to one gradient, digit by digit",
  hint: "Drag the step. Long or short, what goes wrong?",
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
  waits: "The numbers of this network come as soon as Python is there.",

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
  table: "Passes are counted; times are measured",
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
    "Counting passes flatters backpropagation: its pass back does about the work of two passes forward. And a clock flatters small networks less: there a NumPy call takes longer than its arithmetic, and the pass back makes more of them. Every number in this table but the passes is a measurement.",

  /** @param {string} sentence */
  chart: (sentence) =>
    `Error of the central differences against the size of the step, both on logarithmic scales: a V in float64, and a higher one in float32. ${sentence}`,

  /** @param {string} sentence */
  timeChart: (sentence) =>
    `Seconds for one gradient against the number of parameters, both on logarithmic scales. ${sentence}`,
};

/** What the XOR figure says of a reader's own examples. */
export const words = {
  note: "One example a line: its inputs, up to eight, and a target, with commas, semicolons or tabs between. Targets are from 0 to 1, −1 and 1, or two words. Paste them, or drop a file here; up to 2,000 of two inputs are taken. They stay on this machine, unless you pass on the link or the state, which hold them.",
  table: "Your examples",
  placeholder: "x1, x2, target\n0.2, 0.9, 1\n0.7, 0.1, 0",
  train: "Use these examples",
  file: "Open a file …",
  back: "Back to XOR",
  reading: "Python is reading them …",
  lost: "Python stopped while it read them; try again.",
  tooLarge: "That file is larger than a table of 2,000 examples can be.",
  columns: "The first lines, and what each column is",
  change: "You can change what a column is.",
  roles: { input: "input", target: "target", unused: "not used" },
  standardise: "Standardise the inputs",
  heldOut: "Held out, not trained on",
  none: "none",
  backAtXor: "The four examples of XOR are back.",

  /** @param {string} sentence */
  ready: (sentence) => `${sentence} Press Train.`,
};

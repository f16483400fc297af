/** What the figure `code` says; texts of tasks and verdicts are the engine's. */
export const words = {
  task: "Task",
  /** @param {{number: number, of: number, task_kind: import("./code_messages.js").TaskKind}} task */
  which: ({ number, of, task_kind: kind }) =>
    kind === "ladder" ? `Task ${number} of ${of}` : `Bug ${number} of ${of}`,
  /** @param {import("./code_messages.js").TaskKind} kind @param {string} title @param {boolean} isSolved */
  choice: (kind, title, isSolved) =>
    `${isSolved ? "✓ " : ""}${kind === "ladder" ? "" : "Bug: "}${title}`,
  waits: "Python is on its way; the task comes with it.",
  editor: "Your program",
  leaving: "Tab indents. Press Escape and then Tab to leave the program; Ctrl and Enter run it.",
  run: "Run",
  running: "Running …",
  underWay: "Your program is running. The first time, a Python of its own has to start for it.",
  startAgain: "Start again",
  save: "Save as a file",
  /** @param {number} left */
  hint: (left) => `A hint (${left} left)`,
  noHint: "No more hints",
  showSolution: "Show a solution",
  hideSolution: "Hide the solution",
  solution: "A solution",
  printed: "What your program printed",
  changed: "Your program has changed since.",
  network: "The network of the first check",
  numbers: "The numbers of the first check",
  columns: ["Number", "yours", "should be"],
  missing: "none",
  right: "right",
  wrong: "wrong",
  next: "Next task",
  notYet: "Press Run, and see here which of your numbers are right.",
  /** @param {{right: number, of: number}} count */
  drawing: ({ right, of }) =>
    `The network of the first check with your program's gradients: ${right} of ${of} are right.`,
  alone:
    "Your program runs in this browser, in a Python of its own that reaches neither the network nor this page.",
  notebook: "Programs are run on a page. In a notebook, backprop.exercises.judge does it.",
  tooLong:
    "Your program was still busy after 5 seconds, so its Python was ended. Is there a step that takes for ever?",
  /** @param {number} count @param {number} of */
  solved: (count, of) => `${count} of ${of} solved, remembered on this machine.`,
  forget: "Forget them",
  noEditor: "The editor",
};

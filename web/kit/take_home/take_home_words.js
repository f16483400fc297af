/** What a figure says of the files that readers take home. */
export const words = {
  calculation: "The calculation",

  numbers: "The numbers",
  saveState: "State (.json)",
  openState: "Open a state …",
  losses: "Loss of every epoch (.csv)",
  numbersNote:
    "A state holds every setting and every number. Open one here, or drop its file on this part.",

  picture: "The picture",
  svg: "SVG",
  png: "PNG",
  pictureNote: "As it is shown now, in this theme, with its letters inside.",

  paper: "On paper",
  steps: "All steps as a page to print",

  making: "Python is making the file …",
  drawing: "Drawing …",

  /** @param {string} name */
  saved: (name) => `Saved: ${name}`,
  savedPicture:
    "The fonts could not be fetched, so the picture has those of the machine that shows it.",
  opened: "The state is open.",
  blocked: "The browser did not let a new page open; allow it for this site, then try again.",
  noPicture: "This browser, or this site's security policy, does not let pictures be made here.",
  lost: "Python stopped while it made the file; try again.",
  nothingTrained: "Nothing has been trained yet: press Train first.",

  tooLarge: "That file is larger than a state can be (1 MB).",
  notJson: "That file is not JSON, so it holds no state.",
  notState: "That file holds no state of a figure: it needs the fields figure and state.",

  /**
   * @param {string} here
   * @param {string} there
   */
  otherFigure: (here, there) =>
    `That state belongs to the figure “${there}”; this one is “${here}”.`,

  /** @param {string} reasons */
  refused: (reasons) => `Some of it was not taken: ${reasons}`,

  printTitle: "One pass, step by step",
  print: "Print",
  network: "The network with all its values",
  phases: {
    forward: "Forward pass",
    loss: "Loss",
    backward: "Backward pass",
    update: "Update",
  },
};

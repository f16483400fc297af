/** What every figure says of itself. */
export const words = {
  recorded:
    "Recorded results from this page’s own Python. It starts here when the figure comes into view.",
  meanwhile: "meanwhile you see recorded results.",
  retry: "Try again",
  dismiss: "OK",
  share: "Share",
  shareDialog: "The dialog for sharing",
  showPanels: "Show all panels",
  hidePanels: "Hide panels",
  removed: "This figure was taken off the page.",
  superseded: "A newer question took its place.",
  close: "Close",
  takeHome: "Take it home",
  moreControls: "More controls",
  partComing: "This part is on its way …",
  thisPart: "This part",
  partLive: "This part needs the live page.",
  thisFigure: "This figure",

  /** @param {string} title */
  figure: (title) => `Figure: ${title}`,

  /** @param {string} title */
  shareOf: (title) => `Share: ${title}`,

  /** @param {{python: string, numpy: string}} versions */
  live: ({ python, numpy }) =>
    `Live: every number is computed here by NumPy ${numpy} on Python ${python}.`,

  late: "Python has not answered for some seconds. It may be at long work; if it is gone, it is started again by itself, and nothing is lost.",

  /**
   * @param {number} loaded
   * @param {number} total
   */
  bytes: (loaded, total) => (total ? `${megabytes(loaded)} of ${megabytes(total)} MB` : ""),
};

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

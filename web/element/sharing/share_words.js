/** What the share dialog says. */
export const words = {
  title: "Share this figure",
  intro: "All of it comes along as it is now: every setting and every weight.",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  /** The browser does not let the page copy: the text is selected for the reader to do it. */
  selected: "Selected: copy it with Ctrl+C or ⌘C.",
  link: "Link",
  linkHint: "Opens the page at this figure.",
  frame: "Frame for any page",
  frameHint: "The script fits its height to the figure; without it the height stays as it is here.",
  element: "Element for your own page",
  elementHint: "All figures of a page share one Python.",
  image: "Picture",
  imageHint: "As it is shown now, in this theme, at twice its size (PNG).",
  save: "Save",
  /** @param {string} name */
  saved: (name) => `Saved as ${name}.`,
  /** @param {string} name */
  savedInstead: (name) => `Saved as ${name}: no picture can be copied here.`,
  noPicture: "This browser, or this site’s security policy, does not let pictures be made here.",
  /** @param {string} figure its title */
  titleOf: (figure) => `${figure}, a figure of Backpropagation, Traced`,

  /** @param {string} name */
  copyOf: (name) => `Copy: ${name}`,

  /** @param {string} name */
  saveOf: (name) => `Save: ${name}`,
};

const LONGEST_NAME = 40;

/**
 * As much of a text from somebody’s page as a note can show.
 * @param {string} text
 */
const shown = (text) => `“${text.slice(0, LONGEST_NAME)}”`;

/** What is said of names that do not exist. */
export const words = {
  leftOut:
    "This figure could not be set up in everything as its page asks. The rest of it is shown.",

  /**
   * @param {string} attribute
   * @param {string} text
   * @param {readonly string[]} choices the first is shown instead
   */
  choice: (attribute, text, choices) =>
    `${attribute} cannot be ${shown(text)}: it is one of ${choices.join(", ")}. ` +
    `It is taken as ${choices[0]}.`,

  /**
   * @param {string} text
   * @param {readonly string[]} presets
   */
  preset: (text, presets) =>
    presets.length > 0
      ? `preset cannot be ${shown(text)}: it is one of ${presets.join(", ")}.`
      : `This figure has no presets: ${shown(text)} was left out.`,

  /** @param {string} text */
  files: (text) => `files cannot be ${shown(text)}: it is the address of a folder.`,

  /** @param {string} name */
  field: (name) => `The figure has no field called ${shown(name)}.`,
};

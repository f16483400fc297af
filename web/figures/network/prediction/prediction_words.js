/** What the network figure asks before it shows a gradient; how a guess did is told by the engine. */

/** @typedef {import("./guess_messages.js").Direction} Direction */

export const words = {
  title: "Your guess first",
  /** @param {boolean} isBias */
  question: (isBias) => `If you raise this ${isBias ? "bias" : "weight"} a little, what happens?`,
  /** @type {Record<Direction, string>} */
  directions: {
    raises: "the loss rises",
    lowers: "the loss falls",
    keeps: "nothing changes",
  },
  value: "By how much? (if you like)",
  check: "Check",
  skip: "Show me",
  again: "Guess again",
  nothing: "Choose one of the three, or type a number.",

  yours: "Your guess",
  answer: "The answer",
  raising: "Raising it",
  gradient: "Gradient",
  right: "right",
  near: "near",
  wrong: "not right",
  waits: "Your guess is judged when Python is here.",
};

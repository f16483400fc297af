/** What the figure on family trees says; sentences about numbers are the engine's. */
import { countText } from "../../kit/formula/count_text.js";

export const words = {
  waits: "This will be trained as soon as Python is here.",
  recipesLabel: "Four ways to train it",
  recipes: {
    printed: "As printed in 1986",
    without_decay: "Without decay",
    repaired: "Repaired",
    adam: "Adam",
  },
  score: (/** @type {number} */ trained, /** @type {number} */ heldOut) =>
    `${trained} of 100 · ${heldOut} of 4`,
  untrained: "not trained yet",
  scores:
    "Curves: questions answered over the sweeps, of the 100 trained. Then those of the four kept aside. With the larger rate, a run that is trained here may end a little otherwise: the last digit of a number decides.",
  train: (/** @type {number} */ sweeps) => `Train ${countText(sweeps)} sweeps`,
  again: (/** @type {number} */ sweeps) => `Train ${countText(sweeps)} sweeps here`,
  goOn: "Go on",
  pause: "Pause",
  reset: "Reset",
  seed: "Seed",
  newSeed: "New seed",
  progress: "Sweeps of this run",
  askTitle: "Ask it: choose a person and a relation",
  relations: "Relation",
  people: "The person whose relation is asked for",
  trees: ["English tree", "Italian tree"],
  person: (
    /** @type {string} */ name,
    /** @type {string} */ output,
    /** @type {"right" | "missed" | "wrong" | null} */ kind,
  ) => `${name}: output ${output}${kind ? `, ${words.kinds[kind]}` : ""}`,
  marks: { right: "✓", missed: "○", wrong: "✗" },
  kinds: { right: "named, and right", missed: "right, but not named", wrong: "named, but wrong" },
  bars: "The bar behind a name is its output; above 0.5 the person is named.",
  keptAside: "Kept aside (*):",
  question: (/** @type {string} */ person, /** @type {string} */ relation) =>
    `${person}’s ${relation}`,
  aside: "kept aside",
  right: "answered",
  wrong: "not answered",
  nobody: "Nobody stands in that relation to that person.",
  unitsTitle: "What do the six units of a person stand for?",
  unit: (/** @type {number} */ unit) => `Unit ${unit}`,
  unitLabel: (/** @type {number} */ unit) =>
    `The weights from the 24 people to unit ${unit}, in the places of the two trees`,
  stands: "stands for it",
  above: "weight above zero",
  below: "below zero",
  place:
    "Each square has its person’s place in the trees above, and a frame for the one who is asked.",
  pullsTitle: "What moves the first weights in a sweep?",
  pullsLabel:
    "How far the gradient and how far decay would move the first weights in a sweep, over the sweeps of the run",
  gradient: "gradient",
  decay: "decay",
  sweeps: "sweeps",
  startsTitle: "Was it luck? 24 starts by this recipe",
  startsNote:
    "Each start has other first weights, and other questions kept aside. They train in the background.",
  trainStarts: "Train 24 starts",
  againStarts: "Train 24 starts here",
  startsProgress: "Sweeps done by all starts",
  start: (/** @type {number} */ seed) => `seed ${seed}`,
  startIs: (/** @type {number} */ heldOut) => ` of 100 trained, ${heldOut} of 4 kept aside`,
  startsAre:
    "In each box: questions answered of the 100 trained, and a full dot for each of the four kept aside. Choose a box to see that start above, and train it.",
};

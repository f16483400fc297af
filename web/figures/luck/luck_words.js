/** What the figure on luck says; sentences about numbers are the engine's. */
import { countText } from "../../kit/formula/count_text.js";

export const words = {
  waits: "These starts will be trained as soon as Python is here.",
  train: (/** @type {number} */ count) => `Train ${countText(count)} starts`,
  pause: "Pause",
  reset: "Reset",
  trained: (/** @type {number} */ count) =>
    `${countText(count)} ${count === 1 ? "start" : "starts"} of each trained`,
  data: "Data",
  datasets: { xor: "XOR", and: "AND", or: "OR", circle: "circle, 20 examples" },
  differs: "The second has another",
  fields: {
    hidden_units: "Hidden units",
    activation: "Activation",
    initial_range: "Initial range",
    learning_rate: "Learning rate η",
    momentum: "Momentum α",
  },
  otherValue: "of",
  alsoDiffers: "and another",
  none: "– none –",
  map: "A map of settings",
  trainMap: "Train the map",
  pauseMap: "Pause the map",
  goOn: "Go on",
  across: "Across",
  down: "Down",
  mapNote:
    "Each cell is a setting, trained from 100 starts. Choose a cell to put it beside the first setting.",
  mapProgress: "How much of the map is trained",
  mapCaption: (/** @type {string} */ across, /** @type {string} */ down) =>
    `Share of starts that learn, and its 95% interval. Across: ${across}. Down: ${down}`,
  own: (/** @type {string} */ sentence) => `The first setting. ${sentence}`,
  choose: (/** @type {string} */ sentence) => `${sentence} Put it beside the first setting`,
  hint: "Choose a dot to see its start.",
  dots: (/** @type {string} */ name) => `Starts with ${name}, by the epoch in which they learnt`,
  failed: "of all starts fail",
  scale: "Share of starts that fail, from 0% to 100%, with its 95% interval",
  histogram: (/** @type {string} */ name) => `Epochs until starts with ${name} have learnt`,
  epoch: "epoch",
  solvedAt: (/** @type {number} */ seed, /** @type {number} */ epoch) =>
    `Start ${seed} has learnt by epoch ${countText(epoch)}.`,
  stuck: (/** @type {number} */ seed, /** @type {number} */ epochs) =>
    `Start ${seed} is stuck after ${countText(epochs)} epochs.`,
  diverged: (/** @type {number} */ seed) => `Start ${seed} has diverged.`,
  noStart: "No start is chosen.",
  open: "Open it and train it",
  opened: (/** @type {number} */ seed) => `Start ${seed}, trained alone`,
  key: {
    "solved-0": "learnt early",
    "solved-3": "learnt late",
    stuck: "stuck",
    diverged: "diverged",
  },
  filesNote:
    "The script trains all starts of both settings at once, and ends each as its dot says. The data are a line for each start: the epoch in which it learnt.",
};

/** What the figure on digits says; sentences about numbers are the engine's. */
import { countText } from "../../kit/formula/count_text.js";

export const words = {
  waits: "This will be trained as soon as Python is here.",
  guess: "While it learns, the batches’ gradients become steadier in",
  guesses: {
    none: "– choose first –",
    size: "size",
    direction: "direction",
    both: "size and direction",
    neither: "neither",
  },
  train: (/** @type {number} */ count) => `Train ${countText(count)} epochs`,
  pause: "Pause",
  reset: "Reset",
  tiny: "Try a tiny start",
  large: "Try a large rate",
  epoch: "epoch",
  weights: "Weights of the first layer",
  weightsLabel:
    "The weights that lead to each hidden unit, as a picture: orange above zero, blue below",
  gradients: "Their gradients",
  gradientsLabel:
    "The gradient of each of these weights over the whole set, as a picture: orange above zero, blue below",
  largest: (/** @type {string} */ value) => `Full colour: ±${value}`,
  losses: "Loss",
  sizes: "Size of the first layer’s gradient",
  directions: "Direction: cosine of two gradients",
  curves: {
    loss: "training",
    aside_loss: "kept aside",
    whole_norm: "whole set",
    batch_norm: "one batch",
    cosine_to_whole: "batch and whole set",
    successive_cosine: "batch and the next",
  },
  fan: "The whole set’s gradient, and those of twelve batches",
  fanLabel: (/** @type {number} */ count) =>
    `An arrow to the right for the whole set’s gradient, and ${count} thin ones for batches, each as long as its gradient and turned by its angle to the first. The side to which one turns means nothing.`,
  image: "Which dots would make it another digit?",
  picture: (/** @type {number} */ digit) => `An image of ${digit}, 8 by 8 dots`,
  draw: "Draw one yourself",
  toSet: "Back to the set’s images",
  undo: "Undo",
  clear: "Clear",
  sheet:
    "A sheet to draw a digit on. Arrow keys move the pen, Space puts it down and lifts it, Control Z takes a stroke back.",
  sheetNote:
    "Draw here, from top to bottom: those of the set are as tall. By keys: arrows and Space",
  penDown: "The pen is down.",
  penUp: "The pen is up.",
  dotGradient: (/** @type {number} */ digit) => `Darken for ${digit}: orange. Lighten: blue`,
  number: "Image",
  wanted: "Make it a",
  step: "Step along its gradient",
  back: "Back to the image",
  backToDrawing: "Back to the drawing",
  outputs: "Outputs",
  confusion: "Which are wrong?",
  caption: "Images kept aside: the digit that was written, and what it is told as",
  written: "written",
  told: (/** @type {number} */ digit) => `told as ${digit}`,
  cell: (/** @type {number} */ count, /** @type {number} */ digit, /** @type {number} */ told) =>
    `${count} of ${digit} told as ${told}: look at one`,
  hiddenUnits: "Hidden units",
  activation: "Activation",
  start: "First weights",
  starts: { he: "He", xavier: "Xavier", tiny: "tiny, σ = 0.01" },
  learningRate: "Learning rate η",
  seed: "Seed",
  source:
    "Images: 1,797 digits written by 43 people (Alpaydin and Kaynak, 1998), as scikit-learn carries them, BSD licence.",
  filesNote:
    "The script has the images within it and trains this network as far as it has come here; then it looks at this image. The data are what was measured in every epoch.",
};

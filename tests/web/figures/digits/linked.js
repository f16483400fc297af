import { digitsState, withDigits } from "../../../../web/figures/digits/digits_state.js";

const range = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({
  minimum,
  maximum,
});
const whole = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({
  ...range(minimum, maximum),
  whole: true,
});
export const describe = /** @type {any} */ ({
  limits: {
    digits_units: whole(1, 32),
    digits_rate: range(0, 5),
    digits_image: whole(0, 359),
    digits_digit: whole(0, 9),
    digits_steps: whole(0, 40),
    digits_letters: whole(0, 1000),
    digits_epochs: whole(0, 60),
    seed: whole(0, 4294967295),
  },
});
export const opening = digitsState({
  kind: "digits",
  epochs: 1,
  hidden_units: 16,
  activation: "relu",
  start: "he",
  learning_rate: 0.1,
  seed: 0,
  guess: "none",
  image: 7,
  digit: 3,
  steps: 0,
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  digits: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withDigits(/** @type {any} */ (state), fields, describe),
  },
};

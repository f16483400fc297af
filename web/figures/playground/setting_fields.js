/** The settings that decide a run, each with its check. */

import { choiceField, flagField, numberField } from "../../kit/fields/field_table.js";
import { listOf as checkedList, numberWithin, Refused } from "../../kit/fields/fields.js";

/** @import { DescribeResult } from "../../contract/messages.js" */

const LONGEST_FORMULA = 400;
/** Sets of which a reader says how many classes they have. */
export const WITH_CLASSES = ["rings", "checkerboard"];
export const DATASETS = [
  "circle",
  "xor",
  "gauss",
  "spiral",
  "reg-plane",
  "reg-gauss",
  "moons",
  "rings",
  "checkerboard",
  "yin-yang",
  "reg-formula",
];
export const FEATURES = ["x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY"];
export const ACTIVATIONS = ["relu", "tanh", "sigmoid", "linear"];
export const OPTIMISERS = ["descent", "adam"];
export const REGULARISATIONS = ["none", "L1", "L2"];

/**
 * What decides a run, but its seed.
 * @param {DescribeResult["limits"]} limits
 */
export const settingFields = (limits) => [
  choiceField("dataset", DATASETS, true),
  {
    name: "formula",
    restarts: true,
    check: (/** @type {unknown} */ value) => {
      if (typeof value === "string" && value.length <= LONGEST_FORMULA) return value;
      throw new Refused("formula", `A formula is a text of at most ${LONGEST_FORMULA} characters.`);
    },
  },
  numberField("classes", limits.playground_classes, true),
  numberField("noise", limits.playground_noise, true),
  numberField("training_percent", limits.training_percent, true),
  { name: "features", restarts: true, check: featuresChecked },
  {
    name: "hidden_layers",
    restarts: true,
    check: (/** @type {unknown} */ value) =>
      checkedList("hidden_layers", listed(value), limits.playground_layers, (field, item) =>
        numberWithin(field, item, limits.playground_units, "The units of a layer"),
      ),
  },
  choiceField("activation", ACTIVATIONS, true),
  flagField("initial_zero", true),
  numberField("learning_rate", limits.learning_rate, true),
  choiceField("optimiser", OPTIMISERS, true),
  numberField("momentum", limits.momentum, true),
  numberField("batch_size", limits.batch_size, true),
  choiceField("regularisation", REGULARISATIONS, true),
  numberField("regularisation_rate", limits.regularisation_rate, true),
];

/** A list that was typed, as `4, 2`; anything else as it is. @param {unknown} value */
function listed(value) {
  if (typeof value !== "string") return value;
  return value.trim() === "" ? [] : value.split(",").map((part) => part.trim());
}

/** @param {unknown} value */
function featuresChecked(value) {
  const chosen = Array.isArray(value) ? value : [];
  const known = FEATURES.filter((name) => chosen.includes(name));
  if (known.length > 0 && known.length === chosen.length) return known;
  throw new Refused("features", `The inputs are one or more of ${FEATURES.join(", ")}.`);
}

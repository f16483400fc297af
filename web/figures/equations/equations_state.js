/** What the figure of the seven equations shows: its network, its training, the chosen weight. */

import { hasWeight } from "../../drawing/parameter_order.js";
import { placeAddress, placeParts } from "../../drawing/places.js";
import { choiceField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { listOf, numberWithin, Refused } from "../../kit/fields/fields.js";
import { address, number, numbers, word } from "../../kit/fields/link_forms.js";

/** @import { EquationsMessage } from "./equations_messages.js" */
/** @import { DescribeResult, WeightAddress } from "../../contract/messages.js" */

/** @typedef {Omit<EquationsMessage, "kind"> & {form: string}} EquationsState */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<EquationsState>} */
export const equationsLink = {
  activation: word,
  parameters: numbers,
  inputs: numbers,
  target: number,
  learning_rate: number,
  momentum: number,
  steps: number,
  weight: address,
  form: word,
};

export const LAYER_SIZES = [2, 3, 1];
export const FORMS = ["index", "matrix"];
export const ACTIVATIONS = ["sigmoid", "tanh", "relu", "leaky_relu"];

/**
 * @param {DescribeResult} describe
 * @param {number} parameterCount
 * @returns {import("../../kit/fields/field_table.js").TableField[]}
 */
export function equationsFields({ limits }, parameterCount) {
  const exactly = (/** @type {number} */ count) => ({ minimum: count, maximum: count });
  return [
    choiceField("activation", ACTIVATIONS, true),
    {
      name: "parameters",
      restarts: true,
      check: (value) =>
        listOf("parameters", value, exactly(parameterCount), (field, item) =>
          numberWithin(field, item, limits.weight),
        ),
    },
    {
      name: "inputs",
      restarts: false,
      check: (value) =>
        listOf("inputs", value, exactly(LAYER_SIZES[0]), (field, item) =>
          numberWithin(field, item, limits.input),
        ),
    },
    numberField("target", limits.target),
    numberField("learning_rate", limits.learning_rate),
    numberField("momentum", limits.momentum),
    numberField("steps", limits.rule_steps),
    { name: "weight", restarts: false, check: addressOf },
    choiceField("form", FORMS),
  ];
}

/**
 * @param {EquationsMessage} message
 * @returns {EquationsState}
 */
export function equationsOpening({ kind: _, ...rest }) {
  return { ...rest, form: "index" };
}

/**
 * @param {EquationsState} state
 * @returns {EquationsMessage}
 */
export function equationsMessage({ form: _, ...rest }) {
  return { kind: "equations", ...rest };
}

/**
 * @param {EquationsState} state
 * @param {Record<string, unknown>} partial `inputs[0]` names one input
 * @param {import("../../kit/fields/field_table.js").TableField[]} fields
 */
export function withEquationsFields(state, partial, fields) {
  const whole = { ...partial };
  for (const [name, value] of Object.entries(partial)) {
    const index = /^inputs\[([01])\]$/.exec(name)?.[1];
    if (index === undefined) continue;
    delete whole[name];
    whole.inputs = state.inputs.map((input, at) => (at === Number(index) ? value : input));
  }
  return withTableValues(state, whole, fields);
}

/**
 * The weight that a place of the drawing selects. A weight selects itself, and a unit one of the weights
 * into it: the one from the same source as the weight before, where there is one. Other places select none.
 * @param {string} place
 * @param {WeightAddress} before
 * @returns {WeightAddress | null}
 */
export function addressAt(place, before) {
  const weight = placeAddress(place);
  if (weight) return weight;
  const { kind, numbers } = placeParts(place);
  if (kind === "input") {
    const target = before.layer === 0 ? before.target : (before.source ?? 0);
    return { layer: 0, source: numbers[0], target };
  }
  if (!["unit", "pre", "error"].includes(kind)) return null;
  const [unitLayer, target] = numbers;
  const layer = unitLayer - 1;
  const source = layer === before.layer ? before.source : layer === 1 ? hiddenOf(before) : 0;
  return { layer, source, target };
}

/**
 * The hidden unit to which a weight of the first layer leads.
 * @param {WeightAddress} address
 */
const hiddenOf = ({ target }) => target;

/**
 * @param {unknown} value
 * @returns {WeightAddress}
 */
function addressOf(value) {
  const { layer, source, target } = Object(value);
  if (!hasWeight({ layer_sizes: LAYER_SIZES, use_biases: true }, { layer, source, target }))
    throw new Refused("weight", "Weight is a layer, a source and a target of the network.");
  return { layer, source, target };
}

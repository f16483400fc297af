/**
 * What the network figure is showing, as plain data, and every way in which it can change. No number of the
 * network is computed here: `parameters` come from Python or from what a reader typed.
 */

import { hasWeight, parameterIndex, withBiasesToggled } from "../../drawing/parameter_order.js";
import { Refused } from "../../kit/fields/fields.js";
import { NETWORK_CHECKS } from "./network_checks.js";
import { GUESS_CHECKS, NEW_QUESTION, NO_GUESS } from "./prediction/guess.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./trace_messages.js").Update} Update */
/** @typedef {import("./trace_messages.js").UpdatesResult} UpdatesResult */
/** @typedef {import("../../contract/messages.js").WeightAddress} WeightAddress */

/**
 * @typedef {NetworkFields & import("./prediction/guess.js").GuessState} NetworkState
 */

/**
 * @typedef {object} NetworkFields
 * @property {string | null} preset the preset that is shown; null once the reader has changed it
 * @property {string | null} textbook the preset whose printed numbers stand beside; updates leave it there
 * @property {number[]} layer_sizes
 * @property {string[]} activations one per layer after the input
 * @property {string} loss
 * @property {boolean} use_biases
 * @property {boolean} skip_to_output
 * @property {number} seed draws the parameters while `parameters` is null
 * @property {number[] | null} parameters
 * @property {(number | null)[] | null} kept while `parameters` is null: those that a change of shape has left,
 *   null where the seed draws one
 * @property {number[]} new_parameters indices of those that the last change of shape has brought
 * @property {number[]} inputs
 * @property {number[]} targets
 * @property {number} learning_rate
 * @property {number[]} frozen indices into `parameters` that an update leaves alone
 * @property {number} step how many operations of the pass are done; 0 is none
 * @property {boolean} overview shows all values of the pass at once, whatever `step` says
 * @property {WeightAddress | null} selected the weight whose chain rule is open
 * @property {boolean} code_open
 * @property {boolean} more_controls the controls that the first task does not need are in sight
 * @property {number[] | null} before_update the parameters that the last update was applied to
 * @property {number} update_count how many updates were applied to these, at once
 * @property {Update | UpdatesResult | null} last_update what the last applied update, or updates, did
 */

/** Fields of the network's shape. A change needs new parameters, except that biases may come and go. */
const SHAPE = ["layer_sizes", "use_biases", "skip_to_output"];

/** Fields that say what the reader looks at; nothing has to be computed when they change. */
const VIEW_FIELDS = [
  "step",
  "overview",
  "selected",
  "code_open",
  "more_controls",
  "before_update",
  "update_count",
  "textbook",
  ...Object.keys(GUESS_CHECKS),
];

/** Fields of a network whose weights all came together. */
const NOTHING_NEW = { kept: null, new_parameters: [] };

/** Fields of an edited network, to which no update has been applied. */
const NO_UPDATE = { before_update: null, update_count: 1, last_update: null };

/**
 * The state in which a preset opens.
 * @param {string} name
 * @param {DescribeResult} describe
 * @returns {NetworkState}
 */
export function presetState(name, describe) {
  const { network, inputs, targets, learning_rate, frozen = [] } = describe.presets[name];
  return {
    preset: name,
    textbook: textbookOf(name, describe),
    layer_sizes: [...network.layer_sizes],
    activations: [...network.activations],
    loss: network.loss,
    use_biases: network.use_biases,
    skip_to_output: network.skip_to_output ?? false,
    seed: network.seed ?? 1,
    parameters: [...network.parameters],
    ...NOTHING_NEW,
    inputs: [...inputs],
    targets: [...targets],
    learning_rate,
    frozen: [...frozen],
    step: 0,
    overview: false,
    selected: null,
    code_open: false,
    more_controls: false,
    predict: false,
    ...NEW_QUESTION,
    ...NO_UPDATE,
  };
}

/**
 * The state with some fields set, each checked on its own: a bad one is refused by name and the
 * others are taken.
 * @param {NetworkState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @returns {{state: NetworkState, refused: Refused[]}}
 */
export function withFields(state, partial, describe) {
  /** @type {Refused[]} */
  const refused = [];
  let next = state;
  for (const [field, check] of Object.entries(NETWORK_CHECKS)) {
    if (!Object.hasOwn(partial, field)) continue;
    try {
      const value = check(partial[field], next, describe);
      next = field === "preset" ? withPreset(next, value, describe) : withField(next, field, value);
      next = consistent(next, describe);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      refused.push(problem);
    }
  }
  return { state: next, refused };
}

/**
 * @param {NetworkState} state its view is kept where the preset allows it
 * @param {string} name
 * @param {DescribeResult} describe
 * @returns {NetworkState}
 */
function withPreset(state, name, describe) {
  const { overview, selected, code_open, more_controls, predict } = state;
  const view = { overview, selected, code_open, more_controls, predict };
  return { ...presetState(name, describe), ...view };
}

/**
 * @param {NetworkState} state
 * @param {string} field
 * @param {unknown} value already checked
 * @returns {NetworkState}
 */
function withField(state, field, value) {
  if (field === "selected") return withSelected(state, /** @type {any} */ (value));
  const next = { ...state, [field]: value };
  if (field === "use_biases" && value !== state.use_biases) {
    const parameters = state.parameters && withBiasesToggled(state.parameters, state);
    const kept = state.kept && withBiasesToggled(state.kept, state);
    Object.assign(next, { frozen: [], ...NOTHING_NEW, parameters, kept });
  } else if (SHAPE.includes(field) || (field === "seed" && value !== state.seed)) {
    Object.assign(next, { parameters: null, frozen: [], ...NOTHING_NEW });
  } else if (field === "parameters") {
    const isAsBefore = (/** @type {number} */ index) =>
      next.parameters?.[index] === state.parameters?.[index];
    const new_parameters = next.parameters ? state.new_parameters.filter(isAsBefore) : [];
    Object.assign(next, { kept: null, new_parameters });
  }
  if (field === "step") next.overview = false;
  if (VIEW_FIELDS.includes(field)) return next;
  return { ...next, ...NO_GUESS, ...NO_UPDATE, preset: null, textbook: null };
}

/**
 * The state with another weight to explain, of which nothing has been guessed.
 * @param {NetworkState} state
 * @param {WeightAddress | null} selected
 * @returns {NetworkState}
 */
export function withSelected(state, selected) {
  const isSame = JSON.stringify(selected) === JSON.stringify(state.selected);
  return isSame ? state : { ...state, selected, ...NEW_QUESTION };
}

/**
 * The state made consistent after its shape changed: lists of the right length, a loss that goes
 * with the output, no weight selected that is gone.
 * @param {NetworkState} state
 * @param {DescribeResult} describe
 * @returns {NetworkState}
 */
function consistent(state, describe) {
  const { layer_sizes: sizes, activations } = state;
  const output = activations[activations.length - 1];
  const hidden = activations.slice(0, -1);
  while (hidden.length > sizes.length - 2) hidden.pop();
  while (hidden.length < sizes.length - 2) hidden.push(hidden.at(-1) ?? "sigmoid");
  const losses = describe.losses_for_output[output] ?? describe.losses;
  return {
    ...state,
    activations: [...hidden, output],
    loss: losses.includes(state.loss) ? state.loss : losses[0],
    inputs: resized(state.inputs, sizes[0]),
    targets: resized(state.targets, sizes[sizes.length - 1]),
    selected: state.selected && hasWeight(state, state.selected) ? state.selected : null,
    before_update: state.preset === null ? state.before_update : null,
    update_count: state.preset === null ? state.update_count : 1,
    textbook: state.preset === null ? state.textbook : textbookOf(state.preset, describe),
  };
}

/**
 * The preset whose printed numbers belong to a preset: itself, if it stands in a book or a course.
 * @param {string} preset
 * @param {DescribeResult} describe
 */
const textbookOf = (preset, { textbook }) => (textbook.includes(preset) ? preset : null);

/**
 * @param {number[]} list
 * @param {number} length
 */
function resized(list, length) {
  return Array.from({ length }, (_, index) => list[index] ?? 0);
}

/**
 * The fields with one weight frozen, or free again.
 * @param {NetworkState} state
 * @param {WeightAddress} address
 */
export function fieldsWithFrozenToggled(state, address) {
  const index = parameterIndex(state, address);
  const frozen = state.frozen.includes(index)
    ? state.frozen.filter((other) => other !== index)
    : [...state.frozen, index].sort((a, b) => a - b);
  return { frozen };
}

/**
 * The state after the engine's update was applied, or many: new weights, and what came of it.
 * @param {NetworkState} state
 * @param {Update | UpdatesResult} update
 * @returns {NetworkState}
 */
export function withUpdate(state, update) {
  const parameters = [...update.parameters];
  const update_count = "count" in update ? update.count : 1;
  const updated = { before_update: state.parameters, update_count, last_update: update };
  const after = { parameters, ...NOTHING_NEW, preset: null, ...updated, overview: true };
  return { ...state, ...NO_GUESS, ...after };
}

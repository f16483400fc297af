/** What the figure on learning rates is set to. The ranges are the engine's own. */

import { unknownField, withChanges } from "../../kit/fields/field_table.js";
import { listOf, numberWithin, oneOf, Refused } from "../../kit/fields/fields.js";
import {
  listOf as linkedList,
  number,
  numbers,
  unreadable,
  word,
} from "../../kit/fields/link_forms.js";

/** @import { LinkForm, LinkTable } from "../../kit/fields/link_forms.js" */
/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { RateSetting, RatesMessage, RatesResult } from "./rates_messages.js" */

/**
 * @typedef {object} RatesState
 * @property {string} landscape
 * @property {[number, number] | null} weights which two of the network's; null: the landscape's own
 * @property {[number, number] | null} start
 * @property {RateSetting[] | null} runs
 * @property {string} chosen the run that is drawn large
 * @property {number} steps of every run
 * @property {number} step the position that is shown
 */

/**
 * A run of gradient descent as `name:rate:momentum:decay`.
 * @type {LinkForm<RateSetting>}
 */
const run = {
  write: (setting) => {
    if (!setting) return null;
    const { name, learning_rate, momentum, decay } = setting;
    const parts = [word.write(name), ...[learning_rate, momentum, decay].map(number.write)];
    return parts.includes(null) ? null : parts.join(":");
  },
  read: (field, text) => {
    const [name, ...rest] = text.split(":", 5);
    if (rest.length !== 3) throw unreadable(field, "is not name, rate, momentum and decay");
    const [learning_rate, momentum, decay] = rest.map((part) => number.read(field, part));
    return { name, learning_rate, momentum, decay };
  },
};

/** @type {LinkTable<RatesState>} */
export const ratesLink = {
  landscape: word,
  weights: numbers,
  start: numbers,
  runs: linkedList(run),
  chosen: word,
  steps: number,
  step: number,
};

/**
 * All runs are at their ends at first.
 * @param {RatesMessage} message the opening
 * @returns {RatesState}
 */
export function openingState({ landscape, chosen, steps }) {
  return { landscape, weights: null, start: null, runs: null, chosen, steps, step: steps };
}

/**
 * @param {RatesState} state
 * @returns {RatesMessage}
 */
export function ratesMessage({ landscape, weights, start, runs, chosen, steps }) {
  return { kind: "rates", landscape, weights, start, runs, chosen, steps };
}

/**
 * The state once its answer is there, with the values that the engine chose.
 * @param {RatesState} asked
 * @param {RatesResult} result
 * @param {RatesState} now
 * @returns {RatesState}
 */
export function withAnswer(asked, { weights, start, runs }, now) {
  return {
    ...asked,
    weights: [weights[0].index, weights[1].index],
    start: [start[0], start[1]],
    runs: runs.map(({ name, learning_rate, momentum, decay }) => ({
      name,
      learning_rate,
      momentum,
      decay,
    })),
    step: Math.min(now.step, asked.steps),
  };
}

/**
 * Sets some fields, each checked. `learning_rate`, `momentum` and `decay` are those of the chosen
 * run; `start[0]` and `weights[1]` are one of two.
 * @param {RatesState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @param {RatesResult} result what is shown
 */
export function withRates(state, partial, { limits }, result) {
  return withChanges(state, partial, (now, field, value) =>
    changed(now, field, value, limits, result),
  );
}

/**
 * @param {RatesState} state
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 * @param {RatesResult} result
 * @returns {Partial<RatesState>}
 */
function changed(state, field, value, limits, { landscapes, surface, choices, runs: shown }) {
  const runs = state.runs ?? [];
  const { x_range, y_range } = surface;
  const spans = [x_range, y_range].map(([minimum, maximum]) => ({ minimum, maximum }));
  const index = { minimum: 0, maximum: choices.length - 1, whole: true };
  const part = /^(start|weights)\[([01])\]$/.exec(field);
  if (part) {
    const [, name, place] = part;
    const at = Number(place);
    const limit = name === "start" ? spans[at] : index;
    const pair = [...((name === "start" ? state.start : state.weights) ?? [])];
    pair[at] = numberWithin(field, value, limit);
    return { [name]: pair };
  }
  if (field === "landscape") {
    const landscape = oneOf(
      field,
      value,
      landscapes.map(({ name }) => name),
    );
    return landscape === state.landscape
      ? {}
      : { landscape, weights: null, start: null, runs: null };
  }
  if (field === "chosen") {
    // On a landscape that is yet to be answered the runs have the names that they have on every other.
    const names = (state.runs ?? shown).map(({ name }) => name);
    return { chosen: oneOf(field, value, names) };
  }
  if (field === "step") {
    return { step: numberWithin(field, value, { minimum: 0, maximum: state.steps, whole: true }) };
  }
  if (field === "steps") {
    const steps = numberWithin(field, value, limits.descent_steps);
    return { steps, step: Math.min(state.step, steps) };
  }
  if (field === "start" || field === "weights") {
    if (value === null) return { [field]: null };
    const limit = field === "start" ? limits.coordinate : limits.index;
    const list = listOf(field, value, { minimum: 2, maximum: 2 }, (name, item) =>
      numberWithin(name, item, limit),
    );
    return { [field]: list };
  }
  if (field === "learning_rate" || field === "momentum" || field === "decay") {
    const limit = field === "learning_rate" ? limits.descent_rate : limits[field];
    const good = numberWithin(field, value, limit);
    return {
      runs: runs.map((run) => (run.name === state.chosen ? { ...run, [field]: good } : run)),
    };
  }
  if (field === "runs") {
    if (value === null) return { runs: null };
    return {
      runs: listOf(field, value, { minimum: 1, maximum: 5 }, (name, item) =>
        rateSetting(name, item, limits),
      ),
    };
  }
  throw unknownField(field);
}

/**
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 * @returns {RateSetting}
 */
function rateSetting(field, value, limits) {
  const given = /** @type {Record<string, unknown>} */ (value ?? {});
  if (typeof given.name !== "string") throw new Refused(field, "A run has a name.");
  return {
    name: given.name,
    learning_rate: numberWithin("learning_rate", given.learning_rate, limits.descent_rate),
    momentum: numberWithin("momentum", given.momentum, limits.momentum),
    decay: numberWithin("decay", given.decay, limits.decay),
  };
}

/** What a reader changes in a run by hand: which changes are good, and how one is added. */

import { listOf, numberWithin, Refused, trueOrFalse } from "../../kit/fields/fields.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { ChangeByHand, RunGiven } from "./playground_messages.js" */

/** @typedef {{epoch: number, step: number}} Place of a run */

const MOST_CHANGES = 500;

/** A parameter by its place in the vector of all: its value, or whether it is frozen. */
export const BY_HAND = /^(value|frozen)\[(\d{1,4})\]$/;

/**
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 * @returns {ChangeByHand[]} as they come in the run
 */
export function changesChecked(value, limits) {
  const changes = listOf(
    "changes",
    value,
    { minimum: 0, maximum: MOST_CHANGES },
    (field, entry) => {
      if (Object(entry) !== entry) throw new Refused(field, `${field} is no change.`);
      const change = /** @type {Record<string, unknown>} */ (entry);
      const number = (/** @type {string} */ name, /** @type {string} */ limit) =>
        numberWithin(`${field}.${name}`, change[name], limits[limit]);
      const place = {
        epoch: number("epoch", "epochs"),
        step: number("step", "epochs"),
        index: number("index", "index"),
      };
      if (change.value !== undefined) return { ...place, value: number("value", "weight") };
      return { ...place, frozen: trueOrFalse(`${field}.frozen`, change.frozen) };
    },
  );
  if (changes.some((change, at) => at > 0 && isAfter(changes[at - 1], change))) {
    throw new Refused("changes", "The changes stand in the order in which they come in the run.");
  }
  return changes;
}

/**
 * Whether one place of a run comes after another.
 * @type {(one: Place, other: Place) => boolean}
 */
export const isAfter = (one, other) =>
  one.epoch > other.epoch || (one.epoch === other.epoch && one.step > other.step);

/**
 * Whether one change is made where another was, of the same kind and of the same parameter.
 * @type {(one: ChangeByHand, other: ChangeByHand) => boolean}
 */
export const isInPlaceOf = (one, other) =>
  one.index === other.index &&
  one.epoch === other.epoch &&
  one.step === other.step &&
  (one.value === undefined) === (other.value === undefined);

/**
 * Fields such as `value[7]` and `frozen[7]` as changes where the run stands.
 * @param {Record<string, unknown>} partial
 * @param {ChangeByHand[]} changes those before
 * @param {RunGiven} run
 * @param {DescribeResult["limits"]} limits
 * @returns {Record<string, unknown>} the other fields, and `changes` if there were any
 */
export function withChangesByHand(partial, changes, { epoch, step }, limits) {
  /** @type {Record<string, unknown>} */
  const others = {};
  let all = changes;
  for (const [field, value] of Object.entries(partial)) {
    const [, kind, index] = BY_HAND.exec(field) ?? [];
    if (!kind) others[field] = value;
    else {
      const good =
        kind === "value" ? numberWithin(field, value, limits.weight) : trueOrFalse(field, value);
      const change = { epoch, step, index: Number(index), [kind]: good };
      all = [...all.filter((other) => !isInPlaceOf(other, change)), change];
    }
  }
  return all === changes ? others : { ...others, changes: all };
}

/**
 * How a run was trained. A reader may change the learning rate on the way, and a replay has to change it at
 * the same epochs. The epochs between two changes are a leg.
 */

import { listOf, numberWithin, Refused } from "../../../kit/fields/fields.js";

/** @import { Limit } from "../../../kit/fields/fields.js" */
/** @import { TrainMessage } from "../xor_messages.js" */

/** @typedef {Pick<TrainMessage, "learning_rate" | "momentum" | "batch_size">} Way how an epoch is trained */
/** @typedef {Way & {from: number}} Leg of a run, from this epoch to the next one's */

/**
 * The most legs that a link holds; beyond, it holds the weights of the run but not its curve. With more, a
 * link that also has 2,000 examples would be longer than the longest that is read.
 */
const MOST_LEGS = 400;

/** @param {Way} message @returns {Way} */
export const wayOf = ({ learning_rate, momentum, batch_size }) => ({
  learning_rate,
  momentum,
  batch_size,
});

/**
 * The legs of a run that is continued in this way.
 * @param {Leg[]} legs so far
 * @param {number} epoch where it goes on
 * @param {Way} way
 * @returns {Leg[]}
 */
export function goingOn(legs, epoch, way) {
  const before = legsUntil(legs, epoch);
  const last = before.at(-1);
  return last && isSameWay(last, way) ? before : [...before, { from: epoch, ...way }];
}

/**
 * @param {Leg[]} legs
 * @param {number} epoch
 */
export const legsUntil = (legs, epoch) => legs.filter(({ from }) => from < epoch);

/**
 * The legs that a link or a file has of a run: null where the present settings hold for all of it, an empty
 * list where it cannot be trained again.
 * @param {Leg[]} legs
 * @param {number} epoch where the run stands
 * @param {Way} settings
 */
export function legsToShare(legs, epoch, settings) {
  if (epoch === 0) return null;
  if (legs.length > MOST_LEGS || legs[0]?.from !== 0) return [];
  return legs.some((leg) => !isSameWay(leg, settings)) ? legs : null;
}

/**
 * Legs from a link or a caller, checked. An empty list says that the run cannot be trained again.
 * @param {string} name
 * @param {unknown} value
 * @param {Record<string, Limit>} limits the engine's
 * @returns {Leg[]}
 * @throws {Refused}
 */
export function legsOf(name, value, limits) {
  const legs = listOf(name, value, { minimum: 0, maximum: MOST_LEGS }, (field, item) => {
    const { from, learning_rate, momentum, batch_size } = Object(item);
    return {
      from: numberWithin(`${field}.from`, from, limits.epoch),
      learning_rate: numberWithin(`${field}.learning_rate`, learning_rate, limits.learning_rate),
      momentum: numberWithin(`${field}.momentum`, momentum, limits.momentum),
      batch_size:
        batch_size === null
          ? null
          : numberWithin(`${field}.batch_size`, batch_size, limits.batch_size),
    };
  });
  const rises = legs.every(({ from }, index) => from > (legs[index - 1]?.from ?? -1));
  if (!rises || (legs[0]?.from ?? 0) !== 0)
    throw new Refused(name, "Legs go from epoch 0 on, in order.");
  return legs;
}

/**
 * @param {Way} one
 * @param {Way} other
 */
function isSameWay(one, other) {
  return (
    one.learning_rate === other.learning_rate &&
    one.momentum === other.momentum &&
    one.batch_size === other.batch_size
  );
}

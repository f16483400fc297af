/** Where in the run the figure `learning` is, and every way in which that changes. */

import { numberField, withTableValues } from "../../kit/fields/field_table.js";
import { number } from "../../kit/fields/link_forms.js";

/** @import { LearningMessage, LearningResult } from "./learning_messages.js" */

/**
 * @typedef {object} LearningState
 * @property {number} epoch
 * @property {number} progress how far the pass at that epoch has come: 0 to 1, where all of it is known
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<LearningState>} */
export const learningLink = { epoch: number, progress: number };

/** @returns {LearningMessage} */
export const learningMessage = () => ({ kind: "learning" });

/**
 * The end of the run, at which the figure rests.
 * @param {LearningResult} result
 * @returns {LearningState}
 */
export const endOfRun = ({ moments }) => ({
  epoch: moments[moments.length - 1].epoch,
  progress: 1,
});

/**
 * The moment that is shown: the last one that is not after the state's epoch.
 * @param {LearningResult} result
 * @param {LearningState} state
 */
export const momentIndex = ({ moments }, { epoch }) =>
  Math.max(
    moments.findLastIndex((moment) => moment.epoch <= epoch),
    0,
  );

/**
 * The state with some fields set, and those refused. An epoch that is not shown becomes the last before it
 * that is.
 * @param {LearningResult} result
 * @param {LearningState} state
 * @param {Record<string, unknown>} partial
 */
export function withLearningFields(result, state, partial) {
  const last = result.moments[result.moments.length - 1].epoch;
  const taken = withTableValues(state, partial, [
    numberField("epoch", { minimum: 0, maximum: last, whole: true }),
    numberField("progress", { minimum: 0, maximum: 1, whole: false }),
  ]);
  const { epoch } = result.moments[momentIndex(result, taken.state)];
  return { ...taken, state: { ...taken.state, epoch } };
}

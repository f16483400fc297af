import { wayOf } from "../../state/training_legs.js";
import { TrainingRecord } from "../../state/training_record.js";
import { exactly } from "../../state/training_slice.js";

/** @import { Result, TrainingState, TrainMessage } from "../../contract/messages.js" */
/** @import { PlacedRun } from "../../state/placed_run.js" */

/** A longer run is not gone through again. */
const MOST_EPOCHS = 100_000;
/** Pictures of the run that are kept on the way, to be scrubbed. */
const PICTURES = 60;

/**
 * The run that led to a state: the same start, trained the same way, comes to the same numbers, to
 * the last bit. So a link need not hold every loss.
 * @param {Omit<TrainMessage, "state" | "epochs">} message network, data and training settings
 * @param {PlacedRun} placed
 * @param {(message: TrainMessage) => Promise<Result | null>} ask null: nobody wants to know any more
 * @returns {Promise<TrainingRecord | null>} null where the run was another one: weights were put in
 *   place on the way
 */
export async function replayedRun(message, { state, ended, legs: given }, ask) {
  if (state.epoch > MOST_EPOCHS) return null;
  const start = await ask(exactly(message, null, 0));
  if (start?.kind !== "train") return null;
  const legs = given ?? [{ from: 0, ...wayOf(message) }];
  const record = new TrainingRecord(start, [], legs);
  const stretch = Math.ceil(state.epoch / PICTURES);
  for (const [index, leg] of legs.entries()) {
    const end = Math.min(legs[index + 1]?.from ?? state.epoch, state.epoch);
    while (record.last.state.epoch < end) {
      const epochs = Math.min(end - record.last.state.epoch, stretch);
      const trained = { ...message, ...wayOf(leg) };
      const result = await ask(exactly(trained, record.last.state, epochs));
      if (result?.kind !== "train" || result.state.epoch === record.last.state.epoch) return null;
      record.append(result);
    }
  }
  if (ended) {
    // That a run diverges shows in the epoch after its last sound one.
    const epochs = ended === "diverged" ? 1 : 0;
    const result = await ask(exactly(message, record.last.state, epochs, ended));
    if (result?.kind === "train") record.append(result);
  }
  return isSame(record.last.state, state) ? record : null;
}

/**
 * @param {TrainingState} one
 * @param {TrainingState} other
 */
function isSame(one, other) {
  const isSameVector = (/** @type {"parameters" | "velocity"} */ name) =>
    Array.from(one[name]).every((number, index) => number === other[name][index]);
  return one.epoch === other.epoch && isSameVector("parameters") && isSameVector("velocity");
}

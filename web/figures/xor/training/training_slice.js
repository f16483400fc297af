/** @import { StoppingRules, TrainingState, TrainMessage } from "../xor_messages.js" */

/** Length of a slice at full speed (s): with everything else that happens, it fits into one frame. */
const SLICE = 0.0105;
/** No slice takes longer than this, however many epochs were asked for. */
const LONGEST_SLICE = 0.1;

/** @type {StoppingRules} */
export const NO_RULES = { loss_below: null, no_improvement_for: null, epoch_limit: null };

/**
 * Which rule ended training → its name in a message.
 * @type {Record<string, keyof StoppingRules>}
 */
const RULES = {
  loss_below: "loss_below",
  no_improvement: "no_improvement_for",
  epoch_limit: "epoch_limit",
};

/**
 * The next slice of a run at the reader's speed.
 * @param {Omit<TrainMessage, "state" | "epochs">} message network, data and training settings
 * @param {TrainingState} state
 * @param {object} pace
 * @param {string} pace.speed epochs between two pictures, or `fastest`
 * @param {number} pace.most epochs that one message may ask for
 * @param {ReadonlySet<string>} pace.passedRules those that have fired, after which the reader went on
 * @returns {TrainMessage}
 */
export function trainingSlice(message, state, { speed, most, passedRules }) {
  const isFastest = speed === "fastest";
  const stopping = { ...NO_RULES, ...message.stopping };
  for (const rule of passedRules) if (rule in RULES) stopping[RULES[rule]] = null;
  return {
    ...message,
    state,
    epochs: isFastest ? most : Number(speed),
    time_limit: isFastest ? SLICE : LONGEST_SLICE,
    stopping,
  };
}

/**
 * The message that trains an exact number of epochs, whatever the loss does.
 * @param {Omit<TrainMessage, "state" | "epochs">} message
 * @param {TrainingState | null} state
 * @param {number} epochs 0: nothing is trained
 * @param {string | null} [rule] the one of which is asked whether it ends training there
 * @returns {TrainMessage}
 */
export function messageForEpochs(message, state, epochs, rule = null) {
  const name = rule === null ? undefined : RULES[rule];
  const stopping = { ...NO_RULES, ...(name && { [name]: message.stopping?.[name] ?? null }) };
  return { ...message, state, epochs, stopping };
}

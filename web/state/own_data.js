/** @typedef {import("../contract/messages.js").TrainMessage} TrainMessage */

/**
 * A reader's own examples, as the engine read them.
 * @typedef {object} OwnData
 * @property {Float64Array} points two inputs and a target of each, in a row
 * @property {[number, number]} x_range
 * @property {[number, number]} y_range
 */

/**
 * The message that trains on these examples instead of its own.
 * @template {Pick<TrainMessage, "dataset" | "surface">} Message
 * @param {Message} message
 * @param {OwnData} own
 * @returns {Message}
 */
export function withOwnData(message, { points, x_range, y_range }) {
  const surface = message.surface && { ...message.surface, x_range, y_range };
  return { ...message, dataset: { name: "own", points }, surface };
}

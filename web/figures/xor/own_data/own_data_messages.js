/**
 * A reader's own examples. Types only.
 */

/** @typedef {{kind: "own_data", text: string}} OwnDataMessage a table of two inputs and one target */

/**
 * @typedef {object} OwnDataResult
 * @property {"own_data"} kind
 * @property {number[]} points two inputs and a target of each example, in a row
 * @property {number} count
 * @property {string} sentence what has been read
 */

export {};

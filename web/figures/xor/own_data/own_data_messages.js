/**
 * A reader's own examples. Types only.
 */

/**
 * A first look at a table in a text.
 * @typedef {{kind: "own_columns", text: string}} OwnColumnsMessage
 */

/** @typedef {"input" | "target" | "unused"} Role */

/**
 * @typedef {object} OwnColumnsResult
 * @property {"own_columns"} kind
 * @property {{name: string, role: Role}[]} columns what each is likely to be
 * @property {string[][]} rows the first rows, a text for each column
 * @property {string} sentence why the columns are taken so
 */

/**
 * Read the table in a text; without roles, each column is what it is likely to be.
 * @typedef {{kind: "own_data", text: string, roles?: Role[]}} OwnDataMessage
 */

/**
 * @typedef {object} OwnDataResult
 * @property {"own_data"} kind
 * @property {number[]} points the inputs and a target of each example, in a row
 * @property {number} inputs of each example
 * @property {number} count
 * @property {string} sentence what has been read
 */

export {};

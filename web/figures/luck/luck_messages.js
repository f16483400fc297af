/** What the figure on luck asks, and what it is answered. Types only. */

/**
 * Two settings that differ in one field or two, and what is known of their starts already. The starts have the seeds
 * 0, 1, 2 …
 * @typedef {object} LuckMessage
 * @property {"luck"} kind
 * @property {number} starts of each setting
 * @property {string} dataset
 * @property {number} hidden_units
 * @property {string} activation of the hidden units
 * @property {number} initial_range
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {string} differs the field in which the second setting differs
 * @property {number} other_value of that field, where it is a number
 * @property {string} other_activation of the second setting, where that is what differs
 * @property {string} [also_differs] another field in which it differs; without it, or with `none`, there is none
 * @property {number} [also_value] of that field, where it is a number
 * @property {number[]} [first_epochs] what is known of the first setting: its `solved_epochs` so far
 * @property {number[]} [second_epochs] the same of the second
 */

/**
 * @typedef {object} LuckSide
 * @property {string} name the field that differs, with its value
 * @property {number[]} solved_epochs of each start: the epoch after which it was solved, −1 for one that is
 *   stuck, −2 for one that has diverged
 * @property {number} solved
 * @property {number} stuck
 * @property {number} diverged
 * @property {number} failed_share of all starts
 * @property {number[]} interval of that share, 95%
 * @property {number[]} histogram how many starts were solved between two edges
 * @property {string} sentence
 */

/**
 * @typedef {object} LuckResult
 * @property {"luck"} kind
 * @property {number} starts
 * @property {number} epochs after which a start counts as stuck
 * @property {number[]} edges of the histograms: epochs
 * @property {LuckSide[]} sides
 * @property {string} sentence whether they differ
 * @property {number[] | null} examples two inputs and a target of each; null: XOR's four
 */

/**
 * A map of settings: as the first of a `LuckMessage`, but for two fields of which each takes some values.
 * @typedef {object} LuckMapMessage
 * @property {"luck_map"} kind
 * @property {string} dataset
 * @property {number} hidden_units
 * @property {string} activation
 * @property {number} initial_range
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {string} across the field whose values are the columns
 * @property {string} down the field whose values are the rows
 * @property {number[]} [solved] how many starts learnt, of the cells that are known, row by row
 */

/** @typedef {{value: number | string, name: string}} LuckMapValue a value of an axis, and its text */

/**
 * @typedef {object} LuckMapCell
 * @property {number} solved starts that learnt
 * @property {number} share of all its starts
 * @property {number[]} interval of that share, 95%
 * @property {string} name both fields with their values
 * @property {string} text the share in per cent
 * @property {string} sentence
 */

/**
 * @typedef {object} LuckMapResult
 * @property {"luck_map"} kind
 * @property {LuckMapValue[]} columns
 * @property {LuckMapValue[]} rows
 * @property {LuckMapCell[]} cells row by row, one more than was known
 * @property {number | null} own the cell in which the first setting stands
 * @property {boolean} done
 * @property {number} progress from 0 to 1
 * @property {string} sentence
 */

export {};

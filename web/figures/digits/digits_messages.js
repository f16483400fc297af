/** What the figure on digits asks, and what it is answered. Types only. */

/**
 * @typedef {object} DigitsRun where a run stands, as an answer has it
 * @property {number} epoch
 * @property {number[]} parameters
 * @property {DigitsRecords} records
 */

/**
 * Each a number for every epoch; null where there was none.
 * @typedef {object} DigitsRecords
 * @property {(number | null)[]} loss
 * @property {(number | null)[]} aside_loss
 * @property {(number | null)[]} accuracy
 * @property {(number | null)[]} aside_accuracy
 * @property {(number | null)[]} whole_norm
 * @property {(number | null)[]} batch_norm
 * @property {(number | null)[]} batch_spread
 * @property {(number | null)[]} cosine_to_whole
 * @property {(number | null)[]} successive_cosine
 */

/**
 * @typedef {object} DigitsMessage
 * @property {"digits"} kind
 * @property {number} epochs
 * @property {number} hidden_units
 * @property {string} activation of the hidden units
 * @property {string} start of the weights: `he`, `xavier` or `tiny`
 * @property {number} learning_rate
 * @property {number} seed
 * @property {string} guess what becomes steadier: `none`, `size`, `direction`, `both` or `neither`
 * @property {number} image its place among those that are kept aside
 * @property {number} digit what the image is to be
 * @property {number} steps of the image along its gradient
 * @property {string} [drawing] that is looked at in place of the image: two letters for each dot of 32 by 32
 *   that the pen goes through, a full stop after each stroke
 * @property {DigitsRun} [run] with the same settings: where it goes on
 */

/**
 * @typedef {object} DigitsResult
 * @property {"digits"} kind
 * @property {number} epoch
 * @property {number[]} parameters those of the first layer first: 64 rows, a column for each hidden unit
 * @property {DigitsRecords} records
 * @property {number[]} gradient of the first layer's weights, on the whole set
 * @property {number} largest_weight of the first layer, without its sign
 * @property {number} largest_gradient of these, without its sign
 * @property {{length: number, lengths: number[], angles: (number | null)[]}} fan lengths of the whole set's
 *   gradient and of some batches', and the angles of these to it, in degrees
 * @property {number[][]} confusion how often each digit is told as which
 * @property {{image: number, digit: number, told: number}[]} wrong
 * @property {number} right of the images kept aside
 * @property {string} sentence
 * @property {string | null} verdict what became steadier; null before there is enough to compare
 * @property {DigitsImage} image
 */

/**
 * @typedef {object} DigitsImage
 * @property {number[]} dots 64 greys, 0 for paper
 * @property {number | null} digit that was written; null: the reader drew it
 * @property {number} told
 * @property {number[]} outputs
 * @property {string[]} shares the outputs in per cent
 * @property {number} loss if it were the wanted digit
 * @property {number[]} gradient of that loss, by each dot
 * @property {string} sentence
 */

export {};

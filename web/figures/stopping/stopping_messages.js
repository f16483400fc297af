/** What the figure on stopping asks, and what it is answered. Types only. */

/**
 * @typedef {object} StoppingMessage
 * @property {"stopping"} kind
 * @property {string} dataset `circle` or `gaussians`
 * @property {number} noise
 * @property {number} seed
 * @property {number} loss_below the run ends where the training loss is below it
 * @property {number} patience epochs without a new lowest validation loss
 * @property {number} least_gain share of itself that the training loss must lose in a window
 * @property {number} budget epochs
 */

/**
 * @typedef {object} StoppingRule
 * @property {"loss_below" | "no_improvement" | "small_gain" | "budget"} rule
 * @property {string} name
 * @property {number | null} epoch where it ends the run; null: never
 * @property {number | null} since the epoch that it looks back to there
 * @property {string} reason
 * @property {number | null} training loss there
 * @property {number | null} kept the epoch whose weights the rule gives back
 * @property {number | null} validation loss of those weights
 * @property {number | null} cost their validation loss above the best
 * @property {string} cost_sentence
 */

/**
 * Lists go over the epochs that are drawn.
 * @typedef {object} StoppingResult
 * @property {"stopping"} kind
 * @property {number[]} epochs
 * @property {number[]} training
 * @property {number[]} validation
 * @property {(number | null)[]} gains of the training loss over `window` epochs
 * @property {number} window
 * @property {number} last epoch of the run
 * @property {{epoch: number, loss: number}} best lowest validation loss
 * @property {StoppingRule[]} rules
 * @property {string} first the rule that fires first
 * @property {string} sentence
 */

export {};

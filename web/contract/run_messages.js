/**
 * Messages of the figures that compare runs, and their results. Types only.
 */

/** @typedef {import("./messages.js").Formula} Formula */
/** @typedef {import("./messages.js").Surface} Surface */

/**
 * How a run goes down: Δw(t) = −η·dᵗ ∂E/∂w + α Δw(t−1), d being `decay`.
 * @typedef {{name: string, learning_rate: number, momentum: number, decay: number}} RateSetting
 */

/**
 * @typedef {object} RatesMessage
 * @property {"rates"} kind
 * @property {string} landscape `neuron` or `xor`
 * @property {[number, number] | null} [weights] indices of the two that move; left out: the landscape's own
 * @property {[number, number] | null} [start] within the window
 * @property {RateSetting[] | null} [runs]
 * @property {string} chosen the run whose equations are told
 * @property {number} steps of each run
 */

/**
 * One run on the map. Position n is that after n steps; a run that leaves ends early.
 * @typedef {object} RateRun
 * @property {string} name
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {number} decay
 * @property {[number, number][]} points
 * @property {number[]} losses
 * @property {[number, number][]} carried_to where α Δw alone would lead from each position
 * @property {[number, number][]} pushed_to where −η ∂E/∂w alone would lead
 * @property {[number, number][]} next where the next step leads
 * @property {number[]} rates η of the step that leaves each position
 * @property {("overshoot" | "oscillation" | "divergence" | null)[]} happenings
 * @property {string[]} sentences what happens at each position
 * @property {string} verdict what became of the run, in a few words
 */

/**
 * @typedef {object} RatesResult
 * @property {"rates"} kind
 * @property {string} landscape
 * @property {{name: string, title: string}[]} landscapes
 * @property {{index: number, symbol: string, name: string}[]} weights the two that move: index, LaTeX, words
 * @property {string[]} choices the names of all weights of the landscape's network
 * @property {number[]} start
 * @property {Surface} surface the loss over the two weights
 * @property {number[]} levels of the contours
 * @property {{x: number, y: number, loss: number}} lowest of the surface's points
 * @property {RateRun[]} runs
 * @property {{formula: Formula, numbers: Formula}[][]} equations of the chosen run: for each
 *   position the next step, one for each weight
 */

/** @typedef {{kind: "pulls", weight: number, seed: number}} PullsMessage weight: its index in the flat vector */

/**
 * Lists go over the kept epochs. A pull is −(1/n) ∂E_k/∂w.
 * @typedef {object} PullsResult
 * @property {"pulls"} kind
 * @property {{index: number, symbol: string, name: string}} weight
 * @property {string[]} choices the names of all weights
 * @property {{name: string, target: number}[]} examples
 * @property {number[]} epochs
 * @property {number[]} losses
 * @property {number[]} weights the weight's own value
 * @property {number[][]} pulls one for each example
 * @property {number[]} sums
 * @property {number[]} left |sum| over the sum of all sizes, 0 to 1
 * @property {boolean[]} tug whether little is left: the examples pull against each other
 * @property {number | null} plateau index in the middle of the tug-of-war
 * @property {string[]} sentences
 * @property {Formula[]} equations
 * @property {string} ended why the run ended
 */

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
 * @property {number | null} validation loss there
 * @property {number | null} cost validation loss above the best
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

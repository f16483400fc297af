/** What the figure `symmetry` asks, and what it is answered. Types only. */

/**
 * @typedef {object} SymmetryMessage
 * @property {"symmetry"} kind
 * @property {number} seed
 * @property {boolean} signed inputs of −1 and 1 instead of 0 and 1
 * @property {number} sweeps how far to train
 * @property {string} pattern six letters, 0 or 1
 */

/**
 * A moment of the run, and what the pattern does there. Pairs are of the two hidden units.
 * @typedef {object} SymmetryFrame
 * @property {number[][]} weights six for each hidden unit
 * @property {number[]} biases
 * @property {number[][]} halves what the left and the right half of the pattern add up to
 * @property {number[]} pre_activations
 * @property {number[]} activations
 * @property {number[]} output_weights
 * @property {number} output_bias
 * @property {number} output
 * @property {string} sentence
 * @property {string} pattern_sentence
 */

/**
 * @typedef {object} SymmetryResult
 * @property {"symmetry"} kind
 * @property {number} seed
 * @property {boolean} signed
 * @property {string} pattern
 * @property {boolean} symmetric
 * @property {number[]} sweeps at which there is a frame
 * @property {number[]} losses
 * @property {number[]} mirrors 1 where all mirror weights are equal and opposite
 * @property {SymmetryFrame[]} frames
 * @property {number} largest of all weights to the hidden units, without its sign
 * @property {number | null} solved the sweep
 * @property {boolean} done whether nothing more comes of this start
 * @property {string} ending
 */

/**
 * How far 200 starts have come; the numbers of each start stand one after the other.
 * @typedef {object} StartsState
 * @property {number} sweep
 * @property {ArrayLike<number>} solved after how many sweeps; −1: not yet
 * @property {ArrayLike<number>} losses
 * @property {ArrayLike<number>} parameters
 * @property {ArrayLike<number>} velocities
 */

/** @typedef {{kind: "symmetry_starts", signed: boolean, time_limit: number, state: StartsState | null}} StartsMessage */

/**
 * @typedef {object} StartsResult
 * @property {"symmetry_starts"} kind
 * @property {StartsState} state to go on from
 * @property {boolean} done
 * @property {number} progress 0 to 1
 * @property {{name: string, published: boolean, seeds: number[]}[]} bars which starts were solved within
 *   which sweeps; `published` marks the bar that ends with the sweeps of the paper's run
 * @property {number[]} unsolved the seeds of the others
 * @property {string} sentence
 */

export {};

/** What the figure on cost asks of `py/backprop/figures/cost`, and what it is told. Types only. */

/**
 * @typedef {object} CostMessage
 * @property {"cost"} kind
 * @property {string} preset name of one of `networks`
 * @property {number | null} [time_limit] seconds for `timings`; without it there are none
 */

/**
 * A slice of a measurement: the network of this size, from where the last slice stopped.
 * @typedef {object} TimingMessage
 * @property {"timing"} kind
 * @property {number} size
 * @property {number} done
 * @property {number} seconds
 * @property {number | null} fastest
 * @property {number} time_limit seconds, at most 1
 */

/**
 * Two values of one component: the leading digits that they share, and the rest of each.
 * @typedef {object} ComparedDigits
 * @property {number} gradient
 * @property {number} difference
 * @property {string} shared
 * @property {string} gradient_rest
 * @property {string} difference_rest
 * @property {string} gradient_power such as "×10⁻²"; empty for none
 * @property {string} difference_power
 * @property {number} agreeing_digits
 */

/**
 * Central differences at every step, in one precision.
 * @typedef {object} PrecisionStudy
 * @property {number} best index of the step with the smallest error
 * @property {number[]} errors largest error, as a share of the largest component
 * @property {string[]} sentences
 * @property {ComparedDigits[][]} rows for every step, one for each of `compared`
 */

/**
 * One gradient of one network, both ways, as measured.
 * @typedef {object} Timing
 * @property {number[]} layer_sizes
 * @property {number} parameters
 * @property {number} difference_passes
 * @property {number} backpropagation_passes
 * @property {number} difference_seconds
 * @property {number} backpropagation_seconds
 * @property {number} forward_seconds
 * @property {number} backward_seconds
 * @property {number} passes_ratio
 * @property {number} time_ratio
 * @property {{parameters: string, difference_passes: string, difference_time: string,
 *   backpropagation_time: string, passes_ratio: string, time_ratio: string}} texts
 * @property {string} sentence
 */

/**
 * @typedef {object} CostResult
 * @property {"cost"} kind
 * @property {{name: string, title: string}[]} networks
 * @property {number} parameters
 * @property {number} difference_passes
 * @property {number} backpropagation_passes
 * @property {number[]} gradient
 * @property {{symbol: string, name: string, index: number}[]} compared
 * @property {string[]} steps every step in words, the longest first
 * @property {number[]} step_sizes
 * @property {Record<"float64" | "float32", PrecisionStudy>} precisions
 * @property {number} slice_seconds how long a slice of a measurement should take
 * @property {Timing[] | null} timings
 */

/**
 * @typedef {object} TimingResult
 * @property {"timing"} kind
 * @property {number} size
 * @property {number} sizes how many sizes there are
 * @property {number} done
 * @property {number} seconds
 * @property {number | null} fastest
 * @property {Timing | null} timing when this size is done
 * @property {string} sentence how far it came
 */

export {};

/** Names that are not said as they are written in messages. @type {Record<string, string>} */
const NAMES = { relu: "ReLU", leaky_relu: "leaky ReLU" };

/**
 * What a menu calls an activation function.
 * @param {string} activation as messages name it
 */
export const activationName = (activation) => NAMES[activation] ?? activation.replaceAll("_", " ");

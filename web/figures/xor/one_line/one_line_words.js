/** The words about a single unit that tries XOR; why it cannot is the engine's own sentence. */
export const words = {
  title: "Why one line is not enough",
  corners: "corners",
  sum: "z at both, added",
  /** @param {number} target */
  target: (target) => `target ${target}`,
  which:
    "What tries above is one sigmoid unit, or another that you choose, trained by gradient descent as the network is. It is not Rosenblatt’s rule, which is older and fares no better:",

  perceptron: "Rosenblatt’s perceptron rule on the same four points",
  rule: "The rule moves the line only at a mistake: if the answer was 0 and should be 1, the inputs are added to the weights and 1 to b; if it was 1 and should be 0, they are taken away. From weights of 0, these are all its mistakes, each with the weights after it:",
  sweep: "Sweep",
  example: "Example",
  answer: "Answer",
  /**
   * @param {number} answer
   * @param {number} target
   */
  instead: (answer, target) => `${answer}, not ${target}`,
};

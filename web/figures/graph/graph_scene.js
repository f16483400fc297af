/** What of a graph is known at a step, and what happens there. */

/** @import { GraphResult, GraphStep } from "./graph_messages.js" */

/**
 * @typedef {object} GraphScene
 * @property {GraphStep} step
 * @property {boolean[]} known for every node, whether its value has been computed
 * @property {(number | null)[]} gradients of every node; null: none has arrived
 * @property {number[][]} handed for every wire, what went back along it, in order
 * @property {boolean[]} done for every node, whether it has handed on
 * @property {boolean} isLast
 * @property {number | null} wrong the node at which the order went wrong
 */

/**
 * @param {GraphResult} result
 * @param {number} position
 * @returns {GraphScene}
 */
export function graphScene({ nodes, wires, steps, mistake }, position) {
  const known = nodes.map(({ operation }) => operation === null);
  /** @type {(number | null)[]} */
  const gradients = nodes.map(() => null);
  /** @type {number[][]} */
  const handed = wires.map(() => []);
  const done = nodes.map(() => false);
  const wireOf = new Map(wires.map(({ to, index }, wire) => [`${to} ${index}`, wire]));
  for (const { phase, node, gradients: changed, handed: amounts } of steps.slice(0, position + 1)) {
    if (phase === "forward" && node !== null) known[node] = true;
    for (const [at, gradient] of changed) gradients[at] = gradient;
    for (const [to, index, amount] of amounts) {
      done[to] = true;
      handed[/** @type {number} */ (wireOf.get(`${to} ${index}`))].push(amount);
    }
  }
  const wrong = mistake !== null && mistake.step <= position ? mistake.node : null;
  const isLast = position === steps.length - 1;
  return { step: steps[position], known, gradients, handed, done, isLast, wrong };
}

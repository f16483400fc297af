/** @import { Load, Recorded } from "../../kit/figure/figure_host.js" */
/** @import { Explanation } from "./chain_rule/chain_rule_messages.js" */
/** @import { PrintedResult } from "./printed/printed_messages.js" */
/** @import { TraceResult } from "./trace_messages.js" */

/**
 * What was recorded of one example: its pass, the chain rule of each weight by its place, and what a book or a
 * course prints of it, if it stands in one.
 * @typedef {{trace: TraceResult, explanations: Record<string, Explanation>, printed?: PrintedResult}} RecordedTrace
 */

/**
 * `opening`: the preset to open with.
 * @typedef {Recorded & {traces: Record<string, RecordedTrace>, opening?: string}} RecordedNetwork
 */

/**
 * What the build recorded of networks. The opening example comes with the page, every other one in a file of
 * its own when it is needed.
 * @param {string | null} preset the example to open with, if there is one of that name
 * @param {Load} load
 * @param {string} [usual] what opens otherwise; the first that was recorded
 * @returns {Promise<RecordedNetwork>}
 */
export async function recordedTraces(preset, load, usual) {
  const { describe, traces } = /** @type {RecordedNetwork} */ (await load("network"));
  const otherwise = usual ?? Object.keys(traces)[0];
  const opening = Object.hasOwn(describe.presets, preset ?? "") ? String(preset) : otherwise;
  const trace = await recordedTrace(opening, traces, load);
  return { describe, opening, traces: { ...traces, [opening]: trace } };
}

/**
 * @param {string} preset
 * @param {Record<string, RecordedTrace>} traces those that have been fetched
 * @param {Load} load
 * @returns {Promise<RecordedTrace>}
 */
export async function recordedTrace(preset, traces, load) {
  return traces[preset] ?? /** @type {RecordedTrace} */ (await load(`network-${preset}`));
}

import { loadRecorded } from "../recorded.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./traced_network.js").RecordedTrace} RecordedTrace */

/**
 * What the build recorded of networks: the opening example with the page, each other one in a file
 * of its own, for when it is asked for.
 * @param {string | null} preset the example to open with, where there is one of that name
 * @returns {Promise<{describe: DescribeResult, opening: string, traces: Record<string, RecordedTrace>}>}
 */
export async function recordedTraces(preset) {
  const { describe, traces } = await loadRecorded("network");
  const [first] = Object.keys(traces);
  const opening = Object.hasOwn(describe.presets, preset ?? "") ? String(preset) : first;
  return {
    describe,
    opening,
    traces: { ...traces, [opening]: await recordedTrace(opening, traces) },
  };
}

/**
 * @param {string} preset
 * @param {Record<string, RecordedTrace>} traces those that are there
 * @returns {Promise<RecordedTrace>}
 */
export async function recordedTrace(preset, traces) {
  return traces[preset] ?? (await loadRecorded(`network-${preset}`));
}

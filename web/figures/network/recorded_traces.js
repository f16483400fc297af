/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./traced_network.js").RecordedTrace} RecordedTrace */

/**
 * What the build recorded of networks: the opening example with the page, each other one in a file
 * of its own, for when it is asked for.
 * @param {string | null} preset the example to open with, where there is one of that name
 * @param {(name: string) => Promise<any>} load gives what was recorded under a name
 * @returns {Promise<{describe: DescribeResult, opening: string, traces: Record<string, RecordedTrace>}>}
 */
export async function recordedTraces(preset, load) {
  const { describe, traces } = await load("network");
  const [first] = Object.keys(traces);
  const opening = Object.hasOwn(describe.presets, preset ?? "") ? String(preset) : first;
  const trace = await recordedTrace(opening, traces, load);
  return { describe, opening, traces: { ...traces, [opening]: trace } };
}

/**
 * @param {string} preset
 * @param {Record<string, RecordedTrace>} traces those that are there
 * @param {(name: string) => Promise<any>} load
 * @returns {Promise<RecordedTrace>}
 */
export async function recordedTrace(preset, traces, load) {
  return traces[preset] ?? (await load(`network-${preset}`));
}

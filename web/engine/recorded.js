/**
 * The results that the build recorded, fetched once for all figures of a page.
 */

import { SILENCE } from "../downloads/deadline.js";
import { asJson, downloadAs } from "../downloads/download.js";
import { opened } from "../downloads/packed.js";

/** @typedef {import("./site.js").Site} Site */

/** @type {Map<string, Promise<unknown>>} by address */
const loads = new Map();

/**
 * What the build recorded for one kind of figure.
 * @param {Site} site
 * @param {string} figure
 * @returns {Promise<unknown>} rejects with a Failure when the file cannot be had; the next call tries again
 */
export async function loadRecorded(site, figure) {
  const address = await site.addressOf(`recorded/${figure}.json`);
  let load = loads.get(address);
  if (!load) {
    load = downloadAs(asRecorded, address, { silence: SILENCE });
    load.catch(() => loads.delete(address));
    loads.set(address, load);
  }
  return load;
}

/** @param {Uint8Array<ArrayBuffer>} bytes packed in a bundler's package, as they are on a site */
const asRecorded = async (bytes) => asJson(await opened(bytes));

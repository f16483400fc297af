/**
 * The results that the build recorded, fetched once for all figures of a page.
 */

/** @typedef {import("./site.js").Site} Site */

/** @type {Map<string, Promise<unknown>>} by address */
const loads = new Map();

/**
 * What the build recorded for one kind of figure.
 * @param {Site} site
 * @param {string} figure
 * @returns {Promise<unknown>} rejects when the file cannot be had; the next call tries again
 */
export async function loadRecorded(site, figure) {
  const address = await site.addressOf(`recorded/${figure}.json`);
  let load = loads.get(address);
  if (!load) {
    load = fetch(address).then((response) => {
      if (!response.ok) throw new Error(`recorded/${figure}.json: ${response.status}`);
      return response.json();
    });
    load.catch(() => loads.delete(address));
    loads.set(address, load);
  }
  return load;
}

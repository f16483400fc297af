/**
 * The results that the build recorded, fetched once for all figures of a page.
 */

/**
 * The folder that the site was built into, wherever a host put it. Scripts stand at its root.
 * @type {string}
 */
export const siteBase = new URL("./", import.meta.url).href;

/** @type {Map<string, Promise<any>>} */
const loads = new Map();

/**
 * What the build recorded for one kind of figure.
 * @param {string} figure
 * @returns {Promise<any>} rejects when the file cannot be had; the next call tries again
 */
export function loadRecorded(figure) {
  let load = loads.get(figure);
  if (!load) {
    load = fetch(new URL(`recorded/${figure}.json`, siteBase)).then((response) => {
      if (!response.ok) throw new Error(`recorded/${figure}.json: ${response.status}`);
      return response.json();
    });
    load.catch(() => loads.delete(figure));
    loads.set(figure, load);
  }
  return load;
}

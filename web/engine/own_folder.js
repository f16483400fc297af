/**
 * The folder that the site was built into, wherever a host put it: the scripts stand at its root.
 * A bundler's package has a module of its own in the place of this one (`web/package/folder.js`).
 */
export const ownFolder = new URL("./", import.meta.url).href;

/**
 * The page of a folder in which a link to a figure opens, or null where it has none.
 * @param {string} folder URL with a slash at its end
 * @returns {string | null}
 */
export const pageIn = (folder) => folder;

/**
 * The script that defines the element for a page, or null where none is known that could.
 * @param {string} folder URL with a slash at its end
 * @returns {string | null}
 */
export const scriptFor = (folder) => `${folder}backprop-figure.js`;

/**
 * The folder that the site was built into, wherever a host put it: the scripts stand at its root.
 * A bundler's package has a module of its own in the place of this one (`web/package/folder.js`).
 */
export const ownFolder = new URL("./", import.meta.url).href;

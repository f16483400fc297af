/**
 * The folder with the package's files, as far as a browser can know without a bundler. Takes the
 * place of `engine/own_folder.js`, and our plugin for Vite puts another in its own.
 */
const here = import.meta.url;

// Put together by hand: in `new URL("files/", …)` a bundler sees a file that it has to bring along.
const folder = here.slice(0, here.lastIndexOf("/") + 1);

export const ownFolder = `${folder}files/`;

/** The pages of the site are not among the package's files. */
export const pageIn = () => null;

/** Where nobody has bundled it, as on a CDN, the package's own module is a script for any page. */
export const scriptFor = () => (here === `${folder}folder.js` ? `${folder}index.js` : null);

/**
 * The folder with the package's files, as far as a browser can know without a bundler. Takes the
 * place of `engine/own_folder.js`, and our plugin for Vite puts another in its own.
 */
const here = import.meta.url;

// Put together by hand: in `new URL("files/", …)` a bundler sees a file that it has to bring along.
export const ownFolder = `${here.slice(0, here.lastIndexOf("/") + 1)}files/`;

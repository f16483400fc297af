/**
 * The folder with the package's files, as far as a browser can know without a bundler. Takes the
 * place of `engine/own_folder.js`, and our plugin for Vite puts another in its own.
 */
const here = import.meta.url;

export const ownFolder = new URL("files/", here).href;

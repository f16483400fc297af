/**
 * Takes the place of `engine/own_folder.js`: a notebook's script comes from the kernel and stands in no
 * folder. A figure that the author of a notebook writes by hand is served beside it.
 */
export const ownFolder = new URL("./", document.baseURI).href;

export const pageIn = () => null;
export const scriptFor = () => null;

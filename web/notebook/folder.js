/**
 * Replaces `engine/own_folder.js` in a notebook, whose script comes from the kernel and not from a folder. A
 * figure that an author writes into the notebook by hand takes its files from beside the notebook.
 */
export const ownFolder = new URL("./", document.baseURI).href;

export const pageIn = () => null;
export const scriptFor = () => null;

/**
 * The part of a page's address after its `#`: the name of a section, a link to what the page shows, or both.
 */

/** Marks the entries of the history that this load of the page has written. */
export const PAGE = performance.timeOrigin;

/** The address after its `#`. */
export const hashText = () => location.hash.slice(1);

/**
 * Whether such a text is a link, and not only the name of a section.
 * @param {string} text
 */
export const isLink = (text) => /(^|&)(figure|v)=/.test(text);

/**
 * Whether such a text is what TensorFlow Playground writes behind its address: fields, but none of ours.
 * @param {string} text
 */
export const isPlaygroundLink = (text) => text.includes("=") && !isLink(text);

/** Whether the page was called with a link. */
export const holdsState = () => isLink(hashText());

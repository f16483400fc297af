/**
 * The part of a page's address after its `#`: the section that is read, a link to what the page shows,
 * or both.
 */

/** Tells entries of the history that this page has written from those of an earlier one. */
export const PAGE = performance.timeOrigin;

/** The address after its `#`. */
export const hashText = () => location.hash.slice(1);

/**
 * Whether such a text is a link, and not only the name of a section.
 * @param {string} text
 */
export const isLink = (text) => /(^|&)(figure|v)=/.test(text);

/** Whether the page was called with a link. */
export const holdsState = () => isLink(hashText());

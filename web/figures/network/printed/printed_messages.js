/** What books and courses print of an example, beside what it is exactly. Types only. */

/**
 * @typedef {object} PrintedResult
 * @property {"printed"} kind
 * @property {string} source author, title, year and place
 * @property {string} note how its letters and rules differ from those of this page
 * @property {string} sentence how many of its numbers are right
 * @property {PrintedPart[]} parts
 */

/**
 * @typedef {object} PrintedPart
 * @property {string} title
 * @property {string} sentence how many of these numbers are right
 * @property {number} updates how many updates of the example these are after; 0 where none shows them
 * @property {PrintedNumber[]} numbers
 */

/**
 * @typedef {object} PrintedNumber
 * @property {string} name what the source calls it
 * @property {string | null} printed as the source prints it; null where it leaves the number to readers
 * @property {number} exact
 * @property {boolean | null} same the exact one rounds to the printed one; null where none is printed
 * @property {string | null} why the printed one differs
 * @property {number | null} slip what comes out by doing what `why` says
 */

export {};

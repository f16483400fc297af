/** Where the people of a tree stand: generations in columns, from left to right, couples below each other. */

/** @import { FamilyPerson } from "./family_messages.js" */

/** The row of each of the twelve people of a tree, in halves; children stand beside their parents. */
const ROWS = [1, 3, 2, 4, 7, 9, 6, 8, 0, 4, 6, 10];
/** Half rows of a tree, and what a person takes of them. */
export const HALF_ROWS = 12;
const PERSON = 2;
const COLUMNS = 3;
/** Across, lines are measured in hundredths of a column, of which a person's button takes 86. */
const COLUMN = 100;
export const LINES_WIDTH = COLUMNS * COLUMN;
const LINES = { button: 86, bracket: 90, branch: 95 };

/**
 * @typedef {object} Place
 * @property {number} tree 0 for the English one
 * @property {number} column 0 to 2
 * @property {number} row in halves
 */

/**
 * @param {FamilyPerson[]} people
 * @returns {Place[]}
 */
export const placesOf = (people) =>
  people.map(({ generation }, index) => ({
    tree: Math.floor(index / ROWS.length),
    column: generation - 1,
    row: ROWS[index % ROWS.length],
  }));

/**
 * The lines of a tree in a box of `LINES_WIDTH` and twelve half rows: each couple is joined by a bracket, and
 * their children hang on its middle.
 * @param {Place[]} places
 * @param {number[][]} couples
 * @param {number} tree
 */
export function treeLines(places, couples, tree) {
  const middle = (/** @type {number} */ person) => places[person].row + PERSON / 2;
  const paths = couples.map(([one, other, ...children]) => {
    if (places[one].tree !== tree) return "";
    const left = places[one].column * COLUMN;
    const right = left + LINES.button;
    const bracket = left + LINES.bracket;
    const half = (middle(one) + middle(other)) / 2;
    const joined = `M${right},${middle(one)}H${bracket}V${middle(other)}H${right}`;
    const below = children.map(
      (child) => `M${bracket},${half}H${left + LINES.branch}V${middle(child)}H${left + COLUMN}`,
    );
    return joined + below.join("");
  });
  return paths.join("");
}

/**
 * Who stands next to a person, where an arrow key leads; the same person at the edge.
 * @param {Place[]} places
 * @param {number} person
 * @param {string} key
 */
export function neighbour(places, person, key) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  const at = (/** @type {Place} */ { tree, column }) => tree * COLUMNS + column;
  const here = places[person];
  const column = at(here) + (step ?? 0);
  const others = places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => at(place) === column);
  const away = (/** @type {{place: Place}} */ { place }) => Math.abs(place.row - here.row);
  if (step !== undefined) others.sort((a, b) => away(a) - away(b));
  else {
    const sign = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
    others.sort((a, b) => away(a) - away(b));
    return others.find(({ place }) => sign * (place.row - here.row) > 0)?.index ?? person;
  }
  return others[0]?.index ?? person;
}

/** What the six units of a person have come to mean: their weights in the places of the trees. */

import { html, svg } from "lit";
import { words } from "./family_words.js";
import { HALF_ROWS, placesOf } from "./tree_layout.js";

/** @import { FamilyResult, FamilyUnit } from "./family_messages.js" */
/** @import { Place } from "./tree_layout.js" */

const COLUMNS = 3;
/** Between the two trees (columns). */
const GAP = 0.5;
/** The side of the square of the largest weight. */
const LARGEST = 0.92;

/**
 * The square of a weight: its area is as large as the weight, without its sign.
 * @param {number} weight
 * @param {number} largest
 * @param {Place} place
 */
export function weightSquare(weight, largest, { tree, column, row }) {
  const side = LARGEST * Math.sqrt(Math.abs(weight) / (largest || 1));
  return {
    x: tree * (COLUMNS + GAP) + column + (1 - side) / 2,
    y: row / 2 + (1 - side) / 2,
    side,
    sign: weight < 0 ? "below" : "above",
  };
}

/**
 * @param {FamilyResult} result
 * @param {number} person who is marked
 */
export function unitsView({ people, units, units_sentence }, person) {
  const places = placesOf(people);
  const largest = Math.max(...units.flatMap(({ weights }) => weights.map(Math.abs)));
  return html`<section class="family-units">
    <h3>${words.unitsTitle}</h3>
    <p class="sentence family-units-sentence">${units_sentence}</p>
    <ul class="plain-list family-unit-list">
      ${units.map((unit, index) => unitView(unit, index, { places, largest, person }))}
    </ul>
    <p class="family-key soft">
      <span>${sample("above")} ${words.above}</span> <span>${sample("below")} ${words.below}</span>
      <span>${words.place}</span>
    </p>
  </section>`;
}

/**
 * @param {FamilyUnit} unit
 * @param {number} index
 * @param {{places: Place[], largest: number, person: number}} shown
 */
function unitView({ weights, correlations }, index, { places, largest, person }) {
  const width = 2 * COLUMNS + GAP;
  const marked = places[person];
  return html`<li class="family-unit" data-unit=${index}>
    <h4>${words.unit(index + 1)}</h4>
    <svg viewBox="-0.1 -0.1 ${width + 0.2} ${HALF_ROWS / 2 + 0.2}" role="img" aria-label=${words.unitLabel(index + 1)}>
      ${[0, 1].map(
        (tree) =>
          svg`<rect class="family-box" x=${tree * (COLUMNS + GAP)} y="0" width=${COLUMNS} height=${HALF_ROWS / 2}></rect>`,
      )}
      <rect class="family-marked" x=${marked.tree * (COLUMNS + GAP) + marked.column} y=${marked.row / 2} width="1" height="1"></rect>
      ${weights.map((weight, at) => {
        const { x, y, side, sign } = weightSquare(weight, largest, places[at]);
        return svg`<rect class="family-weight family-${sign}" x=${x} y=${y} width=${side} height=${side}></rect>`;
      })}
    </svg>
    <dl>
      ${correlations.map(
        ({ trait, text, stands }) => html`<div class=${stands ? "family-stands" : ""}>
          <dt>${trait}</dt>
          <dd><span class="number">${text}</span>${stands ? html`<span class="unseen"> ${words.stands}</span>` : ""}</dd>
        </div>`,
      )}
    </dl>
  </li>`;
}

/** @param {"above" | "below"} sign */
const sample = (sign) => html`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
  <rect class="family-weight family-${sign}" x="1.5" y="1.5" width="9" height="9"></rect></svg>`;

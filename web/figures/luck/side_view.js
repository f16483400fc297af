import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { lowerTicks } from "../../kit/charts/axes_view.js";
import { countText } from "../../kit/formula/count_text.js";
import { dotField, mark, PITCH, placeAt, placeOf } from "./dot_field.js";
import { words } from "./luck_words.js";

/** @import { LuckResult, LuckSide } from "./luck_messages.js" */
/** @import { DotField } from "./dot_field.js" */

const SCALE_HEIGHT = 34;
const HISTOGRAM_HEIGHT = 96;
const AXIS = 26;
const EDGE = 22;

/**
 * One setting: what share of its starts fails, each start as a dot, and when they learnt.
 * @param {LuckSide} side
 * @param {object} shown
 * @param {LuckResult} shown.result
 * @param {number} shown.width of the drawings (px)
 * @param {number} shown.most starts for which there is room
 * @param {number | null} shown.seed the start that is chosen here
 * @param {number} shown.highest of the bars of both sides
 * @param {(seed: number) => void} choose
 * @param {() => void} open opens the chosen start
 */
export function sideView(side, { result, width, most, seed, highest }, choose, open) {
  const field = dotField(side.solved_epochs, width, most, result.epochs);
  return html`<section class="luck-side" aria-label=${side.name}>
    <h3>${side.name}</h3>
    ${shareView(side, width)}
    ${dotsView(field, side, { width, seed, epochs: result.epochs }, choose, open)}
    <p class="luck-start">${
      seed === null
        ? html`<span class="soft">${words.hint}</span>`
        : html`${startText(side, seed, result.epochs)} <button class="button" @click=${open}>${words.open}</button>`
    }</p>
    ${histogramView(side, result, width, highest)}
    <p class="luck-told">${side.sentence}</p>
  </section>`;
}

/** @param {LuckSide} side @param {number} width */
function shareView({ interval: [low, high], failed_share }, width) {
  const middle = 8;
  const at = (/** @type {number} */ share) => EDGE + share * (width - 2 * EDGE);
  return html`<svg class="luck-scale" viewBox="0 0 ${width} ${SCALE_HEIGHT}" height=${SCALE_HEIGHT}
    role="img" aria-label=${words.scale}>
    <line class="axis-line" x1=${at(0)} x2=${at(1)} y1=${middle} y2=${middle}></line>
    ${[0, 0.25, 0.5, 0.75, 1].map(
      (share) =>
        svg`<line class="axis-line" x1=${at(share)} x2=${at(share)} y1=${middle - 4} y2=${middle + 4}></line>`,
    )}
    <line class="luck-interval" x1=${at(low)} x2=${Math.max(at(high), at(low) + 1)} y1=${middle} y2=${middle}></line>
    <circle class="luck-share" cx=${at(failed_share)} cy=${middle} r="5"></circle>
    ${["0%", "50%", "100%"].map(
      (label, index) =>
        svg`<text class="axis-text" x=${at(index / 2)} y=${middle + 20} text-anchor="middle">${label}</text>`,
    )}
    <text class="axis-text" x=${at(0.75)} y=${middle + 20} text-anchor="middle">${words.failed}</text>
  </svg>`;
}

/**
 * @param {DotField} field
 * @param {LuckSide} side
 * @param {{width: number, seed: number | null, epochs: number}} shown
 * @param {(seed: number) => void} choose
 * @param {() => void} open
 */
function dotsView(field, side, { width, seed, epochs }, choose, open) {
  const { order, columns, pitch, height, groups } = field;
  const chosen = seed === null ? -1 : order.indexOf(seed);
  const move = (/** @type {number} */ by) =>
    choose(order[Math.max(0, Math.min(order.length - 1, chosen < 0 ? 0 : chosen + by))]);
  const key = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (by !== undefined) move(by);
    else if (event.key === "Home") choose(order[0]);
    else if (event.key === "End") choose(order[order.length - 1]);
    else if (event.key === "Enter" && chosen >= 0) open();
    else return;
    event.preventDefault();
  };
  const press = (/** @type {MouseEvent} */ event) => {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const scale = width / box.width;
    const place = placeAt(
      field,
      (event.clientX - box.left) * scale,
      (event.clientY - box.top) * scale,
    );
    if (place !== null) choose(order[place]);
  };
  const ring = chosen < 0 ? null : placeOf(chosen, columns, pitch);
  return html`<svg class="luck-dots" viewBox="0 0 ${width} ${height}" height=${height} tabindex="0" role="slider"
    aria-label=${words.dots(side.name)} aria-valuemin="1" aria-valuemax=${order.length}
    aria-valuenow=${chosen < 0 ? 1 : chosen + 1}
    aria-valuetext=${chosen < 0 ? words.noStart : startText(side, order[chosen], epochs)}
    @keydown=${key} @click=${press}>
    ${guard([side, width], () =>
      groups.map(({ name, path }) => svg`<path class="luck-dot luck-${name}" d=${path}></path>`),
    )}
    ${ring ? svg`<circle class="luck-chosen" cx=${ring.x} cy=${ring.y} r="7"></circle>` : nothing}
  </svg>`;
}

/**
 * What became of one start.
 * @param {LuckSide} side
 * @param {number} seed
 * @param {number} epochs
 */
export function startText({ solved_epochs }, seed, epochs) {
  const epoch = solved_epochs[seed];
  if (epoch >= 0) return words.solvedAt(seed, epoch);
  return epoch === -1 ? words.stuck(seed, epochs) : words.diverged(seed);
}

/**
 * @param {LuckSide} side
 * @param {LuckResult} result
 * @param {number} width
 * @param {number} highest of the bars of both sides
 */
function histogramView({ histogram, name }, { edges, epochs }, width, highest) {
  const bottom = HISTOGRAM_HEIGHT;
  const x = (/** @type {number} */ epoch) => EDGE + (epoch / epochs) * (width - 2 * EDGE);
  const height = (/** @type {number} */ count) => (count / Math.max(1, highest)) * (bottom - 16);
  const largest = histogram.indexOf(Math.max(...histogram));
  return html`<svg class="luck-histogram" viewBox="0 0 ${width} ${bottom + AXIS}" height=${bottom + AXIS}
    role="img" aria-label=${words.histogram(name)}>
    ${histogram.map(
      (count, index) =>
        svg`<rect class="luck-bar" x=${x(edges[index]) + 0.5} width=${x(edges[index + 1]) - x(edges[index]) - 1}
          y=${bottom - height(count)} height=${height(count)}></rect>`,
    )}
    ${
      histogram[largest] > 0
        ? svg`<text class="axis-text" text-anchor="middle" y=${bottom - height(histogram[largest]) - 4}
          x=${(x(edges[largest]) + x(edges[largest + 1])) / 2}>${countText(histogram[largest])}</text>`
        : nothing
    }
    <line class="axis-line" x1=${x(0)} x2=${x(epochs)} y1=${bottom} y2=${bottom}></line>
    ${lowerTicks(
      bottom,
      [0, epochs / 2, epochs].map((epoch) => ({ at: x(epoch), label: countText(epoch) })),
      { length: 4, baseline: 18 },
    )}
    <text class="axis-text" x=${x(0.75 * epochs)} y=${bottom + 18} text-anchor="middle">${words.epoch}</text>
  </svg>`;
}

/** What the dots mean. */
export const dotKey = () => html`<span class="luck-key">
  ${Object.entries(words.key).map(
    ([name, meaning]) => html`<span>
      <svg viewBox="0 0 ${PITCH} ${PITCH}" width=${PITCH} height=${PITCH} aria-hidden="true">
        <path class="luck-dot luck-${name}" d=${mark(name, placeOf(0, 1))}></path>
      </svg>
      ${meaning}</span>`,
  )}
</span>`;

import { html, nothing } from "lit";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { besideFirst } from "./luck_map_run.js";
import { DIFFERENCES } from "./luck_state.js";
import { words } from "./luck_words.js";

/** @import { LuckMapCell, LuckMapResult } from "./luck_messages.js" */
/** @import { LuckMapRun } from "./luck_map_run.js" */
/** @import { LuckState } from "./luck_state.js" */

/** Shades of a cell, from none of its starts to all. */
const SHADES = 5;
const BOX = 100;

/**
 * A map of settings, two fields along its axes: a button, how far it is, and a cell for each setting.
 * @param {LuckMapRun} run
 * @param {LuckState} state
 * @param {(partial: Record<string, unknown>) => void} set
 */
export function mapView(run, state, set) {
  const { isRequested, result } = run;
  const label = isRequested ? words.pauseMap : result && !result.done ? words.goOn : words.trainMap;
  const isOver = !isRequested && result?.done === true;
  const axis = (/** @type {"map_across" | "map_down"} */ name, /** @type {string} */ title) =>
    choiceMenu({
      name,
      label: title,
      value: state[name],
      choices: DIFFERENCES,
      nameOf: (field) => words.fields[/** @type {keyof typeof words.fields} */ (field)],
      set: (field) => set({ [name]: field }),
    });
  return html`<section class="luck-map">
    <h3>${words.map}</h3>
    <div class="luck-buttons">
      <button class="button" aria-disabled=${isOver ? "true" : "false"}
        @click=${() => (isRequested ? run.stop() : isOver || run.start())}>${label}</button>
      ${axis("map_across", words.across)} ${axis("map_down", words.down)}
    </div>
    ${result ? cellsView(result, isRequested, state, set) : nothing}
    <p class="soft">${result?.sentence} ${words.mapNote}</p>
  </section>`;
}

/**
 * @param {LuckMapResult} result
 * @param {boolean} isRequested
 * @param {LuckState} state
 * @param {(partial: Record<string, unknown>) => void} set
 */
function cellsView({ columns, rows, cells, own, progress, done }, isRequested, state, set) {
  const field = (/** @type {string} */ name) =>
    words.fields[/** @type {keyof typeof words.fields} */ (name)];
  return html`${
    done
      ? nothing
      : html`<progress class="luck-progress" max="1" .value=${progress} aria-label=${words.mapProgress}
          data-running=${isRequested ? "true" : "false"}></progress>`
  }
  <table>
    <caption>${words.mapCaption(field(state.map_across), field(state.map_down))}</caption>
    <thead><tr><td></td>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(
      ({ name, value }, row) =>
        html`<tr><th scope="row">${name}</th>${columns.map((column, index) => {
          const at = row * columns.length + index;
          const choose = () => set(besideFirst(state, column.value, value));
          return html`<td>${cells[at] ? cellView(cells[at], at === own, choose) : nothing}</td>`;
        })}</tr>`,
    )}</tbody>
  </table>`;
}

/**
 * @param {LuckMapCell} cell
 * @param {boolean} isOwn the first setting stands here
 * @param {() => void} choose
 */
const cellView = ({ share, interval: [low, high], text, sentence }, isOwn, choose) =>
  html`<button class="luck-cell luck-shade-${Math.round(SHADES * share)}${isOwn ? " luck-own" : ""}"
    aria-label=${isOwn ? words.own(sentence) : words.choose(sentence)} title=${sentence} @click=${choose}>
    ${text}
    <svg viewBox="0 0 ${BOX} 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="luck-reach" x=${BOX * low} width=${BOX * (high - low)} height="4"></rect>
    </svg>
  </button>`;

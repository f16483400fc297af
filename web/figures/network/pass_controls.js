import { html, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { words } from "./network_figure_words.js";

const SPEEDS = [0.25, 0.5, 1, 2, 4];

/**
 * The controls of the pass, in the order in which they are used.
 * @param {object} pass
 * @param {number | null} pass.step null: all at once
 * @param {import("../../drawing/pass_messages.js").Step[]} pass.steps
 * @param {boolean} pass.playing
 * @param {boolean} pass.canUpdate
 * @param {(step: number) => void} pass.go
 * @param {(count: number) => void} pass.by
 * @param {() => void} pass.play
 * @param {() => void} pass.applyUpdate
 */
export function passControls(pass) {
  const { step, steps, playing } = pass;
  const total = steps.length;
  const at = step ?? total;
  const sentence = steps[at - 1]?.sentence ?? words.start;
  return html`
    <div class="button-row">
      <button class="button" @click=${() => pass.by(-1)} aria-disabled=${step === 0}>${words.back}</button>
      <button class="button primary" @click=${() => pass.by(1)} aria-disabled=${step === total}>
        ${words.step}
      </button>
      <button class="button play" @click=${pass.play}>${playing ? words.pause : words.play}</button>
      <button class="button" @click=${pass.applyUpdate} aria-disabled=${!pass.canUpdate}>
        ${words.applyUpdate}
      </button>
    </div>
    <div class="scrubber">
      <input class="range" type="range" min="0" max=${total} step="1" .value=${live(String(at))}
        value=${at} aria-label=${words.scrub}
        aria-valuetext="${words.position(step, total)}: ${sentence}"
        @input=${(/** @type {InputEvent} */ event) => pass.go(Number(chosenIn(event)))} />
      ${guard([steps], () => phaseMarks(steps))}
      <span class="position" data-step=${at}>${words.position(step, total)}</span>
    </div>`;
}

/**
 * The controls of the pass that the first task does not need.
 * @param {object} pass
 * @param {number} pass.speed
 * @param {boolean} pass.codeOpen
 * @param {boolean} pass.isWhole all values are shown at once
 * @param {(speed: number) => void} pass.setSpeed
 * @param {() => void} pass.reset
 * @param {() => void} pass.showWhole
 * @param {() => void} pass.toggleCode
 * @param {() => void} pass.openGraph
 */
export const morePassControls = (pass) => html`<div class="button-row">
  <button class="button" @click=${pass.reset}>${words.reset}</button>
  <button class="button" @click=${pass.showWhole} aria-disabled=${pass.isWhole}>${words.showWhole}</button>
  <button class="button code-button" aria-expanded=${pass.codeOpen} @click=${pass.toggleCode}>
    ${pass.codeOpen ? words.hideCode : words.showCode}
  </button>
  <button class="button" @click=${pass.openGraph}>${words.openGraph}</button>
  <label class="speed">
    <span>${words.speed}</span>
    <select class="select" @change=${(/** @type {Event} */ event) => pass.setSpeed(Number(chosenIn(event)))}>
      ${SPEEDS.map(
        (rate) => html`<option value=${rate} ?selected=${rate === pass.speed}>${rate}×</option>`,
      )}
    </select>
  </label>
</div>`;

/**
 * A strip under the scrubber: which stretch of the pass is which phase.
 * @param {import("../../drawing/pass_messages.js").Step[]} steps
 */
function phaseMarks(steps) {
  /** @type {{phase: string, start: number, length: number}[]} */
  const runs = [];
  for (const [index, { phase }] of steps.entries()) {
    const last = runs[runs.length - 1];
    if (last?.phase === phase) last.length += 1;
    else runs.push({ phase, start: index, length: 1 });
  }
  return html`<svg class="phases" viewBox="0 0 ${steps.length} 1" preserveAspectRatio="none"
    aria-hidden="true">
    ${runs.map((run) => phaseMark(run))}
  </svg>`;
}

/** @param {{phase: string, start: number, length: number}} run */
const phaseMark = ({ phase, start, length }) =>
  svg`<rect class=${phase} x=${start} y="0" width=${length} height="1"></rect>`;

/** @param {Event} event */
const chosenIn = (event) => /** @type {HTMLInputElement} */ (event.target).value;

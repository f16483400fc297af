/** Twenty-four starts: what each has come to answer, and a button that trains them. */

import { html } from "lit";
import { words } from "./family_words.js";

/** @import { FamilyStartsRun } from "./starts_run.js" */
/** @import { FamilyState } from "./family_state.js" */

const STARTS = 24;
const HELD_OUT = 4;

/**
 * @param {FamilyStartsRun} run
 * @param {FamilyState} state
 * @param {(seed: number) => void} open shows a start above
 */
export function startsView(run, { recipe, seed }, open) {
  const result = run.results.get(recipe);
  const isRunning = run.isRequested && run.recipe === recipe;
  const label = isRunning
    ? words.pause
    : result?.done
      ? words.againStarts
      : result
        ? words.goOn
        : words.trainStarts;
  return html`<section class="family-starts">
    <h3>${words.startsTitle}</h3>
    <p class="sentence family-starts-sentence">${result?.sentence ?? words.startsNote}</p>
    <div class="family-training">
      <button class="button" @click=${() => (isRunning ? run.stop() : run.run(recipe))}>${label}</button>
      <progress max="1" .value=${result?.progress ?? 0} value=${result?.progress ?? 0}
        aria-label=${words.startsProgress}></progress>
    </div>
    <ul class="plain-list family-start-list">
      ${Array.from({ length: STARTS }, (_, index) => {
        const [trained, heldOut] = result?.starts[index] ?? [];
        const isKnown = trained !== undefined;
        return html`<li><button class="family-start" aria-pressed=${index === seed ? "true" : "false"}
          @click=${() => open(index)}>
          <small>${words.start(index)}</small>
          <span class="number">${isKnown ? trained : "–"}</span>
          <span aria-hidden="true">${"●".repeat(heldOut ?? 0)}${"○".repeat(isKnown ? HELD_OUT - heldOut : 0)}</span>
          <span class="unseen">${isKnown ? words.startIs(heldOut) : words.untrained}</span>
        </button></li>`;
      })}
    </ul>
    <p class="family-key soft">${words.startsAre}</p>
  </section>`;
}

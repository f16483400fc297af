import { html, nothing, svg } from "lit";
import { words } from "./symmetry_words.js";

/** @import { StartsResult } from "./symmetry_messages.js" */
/** @import { StartsRun } from "./starts_run.js" */
/** @import { SymmetryState } from "./symmetry_state.js" */

/** The width of the box of a bar, which is stretched to what there is. */
const BOX = 100;

/**
 * The 200 starts: a button, how far they are, and a bar for each stretch of sweeps.
 * A state that has them and comes from elsewhere, such as a link, trains nothing by itself.
 * @param {StartsRun} run
 * @param {SymmetryState} state whose seed is shown above
 * @param {object} actions
 * @param {() => void} actions.run trains them
 * @param {(seed: number) => void} actions.open shows a start
 */
export function startsView(run, { signed, seed, starts }, actions) {
  const { isRequested } = run;
  const result = run.signed === signed ? run.result : null;
  const label = isRequested
    ? words.pauseStarts
    : result?.done
      ? words.againStarts
      : result
        ? words.goOnStarts
        : words.trainStarts;
  return html`<section class="symmetry-starts">
    <h3>${words.startsTitle}</h3>
    <div class="symmetry-starts-run">
      <button class="button primary" @click=${() => (isRequested ? run.stop() : actions.run())}>${label}</button>
      <p class="sentence symmetry-starts-sentence">${
        result?.sentence ?? (starts && !isRequested ? words.startsLinked : words.startsNote)
      }</p>
    </div>
    ${result ? bars(result, isRequested, seed, actions.open) : nothing}
  </section>`;
}

/**
 * @param {StartsResult} result
 * @param {boolean} isRequested
 * @param {number} chosen
 * @param {(seed: number) => void} open
 */
function bars({ bars, unsolved, progress, done }, isRequested, chosen, open) {
  const most = Math.max(1, unsolved.length, ...bars.map(({ seeds }) => seeds.length));
  return html`${
    done
      ? nothing
      : html`<progress class="symmetry-progress" max="1" .value=${progress} aria-label=${words.progress}
          data-running=${isRequested ? "true" : "false"}></progress>`
  }
  <p class="soft">${words.barsAre}</p>
  <ul class="plain-list symmetry-bars">
    ${bars.map(({ name, published, seeds }) => bar({ name, isStretch: true, published, seeds }))}
    ${bar({ name: words.notSolved, isStretch: false, published: false, seeds: unsolved })}
  </ul>
  <p class="soft">${words.openNext}</p>`;

  /** @param {{name: string, isStretch: boolean, published: boolean, seeds: number[]}} row */
  function bar({ name, isStretch, published, seeds }) {
    const next = seeds[(seeds.indexOf(chosen) + 1) % seeds.length];
    return html`<li class=${published ? "symmetry-published" : ""} data-count=${seeds.length}>
      <button class="symmetry-bar-button" aria-disabled=${seeds.length === 0 ? "true" : "false"}
        @click=${() => seeds.length > 0 && open(next)}>
        <span class="symmetry-bar-name">${name}${isStretch ? html`<span class="unseen"> ${words.sweeps}</span>` : nothing}</span>
        <svg viewBox="0 0 ${BOX} 1" preserveAspectRatio="none" aria-hidden="true">
          ${svg`<rect width=${(BOX * seeds.length) / most} height="1"></rect>`}
        </svg>
        <span class="number">${seeds.length}<span class="unseen"> ${words.starts}</span></span>
      </button>
      ${published ? html`<span class="symmetry-paper">${words.paper}</span>` : nothing}
    </li>`;
  }
}

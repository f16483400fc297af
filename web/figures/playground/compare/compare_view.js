import { html, nothing } from "lit";
import { nearestIndex } from "../../../kit/charts/run_plot.js";
import { countText } from "../../../kit/formula/count_text.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../playground_words.js";

/** @import { PlaygroundCurve } from "../playground_messages.js" */
/** @import { KeptRun } from "./pinned_runs.js" */

/**
 * The losses of a run at an epoch, or null where it has not come so far.
 * @param {PlaygroundCurve} curve
 * @param {number | null} epoch null: its last
 */
export function lossesAt({ epochs, training, test }, epoch) {
  const last = epochs.length - 1;
  if (epoch !== null && epoch > epochs[last]) return null;
  const at = epoch === null ? last : nearestIndex(epochs, epoch);
  return { epoch: epochs[at], training: training[at], test: test[at] };
}

/**
 * The runs that the reader keeps, and the present one: surface, what differs, both losses at one epoch.
 * @param {object} shown
 * @param {(KeptRun | null)[]} shown.runs
 * @param {string[]} shown.differences of each run but the first, the present one last
 * @param {PlaygroundCurve} shown.curve of the present run
 * @param {number | null} shown.epoch at which all are read; null: the last of each
 * @param {object} actions
 * @param {(index: number) => void} actions.open
 * @param {(index: number) => void} actions.drop
 * @param {() => void} actions.save
 */
export function compareView({ runs, differences, curve, epoch }, { open, drop, save }) {
  if (runs.length === 0) return nothing;
  return html`<section class="playground-compare" data-part="compare" aria-label=${words.compare}>
    <ol class="plain-list">
      ${runs.map(
        (run, index) => html`<li data-run=${index + 1}>
          <div class="playground-unit">${run ? html`<canvas aria-hidden="true"></canvas>` : nothing}</div>
          <p><b>${words.runName(index + 1)}.</b> ${index === 0 ? words.firstRun : (differences[index - 1] ?? "")}
            <span class="playground-reading">${run ? reading(run.known.curve, epoch) : words.trains}</span></p>
          <div class="button-row">
            <button class="button quiet" aria-label=${words.openRun(index + 1)} @click=${() => open(index)}>${words.open}</button>
            <button class="button quiet" aria-label=${words.dropRun(index + 1)} @click=${() => drop(index)}>${words.drop}</button>
          </div>
        </li>`,
      )}
      <li data-run="now">
        <div></div>
        <p><b>${words.now}.</b> ${differences[runs.length - 1] ?? ""}
          <span class="playground-reading">${reading(curve, epoch)}</span></p>
        <div class="button-row"><button class="button quiet" @click=${save}>${words.saveRuns}</button></div>
      </li>
    </ol>
  </section>`;
}

/**
 * @param {PlaygroundCurve} curve
 * @param {number | null} epoch
 */
function reading(curve, epoch) {
  const found = lossesAt(curve, epoch);
  if (!found) return words.notSoFar(countText(curve.epochs[curve.epochs.length - 1]));
  const { training, test } = found;
  return words.reading(countText(found.epoch), numberText(training, 3), numberText(test, 3));
}

/**
 * All runs as CSV: a line for each epoch that was measured, all digits kept.
 * @param {{name: string, differences: string, curve: PlaygroundCurve | null}[]} runs
 */
export function runsText(runs) {
  const quoted = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`;
  const lines = runs.flatMap(({ name, differences, curve }) =>
    (curve?.epochs ?? []).map((epoch, at) =>
      [quoted(name), quoted(differences), epoch, curve?.training[at], curve?.test[at]].join(","),
    ),
  );
  return ["run,differences,epoch,training loss,test loss", ...lines, ""].join("\r\n");
}

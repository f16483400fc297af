import { html, nothing, svg } from "lit";
import { mapFrame, runPath } from "./loss_map.js";
import { bands } from "./map_view.js";
import { words } from "./rates_words.js";

/** @import { RatesResult } from "./rates_messages.js" */
/** @import { ContourCache } from "../../kit/charts/surface/contour_cache.js" */

const WIDTH = 140;
/** A small map has every third contour. */
const SHARE = 3;

/**
 * All runs side by side, on the same map; the chosen one is drawn large elsewhere.
 * @param {RatesResult} result
 * @param {{chosen: string, step: number}} state
 * @param {ContourCache} maps
 * @param {(name: string) => void} choose
 */
export function runPanels({ surface, levels, runs }, { chosen, step }, maps, choose) {
  const frame = mapFrame(surface, WIDTH, true);
  const few = levels.filter((_, index) => index % SHARE === 0);
  const contours = maps.contours(surface, few, frame);
  return html`<div class="rates-runs" role="group" aria-label=${words.runs}>
    ${runs.map((run) => {
      const at = Math.min(step, run.points.length - 1);
      const [x, y] = run.points[at];
      const happening = run.happenings[at];
      return html`<button class="rates-run in-picture" aria-pressed=${run.name === chosen ? "true" : "false"}
        data-run=${run.name} data-loss=${run.losses[at]} @click=${() => choose(run.name)}>
        <svg viewBox="0 0 ${WIDTH} ${WIDTH}" aria-hidden="true">
          <rect class="rates-ground" width=${WIDTH} height=${WIDTH}></rect>
          ${bands(contours)}
          <path class="rates-later" d=${runPath(run.points.slice(at), frame)}></path>
          <path class="rates-path" d=${runPath(run.points.slice(0, at + 1), frame)}></path>
          ${
            isInside(x, surface.x_range) && isInside(y, surface.y_range)
              ? svg`<circle class="rates-here" cx=${frame.x(x)} cy=${frame.y(y)} r="4.5"></circle>`
              : nothing
          }
        </svg>
        <span class="rates-run-words">
          <span class="rates-run-name">${run.title}</span>
          <span class="rates-run-verdict">${run.verdict}</span>
          <span class="rates-run-now">${happening ? words.happenings[happening] : nothing}</span>
        </span>
      </button>`;
    })}
  </div>`;
}

/**
 * @param {number} value
 * @param {[number, number]} range
 */
const isInside = (value, [low, high]) => value >= low && value <= high;

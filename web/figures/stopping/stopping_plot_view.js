import { html, nothing, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath } from "../../kit/charts/run_plot.js";
import { slidTo } from "../../kit/fields/slider_keys.js";
import { numberText } from "../../kit/formula/number_text.js";
import { draggedTo } from "./stopping_plot.js";
import { words } from "./stopping_words.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { StoppingResult } from "./stopping_messages.js" */
/** @import { Lane } from "./stopping_plot.js" */
/** @import { RunPlot } from "../../kit/charts/run_plot.js" */
/** @import { StoppingState } from "./stopping_state.js" */

/** The radius around a handle that a finger needs (px). */
const TOUCH = 22;

/**
 * The run and the lines of its rules.
 * @param {object} shown
 * @param {StoppingResult} shown.result
 * @param {StoppingState} shown.state
 * @param {RunPlot} shown.plot
 * @param {Lane[]} shown.lanes
 * @param {number} shown.height
 * @param {DescribeResult["limits"]} shown.limits
 * @param {(partial: Record<string, unknown>) => void} set
 */
export function stoppingPlotView({ result, state, plot, lanes, height, limits }, set) {
  const { epochs, training, validation, best } = result;
  const { left, right, top, bottom } = plot;
  const end = epochs.length - 1;
  return html`<div class="stopping-plot">
    <svg viewBox="0 0 ${plot.width} ${height}" height=${height} role="group"
      aria-label=${words.plotLabel(result.sentence)}>
      ${runAxes(plot, words.epoch)}
      <path class="stopping-training" d=${curvePath(epochs, training, plot)}></path>
      <path class="stopping-validation" d=${curvePath(epochs, validation, plot)}></path>
      <text class="axis-text stopping-name" x=${right - 4} y=${plot.y(validation[end]) - 8}
        text-anchor="end">${words.validation}</text>
      <text class="axis-text stopping-name" x=${right - 4} y=${plot.y(training[end]) + 18}
        text-anchor="end">${words.training}</text>
      <circle class="stopping-best" cx=${plot.x(best.epoch)} cy=${plot.y(best.loss)} r="5"></circle>
      <text class="axis-text stopping-name" x=${plot.x(best.epoch)} y=${plot.y(best.loss) + 20}
        text-anchor="middle">${words.best}</text>
      ${thresholdLine()}
      ${lanes.map(({ rule, x, y, isFirst }) =>
        rule.epoch === null
          ? nothing
          : svg`<line class=${isFirst ? "stopping-line stopping-first-line" : "stopping-line"}
            data-place="rule:${rule.rule}" x1=${x} x2=${x} y1=${y} y2=${bottom}></line>`,
      )}
      ${lanes.map((lane) => laneMarks(lane))}
    </svg>
  </div>`;

  /** The threshold on the training loss, dragged up and down. */
  function thresholdLine() {
    const lane = lanes.find(({ rule }) => rule.rule === "loss_below");
    if (!lane) return nothing;
    const y = Math.max(top, Math.min(bottom, plot.y(state.loss_below)));
    return svg`<line class="stopping-threshold" x1=${left} x2=${right} y1=${y} y2=${y}></line>
      ${handle(lane, left + 16, y, "vertical")}`;
  }

  /** @param {Lane} lane */
  function laneMarks(lane) {
    const { rule, x, y, since, isFirst, label, labelX, anchor } = lane;
    return svg`<g class=${isFirst ? "stopping-lane stopping-first" : "stopping-lane"}
        data-place="rule:${rule.rule}" data-rule=${rule.rule} data-epoch=${rule.epoch ?? nothing}>
      ${since === null ? nothing : svg`<path class="stopping-span" d="M${since},${y - 5}v10m0,-5H${x}"></path>`}
      ${rule.validation === null || rule.kept === null ? nothing : svg`<circle class="stopping-there" cx=${plot.x(rule.kept)} cy=${plot.y(rule.validation)} r="4"></circle>`}
      <text class="axis-text stopping-label" x=${labelX} y=${y + 4} text-anchor=${anchor}>${label}</text>
      ${rule.rule === "loss_below" ? svg`<circle class="stopping-dot" cx=${x} cy=${y} r="4"></circle>` : handle(lane, x, y, "horizontal")}
    </g>`;
  }

  /**
   * @param {Lane} lane
   * @param {number} x
   * @param {number} y
   * @param {"horizontal" | "vertical"} orientation
   */
  function handle({ rule }, x, y, orientation) {
    const { field, label, nudge } = words.lines[rule.rule];
    const value = state[/** @type {"loss_below" | "patience" | "least_gain" | "budget"} */ (field)];
    const limitName = { loss_below: "loss", least_gain: "gain" }[field] ?? "run_epoch";
    const { minimum, maximum } = limits[limitName];
    const move = (/** @type {PointerEvent} */ event) => {
      const mark = /** @type {SVGElement} */ (event.currentTarget);
      const picture = mark.ownerSVGElement;
      if (!picture || !mark.hasPointerCapture(event.pointerId)) return;
      const box = picture.getBoundingClientRect();
      const scale = plot.width / box.width;
      const place = { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
      const dragged = draggedTo(result, plot, rule, place);
      if (dragged) set(dragged);
    };
    const key = (/** @type {KeyboardEvent} */ event) => {
      const moved = slidTo(event.key, { value, nudge, minimum, maximum });
      if (moved === null) return;
      event.preventDefault();
      set({ [field]: Math.max(minimum, Math.min(maximum, moved)) });
    };
    return svg`<g class="stopping-handle stopping-${orientation}" role="slider" tabindex="0"
      data-handle=${rule.rule} aria-label=${label} aria-orientation=${orientation}
      aria-valuemin=${minimum} aria-valuemax=${maximum} aria-valuenow=${value}
      aria-valuetext=${words.lineText({ label, value: numberText(value, 4), reason: rule.reason })}
      @keydown=${key} @pointermove=${move}
      @pointerdown=${(/** @type {PointerEvent} */ event) => {
        const mark = /** @type {HTMLElement} */ (event.currentTarget);
        mark.setPointerCapture(event.pointerId);
      }}>
      <circle class="stopping-touch" cx=${x} cy=${y} r=${TOUCH}></circle>
      <circle class="stopping-grip" cx=${x} cy=${y} r="8"></circle>
      <path class="stopping-arrows" d=${orientation === "vertical" ? `M${x - 3},${y - 2}l3,-3l3,3M${x - 3},${y + 2}l3,3l3,-3` : `M${x - 2},${y - 3}l-3,3l3,3M${x + 2},${y - 3}l3,3l-3,3`}></path>
    </g>`;
  }
}

import { html } from "lit";
import { logChart } from "../../kit/charts/log_chart.js";
import { logChartView } from "../../kit/charts/log_chart_view.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./rates_words.js";

/** @import { RateRun } from "./rates_messages.js" */

/** On a phone the chart is lower (px). */
const HEIGHT = { narrow: 220, wide: 320 };
const NARROW = 450;

/**
 * The losses of all runs over the steps; the chosen run stands out.
 * @param {RateRun[]} runs
 * @param {{chosen: string, steps: number, step: number}} state
 * @param {number} width
 */
export function lossesView(runs, { chosen, steps, step }, width) {
  const chart = logChart(
    {
      x: Array.from({ length: steps + 1 }, (_, at) => at),
      curves: runs.map(({ losses }) => losses),
      marked: step,
    },
    { width, height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide },
  );
  const label = words.lossesLabel(
    step,
    runs.map(({ title, losses }) => ({
      title,
      loss: numberText(losses[Math.min(step, losses.length - 1)]),
    })),
  );
  return html`<div class="rates-losses">
    ${logChartView(chart, {
      label,
      xAxis: words.steps,
      yAxis: words.losses,
      curves: runs.map(({ name, title }) => ({
        name: name === chosen ? `${name} rates-loss-chosen` : name,
        label: title,
      })),
    })}
  </div>`;
}

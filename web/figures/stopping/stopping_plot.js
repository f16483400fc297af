/**
 * The geometry of a run with its stopping rules: a lane above the curves for each rule, and a line down from
 * where it fires.
 */

import { epochAt, nearestIndex, runPlot } from "../../kit/charts/run_plot.js";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./stopping_words.js";

/** @import { StoppingResult, StoppingRule } from "./stopping_messages.js" */
/** @import { RunPlot } from "../../kit/charts/run_plot.js" */

const CURVES = 300;
const AXIS = 46;
/** Between a handle and its label (px). */
const GAP = 15;
/** About the width of a letter of a label (px). */
const LETTER = 6.3;
const LEAST = { loss_below: 0.001, least_gain: 0.001 };

/**
 * @typedef {object} Lane
 * @property {StoppingRule} rule
 * @property {number} y middle of the lane
 * @property {number} x where the rule fires; the right end where it never does
 * @property {number | null} since where the rule looks back to
 * @property {boolean} isFirst
 * @property {string} label
 * @property {number} labelX
 * @property {"start" | "end"} anchor
 */

/**
 * @param {StoppingResult} result
 * @param {number} width
 * @param {number} laneHeight
 * @returns {{plot: RunPlot, lanes: Lane[], height: number}}
 */
export function stoppingPlot({ epochs, training, validation, rules, first }, width, laneHeight) {
  const top = rules.length * laneHeight + 10;
  const height = top + CURVES + AXIS;
  const plot = runPlot(epochs, [...training, ...validation], { width, height, top, yCount: 5 });
  const lanes = rules.map((rule, index) => {
    const x = rule.epoch === null ? plot.right : plot.x(rule.epoch);
    const since = rule.since === null ? null : plot.x(rule.since);
    const isFirst = rule.rule === first;
    const where = rule.epoch === null ? words.never : countText(rule.epoch);
    const label = `${words.lines[rule.rule].short}: ${words.at(where, isFirst)}`;
    const room = LETTER * label.length;
    const isLeft = x + GAP + room <= plot.right;
    return {
      rule,
      y: (index + 0.5) * laneHeight,
      x,
      since,
      isFirst,
      label,
      // Where there is no room before what a rule looks back to, the label lies over that.
      labelX: isLeft ? x + GAP : Math.max((since ?? x) - GAP, room),
      anchor: /** @type {"start" | "end"} */ (isLeft ? "start" : "end"),
    };
  });
  return { plot, lanes, height };
}

/**
 * What a rule's line is set to when it is dragged to a place in the picture; null: nothing there.
 * @param {StoppingResult} result
 * @param {RunPlot} plot
 * @param {StoppingRule} rule
 * @param {{x: number, y: number}} place in pixels
 * @returns {Record<string, number> | null}
 */
export function draggedTo({ epochs, gains, best }, plot, { rule, since }, { x, y }) {
  if (rule === "loss_below") {
    return { loss_below: Number(Math.max(LEAST.loss_below, plot.y.invert(y)).toFixed(3)) };
  }
  const epoch = Math.max(1, epochAt(plot, x));
  if (rule === "budget") return { budget: epoch };
  if (rule === "no_improvement") return { patience: Math.max(1, epoch - (since ?? best.epoch)) };
  const gain = gains[nearestIndex(epochs, epoch)];
  if (gain === null) return null;
  return { least_gain: Number(Math.min(1, Math.max(LEAST.least_gain, gain)).toFixed(3)) };
}

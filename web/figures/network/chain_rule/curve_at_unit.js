import { html, nothing } from "lit";
import { activationCurve } from "../../../kit/charts/activation_curve_view.js";

/** @typedef {import("../trace_messages.js").TraceResult} TraceResult */
/** @typedef {import("../../../drawing/pass_messages.js").Step} Step */

/**
 * The activation function of the unit that a step computes or changes; before the first step that of the first
 * layer, and with all steps in view that of the chosen weight's unit, or of the output.
 * @param {TraceResult} result
 * @param {Step | null} step
 * @param {boolean} overview
 * @param {import("../../../contract/messages.js").WeightAddress | null} selected
 */
export function curveAtUnit({ activation_curves: curves }, step, overview, selected) {
  const last = curves.length - 1;
  const chosen = selected ? [Math.min(selected.layer, last), selected.target] : [last, 0];
  const [layer, unit] = step
    ? [step.units[0][0] - 1, step.units[0][1]]
    : overview
      ? chosen
      : [0, 0];
  const curve = curves[layer];
  // Before its activation is computed, a unit stands nowhere.
  const isKnown = overview || (step !== null && step.operation !== "pre_activation");
  return curve
    ? html`<section class="box curve-at-unit" data-part="activation-curve">
        ${activationCurve(curve, isKnown ? curve.units[unit] : null)}
      </section>`
    : nothing;
}

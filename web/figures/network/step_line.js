import { html, nothing } from "lit";
import { prompt } from "../../kit/figure/prompt.js";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./network_figure_words.js";

/** @typedef {import("../../drawing/pass_messages.js").Step} Step */

/**
 * What happens now: the phase, and one sentence.
 * @param {Step | null} step null: none, or all of them
 * @param {boolean} overview
 * @param {boolean} waits the numbers shown are not yet those of the state
 */
export function stepSentence(step, overview, waits) {
  const tag = step ? words.phases[step.phase] : overview ? words.overviewTag : words.startTag;
  const sentence = step ? step.sentence : overview ? words.overview : words.start;
  const request = overview
    ? prompt(words.overviewPrompt, words.choosePrompt)
    : prompt(words.startPrompt);
  return html`<p class="sentence">
    <span class="tag ${step?.phase ?? ""}">${tag}</span>
    ${sentence} ${step ? nothing : request} ${waits ? html`<em class="waits">${words.waits}</em>` : nothing}
  </p>`;
}

/**
 * What the formula line shows while all of the pass is in view: what it all was for.
 * @param {Step[]} steps
 */
export const lossStep = (steps) => steps.find(({ phase }) => phase === "loss") ?? null;

/**
 * One sentence for those who hear what an edit did: on the operation in view, or on the loss.
 * @param {import("./traced_network.js").TracedNetwork} network
 */
export function passSaid({ state, result }) {
  const step = state.overview ? lossStep(result.steps) : result.steps[state.step - 1];
  return step?.sentence ?? words.start;
}

/**
 * The operation as formula, in symbols and then with its numbers.
 * @param {Step | null} step
 */
export function stepFormula(step) {
  return html`<div class="box step-formula formula" role="group" aria-label=${words.formula}>
    ${
      step
        ? html`<div>${wrappedFormula(step.formula)}</div>
          <div class="numbers" data-place=${step.place}>${wrappedFormula(step.substituted)}</div>`
        : html`<p class="soft">${words.formulaRoom}</p>`
    }
  </div>`;
}

/** The four recipes beside each other, each with the questions that it has come to answer. */

import { html, nothing, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath, runPlot } from "../../kit/charts/run_plot.js";
import { words } from "./family_words.js";

/** @import { FamilyRecipe, FamilyResult } from "./family_messages.js" */

const BOX = { width: 150, height: 46 };
const PULLS_HEIGHT = 190;
const QUESTIONS = 100;

/**
 * @param {FamilyRecipe[]} recipes
 * @param {(recipe: string) => FamilyResult | null} known a run of that recipe with the seed that is shown
 * @param {string} chosen
 * @param {number} last sweep of the longest recipe
 * @param {(recipe: string) => void} choose
 */
export function recipesView(recipes, known, chosen, last, choose) {
  return html`<div class="family-recipes" role="group" aria-label=${words.recipesLabel}>
    ${recipes.map(({ recipe, settings }) => {
      const result = known(recipe);
      return html`<button class="family-recipe" data-recipe=${recipe} aria-pressed=${recipe === chosen ? "true" : "false"}
        @click=${() => choose(recipe)}>
        <b>${words.recipes[/** @type {keyof typeof words.recipes} */ (recipe)]}</b>
        <small>${settings}</small>
        ${curve(result, last)}
        <span class="number family-score">${
          result ? words.score(result.trained_right, result.held_out_right) : words.untrained
        }</span>
      </button>`;
    })}
  </div>`;
}

/**
 * The questions answered over the sweeps of a run.
 * @param {FamilyResult | null} result
 * @param {number} last
 */
function curve(result, last) {
  const { width, height } = BOX;
  const points = (result?.run.looks.trained_right ?? []).map(
    (right, place) =>
      `${(width * (result?.sweeps[place] ?? 0)) / last},${height - 1 - ((height - 2) * right) / QUESTIONS}`,
  );
  return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<line class="axis-line" x2=${width} y1=${height - 1} y2=${height - 1}></line>
      ${points.length > 0 ? svg`<path class="family-curve" d="M${points.join("L")}"></path>` : nothing}`}
  </svg>`;
}

/**
 * What moves the first weights in a sweep: the gradient, and decay.
 * @param {FamilyResult} result
 * @param {number} width
 */
export function pullsView({ sweeps, run, recipe, pulls_sentence }, width) {
  const { gradient, decay } = run.looks;
  const plot = runPlot(sweeps, [...gradient, ...decay], { width, height: PULLS_HEIGHT });
  return html`<section class="family-pulls">
    <h3>${words.pullsTitle}</h3>
    <p class="sentence family-pulls-sentence">${pulls_sentence}</p>
    ${
      recipe === "adam"
        ? nothing
        : html`<svg viewBox="0 0 ${width} ${PULLS_HEIGHT}" height=${PULLS_HEIGHT} role="img"
            aria-label=${words.pullsLabel}>
            ${runAxes(plot, words.sweeps)}
            <path class="family-pull family-gradient" d=${curvePath(sweeps, gradient, plot)}></path>
            <path class="family-pull family-decay" d=${curvePath(sweeps, decay, plot)}></path>
          </svg>
          <p class="family-key soft">${pullKey("gradient")} ${pullKey("decay")}</p>`
    }
  </section>`;
}

/** @param {"gradient" | "decay"} name */
const pullKey = (
  name,
) => html`<span><svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
  <path class="family-pull family-${name}" d="M0,4h22"></path></svg> ${words[name]}</span>`;

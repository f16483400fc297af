import { html, nothing } from "lit";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../network_figure_words.js";

/** @typedef {import("./chain_rule_messages.js").Explanation} Explanation */
/** @typedef {import("../../../kit/figure/figure_host.js").FigureHost} FigureHost */

/**
 * What is spoken when a weight was chosen.
 * @param {{explanation: Explanation | null}} result
 */
export function chainRuleSaid({ explanation }) {
  if (!explanation) return "";
  const { name, gradient, sentence } = explanation;
  return `${words.chainRuleOf(name)}: ${words.gradient} ${numberText(gradient)}. ${sentence}`;
}

/**
 * The way from the drawing to the chain rule, which stands below everything else where a screen is
 * narrow; nothing where no weight is chosen. Elsewhere it is seen when the keyboard comes to it, as the stop after the drawing.
 * @param {Explanation | null} explanation
 * @param {boolean} isAsking the gradient is to be guessed first
 * @param {FigureHost} host
 */
export function chainRuleLink(explanation, isAsking, host) {
  if (!explanation) return nothing;
  const told = isAsking ? null : numberText(explanation.gradient);
  return html`<button class="button quiet to-chain-rule" @click=${() => goTo(host)}>
    <span>${words.chainRuleOf(explanation.name)}</span>
    ${told === null ? nothing : html`<b>${told}</b>`} <span aria-hidden="true">↓</span>
  </button>`;
}

/** @param {FigureHost} host */
function goTo({ shadowRoot, reducedMotion }) {
  const panel = shadowRoot?.querySelector('[data-part="chain-rule"]');
  if (!(panel instanceof HTMLElement)) return;
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest", behavior: reducedMotion ? "auto" : "smooth" });
}

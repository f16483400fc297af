import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { words } from "../kit/figure/figure_words.js";

/**
 * One quiet line that says where the numbers come from: recorded by the build, or Python in this
 * page, and while that loads, how far it is. Each stage has an element of its own, since browsers count
 * a text that changes its width as moved.
 * @param {import("../contract/engine_status.js").EngineStatus} status
 * @param {boolean} isLate an answer has not come for long
 * @param {() => void} onRetry
 */
export function engineStatus(status, isLate, onRetry) {
  switch (status.kind) {
    case "loading":
      return html`<div class="engine" data-stage=${status.stage}>
        <progress aria-label=${status.label} max=${Math.max(1, status.total)}
          value=${status.loaded}></progress>
        <span class="amount">${words.bytes(status.loaded, status.total)}</span>
        ${keyed(status.stage, html`<span>${status.label} … ${words.meanwhile}</span>`)}
      </div>`;
    case "ready":
      return html`<div class="engine">${isLate ? words.late : words.live(status.versions)}</div>`;
    case "failed":
      return html`<div class="engine failed" role="alert">
        <span>${status.message}</span>
        ${status.retry ? html`<button class="button" @click=${onRetry}>${words.retry}</button>` : nothing}
      </div>`;
    default:
      return html`<div class="engine">${words.recorded}</div>`;
  }
}

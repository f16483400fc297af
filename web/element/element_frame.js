import { html, isServer, nothing } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { words } from "../kit/figure/figure_words.js";
import { engineStatus } from "./engine_status_line.js";
import { linkPlaces } from "./linked_places.js";

/** @typedef {import("./figure_element.js").BackpropFigure} BackpropFigure */

/**
 * What stands in every element: the author's heading, what was left out, the figure, where
 * its numbers come from, and the line that is spoken. The figure is drawn again only when it asks, and
 * into a place of its own, for it listens there.
 * @param {BackpropFigure} element
 * @param {{share: () => void, key: (event: KeyboardEvent) => void}} handlers
 */
export function elementFrame(element, { share, key }) {
  const { shown, kind, heading, link, names, drawings, site, spoken, unshared } = element;
  const retry = () => element.retry();
  if (!shown && element.missing === null) return html`<div class="room"><slot></slot></div>`;
  if (!shown) {
    return html`<p class="missing">${element.missing}
      <button class="button" @click=${retry}>${words.retry}</button></p>`;
  }
  const title = kind?.title ?? "";
  return html`
    ${isServer ? unsafeHTML(`<style>${kind?.styles.join("\n")}</style>`) : nothing}
    <div class=${figureClasses(element)} role="group" aria-label=${words.figure(title)} lang="en" translate="no"
      @keydown=${key} @pointerover=${linkPlaces} @pointerout=${linkPlaces}
      @focusin=${linkPlaces} @focusout=${linkPlaces}>
      ${heading ? html`<p class="heading" lang=${pageLanguage(element)}>${heading}</p>` : nothing}
      ${link?.template(() => element.requestUpdate("link")) ?? nothing}
      ${names.template(() => element.requestUpdate("names"))}
      ${keyed(
        shown,
        guard([shown, drawings], () => shown.render()),
      )}
      <footer>
        ${engineStatus(element.status, element.late.count > 0, retry)}<slot name="caption"></slot>
        ${panelsButton(element)}
        ${
          site.base
            ? html`<button class="button quiet share-button" aria-label=${words.shareOf(title)}
          @click=${share}>${words.share}</button>`
            : nothing
        }
        ${unshared ? html`<p class="soft" role="alert">${unshared}</p>` : nothing}
      </footer>
      <p class="unseen" role="status" aria-live="polite">${spoken.text || nothing}</p>
    </div>`;
}

/** @param {BackpropFigure} element */
const figureClasses = ({ compact, isPrerendered }) =>
  classMap({
    figure: true,
    room: !isPrerendered,
    compact: compact.isOn,
    "with-panels": compact.hasPanels,
  });

/**
 * Brings what a compact figure leaves out, and takes it away again.
 * @param {BackpropFigure} element
 */
function panelsButton({ compact }) {
  const { isOn, hasPanels } = compact;
  if (!isOn) return nothing;
  return html`<button class="button quiet panels-button" aria-expanded=${hasPanels}
    @click=${() => compact.showPanels(!hasPanels)}>${hasPanels ? words.hidePanels : words.showPanels}</button>`;
}

/**
 * The language of what the author wrote; the figure itself speaks English.
 * @param {BackpropFigure} element
 */
const pageLanguage = (element) => element.closest?.("[lang]")?.getAttribute("lang") ?? "";

import { html, nothing } from "lit";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { words } from "./digits_words.js";
import { BLANK } from "./drawn_strokes.js";
import { tilesView } from "./tiles_view.js";

/** @import { DigitsImage, DigitsResult } from "./digits_messages.js" */
/** @import { DigitsState } from "./digits_state.js" */
/** @import { DrawingSurface } from "./drawing_surface.js" */

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * An image of the set or a reader's drawing, what the network makes of it, and which dots would make it another
 * digit.
 * @param {DigitsImage} image
 * @param {object} shown
 * @param {DigitsState} shown.state
 * @param {unknown} shown.imageField
 * @param {DrawingSurface} shown.surface
 * @param {number} shown.mostSteps
 * @param {(partial: Record<string, unknown>) => void} set
 */
export function imageView(image, { state, imageField, surface, mostSteps }, set) {
  const { dots, digit, gradient, outputs, shares, sentence } = image;
  const { drawing, steps } = state;
  const more = gradient.map((slope) => -slope);
  return html`<section class="digits-image">
    <h3>${words.image}</h3>
    <fieldset class="field-row">
      ${drawing === null ? imageField : surface.buttons()}
      ${choiceMenu({
        name: "digit",
        label: words.wanted,
        value: String(state.digit),
        choices: DIGITS,
        nameOf: (name) => name,
        set: (wanted) => set({ digit: Number(wanted) }),
      })}
      <button class="button" aria-disabled=${steps < mostSteps ? "false" : "true"}
        @click=${() => steps < mostSteps && set({ steps: steps + 1 })}>${words.step}</button>
      <button class="button quiet" aria-disabled=${steps > 0 ? "false" : "true"}
        @click=${() => steps > 0 && set({ steps: 0 })}>${drawing === null ? words.back : words.backToDrawing}</button>
      <button class="button" @click=${() => set({ drawing: drawing === null ? BLANK : null })}>${
        drawing === null ? words.draw : words.toSet
      }</button>
    </fieldset>
    <div class="digits-pair">
      ${
        drawing === null || digit !== null
          ? tilesView(dots, {
              ...{ count: 1, columns: 1, largest: 1, kind: "digits-ink" },
              label: words.picture(digit ?? state.digit),
            })
          : surface.template(dots, steps > 0)
      }
      ${tilesView(more, {
        count: 1,
        columns: 1,
        label: words.dotGradient(state.digit),
        caption: words.dotGradient(state.digit),
      })}
      <table class="digits-outputs">
        <caption class="unseen">${words.outputs}</caption>
        <tbody>${outputs.map(
          (output, index) => html`<tr class=${index === image.told ? "digits-told" : ""}>
            <th scope="row">${index}</th>
            <td><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="digits-output" width=${100 * output} height="10"></rect></svg></td>
            <td class="number">${shares[index]}</td>
          </tr>`,
        )}</tbody>
      </table>
    </div>
    <p class="digits-said">${sentence}</p>
  </section>`;
}

/**
 * How often each digit is told as which; a wrong cell opens one of its images.
 * @param {DigitsResult} result
 * @param {number} shown the image that is open
 * @param {(partial: Record<string, unknown>) => void} set
 */
export function confusionView({ confusion, wrong }, shown, set) {
  const open = (/** @type {number} */ digit, /** @type {number} */ told) => {
    const images = wrong.filter((each) => each.digit === digit && each.told === told);
    const at = images.findIndex(({ image }) => image === shown);
    const { image } = images[(at + 1) % images.length];
    set({ image, digit });
  };
  return html`<section class="digits-confusion">
    <h3>${words.confusion}</h3>
    <table>
      <caption class="soft">${words.caption}</caption>
      <thead><tr><th scope="col"><span class="unseen">${words.written}</span></th>
        ${DIGITS.map(
          (told) => html`<th scope="col"><span class="unseen">${words.told(Number(told))}</span>
          <span aria-hidden="true">${told}</span></th>`,
        )}</tr></thead>
      <tbody>${confusion.map(
        (counts, digit) => html`<tr><th scope="row">${digit}</th>
          ${counts.map(
            (count, told) =>
              html`<td class=${digit === told ? "digits-right" : ""}>${
                count === 0
                  ? nothing
                  : digit === told
                    ? count
                    : html`<button class="digits-cell in-picture" aria-label=${words.cell(count, digit, told)}
                    @click=${() => open(digit, told)}>${count}</button>`
              }</td>`,
          )}</tr>`,
      )}</tbody>
    </table>
  </section>`;
}

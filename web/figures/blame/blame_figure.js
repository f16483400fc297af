import { html, isServer } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { blameDrawing } from "./blame_drawing.js";
import { blameGraph } from "./blame_graph.js";
import { blameLink, blameMessage, blameState, withBlameFields } from "./blame_state.js";
import { blameStyles } from "./blame_styles.js";
import { words } from "./blame_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { BlameLink, BlameMessage, BlameResult } from "./blame_messages.js" */
/** @import { BlameState } from "./blame_state.js" */

/** @type {OneAnswerFigureKind<BlameState, BlameMessage, BlameResult>} */
export const blameFigure = {
  name: "blame",
  title: "Who is to blame",
  styles: [blameStyles],
  link: blameLink,
  create: (host, recorded) => new BlameFigure(host, recorded),
};

/**
 * Up to this width of the figure (px) the drawing goes from top to bottom, here and in the styles; and the
 * width of the drawing in such a figure (px).
 */
const NARROW_FIGURE = 599;
const NARROW = 549;

/**
 * Credit assignment: shares multiply along a path and add where paths meet.
 * @extends {OneAnswerFigure<BlameState, BlameResult>}
 */
class BlameFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<BlameMessage, BlameResult>} recorded
   */
  constructor(host, { message, result }) {
    /** @type {StateFromOpening<BlameState, BlameResult>} */
    const blamed = new StateFromOpening(
      host,
      blameState(message),
      result,
      blameMessage,
      (asked, _, { branching }) => ({ ...asked, branching }),
    );
    // The first live picture has to be as high as the prerendered one that it replaces.
    const isNarrow = !isServer && host.clientWidth <= NARROW_FIGURE;
    super(host, blamed, { selector: ".blame-stage", width: isNarrow ? NARROW : NARROW_FIGURE });
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withBlameFields(this.shown.state, partial, this.host.describe);
  }

  render() {
    const { state, result, waits } = this.shown;
    const blame = state.branching ? result.branching : result.chain;
    const shapes = isServer ? [false, true] : [this.width <= NARROW];
    return html`<div class="blame" data-total=${blame.total}>
      <p class="sentence blame-sentence">${waits ? words.waits : blame.sentence}</p>
      <div class="blame-stage">
        ${shapes.map((isNarrow) =>
          guard([result, blame, isNarrow], () =>
            blameDrawing(blameGraph(result.links, blame, isNarrow), result.links, blame),
          ),
        )}
      </div>
      <div class="box blame-total" data-part="product">
        ${wrappedFormula(blame.formula)}
      </div>
      <p class="soft asked">${words.invite}</p>
      <div class="blame-controls">
        ${checkbox(words.secondPath, state.branching, () => this.#branch(), "branching")}
        <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      </div>
      <fieldset class="blame-shares">
        <legend class="unseen">${words.shares}</legend>
        ${result.links.map((link, index) => this.#share(link, index, this.#isShown(link)))}
      </fieldset>
      <div class="blame-ways">
        <section>
          <h3 class="minor">${words.pathByPath}</h3>
          ${blame.paths.map(
            (path) => html`<p class="blame-formula" data-path=${path.links.join(" ")}
              data-product=${path.product}>${wrappedFormula(path.formula)}</p>`,
          )}
        </section>
        <section>
          <h3 class="minor">${words.backwards}</h3>
          ${blame.backward.map((formula) => html`<p class="blame-formula">${wrappedFormula(formula)}</p>`)}
          <p class="soft">${words.backwardsNote}</p>
        </section>
      </div>
    </div>`;
  }

  /** @param {BlameLink} link */
  #isShown({ name }) {
    const { state, result } = this.shown;
    const { paths } = state.branching ? result.branching : result.chain;
    return paths.some(({ links }) => links.includes(name));
  }

  /**
   * The slider of one share. It keeps its room where its link is not shown, so that nothing moves.
   * @param {BlameLink} link
   * @param {number} index
   * @param {boolean} isShown
   */
  #share({ name, percent }, index, isShown) {
    const value = this.shown.state.shares[index];
    const meaning = words.links[/** @type {keyof typeof words.links} */ (name)];
    return html`<label class=${isShown ? "blame-share" : "blame-share blame-away"}
      data-place="share:${name}">
      <span class="blame-meaning"><span class="blame-percent">${percent}</span> ${meaning}</span>
      <input class="range" type="range" min="0" max="1" step="0.01" data-share=${name}
        value=${value} .value=${live(String(value))} ?disabled=${!isShown}
        aria-valuetext="${percent} ${meaning}"
        @input=${(/** @type {InputEvent} */ event) => this.#setShare(index, event)} />
    </label>`;
  }

  get spokenSummary() {
    const { state, result } = this.shown;
    return (state.branching ? result.branching : result.chain).sentence;
  }

  /**
   * @param {number} index
   * @param {InputEvent} event
   */
  #setShare(index, event) {
    const share = Number(/** @type {HTMLInputElement} */ (event.target).value);
    const { shares } = this.shown.state;
    this.set({ shares: shares.map((other, at) => (at === index ? share : other)) });
  }

  #branch() {
    this.set({ branching: !this.shown.state.branching });
  }
}

import { html, svg } from "lit";
import { noHistory, undone, withEdit } from "../../kit/fields/edit_history.js";
import { words } from "./digits_words.js";
import { BLANK, BLOCK, FINE_SIDE, penPath, withDot, withStroke } from "./drawn_strokes.js";
import { SIDE } from "./tiles.js";
import { inkShades } from "./tiles_view.js";

/** @import { Dot } from "./drawn_strokes.js" */
/** @import { EditHistory } from "../../kit/fields/edit_history.js" */

/** Around the image, in its dots. */
const MARGIN = 0.5;
/** How far an arrow key moves the pen (fine dots); with Shift by one. */
const KEY_STEP = 2;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * A sheet on which a reader draws a digit, by pointer, finger or keys: the pen is put down, led on and lifted.
 * What is drawn stands in the state of the figure; the sheet knows where the pen is, and what can be undone.
 */
export class DrawingSurface {
  /**
   * @param {object} figure
   * @param {() => string} figure.drawing what is drawn now, which may not be on screen yet
   * @param {(drawing: string) => string | null} figure.draw shows it, or says why not
   * @param {(sentence: string) => void} figure.announce
   * @param {() => void} figure.requestUpdate
   */
  constructor(figure) {
    this.figure = figure;
    /** @type {EditHistory<string>} */
    this.history = noHistory;
    /** How many strokes have been begun: the dots of one are undone together. */
    this.strokes = 0;
    this.isDown = false;
    /** @type {string | null} why the last dot was not taken */
    this.refusal = null;
    /** @type {Dot} */
    this.pen = { x: FINE_SIDE / 2, y: BLOCK };
  }

  /**
   * @param {number[]} dots the image of what is drawn, as the engine has made it
   * @param {boolean} isStepped the image is no longer what was drawn
   */
  template(dots, isStepped) {
    const size = SIDE + 2 * MARGIN;
    return html`<figure class="digits-tiles digits-ink">
      <svg class="digits-sheet" viewBox="${-MARGIN} ${-MARGIN} ${size} ${size}" tabindex="0" role="application"
        aria-label=${words.sheet}
        @pointerdown=${(/** @type {PointerEvent} */ event) => this.#pointerDown(event)}
        @pointermove=${(/** @type {PointerEvent} */ event) => this.#pointerMove(event)}
        @pointerup=${() => this.#lift()} @pointercancel=${() => this.#lift()}
        @blur=${() => this.#lift()}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event)}>
        ${inkShades(dots)}
        ${isStepped ? "" : svg`<path class="digits-stroke" d=${penPath(this.figure.drawing())}></path>`}
        <circle class=${this.isDown ? "digits-pen digits-pen-down" : "digits-pen"} r="0.35"
          cx=${(this.pen.x + 0.5) / BLOCK} cy=${(this.pen.y + 0.5) / BLOCK}></circle>
      </svg>
      <figcaption class="soft">${this.refusal ?? words.sheetNote}</figcaption>
    </figure>`;
  }

  buttons() {
    const canUndo = this.history.past.length > 0;
    const isBlank = this.figure.drawing() === BLANK;
    return html`<button class="button quiet" aria-disabled=${canUndo ? "false" : "true"}
        @click=${() => this.#undo()}>${words.undo}</button>
      <button class="button quiet" aria-disabled=${isBlank ? "true" : "false"}
        @click=${() => this.#change(BLANK, null)}>${words.clear}</button>`;
  }

  /**
   * @param {string} drawing
   * @param {string | null} name of the edit
   */
  #change(drawing, name) {
    const before = this.figure.drawing();
    if (drawing === before) return;
    this.refusal = this.figure.draw(drawing);
    if (this.refusal === null) this.history = withEdit(this.history, before, name);
    else this.#lift();
  }

  #undo() {
    if (this.history.past.length === 0) return;
    this.#lift();
    const { history, state } = undone(this.history, this.figure.drawing());
    this.history = history;
    this.refusal = this.figure.draw(state);
  }

  #putDown() {
    this.isDown = true;
    this.strokes += 1;
    this.#change(withStroke(this.figure.drawing(), this.pen), `stroke ${this.strokes}`);
  }

  #leadOn() {
    this.#change(withDot(this.figure.drawing(), this.pen), `stroke ${this.strokes}`);
  }

  #lift() {
    if (!this.isDown) return;
    this.isDown = false;
    this.figure.requestUpdate();
  }

  /** @param {PointerEvent} event */
  #pointerDown(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const sheet = /** @type {Element} */ (event.currentTarget);
    sheet.setPointerCapture(event.pointerId);
    this.pen = dotAt(event, sheet);
    this.#putDown();
  }

  /** @param {PointerEvent} event */
  #pointerMove(event) {
    if (!this.isDown || event.buttons !== 1 || !event.isPrimary) return;
    this.pen = dotAt(event, /** @type {Element} */ (event.currentTarget));
    this.#leadOn();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z" || event.shiftKey) return;
      this.#undo();
    } else if (arrow) {
      const step = event.shiftKey ? 1 : KEY_STEP;
      const [x, y] = [this.pen.x + step * arrow[0], this.pen.y + step * arrow[1]];
      this.pen = { x: within(x), y: within(y) };
      if (this.isDown) this.#leadOn();
      this.figure.requestUpdate();
    } else if (event.key === " ") {
      if (this.isDown) this.#lift();
      else this.#putDown();
      this.figure.announce(this.isDown ? words.penDown : words.penUp);
    } else if (event.key === "Escape" && this.isDown) this.#lift();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The fine dot under a pointer. @param {PointerEvent} event @param {Element} sheet @returns {Dot} */
function dotAt({ clientX, clientY }, sheet) {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const size = SIDE + 2 * MARGIN;
  const at = (/** @type {number} */ share) => within(Math.floor((share * size - MARGIN) * BLOCK));
  return { x: at((clientX - left) / width), y: at((clientY - top) / height) };
}

/** @param {number} place */
const within = (place) => Math.min(Math.max(place, 0), FINE_SIDE - 1);

import { nudged } from "../../../kit/fields/number_fields.js";

/** A pointer that moved less than this has clicked, not dragged (px). */
const SLACK = 4;
const PER_PIXEL = 0.01;

/** @typedef {import("./edited_places.js").EditedPlaces} EditedPlaces */

/**
 * Dragging a value sideways in the drawing changes it: right is more, left is less. With a mouse or
 * a pen anywhere on the mark; a finger's sideways drag too, while up and down still scrolls.
 */
export class ValueDrag {
  /**
   * @param {EditedPlaces} places
   * @param {(place: string) => void} choose a click without a drag
   */
  constructor(places, choose) {
    this.places = places;
    this.choose = choose;
    /** @type {{place: string, from: number, x: number, pointer: number, moved: boolean} | null} */
    this.held = null;
  }

  /** @param {Element} stage */
  listenOn(stage) {
    stage.addEventListener("pointerdown", (event) =>
      this.#press(/** @type {any} */ (event), stage),
    );
    stage.addEventListener("pointermove", (event) => this.#move(/** @type {any} */ (event)));
    stage.addEventListener("pointercancel", () => {
      this.held = null;
    });
    // After a drag the click that ends it must not choose what lies under the pointer.
    stage.addEventListener("click", (event) => this.#click(event), { capture: true });
  }

  /**
   * @param {PointerEvent} event
   * @param {Element} stage
   */
  #press(event, stage) {
    this.held = null;
    const target = /** @type {Element} */ (event.target);
    const place = target.closest("[data-place]")?.getAttribute("data-place");
    const from = place ? this.places.valueAt(place) : null;
    if (!place || from === null || event.button !== 0) return;
    this.held = { place, from, x: event.clientX, pointer: event.pointerId, moved: false };
    stage.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const { held } = this;
    if (!held || event.pointerId !== held.pointer || event.buttons === 0) return;
    const way = event.clientX - held.x;
    if (!held.moved && Math.abs(way) < SLACK) return;
    held.moved = true;
    const fine = event.altKey ? PER_PIXEL / 10 : PER_PIXEL;
    this.places.change(held.place, nudged(held.from, Math.round(way) * fine), `drag ${held.place}`);
  }

  /** @param {Event} event */
  #click(event) {
    const { held } = this;
    this.held = null;
    if (!held) return;
    event.stopPropagation();
    if (!held.moved) this.choose(held.place);
  }
}

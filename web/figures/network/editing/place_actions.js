import { placeAddress, weightPlace } from "../../../drawing/places.js";

/** @typedef {import("../../../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {import("../../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./edited_places.js").EditedPlaces} EditedPlaces */

/** What happens when a reader focuses a place of the drawing, selects it, types into it or closes it. */
export class PlaceActions {
  /**
   * @param {FigureHost} host
   * @param {EditedPlaces} places
   * @param {object} figure
   * @param {(address: WeightAddress) => void} figure.openWeight
   * @param {(step: number) => void} figure.goTo
   */
  constructor(host, places, { openWeight, goTo }) {
    this.host = host;
    this.places = places;
    this.network = places.network;
    this.openWeight = openWeight;
    this.goTo = goTo;
    /** @type {string | null} the place where the keyboard stands */
    this.current = null;
  }

  /**
   * The keyboard has moved to a place. At a weight, its chain rule opens; but not again where the keyboard
   * returns to the same place, as after Escape.
   * @param {string} place
   */
  focusPlace(place) {
    if (place === this.current) return;
    this.current = place;
    const address = placeAddress(place);
    if (address) this.network.select(address);
    this.host.requestUpdate();
  }

  /**
   * A place was clicked, tapped or entered: a weight opens its chain rule, an input or a target its
   * field; anything else goes to the step that computes it.
   * @param {string} place
   */
  choose(place) {
    const address = placeAddress(place);
    if (address) this.openWeight(address);
    else if (this.places.fieldOf(place)) this.typeInto(place);
    else {
      const index = this.network.result.steps.findIndex((step) => step.place === place);
      if (index >= 0) this.goTo(index + 1);
    }
  }

  /**
   * @param {string} place
   * @param {string} [text] what the reader has typed already
   */
  async typeInto(place, text) {
    const address = placeAddress(place);
    if (address) this.network.select(address);
    else {
      this.host.showPanels();
      this.network.changeView({ more_controls: true });
    }
    const field = address ? "weight" : this.places.fieldOf(place);
    const input = await this.#focus(`input[data-field="${field}"]`);
    if (!(input instanceof HTMLInputElement)) return;
    input.select();
    if (text === undefined) return;
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  /** Closes the chain rule and moves the keyboard back to its weight. */
  close() {
    const { selected } = this.network.state;
    this.network.select(null);
    if (selected) this.#focus(`.stage [data-place="${weightPlace(selected)}"][tabindex]`);
  }

  /** @param {string} selector */
  async #focus(selector) {
    await this.host.updateComplete;
    const found = this.host.shadowRoot?.querySelector(selector);
    if (found instanceof HTMLElement || found instanceof SVGElement) found.focus();
    return found;
  }
}

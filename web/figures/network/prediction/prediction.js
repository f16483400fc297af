import { nothing } from "lit";
import { bring } from "../../../downloads/later_module.js";
import { placeAddress, unitPlace, weightPlace } from "../../../drawing/places.js";
import { checkbox } from "../../../kit/fields/checkbox.js";
import { chainRuleSaid } from "../chain_rule/chain_rule_link.js";
import { words } from "../network_figure_words.js";
import { isAsking, NEW_QUESTION } from "./guess.js";

/** @typedef {import("../../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../../../drawing/motion/network_motion.js").Frame} Frame */
/** @typedef {import("../traced_network.js").TracedNetwork} TracedNetwork */

/** The first input of the question. */
const FIRST_INPUT = '[data-part="question"] input';

/**
 * Predict mode: the gradient of a selected weight is hidden until the reader has guessed or skipped it; then
 * the guess stays beside the answer. The code of the question is fetched when it is first needed.
 */
export class Prediction {
  /**
   * @param {FigureHost} host
   * @param {TracedNetwork} network
   */
  constructor(host, network) {
    this.host = host;
    this.network = network;
    /** @type {typeof import("./prediction_view.js") | null} */
    this.view = null;
    /** @type {{place: string, sentence: string} | null} why the last guess was not taken */
    this.refusal = null;
  }

  get isAsking() {
    return isAsking(this.network.state);
  }

  /** Why the last guess at this weight was not taken. */
  get note() {
    const { selected } = this.network.state;
    const isHere = selected !== null && this.refusal?.place === weightPlace(selected);
    return isHere ? (this.refusal?.sentence ?? null) : null;
  }

  /** Everything that `template` depends on. */
  get keys() {
    const { state, result, waits } = this.network;
    const { predict, revealed, guess_direction, guess_value } = state;
    return [
      predict,
      revealed,
      guess_direction,
      guess_value,
      result.explanation,
      result.judgement,
      waits,
      this.view,
      this.note,
    ];
  }

  /** The checkbox that switches predict mode on. */
  checkbox() {
    const { predict } = this.network.state;
    return checkbox(words.predict, predict, () => this.#toggle(), "predict");
  }

  /** The question, or the guess beside the answer. */
  template() {
    const { state, result, waits } = this.network;
    const { explanation } = result;
    if (!state.predict || !state.selected || !explanation) return nothing;
    if (!this.view) {
      this.#load();
      return nothing;
    }
    if (this.isAsking) {
      return this.view.question(explanation, this.note, {
        check: (direction, value) => this.#check(direction, value),
        skip: () => this.#skip(),
      });
    }
    const judgement = waits ? null : result.judgement;
    return this.view.answer(state, explanation, judgement, waits, () => this.#askAgain());
  }

  /**
   * A frame of the drawing without the gradient that the reader is asked for, and without what gives it
   * away: the error signal of the weight's unit, and the gradients of all weights into that unit.
   * @param {Frame} frame
   * @returns {Frame}
   */
  withoutAnswer(frame) {
    const { selected } = this.network.state;
    if (!this.isAsking || !selected) return frame;
    const { layer, target } = selected;
    const last = this.network.state.layer_sizes.length - 1;
    const end = Math.min(layer + 1, last);
    const givesAway = (/** @type {string} */ place) => {
      const address = placeAddress(place);
      if (address) return Math.min(address.layer + 1, last) === end && address.target === target;
      return place === `error:${end},${target}`;
    };
    const known = new Set([...frame.known].filter((place) => !givesAway(place)));
    const unitGradients = new Map(frame.unitGradients);
    unitGradients.delete(unitPlace(end, target));
    return { ...frame, known, unitGradients };
  }

  /**
   * Selects a weight of the drawing: its chain rule is spoken, or the keyboard moves to the question.
   * @param {import("../../../contract/messages.js").WeightAddress} address
   */
  async choose(address) {
    const explained = this.network.select(address);
    this.network.say(() => (this.isAsking ? "" : chainRuleSaid(this.network.result)));
    if (!this.isAsking) return;
    await Promise.all([explained, this.#load()]);
    this.#focus(FIRST_INPUT);
  }

  #toggle() {
    this.network.changeView({ predict: !this.network.state.predict, ...NEW_QUESTION });
  }

  /**
   * @param {string | null} direction
   * @param {string | null} value
   */
  #check(direction, value) {
    const { selected } = this.network.state;
    if (!this.view || !selected) return;
    const isEmpty = direction === null && value === null;
    const sentence = isEmpty ? this.view.words.nothing : this.network.guess(direction, value);
    this.refusal = sentence === null ? null : { place: weightPlace(selected), sentence };
    this.#focus(sentence === null ? '[data-part="judgement"]' : FIRST_INPUT);
  }

  #skip() {
    this.network.changeView({ revealed: true });
    this.#focus("[data-factor]");
  }

  #askAgain() {
    this.network.changeView(NEW_QUESTION);
    this.#focus(FIRST_INPUT);
  }

  async #load() {
    if (this.view) return;
    try {
      this.view = await bring(() => import("./prediction_view.js"));
      this.host.requestUpdate();
    } catch {
      // The code could not be fetched, so nothing is asked and nothing hidden.
      this.network.changeView({ predict: false });
    }
  }

  /** @param {string} selector */
  async #focus(selector) {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const found = this.host.shadowRoot?.querySelector(selector);
    if (found instanceof HTMLElement) found.focus();
  }
}

import { html } from "lit";
import { live } from "lit/directives/live.js";
import { words } from "./playback_words.js";

/** @import { FigureHost } from "../figure/figure_host.js" */

/** How long each position stays while playing (ms), where a figure does not say otherwise. */
const REST = 220;

/**
 * Step, Play and a scrubber over the positions of a run whose answer is there. Time only moves the
 * position; the figure draws what belongs to a position.
 */
export class Playback {
  /**
   * @param {FigureHost} host
   * @param {object} run
   * @param {() => number} run.position
   * @param {() => number} run.last the last position
   * @param {(position: number) => void} run.goTo
   * @param {() => void} run.speak tells a screen reader of the position where the reader stopped
   * @param {number} [run.stride] how many positions Play moves at a time
   * @param {number} [run.rest] how long each stays (ms)
   */
  constructor(host, { position, last, goTo, speak, stride = 1, rest = REST }) {
    this.host = host;
    this.position = position;
    this.last = last;
    this.goTo = goTo;
    this.speak = speak;
    this.stride = stride;
    this.rest = rest;
    this.isPlaying = false;
    /** @type {number | null} */
    this.frame = null;
    this.shownSince = 0;
  }

  /** @param {number} count */
  moveBy(count) {
    this.stop();
    this.#goWithin(this.position() + count);
    this.speak();
  }

  toggle() {
    if (this.isPlaying) {
      this.stop();
      this.speak();
      return;
    }
    if (this.position() >= this.last()) this.goTo(0);
    this.isPlaying = true;
    this.shownSince = performance.now();
    this.#playOn();
    this.host.requestUpdate();
  }

  stop() {
    this.isPlaying = false;
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
    this.host.requestUpdate();
  }

  /**
   * The keys that every figure takes alike: Space, comma, full stop.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || event.target !== target) return false;
    if (target.closest("input, select, textarea, summary")) return false;
    if (event.key === " " && !target.closest("button, [role=button], [role=radio]")) this.toggle();
    else if (event.key === ",") this.moveBy(-1);
    else if (event.key === ".") this.moveBy(1);
    else return false;
    return true;
  }

  /**
   * @param {object} now
   * @param {string} now.label of the scrubber
   * @param {string} now.positionText such as "step 3 of 40"
   * @param {string} now.valueText the position as a screen reader speaks it
   * @param {() => void} now.reset
   */
  template({ label, positionText, valueText, reset }) {
    const at = this.position();
    const last = this.last();
    const play = this.isPlaying ? words.pause : words.play;
    return html`<div class="playback">
      <div class="button-row playback-buttons">
        <button class="button" aria-disabled=${at === 0} @click=${() => this.moveBy(-1)}>${words.back}</button>
        <button class="button primary" aria-disabled=${at === last} @click=${() => this.moveBy(1)}>
          ${words.step}</button>
        <button class="button playback-play" @click=${() => this.toggle()}>${play}</button>
        <button class="button quiet" @click=${reset}>${words.reset}</button>
      </div>
      <div class="playback-scrubber">
        <input class="range" type="range" min="0" max=${last} step="1" .value=${live(String(at))}
          value=${at} aria-label=${label} aria-valuetext=${valueText}
          @input=${(/** @type {InputEvent} */ event) => this.#scrubbed(event)} />
        <span class="playback-position">${positionText}</span>
      </div>
    </div>`;
  }

  /** @param {InputEvent} event */
  #scrubbed(event) {
    this.stop();
    this.#goWithin(Number(/** @type {HTMLInputElement} */ (event.target).value));
  }

  /** @param {number} position */
  #goWithin(position) {
    this.goTo(Math.max(0, Math.min(this.last(), position)));
  }

  #playOn() {
    this.frame = requestAnimationFrame((now) => {
      this.frame = null;
      if (!this.isPlaying) return;
      if (!this.host.visible) {
        this.stop();
        return;
      }
      if (now - this.shownSince >= this.rest) {
        this.shownSince = now;
        this.#goWithin(this.position() + this.stride);
        if (this.position() >= this.last()) {
          this.stop();
          this.speak();
          return;
        }
      }
      this.#playOn();
    });
  }
}

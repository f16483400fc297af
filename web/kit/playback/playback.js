import { html } from "lit";
import { live } from "lit/directives/live.js";
import { words } from "./playback_words.js";

/** @import { FigureHost } from "../figure/figure_host.js" */

/** A position is shown for so long while playing (ms). */
const REST = 220;

/**
 * Step, Play and a scrubber over the positions of a run that is already known: time only moves the
 * position, and what is drawn at a position is the figure's business.
 */
export class Playback {
  /**
   * @param {FigureHost} host
   * @param {object} run
   * @param {() => number} run.at
   * @param {() => number} run.last the last position
   * @param {(position: number) => void} run.go
   * @param {() => void} run.say speaks of the position at which a reader stops
   * @param {number} [run.stride] positions that Play moves at once
   */
  constructor(host, { at, last, go, say, stride = 1 }) {
    this.host = host;
    this.at = at;
    this.last = last;
    this.go = go;
    this.say = say;
    this.stride = stride;
    this.isPlaying = false;
    /** @type {number | null} */
    this.frame = null;
    this.shownSince = 0;
  }

  /** @param {number} count */
  by(count) {
    this.stop();
    this.#goTo(this.at() + count);
    this.say();
  }

  toggle() {
    if (this.isPlaying) {
      this.stop();
      this.say();
      return;
    }
    if (this.at() >= this.last()) this.go(0);
    this.isPlaying = true;
    this.shownSince = performance.now();
    this.#wait();
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
    else if (event.key === ",") this.by(-1);
    else if (event.key === ".") this.by(1);
    else return false;
    return true;
  }

  /**
   * @param {object} now
   * @param {string} now.label of the scrubber
   * @param {string} now.position such as "step 3 of 40"
   * @param {string} now.valueText what a screen reader says of the position
   * @param {() => void} now.reset
   */
  template({ label, position, valueText, reset }) {
    const at = this.at();
    const last = this.last();
    const play = this.isPlaying ? words.pause : words.play;
    return html`<div class="playback">
      <div class="playback-buttons">
        <button class="button" aria-disabled=${at === 0} @click=${() => this.by(-1)}>${words.back}</button>
        <button class="button primary" aria-disabled=${at === last} @click=${() => this.by(1)}>
          ${words.step}</button>
        <button class="button playback-play" @click=${() => this.toggle()}>${play}</button>
        <button class="button quiet" @click=${reset}>${words.reset}</button>
      </div>
      <div class="playback-scrubber">
        <input class="range" type="range" min="0" max=${last} step="1" .value=${live(String(at))}
          value=${at} aria-label=${label} aria-valuetext=${valueText}
          @input=${(/** @type {InputEvent} */ event) => this.#scrubbed(event)} />
        <span class="playback-position">${position}</span>
      </div>
    </div>`;
  }

  /** @param {InputEvent} event */
  #scrubbed(event) {
    this.stop();
    this.#goTo(Number(/** @type {HTMLInputElement} */ (event.target).value));
  }

  /** @param {number} position */
  #goTo(position) {
    this.go(Math.max(0, Math.min(this.last(), position)));
  }

  #wait() {
    this.frame = requestAnimationFrame((now) => {
      this.frame = null;
      if (!this.isPlaying) return;
      if (!this.host.visible) {
        this.stop();
        return;
      }
      if (now - this.shownSince >= REST) {
        this.shownSince = now;
        this.#goTo(this.at() + this.stride);
        if (this.at() >= this.last()) {
          this.stop();
          this.say();
          return;
        }
      }
      this.#wait();
    });
  }
}

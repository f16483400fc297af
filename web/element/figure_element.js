import { LitElement } from "lit";
import { namedSite, ownSite } from "../engine/site.js";
import { words } from "../kit/figure/figure_words.js";
import { controls } from "../styles/controls.js";
import { formulas } from "../styles/formulas.js";
import { tokens } from "../styles/tokens.js";
import { keepInSight, takePlace } from "./earlier_picture.js";
import { elementFrame } from "./element_frame.js";
import { fire } from "./figure_events.js";
import { beginFigure, loadFigure } from "./figure_loading.js";
import { FigureReadiness } from "./figure_readiness.js";
import { relight } from "./linked_places.js";
import { keepKeys } from "./own_keys.js";
import { ownTurn } from "./own_turn.js";
import { leaveScrolledSliders } from "./scrolled_sliders.js";
import { Sight } from "./sight.js";
import { SpokenLine } from "./spoken_line.js";
import { authorStyles } from "./styles/author_styles.js";
import { figureStyles } from "./styles/figure_styles.js";

/** @import { Figure, FigureKind, Recorded } from "../kit/figure/figure_host.js" */
/** @import { EngineStatus } from "../contract/engine_status.js" */

/**
 * `<backprop-figure figure="network | xor">`: one figure, alone on somebody's page or among others.
 * It shows recorded results at once, loads Python when it comes into view, and from then on shows
 * what Python computes. Its events are in `figure_events.js`.
 */
export class BackpropFigure extends LitElement {
  static properties = {
    figure: { type: String },
    preset: { type: String },
    predict: { type: Boolean },
    state: { type: String },
    heading: { type: String },
    code: { type: Boolean },
    starts: { type: String, attribute: "start" },
    files: { type: String },
    kind: { attribute: false },
    recorded: { attribute: false },
    status: { state: true },
  };

  static styles = [tokens, controls, formulas, figureStyles, authorStyles];

  constructor() {
    super();
    this.figure = "network";
    /** @type {string | null} */
    this.preset = null;
    this.predict = false;
    /** @type {string | null} a link's text, read when the figure loads */
    this.state = null;
    /** @type {string | null} the author's title, in the language of the page */
    this.heading = null;
    /** The code panel is open, in figures that have one. */
    this.code = false;
    /** @type {string | null} when Python starts: at `load`, at the first `interaction`, or in view */
    this.starts = null;
    /** @type {string | null} the folder with a copy of the site, where scripts do not stand in one */
    this.files = null;
    /** @type {import("./sharing/opened_link.js").OpenedLink | null} */
    this.link = null;
    /** @type {object | null} the state before any link or caller changed it */
    this.opening = null;
    this.isChanged = false;
    /** @type {FigureKind | null} */
    this.kind = null;
    /** @type {Recorded | null} what the build recorded for this kind of figure */
    this.recorded = null;
    /** @type {EngineStatus} */
    this.status = { kind: "recorded" };
    /** @type {Record<string, unknown> | undefined} fields set before there was a figure to take them */
    this.waiting = undefined;
    this.site = ownSite;
    this.visible = false;
    this.spoken = new SpokenLine(() => this.requestUpdate("spoken"));
    /** How often the figure has asked to be drawn; news of the engine draw only their own line. */
    this.drawings = 0;
    /** @type {Figure | null} */
    this.shown = null;
    /** @type {Promise<unknown> | null} the figure is drawn, in the end */
    this.drawn = null;
    /** @type {Promise<void> | null} what follows the last drawing */
    this.following = null;
    /** The figure's own picture has taken the place of the one that stood there. */
    this.isLive = false;
    /** @type {ChildNode[]} what stands there before */
    this.earlier = [];
    /** @type {string | null} why there is nothing to show */
    this.missing = null;
    this.readiness = new FigureReadiness(this);
  }

  // ---- What outside callers use -------------------------------------------------------------

  /** @returns {Promise<void>} fulfilled when the figure shows what Python computed; loads Python now */
  whenReady() {
    this.#load().then(() => this.start());
    return this.readiness.ready;
  }

  /** @returns {Record<string, any>} what is shown, as plain data; empty before it has loaded */
  getState() {
    return { ...this.shown?.getState() };
  }

  /**
   * Changes some fields. Each is checked: a bad one fires `backprop-error` with its name. What is no
   * object has no fields, and changes nothing.
   * @param {Record<string, unknown>} partial
   */
  setState(partial) {
    if (Object(partial) !== partial) return;
    if (this.shown) {
      this.shown.setState(partial);
      return;
    }
    this.waiting = { ...this.waiting, ...partial };
    if (this.isConnected) this.#load();
  }

  /** @returns {Record<string, any> | null} the engine's current result as plain data */
  inspect() {
    return this.shown?.inspect() ?? null;
  }

  /** @param {number} count steps forward, or back when negative */
  step(count = 1) {
    this.shown?.step(count);
  }

  /** Starts Python now. */
  start() {
    this.engine?.start();
  }

  /** Tries again what failed: loading the figure, starting Python. */
  retry() {
    if (this.missing) this.drawn = null;
    this.#load();
    this.engine?.retry();
  }

  /** Ends the figure for good: nothing runs, listens or is remembered after it. */
  destroy() {
    this.shown?.destroy();
    this.shown = null;
    this.recorded = null;
    this.remove();
  }

  // ---- The life of the element --------------------------------------------------------------

  connectedCallback() {
    super.connectedCallback();
    if (this.files !== null) this.site = namedSite(this.files);
    this.engine = this.site.engine;
    this.engine.acquire();
    this.#hear(this.engine.status);
    this.unsubscribe = this.engine.subscribe((status) => this.#hear(status));
    keepKeys(this);
    leaveScrolledSliders(this);
    if (this.starts === "load") this.#approach();
    const beginnings = this.starts === "interaction" ? ["pointerdown", "keydown"] : [];
    for (const type of beginnings) this.addEventListener(type, () => this.start(), { once: true });
    this.sight = new Sight(
      this,
      () => this.#approach(),
      (isSeen) => {
        this.visible = isSeen;
        this.shown?.visibilityChanged();
      },
    );
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sight?.disconnect();
    this.unsubscribe?.();
    this.engine?.release();
    this.engine = undefined;
  }

  createRenderRoot() {
    // A prerendered picture brings its styles: with others as well it would be laid out once more.
    const root = this.shadowRoot ?? super.createRenderRoot();
    this.renderOptions.renderBefore = null;
    this.earlier = keepInSight(root);
    return root;
  }

  async scheduleUpdate() {
    if (this.#isToBegin) {
      await ownTurn();
      if (this.#isToBegin) beginFigure(this);
      await ownTurn();
    }
    super.scheduleUpdate();
  }

  async getUpdateComplete() {
    await super.getUpdateComplete();
    await this.following;
    return super.getUpdateComplete();
  }

  shouldUpdate() {
    return (this.kind !== null && this.recorded !== null) || this.missing !== null;
  }

  willUpdate() {
    if (this.#isToBegin) beginFigure(this);
    if (this.isLive || !this.shown || !this.kind || !this.shadowRoot) return;
    this.isLive = true;
    takePlace(this.shadowRoot, this.earlier, [
      ...BackpropFigure.elementStyles,
      ...this.kind.styles,
    ]);
    this.shown.statusChanged();
  }

  updated() {
    this.shown?.updated();
    relight(this.shadowRoot);
  }

  render() {
    return elementFrame(this, { share: this.#share, key: this.#key });
  }

  get #isToBegin() {
    return this.shown === null && this.kind !== null && this.recorded !== null;
  }

  async #approach() {
    // Python's start takes all that a small machine has: the figure is drawn before it.
    await this.#load();
    if (this.starts !== "interaction") this.start();
  }

  /**
   * Fetches the code of this kind of figure and what was recorded for it, and draws it; once.
   * @returns {Promise<unknown>} fulfilled when it is drawn, or says why it cannot be
   */
  #load() {
    this.drawn ??= this.#loadAndDraw();
    return this.drawn;
  }

  async #loadAndDraw() {
    this.missing = null;
    try {
      const { kind, recorded, link } = await loadFigure(this);
      this.recorded = recorded;
      this.link = link;
      this.kind = kind;
    } catch (error) {
      this.missing = words.recordedMissing;
      fire(this, "backprop-error", { reason: "not_found", message: String(error) });
      this.requestUpdate();
    }
    return this.updateComplete;
  }

  #share = async () => {
    const { openShareDialog } = await import("./sharing/share_dialog.js");
    openShareDialog(this);
  };

  /** @param {EngineStatus} status */
  #hear(status) {
    if (status === this.status) return;
    this.status = status;
    if (status.kind === "failed") {
      fire(this, "backprop-error", { reason: status.reason, message: status.message });
    }
    this.readiness.hear(status.kind);
    this.shown?.statusChanged();
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || event.altKey) return;
    if (this.shown?.key(event)) event.preventDefault();
  };
}

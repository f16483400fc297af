import { isServer } from "lit";
import { EngineError } from "../engine/engine_error.js";
import { ownSite } from "../engine/site.js";
import { words } from "../kit/figure/figure_words.js";
import { controls } from "../styles/controls.js";
import { formulas } from "../styles/formulas.js";
import { layout } from "../styles/layout.js";
import { tokens } from "../styles/tokens.js";
import { AttributeElement } from "./attributes/attribute_element.js";
import { OPENING } from "./attributes/attributes.js";
import { RefusedNames } from "./attributes/refused_names.js";
import { turnToDraw } from "./drawing_queue.js";
import { keepPicture, replacePicture } from "./earlier_picture.js";
import { elementFrame } from "./element_frame.js";
import { fire } from "./figure_events.js";
import { beginFigure } from "./figure_loading.js";
import { FigureOpening } from "./figure_opening.js";
import { FigurePresence } from "./figure_presence.js";
import { FigureReadiness } from "./figure_readiness.js";
import { keepKeys } from "./input/own_keys.js";
import { leaveScrolledSliders } from "./input/scrolled_sliders.js";
import { LateAnswers } from "./late_answers.js";
import { relight } from "./linked_places.js";
import { CompactLayout } from "./room/compact_layout.js";
import { roomStyles } from "./room/room_styles.js";
import { openShare } from "./sharing/opened_dialog.js";
import { SpokenLine } from "./spoken_line.js";
import { authorStyles } from "./styles/author_styles.js";
import { figureStyles } from "./styles/figure_styles.js";
import { fitStyles } from "./styles/fit_styles.js";

/** @import { Figure, FigureKind, Recorded, Refusal } from "../kit/figure/figure_host.js" */
/** @import { EngineStatus } from "../contract/engine_status.js" */

/**
 * `<backprop-figure figure="network | xor">`: one figure, alone on somebody's page or among others.
 * It shows recorded results at once, loads Python when it comes into view, and from then on shows
 * what Python computes. Its events are in `figure_events.js`.
 */
export class BackpropFigure extends AttributeElement {
  static properties = {
    kind: { attribute: false },
    recorded: { attribute: false },
    status: { state: true },
  };

  static styles = [
    ...[tokens, controls, formulas, layout, figureStyles, authorStyles],
    ...[roomStyles, fitStyles],
  ];

  constructor() {
    super();
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
    /** Where its files come from if no attribute names another place. */
    this.home = ownSite;
    this.site = ownSite;
    this.visible = false;
    this.spoken = new SpokenLine(() => this.requestUpdate("spoken"));
    this.late = new LateAnswers(() => this.requestUpdate("late"));
    /** How often the figure has asked to be drawn; news of the engine draw only their own line. */
    this.drawings = 0;
    /** @type {Figure | null} */
    this.shown = null;
    /** @type {Promise<void> | null} what follows the last drawing */
    this.following = null;
    /** @type {Figure | null} the one whose picture has taken the place of what stood there */
    this.drawnFigure = null;
    /** @type {ChildNode[]} what stands there before */
    this.earlier = [];
    /** @type {(() => void) | undefined} */
    this.giveKeyboardBack = undefined;
    /** Its picture came with the page. */
    this.isPrerendered = isServer;
    this.compact = new CompactLayout(this);
    /** @type {string | null} why there is nothing to show */
    this.missing = null;
    /** @type {string | null} why the dialog for sharing did not open */
    this.unshared = null;
    this.openings = new FigureOpening(this);
    this.presence = new FigurePresence(this);
    this.names = new RefusedNames(this);
    this.readiness = new FigureReadiness(this);
    if (isServer) return;
    keepKeys(this);
    leaveScrolledSliders(this);
  }

  // ---- What outside callers use -------------------------------------------------------------

  /**
   * Loads Python now.
   * @returns {Promise<void>} fulfilled when the figure shows what Python computed; rejects when there
   *   will be no Python, or nothing to show
   */
  whenReady() {
    this.openings.load().then(() => this.startPython());
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
    if (!this.shown || this.openings.isDue) {
      this.waiting = { ...this.waiting, ...partial };
      if (this.isConnected) this.openings.load();
      return;
    }
    const names = { ...this.kind?.link, ...this.shown.getState() };
    const isField = (/** @type {string} */ name) =>
      name in names || this.kind?.partNames?.test(name) === true;
    const fields = Object.entries(partial);
    this.names.refuseFields(fields.map(([name]) => name).filter((name) => !isField(name)));
    this.shown.setState(Object.fromEntries(fields.filter(([name]) => isField(name))));
    this.requestUpdate("names");
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
  startPython() {
    this.engine?.start();
  }

  /** Tries again what failed: loading the figure, starting Python. */
  retry() {
    this.openings.forgetFailure();
    this.openings.load();
    this.engine?.retry();
  }

  /**
   * Lets go at once of all that the figure holds: its state, its part in Python, what it drew. The
   * element stays where it is, for its page to remove; one that is not removed opens anew, as it is
   * written, when the page's present task is done.
   */
  destroy() {
    this.presence.leave();
    this.openings.forget();
    this.readiness.giveUp(new EngineError("disposed", words.removed));
    queueMicrotask(() => this.isConnected && this.presence.enter());
  }

  // ---- The life of the element --------------------------------------------------------------

  connectedCallback() {
    super.connectedCallback();
    this.presence.enter();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.presence.leave();
  }

  /** @param {string} name */
  attributeSet(name) {
    if (name === "files") this.presence.moveToSite();
    if (OPENING.includes(name)) this.openings.openAnew();
    else if (this.shown) this.checkNames();
    if (name === "start") this.presence.applyStart();
    else if (name === "heading") this.requestUpdate("heading");
    else if (name === "layout" || name === "fit") this.compact.changed();
    else if (name === "predict") this.#setIfKnown("predict", this.predict);
    else if (name === "code") this.#setIfKnown("code_open", this.code);
  }

  createRenderRoot() {
    // A prerendered picture brings its styles: with others as well it would be laid out once more.
    const root = this.shadowRoot ?? super.createRenderRoot();
    this.isPrerendered = root.firstChild !== null;
    this.renderOptions.renderBefore = null;
    this.earlier = keepPicture(root);
    return root;
  }

  async scheduleUpdate() {
    if (this.#isToBegin) {
      await turnToDraw();
      if (this.#isToBegin) beginFigure(this);
      await turnToDraw();
    }
    super.scheduleUpdate();
  }

  async getUpdateComplete() {
    await super.getUpdateComplete();
    await this.following;
    return super.getUpdateComplete();
  }

  shouldUpdate() {
    return (
      (this.kind !== null && this.recorded !== null) || this.missing !== null || this.hasUpdated
    );
  }

  willUpdate() {
    if (this.#isToBegin) beginFigure(this);
    const { shown, kind, shadowRoot } = this;
    if (!shown || !kind || !shadowRoot || this.drawnFigure === shown) return;
    const styles = [...BackpropFigure.elementStyles, ...kind.styles];
    this.giveKeyboardBack = replacePicture(shadowRoot, this.earlier, styles);
    this.drawnFigure = shown;
    shown.statusChanged();
  }

  updated() {
    this.shown?.updated();
    this.giveKeyboardBack?.();
    this.giveKeyboardBack = undefined;
    relight(this.shadowRoot);
  }

  render() {
    return elementFrame(this, { share: this.#share, key: this.#key });
  }

  /** What computes for it; none while it is off the page. */
  get engine() {
    return this.presence.engine;
  }

  /** The figure's own picture is there, and no earlier one. */
  get isLive() {
    return this.shown !== null && this.drawnFigure === this.shown;
  }

  get #isToBegin() {
    return this.shown === null && this.kind !== null && this.recorded !== null;
  }

  /** Names that do not exist are told; those of presets are known with the figure. */
  checkNames() {
    const { kind, recorded } = this;
    const presets = kind && (kind.load && recorded ? Object.keys(recorded.describe.presets) : []);
    this.names.checkAttributes(presets);
    this.requestUpdate("names");
  }

  /**
   * @param {string} field
   * @param {unknown} value
   */
  #setIfKnown(field, value) {
    if (!this.shown || this.openings.isDue || !(field in this.shown.getState())) return;
    this.shown.setState({ [field]: value });
  }

  #share = async () => {
    this.unshared = await openShare(this);
    this.requestUpdate("unshared");
  };

  /** @param {EngineStatus} status */
  hear(status) {
    if (status === this.status) return;
    this.status = status;
    if (status.kind === "failed") {
      fire(this, "backprop-error", { reason: status.reason, message: status.message });
    }
    this.readiness.hear(status);
    this.shown?.statusChanged();
  }

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.defaultPrevented || event.altKey) return;
    if (this.shown?.key(event)) event.preventDefault();
  };
}

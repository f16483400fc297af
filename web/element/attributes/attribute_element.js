import { LitElement } from "lit";
import { ATTRIBUTES, choicesOf, FLAGS, isSet } from "./attributes.js";

/**
 * An element whose attributes are properties too, as those of built-in elements are: a property is
 * what the attribute says, so both can be set, changed and read at any time and in any order. A
 * property that takes one of some words is the usual one where the attribute says none of them.
 */
export class AttributeElement extends LitElement {
  static get observedAttributes() {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class that asks, not its own
    return [...super.observedAttributes, ...ATTRIBUTES];
  }

  constructor() {
    super();
    takeEarlyProperties(this);
  }

  /** Which figure it is. */
  get figure() {
    return this.#word("figure");
  }

  set figure(value) {
    this.#write("figure", value);
  }

  /** @type {string | null} a network to begin with */
  get preset() {
    return this.getAttribute("preset");
  }

  set preset(value) {
    this.#write("preset", value);
  }

  /** @type {string | null} a link's text, or some of its fields, to open with */
  get state() {
    return this.getAttribute("state");
  }

  set state(value) {
    this.#write("state", value);
  }

  /** @type {string | null} the folder with a copy of the site, where scripts do not stand in one */
  get files() {
    return this.getAttribute("files");
  }

  set files(value) {
    this.#write("files", value);
  }

  /** @type {string | null} the author's title, in the language of the page */
  get heading() {
    return this.getAttribute("heading");
  }

  set heading(value) {
    this.#write("heading", value);
  }

  get theme() {
    return /** @type {import("./attributes.js").Theme} */ (this.#word("theme"));
  }

  set theme(value) {
    this.#write("theme", value);
  }

  get controls() {
    return /** @type {import("./attributes.js").Controls} */ (this.#word("controls"));
  }

  set controls(value) {
    this.#write("controls", value);
  }

  /** When Python starts. */
  get start() {
    return /** @type {import("./attributes.js").Start} */ (this.#word("start"));
  }

  set start(value) {
    this.#write("start", value);
  }

  /** Whether all panels stand beside the picture, or come when they are asked for. */
  get layout() {
    return /** @type {import("./attributes.js").Layout} */ (this.#word("layout"));
  }

  set layout(value) {
    this.#write("layout", value);
  }

  /** Whether the figure is as high as it needs, or as its place. */
  get fit() {
    return /** @type {import("./attributes.js").Fit} */ (this.#word("fit"));
  }

  set fit(value) {
    this.#write("fit", value);
  }

  /** Gradients are to be guessed before they are shown. */
  get predict() {
    return isSet(this.getAttribute("predict"));
  }

  set predict(value) {
    this.#write("predict", value);
  }

  /** The code panel is open, in figures that have one. */
  get code() {
    return isSet(this.getAttribute("code"));
  }

  set code(value) {
    this.#write("code", value);
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    super.attributeChangedCallback(name, before, now);
    if (ATTRIBUTES.includes(name)) this.attributeSet(name);
  }

  /**
   * Told whenever an attribute was set or taken away.
   * @param {string} _name
   */
  attributeSet(_name) {}

  /** @param {string} name of an attribute that takes one of some words */
  #word(name) {
    const choices = choicesOf(name);
    const text = this.getAttribute(name) ?? "";
    return choices.includes(text) ? text : choices[0];
  }

  /**
   * @param {string} name
   * @param {unknown} value none takes the attribute away
   */
  #write(name, value) {
    const isFlag = FLAGS.includes(name);
    const text = isFlag && value === true ? "" : String(value);
    if (value === null || value === undefined || (isFlag && value === false)) {
      this.removeAttribute(name);
    } else this.setAttribute(name, text);
  }
}

/**
 * What was set on an element before its class was known hides the properties of the class.
 * @param {any} element
 */
function takeEarlyProperties(element) {
  for (const name of ATTRIBUTES.filter((candidate) => Object.hasOwn(element, candidate))) {
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

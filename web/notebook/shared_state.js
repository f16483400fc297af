import { plain } from "./kernel_link.js";

/** @typedef {import("./kernel_link.js").WidgetModel} WidgetModel */
/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/** How long changes are collected before they are sent to the kernel (ms): a slider makes many. */
const INTERVAL = 150;

/**
 * Keeps a figure's state and the kernel's copy of it the same. A state that a page has sent is not applied to
 * the other views of the same widget, which are figures of their own.
 */
export class SharedState {
  /** @param {WidgetModel} model */
  constructor(model) {
    this.model = model;
    /** The state that a page sent last, as JSON. */
    this.sent = "";
  }

  /**
   * Applies the kernel's state to a figure, and sends the figure's state to the kernel.
   * @param {BackpropFigure} figure
   * @returns {() => void} ends it
   */
  follow(figure) {
    const { model } = this;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let gathering;
    const gather = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        this.#tell(figure);
      }, INTERVAL);
    };
    const take = () => {
      const wanted = model.get("state");
      if (JSON.stringify(wanted) === this.sent) return;
      model.set("problem", null);
      figure.setState(changed(figure.getState(), wanted));
      gather();
    };
    /** @param {Event} event */
    const refuse = (event) => {
      model.set("problem", /** @type {CustomEvent} */ (event).detail);
      gather();
    };
    /** @param {any} content */
    const step = (content) => {
      if (content.type === "step") figure.step(content.count);
    };
    const life = new MutationObserver(gather);
    life.observe(figure, { attributeFilter: ["data-state"] });
    figure.addEventListener("backprop-change", gather);
    figure.addEventListener("backprop-error", refuse);
    model.on("change:state", take);
    model.on("msg:custom", step);
    take();
    return () => {
      clearTimeout(gathering);
      life.disconnect();
      model.off("change:state", take);
      model.off("msg:custom", step);
    };
  }

  /** @param {BackpropFigure} figure */
  #tell(figure) {
    const state = plain(figure.getState());
    if (Object.keys(state).length === 0) return;
    this.sent = JSON.stringify(state);
    this.model.set("state", state);
    // While a figure trains, its result changes with every frame.
    if (figure.dataset.state !== "busy") this.model.set("result", plain(figure.inspect()));
    this.model.save_changes();
  }
}

/**
 * @param {Record<string, any>} now
 * @param {Record<string, any>} wanted
 * @returns {Record<string, any>} the wanted fields whose value differs
 */
function changed(now, wanted) {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name]),
    ),
  );
}

import { plain } from "./kernel_link.js";

/** @typedef {import("./kernel_link.js").WidgetModel} WidgetModel */
/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/** So long (ms) changes are gathered before the kernel is told: a slider makes many. */
const GATHER = 150;

/**
 * A figure's state, kept the same here and in the kernel. What a page tells is not told back to the
 * figures of the same widget: two views of it are two figures.
 */
export class SharedState {
  /** @param {WidgetModel} model */
  constructor(model) {
    this.model = model;
    /** What the pages told last. */
    this.told = "";
  }

  /**
   * Lets a figure follow the kernel, and the kernel the figure.
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
      }, GATHER);
    };
    const take = () => {
      const wanted = model.get("state");
      if (JSON.stringify(wanted) === this.told) return;
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
    this.told = JSON.stringify(state);
    this.model.set("state", state);
    // While a figure trains, its result is another one with every picture.
    if (figure.dataset.state !== "busy") this.model.set("result", plain(figure.inspect()));
    this.model.save_changes();
  }
}

/**
 * @param {Record<string, any>} now
 * @param {Record<string, any>} wanted
 * @returns {Record<string, any>} those wanted fields that are otherwise
 */
function changed(now, wanted) {
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name]),
    ),
  );
}

/** A figure in a notebook, as anywidget shows it: `from backprop.widget import Figure`. */
import "./backprop-figure.js";
import { kernelSite } from "./notebook/kernel_site.js";
import { SharedState } from "./notebook/shared_state.js";

/** @typedef {import("./notebook/kernel_link.js").WidgetModel} WidgetModel */
/** @typedef {import("./backprop-figure.js").BackpropFigure} BackpropFigure */

export default () => {
  /** @type {import("./engine/site.js").Site} */
  let site;
  /** @type {SharedState} */
  let state;
  return {
    /** @param {{model: WidgetModel}} widget */
    initialize({ model }) {
      site = kernelSite(model);
      state = new SharedState(model);
    },

    /** @param {{model: WidgetModel, el: HTMLElement}} view */
    render({ model, el }) {
      const figure = /** @type {BackpropFigure} */ (document.createElement("backprop-figure"));
      figure.home = site;
      for (const [name, value] of Object.entries(model.get("_attributes"))) {
        figure.setAttribute(name, /** @type {string} */ (value));
      }
      // A notebook that hears keys before the figure does would take a letter for a shortcut.
      el.dataset.lmSuppressShortcuts = "true";
      const end = state.follow(figure);
      el.append(figure);
      return () => {
        end();
        figure.remove();
        figure.destroy();
      };
    },
  };
};

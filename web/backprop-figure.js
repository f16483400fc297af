/**
 * The embeddable element: one module script, then `<backprop-figure figure="network">` anywhere.
 */
import { BackpropFigure } from "./element/figure_element.js";

export { EngineClient } from "./engine/client.js";
export { sharedEngine } from "./engine/site.js";
export { BackpropFigure };

if (!customElements.get("backprop-figure")) {
  customElements.define("backprop-figure", BackpropFigure);
}

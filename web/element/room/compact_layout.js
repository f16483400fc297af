/** The layout of an element whose picture and controls stand alone until a reader asks for the panels. */
export class CompactLayout {
  /** @param {import("../figure_element.js").BackpropFigure} element */
  constructor(element) {
    this.element = element;
    /** A reader has asked for the panels. */
    this.hasPanels = false;
  }

  /** Whether the author wants it. */
  get isOn() {
    const { layout, fit } = this.element;
    return layout === "compact" || fit === "height";
  }

  /** @param {boolean} hasPanels */
  showPanels(hasPanels) {
    this.hasPanels = hasPanels;
    this.element.requestUpdate("compact");
  }

  /** The author has changed it: the frame is drawn anew, and the figure in it. */
  changed() {
    this.element.drawings += 1;
    this.element.requestUpdate("compact");
  }
}

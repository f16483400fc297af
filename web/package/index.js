/** What a bundler's project imports: the element, defined, with all its figures. */

import { BackpropFigure as Element } from "../backprop-figure.js";

/** @import { FigureElement } from "./figure_types.js" */

/** @type {new () => FigureElement} */
const asCallersKnowIt = Element;

export { asCallersKnowIt as BackpropFigure };

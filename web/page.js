/** The page: its figures are elements, and look after themselves. */
import "./backprop-figure.js";
import { followReading } from "./view/contents.js";
import { goToLinkedPlace, keepLink } from "./view/page_link.js";

/** @typedef {import("./backprop-figure.js").BackpropFigure} BackpropFigure */

keepLink(/** @type {BackpropFigure[]} */ ([...document.querySelectorAll("main backprop-figure")]));
goToLinkedPlace();
for (const contents of document.querySelectorAll(".contents")) followReading(contents);

/** The page: its figures are elements, and look after themselves. */
import "./backprop-figure.js";
import { linkMentions } from "./element/linked_places.js";
import { ownSite } from "./engine/site.js";
import { followReading } from "./page/contents.js";
import { goToLinkedPlace, keepLink } from "./page/page_link.js";
import { keepReadingPlace } from "./page/reading_place.js";
import { layOutUnhurriedly } from "./page/unhurried_layout.js";

/** @typedef {import("./backprop-figure.js").BackpropFigure} BackpropFigure */

const figures = /** @type {BackpropFigure[]} */ ([
  ...document.querySelectorAll("main backprop-figure"),
]);
keepLink(figures);
goToLinkedPlace();
for (const contents of document.querySelectorAll(".contents")) followReading(contents);
/** @type {NodeListOf<HTMLElement>} */
const parts = document.querySelectorAll(".article section, .article backprop-figure");
const laidOut = layOutUnhurriedly([...parts], ownSite.engine);
keepReadingPlace([...document.querySelectorAll("main section > *")], laidOut);
for (const section of document.querySelectorAll("main section")) {
  section.addEventListener("pointerover", linkMentions);
  section.addEventListener("pointerout", linkMentions);
}

/** The page: its figures are elements, and look after themselves. */
import "./backprop-figure.js";
import { linkMentions } from "./element/linked_places.js";
import { followReading } from "./page/contents.js";
import { watchForNewBuild } from "./page/new_build.js";
import { openHandedStates } from "./page/opened_figure.js";
import { goToPageOfLink } from "./page/other_page.js";
import { goToLinkedPlace, keepLink } from "./page/page_link.js";
import { keepReadingPlace } from "./page/reading_place.js";

/** @typedef {import("./backprop-figure.js").BackpropFigure} BackpropFigure */

const figures = /** @type {BackpropFigure[]} */ ([
  ...document.querySelectorAll("main backprop-figure"),
]);
const contents = /** @type {HTMLElement} */ (document.querySelector(".contents"));
goToPageOfLink(contents);
addEventListener("hashchange", () => goToPageOfLink(contents));
watchForNewBuild();
keepLink(figures);
openHandedStates(figures, contents);
goToLinkedPlace();
followReading(contents, /** @type {Element} */ (document.querySelector(".contents-button")));
keepReadingPlace([...document.querySelectorAll("main section > *")], figures);
for (const section of document.querySelectorAll("main section")) {
  section.addEventListener("pointerover", linkMentions);
  section.addEventListener("pointerout", linkMentions);
}

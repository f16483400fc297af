/** One figure alone, for a frame: `embed.html?figure=xor`, with the element's attributes as fields. */
import "./backprop-figure.js";
import { ATTRIBUTES } from "./element/attributes/attributes.js";
import { talkToHostPage } from "./page/host_page.js";
import { watchForNewBuild } from "./page/new_build.js";
import { hashText } from "./page/page_address.js";
import { keepLink } from "./page/page_link.js";

/** A heading is a line of text, and no page of somebody else's under this site's name. */
const LONGEST_HEADING = 120;

/** What an address may say; files come from the folder that the frame comes from. */
const TAKEN = ATTRIBUTES.filter((name) => name !== "files" && name !== "heading");

const asked = new URLSearchParams(location.search);
const figure = /** @type {import("./backprop-figure.js").BackpropFigure} */ (
  document.createElement("backprop-figure")
);
for (const name of TAKEN) {
  const value = asked.get(name);
  if (value !== null) figure.setAttribute(name, value);
}
const heading = Array.from(asked.get("heading") ?? "")
  .slice(0, LONGEST_HEADING)
  .join("");
if (heading) {
  figure.setAttribute("heading", heading);
  nameThePage(heading, heading);
} else {
  const nameByFigure = () => {
    const { kind } = figure;
    if (kind) nameThePage(kind.title, `${kind.title} · Backpropagation, Traced`);
  };
  const begun = new MutationObserver(() => figure.openings.drawn?.then(nameByFigure));
  begun.observe(figure, { attributeFilter: ["data-state"] });
}
const linked = /(?:^|&)figure=(\w+)/.exec(hashText())?.[1];
if (linked && !asked.has("figure")) figure.setAttribute("figure", linked);
document.querySelector("main")?.append(figure);
watchForNewBuild();
document.documentElement.classList.toggle("fits", figure.fit === "height");
keepLink([figure]);
talkToHostPage(figure);

/**
 * @param {string} title of the figure, for those who do not see it
 * @param {string} tab what the browser's tab says
 */
function nameThePage(title, tab) {
  const place = document.querySelector("h2");
  if (place) place.textContent = title;
  document.title = tab;
}

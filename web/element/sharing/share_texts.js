/** The texts by which a figure is handed on: a link, a frame and an element, each with its state. */

import { figureText, linkText } from "./link.js";

/**
 * @typedef {object} SharedFigure
 * @property {string | null} page in which a link opens, `embed.html` beside it; null without pages
 * @property {string | null} script that defines the element
 * @property {import("../../kit/figure/figure_host.js").FigureKind} kind
 * @property {object} state
 * @property {object | null} opening the state in which the figure opens without a link
 * @property {Record<string, string>} attributes what the author set besides
 * @property {number} height in pixels
 * @property {string} title of a frame, for those who do not see it
 */

/**
 * A site without pages has neither link nor frame.
 * @param {SharedFigure} shared
 * @returns {{link: string | null, frame: string | null, element: string}}
 */
export function shareTexts({ page, script, kind, state, opening, attributes, height, title }) {
  const figure = kind.name;
  const text = figureText(kind, state);
  const isChanged = !opening || text !== figureText(kind, opening) || "preset" in attributes;
  const linked = linkText([isChanged ? text : `figure=${figure}`]);
  const { preset: _, ...set } = attributes;
  const about = set.heading ?? title;
  const link = page && `${page}#${linked}`;
  const written = { figure, ...(isChanged ? { state: text } : {}), ...set };
  const inside = page && link ? insideText(page, figure, link, about) : "";
  const element = tag("backprop-figure", written, inside);
  const query = new URLSearchParams({ figure, ...set });
  return {
    link,
    frame: page && frameText(page, isChanged ? `?${query}#${linked}` : `?${query}`, about, height),
    element: script ? `${scriptTag(script)}\n${element}` : element,
  };
}

/**
 * @param {string} page
 * @param {string} shown what the frame's address says of the figure
 * @param {string} title
 * @param {number} height in pixels
 */
function frameText(page, shown, title, height) {
  const frame = tag("iframe", {
    src: new URL("embed.html", page).href + shown,
    title,
    width: "100%",
    height: String(Math.ceil(height)),
    loading: "lazy",
    frameborder: "0",
  });
  return `${frame}\n${scriptTag(new URL("fit-frame.js", page).href)}`;
}

/**
 * What stands in an element for a feed or an e-mail, which knows neither scripts nor our element: a picture of
 * the figure, and under it where the figure is alive.
 * @param {string} page of the site; the pictures are beside it
 * @param {string} figure
 * @param {string} link
 * @param {string} about
 */
export function insideText(page, figure, link, about) {
  const src = new URL(`previews/${figure}.png`, page).href;
  // Fetched only where it is seen, and as wide as the column, whatever the styles there are.
  const picture = openingTag("img", { src, alt: "", width: "100%", loading: "lazy" });
  return tag("a", { href: link }, `${picture}<br>${escaped(about)}`);
}

/** @param {string} src */
const scriptTag = (src) => tag("script", { type: "module", src });

/**
 * @param {string} name
 * @param {Record<string, string>} attributes an empty one is written as its name alone
 * @param {string} [content] HTML
 */
export function tag(name, attributes, content = "") {
  return `${openingTag(name, attributes)}${content}</${name}>`;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function openingTag(name, attributes) {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === "" ? key : `${key}="${escaped(value)}"`,
  );
  return `<${[name, ...written].join(" ")}>`;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

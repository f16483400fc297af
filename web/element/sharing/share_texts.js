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
  // A feed knows neither scripts nor our element, and shows what stands in it.
  const element = tag(
    "backprop-figure",
    written,
    link ? tag("a", { href: link }, escaped(about)) : "",
  );
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

/** @param {string} src */
const scriptTag = (src) => tag("script", { type: "module", src });

/**
 * @param {string} name
 * @param {Record<string, string>} attributes an empty one is written as its name alone
 * @param {string} [content] HTML
 */
export function tag(name, attributes, content = "") {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === "" ? key : `${key}="${escaped(value)}"`,
  );
  return `<${[name, ...written].join(" ")}>${content}</${name}>`;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

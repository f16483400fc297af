/** The texts by which a figure is handed on: a link, a frame and an element, each with its state. */

import { figureText, linkText } from "./link.js";

/**
 * @typedef {object} SharedFigure
 * @property {string} base URL of the folder that the site was built into
 * @property {import("../../kit/figure/figure_host.js").FigureKind} kind
 * @property {object} state
 * @property {object | null} opening the state in which the figure opens without a link
 * @property {Record<string, string>} attributes what the author set besides
 * @property {number} height in pixels
 * @property {string} title of a frame, for those who do not see it
 */

/**
 * @param {SharedFigure} shared
 * @returns {{link: string, frame: string, element: string}}
 */
export function shareTexts({ base, kind, state, opening, attributes, height, title }) {
  const figure = kind.name;
  const text = figureText(kind, state);
  const isChanged = !opening || text !== figureText(kind, opening) || "preset" in attributes;
  const link = linkText([isChanged ? text : `figure=${figure}`]);
  const { preset: _, ...set } = attributes;
  const page = `${base}embed.html?${new URLSearchParams({ figure, ...set })}`;
  const frame = tag("iframe", {
    src: isChanged ? `${page}#${link}` : page,
    title: set.heading ?? title,
    width: "100%",
    height: String(Math.ceil(height)),
    loading: "lazy",
    frameborder: "0",
  });
  const element = tag("backprop-figure", {
    figure,
    ...(isChanged ? { state: text } : {}),
    ...set,
  });
  return {
    link: `${base}#${link}`,
    frame: `${frame}\n${script(`${base}fit-frame.js`)}`,
    element: `${script(`${base}backprop-figure.js`)}\n${element}`,
  };
}

/** @param {string} src */
const script = (src) => tag("script", { type: "module", src });

/**
 * @param {string} name
 * @param {Record<string, string>} attributes an empty one is written as its name alone
 */
function tag(name, attributes) {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === "" ? key : `${key}="${escaped(value)}"`,
  );
  return `<${[name, ...written].join(" ")}></${name}>`;
}

/** @param {string} text */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

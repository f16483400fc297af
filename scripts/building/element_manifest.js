// Writes what editors read of the element, out of its types:  node scripts/building/element_manifest.js FILE
//
// The format is that of the Custom Elements Manifest, version 1.0.0.

import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { parse } from "comment-parser";
import * as attributes from "../../web/element/attributes/attributes.js";
import { figureNames } from "../../web/figures/figure_kinds.js";

const TYPES = new URL("../../web/package/figure_types.js", import.meta.url);
const MODULE = "package/index.js";

/** The words behind a type's name. */
const WORDS = {
  'import("./figure_names.js").FigureName': figureNames,
  Theme: attributes.THEMES,
  Controls: attributes.CONTROLS,
  Start: attributes.STARTS,
  Layout: attributes.LAYOUTS,
  Fit: attributes.FITS,
};

/** @typedef {{name: string, type: string, description: string}} Property */

/** @returns {Map<string, Property[]>} the properties of each type, by its name */
function describedTypes() {
  const types = new Map();
  for (const { tags } of parse(readFileSync(TYPES, "utf8"))) {
    const name = tags.find(({ tag }) => tag === "typedef")?.name;
    const properties = tags.filter(({ tag }) => tag === "property");
    if (name && properties.length > 0) types.set(name, properties);
  }
  return types;
}

/** @param {string} text */
const onOneLine = (text) => text.replaceAll(/\s+/g, " ");

/** @param {string} type */
function typeText(type) {
  const words = WORDS[/** @type {keyof typeof WORDS} */ (type)];
  return words ? words.map((word) => `"${word}"`).join(" | ") : type;
}

/** @param {Property} property */
function described({ name, type, description }) {
  return { name, type: { text: typeText(type) }, description: onOneLine(description) };
}

/** @param {Property} property */
function member(property) {
  if (!property.type.includes("=>")) return { kind: "field", ...described(property) };
  const [, parameters, result] = /^\((.*)\) => (.*)$/.exec(property.type) ?? [];
  return {
    kind: "method",
    name: property.name,
    description: onOneLine(property.description),
    parameters: parameters ? [parameter(parameters)] : [],
    return: { type: { text: result } },
  };
}

/** @param {string} text of the one parameter that a method has */
function parameter(text) {
  const [name, type] = text.split(/: (.*)/);
  return { name: name.replace("?", ""), optional: name.endsWith("?"), type: { text: type } };
}

const types = describedTypes();
const members = types.get("FigureMembers") ?? [];
const events = types.get("FigureEventMap") ?? [];
const written = members.filter(({ name }) => attributes.ATTRIBUTES.includes(name));
if (written.length !== attributes.ATTRIBUTES.length || events.length === 0) {
  throw new Error("web/package/figure_types.js does not describe every attribute, or no event.");
}

const manifest = {
  schemaVersion: "1.0.0",
  modules: [
    {
      kind: "javascript-module",
      path: MODULE,
      declarations: [
        {
          kind: "class",
          customElement: true,
          name: "BackpropFigure",
          tagName: "backprop-figure",
          description: "A living figure of Backpropagation, Traced: NumPy computes each number.",
          superclass: { name: "HTMLElement" },
          attributes: written.map((property) => ({
            ...described(property),
            fieldName: property.name,
          })),
          members: members.map(member),
          events: events.map(described),
          slots: [
            { name: "", description: "what is seen where scripts do not run" },
            { name: "caption", description: "a caption below the figure" },
          ],
        },
      ],
      exports: [
        {
          kind: "custom-element-definition",
          name: "backprop-figure",
          declaration: { name: "BackpropFigure", module: MODULE },
        },
      ],
    },
  ],
};

writeFileSync(process.argv[2], `${JSON.stringify(manifest, null, 2)}\n`);

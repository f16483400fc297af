/** The fonts of figures on a page that is not ours: `@font-face` only counts in the document. */

import { SILENCE } from "../../downloads/deadline.js";
import { asText, downloadAs } from "../../downloads/download.js";

/** A property of a `@font-face` rule → what `FontFace` calls it. */
const DESCRIPTORS = {
  "font-style": "style",
  "font-weight": "weight",
  "unicode-range": "unicodeRange",
  "size-adjust": "sizeAdjust",
  "ascent-override": "ascentOverride",
  "descent-override": "descentOverride",
  "line-gap-override": "lineGapOverride",
};

/** Where the range of a face begins that plain text needs. */
const PLAIN = "U+20-";

/** @param {string} family */
const plainName = (family) => family.replaceAll('"', "");

/**
 * Adds those families of ours that the page lacks, once those that plain text needs are here: a
 * first picture is drawn with them. Too late, it is left as it is, for text must not move.
 * @param {import("../../engine/site.js").Site} site
 * @param {AbortSignal} late
 */
export async function bringFonts(site, late) {
  const known = new Set(Array.from(document.fonts, ({ family }) => plainName(family)));
  const rules = await downloadAs(asText, await site.addressOf("fonts.css"), { silence: SILENCE });
  const css = await withAddresses(rules, site);
  const faces = facesOf(css).filter(({ family }) => !known.has(plainName(family)));
  const first = faces.filter(({ unicodeRange }) => unicodeRange.startsWith(PLAIN));
  await Promise.all(first.map((face) => face.load()));
  if (late.aborted) return;
  for (const face of faces) document.fonts.add(face);
}

/**
 * A style sheet that finds its fonts from anywhere.
 * @param {string} css
 * @param {import("../../engine/site.js").Site} site
 */
async function withAddresses(css, site) {
  const names = [...new Set(Array.from(css.matchAll(/url\("\.\/([^"]+)"\)/g), ([, name]) => name))];
  const addresses = await Promise.all(names.map((name) => site.addressOf(name)));
  return names.reduce(
    (text, name, index) => text.replaceAll(`url("./${name}")`, `url("${addresses[index]}")`),
    css,
  );
}

/** @param {string} css `@font-face` rules */
function facesOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const rules = Array.from(sheet.cssRules).filter((rule) => rule instanceof CSSFontFaceRule);
  return rules.map(({ style }) => {
    const value = (/** @type {string} */ name) => style.getPropertyValue(name);
    const described = Object.entries(DESCRIPTORS)
      .map(([property, name]) => [name, value(property)])
      .filter(([, text]) => text !== "");
    const descriptors = { ...Object.fromEntries(described), display: "swap" };
    return new FontFace(plainName(value("font-family")), value("src"), descriptors);
  });
}

/**
 * The fonts of the page as a style sheet that needs no other file. It has only the faces that the letters
 * of a picture need.
 */

import { SILENCE } from "../../downloads/deadline.js";
import { download } from "../../downloads/download.js";

/** @type {Map<string, Promise<string>>} address → the file as a data address */
const fetched = new Map();

/**
 * @param {Element} picture
 * @returns {Promise<string | null>} the rules; null when a font could not be fetched
 */
export async function fontFaces(picture) {
  const letters = new Map();
  for (const text of picture.querySelectorAll("text, tspan")) {
    const family = text.closest("[font-family]")?.getAttribute("font-family") ?? "";
    letters.set(family, (letters.get(family) ?? "") + text.textContent);
  }
  const needed = pageFaces().filter(({ rule }) =>
    [...letters].some(([family, text]) => family.includes(familyOf(rule)) && covers(rule, text)),
  );
  try {
    return (await Promise.all(needed.map(({ rule, base }) => embedded(rule, base)))).join("");
  } catch {
    return null;
  }
}

/** Every font face of the page's style sheets. Scripts may not read those of other origins. */
export function pageFaces() {
  /** @type {{rule: CSSFontFaceRule, base: string}[]} */
  const faces = [];
  for (const sheet of document.styleSheets) {
    const base = sheet.href ?? document.baseURI;
    try {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSFontFaceRule) faces.push({ rule, base });
      }
    } catch {
      // The style sheet of another origin.
    }
  }
  return faces;
}

/**
 * The rule of a face for a document that shows its text only when the font is there.
 * @param {CSSFontFaceRule} rule
 */
export function blockingRule(rule) {
  return rule.cssText.replace(/font-display:[^;]+;/, "font-display: block;");
}

/** @param {CSSFontFaceRule} rule */
function familyOf(rule) {
  return rule.style.getPropertyValue("font-family").replaceAll(/^["']|["']$/g, "");
}

/**
 * The address of a face's file, or null for a font of the reader's machine.
 * @param {CSSFontFaceRule} rule
 * @param {string} base
 */
export function fileAddress(rule, base) {
  const [, path] = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src")) ?? [];
  return path ? new URL(path, base).href : null;
}

/**
 * Whether a face has any letter of a text.
 * @param {CSSFontFaceRule} rule
 * @param {string} text
 */
function covers(rule, text) {
  const ranges = rule.style.getPropertyValue("unicode-range");
  if (!ranges) return true;
  const spans = ranges.split(",").map((range) => {
    const [from, to] = range.trim().replace(/^U\+/i, "").split("-");
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to ?? from, 16) };
  });
  return [...text].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return spans.some(({ from, to }) => code >= from && code <= to);
  });
}

/**
 * @param {CSSFontFaceRule} rule
 * @param {string} base
 */
async function embedded(rule, base) {
  const file = fileAddress(rule, base);
  if (!file) return "";
  let data = fetched.get(file);
  if (!data) {
    data = dataAddress(file);
    data.catch(() => fetched.delete(file));
    fetched.set(file, data);
  }
  const address = await data;
  return blockingRule(rule).replace(/src:[^;]+;/, () => `src: url("${address}") format("woff2");`);
}

/** @param {string} file */
async function dataAddress(file) {
  const bytes = await download(file, { silence: SILENCE });
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:font/woff2;base64,${btoa(letters)}`;
}

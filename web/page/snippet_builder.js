import { html, render } from "lit";
import { ATTRIBUTES, CHOSEN, choicesOf, FLAGS } from "../element/attributes/attributes.js";
import { roomHeight } from "../element/room/room_rules.js";
import { insideText, tag } from "../element/sharing/share_texts.js";

/** @typedef {import("../element/figure_element.js").BackpropFigure} BackpropFigure */

/** The address that an author replaces by their own. */
const HOST = "https://your.host/";

/** How wide a post's column is, and how high a place that is filled (px). */
const POST = 700;
const SLIDE = 560;

/** What a field shows before anything is written into it. */
const EXAMPLES = {
  preset: "2-3-3-1",
  state: "weight=3.2&steps=2",
  heading: "A title of yours",
};

/** The attributes in the form; where the files are is not a choice for this page. */
const OFFERED = ATTRIBUTES.filter((name) => name !== "files");

/**
 * A field for every option, one figure to which all of them apply, and the text that makes this figure, as an
 * element and as a frame.
 * @param {ParentNode} page
 */
export function buildSnippets(page) {
  const form = /** @type {HTMLFormElement | null} */ (page.querySelector("[data-builder]"));
  const figure = /** @type {BackpropFigure | null} */ (page.querySelector("[data-built]"));
  if (!form || !figure) return;
  const tell = () => {
    const texts = snippets(writtenOn(figure));
    for (const place of page.querySelectorAll("[data-snippet]")) {
      place.textContent = texts[/** @type {HTMLElement} */ (place).dataset.snippet ?? ""];
    }
  };
  render(
    OFFERED.map((name) => field(name, figure)),
    form,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const { name, value, checked } = /** @type {HTMLInputElement} */ (target);
    const usual = CHOSEN.includes(name) && name !== "figure" ? choicesOf(name)[0] : "";
    const isSet = FLAGS.includes(name) ? checked : value !== usual;
    if (isSet) figure.setAttribute(name, FLAGS.includes(name) ? "" : value);
    else figure.removeAttribute(name);
    tell();
  });
  tell();
}

/**
 * @param {string} name of an attribute
 * @param {BackpropFigure} figure
 */
function field(name, figure) {
  if (FLAGS.includes(name)) {
    return html`<label><input type="checkbox" name=${name}> <code>${name}</code></label>`;
  }
  const chosen = figure.getAttribute(name);
  const choice = CHOSEN.includes(name)
    ? html`<select name=${name}>${choicesOf(name).map(
        (word) => html`<option ?selected=${word === chosen}>${word}</option>`,
      )}</select>`
    : html`<input type="text" name=${name} autocomplete="off"
        placeholder=${EXAMPLES[/** @type {keyof typeof EXAMPLES} */ (name)]}>`;
  return html`<label><code>${name}</code> ${choice}</label>`;
}

/**
 * @param {Element} figure
 * @returns {Record<string, string>} its attributes, in the order in which they are offered
 */
function writtenOn(figure) {
  const names = OFFERED.filter((name) => figure.hasAttribute(name));
  return Object.fromEntries(names.map((name) => [name, figure.getAttribute(name) ?? ""]));
}

/**
 * @param {Record<string, string>} written
 * @returns {Record<string, string>} by their kinds
 */
function snippets(written) {
  const src = `${HOST}embed.html?${new URLSearchParams(written)}`;
  const link = `${HOST}#${written.figure}`;
  const title = written.heading ?? "A figure";
  const height = String(
    written.fit === "height" ? SLIDE : roomHeight(written.figure, written.layout, POST),
  );
  return {
    element: tag("backprop-figure", written, insideText(HOST, written.figure, link, title)),
    frame: tag("iframe", { src, title, width: "100%", height, loading: "lazy" }),
  };
}

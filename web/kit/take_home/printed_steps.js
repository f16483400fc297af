/**
 * All steps of a pass as a document of its own, to be read or printed. It is made in an empty window,
 * so it needs no server and holds under the page's own security policy.
 */

import { css, html, nothing, render } from "lit";
import { formulas } from "../../styles/formulas.js";
import { tokens } from "../../styles/tokens.js";
import { wrappedFormula } from "../formula/wrapped_formula.js";
import { blockingRule, fileAddress, pageFaces } from "./embedded_fonts.js";
import { svgOf } from "./picture.js";
import { words } from "./take_home_words.js";

/**
 * What is printed of a step.
 * @typedef {object} PrintedStep
 * @property {keyof typeof words.phases} phase
 * @property {string} sentence
 * @property {import("../../contract/messages.js").Formula} formula
 * @property {import("../../contract/messages.js").Formula} substituted
 */

const paper = css`
  :root {
    color-scheme: light;
  }

  body {
    max-width: 46rem;
    margin: 0 auto;
    padding: 2rem 1.25rem;
    color: var(--bp-ink);
    background: #ffffff;
    font: 17px/1.5 var(--bp-font-text);
  }

  h1 {
    margin: 0 0 1rem;
    font: 600 26px/1.25 var(--bp-font-text);
  }

  h2 {
    margin: 2rem 0 0.5rem;
    font: 600 17px/1.3 var(--bp-font-ui);
  }

  .forward {
    color: var(--bp-forward);
  }

  .backward {
    color: var(--bp-backward);
  }

  .loss {
    color: var(--bp-loss);
  }

  img {
    display: block;
    max-width: 100%;
    height: auto;
  }

  ol {
    margin: 0;
    padding-inline-start: 2.4em;
  }

  li {
    margin: 0 0 0.9em;
    break-inside: avoid;
  }

  li p {
    margin: 0 0 0.3em;
  }

  li > div {
    overflow-x: auto;
    padding: 0.2em 0;
  }

  button {
    min-height: 44px;
    padding: 0 1.25em;
    color: inherit;
    background: none;
    border: 1px solid currentColor;
    border-radius: 6px;
    font: 500 15px/1.2 var(--bp-font-ui);
  }

  @media print {
    body {
      max-width: none;
      padding: 0;
      font-size: 11pt;
    }

    button {
      display: none;
    }
  }
`;

/**
 * @param {PrintedStep[]} steps
 * @param {Element | null} picture what holds the drawing
 * @returns {Promise<boolean>} false when the browser lets no window open
 */
export async function openPrintedSteps(steps, picture) {
  // Before any `await`: after one the browser no longer counts this as the reader's click.
  const opened = window.open("", "_blank");
  if (!opened) return false;
  const page = opened.document;
  page.title = words.printTitle;
  page.documentElement.lang = "en";
  const View = /** @type {any} */ (opened).CSSStyleSheet;
  const sheet = /** @type {CSSStyleSheet} */ (new View());
  const faces = pageFaces().map(({ rule, base }) =>
    blockingRule(rule).replace(/url\([^)]+\)/, () => `url("${fileAddress(rule, base)}")`),
  );
  const rules = [tokens, formulas, paper].map(({ cssText }) => cssText.replace(":host", ":root"));
  sheet.replaceSync([...faces, ...rules].join("\n"));
  page.adoptedStyleSheets = [sheet];
  const drawn = picture && (await onPaper(picture).catch(() => null));
  render(
    printedSteps(steps, drawn?.text ?? null, () => opened.print()),
    page.body,
  );
  return true;
}

/**
 * The picture in the light theme, whatever theme the screen has; its colours are read before the theme is
 * put back.
 * @param {Element} picture
 */
function onPaper(picture) {
  const { host } = /** @type {ShadowRoot} */ (picture.getRootNode());
  const theme = host.getAttribute("theme");
  host.setAttribute("theme", "light");
  const drawn = svgOf(picture);
  if (theme === null) host.removeAttribute("theme");
  else host.setAttribute("theme", theme);
  return drawn;
}

/**
 * @param {PrintedStep[]} steps
 * @param {string | null} picture
 * @param {() => void} print
 */
function printedSteps(steps, picture, print) {
  const address = picture && `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  let number = 0;
  return html`<main>
    <h1>${words.printTitle}</h1>
    <button @click=${print}>${words.print}</button>
    ${address ? html`<img src=${address} alt=${words.network} />` : nothing}
    ${phasesOf(steps).map(({ phase, inPhase }) => {
      const start = number + 1;
      number += inPhase.length;
      return html`<h2 class=${phase}>${words.phases[phase]}</h2>
        <ol start=${start}>${inPhase.map(printedStep)}</ol>`;
    })}
  </main>`;
}

/** @param {PrintedStep} step */
function printedStep({ sentence, formula, substituted }) {
  return html`<li>
    <p>${sentence}</p>
    <div>${wrappedFormula(formula)}</div>
    <div>${wrappedFormula(substituted)}</div>
  </li>`;
}

/**
 * The steps in the order of the pass, grouped by phase.
 * @param {PrintedStep[]} steps
 */
function phasesOf(steps) {
  /** @type {{phase: PrintedStep["phase"], inPhase: PrintedStep[]}[]} */
  const phases = [];
  for (const step of steps) {
    const last = phases.at(-1);
    if (last?.phase === step.phase) last.inPhase.push(step);
    else phases.push({ phase: step.phase, inPhase: [step] });
  }
  return phases;
}

import { html, nothing } from "lit";
import { SILENCE } from "../../downloads/deadline.js";
import { asText, downloadAs } from "../../downloads/download.js";
import { notLoaded } from "../../downloads/failure_words.js";
import { bring } from "../../downloads/later_module.js";
import { opened } from "../../downloads/packed.js";
import { words as figureWords } from "../figure/figure_words.js";
import { words } from "./code_words.js";

/** @typedef {import("../figure/figure_host.js").FigureHost} FigureHost */

/** @typedef {{file: string, line: number, function: string}} SourceLine a line, and what it belongs to */

/** @type {Map<string, Promise<string>>} source files by their address */
const sources = new Map();

/**
 * The source of the core as it runs, with the line highlighted that computes the current step. The editor
 * that shows it is loaded when a reader first asks for code.
 */
export class CodePanel {
  /**
   * @param {FigureHost} host
   * @param {string} title of the figure: a page may show the source beside several
   */
  constructor(host, title) {
    this.host = host;
    this.title = title;
    /** @type {SourceLine | null} */
    this.line = null;
    /** @type {import("./code_view.js").CodeView | null} */
    this.view = null;
    /** @type {string | null} why the source is not there */
    this.missing = null;
    /** @type {string | null} the file that did not come; it is not asked for again before the reader does */
    this.missingFile = null;
  }

  /** @param {SourceLine | null} line null closes the panel */
  template(line) {
    this.line = line;
    if (!line) return nothing;
    const { file, line: number, function: name } = line;
    return html`<section class="code" data-part="code" data-file=${file} data-line=${number}
      data-function=${name} aria-label=${words.sourceOf(file, this.title)}>
      <h3>${words.title(file)} <span class="soft">${name}, ${words.line(file, number)}</span></h3>
      <div class="code-view"></div>
      ${
        this.missing === null
          ? nothing
          : html`<p class="soft" role="alert">${this.missing}
              <button class="button" @click=${() => this.#retry()}>${figureWords.retry}</button></p>`
      }
    </section>`;
  }

  /** Is called when the DOM shows what `template` returned. */
  async updated() {
    const place = this.host.shadowRoot?.querySelector(".code-view");
    const { line } = this;
    if (!place || !line) {
      this.destroy();
      return;
    }
    if (line.file === this.missingFile) return;
    try {
      const [{ CodeView }, text] = await Promise.all([
        bring(() => import("./code_view.js")),
        source(this.host.site, line.file),
      ]);
      if (this.line !== line || !place.isConnected) return;
      this.view ??= new CodeView(place, words.title(line.file));
      this.view.show(text, line.line);
      this.#setMissing(null, null);
    } catch (error) {
      this.#setMissing(notLoaded(words.source, error), line.file);
    }
  }

  destroy() {
    this.view?.destroy();
    this.view = null;
  }

  /** Asks for the file again. */
  #retry() {
    this.missingFile = null;
    this.updated();
  }

  /**
   * @param {string | null} missing
   * @param {string | null} file
   */
  #setMissing(missing, file) {
    this.missingFile = file;
    if (missing === this.missing) return;
    this.missing = missing;
    this.host.requestUpdate();
  }
}

/**
 * @param {FigureHost["site"]} site
 * @param {string} file
 */
async function source(site, file) {
  const url = await site.addressOf(`py/backprop/${file}`);
  let load = sources.get(url);
  if (!load) {
    load = downloadAs(asSource, url, { silence: SILENCE });
    load.catch(() => sources.delete(url));
    sources.set(url, load);
  }
  return load;
}

/** @param {Uint8Array<ArrayBuffer>} bytes packed in a bundler's package, as they are on a site */
const asSource = async (bytes) => asText(await opened(bytes));

import { html, nothing } from "lit";
import { words } from "./code_words.js";

/** @typedef {import("../figure/figure_host.js").FigureHost} FigureHost */

/** @type {Map<string, Promise<string>>} */
const sources = new Map();

/**
 * The real source of the core, the line that computes the current step lit. The editor that shows
 * it is loaded the first time that a reader asks for code.
 */
export class CodePanel {
  /** @param {FigureHost} host */
  constructor(host) {
    this.host = host;
    /** @type {{file: string, line: number, function: string} | null} */
    this.wanted = null;
    /** @type {import("./code_view.js").CodeView | null} */
    this.view = null;
    this.missing = false;
  }

  /** @param {{file: string, line: number, function: string} | null} wanted null closes the panel */
  template(wanted) {
    this.wanted = wanted;
    if (!wanted) return nothing;
    const { file, line } = wanted;
    return html`<section class="code" data-part="code" data-file=${file} data-line=${line}
      data-function=${wanted.function} aria-label=${words.title(file)}>
      <h3>${words.title(file)} <span class="soft">${wanted.function}, ${words.line(file, line)}</span></h3>
      <div class="code-view"></div>
      ${this.missing ? html`<p class="soft" role="alert">${words.missing}</p>` : nothing}
    </section>`;
  }

  /** The DOM is as `template` said. */
  async updated() {
    const place = this.host.shadowRoot?.querySelector(".code-view");
    const { wanted } = this;
    if (!place || !wanted) {
      this.destroy();
      return;
    }
    try {
      const [{ CodeView }, text] = await Promise.all([
        import("./code_view.js"),
        source(this.host.site, wanted.file),
      ]);
      if (this.wanted !== wanted || !place.isConnected) return;
      this.view ??= new CodeView(place, words.title(wanted.file));
      this.view.show(text, wanted.line);
      this.#say(false);
    } catch {
      this.#say(true);
    }
  }

  destroy() {
    this.view?.destroy();
    this.view = null;
  }

  /** @param {boolean} missing */
  #say(missing) {
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
    load = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response.text();
    });
    load.catch(() => sources.delete(url));
    sources.set(url, load);
  }
  return load;
}

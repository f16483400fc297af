import { html, nothing, render } from "lit";
import { Failure } from "../../downloads/failure.js";
import { notLoaded } from "../../downloads/failure_words.js";
import { bring } from "../../downloads/later_module.js";
import { saveFile } from "../../kit/take_home/saved_file.js";
import { shareStyles } from "./share_styles.js";
import { shareTexts } from "./share_texts.js";
import { words } from "./share_words.js";

/** @typedef {import("../figure_element.js").BackpropFigure} BackpropFigure */

/** What an author may have set, and wants to see again where the figure is shared to. */
const ATTRIBUTES = [
  ...["preset", "theme", "controls", "layout", "fit", "heading", "start"],
  ...["predict", "code"],
];

/** A dialog with everything by which a figure can be handed on, each copied with one click. */
class ShareDialog {
  /**
   * @param {BackpropFigure} figure
   * @param {import("../../kit/figure/figure_host.js").FigureKind} kind
   */
  constructor(figure, kind) {
    this.figure = figure;
    this.dialog = document.createElement("dialog");
    this.dialog.className = "share";
    this.dialog.lang = "en";
    this.dialog.setAttribute("aria-labelledby", "share-title");
    this.dialog.addEventListener("close", () => this.dialog.remove());
    // A click beside it is one on the dialog itself.
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog) this.dialog.close();
    });
    this.kind = kind;
    this.texts = shareTexts({
      page: figure.site.page,
      script: figure.site.script,
      kind,
      state: figure.getState(),
      opening: figure.opening,
      attributes: Object.fromEntries(
        ATTRIBUTES.filter((name) => figure.hasAttribute(name)).map((name) => [
          name,
          figure.getAttribute(name) ?? "",
        ]),
      ),
      height: figure.getBoundingClientRect().height,
      title: words.titleOf(kind.title),
    });
    /** @type {{name: string, said: string} | null} what was asked for last, and what came of it */
    this.outcome = null;
  }

  /** @param {ShadowRoot} root */
  open(root) {
    const sheet = shareStyles.styleSheet;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    root.append(this.dialog);
    this.#draw();
    this.dialog.showModal();
  }

  #draw() {
    const { texts, outcome } = this;
    const part = (/** @type {"link" | "frame" | "element"} */ name, rows = 1) =>
      texts[name] === null
        ? nothing
        : html`<div class="share-part">
        <label for="share-${name}">${words[name]}</label>
        <textarea id="share-${name}" rows=${rows} readonly spellcheck="false"
          aria-describedby="share-${name}-hint" .value=${texts[name]}></textarea>
        <button class="button" aria-label=${words.copyOf(words[name])}
          @click=${() => this.#copy(name)}>${this.#copyLabel(name)}</button>
        <p class="soft" id="share-${name}-hint">${words[`${name}Hint`]}</p>
      </div>`;
    render(
      html`<div class="share-sheet">
        <header>
          <h2 id="share-title">${words.title}</h2>
          <button class="button quiet" @click=${() => this.dialog.close()}>${words.close}</button>
        </header>
        <p class="soft">${words.intro}</p>
        ${part("link", 2)} ${part("frame", 3)} ${part("element", 3)}
        <div class="share-part" role="group" aria-labelledby="share-image"
          aria-describedby="share-image-hint">
          <h3 id="share-image">${words.image}</h3>
          <p class="soft" id="share-image-hint">${words.imageHint}</p>
          <div class="share-buttons">
            <button class="button" aria-label=${words.copyOf(words.image)}
              @click=${() => this.#copyPicture()}>${this.#copyLabel("image")}</button>
            <button class="button" aria-label=${words.saveOf(words.image)}
              @click=${() => this.#savePicture(this.#picture(), words.saved)}>${words.save}</button>
          </div>
        </div>
        <p class="share-said" role="status">${outcome?.said ?? ""}</p>
      </div>`,
      this.dialog,
    );
  }

  /** @param {string} name */
  #copyLabel(name) {
    const isCopied = this.outcome?.name === name && this.outcome.said === words.copied;
    return isCopied ? words.copied : words.copy;
  }

  /** @returns {Promise<Blob>} */
  async #picture() {
    const { pictureOf } = await bring(() => import("./shared_picture.js"));
    return pictureOf(this.figure);
  }

  async #copyPicture() {
    const picture = this.#picture();
    try {
      // Promised, not given: a browser may want to be asked within the click itself.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      this.#say("image", words.copied);
    } catch {
      await this.#savePicture(picture, words.savedInstead);
    }
  }

  /**
   * @param {Promise<Blob>} picture
   * @param {(name: string) => string} said
   */
  async #savePicture(picture, said) {
    const name = `${this.kind.name}.png`;
    try {
      saveFile(name, await picture);
      this.#say("image", said(name));
    } catch (error) {
      const isMissing = error instanceof Failure;
      this.#say("image", isMissing ? notLoaded(words.image, error) : words.noPicture);
    }
  }

  /**
   * @param {string} name
   * @param {string} said
   */
  #say(name, said) {
    this.outcome = { name, said };
    this.#draw();
  }

  /** @param {"link" | "frame" | "element"} name */
  async #copy(name) {
    try {
      await navigator.clipboard.writeText(this.texts[name] ?? "");
      this.#say(name, words.copied);
    } catch {
      // No clipboard on an insecure page, or in a frame that may not use it.
      const area = /** @type {HTMLTextAreaElement | null} */ (
        this.dialog.querySelector(`#share-${name}`)
      );
      area?.focus();
      area?.select();
      this.#say(name, words.selected);
    }
  }
}

/** @param {BackpropFigure} figure one that shows something */
export function openShareDialog(figure) {
  const { shadowRoot, kind, site } = figure;
  if (shadowRoot && kind && site.base) new ShareDialog(figure, kind).open(shadowRoot);
}

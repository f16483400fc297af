import { html, nothing } from "lit";
import { FileInput } from "../fields/file_input.js";
import { lossHistoryText } from "./loss_history_file.js";
import { PanelNote } from "./panel_note.js";
import { pngOf, svgOf } from "./picture.js";
import { openPrintedSteps } from "./printed_steps.js";
import { saveFile } from "./saved_file.js";
import { readStateFile, refusalsOf, stateText, UnreadableState } from "./state_file.js";
import { takeHomeStyles } from "./take_home_styles.js";
import { words } from "./take_home_words.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { ExportMessage, ExportResult } from "./export_messages.js" */
/** @typedef {import("../figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./take_home.js").TakeHomeSource} TakeHomeSource */

/** How long the sheet of a long run may take on a slow machine (ms); what writes it has come by then. */
const DEADLINE = 120_000;

/** A button for everything that a reader may take home from a figure, and a note on the last one pressed. */
export class TakeHomePanel {
  /**
   * @param {FigureHost} host
   * @param {TakeHomeSource} source
   */
  constructor(host, source) {
    this.host = host;
    this.file = new FileInput((file) => this.#openState(file));
    this.source = source;
    this.note = new PanelNote(host, "take-home-note");
    const sheet = /** @type {CSSStyleSheet} */ (takeHomeStyles.styleSheet);
    host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  template() {
    const { files, filesNote, numberFiles = {}, numbersNote, losses, restore, steps } = this.source;
    return html`<div class="take-home-groups" @dragover=${this.file.dragged} @drop=${restore ? this.file.dropped : nothing}>
      ${group(words.calculation, filesNote, this.#exports(files))}
      ${group(words.numbers, numbersNote ?? words.numbersNote, [
        button("state", words.saveState, () => this.#saveState()),
        this.#exports(numberFiles),
        restore ? button("open", words.openState, this.file.choose) : nothing,
        restore
          ? html`<input type="file" accept=".json,application/json" hidden @change=${this.file.chosen} />`
          : nothing,
        losses ? button("losses", words.losses, () => this.#saveLosses(losses())) : nothing,
      ])}
      ${group(words.picture, words.pictureNote, [
        button("svg", words.svg, () => this.#savePicture("svg")),
        button("png", words.png, () => this.#savePicture("png")),
      ])}
      ${
        steps
          ? group(words.paper, "", [button("print", words.steps, () => this.#print(steps()))])
          : nothing
      }
    </div>
    ${this.note.template()}`;
  }

  /** @param {Record<string, string>} files names of formats, and what their buttons say */
  #exports(files) {
    return Object.entries(files).map(([format, label]) =>
      button(format, label, () => this.#saveExport(format)),
    );
  }

  /** @param {string} format */
  async #saveExport(format) {
    this.note.show(words.making);
    try {
      /** @type {ExportMessage} */
      const message = { kind: "export", format, subject: this.source.subject(format) };
      /** @type {ExportResult | ErrorResult} */
      const answer = await this.host.ask(message, { deadline: DEADLINE });
      if (answer.kind === "error") this.note.showProblem(answer.message);
      else {
        const { filename, media_type, text, base64 } = answer;
        this.#save(filename, new Blob([text ?? bytesOf(base64 ?? "")], { type: media_type }));
      }
    } catch (error) {
      this.note.showError(error, words.lost);
    }
  }

  #saveState() {
    const { figure, link, state } = this.source;
    const file = new Blob([stateText(figure, link, state())], { type: "application/json" });
    this.#save(`${figure}-state.json`, file);
  }

  /** @param {{firstEpoch: number, losses: ArrayLike<number>}} run */
  #saveLosses(run) {
    if (run.losses.length === 0) {
      this.note.showProblem(words.nothingTrained);
      return;
    }
    const file = new Blob([lossHistoryText(run)], { type: "text/csv" });
    this.#save(`${this.source.figure}-losses.csv`, file);
  }

  /** @param {"svg" | "png"} form */
  async #savePicture(form) {
    const picture = this.source.picture();
    if (!picture) return;
    this.note.show(words.drawing);
    try {
      const drawn = await svgOf(picture);
      const svg = new Blob([drawn.text], { type: "image/svg+xml" });
      const file = form === "svg" ? svg : await pngOf(drawn);
      this.#save(`${this.source.figure}.${form}`, file);
      if (!drawn.hasFonts) this.note.show(words.savedPicture);
    } catch {
      this.note.showProblem(words.noPicture);
    }
  }

  /** @param {import("./printed_steps.js").PrintedStep[]} steps */
  async #print(steps) {
    const opened = await openPrintedSteps(steps, this.source.picture());
    if (!opened) this.note.showProblem(words.blocked);
  }

  /** @param {File} file */
  async #openState(file) {
    try {
      const fields = await readStateFile(this.source.figure, file);
      const refused = refusalsOf(this.host, () => this.source.restore?.(fields));
      if (refused.length > 0) this.note.showProblem(words.refused(refused.join(" ")));
      else this.note.show(words.opened);
    } catch (error) {
      if (!(error instanceof UnreadableState)) throw error;
      this.note.showProblem(error.message);
    }
  }

  /**
   * @param {string} name
   * @param {Blob} file
   */
  #save(name, file) {
    saveFile(name, file);
    this.note.show(words.saved(name));
  }
}

/**
 * @param {string} title
 * @param {string} note
 * @param {unknown[]} buttons
 */
function group(title, note, buttons) {
  return html`<section class="take-home-group" role="group" aria-label=${title}>
    <h4>${title}</h4>
    <div class="button-row take-home-buttons">${buttons}</div>
    ${note ? html`<p class="soft">${note}</p>` : nothing}
  </section>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {(event: Event) => void} action
 */
function button(name, label, action) {
  return html`<button class="button" data-take=${name} @click=${action}>${label}</button>`;
}

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

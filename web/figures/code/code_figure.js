import { html, nothing } from "lit";
import { notLoaded } from "../../downloads/failure_words.js";
import { bring } from "../../downloads/later_module.js";
import { codeStyles as sourceStyles } from "../../kit/code/code_styles.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { codeLink, codeMessage, codeState, withCodeFields } from "./code_state.js";
import { codeStyles } from "./code_styles.js";
import { words } from "./code_words.js";
import { gradientDrawing } from "./gradient_drawing.js";
import { numbersTable } from "./numbers_table.js";
import { ProgramRun } from "./program_run.js";
import { TaskProgress } from "./task_progress.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { CodeMessage, CodeResult } from "./code_messages.js" */
/** @import { CodeState } from "./code_state.js" */

/** @type {OneAnswerFigureKind<CodeState, CodeMessage, CodeResult>} */
export const codeFigure = {
  name: "code",
  title: "Write the backward pass yourself",
  styles: [sourceStyles, codeStyles],
  link: codeLink,
  create: (host, recorded) => new CodeFigure(host, recorded),
};

/** Of the whole drawing, whose loss is left out (px). */
const DRAWING_WIDTH = 720;

/**
 * Tasks in code, run in a Python of the reader's own. A program runs when the reader runs it and at no other
 * time, whoever wrote it.
 * @extends {OneAnswerFigure<CodeState, CodeResult>}
 */
class CodeFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<CodeMessage, CodeResult>} recorded
   */
  constructor(host, { message, result }) {
    super(host, new StateFromOpening(host, codeState(message), result, codeMessage));
    this.progress = new TaskProgress();
    this.run = new ProgramRun(host);
    /** @type {import("../../kit/code/code_editor.js").CodeEditor | null} */
    this.editor = null;
    this.isEditorComing = false;
    /** @type {string | null} why there is no editor */
    this.missing = null;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    const names = this.shown.result.tasks.map(({ name }) => name);
    return withCodeFields(this.shown.state, partial, names);
  }

  get spokenSummary() {
    const { result } = this.shown;
    return `${words.which(result)}: ${result.title}.`;
  }

  /** The program in the editor. */
  get program() {
    const { state, result } = this.shown;
    return state.program ?? this.progress.programFor(state.task) ?? result.start;
  }

  inspect() {
    const { verdict } = this.run;
    return { ...super.inspect(), verdict: structuredClone(verdict) };
  }

  render() {
    const { state, result, waits } = this.shown;
    if (waits) return html`<div class="program">${this.#menu()}<p>${words.waits}</p></div>`;
    return html`<div class="program">
      <div class="program-told">
        ${this.#menu()}
        <h3>${words.which(result)}. ${result.title}</h3>
        ${result.paragraphs.map((text) => html`<p>${marked(text)}</p>`)}
        ${this.#hints()}
      </div>
      <div class="program-work">
        ${this.#editorPlace()}
        <div class="program-buttons">
          <button class="button primary" aria-disabled=${this.run.isRunning ? "true" : "false"}
            @click=${this.#judge}>${this.run.isRunning ? words.running : words.run}</button>
          <button class="button quiet" @click=${() => this.#write(null)}>${words.startAgain}</button>
          ${this.#nextButton()}
        </div>
        <div class="program-verdict" data-passed=${this.run.verdict ? String(this.run.verdict.passed) : nothing}>
          ${this.#verdict()}
        </div>
        <p class="soft">${prompt(words.leaving)} ${words.alone}</p>
      </div>
      <div class="program-given">
        ${
          result.layer_sizes.length > 0
            ? gradientDrawing(result.layer_sizes, DRAWING_WIDTH, this.run.verdict?.numbers ?? [])
            : nothing
        }
        ${this.run.verdict?.numbers.length ? numbersTable(this.run.verdict.numbers) : nothing}
      </div>
      ${state.solution ? this.#solution() : nothing}
      ${this.#solved()}
    </div>`;
  }

  #menu() {
    const { state, result } = this.shown;
    const { solved } = this.progress;
    return choiceMenu({
      name: "task",
      label: words.task,
      value: state.task,
      choices: result.tasks.map(({ name }) => name),
      nameOf: (name) => {
        const task = result.tasks.find((each) => each.name === name);
        return task ? words.choice(task.kind, task.title, solved.includes(name)) : name;
      },
      set: (task) => this.#open(task),
    });
  }

  #hints() {
    const { state, result } = this.shown;
    const left = result.hints.length - state.hints;
    return html`<ol class="program-hints">
        ${result.hints.slice(0, state.hints).map((hint) => html`<li>${marked(hint)}</li>`)}
      </ol>
      <div class="program-buttons">
        <button class="button" aria-disabled=${left > 0 ? "false" : "true"}
          @click=${() => left > 0 && this.set({ hints: state.hints + 1 })}>${
            left > 0 ? words.hint(left) : words.noHint
          }</button>
        <button class="button quiet" aria-expanded=${state.solution ? "true" : "false"}
          @click=${() => this.set({ solution: !state.solution })}>${
            state.solution ? words.hideSolution : words.showSolution
          }</button>
      </div>`;
  }

  #editorPlace() {
    if (this.editor || this.isEditorComing) {
      return html`<div class="code-view program-editor" data-part="editor" @focusin=${this.#prepare}></div>`;
    }
    return html`<pre class="program-editor" data-part="program"><code>${this.program}</code></pre>
      ${this.missing === null ? nothing : html`<p class="soft" role="alert">${this.missing}</p>`}`;
  }

  #verdict() {
    const { verdict, problem, isRunning, program } = this.run;
    if (isRunning) return html`<p class="program-sentence">${words.preparing}</p>`;
    const said = verdict?.sentence ?? problem;
    if (said === null || said === undefined)
      return html`<p class="program-sentence soft">${words.notYet}</p>`;
    return html`<p class="program-sentence">${verdict ? (verdict.passed ? "✓ " : "✗ ") : ""}${marked(said)}
        ${program === this.program ? nothing : html`<em class="soft">${words.changed}</em>`}</p>
      ${verdict?.printed ? html`<h4>${words.printed}</h4><pre class="program-printed" tabindex="0">${verdict.printed}</pre>` : nothing}`;
  }

  #nextButton() {
    const { tasks, task } = this.shown.result;
    const next = tasks[tasks.findIndex(({ name }) => name === task) + 1];
    if (!this.run.verdict?.passed || !next) return nothing;
    return html`<button class="button" @click=${() => this.#open(next.name)}>${words.next}</button>`;
  }

  #solution() {
    return html`<section class="program-solution">
      <h4>${words.solution}</h4>
      <pre tabindex="0"><code>${this.shown.result.solution}</code></pre>
    </section>`;
  }

  #solved() {
    const { tasks } = this.shown.result;
    const count = tasks.filter(({ name }) => this.progress.solved.includes(name)).length;
    if (count === 0) return nothing;
    return html`<p class="soft program-solved">${words.solved(count, tasks.length)}
      <button class="button quiet" @click=${this.#forget}>${words.forget}</button></p>`;
  }

  /** @param {string} task */
  #open(task) {
    this.run.clear();
    this.set({ task });
  }

  /** @param {string | null} program null: the one to begin with */
  #write(program) {
    const { task } = this.shown.state;
    this.progress.keepProgram(task, program);
    this.shown.changeView({ program });
  }

  #judge = async () => {
    const { task } = this.shown.state;
    await this.run.judge(task, this.program);
    const { verdict, problem } = this.run;
    if (task !== this.shown.state.task) return;
    if (verdict?.passed) this.progress.keepSolved(task);
    this.host.announce((verdict?.sentence ?? problem ?? "").replaceAll("`", ""));
    this.host.requestUpdate();
  };

  #prepare = () => this.run.prepare();

  #forget = () => {
    this.progress.forget();
    this.host.requestUpdate();
  };

  async #bringEditor() {
    this.isEditorComing = true;
    this.missing = null;
    try {
      const { CodeEditor } = await bring(() => import("../../kit/code/code_editor.js"));
      const place = this.host.shadowRoot?.querySelector("[data-part=editor]");
      if (!place) return;
      this.editor = new CodeEditor(place, {
        label: words.editor,
        onChange: (text) => this.#write(text),
        onRun: this.#judge,
      });
    } catch (error) {
      this.missing = notLoaded(words.noEditor, error);
    }
    this.isEditorComing = false;
    this.host.requestUpdate();
  }

  visibilityChanged() {
    if (this.host.visible) this.host.requestUpdate();
  }

  updated() {
    super.updated();
    const { waits } = this.shown;
    if (
      !this.editor &&
      !this.isEditorComing &&
      this.missing === null &&
      this.host.visible &&
      !waits
    ) {
      this.#bringEditor();
      this.host.requestUpdate();
    }
    const isOfThis = this.run.program === this.program;
    this.editor?.show(this.program, isOfThis ? (this.run.verdict?.line ?? 0) : 0);
  }

  /** No key is the figure's own: readers type here. */
  key() {
    return false;
  }

  destroy() {
    super.destroy();
    this.editor?.destroy();
  }
}

/** A text with code between back quotes. @param {string} text */
const marked = (text) =>
  text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

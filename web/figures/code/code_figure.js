import { html, nothing } from "lit";
import { notLoaded } from "../../downloads/failure_words.js";
import { bring } from "../../downloads/later_module.js";
import { codeStyles as sourceStyles } from "../../kit/code/code_styles.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { words as figureWords } from "../../kit/figure/figure_words.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { saveFile } from "../../kit/take_home/saved_file.js";
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
    /** @type {typeof import("../../kit/code/code_editor.js").CodeEditor | null} null until it has come */
    this.Editor = null;
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

  /** The text of the task is there. */
  get isTold() {
    const { state, result } = this.shown;
    return state.task === result.task;
  }

  /** The program in the editor. */
  get program() {
    const { state, result } = this.shown;
    const start = this.isTold ? result.start : "";
    return state.program ?? this.progress.programFor(state.task) ?? start;
  }

  /** What came of the last run; a run for another task does not count. */
  get outcome() {
    const { task, program, verdict, problem } = this.run;
    return task === this.shown.state.task
      ? { program, verdict, problem }
      : { program: null, verdict: null, problem: null };
  }

  inspect() {
    return { ...super.inspect(), verdict: structuredClone(this.outcome.verdict) };
  }

  render() {
    const { state, result } = this.shown;
    const { verdict } = this.outcome;
    const { isTold } = this;
    return html`<div class="program">
      <div class="program-told">
        ${this.#menu()}
        ${isTold ? this.#told() : html`<p>${words.waits}</p>`}
      </div>
      <div class="program-work">
        ${this.#editorPlace()}
        <div class="program-buttons">
          <button class="button primary" aria-disabled=${this.run.isRunning || !isTold ? "true" : "false"}
            @click=${this.#judge}>${this.run.isRunning ? words.running : words.run}</button>
          <button class="button quiet" @click=${() => this.#write(null)}>${words.startAgain}</button>
          <button class="button quiet" aria-disabled=${isTold ? "false" : "true"}
            @click=${this.#save}>${words.save}</button>
          ${this.#nextButton()}
        </div>
        <div class="program-verdict" data-passed=${verdict ? String(verdict.passed) : nothing}>
          ${this.#verdict()}
        </div>
        <p class="soft">${prompt(words.leaving)} ${words.alone}</p>
      </div>
      <div class="program-given">
        ${
          isTold && result.layer_sizes.length > 0
            ? gradientDrawing(result.layer_sizes, DRAWING_WIDTH, verdict?.numbers ?? [])
            : nothing
        }
        ${verdict?.numbers.length ? numbersTable(verdict.numbers) : nothing}
      </div>
      ${isTold && state.solution ? this.#solution() : nothing}
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
      set: (task) => this.set({ task }),
    });
  }

  #told() {
    const { state, result } = this.shown;
    const left = result.hints.length - state.hints;
    return html`<h3>${words.which(result)}. ${result.title}</h3>
      ${result.paragraphs.map((text) => html`<p>${marked(text)}</p>`)}
      <ol class="program-hints">
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
    if (this.Editor) {
      return html`<div class="code-view program-editor" data-part="editor" @focusin=${this.#prepare}></div>`;
    }
    return html`<pre class="program-editor" data-part="program"><code>${this.program}</code></pre>
      ${
        this.missing === null
          ? nothing
          : html`<p class="soft" role="alert">${this.missing}
            <button class="button" @click=${this.#retry}>${figureWords.retry}</button></p>`
      }`;
  }

  #verdict() {
    const { verdict, problem, program } = this.outcome;
    if (this.run.isRunning) return html`<p class="program-sentence">${words.underWay}</p>`;
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
    if (!this.outcome.verdict?.passed || !next) return nothing;
    return html`<button class="button" @click=${() => this.set({ task: next.name })}>${words.next}</button>`;
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

  /** @param {string | null} program null: the one to begin with */
  #write(program) {
    const { task } = this.shown.state;
    this.progress.keepProgram(task, program);
    this.shown.changeView({ program });
  }

  #save = () => {
    const { task, check } = this.shown.result;
    if (!this.isTold) return;
    saveFile(
      `${task}.py`,
      new Blob([this.program.trimEnd(), "\n", check], { type: "text/x-python" }),
    );
  };

  #judge = async () => {
    const { task } = this.shown.state;
    if (this.run.isRunning || !this.isTold) return;
    await this.run.judge(task, this.program);
    if (this.run.verdict?.passed) this.progress.keepSolved(task);
    const { verdict, problem } = this.outcome;
    const said = verdict?.sentence ?? problem;
    if (said) this.host.announce(said.replaceAll("`", ""));
    this.host.requestUpdate();
  };

  #retry = () => {
    this.missing = null;
    this.host.requestUpdate();
  };

  #prepare = () => this.run.prepare();

  #forget = () => {
    this.progress.forget();
    this.host.requestUpdate();
  };

  async #bringEditor() {
    this.isEditorComing = true;
    try {
      const { CodeEditor } = await bring(() => import("../../kit/code/code_editor.js"));
      this.Editor = CodeEditor;
    } catch (error) {
      this.missing = notLoaded(words.noEditor, error);
    }
    this.isEditorComing = false;
    this.host.requestUpdate();
  }

  #fillEditorPlace() {
    const place = this.host.shadowRoot?.querySelector("[data-part=editor]");
    if (this.editor || !this.Editor || !place) return;
    this.editor = new this.Editor(place, {
      label: words.editor,
      onChange: (text) => this.#write(text),
      onRun: this.#judge,
    });
  }

  visibilityChanged() {
    if (this.host.visible) this.host.requestUpdate();
  }

  updated() {
    super.updated();
    const isWanted = this.host.visible && this.missing === null;
    if (isWanted && !this.Editor && !this.isEditorComing) this.#bringEditor();
    this.#fillEditorPlace();
    const { program, verdict } = this.outcome;
    this.editor?.show(this.program, program === this.program ? (verdict?.line ?? 0) : 0);
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

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { lightLine, pythonLook } from "./python_look.js";

/** Python that a reader writes. Tab indents; after Escape it leaves the editor, as CodeMirror has it. */
export class CodeEditor {
  /**
   * @param {Element} parent
   * @param {object} options
   * @param {string} options.label
   * @param {(text: string) => void} options.onChange told of what the reader has typed
   * @param {() => void} options.onRun Ctrl and Enter, or Cmd and Enter
   */
  constructor(parent, { label, onChange, onRun }) {
    this.text = "";
    const run = () => {
      onRun();
      return true;
    };
    this.view = new EditorView({
      parent,
      root: /** @type {ShadowRoot} */ (parent.getRootNode()),
      state: EditorState.create({
        extensions: [
          keymap.of([{ key: "Mod-Enter", run }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
          history(),
          indentUnit.of("    "),
          pythonLook,
          EditorView.contentAttributes.of({ "aria-label": label }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            const text = state.doc.toString();
            if (docChanged && text !== this.text) {
              this.text = text;
              onChange(text);
            }
          }),
        ],
      }),
    });
  }

  /**
   * @param {string} text
   * @param {number} line to be lit, counted from 1; 0: none
   */
  show(text, line) {
    if (text !== this.text) {
      this.text = text;
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    }
    this.view.dispatch({ effects: lightLine.of(line) });
  }

  destroy() {
    this.view.destroy();
  }
}

import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { lightLine, pythonLook } from "./python_look.js";

/** Python source to be read: numbered lines, one of them highlighted and scrolled into view. */
export class CodeView {
  /**
   * @param {Element} parent
   * @param {string} label
   */
  constructor(parent, label) {
    this.text = "";
    this.line = 0;
    this.view = new EditorView({
      parent,
      root: /** @type {ShadowRoot} */ (parent.getRootNode()),
      state: EditorState.create({
        extensions: [
          pythonLook,
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label }),
        ],
      }),
    });
  }

  /**
   * @param {string} text
   * @param {number} line counted from 1
   */
  show(text, line) {
    if (text !== this.text) {
      this.text = text;
      this.line = 0;
      this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    }
    if (line === this.line || line < 1 || line > this.view.state.doc.lines) return;
    this.line = line;
    const { from } = this.view.state.doc.line(line);
    this.view.dispatch({
      effects: [lightLine.of(line), EditorView.scrollIntoView(from, { y: "center" })],
    });
  }

  destroy() {
    this.view.destroy();
  }
}

import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** @type {import("@codemirror/state").StateEffectType<number>} */
const lightLine = StateEffect.define();

const litLine = StateField.define({
  create: () => Decoration.none,
  update(lit, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(lightLine)) continue;
      const { from } = transaction.state.doc.line(effect.value);
      return Decoration.set([Decoration.line({ class: "lit-line" }).range(from)]);
    }
    return lit.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const inks = HighlightStyle.define([
  { tag: tags.comment, class: "code-comment" },
  { tag: [tags.string, tags.special(tags.string)], class: "code-string" },
  { tag: [tags.keyword, tags.definitionKeyword, tags.controlKeyword], class: "code-keyword" },
]);

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
          lineNumbers(),
          python(),
          syntaxHighlighting(inks),
          litLine,
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

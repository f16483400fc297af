import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/**
 * Lights a line, counted from 1, or none for 0.
 * @type {import("@codemirror/state").StateEffectType<number>}
 */
export const lightLine = StateEffect.define();

const litLine = StateField.define({
  create: () => Decoration.none,
  update(lit, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(lightLine)) continue;
      if (effect.value < 1 || effect.value > transaction.state.doc.lines) return Decoration.none;
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

/** How Python looks wherever it is shown: numbered lines, one of which may be lit. */
export const pythonLook = [lineNumbers(), python(), syntaxHighlighting(inks), litLine];

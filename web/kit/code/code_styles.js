import { css } from "lit";

/** The core's source, in the colours of the page. */
export const codeStyles = css`
  .code {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
  }

  .code h3 {
    font-size: 14px;
  }

  .code-view {
    height: 300px;
    overflow: hidden;
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
  }

  .code-view .cm-editor {
    height: 100%;
  }

  .code-view .cm-scroller {
    font: 13px/1.55 var(--bp-font-code);
    overflow: auto;
  }

  .code-view .cm-gutters {
    color: var(--bp-ink-faint);
    background: var(--bp-sunken);
    border: 0;
  }

  .code-view .lit-line {
    background: var(--bp-backward-wash);
    box-shadow: inset 3px 0 var(--bp-backward);
  }

  .code-comment,
  .code-string {
    color: var(--bp-ink-soft);
    font-style: italic;
  }

  .code-keyword {
    font-weight: 600;
  }
`;

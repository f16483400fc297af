import { css } from "lit";

/** A part of a figure where a reader pastes a text or drops a file. */
export const pastedTextStyles = css`
  .pasted-part {
    display: grid;
    gap: var(--bp-space-3);
    max-width: 46rem;
    padding: var(--bp-space-3) 0 var(--bp-space-2);
  }

  .pasted-text {
    box-sizing: border-box;
    width: 100%;
    padding: var(--bp-space-2) var(--bp-space-3);
    color: var(--bp-ink);
    background: var(--bp-raised);
    border: 1px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
    font: 14px/1.5 var(--bp-font-code);
    resize: vertical;
  }

  .pasted-text::placeholder {
    color: var(--bp-ink-faint);
    opacity: 1;
  }
`;

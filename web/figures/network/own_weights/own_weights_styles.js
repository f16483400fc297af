import { css } from "lit";

/** Where a reader brings a network. */
export const ownWeightsStyles = css`
  .own-weights-drop {
    display: grid;
    gap: var(--bp-space-3);
    max-width: 46rem;
    padding: var(--bp-space-3) 0 var(--bp-space-2);
  }

  .own-weights-text {
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

  .own-weights-text::placeholder {
    color: var(--bp-ink-faint);
    opacity: 1;
  }

  .own-weights-choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--bp-space-3);
  }

  .own-weights-choices p {
    margin: var(--bp-space-1) 0 0;
  }
`;

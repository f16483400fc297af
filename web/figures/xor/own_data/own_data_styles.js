import { css } from "lit";

/** Where a reader brings examples. */
export const ownDataStyles = css`
  .own-data-drop {
    display: grid;
    gap: var(--bp-space-3);
    max-width: 46rem;
    padding: var(--bp-space-3) 0 var(--bp-space-2);
  }

  .own-data-table {
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

  .own-data-table::placeholder {
    color: var(--bp-ink-faint);
    opacity: 1;
  }

  .own-data-drop .own-data-guess {
    margin: 0;
    font-size: 15px;
  }

  .own-data-columns {
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .own-data-columns table {
    border-collapse: collapse;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .own-data-columns :is(th, td) {
    padding: 4px var(--bp-space-3) 4px 0;
    text-align: left;
    white-space: nowrap;
    border-bottom: 1px solid var(--bp-line);
  }

  .own-data-columns label {
    display: grid;
    gap: var(--bp-space-1);
    font-weight: 600;
  }

  .own-data-columns .own-data-unused {
    color: var(--bp-ink-faint);
  }
`;

import { css } from "lit";

/** The numbers that a book or a course prints, beside the exact ones. */
export const printedStyles = css`
  .printed {
    grid-column: 1 / -1;
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
    padding: var(--bp-space-3) var(--bp-space-4);
  }

  .printed h3 {
    font-size: 15px;
    font-weight: 500;
  }

  .printed p {
    max-width: 65ch;
    font: 16px/1.4 var(--bp-font-text);
  }

  .printed p.soft {
    font-size: 14px;
  }

  .printed .parts {
    columns: 420px 2;
    column-gap: var(--bp-space-5);
  }

  .printed details {
    padding-block-end: var(--bp-space-2);
    break-inside: avoid;
  }

  .printed table {
    width: 100%;
    margin-block: var(--bp-space-1) var(--bp-space-2);
  }

  .printed :is(th, td) {
    padding-block: 2px;
    text-align: start;
    vertical-align: top;
  }

  .printed tbody th {
    font-weight: 400;
  }

  .printed td {
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .printed .mark {
    padding-inline: 4px;
    font-size: 12px;
    color: var(--bp-loss);
    border: 1px solid currentColor;
    border-radius: 3px;
  }

  .printed .why td {
    padding-block-end: var(--bp-space-2);
    font: 15px/1.4 var(--bp-font-text);
    color: var(--bp-ink-soft);
  }

  .printed .slip {
    font: 14px/1.4 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    color: var(--bp-ink);
  }
`;

import { css } from "lit";

/** The choice between one line and a network, and the explanation of the line. */
export const oneLineStyles = css`
  .xor .xor-models {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-5);
    margin: 0 0 var(--bp-space-3);
  }

  .xor .xor-sums,
  .xor .xor-perceptron table {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .xor .xor-perceptron table {
    max-width: 34em;
    margin: var(--bp-space-2) 0;
  }

  .xor :is(.xor-sums, .xor-perceptron) :is(th, td) {
    padding: 6px var(--bp-space-2) 6px 0;
    border-bottom: 1px solid var(--bp-line);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }

  .xor :is(.xor-sums, .xor-perceptron) thead th,
  .xor .xor-sums small {
    color: var(--bp-ink-soft);
  }

  .xor .xor-sums :is(small, b) {
    display: block;
    font-size: inherit;
    white-space: nowrap;
  }

  .xor .xor-sums b {
    font-weight: 600;
  }

  .xor .xor-which {
    margin-top: var(--bp-space-4);
  }

  .xor .xor-perceptron .xor-panel-note {
    max-width: 65ch;
  }
`;

import { css } from "lit";

/** Of the figure `graph`, around its drawing. */
export const graphStyles = css`
  .graph {
    min-width: 0;
  }

  .graph > * {
    min-width: 0;
  }

  .graph-choices {
    align-items: start;
  }

  .graph .graph-formula {
    flex: 1 1 320px;
  }

  .graph .graph-formula input {
    width: 100%;
    font: 15px/1.3 var(--bp-font-code);
  }

  .graph-formula .field-note {
    max-width: none;
  }

  .graph-refused {
    display: block;
    overflow-wrap: anywhere;
    color: var(--bp-ink);
    font: 14px/1.6 var(--bp-font-code);
  }

  .graph-refused mark {
    padding: 0 2px;
    color: var(--bp-paper);
    background: var(--bp-loss);
  }

  .graph-sentence {
    min-height: 6em;
  }

  .graph-stage {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
  }

  .graph-key path {
    stroke-width: 3;
  }

  .key-forward {
    stroke: var(--bp-forward);
  }

  .key-backward {
    stroke: var(--bp-backward);
  }

  .graph-hint {
    color: var(--bp-ink-soft);
    font: 13px/1.5 var(--bp-font-ui);
  }

  .graph-formulas {
    display: grid;
    gap: var(--bp-space-2) var(--bp-space-5);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    align-content: start;
    min-height: 170px;
  }

  .graph-formulas > p {
    align-self: center;
    font: 14px/1.5 var(--bp-font-ui);
  }

  @container (min-width: 480px) {
    .graph-sentence {
      min-height: 3em;
    }
  }

  @container (min-width: 640px) {
    .graph-formulas {
      min-height: 82px;
    }
  }

  .graph-equation + .graph-equation {
    margin-top: var(--bp-space-2);
  }

  .graph-leaves {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
    gap: var(--bp-space-3) var(--bp-space-4);
    max-width: 840px;
  }

  .graph-leaf {
    display: grid;
    align-content: start;
    max-width: 160px;
  }

  .graph-leaf .field input {
    width: 100%;
  }

  .graph-forward > p {
    max-width: 65ch;
    margin: var(--bp-space-2) 0;
  }

  .graph-sweeps {
    overflow-x: auto;
  }

  .graph-sweeps table {
    border-collapse: collapse;
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .graph-sweeps :is(th, td) {
    padding: 2px var(--bp-space-4) 2px 0;
    border-bottom: 1px solid var(--bp-line);
    text-align: end;
  }

  .graph-sweeps th:first-child {
    text-align: start;
  }

  .graph-leaf-gradient {
    min-height: 1.5em;
    color: var(--bp-ink-soft);
    font: 13px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .graph-leaf-gradient b {
    color: var(--bp-backward);
  }

  .graph-leaf-gradient .is-wrong {
    color: var(--bp-loss);
  }
`;

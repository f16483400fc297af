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
    min-height: 3em;
  }

  .graph-stage {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
  }

  .graph-key {
    width: 14px;
    height: 0;
    border-top: 3px solid var(--bp-forward);
  }

  .graph-key.key-backward {
    border-top-color: var(--bp-backward);
  }

  .graph-formulas {
    display: grid;
    gap: var(--bp-space-2) var(--bp-space-5);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    align-content: start;
    min-height: 170px;
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
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-3) var(--bp-space-4);
  }

  .graph-leaf {
    display: grid;
    width: 118px;
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
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .graph-leaf-gradient b {
    color: var(--bp-backward);
  }

  .graph-leaf-gradient .is-wrong {
    color: var(--bp-loss);
  }
`;

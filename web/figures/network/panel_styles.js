import { css } from "lit";
import { predictionStyles } from "./prediction/prediction_styles.js";

/** The chain rule of one weight, and the line about an applied update. */
export const panelStyles = css`
  ${predictionStyles}
  /* Seen when the keyboard comes to it; on narrow screens always, where the panel is far below. */
  .to-chain-rule.button {
    position: absolute;
    z-index: 1;
    justify-self: start;
    background: var(--bp-raised);
    white-space: normal;
    text-align: start;
    text-decoration: underline 1px;
    text-underline-offset: 0.2em;
  }

  .to-chain-rule:not(:focus-visible) {
    clip-path: inset(50%);
  }

  .to-chain-rule b {
    font-variant-numeric: tabular-nums;
    color: var(--bp-backward);
    white-space: nowrap;
  }

  .panel,
  .applied {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
    padding: var(--bp-space-3) var(--bp-space-4);
  }

  .panel header {
    display: flex;
    gap: var(--bp-space-2);
    align-items: start;
    justify-content: space-between;
  }

  .panel h3 {
    display: flex;
    gap: var(--bp-space-3);
    align-items: center;
    min-width: 0;
    font-size: 15px;
    font-weight: 500;
  }

  .panel h3 math {
    font-size: 18px;
    flex: none;
  }

  .close {
    margin: -4px -8px 0 0;
  }

  .hand {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--bp-space-3);
    align-items: end;
  }

  .hand .field-note,
  .hand .check {
    grid-column: 1 / -1;
  }

  .products {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 8px 0.3em;
    align-items: center;
    padding: var(--bp-space-1) 0;
  }

  .products .side {
    grid-column: 2;
  }

  .meaning {
    font: 16px/1.4 var(--bp-font-text);
  }

  .factors {
    width: 100%;
  }

  /* On one baseline with a fraction, Firefox leaves no room below the words. */
  .factors :is(th, td) {
    vertical-align: top;
  }

  .factors math {
    font-size: 1.2em;
  }

  .factors thead th {
    padding: 0;
    border: 0;
    line-height: 0;
  }

  .factors tbody th {
    font-weight: 400;
  }

  .factors tfoot th,
  .factors tfoot td {
    border-top: 2px solid var(--bp-ink);
    font-weight: 600;
  }

  .paths table {
    width: 100%;
    margin: var(--bp-space-1) 0 var(--bp-space-3);
  }

  .paths .formula {
    font-size: 14px;
    white-space: normal;
  }

  .paths .dot {
    padding: 0 0.25em;
  }

  .paths > .formula {
    margin-block: var(--bp-space-1);
    font-size: 16px;
  }

  .estimate p {
    font-size: 14px;
    color: var(--bp-ink-soft);
  }

  .estimate .number {
    color: var(--bp-ink);
    margin-inline-end: var(--bp-space-1);
  }

  .estimate b {
    font-weight: 600;
    border-bottom: 2px solid var(--bp-ink);
  }

  .applied dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 2px var(--bp-space-4);
  }

  .applied dl div {
    display: flex;
    gap: var(--bp-space-2);
    justify-content: space-between;
    font-size: 14px;
  }

  .applied dt {
    color: var(--bp-ink-soft);
  }

  .applied dd {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .applied p {
    font: 16px/1.4 var(--bp-font-text);
  }

  .applied .logchart-legend {
    display: none;
  }

  .applied .button-row > span {
    flex-basis: 100%;
    font-size: 14px;
  }

  @container (max-width: 960px) {
    .to-chain-rule.button {
      position: static;
      padding-inline: 0;
      clip-path: none;
    }
  }

  /* Below the drawing it is wide and low: what is set and its product, then the factors and the words. */
  @container (min-width: 600px) and (max-width: 960px) {
    .to-chain-rule.button {
      min-height: 24px;
      margin-block: -6px;
    }

    .panel {
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: 3px var(--bp-space-4);
    }

    .panel > * {
      grid-column: 1 / -1;
    }

    .panel:has(> .products) > :is(.hand, .hand + *) {
      grid-column: 1 / 3;
    }

    .panel > .products {
      grid-column: 3 / -1;
      grid-row: 2 / 4;
    }

    .panel > .products {
      gap: 0 0.3em;
      font-size: 15px;
    }

    .panel > .factors :is(th, td) {
      padding-block: 2px;
    }
  }

  @container (max-width: 599px) {
    .products {
      font-size: 15px;
    }
  }
`;

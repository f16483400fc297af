import { css } from "lit";

/** Of the figure `symmetry`. */
export const symmetryStyles = css`
  .symmetry p,
  .symmetry h3 {
    margin: 0;
  }

  .symmetry-sentence {
    min-height: 1.45em;
  }

  .symmetry-ending {
    min-height: 7.25em;
  }

  .symmetry-panels {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    align-items: start;
  }

  .symmetry-net,
  .symmetry-curves {
    display: grid;
    gap: var(--bp-space-3);
    min-width: 0;
  }

  .symmetry :is(.symmetry-unit, .symmetry-curve) h3 {
    font: 600 14px/1.4 var(--bp-font-ui);
  }

  .symmetry svg {
    display: block;
    width: 100%;
    overflow: visible;
  }

  .symmetry-mirror {
    stroke: var(--bp-line-strong);
    stroke-dasharray: 3 4;
  }

  .symmetry-bar {
    fill: var(--bp-forward);
    stroke: var(--bp-forward);
    stroke-width: 1.5;
  }

  .symmetry-idle {
    fill: var(--bp-forward-wash);
  }

  .symmetry-sum {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--bp-space-3);
    min-height: 3em;
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .symmetry-sum small {
    color: var(--bp-ink-soft);
    font-size: 12px;
  }

  .symmetry-activation {
    color: var(--bp-forward);
    font-weight: 600;
  }

  .symmetry-cells legend {
    padding: 0;
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .symmetry-cells > div {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    margin-top: var(--bp-space-1);
  }

  .symmetry-cell {
    justify-self: center;
    box-sizing: border-box;
    width: 44px;
    max-width: 100%;
    height: 44px;
    padding: 0;
    border: 1.5px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: 600 15px var(--bp-font-ui);
    cursor: pointer;
  }

  .symmetry-cell[aria-pressed="true"] {
    background: var(--bp-forward-wash);
    border-color: var(--bp-forward);
    color: var(--bp-forward);
  }

  .symmetry-pattern-sentence {
    min-height: 5.8em;
  }

  .symmetry-loss,
  .symmetry-mirrors {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 2;
  }

  .symmetry-mirrors {
    stroke: var(--bp-forward);
  }

  .symmetry-loss-now {
    fill: var(--bp-loss);
  }

  .symmetry-mirror-now {
    fill: var(--bp-forward);
  }

  .symmetry-now {
    stroke: var(--bp-line-strong);
  }

  .symmetry-solved {
    stroke: var(--bp-target);
    stroke-dasharray: 5 3;
  }

  .symmetry-starts {
    display: grid;
    gap: var(--bp-space-3);
    padding-top: var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
  }

  .symmetry-starts-run {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: start;
  }

  .symmetry-starts-run .button {
    min-width: 10em;
  }

  .symmetry-starts-sentence {
    flex: 1 1 280px;
    min-height: 4.35em;
  }

  .symmetry-progress {
    width: 100%;
    accent-color: var(--bp-forward);
  }

  .symmetry-bars li {
    position: relative;
  }

  .symmetry-bar-button {
    display: grid;
    grid-template-columns: 8.5em minmax(0, 1fr) 2.2em;
    gap: var(--bp-space-2);
    align-items: center;
    width: 100%;
    min-height: 28px;
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--bp-ink);
    font: 13px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    text-align: start;
    cursor: pointer;
  }

  .symmetry-bar-button:hover {
    background: var(--bp-sunken);
  }

  .symmetry-bar-name {
    color: var(--bp-ink-soft);
    text-align: end;
  }

  .symmetry .symmetry-bar-button svg {
    height: 16px;
  }

  .symmetry-bar-button rect {
    fill: var(--bp-forward);
  }

  .symmetry-published {
    padding-bottom: 18px;
    border-bottom: 1.5px dashed var(--bp-line-strong);
  }

  .symmetry-paper {
    position: absolute;
    right: 0;
    bottom: 1px;
    color: var(--bp-ink-soft);
    font: 12px/1.3 var(--bp-font-ui);
  }

  @media (pointer: coarse) {
    .symmetry-bar-button {
      min-height: 44px;
    }
  }

  @container (max-width: 859px) {
    .symmetry-sentence {
      min-height: 2.9em;
    }
  }

  @container (max-width: 559px) {
    .symmetry-panels {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 500px) {
    .symmetry-sentence {
      min-height: 4.4em;
    }

    .symmetry-pattern-sentence {
      min-height: 7.3em;
    }
  }

  @media (forced-colors: active) {
    .symmetry svg {
      forced-color-adjust: none;
    }
  }
`;

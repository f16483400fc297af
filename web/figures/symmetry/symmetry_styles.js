import { css } from "lit";

/** Of the figure `symmetry`. */
export const symmetryStyles = css`
  .symmetry p,
  .symmetry h4 {
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

  .symmetry h4 {
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

import { css } from "lit";

/** Axes of curves over a run, and their type. */
export const runAxesStyles = css`
  .run-grid {
    stroke: var(--bp-line);
  }

  .run-axis {
    stroke: var(--bp-line-strong);
  }

  .run-tick {
    fill: var(--bp-ink-soft);
    font: 12px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }
`;

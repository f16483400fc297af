import { css } from "lit";

/** The axes of a plot: the lines across it, the axes themselves, and the type at them. */
export const axisStyles = css`
  .axis-grid {
    stroke: var(--bp-line);
  }

  .axis-line {
    stroke: var(--bp-line-strong);
  }

  .axis-text {
    fill: var(--bp-ink-soft);
    font: 12px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }
`;

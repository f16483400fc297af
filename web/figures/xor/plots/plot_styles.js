import { css } from "lit";
import { surfaceStyles } from "../../../kit/charts/surface_styles.js";

/** What is drawn: marks, lines and type of the plots. */
export const plotStyles = css`
  ${surfaceStyles}
  .xor .xor-plot text {
    fill: var(--bp-ink-soft);
    font: 12px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .xor .xor-symbol {
    font-family: var(--bp-font-text);
    font-style: italic;
  }

  .xor .xor-plot text.xor-symbol {
    fill: var(--bp-ink);
    font: italic 15px var(--bp-font-text);
  }

  .xor .xor-plot .xor-unit-line text.xor-symbol {
    font-size: 13px;
    stroke: var(--bp-raised);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .xor .xor-upright {
    font-style: normal;
  }

  .xor .xor-heat {
    color: var(--bp-surface-low);
    border-color: var(--bp-surface-mid);
    outline-color: var(--bp-surface-high);
    transition: color 1ms; /* its end tells that the theme is another one */
  }

  .xor .xor-picture,
  .xor .xor-plot > svg {
    overflow: visible;
  }

  .xor .xor-points {
    pointer-events: none;
  }

  .xor .xor-border {
    fill: none;
    stroke: var(--bp-line-strong);
    stroke-width: 1;
  }

  .xor .xor-contour {
    fill: none;
    stroke: var(--bp-ink);
    stroke-opacity: 0.88;
    stroke-width: 0.8;
  }

  .xor .xor-contour.xor-decision {
    stroke-opacity: 1;
    stroke-width: 2.4;
  }

  .xor .xor-unit-line-halo {
    stroke: var(--bp-raised);
    stroke-opacity: 0.7;
    stroke-width: 3.6;
  }

  .xor .xor-unit-line-stroke {
    stroke: var(--bp-ink);
    stroke-width: 1.4;
    stroke-dasharray: 6 4;
  }

  .xor .xor-point {
    pointer-events: auto;
    cursor: pointer;
    outline: none;
  }

  .xor .xor-point .example-mark {
    paint-order: stroke;
    stroke-width: 2;
  }

  .xor .xor-touch {
    fill: transparent;
  }

  .xor .xor-ring {
    fill: var(--bp-raised);
    fill-opacity: 0.85;
    stroke: none;
  }

  .xor .xor-point:hover .xor-ring,
  .xor .xor-point.xor-selected .xor-ring {
    fill-opacity: 1;
    stroke: var(--bp-ink);
    stroke-width: 1.5;
  }

  .xor .xor-point:focus-visible .xor-ring {
    fill-opacity: 1;
    stroke: var(--bp-focus);
    stroke-width: 3;
  }

  .xor .xor-plot text.xor-output {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
    stroke-width: 3.5px;
    stroke-linejoin: round;
    paint-order: stroke;
    font-weight: 500;
  }

  .xor .xor-loss-line {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 1.8;
    stroke-linejoin: round;
  }

  .xor .xor-loss-later {
    fill: none;
    stroke: var(--bp-loss);
    stroke-opacity: 0.6;
    stroke-width: 1.2;
  }

  .xor .xor-loss-now {
    fill: var(--bp-loss);
    stroke: var(--bp-raised);
    stroke-width: 1.5;
  }

  .xor .xor-threshold {
    stroke: var(--bp-ink-faint);
    stroke-dasharray: 2 4;
  }

  .xor .xor-plot .xor-threshold-label {
    fill: var(--bp-ink-faint);
    stroke: var(--bp-raised);
    stroke-width: 3px;
    paint-order: stroke;
  }

  .xor .xor-trail {
    fill: none;
    stroke: var(--bp-ink);
    stroke-opacity: 0.5;
  }

  .xor .xor-output-line {
    stroke: var(--bp-ink);
    stroke-width: 2.4;
  }

  .xor .xor-leader {
    stroke: var(--bp-ink);
    stroke-opacity: 0.5;
    stroke-width: 0.75;
  }

  .xor .xor-plot .xor-landing {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
    stroke-width: 3px;
    paint-order: stroke;
  }

  .xor .xor-parallel {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 1.3;
  }

  .xor .xor-parallel.xor-zero {
    stroke-dasharray: 5 3;
  }

  .xor .xor-held-out {
    opacity: 0.4;
  }

  .xor .xor-example-line {
    fill: none;
    stroke: var(--bp-surface-high);
    stroke-opacity: 0.75;
  }

  .xor .xor-example-line.xor-low {
    stroke: var(--bp-surface-low);
    stroke-dasharray: 5 3;
  }

  @media (pointer: coarse) {
    .xor .xor-point .xor-touch {
      r: 24px;
    }
  }

  @media (forced-colors: active) {
    .xor .xor-plot {
      forced-color-adjust: none;
    }

    .xor .xor-scale-bar {
      forced-color-adjust: none;
    }
  }
`;

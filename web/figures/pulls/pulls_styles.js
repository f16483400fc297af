import { css } from "lit";

/** The figure on the pulls of examples. */
export const pullsStyles = css`
  .pulls .pulls-sentence {
    min-height: 4.4em;
  }

  .pulls .pulls-panels {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    gap: var(--bp-space-5);
    align-items: start;
  }

  .pulls .pulls-plots svg {
    display: block;
    width: 100%;
    cursor: ew-resize;
    touch-action: pan-y pinch-zoom;
  }

  .pulls .pulls-tug {
    fill: color-mix(in srgb, var(--bp-ink) 7%, var(--bp-raised));
  }

  .pulls .pulls-title {
    font-weight: 600;
    stroke: var(--bp-raised);
    stroke-width: 3px;
    paint-order: stroke;
  }

  .pulls .pulls-loss {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 1.8;
  }

  .pulls .pulls-loss-now {
    fill: var(--bp-loss);
  }

  .pulls .pulls-zero {
    fill: none;
    stroke: var(--bp-line-strong);
    stroke-width: 1;
  }

  .pulls .pulls-now {
    stroke: var(--bp-ink);
    stroke-width: 1.2;
    stroke-dasharray: 2 3;
  }

  .pulls .pulls-line {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .pulls .pulls-line-0 {
    stroke-dasharray: 2 3;
  }

  .pulls .pulls-line-2 {
    stroke-dasharray: 9 4;
  }

  .pulls .pulls-line-3 {
    stroke-dasharray: 9 3 2 3;
  }

  .pulls .pulls-sum {
    stroke: var(--bp-backward);
    stroke-width: 3;
  }

  .pulls path.pulls-line[data-hovered] {
    stroke-width: 4;
  }

  .pulls .pulls-note {
    display: flex;
    gap: var(--bp-space-2);
    align-items: center;
    font-size: 13px;
  }

  .pulls .pulls-tug-key {
    flex: none;
    width: 18px;
    height: 12px;
    background: color-mix(in srgb, var(--bp-ink) 7%, var(--bp-raised));
    border: 1px solid var(--bp-line);
  }

  .pulls .pulls-ends {
    margin-top: var(--bp-space-3);
  }

  .pulls .pulls-bars {
    display: grid;
    gap: var(--bp-space-2);
    margin: var(--bp-space-1) 0 0;
  }

  .pulls .pulls-bar {
    display: grid;
    grid-template-columns: 30px 1fr auto;
    gap: 2px var(--bp-space-2);
    align-items: center;
    padding: 3px 0;
    font-size: 14px;
  }

  .pulls .pulls-bar[data-hovered] {
    background: color-mix(in srgb, var(--bp-ink) 7%, transparent);
  }

  .pulls .pulls-bar[data-pull="sum"] {
    padding-top: var(--bp-space-2);
    font-weight: 600;
    border-top: 1px solid var(--bp-line);
  }

  .pulls .pulls-swatch {
    width: 30px;
    height: 10px;
  }

  .pulls .pulls-bar-target {
    color: var(--bp-target);
    font-size: 13px;
  }

  .pulls .pulls-bar-value {
    font-variant-numeric: tabular-nums;
  }

  .pulls .pulls-bar-picture {
    grid-column: 1 / -1;
    width: 100%;
    height: 18px;
  }

  .pulls .pulls-fill {
    fill: var(--bp-ink-soft);
  }

  .pulls .pulls-fill-sum {
    fill: var(--bp-backward);
  }

  .pulls .pulls-equation {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-1) 0;
    align-items: center;
    min-height: 44px;
  }

  .pulls .pulls-ended {
    flex: 1 1 200px;
  }

  @container (max-width: 579px) {
    .pulls .pulls-panels {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 560px) {
    .pulls .pulls-sentence {
      min-height: 7.2em;
    }
  }

  @media (forced-colors: active) {
    .pulls svg {
      forced-color-adjust: none;
    }
  }
`;

import { css } from "lit";
import { surfaceStyles } from "../../kit/charts/surface_styles.js";

/** Of the figure `playground`: units with their little surfaces, the plane with its points, the losses. */
export const playgroundStyles = css`
  .playground a {
    color: var(--bp-ink);
  }

  ${surfaceStyles}
  .playground .playground-sentence {
    min-height: 3em;
    margin: 0;
  }

  .playground .playground-link {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2);
    align-items: end;
  }

  .playground .playground-link .field {
    flex: 1 1 16em;
    min-width: 0;
  }

  .playground input[type="text"] {
    width: 100%;
  }

  .playground .playground-panels {
    display: grid;
    gap: var(--bp-space-4) var(--bp-space-5);
    align-items: start;
  }

  .playground .playground-units {
    display: flex;
    gap: var(--bp-space-3);
    min-width: 0;
    overflow-x: auto;
  }

  .playground .playground-layer {
    display: grid;
    gap: var(--bp-space-2);
    align-content: start;
    justify-items: center;
    min-width: 64px;
    color: var(--bp-ink-soft);
    font: 12px/1.3 var(--bp-font-ui);
    text-align: center;
  }

  .playground .playground-unit {
    position: relative;
    width: 44px;
    height: 44px;
    overflow: hidden;
    border: 1px solid var(--bp-line-strong);
    border-radius: 3px;
  }

  .playground :is(.playground-unit, .playground-plane) > * {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .playground .playground-plane {
    position: relative;
    width: 100%;
    max-width: 460px;
    aspect-ratio: 1;
    contain: size layout style;
  }

  .playground canvas {
    color: var(--bp-surface-low);
    border-color: var(--bp-surface-mid);
    outline-color: var(--bp-surface-high);
  }

  .playground .playground-points {
    cursor: pointer;
    border-radius: var(--bp-radius);
  }

  .playground .playground-border {
    fill: none;
    stroke: var(--bp-line-strong);
  }

  .playground .playground-dots {
    stroke: var(--bp-raised);
    stroke-width: 1.2;
  }

  .playground .playground-test {
    stroke: var(--bp-ink);
  }

  .playground .legend {
    white-space: nowrap;
  }

  .playground .playground-chosen {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2.5;
  }

  .playground .playground-told {
    min-height: 3em;
    margin: 0;
    font: 15px/1.5 var(--bp-font-text);
  }

  .playground .playground-losses svg {
    display: block;
    width: 100%;
  }

  .playground .playground-curve {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 1.8;
  }

  .playground .playground-curve-test {
    stroke: var(--bp-ink-soft);
    stroke-dasharray: 5 3;
  }

  .playground .playground-kept {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 1.2;
  }

  .playground .playground-read {
    stroke: var(--bp-ink);
    stroke-width: 1;
  }

  .playground .playground-losses svg[role="slider"] {
    margin-top: var(--bp-space-2);
    cursor: crosshair;
    border-radius: var(--bp-radius);
    touch-action: pan-y;
  }

  .playground .playground-parameter {
    display: grid;
    gap: var(--bp-space-1);
    width: 11em;
  }

  .playground .playground-row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
    min-height: 44px;
  }

  .playground .playground-compare li {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    gap: var(--bp-space-2) var(--bp-space-3);
    align-items: center;
    padding: var(--bp-space-2) 0;
    border-top: 1px solid var(--bp-line);
  }

  .playground .playground-compare p {
    margin: 0;
    font: 15px/1.5 var(--bp-font-text);
  }

  .playground .playground-reading {
    display: block;
    color: var(--bp-ink-soft);
    font: 13px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .playground .playground-compare .button-row {
    grid-column: 2;
  }

  .playground .playground-key {
    width: 26px;
    height: 10px;
  }

  @container (min-width: 520px) {
    .playground .playground-compare li {
      grid-template-columns: 44px minmax(0, 1fr) auto;
    }

    .playground .playground-compare .button-row {
      grid-column: 3;
    }

    .playground .playground-panels {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .playground svg,
    .playground canvas {
      forced-color-adjust: none;
    }
  }
`;

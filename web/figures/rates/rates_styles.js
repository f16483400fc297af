import { css } from "lit";

/** The figure on learning rate and momentum. */
export const ratesStyles = css`
  .rates {
    display: grid;
    gap: var(--bp-space-4);
  }

  .rates .rates-sentence {
    min-height: 2.9em;
    font-size: 16px;
  }

  .rates .rates-tag {
    margin-right: var(--bp-space-2);
    font-weight: 600;
  }

  .rates .rates-sentence[data-happening="divergence"] {
    color: var(--bp-loss);
  }

  .rates .rates-panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--bp-space-5);
    align-items: start;
  }

  .rates .rates-map {
    position: relative;
  }

  .rates svg {
    display: block;
    width: 100%;
    height: auto;
  }

  .rates .rates-axis-x,
  .rates .rates-axis-y {
    position: absolute;
    pointer-events: none;
  }

  .rates .rates-axis-x {
    right: 8px;
    bottom: -6px;
  }

  .rates .rates-axis-y {
    top: 2px;
    left: 6px;
    padding-right: 2px;
    background: var(--bp-raised);
  }

  .rates .rates-ground {
    fill: var(--bp-raised);
  }

  .rates .rates-border {
    fill: none;
    stroke: var(--bp-line-strong);
  }

  .rates .rates-contour {
    fill: var(--bp-loss);
    fill-opacity: 0.045;
    stroke: var(--bp-loss);
    stroke-opacity: 0.38;
    stroke-width: 0.8;
  }

  .rates .rates-tick {
    fill: var(--bp-ink-soft);
    font: 12px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  .rates .rates-tick-line {
    stroke: var(--bp-line-strong);
  }

  .rates .rates-lowest {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 1.6;
  }

  .rates .rates-path,
  .rates .rates-later {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 1.8;
    stroke-linejoin: round;
  }

  .rates .rates-later {
    stroke-opacity: 0.25;
    stroke-width: 1.3;
  }

  .rates .rates-dot {
    fill: var(--bp-ink);
  }

  .rates .rates-here {
    fill: var(--bp-raised);
    stroke: var(--bp-ink);
    stroke-width: 2.2;
  }

  .rates .rates-window {
    cursor: crosshair;
  }

  .rates .rates-shaft {
    fill: none;
    stroke-width: 2.6;
  }

  .rates .rates-arrow-velocity .rates-shaft {
    stroke: var(--bp-ink-soft);
    stroke-dasharray: 5 3;
    stroke-width: 4;
  }

  .rates .rates-arrow-velocity .rates-head {
    fill: var(--bp-ink-soft);
  }

  .rates .rates-arrow-gradient .rates-shaft {
    stroke: var(--bp-backward);
  }

  .rates .rates-arrow-gradient .rates-head {
    fill: var(--bp-backward);
  }

  .rates .rates-arrow-next .rates-shaft {
    stroke: var(--bp-ink);
  }

  .rates .rates-arrow-next .rates-head {
    fill: var(--bp-ink);
  }

  .rates .rates-arrow[data-hovered] .rates-shaft {
    stroke-width: 4.4;
  }

  .rates .rates-start {
    cursor: grab;
    touch-action: none;
    outline: none;
  }

  .rates .rates-touch {
    fill: transparent;
  }

  .rates .rates-handle {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2;
    stroke-dasharray: 3 2;
  }

  .rates .rates-start:focus-visible .rates-handle {
    stroke: var(--bp-focus);
    stroke-width: 4;
    stroke-dasharray: none;
  }

  .rates .rates-legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--bp-space-4);
    margin: var(--bp-space-3) 0 0;
    padding: 0;
    color: var(--bp-ink-soft);
    font-size: 14px;
    list-style: none;
  }

  .rates .rates-legend li {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .rates .rates-key {
    width: 20px;
    border-top: 3px solid var(--bp-ink);
  }

  .rates .rates-key-velocity {
    border-top: 3px dashed var(--bp-ink-soft);
  }

  .rates .rates-key-gradient {
    border-top-color: var(--bp-backward);
  }

  .rates .rates-side {
    display: grid;
    gap: var(--bp-space-4);
    min-width: 0;
  }

  .rates .rates-runs {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--bp-space-2);
  }

  .rates .rates-run {
    display: grid;
    grid-template-columns: 92px minmax(0, 1fr);
    gap: var(--bp-space-2);
    align-items: start;
    min-height: 44px;
    padding: 6px;
    color: var(--bp-ink);
    font: 14px/1.3 var(--bp-font-ui);
    text-align: start;
    background: none;
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
    cursor: pointer;
  }

  .rates .rates-run:hover {
    border-color: var(--bp-ink);
  }

  .rates .rates-run[aria-pressed="true"] {
    border-color: var(--bp-ink);
    box-shadow: inset 0 0 0 1px var(--bp-ink);
  }

  .rates .rates-run:focus-visible {
    outline: 2px solid var(--bp-focus);
    outline-offset: 2px;
  }

  .rates .rates-run-words {
    display: grid;
    gap: 1px;
  }

  .rates .rates-run-name {
    font-weight: 600;
  }

  .rates .rates-run-setting,
  .rates .rates-run-verdict {
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .rates .rates-run-now {
    min-height: 1.3em;
    color: var(--bp-loss);
    font-size: 13px;
    font-weight: 500;
  }

  .rates .rates-equations {
    min-height: 150px;
    overflow-x: auto;
    outline-offset: 4px;
  }

  .rates .rates-equation {
    margin-top: var(--bp-space-2);
  }

  .rates .rates-hint {
    color: var(--bp-ink-soft);
    font-size: 14px;
  }

  .rates .rates-settings {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-3);
    align-items: start;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .rates .rates-wide {
    max-width: 100%;
  }

  @container (max-width: 760px) {
    .rates .rates-panels {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 560px) {
    .rates .rates-runs {
      grid-template-columns: minmax(0, 1fr);
    }

    .rates .rates-run {
      grid-template-columns: 72px minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .rates svg {
      forced-color-adjust: none;
    }

    .rates .rates-run[aria-pressed="true"] {
      border: 3px solid Highlight;
    }
  }
`;

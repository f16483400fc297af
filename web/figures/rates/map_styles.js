import { css } from "lit";

/** The loss over two weights, with the ways that runs take over it. */
export const mapStyles = css`
  .rates .rates-map {
    position: relative;
  }

  .rates :is(.rates-map-picture, .rates-run svg) {
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

  .rates .rates-band {
    fill: var(--bp-loss);
    fill-opacity: 0.025;
    stroke: var(--bp-loss);
    stroke-opacity: 0.6;
    stroke-width: 0.8;
  }

  .rates .axis-text {
    pointer-events: none;
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
    stroke-opacity: 0.5;
    stroke-width: 1.2;
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
    gap: 4px var(--bp-space-4);
    margin-top: var(--bp-space-3);
    font-size: 14px;
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

  @media (forced-colors: active) {
    .rates svg {
      forced-color-adjust: none;
    }
  }
`;

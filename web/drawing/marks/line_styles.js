import { css } from "lit";

/** Edges, biases and the numbers on them. */
export const lineStyles = css`
  /* Lines */

  .net-hit,
  .net-line-halo,
  .net-line-mark,
  .net-link {
    fill: none;
  }

  .net-hit {
    stroke: transparent;
    stroke-width: 24px;
    pointer-events: stroke;
  }

  .net-line,
  .net-weight {
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
  }

  .net-line-mark {
    stroke: var(--bp-line-strong);
    pointer-events: none;
  }

  .net-line.is-negative .net-line-mark {
    stroke-dasharray: 7 5;
  }

  .net-line.is-zero .net-line-mark {
    stroke-dasharray: 1 5;
    stroke-linecap: round;
  }

  .net-line-halo {
    stroke: none;
    pointer-events: none;
  }

  .net-link {
    stroke: var(--bp-line-strong);
    stroke-width: 1px;
  }

  .net-line:is(:hover, .is-hovered, [data-hovered]) .net-line-mark,
  .net-line.is-selected .net-line-mark {
    stroke: var(--bp-ink);
  }

  .net-line:is(.is-selected, :hover, .is-hovered, [data-hovered]) .net-line-halo {
    stroke: var(--bp-line);
  }

  .phase-forward .net-line.is-lit .net-line-mark {
    stroke: var(--bp-forward);
  }

  .phase-forward .net-line.is-lit .net-line-halo {
    stroke: var(--bp-forward-wash);
  }

  :is(.phase-backward, .phase-update) .net-line.is-lit .net-line-mark {
    stroke: var(--bp-backward);
  }

  :is(.phase-backward, .phase-update) .net-line.is-lit .net-line-halo {
    stroke: var(--bp-backward-wash);
  }

  .net-arrow {
    pointer-events: none;
    stroke: var(--bp-raised);
    stroke-width: 1px;
  }

  .net-arrow.role-forward {
    fill: var(--bp-forward);
  }

  .net-arrow.role-backward {
    fill: var(--bp-backward);
  }

  .net-arrow.role-target {
    fill: var(--bp-target);
  }

  /* Weights and biases: their numbers hide the line behind them */

  .net-passive {
    pointer-events: none;
  }

  .network-drawing :is(.net-weight + .net-passive, .net-notes) text {
    paint-order: stroke;
    stroke: var(--bp-raised);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .net-patch {
    fill: var(--bp-raised);
    pointer-events: none;
  }

  .net-weight:is(:hover, .is-hovered, [data-hovered], .is-selected, :focus-visible)
    + .net-passive
    .net-patch {
    fill: none;
  }

  .net-weight,
  .net-unit,
  .net-target,
  .net-loss {
    outline: none;
  }

  .net-value {
    font-weight: 550;
  }

  .network-drawing .net-gradient {
    fill: var(--bp-backward);
  }

  /* Its own outline would be drawn over it, with the line that strikes it out. */
  .network-drawing .net-passive .net-value.is-old {
    fill: var(--bp-ink-soft);
    font-weight: 400;
    stroke: none;
    text-decoration: line-through;
  }

  .net-value.is-new {
    font-weight: 650;
  }

  .net-plate {
    fill: transparent;
    stroke: none;
    stroke-width: 1.5px;
  }

  .net-weight:is(:hover, .is-hovered, [data-hovered]) .net-plate {
    fill: var(--bp-paper);
    stroke: var(--bp-line-strong);
    stroke-width: 1px;
  }

  .net-weight.is-selected .net-plate {
    fill: var(--bp-paper);
    stroke: var(--bp-ink);
  }

  .net-weight.is-quiet:not(:hover, :focus-visible, .is-hovered, [data-hovered]) + .net-passive,
  .net-notes.is-quiet {
    display: none;
  }

  .net-weight:is(:hover, :focus-visible, .is-hovered, [data-hovered]) .net-star {
    display: none;
  }

  .net-lock :is(path, rect:not(.net-patch)),
  .net-star path {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 1.4px;
  }

  .net-lock rect:not(.net-patch) {
    fill: var(--bp-ink-soft);
  }

  .net-bias-mark {
    fill: var(--bp-raised);
    stroke: var(--bp-ink-soft);
    stroke-width: 1.5px;
  }

  .phase-forward .net-bias.is-lit .net-bias-mark {
    stroke: var(--bp-forward);
    stroke-width: 2.5px;
  }

  :is(.phase-backward, .phase-update) .net-bias.is-lit .net-bias-mark {
    stroke: var(--bp-backward);
    stroke-width: 2.5px;
  }
`;

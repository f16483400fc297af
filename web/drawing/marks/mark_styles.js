import { css } from "lit";

/** Units, the loss, targets, and the values that move between them. */
export const markStyles = css`
  /* Units */

  .net-unit-body,
  .net-box-body {
    fill: var(--bp-raised);
    stroke: var(--bp-ink-soft);
    stroke-width: 1.5px;
  }

  .net-unit-halo,
  .net-box-halo {
    fill: none;
    stroke: none;
  }

  .net-unit.is-input,
  .net-target {
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
  }

  .net-unit.is-known .net-unit-body {
    stroke: var(--bp-forward);
  }

  .net-activation {
    font-weight: 600;
  }

  .network-drawing .net-activation,
  .network-drawing .net-pre {
    fill: var(--bp-forward);
  }

  .network-drawing .net-error {
    font-weight: 550;
    fill: var(--bp-backward);
  }

  .net-unit.is-lit .net-unit-body {
    stroke: var(--bp-forward);
    stroke-width: 2.5px;
  }

  .net-unit.lit-backward .net-unit-body {
    stroke: var(--bp-backward);
  }

  .net-unit.is-computed .net-unit-halo {
    stroke: var(--bp-forward-wash);
    stroke-width: 6px;
  }

  .phase-backward .net-unit.is-computed .net-unit-halo {
    stroke: var(--bp-backward-wash);
  }

  .net-unit:is(:hover, .is-hovered, [data-hovered]) .net-unit-body {
    fill: var(--bp-sunken);
  }

  .net-sweep {
    fill: none;
    stroke-width: 4px;
  }

  .net-sweep.role-forward {
    stroke: var(--bp-forward);
  }

  .net-sweep.role-backward {
    stroke: var(--bp-backward);
  }

  .network-drawing :is(text, .net-notes g)[data-place]:is(.is-hovered, [data-hovered]) {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  /* Loss and targets */

  .net-loss .net-box-body {
    stroke: var(--bp-loss);
  }

  .net-loss.is-lit .net-box-body,
  .net-target.is-lit .net-box-body {
    stroke-width: 3px;
  }

  .network-drawing .net-loss + .net-passive text {
    fill: var(--bp-loss);
  }

  .net-loss-value {
    font-weight: 600;
  }

  .net-target .net-box-body {
    stroke: var(--bp-target);
  }

  .network-drawing .net-target-value {
    fill: var(--bp-target);
    font-weight: 550;
  }

  :is(.net-loss, .net-target):is(:hover, .is-hovered, [data-hovered]) .net-box-body {
    fill: var(--bp-sunken);
  }

  /* Values that move */

  .net-travellers {
    pointer-events: none;
  }

  .net-traveller rect {
    fill: var(--bp-raised);
    stroke: currentColor;
    stroke-width: 1.5px;
  }

  .net-traveller text {
    font-weight: 600;
    fill: currentColor;
  }

  .net-traveller.role-forward {
    color: var(--bp-forward);
  }

  .net-traveller.role-backward {
    color: var(--bp-backward);
  }

  .net-traveller.role-target {
    color: var(--bp-target);
  }
`;

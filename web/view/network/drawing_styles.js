import { css } from "lit";

/** The dress of a drawn network: paper, ink, and one hue for each direction of the pass. */
export const drawingStyles = css`
  .network-drawing {
    display: block;
    max-width: 100%;
    height: auto;
    overflow: visible;
    font-family: var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
    font-size: 12px;
    user-select: none;
    -webkit-user-select: none;
  }

  .network-drawing text {
    fill: var(--bp-ink);
    stroke: none;
  }

  .network-drawing .net-letter {
    font-family: var(--bp-font-text);
    font-style: italic;
    font-size: 1.12em;
  }

  .network-drawing .net-index {
    font-family: var(--bp-font-text);
    font-size: 0.68em;
    stroke: none;
  }

  .network-drawing .net-math {
    font-family: var(--bp-font-math);
    font-style: normal;
  }

  .network-drawing .net-power {
    font-size: 0.72em;
  }

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
    touch-action: pan-y;
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

  /* Weights and biases: numbers on paper, which the line passes beneath */

  .network-drawing :is(.net-weight, .net-notes) text {
    paint-order: stroke;
    stroke: var(--bp-raised);
    stroke-width: 4px;
    stroke-linejoin: round;
  }

  .net-patch {
    fill: var(--bp-raised);
    pointer-events: none;
  }

  .net-weight:is(:hover, .is-hovered, [data-hovered], .is-selected, :focus-visible) .net-patch {
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

  .network-drawing .net-value.is-old {
    fill: var(--bp-ink-faint);
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

  .net-weight.is-quiet:not(:hover, :focus-visible, .is-hovered, [data-hovered])
    :is(text, .net-patch, .net-lock),
  .net-notes.is-quiet {
    display: none;
  }

  .net-lock :is(path, rect:not(.net-patch)) {
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
    touch-action: pan-y;
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

  .network-drawing .net-loss text {
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

  /* Values on their way */

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

  /* Focus */

  .net-weight:focus-visible .net-plate {
    fill: var(--bp-raised);
    stroke: var(--bp-focus);
    stroke-width: 2.5px;
  }

  .net-unit:focus-visible .net-unit-halo,
  :is(.net-loss, .net-target):focus-visible .net-box-halo {
    stroke: var(--bp-focus);
    stroke-width: 2.5px;
  }

  @media (forced-colors: active) {
    .network-drawing text,
    .net-arrow {
      fill: CanvasText;
      stroke: none;
    }

    .net-line-mark,
    .net-link,
    .net-bias-mark,
    .net-unit-body,
    .net-box-body {
      stroke: CanvasText;
    }

    .net-unit-body,
    .net-box-body,
    .net-traveller rect {
      fill: Canvas;
    }

    .net-line.is-lit .net-line-halo,
    .net-unit.is-computed .net-unit-halo,
    .net-weight:focus-visible .net-plate,
    .net-unit:focus-visible .net-unit-halo,
    :is(.net-loss, .net-target):focus-visible .net-box-halo {
      stroke: Highlight;
    }

    .net-plate {
      fill: Canvas;
    }
  }

  /* The table of values */

  .values-table {
    margin: var(--bp-space-2, 8px) 0;
    border-collapse: collapse;
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .values-table caption {
    font-weight: 600;
    text-align: start;
  }

  .values-table :is(th, td) {
    padding: 2px 16px 2px 0;
    text-align: end;
    border-bottom: 1px solid var(--bp-line);
  }

  .values-table th {
    font-weight: 500;
  }

  .values-table :is(th:first-child) {
    text-align: start;
  }

  .values-loss {
    font: 14px/1.5 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .values-table .no-value {
    color: var(--bp-ink-faint);
  }
`;

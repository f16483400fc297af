import { css } from "lit";

/** The drawn graph: numbers blue above, gradients orange below. */
export const graphDrawingStyles = css`
  .graph-frame {
    overflow: auto hidden;
    padding-bottom: var(--bp-space-2);
  }

  .graph-drawing {
    display: block;
    margin-inline: auto;
    font-family: var(--bp-font-ui);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .graph-drawing text {
    fill: var(--bp-ink);
  }

  .graph-wire {
    fill: none;
    stroke: var(--bp-line-strong);
    stroke-width: 1.4;
  }

  .graph-wire.lit-forward {
    stroke: var(--bp-forward);
    stroke-width: 3;
  }

  .graph-wire.lit-backward {
    stroke: var(--bp-backward);
    stroke-width: 3;
    stroke-dasharray: 7 4;
  }

  .graph-node {
    cursor: pointer;
    outline: none;
  }

  .graph-target {
    fill: transparent;
  }

  .graph-mark {
    fill: var(--bp-raised);
    stroke: var(--bp-ink-soft);
    stroke-width: 1.4;
  }

  .graph-inside {
    fill: none;
    stroke: var(--bp-line-strong);
  }

  .graph-node.is-done .graph-mark {
    fill: var(--bp-sunken);
  }

  .graph-node:hover .graph-mark {
    stroke-width: 2.6;
  }

  .graph-node.lit-forward .graph-mark {
    fill: var(--bp-forward-wash);
    stroke: var(--bp-forward);
    stroke-width: 2.6;
  }

  .graph-node.lit-backward .graph-mark {
    fill: var(--bp-backward-wash);
    stroke: var(--bp-backward);
    stroke-width: 2.6;
  }

  .graph-node.is-wrong .graph-mark {
    stroke: var(--bp-loss);
    stroke-width: 3;
    stroke-dasharray: 3 2;
  }

  .graph-node:focus-visible .graph-mark {
    stroke: var(--bp-focus);
    stroke-width: 4;
  }

  .graph-drawing .graph-name {
    font-size: 13px;
    font-weight: 600;
  }

  .graph-drawing .graph-name.is-given {
    fill: var(--bp-ink-soft);
    font-weight: 400;
  }

  .graph-drawing .graph-value {
    fill: var(--bp-forward);
    font-weight: 600;
  }

  .graph-drawing :is(.graph-gradient, .graph-share) {
    fill: var(--bp-backward);
    font-weight: 600;
  }

  .graph-drawing .graph-share {
    font-size: 12px;
    paint-order: stroke;
    stroke: var(--bp-paper);
    stroke-width: 4px;
    stroke-linejoin: round;
    pointer-events: none;
  }

  .graph-drawing .graph-wrong {
    fill: var(--bp-loss);
    font-size: 12px;
  }

  .graph-drawing [data-hovered] {
    text-decoration: underline;
  }

  @media (forced-colors: active) {
    .graph-drawing {
      forced-color-adjust: none;

      --bp-forward: CanvasText;
      --bp-backward: CanvasText;
      --bp-loss: CanvasText;
      --bp-forward-wash: Canvas;
      --bp-backward-wash: Canvas;
    }
  }
`;

import { css } from "lit";

/** The error curve: its ball, its tangent, where the next step leads. */
export const curveStyles = css`
  .neuron-plot > svg {
    display: block;
    width: 100%;
    height: auto;
    min-height: 260px; /* never too flat to drag on */
    cursor: ew-resize;
    touch-action: pan-y pinch-zoom;
    user-select: none;
    -webkit-user-select: none;
  }

  .neuron-plot .neuron-axis-label {
    fill: var(--bp-ink);
    font: italic 15px var(--bp-font-text);
  }

  .neuron-plot .neuron-loss-text {
    fill: var(--bp-loss);
  }

  .neuron-curve {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 2.25;
  }

  .neuron-tangent {
    stroke: var(--bp-backward);
    stroke-width: 1.75;
  }

  .neuron-tangent[data-hovered] {
    stroke-width: 3;
  }

  .neuron-best {
    fill: var(--bp-target);
  }

  .neuron-trail {
    fill: var(--bp-raised);
    stroke: var(--bp-line-strong);
    stroke-width: 1.5;
  }

  .neuron-ball {
    outline: none;
  }

  .neuron-touch {
    fill: transparent;
  }

  .neuron-ball-mark {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
    stroke-width: 2;
  }

  .neuron-ball:focus-visible .neuron-ball-mark {
    stroke: var(--bp-focus);
    stroke-width: 3;
    paint-order: stroke;
    r: 11px;
  }

  .neuron-ball:focus-visible .neuron-touch {
    stroke: var(--bp-focus);
    stroke-width: 2;
  }

  .neuron-shift {
    stroke: var(--bp-line-strong);
    stroke-dasharray: 2 4;
  }

  .neuron-bend {
    stroke: var(--bp-ink-soft);
    stroke-width: 1.5;
  }

  .neuron-promised {
    fill: none;
    stroke: var(--bp-backward);
    stroke-width: 2;
  }

  .neuron-next {
    fill: var(--bp-raised);
    stroke: var(--bp-ink);
    stroke-width: 2;
  }

  .neuron-downhill line {
    stroke: var(--bp-ink);
    stroke-width: 2;
  }

  .neuron-plumb {
    stroke: var(--bp-line-strong);
    stroke-width: 1;
    stroke-dasharray: 2 4;
  }

  .neuron-legend {
    margin-top: var(--bp-space-1);
  }

  .neuron-legend svg {
    width: 16px;
    height: 16px;
  }

  .neuron-downhill path {
    fill: var(--bp-ink);
  }

  .neuron-plot .neuron-slope {
    fill: var(--bp-backward);
    font: 600 13px var(--bp-font-ui);
    stroke: var(--bp-raised);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  @media (forced-colors: active) {
    .neuron-ball-mark,
    .neuron-downhill path,
    .neuron-best {
      fill: CanvasText;
    }

    .neuron-curve,
    .neuron-tangent,
    .neuron-next,
    .neuron-downhill line {
      stroke: CanvasText;
    }

    .neuron-tangent {
      stroke-dasharray: 8 3;
    }
  }
`;

import { css } from "lit";

/** How the figures `slope` and `neuron` stand together, their buttons, formulas and bars. */
export const descentStyles = css`
  .neuron-columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 40%);
    gap: var(--bp-space-4) var(--bp-space-5);
    align-items: start;
  }

  .neuron-descent,
  .neuron-pass {
    display: grid;
    gap: var(--bp-space-3);
    align-content: start;
    min-width: 0;
  }

  .neuron-sentence {
    min-height: 50px;
  }

  .neuron-buttons {
    align-items: center;
  }

  .neuron-fields {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--bp-space-2) var(--bp-space-3);
    align-items: start;
  }

  .neuron-fields .field input {
    width: 100%;
  }

  .neuron-play {
    min-width: 5.2em;
  }

  .neuron-count {
    margin-inline-start: auto;
    min-width: 7.6em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }

  .neuron-operations {
    display: grid;
    gap: 0;
    overflow-x: auto;
  }

  .neuron-operation {
    display: grid;
    grid-template-columns: 5.6em minmax(0, auto);
    gap: 5px var(--bp-space-3);
    align-items: center;
    padding: 6px 4px;
    border-top: 1px solid var(--bp-line);
  }

  .neuron-operation[data-hovered] {
    background: color-mix(in srgb, var(--bp-ink) 5%, transparent);
  }

  .neuron-phase {
    grid-row: span 2;
    font: 500 13px/1.3 var(--bp-font-ui);
    color: var(--bp-ink-soft);
  }

  .neuron-phase-forward {
    color: var(--bp-forward);
  }

  .neuron-phase-backward {
    color: var(--bp-backward);
  }

  .neuron-phase-loss {
    color: var(--bp-loss);
  }

  .neuron-formula {
    grid-column: 2;
  }

  .neuron-promise {
    display: grid;
    gap: var(--bp-space-2);
    padding: var(--bp-space-3);
  }

  .neuron-bars {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px var(--bp-space-3);
    align-items: center;
    font-size: 14px;
  }

  .neuron-bars dd {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 5.6em;
    gap: var(--bp-space-2);
    align-items: center;
  }

  .neuron-bar {
    width: 100%;
    height: 10px;
  }

  .neuron-bar-promised {
    fill: var(--bp-backward);
  }

  .neuron-bar-came {
    fill: var(--bp-ink);
  }

  .neuron-bar-zero {
    stroke: var(--bp-line-strong);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }

  .neuron-step-sentence,
  .neuron-ended {
    min-height: 60px;
    font-size: 14px;
  }

  .neuron-ended {
    font-weight: 600;
  }

  .neuron-ended[data-rule="diverged"] {
    color: var(--bp-loss);
  }

  @container (max-width: 760px) {
    .neuron-columns {
      grid-template-columns: minmax(0, 1fr) minmax(264px, 45%);
    }

    .neuron-sentence {
      min-height: 75px;
    }

    .neuron-fields {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .neuron .neuron-operation,
    .slope .neuron-operation {
      grid-template-columns: minmax(0, 1fr);
    }

    .neuron-operation .neuron-formula {
      grid-column: 1;
    }

    .neuron-bars {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }

    .neuron-step-sentence,
    .neuron-ended {
      min-height: 80px;
    }
  }

  @container (max-width: 579px) {
    .neuron-columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .neuron-sentence {
      min-height: 100px;
    }
  }

  @media (forced-colors: active) {
    .neuron-bar-came,
    .neuron-bar-promised {
      fill: CanvasText;
    }
  }
`;

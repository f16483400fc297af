import { css } from "lit";

/** What only the figure `neuron` has: the wire, the learning rate's strip, the table of steps. */
export const neuronStyles = css`
  .neuron .neuron-plot > svg {
    aspect-ratio: 1 / 0.66;
  }

  .neuron-wire {
    display: block;
    width: 100%;
    max-width: 460px;
    height: auto;
  }

  .neuron-wire text {
    fill: var(--bp-ink);
    font: 13px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .neuron-wire .neuron-symbol {
    font: italic 15px var(--bp-font-text);
  }

  .neuron-wire .neuron-text-forward {
    fill: var(--bp-forward);
  }

  .neuron-wire .neuron-text-loss {
    fill: var(--bp-loss);
  }

  .neuron-wire .neuron-text-target {
    fill: var(--bp-target);
  }

  .neuron-wire .neuron-text-backward,
  .neuron-wire .neuron-text-backward .neuron-symbol {
    fill: var(--bp-backward);
  }

  .neuron-wire [data-hovered] {
    font-weight: 650;
  }

  .neuron-way-forward,
  .neuron-way-back,
  .neuron-way-target {
    fill: none;
    stroke: var(--bp-forward);
    stroke-width: 1.75;
  }

  .neuron-way-back {
    stroke: var(--bp-backward);
  }

  .neuron-way-target {
    stroke: var(--bp-target);
    stroke-dasharray: 3 4;
  }

  .neuron-tip-forward {
    fill: var(--bp-forward);
  }

  .neuron-tip-back,
  .neuron-stop {
    fill: var(--bp-backward);
  }

  .neuron-unit {
    fill: var(--bp-raised);
    stroke: var(--bp-forward);
    stroke-width: 1.75;
  }

  .neuron-unit-loss {
    stroke: var(--bp-loss);
  }

  .neuron-rate {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: start;
  }

  .neuron-rate-slider {
    display: grid;
    padding-top: 16px;
  }

  .neuron-zones {
    width: calc(100% - 16px);
    height: 8px;
    margin: 0 8px;
    border-radius: 4px;
  }

  .neuron-zone-creeps {
    fill: var(--bp-target);
  }

  .neuron-zone-overshoots {
    fill: var(--bp-backward);
  }

  .neuron-zone-diverges {
    fill: var(--bp-loss);
  }

  .neuron-zone-names {
    display: flex;
    justify-content: space-between;
    margin: 3px 8px 0;
    font-size: 12px;
    color: var(--bp-ink-soft);
  }

  .neuron-rate-sentence {
    grid-column: 1 / -1;
    min-height: 42px;
    font-size: 14px;
  }

  .neuron .neuron-operations {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr));
    column-gap: var(--bp-space-5);
  }

  .neuron-checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-5);
  }

  .neuron-formulas > .neuron-operations {
    margin-top: var(--bp-space-2);
  }

  .neuron-past {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
  }

  .neuron-history {
    height: 168px;
    overflow: auto;
    scrollbar-width: thin;
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
  }

  .neuron-history table {
    width: 100%;
  }

  .neuron-history thead th {
    position: sticky;
    top: 0;
    background: var(--bp-paper);
    border-top: 0;
    color: var(--bp-ink-soft);
  }

  .neuron-history th,
  .neuron-history td {
    text-align: end;
  }

  @container (max-width: 760px) {
    .neuron-rate {
      grid-template-columns: minmax(0, 1fr);
    }

    .neuron-rate-slider {
      padding-top: 0;
    }

    .neuron-history :is(th, td) {
      padding-inline: 5px;
      font-size: 13px;
    }

    .neuron-rate-sentence {
      min-height: 62px;
    }

    .neuron .neuron-operations {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
    }
  }

  @media (forced-colors: active) {
    .neuron-zone-creeps {
      fill: Canvas;
    }

    .neuron-zone-overshoots {
      fill: GrayText;
    }

    .neuron-zone-diverges {
      fill: CanvasText;
    }
  }
`;

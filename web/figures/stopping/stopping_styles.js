import { css } from "lit";

/** The figure on stopping. */
export const stoppingStyles = css`
  .stopping .stopping-sentence {
    min-height: 2.9em;
  }

  .stopping .stopping-plot svg {
    display: block;
    width: 100%;
  }

  .stopping .stopping-training,
  .stopping .stopping-validation {
    fill: none;
    stroke: var(--bp-loss);
    stroke-width: 1.6;
    stroke-dasharray: 6 4;
  }

  .stopping .stopping-validation {
    stroke-width: 2.4;
    stroke-dasharray: none;
  }

  .stopping .stopping-name,
  .stopping .stopping-label {
    stroke: var(--bp-raised);
    stroke-width: 3.5px;
    stroke-linejoin: round;
    paint-order: stroke;
    pointer-events: none;
  }

  .stopping .stopping-name {
    fill: var(--bp-loss);
  }

  .stopping .stopping-label {
    font-size: 13px;
  }

  .stopping .stopping-first .stopping-label {
    fill: var(--bp-ink);
    font-weight: 600;
  }

  .stopping .stopping-best {
    fill: var(--bp-raised);
    stroke: var(--bp-loss);
    stroke-width: 2.2;
  }

  .stopping .stopping-threshold {
    stroke: var(--bp-ink-soft);
    stroke-width: 1.2;
    stroke-dasharray: 2 3;
  }

  .stopping .stopping-line {
    stroke: var(--bp-line-strong);
    stroke-width: 1.2;
    stroke-dasharray: 4 4;
  }

  .stopping .stopping-first-line {
    stroke: var(--bp-ink);
    stroke-width: 2;
    stroke-dasharray: none;
  }

  .stopping .stopping-line[data-hovered] {
    stroke: var(--bp-ink);
    stroke-width: 3;
  }

  .stopping .stopping-span {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 1.4;
  }

  .stopping .stopping-there,
  .stopping .stopping-dot {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
  }

  .stopping .stopping-handle {
    touch-action: none;
    outline: none;
  }

  .stopping .stopping-horizontal {
    cursor: ew-resize;
  }

  .stopping .stopping-vertical {
    cursor: ns-resize;
  }

  .stopping .stopping-touch {
    fill: transparent;
  }

  .stopping .stopping-grip {
    fill: var(--bp-raised);
    stroke: var(--bp-ink);
    stroke-width: 1.6;
  }

  .stopping .stopping-first .stopping-grip {
    stroke-width: 2.6;
  }

  .stopping .stopping-handle:focus-visible .stopping-grip {
    stroke: var(--bp-focus);
    stroke-width: 4;
  }

  .stopping .stopping-arrows {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 1.4;
    pointer-events: none;
  }

  .stopping .stopping-table {
    min-width: 0;
    overflow-x: auto;
  }

  .stopping table {
    width: 100%;
    min-width: 520px;
  }

  .stopping thead th {
    color: var(--bp-ink-soft);
    font-size: 13px;
    border-top: 0;
  }

  .stopping tbody th {
    white-space: nowrap;
  }

  .stopping .stopping-first-row th {
    font-weight: 600;
  }

  .stopping .stopping-tag {
    display: block;
    color: var(--bp-ink-soft);
    font-weight: 400;
    font-size: 13px;
  }

  .stopping tbody td.soft {
    font-size: 13px;
  }

  @container (max-width: 760px) {
    .stopping tbody td {
      padding-inline: 6px;
      font-size: 13px;
    }
  }

  @container (max-width: 560px) {
    .stopping table {
      min-width: 0;
    }

    .stopping thead {
      display: none;
    }

    .stopping tbody tr {
      display: grid;
      grid-template-columns: 1fr auto;
      padding: var(--bp-space-2) 0;
      border-top: 1px solid var(--bp-line);
    }

    .stopping tbody :is(td, th) {
      grid-column: 1 / -1;
      padding: 1px 0;
      text-align: start;
      border: 0;
    }

    .stopping tbody td[data-label]::before {
      content: attr(data-label) " ";
      color: var(--bp-ink-soft);
    }

    .stopping .stopping-sentence {
      min-height: 7.3em;
    }
  }

  @media (forced-colors: active) {
    .stopping svg {
      forced-color-adjust: none;
    }
  }
`;

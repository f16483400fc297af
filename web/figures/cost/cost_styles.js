import { css } from "lit";

/** The figure on cost: measurements above, a comparison below. */
export const costStyles = css`
  .cost,
  .cost-compare,
  .cost-costs {
    display: grid;
    gap: var(--bp-space-4);
    min-width: 0;
  }

  .cost > *,
  .cost-compare > *,
  .cost-costs > * {
    min-width: 0;
  }

  .cost-compare {
    padding-top: var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
  }

  .cost-sentence {
    min-height: 2lh;
    max-width: 76ch;
    font: 17px/1.45 var(--bp-font-text);
  }

  .cost-controls {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto auto auto;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: end;
  }

  .cost-slider {
    display: grid;
    font-size: 14px;
  }

  .cost-hint {
    grid-column: 1 / -1;
  }

  .cost-side-by-side,
  .cost-measured {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--bp-space-4) 32px;
    align-items: start;
  }

  .cost-digits,
  .cost-timings {
    width: 100%;
  }

  :is(.cost-digits, .cost-timings) thead th {
    border-top: 0;
    color: var(--bp-ink-soft);
    font-size: 13px;
    vertical-align: bottom;
    white-space: normal;
  }

  .cost-digits td,
  .cost-digits th {
    padding: 4px 6px;
    vertical-align: middle;
  }

  .cost-digits math {
    font-size: 1.15em;
  }

  .cost-value {
    display: block;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .cost-value b {
    font-weight: 650;
    border-bottom: 2px solid var(--bp-backward);
  }

  .cost-value i {
    font-style: normal;
    color: var(--bp-loss);
  }

  .cost-run {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
    min-height: 44px;
  }

  .cost-source {
    flex: 1 1 20em;
    font-size: 14px;
    color: var(--bp-ink-soft);
  }

  .cost-caption {
    text-align: start;
    font-size: 13px;
    color: var(--bp-ink-soft);
  }

  .cost-timings td > span:not(.unseen) {
    display: block;
  }

  .cost-timings small {
    font-size: 12px;
    color: var(--bp-ink-soft);
  }

  .cost-back {
    color: var(--bp-backward);
  }

  .cost-timings th {
    text-align: end;
  }

  @container (max-width: 746px) {
    .cost-side-by-side,
    .cost-measured {
      grid-template-columns: minmax(0, 1fr) 300px;
      column-gap: var(--bp-space-4);
    }

    .cost-measured {
      grid-template-columns: 300px minmax(0, 1fr);
    }

    .cost-controls {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .cost-slider {
      grid-column: 1 / -1;
    }

    .cost-controls .select {
      width: 100%;
    }

    .cost-sentence {
      min-height: 4lh;
      font-size: 16px;
    }

    .cost-digits {
      font-size: 13px;
    }

    .cost-timings :is(td, th) {
      padding: 5px 3px;
      font-size: 13px;
    }
  }

  @container (max-width: 579px) {
    .cost-side-by-side,
    .cost-measured {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

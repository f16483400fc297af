import { css } from "lit";

/** The XOR figure where its panels come when they are asked for: surface, loss, and training. */
export const compactStyles = css`
  .compact:not(.with-panels) .xor > :is(details, fieldset),
  .compact:not(.with-panels)
    :is(.xor-panel-hidden, .xor-panel-predictions, .xor-which, .xor-legend .xor-panel-note),
  .compact:not(.with-panels) .xor-readout dl > :last-child {
    display: none;
  }

  .compact .xor .xor-panels {
    gap: var(--bp-space-3);
  }

  .compact .xor .xor-readout {
    gap: var(--bp-space-2);
    margin-bottom: var(--bp-space-3);
  }

  .compact:not(.with-panels) .xor .xor-readout dl {
    grid-template-columns: repeat(3, auto);
  }

  .compact .xor .xor-now {
    font-size: 17px;
  }

  @container (max-width: 459.9px) {
    .compact:not(.with-panels) .xor .xor-panel-loss {
      display: none;
    }
  }

  /* The same width, of the element and of what is in its frame. */
  @container (min-width: 610px) {
    .compact .xor {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
      grid-template-rows: auto auto 1fr;
      gap: var(--bp-space-3) var(--bp-space-5);
      align-items: start;
    }
  }

  @container (min-width: 560px) {
    .compact .xor .xor-panels {
      display: contents;
    }

    .compact .xor > *,
    .compact .xor .xor-panels > * {
      grid-column: 1 / -1;
    }

    .compact .xor .xor-panel-surface {
      grid-area: 1 / 1 / 4 / 2;
    }

    .compact .xor :is(.xor-readout, .xor-panel-loss, .xor-training-bar) {
      grid-column: 2;
      grid-row: auto;
    }

    .compact .xor .xor-readout {
      grid-template-columns: minmax(0, 1fr);
      margin: 0;
    }

    .compact .xor .xor-training-bar {
      grid-template-columns: minmax(0, 1fr);
    }

    .compact .xor .xor-buttons {
      flex-wrap: wrap;
    }
  }

  @container (min-width: 800px) {
    .compact .xor .xor-training-bar {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .compact .xor .xor-training-bar > .xor-buttons {
      grid-column: 1 / -1;
    }
  }

  /* In a place of a given height the surface takes what is left of it. */
  @container (min-width: 610px) {
    :host([fit="height"]) .compact .xor {
      grid-template-columns: minmax(300px, min(60%, 100cqb - 172px)) minmax(0, 1fr);
    }
  }
`;

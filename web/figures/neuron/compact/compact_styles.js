import { css } from "lit";

/** The figures `slope` and `neuron` where their panels come when they are asked for. */
export const compactStyles = css`
  .compact :is(.neuron, .slope) {
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }

  .compact :is(.neuron-columns, .neuron-descent, .neuron-pass) {
    display: contents;
  }

  .compact:not(.with-panels)
    :is(.neuron-formulas, .neuron-fields, .neuron-past, .neuron-pass > :not(.neuron-promise), .neuron .neuron-promise) {
    display: none;
  }

  .compact .neuron-sentence {
    min-height: 75px;
  }

  .compact .neuron-invite {
    order: 1;
  }

  .compact :is(.neuron-formulas, .neuron-fields, .neuron-past, .neuron-pass > *) {
    order: 2;
  }

  .compact .neuron-plot > svg {
    aspect-ratio: 1 / 0.62;
  }

  .compact .neuron-rate {
    grid-template-columns: minmax(0, 1fr);
  }

  .compact .neuron-rate-slider {
    padding-top: 0;
  }

  @container (min-width: 760px) {
    .compact :is(.neuron, .slope) {
      grid-template-columns: minmax(0, 1fr) minmax(264px, 34%);
      grid-template-rows: repeat(4, auto) 1fr;
      column-gap: var(--bp-space-5);
    }

    .compact :is(.neuron, .slope) > *,
    .compact :is(.neuron-descent, .neuron-pass) > * {
      grid-column: 2;
    }

    .compact .neuron-plot {
      grid-area: 1 / 1 / 6 / 2;
    }

    .compact :is(.neuron-formulas, .neuron-past, .neuron .neuron-pass > *) {
      grid-column: 1 / -1;
    }

    .compact .neuron-sentence {
      min-height: 5lh;
    }

    .compact .slope .neuron-promise {
      order: 0;
    }
  }

  @container (max-width: 759.9px) {
    .compact:not(.with-panels) .neuron-promise {
      display: none;
    }
  }

  /* In a place of a given height the plot takes what is left of it. */
  :host([fit="height"]) .compact :is(.neuron, .slope) {
    align-content: stretch;
  }

  :host([fit="height"]) .compact .neuron-plot {
    display: grid;
    grid-template-rows: minmax(260px, 1fr) auto;
  }

  :host([fit="height"]) .compact .neuron-plot > svg {
    aspect-ratio: auto;
    height: 100%;
  }
`;

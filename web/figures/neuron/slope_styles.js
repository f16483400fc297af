import { css } from "lit";

/** What only the figure `slope` has: its formulas beside the curve. */
export const slopeStyles = css`
  .slope .neuron-plot > svg {
    aspect-ratio: 1 / 0.7;
  }

  /* Between the two the formulas stand beside all the rest. */
  @container (min-width: 580px) and (max-width: 760px) {
    .figure:not(.compact) .slope .neuron-columns {
      grid-template-rows: auto auto 1fr;
    }

    .figure:not(.compact) .slope .neuron-pass {
      display: contents;
    }

    .figure:not(.compact) .slope .neuron-descent {
      grid-area: 1 / 1;
    }

    .figure:not(.compact) .slope .neuron-pass > :is(.minor, .neuron-operations) {
      grid-area: 1 / 2 / 4 / 3;
    }

    .figure:not(.compact) .slope .neuron-operations {
      margin-top: 26px;
    }

    .figure:not(.compact) .slope .neuron-pass > :is(.neuron-promise, .neuron-fields) {
      grid-column: 1;
    }
  }

  @container (min-width: 760.1px) {
    .slope .neuron-operation {
      grid-template-columns: 4.6em minmax(0, auto);
    }
  }
`;

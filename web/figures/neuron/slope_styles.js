import { css } from "lit";

/** What only the figure `slope` has: its formulas beside the curve. */
export const slopeStyles = css`
  .slope .neuron-plot > svg {
    aspect-ratio: 1 / 0.7;
  }

  @container (min-width: 760.1px) {
    .slope .neuron-operation {
      grid-template-columns: 4.6em minmax(0, auto);
    }
  }
`;

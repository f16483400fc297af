import { css } from "lit";

/** The losses of all runs: each has its own dashes, and the chosen one is heavier. */
export const lossesStyles = css`
  .rates .rates-losses {
    min-width: 0;
  }

  .rates .logchart-curve path {
    stroke-opacity: 0.75;
    stroke-width: 1.4;
  }

  .rates .rates-loss-chosen path {
    stroke-opacity: 1;
    stroke-width: 3;
  }

  .rates .logchart-small path {
    stroke-dasharray: 2 3;
  }

  .rates .logchart-too_large path {
    stroke-dasharray: 9 3;
  }

  .rates .logchart-momentum path {
    stroke-dasharray: 9 3 2 3;
  }

  .rates .logchart-decaying path {
    stroke-dasharray: 5 3;
  }
`;

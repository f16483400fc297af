import { css } from "lit";

/** The network figure where its panels come when they are asked for; beside them, if there is room. */
export const compactStyles = css`
  .compact .network {
    grid-template: "pass" 1fr "beside" auto / minmax(0, 1fr);
  }

  .compact .stage {
    display: grid;
    align-content: center;
    position: relative;
  }

  .compact .stage .network-drawing {
    width: auto;
    max-width: 100%;
    margin-inline: auto;
  }

  .compact .pass {
    grid-template-rows: minmax(75px, auto) 1fr;
    align-content: stretch;
  }

  .compact:not(.with-panels) .pass > details,
  .compact:not(.with-panels) .curve-at-unit,
  .compact:not(.with-panels) .pass:not(:has(+ .chosen)) .to-chain-rule,
  .compact:not(.with-panels) .beside:not(.chosen:has([data-weight-shown])) {
    display: none;
  }

  @container (min-width: 760px) {
    .compact .pass {
      grid-template-columns: minmax(0, 1fr) minmax(264px, 33%);
      grid-template-rows: auto auto 1fr;
      column-gap: var(--bp-space-5);
    }

    .compact .stage {
      grid-area: 1 / 1 / 4 / 2;
    }

    .compact .pass > :is(.sentence, .step-formula, .controls) {
      grid-column: 2;
    }

    .compact .sentence {
      min-height: 5lh;
    }

    .compact .scrubber {
      grid-template: "range" auto "position" auto / 1fr;
      gap: 0;
    }

    .compact .pass > :is(.to-chain-rule, .code, details) {
      grid-column: 1 / -1;
    }
  }

  @container (max-width: 599px) {
    .compact .pass {
      grid-template-rows: minmax(100px, auto) 1fr;
    }

    .compact:not(.with-panels) .step-formula {
      display: none;
    }

    /* All in one row. */
    .compact .controls > .buttons {
      gap: 6px;
    }

    .compact .controls > .buttons > .button {
      min-width: 0;
      padding-inline: 7px;
    }

    .compact .controls > .buttons > .play {
      min-width: 4em;
    }
  }

  /* In a place of a given height the drawing takes what is left of it, and no less than it needs. */
  .stage-room {
    display: block;
    visibility: hidden;
  }

  :host([fit="height"]) .compact .controls {
    position: sticky;
    bottom: calc(-1 * var(--bp-space-5));
    z-index: 1;
    padding-block: var(--bp-space-2);
    background: var(--bp-raised);
  }

  :host([fit="height"]) .compact .stage .network-drawing {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
`;

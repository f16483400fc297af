import { css } from "lit";

/** The network figure in the column of a post, where all stands below each other: it is kept low. */
export const columnStyles = css`
  @container (min-width: 600px) and (max-width: 960px) {
    .network {
      row-gap: var(--bp-space-3);
    }

    .stage svg {
      max-width: 648px;
      margin-inline: auto;
    }

    .step-formula {
      min-height: 84px;
    }

    .beside:not(:has([data-weight-shown])) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .scrubber {
      grid-template: "position range" / 8em minmax(0, 1fr);
      gap: var(--bp-space-3);
    }

    .editor {
      display: flex;
      flex-wrap: wrap;
      gap: var(--bp-space-2) var(--bp-space-3);
      align-items: end;
    }

    .editor > .row {
      display: contents;
    }

    .editor .hint {
      flex: 1 1 18em;
    }

    .undo {
      order: 1;
    }
  }
`;

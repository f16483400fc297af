import { css } from "lit";

/** The question before a gradient, and the guess beside it. */
export const predictionStyles = css`
  .guess,
  .judgement {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
  }

  .guess fieldset {
    display: grid;
  }

  .guess legend {
    padding: 0;
    font: 16px/1.4 var(--bp-font-text);
  }

  .guess .field-label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--bp-space-3);
    align-items: center;
    justify-content: space-between;
  }

  .guess .field-label math {
    font-size: 17px;
  }

  .guess .field input {
    width: 100%;
  }

  .judgement {
    padding-bottom: var(--bp-space-2);
    border-bottom: 1px solid var(--bp-line);
  }

  .judgement table {
    width: 100%;
  }

  .judgement thead th {
    font-weight: 500;
    color: var(--bp-ink-soft);
  }

  .judgement th,
  .judgement td {
    text-align: start;
  }

  .judgement tbody th {
    font-weight: 400;
  }

  .judgement .button,
  .panel > .button {
    justify-self: start;
  }
`;

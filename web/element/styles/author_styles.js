import { css } from "lit";

/** What a reader handles in a figure. */
const CONTROLS = css`
  button:not(.in-picture),
  fieldset,
  input,
  label,
  select,
  .controls,
  .editor,
  .playback,
  [class$="-buttons"],
  [class$="-controls"]:not(details),
  [class$="-fields"],
  [class$="-training-bar"]
`;

/** What an author's attributes change in the look of every figure; and the way to share it. */
export const authorStyles = css`
  .heading {
    margin-bottom: var(--bp-space-3);
    font: 600 18px/1.3 var(--bp-font-ui);
    text-wrap: balance;
  }

  /* The author's words may run the other way. */
  .heading,
  [name="caption"] {
    unicode-bidi: plaintext;
  }

  footer .share-button {
    margin-inline-start: auto;
  }

  /* Two lines for whatever the engine has to say: nothing moves when it says another thing. */
  @container (max-width: 560px) {
    footer .engine {
      flex-basis: 100%;
      min-height: 48px;
    }
  }

  .instead,
  :host([controls="hidden"]) .asked {
    display: none;
  }

  :host([controls="hidden"]) .instead {
    display: inline;
  }

  /* What shows something that is nowhere else belongs to the picture, if it can be pressed or not. */
  :host([controls="hidden"]) .figure > :not(footer, .link-notes) :is(${CONTROLS}, details) {
    display: none;
  }

  /* Where scripts are off, and on paper, no control does anything. What is open to be read stays. */
  @media print, (scripting: none) {
    .asked,
    .engine,
    .share-button,
    .figure > :not(footer) :is(${CONTROLS}, details:is(.later, :has(.button)):not(:has(.values))) {
      display: none;
    }

    .instead {
      display: inline;
    }
  }

  @media print {
    .figure details:not([open]) {
      display: none;
    }

    footer {
      min-height: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
  }
`;

import { css } from "lit";

/** Native controls in the project's dress: buttons, fields, selects, ranges. */
export const controls = css`
  .button,
  .select,
  .field input {
    box-sizing: border-box;
    min-height: 34px;
    padding: 0 var(--bp-space-3);
    font: 500 14px/1.2 var(--bp-font-ui);
    font-feature-settings: "tnum";
    color: var(--bp-ink);
    background: var(--bp-raised);
    border: 1px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
  }

  /* WebKit counts an option that is wider than its field as part of the page's width. */
  .select {
    contain: paint;
  }

  .button {
    display: inline-flex;
    gap: var(--bp-space-2);
    align-items: center;
    justify-content: center;
    cursor: pointer;
    white-space: nowrap;
  }

  .button:hover:not(:disabled, [aria-disabled="true"]) {
    border-color: var(--bp-ink);
  }

  .button:active:not(:disabled, [aria-disabled="true"]) {
    background: var(--bp-sunken);
  }

  .button.primary {
    color: var(--bp-paper);
    background: var(--bp-ink);
    border-color: var(--bp-ink);
  }

  .button.quiet {
    background: none;
    border-color: transparent;
    color: var(--bp-ink-soft);
  }

  .button.quiet:hover:not(:disabled, [aria-disabled="true"]) {
    color: var(--bp-ink);
    border-color: var(--bp-line-strong);
  }

  .button:disabled,
  .button[aria-disabled="true"] {
    color: var(--bp-ink-faint);
    background: none;
    border-color: var(--bp-line);
    cursor: default;
  }

  .button svg {
    width: 14px;
    height: 14px;
    fill: currentColor;
  }

  .select {
    padding-right: var(--bp-space-2);
    max-width: 100%;
  }

  /* A menu in a prerendered picture: all its choices in one place, and room for the arrow. */
  .select[data-still] {
    display: inline-grid;
    align-items: center;
    padding-right: calc(var(--bp-space-2) + 18px);
    overflow: hidden;
    white-space: nowrap;
  }

  [data-still] > * {
    grid-area: 1 / 1;
    visibility: hidden;
  }

  [data-still] > [selected] {
    visibility: visible;
  }

  .field input[type="button"] {
    text-align: start;
  }

  .check input[type="button"] {
    padding: 0;
    font-size: 0;
    background: var(--bp-raised);
    border: 1px solid var(--bp-ink-faint);
    border-radius: 3px;
  }

  .check input[type="button"][name] {
    border-radius: 50%;
  }

  .check input[type="button"][checked] {
    border: 5px solid var(--bp-ink);
  }

  .field {
    display: inline-flex;
    flex-direction: column;
    gap: 2px;
    font: 13px/1.3 var(--bp-font-ui);
    color: var(--bp-ink-soft);
    min-width: 0;
  }

  .field > label {
    display: contents;
  }

  .field input[type="number"],
  .field input[type="text"] {
    width: 7.5em;
    padding: 0 var(--bp-space-2);
    font-weight: 400;
  }

  .field input[aria-invalid="true"] {
    border-color: var(--bp-loss);
    border-width: 2px;
  }

  .field-note {
    max-width: 32ch;
    color: var(--bp-loss);
    font: 13px/1.35 var(--bp-font-ui);
  }

  .check {
    display: inline-flex;
    gap: var(--bp-space-2);
    align-items: center;
    min-height: 34px;
    font: 14px/1.3 var(--bp-font-ui);
    color: var(--bp-ink);
  }

  .check input {
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--bp-ink);
  }

  .range {
    width: 100%;
    min-width: 0;
    height: 28px;
    margin: 0;
    accent-color: var(--bp-ink);
    cursor: pointer;
  }

  :where(button, .select, .field input, .range, .check input, textarea, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--bp-focus);
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    .button,
    .select,
    .field input,
    .check {
      min-height: 44px;
    }

    .range {
      height: 44px;
    }

    /* A phone zooms in on a field with smaller text. */
    .select,
    .field input {
      font-size: 16px;
    }
  }

  @media (forced-colors: active) {
    .button.primary {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
  }
`;

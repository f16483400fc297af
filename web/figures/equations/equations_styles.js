import { css } from "lit";

/** The seven equations beside the network that gives them their numbers. */
export const equationsStyles = css`
  .equations .equations-now {
    min-height: 4.4em;
    max-width: 68ch;
    margin-bottom: var(--bp-space-4);
  }

  .equations .equations-invitation {
    color: var(--bp-ink-soft);
  }

  .equations :is(.equations-side, .equations-main) {
    min-width: 0;
  }

  .equations .equations-stage .network-drawing {
    margin-inline: auto;
  }

  .equations :is(.equations-buttons, .equations-forms) {
    margin: var(--bp-space-3) 0;
  }

  .equations .equations-forms {
    margin-top: 0;
  }

  .equations .equations-forms .button[aria-pressed="true"] {
    color: var(--bp-paper);
    background: var(--bp-ink);
    border-color: var(--bp-ink);
  }

  .equations .equations-settings .field input[type="text"] {
    width: 6.5em;
  }

  .equations .equations-list {
    counter-reset: equation;
  }

  .equations .equations-card {
    counter-increment: equation;
    padding: var(--bp-space-3) 0 var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
  }

  .equations .equations-card h3 {
    color: var(--bp-ink);
    font: 600 15px/1.4 var(--bp-font-ui);
  }

  .equations .equations-card h3::before {
    content: counter(equation) "\\2002";
    color: var(--bp-ink-faint);
  }

  .equations .equations-sentence {
    color: var(--bp-ink-soft);
    font-size: 14px;
    text-wrap: pretty;
  }

  .equations .equations-general {
    margin: var(--bp-space-2) 0;
    font-size: 18px;
  }

  .equations .equations-line {
    padding: 3px 0;
  }

  .equations .equations-symbols {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-1) var(--bp-space-2);
    margin-bottom: var(--bp-space-2);
  }

  .equations .equations-symbol {
    display: flex;
    flex-direction: column;
    gap: 1px;
    align-items: start;
    min-height: 44px;
    padding: 5px 10px;
    color: var(--bp-ink);
    font: 14px/1.3 var(--bp-font-ui);
    text-align: start;
    background: var(--bp-sunken);
    border: 1px solid transparent;
    border-radius: var(--bp-radius);
    cursor: pointer;
  }

  .equations .equations-symbol:is(:hover, [data-hovered]) {
    border-color: var(--bp-ink-soft);
  }

  .equations .equations-value {
    display: inline-flex;
    gap: 5px;
    align-items: baseline;
  }

  .equations .equations-equals {
    color: var(--bp-ink-soft);
  }

  .equations .equations-meaning {
    color: var(--bp-ink-soft);
    font-size: 12px;
  }

  .equations .equations-here {
    overflow-x: auto;
    padding: var(--bp-space-2) var(--bp-space-3);
    font-size: 15px;
    border-left: 2px solid var(--bp-line);
  }

  .equations .equations-sides {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    align-items: center;
  }

  .equations .equations-numbers > summary {
    padding: var(--bp-space-2) 0;
    color: var(--bp-ink-soft);
    font-size: 13px;
    cursor: pointer;
  }

  @container (min-width: 820px) {
    .equations .equations-panels {
      grid-template-columns: minmax(0, 380px) minmax(0, 1fr);
      gap: var(--bp-space-6);
    }

    .equations .equations-side {
      position: sticky;
      top: calc(var(--bar-height, 0px) + var(--bp-space-3));
      align-self: start;
    }
  }

  /* In the column of a blog the settings stand beside the drawing. */
  @container (min-width: 561px) and (max-width: 819px) {
    .equations .equations-side {
      display: grid;
      grid-template: auto 1fr / minmax(0, 340px) minmax(0, 1fr);
      column-gap: var(--bp-space-4);
      align-items: start;
    }

    .equations .equations-stage {
      grid-row: 1 / 3;
    }
  }

  @container (max-width: 560px) {
    .equations .equations-now {
      min-height: 8.7em;
      font-size: 17px;
    }

    .equations .equations-general {
      font-size: 16px;
    }

    .equations .equations-here {
      font-size: 14px;
    }
  }

  @media (forced-colors: active) {
    .equations .equations-forms .button[aria-pressed="true"] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }

  @media print {
    .equations .equations-side {
      position: static;
    }
  }
`;

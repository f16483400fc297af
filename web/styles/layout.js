import { css } from "lit";

/** How the parts of a figure are laid out, for all figures: rows, lists, legends, sentences, boxes. */
export const layout = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .plain-list,
  .legend {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .legend,
  .button-row,
  .field-row {
    display: flex;
    flex-wrap: wrap;
  }

  .legend {
    gap: 2px var(--bp-space-4);
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .legend li {
    display: flex;
    gap: 6px;
    align-items: center;
  }

  .button-row {
    gap: var(--bp-space-2);
  }

  .field-row {
    gap: var(--bp-space-3);
    align-items: end;
  }

  /* The names of both ends of a slider or of a scale. */
  .ends {
    display: flex;
    justify-content: space-between;
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .sentence {
    font: 17px/1.45 var(--bp-font-text);
    text-wrap: pretty;
  }

  .large-sentence {
    font: 18px/1.45 var(--bp-font-text);
    text-wrap: pretty;
  }

  .box {
    background: var(--bp-paper);
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
  }

  /* Parts of a figure, one below the other. */
  .stack {
    display: grid;
    gap: var(--bp-space-4);
  }

  /* A figure of another kind, opened in this one. */
  .opened-figure {
    margin-top: var(--bp-space-4);
    padding-top: var(--bp-space-3);
    border-top: 1px solid var(--bp-line);
  }

  .opened-figure header {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }

  /* What came of the last button of a panel. */
  .panel-note {
    min-height: 1.45em;
    color: var(--bp-ink-soft);
    font-size: 14px;
  }

  .panel-note.problem {
    color: var(--bp-loss);
  }

  /* Panels that show an earlier state until the answer to the present one comes. */
  .panels {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--bp-space-5);
    transition: opacity 150ms;
  }

  .panels.outdated {
    opacity: 0.45;
  }

  @media (prefers-reduced-motion: reduce) {
    .panels {
      transition: none;
    }
  }
`;

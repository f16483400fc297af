import { css } from "lit";

/** Of the figure `code`: what is asked beside the program, and below it what came of it. */
export const codeStyles = css`
  .program {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: var(--bp-space-4) var(--bp-space-5);
    align-items: start;
  }

  .program > :is(.program-given, .program-solution, .program-solved) {
    grid-column: 1 / -1;
  }

  .program-given {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--bp-space-4) var(--bp-space-5);
    align-items: start;
  }

  :is(.program-told, .program-work, .program-verdict) {
    display: grid;
    gap: var(--bp-space-3);
    min-width: 0;
  }

  .program h3 {
    margin: 0;
  }

  .program-told p,
  .program-sentence {
    margin: 0;
    font: 17px/1.5 var(--bp-font-text);
  }

  .program-sentence {
    min-height: 76px;
  }

  .program :is(p, li) code {
    font: 0.86em var(--bp-font-code);
  }

  .program-hints {
    margin: 0;
    padding-left: 1.3em;
  }

  .program-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2);
  }

  .program-editor {
    height: 340px;
    margin: 0;
    overflow: auto;
  }

  pre.program-editor,
  .program-printed,
  .program-solution pre {
    box-sizing: border-box;
    margin: 0;
    padding: 4px 10px;
    overflow: auto;
    border: 1px solid var(--bp-line);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    font: 13px/1.55 var(--bp-font-code);
  }

  .program-printed {
    max-height: 160px;
  }

  .program-network-frame {
    min-width: 0;
    overflow-x: auto;
  }

  /* Narrower, its letters would be smaller than can be read: it is scrolled instead. */
  .program-network {
    display: block;
    width: 100%;
    min-width: 530px;
    max-width: 560px;
    font: 600 13px var(--bp-font-ui);
  }

  .program-line {
    stroke: var(--bp-line-strong);
    stroke-width: 1.5;
  }

  .program-line.program-wrong {
    stroke: var(--bp-loss);
    stroke-width: 3;
    stroke-dasharray: 6 4;
  }

  :is(.program-unit, .program-bias) {
    fill: var(--bp-raised);
    stroke: var(--bp-line-strong);
    stroke-width: 1.5;
  }

  .program-letter {
    fill: var(--bp-ink);
    font: italic 17px var(--bp-font-text);
  }

  .program-letter tspan {
    font-size: 12px;
    font-style: normal;
  }

  .program-label {
    fill: var(--bp-ink);
    stroke: var(--bp-raised);
    stroke-width: 5px;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .program-label.program-right {
    fill: var(--bp-backward);
  }

  .program-label.program-wrong {
    fill: var(--bp-loss);
  }

  .program-numbers {
    max-width: 100%;
    overflow-x: auto;
  }

  .program-numbers caption {
    text-align: left;
    font-weight: 600;
  }

  td:is(.program-wrong, .program-missing) {
    color: var(--bp-loss);
    font-weight: 600;
  }

  @container (max-width: 720px) {
    :is(.program, .program-given) {
      grid-template-columns: minmax(0, 1fr);
    }

    .program-editor {
      height: 260px;
    }
  }
`;

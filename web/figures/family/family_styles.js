import { css } from "lit";

/** Of the figure `family`: the recipes, the squares of the units, and what moves the first weights. */
export const familyStyles = css`
  .family .family-sentence {
    min-height: 2.9em;
    margin: 0;
    font: 17px/1.45 var(--bp-font-text);
  }

  .family :is(h3, h4) {
    margin: 0;
    font: 600 16px/1.3 var(--bp-font-ui);
  }

  .family h4 {
    color: var(--bp-ink-soft);
    font-size: 13px;
  }

  .family-recipes {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--bp-space-2);
  }

  .family-recipe {
    display: grid;
    grid-template-rows: auto 1fr auto auto;
    gap: var(--bp-space-1);
    padding: var(--bp-space-2) var(--bp-space-3);
    border: 1.5px solid var(--bp-line);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: 14px/1.35 var(--bp-font-ui);
    text-align: start;
    cursor: pointer;
  }

  .family-recipe[aria-pressed="true"] {
    border-color: var(--bp-forward);
    background: var(--bp-forward-wash);
  }

  .family-recipe small {
    color: var(--bp-ink-soft);
    font-size: 12px;
  }

  .family-recipe svg {
    width: 100%;
    height: 46px;
  }

  .family-curve {
    fill: none;
    stroke: var(--bp-forward);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }

  .family-score {
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  .family-scores {
    margin: 0;
  }

  .family-training {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
  }

  .family-training .button.primary {
    min-width: 14.5em;
  }

  .family-training progress {
    flex: 1 1 120px;
    max-width: 240px;
    accent-color: var(--bp-forward);
  }

  .family-question,
  .family-units,
  .family-pulls,
  .family-starts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--bp-space-3);
    padding-top: var(--bp-space-4);
    border-top: 1px solid var(--bp-line);
  }

  .family-answer {
    min-height: 2.9em;
    margin: 0;
  }

  .family-units-sentence,
  .family-pulls-sentence {
    min-height: 2.9em;
    margin: 0;
  }

  .family-unit-list {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--bp-space-4) var(--bp-space-3);
  }

  .family .family-unit svg {
    display: block;
    width: 100%;
    max-width: 136px;
    margin: var(--bp-space-1) auto;
  }

  .family-box {
    fill: var(--bp-sunken);
  }

  .family-marked {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 0.06;
  }

  .family-weight {
    vector-effect: non-scaling-stroke;
    stroke-width: 1.5;
  }

  .family-above {
    fill: var(--bp-backward);
    stroke: var(--bp-backward);
  }

  .family-below {
    fill: var(--bp-paper);
    stroke: var(--bp-forward);
  }

  .family-unit dl {
    display: grid;
    gap: 1px;
    margin: 0;
    font: 13px/1.4 var(--bp-font-ui);
  }

  .family-unit dl > div {
    display: flex;
    justify-content: space-between;
    padding: 0 var(--bp-space-1);
    border-radius: 3px;
    color: var(--bp-ink-soft);
  }

  .family-unit dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  .family-unit .family-stands {
    outline: 1.5px solid var(--bp-ink);
    color: var(--bp-ink);
    font-weight: 700;
  }

  .family-starts-sentence {
    min-height: 4.4em;
    margin: 0;
  }

  .family-start-list {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    gap: var(--bp-space-1);
  }

  .family-start {
    display: grid;
    justify-items: center;
    width: 100%;
    min-height: 44px;
    padding: 2px 0;
    border: 1.5px solid var(--bp-line);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: 14px/1.35 var(--bp-font-ui);
    cursor: pointer;
  }

  .family-start[aria-pressed="true"] {
    border-color: var(--bp-forward);
    background: var(--bp-forward-wash);
  }

  .family-start small {
    color: var(--bp-ink-soft);
    font-size: 12px;
  }

  .family-pulls > svg {
    display: block;
    width: 100%;
  }

  .family-pull {
    fill: none;
    stroke-width: 2;
  }

  .family-gradient {
    stroke: var(--bp-backward);
  }

  .family-decay {
    stroke: var(--bp-ink);
    stroke-dasharray: 6 3;
  }

  @container (max-width: 800px) {
    .family-start-list {
      grid-template-columns: repeat(8, minmax(0, 1fr));
    }

    .family-unit-list {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }

    .family-pulls-sentence {
      min-height: 4.4em;
    }
  }

  @container (max-width: 680px) {
    .family-recipes {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (max-width: 540px) {
    .family :is(.family-sentence, .family-answer, .family-units-sentence) {
      min-height: 4.4em;
    }
  }

  @container (max-width: 460px) {
    .family-start-list {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }

    .family-starts-sentence {
      min-height: 8.7em;
    }

    .family-unit-list {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .family :is(.family-sentence, .family-units-sentence) {
      min-height: 5.8em;
    }

    .family :is(.family-answer, .family-pulls-sentence) {
      min-height: 7.3em;
    }
  }

  @media (forced-colors: active) {
    .family svg {
      forced-color-adjust: none;
    }
  }
`;

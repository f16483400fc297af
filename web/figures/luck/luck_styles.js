import { css } from "lit";

/** Of the figure `luck`: two settings side by side, each with its dots. */
export const luckStyles = css`
  .luck .luck-sentence {
    min-height: 3em;
    margin: 0;
    font: 17px/1.5 var(--bp-font-text);
  }

  .luck .luck-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2);
    align-items: center;
  }

  .luck .luck-sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--bp-space-5);
  }

  .luck .luck-side {
    display: grid;
    gap: var(--bp-space-2);
    min-width: 0;
    align-content: start;
  }

  .luck h3 {
    margin: 0;
    font: 600 16px/1.3 var(--bp-font-ui);
  }

  .luck .luck-side svg {
    display: block;
    width: 100%;
  }

  .luck .luck-key {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--bp-space-3);
    margin-left: auto;
    color: var(--bp-ink-soft);
    font: 13px/1.4 var(--bp-font-ui);
  }

  .luck .luck-told {
    min-height: 4.5em;
    margin: 0;
    font: 15px/1.5 var(--bp-font-text);
  }

  .luck .luck-interval {
    stroke: var(--bp-backward);
    stroke-width: 6;
    opacity: 0.45;
  }

  .luck .luck-share {
    fill: var(--bp-backward);
  }

  .luck .luck-dots {
    cursor: pointer;
    border-radius: var(--bp-radius);
  }

  .luck .luck-dot {
    fill: var(--bp-forward);
    stroke: none;
    pointer-events: none;
  }

  .luck .luck-solved-1 {
    fill: color-mix(in oklab, var(--bp-forward) 80%, var(--bp-paper));
  }

  .luck .luck-solved-2 {
    fill: color-mix(in oklab, var(--bp-forward) 62%, var(--bp-paper));
  }

  .luck .luck-solved-3 {
    fill: color-mix(in oklab, var(--bp-forward) 46%, var(--bp-paper));
  }

  .luck .luck-solved-4 {
    fill: color-mix(in oklab, var(--bp-forward) 32%, var(--bp-paper));
  }

  .luck .luck-waiting {
    fill: var(--bp-line-strong);
  }

  .luck :is(.luck-stuck, .luck-diverged) {
    fill: none;
    stroke: var(--bp-backward);
    stroke-width: 1.6;
  }

  .luck .luck-chosen {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2;
    pointer-events: none;
  }

  .luck .luck-bar {
    fill: var(--bp-forward);
    opacity: 0.75;
  }

  .luck .luck-start {
    min-height: 44px;
    margin: 0;
  }

  @container (max-width: 500px) {
    .luck .luck-start {
      min-height: 62px;
    }

    .luck .luck-sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .luck svg {
      forced-color-adjust: none;
    }
  }
`;

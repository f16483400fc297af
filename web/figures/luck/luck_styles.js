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

  .luck .luck-map {
    display: grid;
    gap: var(--bp-space-2);
  }

  .luck .luck-map .luck-buttons {
    align-items: end;
  }

  .luck .luck-progress {
    width: 100%;
    accent-color: var(--bp-forward);
  }

  .luck .luck-map table {
    width: 100%;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 2px;
  }

  .luck .luck-map caption {
    text-align: start;
    font-size: 13px;
  }

  .luck .luck-map :is(th, td) {
    height: 44px;
    padding: 0;
    border: 0;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    text-align: center;
    vertical-align: middle;
  }

  .luck .luck-map thead :is(th, td) {
    height: 24px;
  }

  .luck .luck-map tbody td {
    background: var(--bp-sunken);
  }

  .luck .luck-cell {
    display: grid;
    gap: 4px;
    width: 100%;
    height: 44px;
    padding: 6px 3px;
    border: 0;
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: inherit;
    cursor: pointer;
  }

  .luck .luck-cell svg {
    display: block;
    width: 100%;
    height: 4px;
  }

  .luck .luck-reach {
    fill: var(--bp-ink);
  }

  .luck .luck-shade-1 {
    background: color-mix(in oklab, var(--bp-forward) 8%, var(--bp-paper));
  }

  .luck .luck-shade-2 {
    background: color-mix(in oklab, var(--bp-forward) 16%, var(--bp-paper));
  }

  .luck .luck-shade-3 {
    background: color-mix(in oklab, var(--bp-forward) 24%, var(--bp-paper));
  }

  .luck .luck-shade-4 {
    background: color-mix(in oklab, var(--bp-forward) 32%, var(--bp-paper));
  }

  .luck .luck-shade-5 {
    background: color-mix(in oklab, var(--bp-forward) 40%, var(--bp-paper));
  }

  .luck .luck-own {
    outline: 2px solid var(--bp-ink);
    outline-offset: -2px;
  }

  .luck .luck-cell:focus-visible {
    outline: 3px solid var(--bp-focus);
    outline-offset: 1px;
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

import { css } from "lit";

/** The chain of blame, its shares and its two ways of working it out. */
export const blameStyles = css`
  .blame {
    display: grid;
    gap: var(--bp-space-3);
  }

  .blame-sentence {
    min-height: 50px;
  }

  .blame-stage {
    min-width: 0;
  }

  .blame-graph {
    display: block;
    width: 100%;
    max-width: 800px;
    height: auto;
    margin-inline: auto;
  }

  /* Prerendered for both widths; the live figure draws the one it needs. */
  .blame-graph + .blame-graph {
    display: none;
  }

  .blame-graph text {
    fill: var(--bp-ink);
    font: 14px var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .blame-box {
    fill: var(--bp-raised);
    stroke: var(--bp-line-strong);
    stroke-width: 1.25;
  }

  .blame-fill {
    fill: var(--bp-backward);
  }

  .blame-graph .blame-part {
    fill: var(--bp-backward);
    font-weight: 600;
  }

  .blame-edge line {
    stroke: var(--bp-line-strong);
  }

  .blame-edge path {
    fill: var(--bp-line-strong);
  }

  .blame-edge[data-hovered] :is(line, path) {
    stroke: var(--bp-ink);
  }

  .blame-node[data-hovered] .blame-box {
    stroke: var(--bp-ink);
    stroke-width: 2.5;
  }

  .blame-total {
    padding: var(--bp-space-3);
    min-height: 52px;
    font-size: 18px;
  }

  .blame-controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-2) var(--bp-space-4);
    align-items: center;
    justify-content: space-between;
  }

  .blame-shares {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    gap: var(--bp-space-2) var(--bp-space-5);
  }

  .blame-share {
    display: grid;
    font-size: 14px;
  }

  .blame-away {
    visibility: hidden;
  }

  .blame-percent {
    display: inline-block;
    min-width: 3em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .blame-share[data-hovered] .blame-meaning {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .blame-ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 256px), 1fr));
    gap: var(--bp-space-4) var(--bp-space-5);
  }

  .blame-ways section {
    display: grid;
    gap: 6px;
    align-content: start;
    min-width: 0;
    min-height: 190px;
  }

  .blame-formula {
    padding-block: 3px;
  }

  @container (max-width: 599px) {
    .blame-sentence {
      min-height: 100px;
    }

    .blame-graph {
      max-width: 360px;
      margin-inline: auto;
    }

    .blame-graph:has(+ .blame-graph) {
      display: none;
    }

    .blame-graph + .blame-graph {
      display: block;
    }

    .blame-away {
      display: none;
    }

    .blame-ways section {
      min-height: 0;
    }
  }

  @media (forced-colors: active) {
    .blame-fill,
    .blame-edge path {
      fill: CanvasText;
    }

    .blame-edge line {
      stroke: CanvasText;
    }
  }
`;

import { css } from "lit";

/** Of the figure `family`: the relations, and the people of the two trees. */
export const treeStyles = css`
  .family-relations {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--bp-space-1);
  }

  .family-relation {
    min-height: 32px;
    padding: 2px var(--bp-space-1);
    border: 1.5px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: 14px/1.2 var(--bp-font-ui);
    cursor: pointer;
  }

  .family-relation[aria-pressed="true"] {
    border-color: var(--bp-forward);
    background: var(--bp-forward-wash);
    color: var(--bp-forward);
    font-weight: 600;
  }

  .family-relation[aria-disabled="true"] {
    border-style: dashed;
    border-color: var(--bp-line);
    color: var(--bp-ink-faint);
    cursor: default;
  }

  .family-trees {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--bp-space-4) var(--bp-space-5);
  }

  .family-tree {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    grid-template-rows: repeat(12, 19px);
    margin-top: var(--bp-space-2);
  }

  .family .family-lines {
    grid-area: 1 / 1 / -1 / -1;
    width: 100%;
    height: 100%;
  }

  .family-lines path {
    fill: none;
    stroke: var(--bp-line-strong);
    stroke-width: 1.5;
    vector-effect: non-scaling-stroke;
  }

  .family-person {
    position: relative;
    display: flex;
    gap: 2px;
    align-items: center;
    justify-content: space-between;
    width: 86%;
    min-width: 0;
    margin: 2px 0;
    padding: 0 var(--bp-space-1);
    overflow: hidden;
    border: 1.5px solid var(--bp-line-strong);
    border-radius: var(--bp-radius);
    background: var(--bp-paper);
    color: var(--bp-ink);
    font: 13px/1.1 var(--bp-font-ui);
    cursor: pointer;
  }

  .family-person[data-column="0"] {
    grid-column: 1;
  }

  .family-person[data-column="1"] {
    grid-column: 2;
  }

  .family-person[data-column="2"] {
    grid-column: 3;
  }

  .family-person[data-row="0"] {
    grid-row: 1 / span 2;
  }

  .family-person[data-row="1"] {
    grid-row: 2 / span 2;
  }

  .family-person[data-row="2"] {
    grid-row: 3 / span 2;
  }

  .family-person[data-row="3"] {
    grid-row: 4 / span 2;
  }

  .family-person[data-row="4"] {
    grid-row: 5 / span 2;
  }

  .family-person[data-row="6"] {
    grid-row: 7 / span 2;
  }

  .family-person[data-row="7"] {
    grid-row: 8 / span 2;
  }

  .family-person[data-row="8"] {
    grid-row: 9 / span 2;
  }

  .family-person[data-row="9"] {
    grid-row: 10 / span 2;
  }

  .family-person[data-row="10"] {
    grid-row: 11 / span 2;
  }

  .family-person > span {
    position: relative;
  }

  .family .family-person svg {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .family-person rect {
    fill: color-mix(in oklab, var(--bp-forward) 26%, var(--bp-paper));
  }

  .family-person[aria-pressed="true"] {
    border: 2.5px solid var(--bp-ink);
    font-weight: 700;
  }

  .family-person:is([data-kind="right"], [data-kind="missed"]) {
    border: 2px solid var(--bp-target);
  }

  .family-person[data-kind="wrong"] {
    border: 2px dashed var(--bp-loss);
  }

  .family-mark {
    font-weight: 700;
  }

  .family-person .family-mark {
    line-height: 1;
  }

  .family-aside-mark {
    margin-left: 1px;
  }

  .family-key,
  .family-aside {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--bp-space-4);
    align-items: center;
    margin: 0;
  }

  .family-aside {
    gap: var(--bp-space-1) var(--bp-space-2);
  }

  @media (pointer: coarse) {
    .family-tree {
      grid-template-rows: repeat(12, 23px);
    }

    .family-relation {
      min-height: 44px;
    }
  }

  @container (max-width: 540px) {
    .family-relations {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }

    .family-trees {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @container (max-width: 760px) {
    .family-trees {
      column-gap: var(--bp-space-2);
    }

    .family-person {
      font-size: 12px;
    }
  }
`;

import { css } from "lit";

/** MathML in the page's maths font, its terms in the colours of their roles. */
export const formulas = css`
  math {
    font-family: var(--bp-font-math);
    font-size: 1.06em;
    line-height: normal;
    font-style: normal;
    font-weight: normal;
    color: var(--bp-ink);
  }

  math[display="block"] {
    display: block math;
    width: 100%;
  }

  .role-forward {
    color: var(--bp-forward);
  }

  .role-backward {
    color: var(--bp-backward);
  }

  .role-loss {
    color: var(--bp-loss);
  }

  .role-target {
    color: var(--bp-target);
  }

  /* What a formula is wrapped into: rows, and pieces that stay whole. */
  .formula-row {
    display: block;
    white-space: normal;
  }

  .formula-row + .formula-row {
    margin-top: 4px;
  }

  .formula-piece {
    display: inline-block;
    max-width: 100%;
    white-space: nowrap;
  }

  .formula-piece math {
    display: inline math;
  }

  /* In a line browsers make fractions and indices too small to read. */
  math:not([display="block"]) mfrac > * {
    font-size: max(11px, 0.75em);
  }

  :is(msub, msup) > :nth-child(2),
  msubsup > :nth-child(n + 2),
  munder > mtext:nth-child(2) {
    font-size: max(10px, 0.71em);
  }

  /* At the size of text the font's own hat is a speck. */
  mover > mo {
    font-size: 1.5em;
    line-height: 0;
  }

  .term {
    border-radius: 3px;
  }

  .term[data-hovered] {
    background: color-mix(in srgb, currentColor 16%, transparent);
  }
`;

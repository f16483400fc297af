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

  .term {
    border-radius: 3px;
  }

  .term[data-hovered] {
    background: color-mix(in srgb, currentColor 16%, transparent);
  }
`;

import { css } from "lit";

/** The part from which readers take a figure home. */
export const takeHomeStyles = css`
  .take-home-groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: var(--bp-space-4) var(--bp-space-5);
    padding: var(--bp-space-3) 0 var(--bp-space-2);
  }

  .take-home-group h4 {
    margin-bottom: var(--bp-space-2);
  }

  .take-home-group p {
    margin-top: var(--bp-space-2);
    font-size: 13px;
    text-wrap: pretty;
  }
`;

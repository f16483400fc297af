import { css } from "lit";
import { pastedTextStyles } from "../../../kit/fields/pasted_text_styles.js";

/** Where a reader brings a network. */
export const ownWeightsStyles = css`
  ${pastedTextStyles}

  .own-weights-choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--bp-space-3);
  }

  .own-weights-choices p {
    margin: var(--bp-space-1) 0 0;
  }
`;

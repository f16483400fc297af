import { css } from "lit";
import { pastedTextStyles } from "../../../kit/fields/pasted_text_styles.js";

/** Where a reader brings examples. */
export const ownDataStyles = css`
  ${pastedTextStyles}

  .pasted-part .own-data-guess {
    margin: 0;
    font-size: 15px;
  }

  .own-data-settings {
    display: flex;
    flex-wrap: wrap;
    gap: var(--bp-space-3) var(--bp-space-5);
    align-items: end;
  }

  .own-data-columns {
    overflow-x: auto;
    scrollbar-width: thin;
  }

  .own-data-columns table {
    border-collapse: collapse;
    font-size: 14px;
    font-variant-numeric: tabular-nums;
  }

  .own-data-columns :is(th, td) {
    padding: 4px var(--bp-space-3) 4px 0;
    text-align: left;
    white-space: nowrap;
    border-bottom: 1px solid var(--bp-line);
  }

  .own-data-columns label {
    display: grid;
    gap: var(--bp-space-1);
    font-weight: 600;
  }

  .own-data-columns .own-data-unused {
    color: var(--bp-ink-faint);
  }
`;

import { css, isServer, unsafeCSS } from "lit";
import { elementRoom } from "./room_rules.js";

/**
 * A figure on somebody's page keeps the room that it takes, from the moment in which its element is
 * known; one that is drawn into the page has it.
 */
export const roomStyles = css`
  .figure {
    display: flex;
    flex-direction: column;
  }

  /* What is kept and not needed stands above the line about the engine. */
  .figure > :not(.heading, .link-notes, footer, .unseen) {
    flex: 1 0 auto;
  }

  ${unsafeCSS(isServer ? "" : elementRoom())}
`;

import { css } from "lit";

/** A figure in a place of a given height: a slide, a frame. What does not fit is scrolled inside. */
export const fitStyles = css`
  :host([fit="height"]) {
    container-type: size;
    box-sizing: border-box;
    block-size: 100%;
    min-block-size: 320px; /* where the place has no height of its own */
    margin-block: 0;
  }

  :host([fit="height"]) .figure {
    block-size: 100%;
    overflow: auto;
    scrollbar-width: thin;
  }

  .panels-button {
    margin-inline-start: auto;
  }

  footer .panels-button + .share-button {
    margin-inline-start: 0;
  }
`;

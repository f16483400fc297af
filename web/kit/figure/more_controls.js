import { html, isServer, nothing } from "lit";
import { words } from "./figure_words.js";

/**
 * The controls that a figure's first task does not need, behind one summary. A figure opens with at most
 * eight controls in sight. Whether the others stand open is a field of its state, so that links remember it.
 * They are drawn when they are first opened; the prerendered figure contains them, since `details` open
 * without scripts too.
 */
export class MoreControls {
  /** @param {(isOpen: boolean) => void} setOpen changes the field of the figure's state */
  constructor(setOpen) {
    this.setOpen = setOpen;
    this.wasOpened = isServer;
  }

  /**
   * @param {boolean} isOpen as the state has it
   * @param {() => unknown} content
   */
  template(isOpen, content) {
    this.wasOpened ||= isOpen;
    return html`<details class="more-controls" data-part="more-controls" ?open=${isOpen}
      @toggle=${(/** @type {Event} */ event) => this.#toggle(event, isOpen)}>
      <summary>${words.moreControls}</summary>
      ${this.wasOpened ? html`<div class="stack">${content()}</div>` : nothing}
    </details>`;
  }

  /**
   * A browser tells of the state's own changes too, and of those of parts within.
   * @param {Event} event
   * @param {boolean} isOpen
   */
  #toggle({ target, currentTarget }, isOpen) {
    const { open } = /** @type {HTMLDetailsElement} */ (currentTarget);
    if (target === currentTarget && open !== isOpen) this.setOpen(open);
  }
}

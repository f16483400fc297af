/** How a reader's file comes in: chosen behind a button, or dropped on a part of the page. */
export class BroughtFile {
  /** @param {(file: File) => void} open */
  constructor(open) {
    this.open = open;
  }

  /** A click on a button that has a hidden file field beside it. */
  choose = (/** @type {Event} */ event) => {
    const row = /** @type {Element} */ (event.currentTarget).parentElement;
    /** @type {HTMLInputElement | null | undefined} */ (row?.querySelector("input"))?.click();
  };

  /** The file field has changed; the same file may be chosen again. */
  chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) this.open(file);
    input.value = "";
  };

  dragged = (/** @type {DragEvent} */ event) => event.preventDefault();

  /** What is no file, such as a piece of text, goes where it was dropped. */
  dropped = (/** @type {DragEvent} */ event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.open(file);
  };
}

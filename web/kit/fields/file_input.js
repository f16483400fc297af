/** Takes a file from the reader: chosen by a button, or dropped on a part of the figure. */
export class FileInput {
  /** @param {(file: File) => void} open */
  constructor(open) {
    this.open = open;
  }

  /** For a click on a button that has a hidden file field beside it. */
  choose = (/** @type {Event} */ event) => {
    const row = /** @type {Element} */ (event.currentTarget).parentElement;
    /** @type {HTMLInputElement | null | undefined} */ (row?.querySelector("input"))?.click();
  };

  /** For a change of the file field, which is emptied so that the same file may be chosen again. */
  chosen = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) this.open(file);
    input.value = "";
  };

  dragged = (/** @type {DragEvent} */ event) => event.preventDefault();

  /** For a drop; what is not a file, such as a piece of text, is left to the element it was dropped on. */
  dropped = (/** @type {DragEvent} */ event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.open(file);
  };
}

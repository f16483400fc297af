/** How long the browser may go on reading the file after the click (ms). */
const READING_TIME = 60_000;

/**
 * Has the browser save a file.
 * @param {string} name
 * @param {Blob} file
 */
export function saveFile(name, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READING_TIME);
}

/** The browser may still read the file after the click; in milliseconds. */
const READING = 60_000;

/**
 * Lets the browser save a file.
 * @param {string} name
 * @param {Blob} file
 */
export function saveFile(name, file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READING);
}

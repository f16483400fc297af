/** What is in a file of weights: a text, or the bytes of a safetensors file. */

/** The place of the header's first letter in a safetensors file, after the header's length. */
const HEADER = 8;

/**
 * @param {ArrayBuffer} buffer
 * @returns {{text: string} | {base64: string} | null} null: it is neither
 */
export function weightsIn(buffer) {
  const bytes = new Uint8Array(buffer);
  if (isSafetensors(bytes)) return { base64: base64Of(bytes) };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : { text };
  } catch {
    return null;
  }
}

/**
 * Whether the first eight bytes are the length of a header that begins after them.
 * @param {Uint8Array} bytes
 */
function isSafetensors(bytes) {
  const isSmall = bytes.subarray(4, HEADER).every((byte) => byte === 0);
  return bytes.length > HEADER && isSmall && bytes[HEADER] === "{".charCodeAt(0);
}

/** @param {Uint8Array} bytes */
function base64Of(bytes) {
  let letters = "";
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

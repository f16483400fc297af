/**
 * Files that were packed when they were made (gzip, RFC 1952). A package that is copied into other people's
 * builds has its large files so; the site itself has them as they are, since its server compresses them.
 */

import { joined, MOST_BYTES } from "./download.js";
import { Failure } from "./failure.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * Whether bytes are gzip's, which neither JSON, WebAssembly nor a zip archive begins like.
 * @param {Bytes} bytes
 */
const isPacked = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What a file says, packed or as it is.
 * @param {Bytes} bytes
 */
export const opened = async (bytes) => (isPacked(bytes) ? unpacked(bytes, MOST_BYTES) : bytes);

/**
 * @param {Bytes} bytes packed
 * @param {number} most bytes that may come out; unpacking ends where there are more
 * @returns {Promise<Bytes>} rejects with a Failure: `corrupt`, or `unsupported` where the browser
 *   cannot unpack
 */
export async function unpacked(bytes, most) {
  if (!globalThis.DecompressionStream) {
    throw new Failure("unsupported", "this browser has no DecompressionStream");
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  const chunks = [];
  let length = 0;
  for (;;) {
    const chunk = await reader.read().catch((error) => {
      throw new Failure("corrupt", `a packed file: ${error}`);
    });
    if (chunk.done) return joined(chunks, length);
    length += chunk.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new Failure("corrupt", `a packed file has more than ${most} bytes`);
    }
    chunks.push(chunk.value);
  }
}

/**
 * Zip archives with stored entries, the form in which the build keeps NumPy and the core: the
 * web server compresses them on the way, and here nothing has to be unpacked, only found.
 */

import { Failure } from "../../downloads/failure.js";

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endOfDirectoryLength = 22;
const longestComment = 0xffff;

/**
 * Format: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param {Uint8Array<ArrayBuffer>} archive
 * @returns {{name: string, bytes: Uint8Array<ArrayBuffer>}[]} every file; the bytes are views of
 *   the archive
 * @throws {Failure} `corrupt` when it is no zip archive or its entries are compressed
 */
export function filesInArchive(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const text = new TextDecoder();
  const end = directoryEnd(view);
  const count = view.getUint16(end + 10, true);
  const files = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw unreadable("a broken directory");
    if (view.getUint16(at + 10, true) !== 0) throw unreadable("a compressed entry");
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const header = view.getUint32(at + 42, true);
    const name = text.decode(archive.subarray(at + 46, at + 46 + nameLength));
    // The entry's own header may be longer than its copy in the directory.
    const start =
      header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    if (!name.endsWith("/")) files.push({ name, bytes: archive.subarray(start, start + size) });
    at += 46 + nameLength + rest;
  }
  return files;
}

/**
 * @param {DataView} view
 * @returns {number} where the record stands that ends the archive; a comment may follow it
 */
function directoryEnd(view) {
  const last = view.byteLength - endOfDirectoryLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw unreadable("no directory");
}

/** @param {string} what */
function unreadable(what) {
  return new Failure("corrupt", `an archive has ${what}`);
}

import assert from "node:assert/strict";
import test from "node:test";
import { filesInArchive } from "../../../web/engine/worker/archive.js";

// `zip -0 -X` of a folder with a/b.txt ("hello\n") and c.bin (01 02 03), in Python's zipfile:
// two stored entries, their directory, and the end record. Written out by field.
const text = new TextEncoder();

/** @param {number} value @param {number} length */
const number = (value, length) => Array.from({ length }, (_, byte) => (value >> (8 * byte)) & 0xff);

/**
 * @param {{name: string, bytes: number[], method?: number, localExtra?: number[]}[]} entries
 * @param {number[]} comment
 */
function archiveOf(entries, comment = []) {
  /** @type {number[]} */
  const body = [];
  /** @type {number[]} */
  const directory = [];
  for (const { name, bytes, method = 0, localExtra = [] } of entries) {
    const encoded = [...text.encode(name)];
    const offset = body.length;
    const sizes = [...number(0, 4), ...number(bytes.length, 4), ...number(bytes.length, 4)];
    const head = [...number(20, 2), ...number(0, 2), ...number(method, 2), ...number(0, 4)];
    body.push(...number(0x04034b50, 4), ...head, ...sizes, ...number(encoded.length, 2));
    body.push(...number(localExtra.length, 2), ...encoded, ...localExtra, ...bytes);
    directory.push(...number(0x02014b50, 4), ...number(20, 2), ...head, ...sizes);
    directory.push(
      ...number(encoded.length, 2),
      ...number(0, 12),
      ...number(offset, 4),
      ...encoded,
    );
  }
  const count = number(entries.length, 2);
  const end = [...number(0x06054b50, 4), ...number(0, 4), ...count, ...count];
  end.push(...number(directory.length, 4), ...number(body.length, 4));
  end.push(...number(comment.length, 2), ...comment);
  return Uint8Array.from([...body, ...directory, ...end]);
}

test("every stored file is found by its name, folders left out", () => {
  const archive = archiveOf([
    { name: "a/", bytes: [] },
    { name: "a/δ.txt", bytes: [104, 105], localExtra: [9, 9, 9, 9] },
    { name: "c.bin", bytes: [1, 2, 3] },
  ]);
  assert.deepEqual(
    filesInArchive(archive).map(({ name, bytes }) => [name, [...bytes]]),
    [
      ["a/δ.txt", [104, 105]],
      ["c.bin", [1, 2, 3]],
    ],
  );
});

test("a comment at the end is passed over", () => {
  const files = filesInArchive(archiveOf([{ name: "x", bytes: [7] }], [...text.encode("a note")]));
  assert.deepEqual([...files[0].bytes], [7]);
});

test("an archive inside a larger buffer is read where it lies", () => {
  const archive = archiveOf([{ name: "x", bytes: [7, 8] }]);
  const larger = new Uint8Array(archive.length + 11);
  larger.set(archive, 11);
  assert.deepEqual([...filesInArchive(larger.subarray(11))[0].bytes], [7, 8]);
});

for (const [what, archive] of /** @type {const} */ ([
  ["no archive", new Uint8Array(100)],
  ["nothing", new Uint8Array(0)],
  ["a compressed entry", archiveOf([{ name: "x", bytes: [7], method: 8 }])],
])) {
  test(`${what} is refused as corrupt`, () => {
    assert.throws(() => filesInArchive(archive), { name: "Failure", reason: "corrupt" });
  });
}

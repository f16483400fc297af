import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { fetchManifest, RuntimeFiles } from "../../../web/engine/worker/runtime_files.js";

const content = new TextEncoder().encode("the bytes of a wheel ".repeat(10_000));

/** @type {import("../../../web/engine/worker/runtime_files.js").RuntimeFile} */
const wheel = {
  name: "wheel.whl",
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
  role: "numpy",
};

const gzipped = new Uint8Array(gzipSync(content));

/** The same file, as a bundler's package has it. */
const packedWheel = {
  ...wheel,
  bytes: gzipped.length,
  sha256: createHash("sha256").update(gzipped).digest("hex"),
  unpacked: content.length,
};

/**
 * @param {{after: (hook: () => void) => void}} t
 * @param {(response: import("node:http").ServerResponse, count: number) => void} serve answers each
 *   request, counted from 1
 * @param {number} [silence]
 */
async function filesFrom(t, serve, silence) {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    serve(response, count);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const runtime = `http://127.0.0.1:${address.port}/runtime/`;
  const manifest = { files: [wheel], pyodide: "314", numpy: "2" };
  /** @type {[number, number][]} */
  const progress = [];
  const onProgress = (/** @type {number[]} */ ...bytes) =>
    progress.push(/** @type {[number, number]} */ (bytes));
  const files = new RuntimeFiles(runtime, manifest, { onProgress, silence });
  return { files, runtime, progress, asked: () => count };
}

/**
 * @param {number} place
 * @returns {Uint8Array} the content with one bit of the byte there turned
 */
function flipped(place) {
  const bytes = content.slice();
  bytes[place] ^= 1;
  return bytes;
}

test("a file comes whole, and every byte of it is counted once", async (t) => {
  const { files, progress } = await filesFrom(t, (response) => response.end(content));
  assert.deepEqual(await files.fetch(wheel), content);
  assert.deepEqual(progress.at(-1), [content.length, content.length]);
  const loaded = progress.map(([bytes]) => bytes);
  assert.deepEqual(
    loaded,
    [...loaded].sort((a, b) => a - b),
  );
});

for (const [status, reason] of /** @type {const} */ ([
  [404, "not_found"],
  [410, "not_found"],
  [403, "server_error"],
  [503, "server_error"],
])) {
  test(`a server that answers ${status} is named ${reason}`, async (t) => {
    const { files, runtime } = await filesFrom(t, (response) => {
      response.statusCode = status;
      response.end();
    });
    await assert.rejects(files.fetch(wheel), { name: "Failure", reason });
    await assert.rejects(fetchManifest(runtime), { reason });
  });
}

for (const [what, bytes] of /** @type {const} */ ([
  ["one flipped bit", flipped(77_777)],
  ["a byte too few", content.subarray(1)],
  ["a byte too many", new Uint8Array(content.length + 1)],
])) {
  test(`a file with ${what} is corrupt, after a second try`, async (t) => {
    const { files, asked, progress } = await filesFrom(t, (response) => response.end(bytes));
    await assert.rejects(files.fetch(wheel), { name: "Failure", reason: "corrupt" });
    assert.equal(asked(), 2);
    assert.equal(progress.at(-1)?.[0], 0, "nothing of it counts as loaded");
  });
}

test("a file that is damaged once is taken from the second try", async (t) => {
  const { files, progress } = await filesFrom(t, (response, count) =>
    response.end(count === 1 ? flipped(5) : content),
  );
  assert.deepEqual(await files.fetch(wheel), content);
  assert.deepEqual(progress.at(-1), [content.length, content.length]);
});

test("a server that refuses once is asked again, and a request that it answers then is no failure", async (t) => {
  const { files, runtime, asked } = await filesFrom(t, (response, count) => {
    response.statusCode = count % 2 === 1 ? 503 : 200;
    response.end(count === 4 ? JSON.stringify({ files: [wheel] }) : content);
  });
  assert.deepEqual(await files.fetch(wheel), content);
  assert.deepEqual(await fetchManifest(runtime), { files: [wheel] });
  assert.equal(asked(), 4);
});

test("a silence is a stalled download, before the first byte and after it", async (t) => {
  for (const sent of [0, 1000]) {
    const { files, progress } = await filesFrom(
      t,
      (response) => {
        if (sent > 0) response.write(content.subarray(0, sent));
      },
      50,
    );
    await assert.rejects(files.fetch(wheel), { reason: "stalled" });
    assert.equal(progress.at(-1)?.[0] ?? 0, 0, "nothing of it counts as loaded");
  }
});

test("a connection that breaks in the middle is no damaged file", async (t) => {
  const { files } = await filesFrom(t, (response) => {
    response.setHeader("Content-Length", content.length);
    response.write(content.subarray(0, 1000), () => response.destroy());
  });
  await assert.rejects(files.fetch(wheel), { reason: "fetch_blocked" });
});

test("a server that is not there is a blocked request", async () => {
  const files = new RuntimeFiles("http://127.0.0.1:9/", { files: [], pyodide: "", numpy: "" });
  await assert.rejects(files.fetch(wheel), { reason: "fetch_blocked" });
});

for (const text of [
  "<html>",
  "",
  "null",
  "[]",
  "{}",
  '{"files": null}',
  '{"files": [null]}',
  '{"files": {"length": 1}}',
  JSON.stringify({ files: [{ ...wheel, bytes: 1e12 }] }),
  JSON.stringify({ files: [{ ...wheel, bytes: -1 }] }),
  JSON.stringify({ files: [{ ...wheel, bytes: 1.5 }] }),
  JSON.stringify({ files: [{ ...wheel, sha256: "" }] }),
  JSON.stringify({ files: [{ ...wheel, name: 7 }] }),
  JSON.stringify({ files: [wheel], later: [{ ...wheel, bytes: 1e12 }] }),
  JSON.stringify({ files: [{ ...wheel, unpacked: 1e12 }] }),
]) {
  test(`a manifest that is ${text.slice(0, 60) || "empty"} is corrupt`, async (t) => {
    const { runtime } = await filesFrom(t, (response) => response.end(text));
    await assert.rejects(fetchManifest(runtime), { name: "Failure", reason: "corrupt" });
  });
}

test("a manifest is a list of files, with others that come later", async (t) => {
  const manifest = { files: [wheel], later: [wheel], pyodide: "314", numpy: "2" };
  const { runtime } = await filesFrom(t, (response) => response.end(JSON.stringify(manifest)));
  assert.deepEqual(await fetchManifest(runtime), manifest);
});

test("a packed file is verified as it came, and handed over unpacked", async (t) => {
  const { files, asked } = await filesFrom(t, (response) => response.end(gzipped));
  assert.deepEqual(await files.fetch(packedWheel), content);
  assert.equal(asked(), 1);
});

for (const difference of [-1, 1]) {
  test(`a packed file of ${difference} byte more than the manifest says is corrupt`, async (t) => {
    const { files } = await filesFrom(t, (response) => response.end(gzipped));
    const other = { ...packedWheel, unpacked: content.length - difference };
    await assert.rejects(files.fetch(other), { name: "Failure", reason: "corrupt" });
  });
}

test("a browser that cannot unpack is told so", async (t) => {
  const { DecompressionStream } = globalThis;
  t.after(() => Object.assign(globalThis, { DecompressionStream }));
  Object.assign(globalThis, { DecompressionStream: undefined });
  const { files } = await filesFrom(t, (response) => response.end(gzipped));
  await assert.rejects(files.fetch(packedWheel), { name: "Failure", reason: "unsupported" });
});

test("without crypto.subtle the hash is still compared, by fetch itself", async (t) => {
  const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
  t.after(() => Object.defineProperty(globalThis, "crypto", /** @type {any} */ (crypto)));
  const good = await filesFrom(t, (response) => response.end(content));
  assert.deepEqual(await good.files.fetch(wheel), content);
  const bad = await filesFrom(t, (response) => response.end(flipped(1)));
  await assert.rejects(bad.files.fetch(wheel), { reason: "corrupt" });
});

test("whoever compiles a file while it comes gets a response to clone, before its body is read", async (t) => {
  const { files } = await filesFrom(t, (response) => response.end(content));
  /** @type {Promise<ArrayBuffer>[]} */
  const clones = [];
  await files.fetch(wheel, (response) => clones.push(response.clone().arrayBuffer()));
  assert.deepEqual(new Uint8Array(await clones[0]), content);
});

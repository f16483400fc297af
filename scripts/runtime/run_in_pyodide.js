// Runs one Python file inside Pyodide under Node.
//
//   node run_in_pyodide.js --index FOLDER [--numpy WHEEL] [--unpack ZIP]… [--mount HOST=GUEST]… FILE [ARGUMENT]…
//
// FOLDER holds the interpreter, stock or pruned. With --numpy NumPy is loaded the way the page
// loads it: by name from FOLDER's own lock file ("numpy"), or from a wheel's path. --unpack lays an
// archive out where packages are. The file's integer `exit_code`, if it sets one, becomes the exit
// code.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const SITE_PACKAGES = "/lib/python3.14/site-packages";

// Node would print the offending line, and Pyodide's whole glue code is one line.
for (const event of ["uncaughtException", "unhandledRejection"]) {
  process.on(event, (error) => {
    console.error(String(error?.stack ?? error).slice(0, 4000));
    process.exit(1);
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    index: { type: "string" },
    numpy: { type: "string" },
    unpack: { type: "string", multiple: true, default: [] },
    mount: { type: "string", multiple: true, default: [] },
  },
});

const index = path.resolve(values.index ?? ".");
const { loadPyodide } = await import(pathToFileURL(path.join(index, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: index });
if (values.numpy) {
  const wheel = existsSync(values.numpy) ? path.resolve(values.numpy) : values.numpy;
  await pyodide.loadPackage(wheel, { messageCallback() {} });
}
for (const file of values.unpack ?? []) {
  const archive = new Uint8Array(readFileSync(file));
  pyodide.unpackArchive(archive, "zip", { extractDir: SITE_PACKAGES });
}
for (const mount of values.mount ?? []) {
  const [host, guest] = mount.split("=");
  pyodide.FS.mkdirTree(guest);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: path.resolve(host) }, guest);
}

const [file, ...args] = positionals;
const globals = pyodide.toPy({ __name__: "__main__" });
globals.set("arguments", pyodide.toPy(args));
try {
  pyodide.runPython(readFileSync(file, "utf8"), { globals, filename: path.basename(file) });
  process.exitCode = globals.get("exit_code") ?? 0;
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}

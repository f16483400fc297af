// A worker with the runtime that the page gets, for the bench's own Python:
//   {files: {name: text}, runtime: URL} once, then {call: "module:function", arguments: […]}.
// Every message is answered, by {result} or {failure}.

/** @type {any} */
let pyodide;

/**
 * @param {string} runtime URL of the folder, with a slash at its end
 * @param {Record<string, string>} files modules to put where Python looks for packages
 */
async function start(runtime, files) {
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(`${runtime}pyodide.js`),
    import(`${runtime}pyodide.asm.js`),
  ]);
  pyodide = await loadPyodide({
    indexURL: runtime,
    packageBaseUrl: runtime,
    createPyodideModule,
  });
  await pyodide.loadPackage("numpy", { messageCallback: () => {} });
  const engine = await (await fetch(`${runtime}backprop.zip`)).arrayBuffer();
  const folder = pyodide.runPython("import site; site.getsitepackages()[0]");
  pyodide.unpackArchive(engine, "zip", { extractDir: folder });
  pyodide.FS.mkdirTree(`${folder}/bench`);
  for (const [name, text] of Object.entries(files)) {
    pyodide.FS.writeFile(`${folder}/bench/${name}`, text);
  }
  pyodide.runPython("import importlib; importlib.invalidate_caches()");
  return pyodide.version;
}

/**
 * @param {string} name such as `bench.rates:naive_xor`
 * @param {unknown[]} values
 */
function call(name, values) {
  const [module, member] = name.split(":");
  const imported = pyodide.pyimport(module);
  const result = imported[member](...values.map((value) => pyodide.toPy(value)));
  imported.destroy();
  if (!(result instanceof pyodide.ffi.PyProxy)) return result;
  const plain = result.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  result.destroy();
  return plain;
}

addEventListener("message", async ({ data }) => {
  try {
    const result = data.call
      ? call(data.call, data.arguments)
      : await start(data.runtime, data.files);
    postMessage({ result });
  } catch (error) {
    postMessage({ failure: String(error) });
  }
});

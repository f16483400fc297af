// Pyodide as it is published: its own loader, its own files, `loadPackage`, `import numpy`.

addEventListener("message", async ({ data: folder }) => {
  try {
    const began = performance.now();
    const { loadPyodide } = await import(`${folder}pyodide.mjs`);
    const pyodide = await loadPyodide({ indexURL: folder, packageBaseUrl: folder });
    const started = performance.now();
    await pyodide.loadPackage("numpy", { messageCallback: () => {} });
    const loaded = performance.now();
    pyodide.runPython("import numpy");
    const imported = performance.now();
    postMessage({
      stages: {
        loadPyodide: started - began,
        loadPackage: loaded - started,
        import: imported - loaded,
      },
    });
  } catch (error) {
    postMessage({ failure: String(error) });
  }
});

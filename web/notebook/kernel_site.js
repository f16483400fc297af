import { EngineClient } from "../engine/client.js";
import { kernelLabels } from "../engine/engine_words.js";
import { bytesOf, KernelLink, NoKernel } from "./kernel_link.js";

/** @typedef {import("./kernel_link.js").WidgetModel} WidgetModel */

/** @type {Record<string, string>} */
const TYPES = { css: "text/css", json: "application/json", py: "text/plain", woff2: "font/woff2" };

/**
 * Whether the page was made from a notebook: it holds the state of the widgets, and not the settings of a server
 * as JupyterLab's own page and Voila's do.
 */
const isExported = () =>
  document.querySelector('script[type="application/vnd.jupyter.widget-state+json"]') !== null &&
  document.getElementById("jupyter-config-data") === null;

/**
 * A kernel answers after the cells before have run, however long they take; the notebook itself shows that it is
 * busy, and can interrupt it.
 */
const A_DAY = 24 * 3600 * 1000;
const DEADLINES = { check: A_DAY, answer: A_DAY };

/**
 * A site whose files and whose Python come from the kernel. The files of the first picture come with the widget.
 * @param {WidgetModel} model
 * @returns {import("../engine/site.js").Site}
 */
export function kernelSite(model) {
  const engine = new EngineClient(document.baseURI, {
    createWorker: () => (isExported() ? new NoKernel() : new KernelLink(model)),
    deadlines: DEADLINES,
    labels: kernelLabels,
  });
  /** @type {Map<string, Promise<string>>} */
  const addresses = new Map();
  return {
    base: null,
    page: null,
    script: null,
    engine,
    sandbox: null,
    addressOf(name) {
      let address = addresses.get(name);
      if (!address) {
        address = fileUrl(model, name);
        address.catch(() => addresses.delete(name));
        addresses.set(name, address);
      }
      return address;
    },
  };
}

/**
 * @param {WidgetModel} model
 * @param {string} name
 * @returns {Promise<string>} an address at which this page finds the file
 */
async function fileUrl(model, name) {
  const content = model.get("_files")[name] ?? (await requestedFile(model, name));
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
  return URL.createObjectURL(new Blob([content], { type }));
}

/**
 * @param {WidgetModel} model
 * @param {string} name
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
function requestedFile(model, name) {
  if (isExported()) return Promise.reject(new Error(`${name}: there is no kernel to ask for it`));
  return new Promise((resolve, reject) => {
    /** @type {(content: any, buffers?: DataView[]) => void} */
    const hear = (content, buffers = []) => {
      if (content.type !== "file" || content.name !== name) return;
      model.off("msg:custom", hear);
      if (buffers.length > 0) resolve(bytesOf(buffers[0]));
      else reject(new Error(`${name}: the kernel has no such file`));
    };
    model.on("msg:custom", hear);
    model.send({ type: "file", name });
  });
}

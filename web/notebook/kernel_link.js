/**
 * The connection to a notebook's kernel: the comm of the widget, which reaches the kernel wherever it runs. It
 * needs no server of ours and no download.
 */

/** @typedef {import("../engine/spawn_worker.js").WorkerLike} WorkerLike */

/**
 * The part of anywidget's model that is used here.
 * @typedef {object} WidgetModel
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(content: object) => void} send
 * @property {(event: string, listener: (...told: any[]) => void) => void} on
 * @property {(event: string, listener: (...told: any[]) => void) => void} off
 */

/** Several pages may show one widget, and each receives the answers to all: a link knows its own by its name. */
let links = 0;
const PAGE = Math.random().toString(36).slice(2);

/**
 * The kernel as if it were a worker: `postMessage` sends it a message, `onmessage` receives its answers.
 * @implements {WorkerLike}
 */
export class KernelLink {
  /** @param {WidgetModel} model */
  constructor(model) {
    /** @type {((event: any) => void) | null} */
    this.onmessage = null;
    /** @type {((event: any) => void) | null} */
    this.onerror = null;
    /** @type {((event: any) => void) | null} */
    this.onmessageerror = null;
    this.model = model;
    links += 1;
    this.name = `${PAGE}-${links}`;
    /** @type {(content: any, buffers?: DataView[]) => void} */
    this.hear = ({ link, ...said }, buffers = []) => {
      if (link === this.name) this.onmessage?.({ data: withArrays(said, buffers) });
    };
    model.on("msg:custom", this.hear);
  }

  /** @param {object} message */
  postMessage(message) {
    this.model.send({ ...plain(message), link: this.name });
  }

  terminate() {
    this.model.off("msg:custom", this.hear);
  }
}

/**
 * Stands where a kernel would, in a page that has none, and says only that.
 * @implements {WorkerLike}
 */
export class NoKernel {
  /** @type {((event: any) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  /** @type {((event: any) => void) | null} */
  onmessageerror = null;

  postMessage() {
    const said = { type: "failed", reason: "no_kernel", detail: "" };
    queueMicrotask(() => this.onmessage?.({ data: said }));
  }

  terminate() {}
}

/**
 * The same value with arrays as lists, which JSON can hold.
 * @param {any} value plain data and typed arrays
 * @returns {any}
 */
export function plain(value) {
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {Float64Array} */ (value));
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}

/**
 * A message of the kernel with its arrays in their places; they are sent beside it as bytes.
 * @param {any} said `arrays` has the path to each of them
 * @param {DataView[]} buffers float64 numbers
 */
function withArrays({ arrays = [], ...said }, buffers) {
  for (const [index, path] of arrays.entries()) {
    const [name, ...way] = path.toReversed();
    const holder = way.reduceRight(
      (/** @type {any} */ at, /** @type {string} */ step) => at[step],
      said,
    );
    holder[name] = new Float64Array(bytesOf(buffers[index]).buffer);
  }
  return said;
}

/** @param {DataView} buffer */
export function bytesOf({ buffer, byteOffset, byteLength }) {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

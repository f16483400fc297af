import { asText, downloadAs } from "../downloads/download.js";
import { Failure } from "../downloads/failure.js";

/** @import { Reason } from "../contract/engine_status.js" */

/** The last line of a script as it was built. */
const END = /\n\/\/# sourceMappingURL=\S+\s*$/;

/** @param {Uint8Array<ArrayBuffer>} bytes */
function asWhole(bytes) {
  if (!END.test(asText(bytes))) throw new TypeError("no end of a script");
}

/**
 * Why a worker does not run, as far as its script can tell; the browser itself does not say.
 * @param {string} url of the script
 * @param {number} silence milliseconds without a byte, for which nobody waits longer
 * @returns {Promise<Reason>} `no_worker` when the script is in order
 */
export async function whyAbsent(url, silence) {
  let type = "";
  try {
    await downloadAs(asWhole, url, {
      cache: "reload",
      silence,
      onResponse: ({ headers }) => {
        type = headers.get("Content-Type") ?? "";
      },
    });
    return /(java|ecma)script/.test(type) ? "no_worker" : "refused";
  } catch (error) {
    return error instanceof Failure ? error.reason : "no_worker";
  }
}

/** The script of the engine's worker: under which address it is asked for, and what is wrong with it. */
export class WorkerScript {
  /**
   * @param {string} baseUrl the folder that it stands in
   * @param {typeof whyAbsent} [fault]
   */
  constructor(baseUrl, fault = whyAbsent) {
    this.baseUrl = baseUrl;
    this.fault = fault;
    this.retries = 0;
    /** A worker has been tried in vain although its script is in order. */
    this.isSecondTry = false;
  }

  /** After a retry it has a new name, lest the browser's copy, or its policy, is what is wrong. */
  get url() {
    const url = new URL("engine-worker.js", this.baseUrl);
    if (this.retries > 0) url.searchParams.set("retry", String(this.retries));
    return url.href;
  }

  /** @param {boolean} isSecondTry */
  rename(isSecondTry) {
    this.retries += 1;
    this.isSecondTry = isSecondTry;
  }

  /**
   * Why a worker has not said a word.
   * @param {string} detail what the browser said of it
   * @param {number} silence milliseconds without a byte, for which nobody waits longer
   * @returns {Promise<Reason | null>} null when another worker is worth a try
   */
  async whyAbsent(detail, silence) {
    const reason = detail.includes("SyntaxError") ? "corrupt" : await this.fault(this.url, silence);
    return reason === "no_worker" && !this.isSecondTry ? null : reason;
  }
}

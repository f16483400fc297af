/**
 * Why a question got no answer. A message that Python refuses is not one of these: it is answered,
 * with a result of kind `error`.
 */
export class EngineError extends Error {
  /**
   * @param {import("../contract/engine_status.js").Reason | "restarted" | "disposed" | "superseded"} code
   *   `restarted`: the page itself restarted the engine; `disposed`: it was let go;
   *   `superseded`: a newer question took its place
   * @param {string} message one sentence for the reader
   * @param {string} [detail] for a bug report
   */
  constructor(code, message, detail = "") {
    super(message);
    this.name = "EngineError";
    this.code = code;
    this.detail = detail;
  }
}

/** What cannot be had or done, with the reason that the reader is told. */
export class Failure extends Error {
  /**
   * @param {import("../contract/engine_status.js").Reason} reason
   * @param {string} detail for a bug report: the file, the browser's own words
   */
  constructor(reason, detail) {
    super(detail);
    this.name = "Failure";
    this.reason = reason;
  }
}

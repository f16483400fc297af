/**
 * What a reader is told of a part of the page that could not be fetched: what it is, what happened, and
 * what can be done.
 */

import { Failure } from "./failure.js";

const UNANSWERED = "a request for it got no answer. Check the connection, then try again.";

/** @type {Partial<Record<import("../contract/engine_status.js").Reason, string>>} */
const REASONS = {
  fetch_blocked: UNANSWERED,
  not_found:
    "one of its files is missing on the server, which may have been updated since you opened this page. Try again, or reload the page.",
  server_error: "the server refused to send one of its files. Try again in a moment.",
  stalled: "no more came of one of its files. Check the connection, then try again.",
  corrupt: "one of its files arrived damaged. Try again, or reload the page.",
  refused:
    "the browser refused to run one of its scripts, which the server may send as another kind of file. Try again, or reload the page.",
};

/**
 * @param {string} what begins the sentence, such as “This figure”
 * @param {unknown} error why it is not there
 */
export function notLoaded(what, error) {
  const reason = error instanceof Failure ? REASONS[error.reason] : undefined;
  return `${what} could not be loaded: ${reason ?? UNANSWERED}`;
}

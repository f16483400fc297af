import { SILENCE } from "../downloads/deadline.js";

/**
 * How long the page waits for its engine before it gives up, in milliseconds.
 *
 * `check` runs from the worker's creation to its first word; `download` is the longest silence
 * between two bytes, not the length of the download; `answer` runs from the moment a message is
 * sent. The stages after the download do no network work, and a slow phone takes some ten times
 * as long as a laptop's half second. `grace` is how long an engine lives on that no figure holds:
 * a page that shows another view, or mounts its only figure anew, wants it back in a moment.
 */
export const deadlines = {
  check: 10_000,
  download: SILENCE,
  interpreter: 45_000,
  numpy: 30_000,
  core: 30_000,
  answer: 15_000,
  grace: 10_000,
};

/** @typedef {typeof deadlines} Deadlines */

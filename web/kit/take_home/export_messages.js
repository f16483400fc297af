/** What a reader takes home. Types only. */

/**
 * A file of what another message is about: of its pass, or of its training run, which begins where
 * the message's `state` stands and has its `epochs`.
 * @typedef {object} ExportMessage
 * @property {"export"} kind
 * @property {string} format `numpy`, `pytorch` (scripts); `xlsx`, `csv` (sheets of live formulas)
 * @property {import("../../contract/messages.js").Message} subject
 */

/**
 * @typedef {object} ExportResult
 * @property {"export"} kind
 * @property {string} filename
 * @property {string} media_type
 * @property {string | null} text what is in the file; or
 * @property {string | null} base64 its bytes
 */

export {};

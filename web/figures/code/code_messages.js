/** What the figure `code` asks, and what it is answered. Types only. */

/** @typedef {{kind: "code", task: string}} CodeMessage */

/** @typedef {"ladder" | "bugs"} TaskKind programs to be written, and programs to be mended */

/**
 * @typedef {object} CodeResult
 * @property {"code"} kind
 * @property {string} task
 * @property {TaskKind} task_kind
 * @property {number} number its place among those of its kind, from 1 on
 * @property {number} of how many there are of its kind
 * @property {string} title
 * @property {string[]} paragraphs `code` stands between back quotes
 * @property {string[]} hints each tells more than the one before
 * @property {string} start the program to begin with
 * @property {string} solution
 * @property {string} check the end of a saved program: its file then checks itself when it is run
 * @property {{name: string, kind: TaskKind, title: string}[]} tasks all there are
 * @property {number[]} layer_sizes of the network that the numbers belong to; empty if they belong to none
 * @property {{place: string, name: string}[]} asked the numbers that a program is to give
 */

/** @typedef {{kind: "judge", task: string, code: string}} JudgeMessage is sent to the reader's own Python */

/**
 * @typedef {object} JudgedNumber
 * @property {string} place `weights:0,1,0` (layer, from, to), `biases:0,1`, `errors:1,0`, or empty
 * @property {string} name
 * @property {number | null} given
 * @property {number} expected
 * @property {"right" | "wrong" | "missing"} state
 */

/**
 * @typedef {object} Verdict
 * @property {"judge"} kind
 * @property {boolean} passed
 * @property {string} sentence
 * @property {number | null} line where the program stopped, from 1 on
 * @property {string | null} mistake the name of a known one
 * @property {string} printed
 * @property {JudgedNumber[]} numbers empty if the program came to no end
 * @property {boolean} spoilt the next program needs a new Python
 */

export {};

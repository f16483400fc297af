/**
 * Undo and redo. The history holds the state before each edit. Consecutive edits with the same name, such
 * as the moves of one drag, are undone together.
 */

/** The most states that are kept; beyond, the oldest are dropped. */
const MOST_KEPT = 200;

/**
 * @template State
 * @typedef {{past: State[], future: State[], last: string | null}} EditHistory
 */

/** @type {EditHistory<any>} */
export const noHistory = { past: [], future: [], last: null };

/**
 * @template State
 * @param {EditHistory<State>} history
 * @param {State} before the state that the edit changes
 * @param {string | null} name consecutive edits with this name become one; null: this edit stays
 *   separate
 * @returns {EditHistory<State>}
 */
export function withEdit(history, before, name) {
  const goesOn = name !== null && name === history.last;
  const past = goesOn ? history.past : [...history.past, before].slice(-MOST_KEPT);
  return { past, future: [], last: name };
}

/**
 * @template State
 * @param {EditHistory<State>} history
 * @param {State} now
 * @returns {{history: EditHistory<State>, state: State}}
 */
export function undone({ past, future }, now) {
  if (past.length === 0) return { history: { past, future, last: null }, state: now };
  return {
    history: { past: past.slice(0, -1), future: [now, ...future], last: null },
    state: past[past.length - 1],
  };
}

/**
 * @template State
 * @param {EditHistory<State>} history
 * @param {State} now
 * @returns {{history: EditHistory<State>, state: State}}
 */
export function redone({ past, future }, now) {
  if (future.length === 0) return { history: { past, future, last: null }, state: now };
  return {
    history: { past: [...past, now], future: future.slice(1), last: null },
    state: future[0],
  };
}

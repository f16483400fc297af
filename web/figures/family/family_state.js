/** What the figure on family trees is set to, and what it asks. The ranges are the engine's own. */

import { choiceField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { Refused, refusalOf } from "../../kit/fields/fields.js";
import { number, word } from "../../kit/fields/link_forms.js";
import { words } from "./family_words.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { FamilyMessage, FamilyQuestion, FamilyResult } from "./family_messages.js" */

/**
 * A run, how many sweeps of it are wanted, and the question that the reader asks.
 * @typedef {Omit<FamilyMessage, "kind" | "run"> & {person: number, relation: number}} FamilyState
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<FamilyState>} */
export const familyLink = {
  recipe: word,
  seed: number,
  sweeps: number,
  person: number,
  relation: number,
};

/** Sweeps that are asked for at a time, so that no other figure waits long for Python. */
export const SLICE = 50;
/** Colin, and who his aunts are: the question of the paper. */
const QUESTION = { person: 9, relation: 7 };

/**
 * @param {FamilyMessage} message the opening
 * @returns {FamilyState}
 */
export const familyState = ({ kind: _, run: _run, ...settings }) => ({ ...settings, ...QUESTION });

/** What a run is of. @param {{recipe: string, seed: number}} run */
export const runKey = ({ recipe, seed }) => `${recipe} ${seed}`;

/**
 * What a state asks: at most a slice more than is known.
 * @param {FamilyState} state
 * @param {FamilyResult | null} [known] an answer to the same run
 * @returns {FamilyMessage}
 */
export function familyMessage({ recipe, seed, sweeps }, known = null) {
  const message = { kind: /** @type {const} */ ("family"), recipe, seed };
  if (!known || known.sweep > sweeps) return { ...message, sweeps: Math.min(sweeps, SLICE) };
  return { ...message, sweeps: Math.min(sweeps, known.sweep + SLICE), run: known.run };
}

/**
 * The question that a state asks.
 * @param {Pick<FamilyState, "person" | "relation">} state
 * @param {FamilyQuestion[]} questions
 */
export const questionOf = ({ person, relation }, questions) =>
  questions.find((asked) => asked.person === person && asked.relation === relation);

/**
 * Sets some fields, each checked. Another person who has nobody in the relation is asked for the first that
 * there is.
 * @param {FamilyState} state
 * @param {Record<string, unknown>} partial
 * @param {object} known
 * @param {DescribeResult} known.describe
 * @param {FamilyResult} known.result
 * @param {Record<string, number>} known.ends of each recipe the last sweep
 * @param {(state: FamilyState) => number} known.sweepsOf how many are known of a run
 */
export function withFamily(state, partial, { describe, result, ends, sweepsOf }) {
  const { people, relations, questions } = result;
  const place = (/** @type {unknown[]} */ { length }) => ({
    minimum: 0,
    maximum: length - 1,
    whole: true,
  });
  const taken = withTableValues(state, partial, [
    choiceField("recipe", Object.keys(ends), true),
    numberField("seed", describe.limits.seed, true),
    numberField("sweeps", describe.limits.family_sweeps),
    numberField("person", place(people)),
    numberField("relation", place(relations)),
  ]);
  const next = { ...taken.state };
  if (taken.restarts && partial.sweeps === undefined) next.sweeps = sweepsOf(next);
  next.sweeps = Math.min(next.sweeps, ends[next.recipe]);
  if (questionOf(next, questions)) return { ...taken, state: next };
  const first = questions.find(({ person }) => person === next.person);
  const kept = questionOf({ ...next, relation: state.relation }, questions) ?? first;
  next.relation = kept?.relation ?? 0;
  const refused = [...taken.refused];
  if (partial.relation !== undefined) {
    refused.push(refusalOf(new Refused("relation", words.nobody)));
  }
  return { ...taken, refused, state: next };
}

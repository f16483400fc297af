/** The two trees as buttons, each with what its output says; the relations; the questions kept aside. */

import { html, nothing, svg } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { questionOf } from "./family_state.js";
import { words } from "./family_words.js";
import { HALF_ROWS, LINES_WIDTH, neighbour, placesOf, treeLines } from "./tree_layout.js";

/** @import { FamilyQuestion, FamilyResult } from "./family_messages.js" */
/** @import { FamilyState } from "./family_state.js" */

const DIGITS = 2;
/** An output beyond this names its person. */
const NAMED = 0.5;

/**
 * @param {FamilyResult} result
 * @param {FamilyState} state
 * @param {(fields: Record<string, unknown>) => void} set
 */
export function treesView(result, state, set) {
  const question = questionOf(state, result.questions);
  if (!question) return nothing;
  const places = placesOf(result.people);
  const move = (/** @type {KeyboardEvent} */ event) => {
    const from = Number(/** @type {HTMLElement} */ (event.target).dataset.person);
    if (!event.key.startsWith("Arrow") || Number.isNaN(from)) return;
    event.preventDefault();
    const trees = /** @type {HTMLElement} */ (event.currentTarget);
    const next = trees.querySelector(`[data-person="${neighbour(places, from, event.key)}"]`);
    /** @type {HTMLElement} */ (next).focus();
  };
  return html`<section class="family-question">
    <h3>${words.askTitle}</h3>
    <p class="sentence family-answer" data-right=${question.right ? "true" : "false"}>${question.sentence}</p>
    <div class="family-relations" role="group" aria-label=${words.relations}>
      ${result.relations.map((name, relation) => {
        const asked = questionOf({ ...state, relation }, result.questions);
        return html`<button class="family-relation" aria-pressed=${relation === state.relation ? "true" : "false"}
          aria-disabled=${asked ? "false" : "true"} data-relation=${relation}
          @click=${() => asked && set({ relation })}>${name}${asked?.held_out ? asideMark() : nothing}</button>`;
      })}
    </div>
    <div class="family-trees" role="group" aria-label=${words.people} @keydown=${move}>
      ${words.trees.map(
        (title, tree) => html`<div>
          <h4>${title}</h4>
          <div class="family-tree">
            <svg class="family-lines" viewBox="0 0 ${LINES_WIDTH} ${HALF_ROWS}" preserveAspectRatio="none" aria-hidden="true">
              <path d=${treeLines(places, result.couples, tree)}></path>
            </svg>
            ${places.map((place, person) =>
              place.tree === tree
                ? personView(result, question, person, () => set({ person }), place)
                : nothing,
            )}
          </div>
        </div>`,
      )}
    </div>
    ${key()}
    <p class="family-aside"><span class="soft">${words.keptAside}</span>
      ${result.questions
        .filter(({ held_out }) => held_out)
        .map(
          ({ person, relation, right }) =>
            html`<button class="button quiet family-aside-question" @click=${() => set({ person, relation })}>
              ${words.question(result.people[person].name, result.relations[relation])}
              <span class="family-mark" aria-hidden="true">${right ? words.marks.right : words.marks.wrong}</span>
              <span class="unseen">${right ? words.right : words.wrong}</span></button>`,
        )}
    </p>
  </section>`;
}

/**
 * @param {FamilyResult} result
 * @param {FamilyQuestion} question
 * @param {number} person
 * @param {() => void} choose
 * @param {import("./tree_layout.js").Place} place
 */
function personView({ people }, question, person, choose, { column, row }) {
  const output = question.outputs[person];
  const isNamed = output > NAMED;
  const isAnswer = question.answers.includes(person);
  const kind = isAnswer ? (isNamed ? "right" : "missed") : isNamed ? "wrong" : null;
  const isAsked = person === question.person;
  const { name } = people[person];
  return html`<button class="family-person" data-person=${person} data-column=${column} data-row=${row}
    data-kind=${kind ?? nothing} aria-pressed=${isAsked ? "true" : "false"} tabindex=${isAsked ? "0" : "-1"}
    aria-label=${words.person(name, numberText(output, DIGITS), kind)} @click=${choose}>
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<rect width=${output} height="1"></rect>`}
    </svg>
    <span>${name}</span>
    ${kind ? html`<span class="family-mark" aria-hidden="true">${words.marks[kind]}</span>` : nothing}
  </button>`;
}

const asideMark = () => html`<span class="family-aside-mark" aria-hidden="true">*</span>
  <span class="unseen">${words.aside}</span>`;

const key = () => html`<p class="family-key soft">
  <span>${words.bars}</span>
  ${
    /** @type {const} */ (["right", "missed", "wrong"]).map(
      (kind) =>
        html`<span><span class="family-mark" aria-hidden="true">${words.marks[kind]}</span> ${words.kinds[kind]}</span>`,
    )
  }
</p>`;

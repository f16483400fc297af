import { html } from "lit";
import { live } from "lit/directives/live.js";
import { words } from "./own_data_words.js";

/** @import { OwnColumnsResult, Role } from "./own_data_messages.js" */

/** @type {Role[]} */
const ROLES = ["input", "target", "unused"];

/**
 * The first rows of a table, below a menu for each column that says what the column is.
 * @param {OwnColumnsResult} look
 * @param {Role[]} roles what the columns are by now
 * @param {(column: number, role: Role) => void} set
 */
export const ownColumnsView = ({ columns, rows, sentence }, roles, set) => html`
  <p class="own-data-guess" data-part="own-data-guess">${sentence} ${words.change}</p>
  <div class="own-data-columns" tabindex="0" role="region" aria-label=${words.columns}>
    <table>
      <thead>
        <tr>
          ${columns.map(
            ({ name }, column) => html`<th scope="col">
              <label>
                <span>${name}</span>
                <select class="select" data-column=${column} .value=${live(roles[column])}
                  @change=${(/** @type {Event} */ event) => set(column, chosen(event))}>
                  ${ROLES.map(
                    (role) =>
                      html`<option value=${role} ?selected=${role === roles[column]}>${words.roles[role]}</option>`,
                  )}
                </select>
              </label>
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) => html`<tr>
            ${cells.map(
              (cell, column) =>
                html`<td class=${roles[column] === "unused" ? "own-data-unused" : ""}>${cell}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** @param {Event} event */
const chosen = (event) =>
  /** @type {Role} */ (/** @type {HTMLSelectElement} */ (event.target).value);

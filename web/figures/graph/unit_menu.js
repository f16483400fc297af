import { html } from "lit";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { words } from "./graph_words.js";

/**
 * Which units of a network are drawn number by number.
 * @param {import("./graph_messages.js").GraphResult} result
 * @param {(opened: string) => void} open
 */
export function unitMenu({ units, opened, total, can_open_all: canOpenAll }, open) {
  const titles = new Map([["none", words.grouped(total)]]);
  for (const { name, title, values } of units) titles.set(name, words.unit(title, values));
  if (canOpenAll) titles.set("all", words.all(total));
  return html`<div class="field-row">
    ${choiceMenu({
      name: "opened",
      label: words.opened,
      value: opened,
      choices: [...titles.keys()],
      nameOf: (name) => titles.get(name) ?? name,
      set: open,
    })}
    <p class="soft">${words.networkNote}</p>
  </div>`;
}

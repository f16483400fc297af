/**
 * The agreement between `<backprop-figure>` and the figure inside it. The element knows the page:
 * it loads recorded results, holds the engine, watches visibility and speaks to outside callers. A
 * figure knows its state and how to draw it. Types only; this file runs nothing.
 */

/** @import { CSSResult, TemplateResult } from "lit" */
/** @import { EngineStatus } from "../../contract/engine_status.js" */
/** @import { DescribeResult, ErrorResult, Result } from "../../contract/messages.js" */
/** @import { LinkTable } from "../fields/link_forms.js" */

/** @typedef {import("../fields/fields.js").Refusal} Refusal */

/**
 * Asks the engine, whose answer is of the kind that was asked, or a refusal. Rejects with an error that
 * has `code` when no answer will come. With `latest`, only the newest waiting message of that name is
 * sent, and older ones reject with code `superseded`.
 * @typedef {<Answer extends Result, Question extends {kind: Answer["kind"]}>(message: Question,
 *   options?: {signal?: AbortSignal, latest?: string, deadline?: number}) =>
 *   Promise<Answer | ErrorResult>} Ask
 */

/** @typedef {(name: string) => Promise<unknown>} Load fetches what the build recorded under a name */

/**
 * A Python of its own for programs of readers, as long as somebody holds it.
 * @typedef {object} Sandbox
 * @property {() => void} acquire
 * @property {() => void} release
 * @property {() => Promise<unknown>} whenReady
 * @property {() => void} retry starts it anew if it failed
 * @property {() => void} restart gives it up for a new one
 * @property {(message: import("../../contract/messages.js").Message) => Promise<object>} ask
 */

/**
 * What the element offers to its figure.
 * @typedef {object} FigureHost
 * @property {string | null} preset the `preset` attribute
 * @property {boolean} predict the `predict` attribute: the reader guesses a gradient before it is shown
 * @property {ShadowRoot | null} shadowRoot null while prerendering
 * @property {DescribeResult} describe menus, limits and presets, as recorded by the build
 * @property {EngineStatus} status
 * @property {boolean} visible on screen, in a tab that shows
 * @property {number} clientWidth of the element, in pixels
 * @property {boolean} isCompact the picture and its controls stand alone, without panels
 * @property {boolean} fillsHeight it is as high as its place
 * @property {() => void} showPanels brings the panels of a compact figure: something in them is asked for
 * @property {boolean} reducedMotion
 * @property {{addressOf: (name: string) => Promise<string>, sandbox: Sandbox | null}} site where its files
 *   come from, and the Python in which a reader's programs run; null in a notebook
 * @property {Load} load
 * @property {Ask} ask
 * @property {() => void} requestUpdate has the figure drawn again in the next microtask
 * @property {Promise<boolean>} updateComplete fulfilled when every requested drawing is in the DOM
 * @property {(drawing: Promise<void>) => void} awaitDrawing makes `updateComplete` wait for a part that is
 *   drawn later
 * @property {(figure: string, fields: Record<string, unknown>) => boolean} openFigure asks the page to show
 *   these fields in a figure of another kind; false: it has none, or does not answer
 * @property {() => void} startPython loads Python now (a reader's action needs it)
 * @property {(sentence: string) => void} announce puts a sentence into the polite live region
 * @property {(refusal: Refusal) => void} refuse fires `backprop-error`, which says why a
 *   value was not taken
 * @property {() => void} changed fires `backprop-change`
 * @property {() => void} firstAnswerShown tells the element that Python's first result is on screen
 * @property {(busy: boolean) => void} setBusy tells whether a long computation is under way
 */

/**
 * What a figure offers to its element.
 * @template {object} [State=object]
 * @template {object} [Answer=object]
 * @typedef {object} Figure
 * @property {() => TemplateResult} render
 * @property {() => State} getState plain data
 * @property {(partial: Record<string, unknown>) => void} setState refuses bad fields by name, keeps the rest
 * @property {() => Answer | null} inspect the current result as plain data
 * @property {(count: number) => void} step moves by this many steps, either way
 * @property {() => void} statusChanged is called when the engine's status has changed
 * @property {() => void} visibilityChanged is called when `host.visible` has changed
 * @property {() => void} updated is called when the DOM shows what `render` returned
 * @property {(event: KeyboardEvent) => boolean} key returns true if the figure used the key
 * @property {() => void} destroy
 */

/** @typedef {{describe: DescribeResult}} Recorded what the build recorded for any figure; most have more */

/**
 * What the build recorded for a figure that asks one question: the one with which it opens, and its answer.
 * @template Message
 * @template Answer
 * @typedef {Recorded & {message: Message, result: Answer}} RecordedOpening
 */

/**
 * One kind of figure.
 *
 * `title` names it to those who go through a page by its parts. `link` names the fields of its state that a link may carry. `linkedFields` narrows them down for one
 * state, in a figure whose links do not always carry all of them. `partNames` matches the names by which
 * parts of fields can be set, such as `inputs[0]`. `load` fetches what was recorded, in a
 * figure for which that is more than `recorded/<name>.json`. Recorded files are not checked against their
 * types.
 * @template {object} [State=object]
 * @template {object} [Answer=object]
 * @template {Recorded} [Given=Recorded]
 * @typedef {{
 *   name: string,
 *   title: string,
 *   styles: CSSResult[],
 *   link: Partial<LinkTable<State>>,
 *   linkedFields?(state: State): string[],
 *   partNames?: RegExp,
 *   load?(preset: string | null, load: Load): Promise<Given>,
 *   create(host: FigureHost, recorded: Given): Figure<State, Answer>,
 * }} FigureKind
 */

/**
 * A figure that is one state and the engine's answer to it.
 * @template {object} State
 * @template Message
 * @template {object} Answer
 * @typedef {FigureKind<State, Answer, RecordedOpening<Message, Answer>>} OneAnswerFigureKind
 */

export {};

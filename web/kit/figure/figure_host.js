/**
 * The agreement between `<backprop-figure>` and the figure inside it. The element knows the page:
 * it loads recorded results, holds the engine, watches visibility and speaks to outside callers. A
 * figure knows its state and how to draw it. Types only; this file runs nothing.
 */

/** @typedef {import("../../contract/messages.js").Message} Message */
/** @typedef {import("../../contract/messages.js").Result} Result */
/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("../../contract/engine_status.js").EngineStatus} EngineStatus */
/** @typedef {import("lit").TemplateResult} TemplateResult */

/** @typedef {import("../fields/fields.js").Refusal} Refusal */

/**
 * What the element offers to its figure.
 * @typedef {object} FigureHost
 * @property {string | null} preset the `preset` attribute
 * @property {boolean} predict the `predict` attribute: gradients are to be guessed before they are shown
 * @property {ShadowRoot | null} shadowRoot null while prerendering
 * @property {DescribeResult} describe menus, limits and presets, as recorded by the build
 * @property {EngineStatus} status
 * @property {boolean} visible on screen, in a tab that shows
 * @property {number} clientWidth of the element, in pixels
 * @property {boolean} reducedMotion
 * @property {{addressOf: (name: string) => Promise<string>}} site where its files come from
 * @property {(name: string) => Promise<any>} load gives what the build recorded under a name; rejects
 *   when it cannot be had
 * @property {(message: Message, options?: {signal?: AbortSignal, latest?: string, deadline?: number}) => Promise<Result>} ask
 *   asks the engine; rejects with an error that has `code` when no answer will come. With `latest`,
 *   only the newest waiting message of that name is sent, and older ones reject with code `superseded`.
 * @property {() => void} requestUpdate draws again in the next microtask
 * @property {Promise<boolean>} updateComplete fulfilled when what was asked to be drawn is there
 * @property {(drawing: Promise<void>) => void} follow a part is drawn in the next picture; the update is
 *   complete with it
 * @property {() => void} start begins loading Python now (a reader's action needs it)
 * @property {(sentence: string) => void} announce speaks in the polite live region
 * @property {(refusal: Refusal) => void} refuse says why a value was not taken; fires `backprop-error`
 * @property {() => void} changed fires `backprop-change`
 * @property {() => void} answered says that the first result by Python is on screen
 * @property {(busy: boolean) => void} setBusy a long computation is under way
 */

/**
 * What a figure offers to its element.
 * @typedef {object} Figure
 * @property {() => TemplateResult} render
 * @property {() => object} getState plain data
 * @property {(partial: Record<string, unknown>) => void} setState refuses bad fields by name, keeps the rest
 * @property {() => object | null} inspect the current result as plain data
 * @property {(count: number) => void} step moves by this many steps, either way
 * @property {() => void} statusChanged the engine's status is another one
 * @property {() => void} visibilityChanged
 * @property {() => void} updated the DOM shows what `render` gave
 * @property {(event: KeyboardEvent) => boolean} key true when the key was used
 * @property {() => void} destroy
 */

/**
 * @typedef {object} FigureKind
 * @property {string} name
 * @property {import("lit").CSSResult[]} styles
 * @property {Record<string, import("../fields/link_forms.js").LinkForm<any>>} link which fields of its
 *   state a link carries
 * @property {(state: any) => string[]} [linkedFields] those that a link to this state carries, where
 *   that is not all of `link`
 * @property {(preset: string | null, load: (name: string) => Promise<any>) => Promise<any>} [load]
 *   what was recorded, where that is not just `recorded/<name>.json`
 * @property {(host: FigureHost, recorded: any) => Figure} create
 */

export {};

/** Never run: what TypeScript must know of the package, and what it must refuse. */

import { BackpropFigure, type FigureName, type TrainResult } from "backpropagation-traced";

export async function everything(): Promise<number> {
  const figure = document.createElement("backprop-figure");
  const other: BackpropFigure = new BackpropFigure();
  const name: FigureName = "xor";
  figure.figure = name;
  figure.heading = "A title";
  figure.theme = "dark";
  figure.controls = "hidden";
  figure.start = "interaction";
  figure.setState({ learning_rate: 2, seed: 7 });
  figure.step(-3);
  figure.addEventListener("backprop-change", ({ detail }) => detail.state.learning_rate);
  figure.addEventListener("click", ({ clientX }) => clientX);
  await figure.whenReady();
  const rate: number = figure.getState().learning_rate;
  const result = figure.inspect() as TrainResult | null;
  document.body.append(figure, other);
  figure.destroy();
  // @ts-expect-error a figure has no such method
  figure.train();
  // @ts-expect-error fields come as an object
  figure.setState("learning_rate=2");
  // @ts-expect-error there is no such figure
  const none: FigureName = "transformer";
  // @ts-expect-error nor by its property
  figure.figure = "xnor";
  // @ts-expect-error there is no such theme
  figure.theme = "night";
  // @ts-expect-error what a refusal tells is text
  document.addEventListener("backprop-error", ({ detail }) => detail.message * 2);
  return rate + (result?.accuracy ?? 0) + none.length;
}

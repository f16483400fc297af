import "backpropagation-traced";
import type { FigureElement, TraceResult } from "backpropagation-traced";

const heard = document.querySelector<HTMLParagraphElement>("#heard");
const figure: FigureElement | null = document.querySelector("backprop-figure");

figure?.addEventListener("backprop-ready", async () => {
  const { loss, weight_gradients } = figure.inspect() as TraceResult;
  heard?.append(`ready ${loss} ${weight_gradients.length} `);
});
document.addEventListener("backprop-error", ({ detail }) => {
  heard?.append(`refused ${detail.field}: ${detail.message} `);
});
figure?.whenReady().then(() => figure.setState({ learning_rate: "no number" }));

export default {
  head: [["script", { type: "module", src: `${process.env.FIGURES}backprop-figure.js` }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "backprop-figure" } } },
};

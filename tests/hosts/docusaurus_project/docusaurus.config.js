const figures = process.env.FIGURES;

module.exports = {
  title: "Somebody's site",
  url: "https://somebodys.example",
  baseUrl: "/",
  onBrokenLinks: "throw",
  themes: ["@docusaurus/theme-classic"],
  plugins: ["@docusaurus/plugin-content-pages"],
  scripts: [{ src: `${figures}backprop-figure.js`, type: "module" }],
};

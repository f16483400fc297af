/** What the panel with printed numbers says; sentences about numbers come from the engine. */
export const printedWords = {
  title: "Printed beside exact",
  columns: ["Number", "Printed", "Exact"],
  notPrinted: "not printed",
  differs: "differs",
  comesOut: "That way",
  /** @param {number} count */
  apply: (count) =>
    count === 1 ? "Apply this update" : `Apply these ${count.toLocaleString("en")} updates`,
};

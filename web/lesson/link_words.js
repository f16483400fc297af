/** What is said about links that hold a state. */
export const words = {
  leftOut: "This link could not be followed in everything. The rest of it is shown.",
  dismiss: "All right",
};

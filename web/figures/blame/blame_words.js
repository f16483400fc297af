/** What the figure of shared blame says; sentences about numbers are the engine's. */
export const words = {
  waits: "The numbers follow when Python is here.",
  invite: "Drag any share and watch the product. Then let the report take a second path.",
  secondPath: "The report also went to an analyst",
  reset: "Reset",
  pathByPath: "Path by path",
  backwards: "Backwards from the outcome",
  backwardsNote: "Each is worked out once, and used by all that lies before it.",
  shares: "Shares",
  nodes: {
    report: "Your report",
    manager: "Manager",
    analyst: "Analyst",
    vp: "VP",
    ceo: "CEO",
    outcome: "Bad outcome",
  },
  links: {
    "ceo-outcome": "of the outcome is the CEO’s decision",
    "vp-ceo": "of that decision is the VP’s advice",
    "manager-vp": "of that advice is the manager’s view",
    "report-manager": "of that view is your report",
    "analyst-vp": "of that advice is the analyst’s view",
    "report-analyst": "of the analyst’s view is your report",
  },
  /**
   * @param {string[]} shares
   */
  label: (shares) => `Who bears how much of the outcome: ${shares.join(", ")}.`,
};

/** What the buttons of a run that can be scrubbed are called. */
export const words = {
  back: "Back",
  step: "Step",
  play: "Play",
  pause: "Pause",
  reset: "Reset",
};

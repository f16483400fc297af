/**
 * The losses of a run as CSV: one line for each epoch, all digits kept.
 * @param {{firstEpoch: number, losses: ArrayLike<number>}} run
 */
export function lossHistoryText({ firstEpoch, losses }) {
  const lines = Array.from(losses, (loss, index) => `${firstEpoch + index},${loss}`);
  return ["epoch,loss", ...lines, ""].join("\r\n");
}

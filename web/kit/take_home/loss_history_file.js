/**
 * A run's losses as CSV, one line an epoch, every digit kept.
 * @param {{firstEpoch: number, losses: ArrayLike<number>}} run
 */
export function lossHistoryText({ firstEpoch, losses }) {
  const lines = Array.from(losses, (loss, index) => `${firstEpoch + index},${loss}`);
  return ["epoch,loss", ...lines, ""].join("\r\n");
}

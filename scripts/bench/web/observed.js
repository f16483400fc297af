// Put into the page before its own scripts: what the browser says of its main thread, and how often
// the figures really draw. Read by the bench as `bench`.

const bench = {
  /** @type {{start: number, duration: number}[]} tasks over 50 ms */
  longTasks: [],
  /** @type {{start: number, value: number, moved: string[]}[]} */
  shifts: [],
  /** When the largest thing of the first screenful was painted, ms. */
  largestPaint: 0,
  /** @type {Map<number, number>} from an action of the reader's to the next picture, ms */
  interactions: new Map(),

  /**
   * Count a figure's drawings from now on, and the frames of the screen.
   * @param {any} figure
   */
  watch(figure) {
    const began = performance.now();
    const seen = { drawn: 0, frames: 0, longestGap: 0 };
    const updated = figure.updated;
    figure.updated = (/** @type {unknown[]} */ ...given) => {
      seen.drawn += 1;
      return updated.apply(figure, given);
    };
    let last = began;
    let request = requestAnimationFrame(function tick(now) {
      seen.frames += 1;
      seen.longestGap = Math.max(seen.longestGap, now - last);
      last = now;
      request = requestAnimationFrame(tick);
    });
    return () => {
      cancelAnimationFrame(request);
      figure.updated = updated;
      return { ...seen, seconds: (performance.now() - began) / 1000 };
    };
  },
};
Object.assign(globalThis, { bench });

/**
 * @param {string} type
 * @param {object} options
 * @param {(entry: any) => void} take
 */
function observe(type, options, take) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true, ...options });
}

observe("longtask", {}, ({ startTime, duration }) => {
  bench.longTasks.push({ start: startTime, duration });
});
observe("layout-shift", {}, ({ startTime, value, hadRecentInput, sources }) => {
  if (hadRecentInput) return;
  const moved = sources.map((/** @type {any} */ { node, previousRect, currentRect }) => {
    const from = `${Math.round(previousRect.x)},${Math.round(previousRect.y)}`;
    const to = `${Math.round(currentRect.x)},${Math.round(currentRect.y)}`;
    return `${node?.nodeName} “${node?.textContent?.trim().slice(0, 40)}” ${from} → ${to}`;
  });
  bench.shifts.push({ start: startTime, value, moved });
});
observe("largest-contentful-paint", {}, ({ startTime }) => {
  bench.largestPaint = startTime;
});
observe("event", { durationThreshold: 16 }, ({ interactionId, duration }) => {
  if (!interactionId) return;
  const longest = Math.max(duration, bench.interactions.get(interactionId) ?? 0);
  bench.interactions.set(interactionId, longest);
});

// Every action of the reader's ends with one of these.
for (const type of ["pointerup", "keyup"]) {
  addEventListener(type, () => requestAnimationFrame(() => setTimeout(whenRested)), true);
}

function whenRested() {
  requestIdleCallback(() => console.debug("bench: rested"), { timeout: 500 });
}

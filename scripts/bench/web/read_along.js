// Notes, from the start of a page, how long its reader waits: for the largest thing to be painted,
// and from every key or click to the next picture.
window.reading = { largestPaint: 0, interactions: new Map() };

new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) reading.largestPaint = startTime;
}).observe({ type: "largest-contentful-paint", buffered: true });

new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    if (!interactionId) continue;
    const longest = Math.max(duration, reading.interactions.get(interactionId) ?? 0);
    reading.interactions.set(interactionId, longest);
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });

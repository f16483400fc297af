import type { FigureElement, FigureName } from "backpropagation-traced/react";
import "backpropagation-traced/react";
import { useEffect, useRef, useState } from "react";

const PRESETS = ["2-2-1-a", "2-1-1", "2-3-3-1"];

export function App() {
  const [preset, setPreset] = useState(PRESETS[0]);
  const [name, setName] = useState<FigureName>("network");
  const [isMounted, setMounted] = useState(true);
  const [heard, setHeard] = useState("");
  return (
    <main>
      {PRESETS.map((each) => (
        <button type="button" key={each} onClick={() => setPreset(each)}>
          {each}
        </button>
      ))}
      <button type="button" onClick={() => setName("slope")}>
        the slope
      </button>
      <button type="button" onClick={() => setMounted(!isMounted)}>
        {isMounted ? "unmount" : "mount"}
      </button>
      {isMounted && (
        <>
          <backprop-figure
            figure={name}
            preset={name === "network" ? preset : null}
            heading={preset}
            code={false}
            onbackprop-change={({ detail }) => setHeard(`changed ${detail.state.learning_rate}`)}
          />
          <Cleaned />
        </>
      )}
      <p id="heard">{heard}</p>
    </main>
  );
}

/** As effects are written: what was begun is ended. */
function Cleaned() {
  const figure = useRef<FigureElement>(null);
  const [ready, setReady] = useState(0);
  useEffect(() => {
    const element = figure.current;
    element?.whenReady().then(
      () => setReady((count) => count + 1),
      () => {},
    );
    return () => element?.destroy();
  }, []);
  return (
    <section>
      <backprop-figure ref={figure} figure="xor" theme="light" start="load" />
      <p id="ready">{`ready ${ready}`}</p>
    </section>
  );
}

/** Never run: what TypeScript must refuse in JSX. */
export function Refused() {
  return (
    <>
      {/* @ts-expect-error there is no such figure */}
      <backprop-figure figure="xnor" />
      {/* @ts-expect-error there is no such theme */}
      <backprop-figure theme="night" />
      {/* @ts-expect-error an event tells a state, and no text */}
      <backprop-figure onbackprop-change={({ detail }) => detail.state * 2} />
    </>
  );
}

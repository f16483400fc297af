"use client";

import type { FigureElement } from "backpropagation-traced/react";
import "backpropagation-traced/react";
import { useEffect, useRef, useState } from "react";

export function Figures() {
  const network = useRef<FigureElement>(null);
  const [heard, setHeard] = useState("");
  useEffect(() => {
    const listening = new AbortController();
    network.current?.addEventListener("backprop-ready", () => setHeard("ready"), listening);
    return () => listening.abort();
  }, []);
  return (
    <>
      <backprop-figure ref={network} figure="network" preset="2-2-1-a" files="/figures/" />
      <backprop-figure figure="xor" files="/figures/" />
      <p id="heard">{heard}</p>
    </>
  );
}

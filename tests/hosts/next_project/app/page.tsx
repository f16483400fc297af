import { Figures } from "./figures";

export default function Page() {
  return (
    <main>
      <h1>Somebody’s page</h1>
      <Figures />
    </main>
  );
}

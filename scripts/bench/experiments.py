"""How long the laboratory's runs take in the page's own Python, with the way there and back."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from bench.floors import Floor, Row

STARTS, EPOCHS, SWEEPS = 1_000, 30, 1_500

# Both settings of the question are one, so that a half of its time is that of one setting.
ASK = """async ({starts, epochs, sweeps, repeats}) => {
  const figure = document.querySelector("backprop-figure");
  await figure.whenReady();
  const luck = {
    kind: "luck", starts, dataset: "xor", hidden_units: 2, activation: "sigmoid", initial_range: 1,
    learning_rate: 0.5, momentum: 0.9, differs: "hidden_units", other_value: 2,
    other_activation: "tanh",
  };
  const digits = {
    kind: "digits", epochs, hidden_units: 32, activation: "relu", start: "he", learning_rate: 0.1,
    seed: 0, guess: "none", image: 0, digit: 3, steps: 0,
  };
  const family = { kind: "family", recipe: "repaired", seed: 0, sweeps };
  const seconds = async (message) => {
    const began = performance.now();
    const { kind } = await figure.engine.ask(message);
    if (kind !== message.kind) throw new Error(`the engine answers with ${kind}`);
    return (performance.now() - began) / 1000;
  };
  const found = { luck: [], digits: [], family: [] };
  for (const message of [luck, digits, family]) {
    await seconds(message);  // the first brings its archive
    for (let i = 0; i < repeats; i++) found[message.kind].push(await seconds(message));
  }
  return found;
}"""


def measure_experiments(browser: Browser, site: str, repeats: int) -> list[Row]:
    """A row each for many starts of XOR, for learning digits, and for the family trees."""
    page = browser.new_page()
    page.goto(f"{site}dist/embed.html?figure=luck")
    size = {"starts": STARTS, "epochs": EPOCHS, "sweeps": SWEEPS, "repeats": repeats}
    found = page.evaluate(ASK, size)
    page.close()
    starts, digits = median(found["luck"]) / 2, median(found["digits"])
    family = median(found["family"])
    return [
        Row(
            f"{STARTS:,} starts of XOR 2-2-1, 1,000 epochs each",
            f"{starts:.2f} s",
            value=starts,
            floor=Floor(most=0.5, unit=" s"),
            samples=found,
        ),
        Row(
            f"digits 64-32-10, {EPOCHS} epochs",
            f"{digits:.2f} s",
            value=digits,
            floor=Floor(most=2, unit=" s"),
        ),
        Row(
            f"family trees 36-12-12-6-24, {SWEEPS:,} sweeps",
            f"{family:.2f} s",
            value=family,
            floor=Floor(most=3, unit=" s"),
        ),
    ]

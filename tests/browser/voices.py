"""A device with voices, for the tests of reading aloud: what it was given to say, and what was marked at that moment."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

Told = list[dict[str, Any]]
"""What the device was given: text, rate, lang, voice; marked, whole, inside, name: how the page showed it."""

NEAR = {"name": "Near", "voiceURI": "near", "lang": "en-US", "localService": True, "default": True}
SECOND = {"name": "Second", "voiceURI": "second", "lang": "en_GB", "localService": True, "default": False}
FAR = {"name": "Far", "voiceURI": "far", "lang": "en-US", "localService": False, "default": False}
FAR_SPANISH = {"name": "Lejos", "voiceURI": "lejos", "lang": "es-ES", "localService": False, "default": False}
SPANISH = {"name": "Cerca", "voiceURI": "cerca", "lang": "es-MX", "localService": True, "default": False}
VOICES = (FAR, FAR_SPANISH, SECOND, NEAR)

# A voice that says a sentence in a moment, or (`holds`) when it is told to; cancel() tells of it late, as Chrome does.
DEVICE = """(voices) => {
  const device = window.device = { voices, told: [], holds: false, deaf: false, cancelled: 0, paused: 0, current: null };
  const soon = (call) => Promise.resolve().then(call);
  const over = (utterance, name, event) => soon(() => utterance[name] && utterance[name](event));
  const marked = () => window.Highlight && CSS.highlights.has("ps-spoken") ? [...CSS.highlights.get("ps-spoken")].map(String).join("") : "";
  device.finish = () => { const was = device.current; device.current = null; if (was) over(was, "onend", {}); };
  const synth = {
    getVoices: () => device.voices, addEventListener() {}, resume() {}, pause() { device.paused += 1; synth.cancel(); },
    get speaking() { return Boolean(device.current); }, get pending() { return false; },
    cancel() {
      device.cancelled += 1;
      const was = device.current;
      device.current = null;
      if (was) setTimeout(() => was.onerror({ error: "interrupted" }));
    },
    speak(utterance) {
      const element = document.querySelector(".ps-spoken");
      device.told.push({
        text: utterance.text, rate: utterance.rate, lang: utterance.lang, voice: utterance.voice && utterance.voice.name,
        marked: marked(), whole: element.matches(".ps-spoken-whole"), inside: element.textContent, name: element.ariaLabel,
      });
      if (device.deaf) return;
      device.current = utterance;
      over(utterance, "onstart", {});
      if (!device.holds) soon(device.finish);
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}"""


def with_voices(page: Page, voices: Sequence[dict[str, Any]] = VOICES) -> None:
    """Put the device in place of the browser's own."""
    page.add_init_script(f"({DEVICE})({json.dumps(list(voices))})")


def opened(page: Page, address: str, holds: bool = False) -> Locator:
    """The bar, open and silent."""
    page.goto(address)
    page.evaluate("(holds) => (device.holds = holds)", holds)
    page.get_by_role("button", name="Listen").click()
    bar = page.get_by_role("region", name="Listen to this page")
    expect(bar.get_by_role("button", name="Play")).to_be_focused()
    return bar


def told(page: Page) -> Told:
    """What the device was given to say."""
    found: Told = page.evaluate("device.told")
    return found


def until(page: Page, count: int) -> None:
    """Wait for so many pieces; the page's policy forbids what the driver's own waiting would do."""
    for _ in range(100):
        if len(told(page)) >= count:
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{len(told(page))} pieces, not {count}: {told(page)[-1:]}")


def bare(text: str) -> str:
    """Letters and digits only: how words are joined is another matter."""
    return re.sub(r"[\W_]", "", text)

"""The drawn receptionist in a real Chromium: it lives, speaks by the clock, and holds still."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

pytestmark = pytest.mark.browser

STATIC = Path(__file__).resolve().parents[2] / "static"
CHROMIUM = Path("/usr/bin/chromium")

SETUP = """
async (attributes) => {
  await import("/figure/figure.js");
  document.body.replaceChildren();
  const figure = document.createElement("yingbin-figure");
  for (const [name, value] of Object.entries(attributes)) figure.setAttribute(name, value);
  figure.style.width = "240px";
  document.body.append(figure);
  window.figure = figure;
  window.frames_passed = (count) => new Promise((done) => {
    const step = () => (count-- > 0 ? requestAnimationFrame(step) : done());
    step();
  });
  window.changes = async (count) => {
    let seen = 0;
    const watcher = new MutationObserver((records) => { seen += records.length; });
    watcher.observe(figure.shadowRoot, {attributes: true, subtree: true});
    await window.frames_passed(count);
    watcher.disconnect();
    return seen;
  };
}
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves the page's files without writing a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing."""


@pytest.fixture(scope="module")
def page() -> Generator[Page]:
    """A page of the static folder; an uncaught error on it fails the module."""
    handler = functools.partial(QuietHandler, directory=str(STATIC))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with sync_playwright() as play:
                browser = play.chromium.launch(
                    executable_path=CHROMIUM,
                    args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
                )
                opened = browser.new_page()
                faults: list[str] = []
                opened.on("pageerror", lambda error: faults.append(str(error)))
                opened.goto(f"http://127.0.0.1:{server.server_address[1]}/figure/")
                yield opened
                browser.close()
                assert faults == []
        finally:
            server.shutdown()
            thread.join()


def placed(page: Page, **attributes: str) -> None:
    """Put a fresh figure on the page."""
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate(SETUP, attributes)


def parameters(page: Page) -> dict[str, Any]:
    """The pose that is drawn."""
    return page.evaluate("window.figure.parameters")


def test_it_never_freezes(page: Page) -> None:
    """At rest the figure breathes and drifts: attributes change over a few frames."""
    placed(page)
    assert page.evaluate("window.changes(20)") > 10


def test_reduced_motion_stops_everything_but_the_expression(page: Page) -> None:
    """With reduced motion no frame changes anything, yet a tone is taken over at once."""
    placed(page)
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("window.frames_passed(5)")
    assert page.evaluate("window.changes(20)") == 0
    page.evaluate("window.figure.setTone('glad', 1); window.frames_passed(3)")
    assert parameters(page)["smile"] > 0.9
    page.evaluate("window.frames_passed(5)")
    assert page.evaluate("window.changes(20)") == 0


def test_a_tone_is_reached(page: Page) -> None:
    """A tone blends in and stays."""
    placed(page)
    page.evaluate("window.figure.setTone('serious', 1, 'small_nod')")
    page.wait_for_function("window.figure.parameters.browIn < -0.55")


def test_the_tone_can_be_written_as_attributes(page: Page) -> None:
    """tone and intensity work in markup."""
    placed(page, tone="glad", intensity="1", still="")
    page.evaluate("window.frames_passed(3)")
    assert parameters(page)["smile"] > 0.9


def test_the_mouth_follows_the_clock_that_it_is_given(page: Page) -> None:
    """Open when the clock says so, shut after the last sound; start and end are told once."""
    placed(page)
    page.evaluate("""
        window.told = [];
        for (const name of ["figure-speech-start", "figure-speech-end"])
          window.figure.addEventListener(name, () => window.told.push(name));
        window.clock = -500;
        window.figure.speak(
          {visemes: ["aa", "PP"], times: [0, 1000], durations: [1000, 200], weights: [1, 1]},
          () => window.clock);
    """)
    page.evaluate("window.frames_passed(5)")
    assert parameters(page)["jaw"] == 0
    assert page.evaluate("window.told") == []
    page.evaluate("window.clock = 500; window.frames_passed(3)")
    assert parameters(page)["jaw"] == pytest.approx(0.8)
    page.evaluate("window.clock = 1150; window.frames_passed(3)")
    assert parameters(page)["jaw"] == 0
    assert parameters(page)["upper"] == -1
    page.evaluate("window.clock = 1400; window.frames_passed(3)")
    assert page.evaluate("window.told") == ["figure-speech-start", "figure-speech-end"]


def test_stopping_closes_the_mouth(page: Page) -> None:
    """A cut speech ends at once and the mouth closes within one release."""
    placed(page)
    page.evaluate("""
        window.told = 0;
        window.figure.addEventListener("figure-speech-end", () => { window.told += 1; });
        window.figure.speak(
          {visemes: ["aa"], times: [0], durations: [9000], weights: [1]}, () => 400);
    """)
    page.wait_for_function("window.figure.parameters.jaw > 0.7")
    page.evaluate("window.figure.stopSpeaking()")
    assert page.evaluate("window.told") == 1
    page.wait_for_function("window.figure.parameters.jaw === 0")
    page.evaluate("window.figure.stopSpeaking()")
    assert page.evaluate("window.told") == 1


def test_thinking_looks_up_and_aside(page: Page) -> None:
    """A state shows in the gaze; an unknown one is idle, not an error."""
    placed(page, still="", state="thinking")
    page.evaluate("window.frames_passed(3)")
    assert parameters(page)["gazeX"] > 0.3
    assert parameters(page)["gazeY"] < -0.3
    page.evaluate("window.figure.setState('dancing'); window.frames_passed(3)")
    assert parameters(page)["gazeX"] == 0


def test_it_rests_when_out_of_sight(page: Page) -> None:
    """A figure scrolled out of the window costs no frames and wakes when it comes back."""
    placed(page)
    page.evaluate("window.figure.style.marginTop = '5000px'; window.frames_passed(10)")
    assert page.evaluate("window.changes(15)") == 0
    page.evaluate("window.figure.style.marginTop = ''; window.frames_passed(10)")
    assert page.evaluate("window.changes(20)") > 10


def test_a_screen_reader_hears_its_label_or_nothing(page: Page) -> None:
    """With a label it is one image of that name; without, decoration."""
    placed(page, label="数字人接待员")
    picture = page.locator("yingbin-figure svg")
    assert picture.get_attribute("role") == "img"
    assert picture.get_attribute("aria-label") == "数字人接待员"
    page.evaluate("window.figure.removeAttribute('label')")
    assert picture.get_attribute("aria-hidden") == "true"
    assert picture.get_attribute("role") is None


def test_compact_is_a_square_head(page: Page) -> None:
    """The compact crop is square and back again."""
    placed(page)
    whole = page.evaluate("window.figure.getBoundingClientRect().height")
    page.evaluate("window.figure.compact = true")
    assert page.evaluate("window.figure.getBoundingClientRect().height") == 240
    page.evaluate("window.figure.compact = false")
    assert page.evaluate("window.figure.getBoundingClientRect().height") == whole == 300

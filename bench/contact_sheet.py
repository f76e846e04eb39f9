"""Renders the figure's contact sheet and measures its frame rate in headless Chromium.

    python bench/contact_sheet.py [--part PART ...] [--folder FOLDER] [--blind]
    python bench/contact_sheet.py --frames

Each part is a PNG of its own, ``contact-sheet-<part>.png``; without ``--part`` all are written.

Needs the ``dev`` extra and a Chromium (``--chromium``, default ``/usr/bin/chromium``).
"""

from __future__ import annotations

import argparse
import functools
import http.server
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "figure"
PARTS = ("tones", "dark", "mouths", "manners", "states", "large", "clip")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")

FRAME_PAGE = """
async (milliseconds) => {
  await import("/static/figure/figure.js");
  document.body.replaceChildren();
  const figure = document.createElement("yingbin-figure");
  figure.style.width = "480px";
  document.body.append(figure);
  const track = {visemes: [], times: [], durations: [], weights: []};
  const names = ["nn", "I", "kk", "aa", "O", "CH", "E", "PP", "U", "SS"];
  for (let i = 0; i * 110 < milliseconds; i += 1) {
    track.visemes.push(names[i % names.length]);
    track.times.push(i * 110);
    track.durations.push(110);
    track.weights.push(0.9);
  }
  const begin = performance.now();
  figure.setState("speaking");
  figure.setTone("warm", 0.7, "small_nod");
  figure.speak(track, () => performance.now() - begin);
  const gaps = [];
  let last = 0;
  await new Promise((done) => {
    const step = (now) => {
      if (last) gaps.push(now - last);
      last = now;
      if (now - begin < milliseconds) requestAnimationFrame(step); else done();
    };
    requestAnimationFrame(step);
  });
  gaps.sort((a, b) => a - b);
  const sum = gaps.reduce((a, b) => a + b, 0);
  return {
    frames: gaps.length,
    perSecond: 1000 * gaps.length / sum,
    p95: gaps[Math.floor(gaps.length * 0.95)],
  };
}
"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without writing a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name upstream
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Generator[str]:
    """Serve a folder on a free local port; yields its address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def write_sheet(browser: Browser, address: str, *, part: str, out: Path, blind: bool) -> None:
    """Render one part of the sheet, or all of it, into a PNG."""
    page = browser.new_page(viewport={"width": 1560, "height": 100})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    query = f"?part={part}" + ("&blind" if blind else "")
    page.goto(f"{address}/docs/figure/contact-sheet.html{query}")
    page.wait_for_selector("body[data-ready=yes]", timeout=30_000)
    page.screenshot(path=out, full_page=True)
    page.close()
    if faults:
        raise SystemExit("\n".join(faults))


def measure_frames(browser: Browser, address: str, *, milliseconds: int) -> dict[str, float]:
    """Frames a second of one speaking figure, 480 px wide."""
    page = browser.new_page(viewport={"width": 800, "height": 700})
    page.goto(f"{address}/docs/figure/contact-sheet.html?part=none")
    found: dict[str, float] = page.evaluate(FRAME_PAGE, milliseconds)
    page.close()
    return found


def main() -> None:
    """Read the arguments, render, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", action="append", choices=(*PARTS, "all"))
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--blind", action="store_true", help="numbers without names")
    parser.add_argument("--frames", action="store_true", help="measure, render nothing")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    with served(ROOT) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=arguments.chromium, args=list(FLAGS))
        try:
            if arguments.frames:
                found = measure_frames(browser, address, milliseconds=5000)
                print(
                    f"{found['perSecond']:.1f} frames/s over {found['frames']:.0f} frames, "
                    f"p95 gap {found['p95']:.1f} ms"
                )
            else:
                for part in arguments.part or PARTS:
                    out = arguments.folder / f"contact-sheet-{part}.png"
                    write_sheet(browser, address, part=part, out=out, blind=arguments.blind)
                    print(f"wrote {out}")
        finally:
            browser.close()


if __name__ == "__main__":
    main()

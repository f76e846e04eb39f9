"""Everything that blocks the event loop inside the product fails a wire test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from blockbuster import blockbuster_ctx

from dialog.config import Settings
from tests.wire.wire_parts import settings_for


@pytest.fixture(autouse=True)
def _nothing_blocks() -> Iterator[None]:
    with blockbuster_ctx("dialog"):
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Short waits, free ports, a folder of its own."""
    return settings_for(tmp_path)

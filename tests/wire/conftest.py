"""Settings for the wire tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialog.config import Settings
from tests.wire.wire_parts import settings_for


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Short waits, free ports, a folder of its own."""
    return settings_for(tmp_path)

"""The commands of the command line, one file each.

A command's module has ``add(commands)``, which adds its parser and sets ``run`` to its function:
``run(arguments) -> exit code``. Heavy imports stand inside ``run``.
"""

from __future__ import annotations

import argparse
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # pyright: ignore[reportPrivateUsage]

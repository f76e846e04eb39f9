"""Every address that a page and what it loads name, fetched from the door that serves it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import aiohttp

NAMED = re.compile(r"""["'(](/static/[\w./-]+|\.{1,2}/[\w./-]+\.(?:js|css|svg))["')]""")


async def missing(client: aiohttp.ClientSession, *pages: str) -> tuple[set[str], set[str]]:
    """What was found, and what is named and not served."""
    waiting, found, lost = list(pages), set[str](), set[str]()
    while waiting:
        address = waiting.pop()
        if address in found | lost:
            continue
        async with client.get(address) as response:
            (found if response.status == 200 else lost).add(address)
            if response.status == 200 and not response.content_type.startswith("image/"):
                text = await response.text()
                waiting += [urljoin(address, named) for named in NAMED.findall(text)]
    return found, lost

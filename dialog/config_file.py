"""Reads ``yingbin.yaml`` into settings; reports every mistake at once with its path and mend."""

from __future__ import annotations

import difflib
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, cast, get_args, get_origin, get_type_hints
from urllib.parse import urlsplit

import msgspec
import yaml

from dialog.config import Doors, Embed, Group, Model, Settings
from dialog.errors import ConfigError, Mistake, StartError
from knowledge.yaml_loading import DoubledKeyError, StrictLoader

CONFIG_FILE = "yingbin.yaml"
SECRET_NAMES = frozenset({"key", "api_key", "password", "secret", "token"})
GROUPS: frozenset[object] = frozenset(
    hint
    for hint in get_type_hints(Settings).values()
    if isinstance(hint, type) and issubclass(hint, Group)
)
CHANNELS = ("page", "embed", "post")
"""Channel names that are always known."""


def read_settings(file: Path | None) -> Settings:
    """The configuration of ``file``; ``None`` = ``yingbin.yaml`` here if there is one."""
    path = file if file is not None else Path(CONFIG_FILE)
    if file is None and not path.exists():
        return Settings()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StartError(
            str(path), f"the configuration cannot be read ({error})", mend="mend the path or file"
        ) from error
    return parse_settings(text, str(path))


def parse_settings(text: str, file: str) -> Settings:
    """The configuration in ``text``; every mistake is reported in one ``ConfigError``."""
    try:
        raw: object = yaml.load(text, Loader=StrictLoader)  # noqa: S506 — it is a safe one.
    except DoubledKeyError as error:
        line = f"line {error.problem_mark.line + 1}" if error.problem_mark else "the file"
        mistake = Mistake(line, "a name stands twice", str(error.problem))
        raise ConfigError(file, (mistake,)) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark is not None else "the file"
        mistake = Mistake(line, "this is not YAML", "check indentation, quotes and colons there")
        raise ConfigError(file, (mistake,)) from error
    mistakes: list[Mistake] = []
    group = _read_group(Settings, {} if raw is None else raw, "", mistakes=mistakes)
    settings = cast("Settings", group)
    mistakes += check_settings(settings)
    if mistakes:
        raise ConfigError(file, tuple(mistakes))
    return settings


def _read_group(kind: type[Group], raw: object, path: str, *, mistakes: list[Mistake]) -> Group:
    """One group; a setting with a mistake keeps its default, so that reading can go on."""
    if not isinstance(raw, dict):
        what = f"expected a group of settings, got {_shown(raw)}"
        mistakes.append(Mistake(path or "the file", what, "write `name: value` lines under it"))
        return kind()
    hints: dict[str, Any] = get_type_hints(kind, include_extras=True)
    found: dict[str, Any] = {}
    for key, value in cast("dict[object, object]", raw).items():
        name = str(key)
        here = f"{path}.{name}" if path else name
        hint = hints.get(name)
        if hint is None:
            mistakes.append(_unknown(name, here, known=tuple(hints)))
        elif hint in GROUPS:
            inner: object = {} if value is None else value
            found[name] = _read_group(hint, inner, here, mistakes=mistakes)
        else:
            # YAML reads a bare `off` as false; where `off` is a choice, that is what was meant.
            meant: object = "off" if value is False and "off" in _choices(hint) else value
            try:
                found[name] = msgspec.convert(meant, hint, strict=True)
            except msgspec.ValidationError as error:
                default = msgspec.to_builtins(getattr(kind(), name))
                mend = f"write {_wanted(hint)}, such as {_shown(default)} (the default)"
                mistakes.append(Mistake(here, f"{error}, got {_shown(value)}", mend))
    return kind(**found)


def _unknown(name: str, path: str, *, known: tuple[str, ...]) -> Mistake:
    if name in SECRET_NAMES:
        return Mistake(
            path,
            "a secret does not belong in the configuration",
            "put it into the environment (YINGBIN_MODEL_KEY) or into a file of its own (key_file)",
        )
    near = difflib.get_close_matches(name, known, n=1)
    mend = f"did you mean `{near[0]}`?" if near else f"known settings here: {', '.join(known)}"
    return Mistake(path, "unknown setting", mend)


def _shown(value: object) -> str:
    text = msgspec.json.encode(value, enc_hook=str).decode()
    return text if len(text) <= 60 else text[:57] + "…"


def _choices(hint: object) -> tuple[object, ...]:
    """The values of a setting that is one of a closed list; empty for others."""
    base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    return get_args(base) if get_origin(base) is Literal else ()


def _wanted(hint: object) -> str:
    """What a setting's type accepts, in words."""
    bounds: list[str] = []
    while get_origin(hint) is Annotated:
        base, *metas = get_args(hint)
        for meta in metas:
            if meta.ge is not None or meta.gt is not None:
                bounds.append(f"at least {meta.ge}" if meta.ge is not None else f"above {meta.gt}")
            if meta.le is not None:
                bounds.append(f"at most {meta.le}")
        hint = base
    if get_origin(hint) is Literal:
        return "one of " + ", ".join(get_args(hint))
    names = {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}
    kind = names.get(cast("type", hint), "a list of texts")
    return f"{kind}, {' and '.join(bounds)}" if bounds else kind


def check_settings(settings: Settings) -> list[Mistake]:
    """Mistakes that the types cannot see."""
    return [
        *_check_doors(settings.doors),
        *_check_embed(settings.embed),
        *_check_model(settings.model),
    ]


def _check_doors(doors: Doors) -> list[Mistake]:
    mistakes: list[Mistake] = []
    for name in ("pages_listen", "conversation_listen", "staff_listen"):
        value = str(getattr(doors, name))
        try:
            ip_address(value)
        except ValueError:
            if value != "localhost":
                mend = "write an address of this machine, such as 127.0.0.1 or 0.0.0.0"
                mistakes.append(Mistake(f"doors.{name}", f"{value!r} is not an IP address", mend))
    for index, text in enumerate(doors.trusted_proxies):
        try:
            ip_network(text)
        except ValueError as error:
            mend = "write a network such as 10.0.0.0/8 or one address such as 10.1.2.3"
            mistakes.append(Mistake(f"doors.trusted_proxies[{index}]", str(error), mend))
    ports = [doors.pages_port, doors.conversation_port, doors.staff_port]
    used = [port for port in ports if port]
    if len(used) != len(set(used)):
        what = "two doors share one port"
        mistakes.append(Mistake("doors", what, "give each door a port of its own"))
    if doors.public_url and not is_origin(doors.public_url.rstrip("/")):
        mend = "write scheme and host, such as https://ask.example.org"
        mistakes.append(Mistake("doors.public_url", "not an address of a site", mend))
    return mistakes


def _check_embed(embed: Embed) -> list[Mistake]:
    mistakes: list[Mistake] = []
    for index, origin in enumerate(embed.origins):
        if not is_origin(origin):
            mend = "write scheme, host and port without a path, such as https://portal.example.org"
            mistakes.append(Mistake(f"embed.origins[{index}]", "not an origin", mend))
    for index, channel in enumerate(embed.channels):
        if not (channel.isascii() and channel.replace("-", "").replace("_", "").isalnum()):
            mend = "use letters, digits, - and _ only"
            mistakes.append(Mistake(f"embed.channels[{index}]", f"bad name {channel!r}", mend))
    return mistakes


def _check_model(model: Model) -> list[Mistake]:
    mistakes: list[Mistake] = []
    if model.url and urlsplit(model.url).scheme not in {"http", "https"}:
        mend = "write an http or https address, such as http://127.0.0.1:8000/v1"
        mistakes.append(Mistake("model.url", "not an http address", mend))
    if model.url and not model.model:
        mend = "write the name that the server gives under /v1/models"
        mistakes.append(Mistake("model.model", "missing although model.url is set", mend))
    return mistakes


def is_origin(text: str) -> bool:
    """Whether ``text`` is scheme, host and maybe a port, and nothing else."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in {"http", "https"}
        and bool(parts.hostname)
        and text == f"{parts.scheme}://{parts.netloc}"
        and "@" not in parts.netloc
        and (port is None or port > 0)
        and not any(character in text for character in " ;,'\"*")
    )

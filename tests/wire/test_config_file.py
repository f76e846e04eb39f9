"""The configuration file: defaults, every mistake at once, secrets, and the settings page."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.config import Group, Model, Settings
from dialog.config_file import parse_settings, read_settings
from dialog.errors import ConfigError, StartError

ROOT = Path(__file__).resolve().parents[2]


def mistakes_in(text: str) -> dict[str, str]:
    """What is wrong by its path, with the mend."""
    with pytest.raises(ConfigError) as error:
        parse_settings(text, "yingbin.yaml")
    return {mistake.path: f"{mistake.what} {mistake.mend}" for mistake in error.value.mistakes}


def test_a_setting_that_stands_twice_is_told() -> None:
    """Which of the two would count, nobody could see."""
    told = mistakes_in("limits: {}\ndoors:\n  pages_port: 1\n  pages_port: 2\n")
    assert told == {
        "line 4": "a name stands twice `pages_port` stands twice here; keep one of them"
    }
    assert list(mistakes_in("doors: {}\nlimits: {}\ndoors: {}\n")) == ["line 3"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "doors:\n", "doors: {}\nlimits: {}\n"])
def test_defaults_work(text: str) -> None:
    """Nothing needs to be set."""
    assert parse_settings(text, "yingbin.yaml") == Settings()


def test_a_missing_file_is_fine_unless_it_was_named(tmp_path: Path) -> None:
    """--config with a wrong path is a mistake with file and mend."""
    with pytest.raises(StartError) as error:
        read_settings(tmp_path / "no.yaml")
    assert str(tmp_path / "no.yaml") in str(error.value)


def test_settings_are_taken_from_the_file(tmp_path: Path) -> None:
    """Values reach their place; lists become tuples; whole numbers do for seconds."""
    file = tmp_path / "yingbin.yaml"
    file.write_text(
        "data_dir: data\n"
        "doors: {pages_port: 9000, trusted_proxies: [10.0.0.0/8]}\n"
        "timeouts: {idle: 60}\n"
        "voice: {cloud: 'off'}\n"
    )
    settings = read_settings(file)
    assert settings.data_dir == "data"
    assert settings.doors.pages_port == 9000
    assert settings.doors.trusted_proxies == ("10.0.0.0/8",)
    assert settings.timeouts.idle == 60
    assert settings.voice.cloud == "off"


def test_an_unquoted_off_is_understood() -> None:
    """YAML reads a bare off as false; for voice.cloud the operator's meaning is plain."""
    assert parse_settings("voice: {cloud: off}", "yingbin.yaml").voice.cloud == "off"


def test_all_mistakes_are_told_at_once_with_path_and_mend() -> None:
    """One run shows everything: unknown names with the nearest one, types, bounds, choices."""
    found = mistakes_in(
        """
        doors: {pages_prt: 1, pages_port: eighty, trusted_proxies: [10.0.0.1/8], staff_port: 8080,
                pages_listen: everywhere, public_url: ask.example.org}
        timeouts: {idle: 0, ping: .nan}
        limits: 7
        voice: {cloud: maybe}
        model: {key: abc, url: 'ftp://x'}
        embed: {origins: ['https://a.example/b', 'https://*.example'], channels: ['a b']}
        journal: {security_days: 182}
        data_dir: 5
        dorrs: {}
        """
    )
    assert set(found) == {
        "doors.pages_prt",
        "doors.pages_port",
        "doors.trusted_proxies[0]",
        "doors",
        "doors.pages_listen",
        "doors.public_url",
        "timeouts.idle",
        "timeouts.ping",
        "limits",
        "voice.cloud",
        "model.key",
        "model.url",
        "model.model",
        "embed.origins[0]",
        "embed.origins[1]",
        "embed.channels[0]",
        "journal.security_days",
        "data_dir",
        "dorrs",
    }
    assert "`pages_port`" in found["doors.pages_prt"]
    assert "`doors`" in found["dorrs"]
    assert "65535" in found["doors.pages_port"]
    assert "183" in found["journal.security_days"]
    assert "off, published, all" in found["voice.cloud"]
    assert "environment" in found["model.key"]


def test_the_security_log_is_kept_for_six_months_at_the_least() -> None:
    """183 days are taken, 182 refused."""
    settings = parse_settings("journal: {security_days: 183}", "yingbin.yaml")
    assert settings.journal.security_days == 183
    assert mistakes_in("journal: {security_days: 182}")


@pytest.mark.parametrize("text", ["doors: [", "a: b: c", "\tx: 1", "!!python/object:os.system {}"])
def test_a_file_that_is_no_yaml_names_the_line(text: str) -> None:
    """Broken YAML, and YAML that wants to run something, is told with its place."""
    found = mistakes_in(text)
    assert all("YAML" in what for what in found.values())


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_no_value_makes_reading_crash(value: object) -> None:
    """Whatever stands at a setting, the answer is settings or a list of mistakes."""
    text = msgspec.json.encode(
        {"doors": {"pages_port": value}, "voice": value, "embed": {"origins": value}}
    ).decode()
    with suppress(ConfigError):
        assert isinstance(parse_settings(text, "yingbin.yaml"), Settings)


def test_secrets_come_from_the_environment_or_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment goes first; a file that cannot be read is named."""
    file = tmp_path / "key"
    file.write_text("from-file\n")
    monkeypatch.delenv("YINGBIN_MODEL_KEY", raising=False)
    assert Model().key() == ""
    assert Model(key_file=str(file)).key() == "from-file"
    monkeypatch.setenv("YINGBIN_MODEL_KEY", "from-environment")
    assert Model(key_file=str(file)).key() == "from-environment"
    monkeypatch.delenv("YINGBIN_MODEL_KEY")
    with pytest.raises(StartError, match=r"model\.key_file"):
        Model(key_file=str(tmp_path / "no")).key()


def test_every_setting_is_documented() -> None:
    """Each setting has its line with a meaning in docs/settings.md."""
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")

    def paths(kind: type[Group], prefix: str) -> list[str]:
        found: list[str] = []
        for field in msgspec.structs.fields(kind):
            default = field.default
            if isinstance(default, Group):
                found += paths(type(default), f"{field.name}.")
            else:
                found.append(prefix + field.name)
        return found

    for path in paths(Settings, ""):
        line = re.search(rf"^\| `{re.escape(path)}` \| [^|]+ \| (.+) \|$", page, re.MULTILINE)
        assert line, path
        assert len(line[1]) > 10, path

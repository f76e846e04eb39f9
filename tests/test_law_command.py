"""``yingbin law``: preview, take, list, remove, restore and verify, and what visitors then hear."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from dialog.__main__ import main
from dialog.published import Published
from dialog.reply.policy import Article
from dialog.reply.wording import Writer
from knowledge.library import Library
from knowledge.pack import Pack
from knowledge.snapshot import Snapshot
from knowledge.store import Store
from knowledge.types import Document, Statute
from tests.knowledge import statute_parts as parts
from tests.knowledge.small_parts import DAY, FOLDER, changed_pack, small_pack


class Desk:
    """A configuration over the small pack and the command over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.config = folder / "yingbin.yaml"
        text = f"data_dir: {folder / 'var'}\nknowledge:\n  pack: {FOLDER}\n"
        self.config.write_text(text, "utf-8")
        self._capsys = capsys

    def law(self, *words: str | Path, code: int = 0) -> str:
        self._capsys.readouterr()
        assert main(["--config", str(self.config), "law", *map(str, words)]) == code
        out, err = self._capsys.readouterr()
        return out + err

    def pack(self, *words: str | Path) -> str:
        self._capsys.readouterr()
        assert main(["--config", str(self.config), "pack", *map(str, words)]) == 0
        out, err = self._capsys.readouterr()
        return out + err

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def beta(self) -> Path:
        return self.file("beta.jsonl", parts.jsonl(parts.beta_rows()))

    def ask(self, *questions: str, day: str = "2026-06-01") -> list[dict[str, object]]:
        rows = (json.dumps({"id": str(n), "question": q}) for n, q in enumerate(questions))
        path = self.file("asked.jsonl", "\n".join(rows).encode())
        words = ["ask", "--day", day, "--questions", str(path), "--json"]
        self._capsys.readouterr()
        assert main(["--config", str(self.config), *words]) == 0
        return [json.loads(line) for line in self._capsys.readouterr().out.splitlines()]

    def held(self) -> dict[str, Statute]:
        store = Store.open(self.folder / "var" / "knowledge.sqlite3")
        try:
            return {d.law: d for _, d in store.published() if isinstance(d, Statute)}
        finally:
            store.close()


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_the_preview_changes_nothing(desk: Desk) -> None:
    """Without --take the report says what would be, and nothing is held afterwards."""
    told = desk.law("import", desk.beta())
    assert "beta.jsonl → beta" in told
    assert "20 articles up to 20, held whole, 1 in doubt" in told
    assert "20 new, 0 changed, 0 gone" in told
    assert "beta.jsonl:7: 第7条: the law's record says" in told
    assert "Nothing was taken" in told
    assert desk.held() == {}


def test_take_list_remove_and_restore(desk: Desk) -> None:
    """What was taken is listed; removing takes it away, restoring brings it back, and each leaves
    a revision with who and why."""
    taking = ("import", desk.beta(), "--take", "--author", "li", "--why", "官网文本")
    assert "Took 1 documents." in desk.law(*taking)
    assert "held in these words already" in desk.law(*taking)
    assert "beta" in desk.law("list")
    assert "retired" in desk.law("remove", "beta", "--author", "wu")
    assert desk.held() == {}
    assert "published" in desk.law("restore", "beta", "--author", "he")
    assert len(desk.held()["beta"].articles) == 20
    store = Store.open(desk.folder / "var" / "knowledge.sqlite3")
    history = store.history("statute", "statute.beta")
    store.close()
    assert [(r.author, r.state) for r in history] == [
        ("he", "published"),
        ("wu", "retired"),
        ("li", "published"),
    ]
    assert history[-1].why == "官网文本"
    assert "not in the store" in str(desk_error(desk, "remove", "gamma"))


def desk_error(desk: Desk, *words: str) -> str:
    return desk.law(*words, code=2)


def test_roll_back_to_the_words_before(desk: Desk) -> None:
    """After a second import, restore publishes the words of the first."""
    desk.law("import", desk.beta(), "--take")
    rows = parts.beta_rows()
    rows[0]["text"] = "另有其文。"
    desk.law("import", desk.file("b2.jsonl", parts.jsonl(rows)), "--take")
    assert desk.held()["beta"].articles[0].text == "另有其文。"
    desk.law("restore", "beta")
    assert desk.held()["beta"].articles[0].text == parts.BETA[0][1]


@pytest.mark.parametrize("cut", [7, 60, 400])
def test_a_bad_file_takes_nothing_of_the_good_one(desk: Desk, cut: int) -> None:
    """One file that breaks off: file and line, exit code 1, and what was held stays as it was."""
    desk.law("import", desk.beta(), "--take")
    good = desk.file("new.txt", "第一条　新。".encode())
    bad = desk.file("bad.jsonl", parts.jsonl(parts.beta_rows())[:-cut])
    before = desk.held()
    told = desk.law("import", good, bad, "--law", "beta", "--take", code=1)
    assert "error   bad.jsonl:" in told
    assert "breaks off in the middle" in told
    assert "Nothing was taken" in told
    assert desk.held() == before
    assert "Traceback" not in desk.law("import", desk.folder / "none.txt", code=1)


def test_a_new_law_becomes_known_with_its_words(desk: Desk) -> None:
    """A law that no pack names is taken with its record, in one version of the knowledge."""
    path = desk.file("omega.txt", "第一条　新会员先登记。\n第二条　登记不收费。".encode("gb18030"))
    options = ("--law", "omega", "--title", "示例登记办法", "--level", "部门规章")
    more = ("--issuer", "示例委员会", "--from", "2026-01-01", "--whole", "--take")
    assert "Took 2 documents." in desk.law("import", path, *options, *more)
    asked = ("示例登记办法第二条", "示例登记办法第三条", "2025年时示例登记办法第一条")
    held, absent, early = desk.ask(*asked)
    assert "登记不收费。" in str(held["text"])
    assert "最后一条是第二条" in str(absent["text"])
    assert "新会员先登记" not in str(early["text"])


def test_visitors_get_the_words_beside_the_gist(desk: Desk) -> None:
    """Held and quotable: word for word with version; a paragraph alone where it is asked for; in
    doubt: never the words; above the last of a whole law: there is none."""
    desk.law("import", desk.beta(), "--take")
    five, paragraph, none, doubt, absent, bare = desk.ask(
        "示例信息法第五条",
        "示例信息法第二条第二款",
        "示例信息法第五条第三款",
        "示例信息法第七条",
        "示例信息法第二十一条",
        "示例信息法第十条",
    )
    words = "收集会员信息，应当说明用途、方式和范围。"
    assert "第五条的要点：收集会员信息要说明用途。" in str(five["text"])
    assert f"原文如下（自2021年11月1日起施行）：{words}" in str(five["text"]).replace("\n", "")
    assert five["entries"] == ["rule.beta-5"]
    assert "适用本法。" not in str(paragraph["text"])
    assert "（二）另有规定。" in str(paragraph["text"])
    assert "只有一款，没有第三款。" in str(none["text"])
    assert "示例的第7项" not in str(doubt["text"])
    assert "特殊会员信息要单独同意" in str(doubt["text"])
    assert "最后一条是第二十条" in str(absent["text"])
    assert bare["outcome"] == "answered"
    assert "示例的第10项要求如下所述。" in str(bare["text"])


def test_versions_are_quoted_by_their_day(desk: Desk) -> None:
    """The same article asked for two days gives the words of the version in force on each."""
    for start, words in (("2026-01-01", "新文本的第三条。"), ("2020-06-01", "旧文本的第三条。")):
        row = {"law": "示例安全法", "article": "第三条", "text": words, "effective_from": start}
        desk.law("import", desk.file("a.jsonl", parts.jsonl([row])), "--take")
    now, then = desk.ask("示例安全法第三条", "2024年时示例安全法第三条")
    assert "新文本的第三条。" in str(now["text"])
    assert "2025年修正，自2026年1月1日起施行" in str(now["text"])
    assert "旧文本的第三条。" in str(then["text"])
    assert "新文本" not in str(then["text"]).replace("之后适用新文本", "")


def test_verify_compares_the_pack_with_a_folder(desk: Desk) -> None:
    """Nothing certain is wrong with the small pack; a file that breaks off is an error."""
    folder = desk.folder / "laws"
    folder.mkdir()
    (folder / "beta.jsonl").write_bytes(parts.jsonl(parts.beta_rows()))
    told = desk.law("verify", folder)
    assert "1 files, 1 laws, 20 articles, 1 in doubt" in told
    assert "19 articles quoted word for word; 0 errors" in told
    (folder / "bad.txt").write_bytes(b"\xff\xff\xff")
    assert "bad.txt" in desk.law("verify", folder, code=1)
    desk_error(desk, "verify", str(desk.folder / "empty"))


def test_a_running_library_sees_what_another_process_takes(desk: Desk) -> None:
    """A library over one connection follows what is taken over another, without being told."""
    store = Store.open(desk.folder / "live.sqlite3")
    store.seed(small_pack().kept(), "1")
    seen = threading.Event()

    def source() -> tuple[Pack, int]:
        version = store.version()
        kept = [d for _, d in store.published() if isinstance(d, Document)]
        if any(isinstance(d, Statute) for d in kept):
            seen.set()
        return Pack(small_pack().profile, kept), version

    library = Library(
        source, embedder=None, built=desk.folder, today=lambda: DAY, version=store.version
    )
    try:
        library.follow()
        other = Store.open(desk.folder / "live.sqlite3")
        other.take(parts.one("b.jsonl", desk.beta().read_bytes()).documents, "li", "")
        other.close()
        assert seen.wait(10)
    finally:
        library.stop()
        store.close()
    found = library.snapshot.laws.look_up("示例信息法第五条", DAY)
    assert found is not None
    assert found.wording is not None
    assert found.wording.article.text == dict(parts.BETA)["第五条"]


def test_the_quoted_words_reach_the_sources() -> None:
    """The citation of a quoted article carries its words, where they are from and the version."""
    (row,) = parts.beta_rows(5)[4:]
    statute = parts.one("官网.jsonl", parts.jsonl([row])).statute
    assert statute is not None
    snapshot = Snapshot(changed_pack(statute), DAY, version=1, judges=None, cache=None)
    found = snapshot.laws.look_up("示例信息法第五条", DAY)
    assert found is not None
    words = Writer(snapshot, "zh", DAY).write(Article(1.0, found), "示例信息法第五条")
    (source,) = words.sources
    assert (source.words, source.words_from) == (dict(parts.BETA)["第五条"], "官网.jsonl")
    assert (source.law, source.article, source.as_of) == ("示例信息法", 5, DAY.isoformat())
    assert [line.text for line in words.lines][-1] == source.words
    assert all(line.locked for line in words.lines)
    english = Writer(snapshot, "en", DAY).write(Article(1.0, found), "")
    assert english.lines[-1].text == source.words
    assert english.lines[-2].text.startswith("The Chinese wording of Article 5, in force from")


def test_words_of_laws_may_be_spoken_by_the_cloud() -> None:
    """Sentences of quotable words count as published; those in doubt and visitors' own do not."""
    statute = parts.one("b.jsonl", parts.jsonl(parts.beta_rows())).statute
    assert statute is not None
    snapshot = Snapshot(changed_pack(statute), DAY, version=1, judges=None, cache=None)
    published = Published(lambda: snapshot)
    assert published("收集会员信息，应当说明用途、方式和范围。")
    assert not published("示例的第7项要求如下所述。")
    assert not published("我叫张三。")


def test_a_cut_file_leaves_the_whole_law(desk: Desk) -> None:
    """A law held whole stays when a file lacks articles; --fewer lets them go."""
    desk.law("import", desk.beta(), "--take")
    cut = desk.file("cut.jsonl", parts.jsonl(parts.beta_rows(11)))
    told = desk.law("import", cut, "--take", code=1)
    assert "--fewer" in told
    assert "第12条" in told
    assert len(desk.held()["beta"].articles) == 20
    assert "--whole" in desk.law("import", cut, "--law", "beta", "--whole", "--fewer", code=1)
    desk.law("import", cut, "--take", "--fewer")
    assert len(desk.held()["beta"].articles) == 11


def test_imported_words_survive_export_and_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words read from rows and from texts, of a law that the pack names and of a new one: the
    exported pack is taken by another store, and what that one exports is the same."""
    folders = [tmp_path / name for name in ("first", "second")]
    for folder in folders:
        folder.mkdir()
    first, second = (Desk(folder, capsys) for folder in folders)
    rows = parts.beta_rows(source="github:someone/laws:laws/示例信息法(2021-08-20).md")
    rows[3]["text"] = "说明理由的办法，见https://example.org/a.html和附件forms/a.docx。"
    first.law("import", first.file("beta.jsonl", parts.jsonl(rows)), "--take")
    text = "示例登记办法\n第一条　登记应当如实。\n第一条之一　登记不收费。\n第二条　可以查阅。"
    new = ("--law", "omega", "--title", "示例登记办法", "--level", "部门规章", "--issuer", "某局")
    plain = first.file("omega.md", text.encode())
    first.law("import", plain, *new, "--from", "2025-05-01", "--whole", "--take")
    out = [tmp_path / name for name in ("out1", "out2")]
    for desk, folder in ((first, out[0]), (second, out[1])):
        if desk is second:
            told = desk.pack("import", out[0])
            assert "Published 3 documents" in told
        desk.pack("export", folder)
    assert "0 documents differ" in first.pack("diff", *out)
    assert first.held() == second.held()


def test_the_preview_of_a_law_that_is_not_held_tells_what_it_is(desk: Desk) -> None:
    """Title, date of force and number of articles, beside what is lacking to take it."""
    text = "某某市示例办法\n（2025年3月1日公布 自2025年5月1日起施行）\n"
    text += "第一条　登记应当如实。\n第一条之一　登记不收费。\n第二条　可以查阅。\n"
    told = desk.law("import", desk.file("x.txt", text.encode()), code=1)
    assert "某某市示例办法  in force 2025-05-01" in told
    assert "3 articles up to 2" in told
    assert "--law" in told
    rows = parts.beta_rows(4, law="另一部示例条例", effective_from="2024-02-03")
    told = desk.law("import", desk.file("y.jsonl", parts.jsonl(rows)), code=1)
    assert "另一部示例条例  in force 2024-02-03" in told
    assert "4 articles up to 4" in told
    assert "no title" in desk.law("import", desk.file("z.md", "第一条　好。".encode()), code=1)


def test_an_article_within_is_cited_as_such(desk: Desk) -> None:
    """第二条之一 is another article than 第二条: it is cited by its own name, without the gist."""
    text = "示例登记办法\n第一条　登记应当如实。\n第二条　可以查阅。\n第二条之一　查阅不收费。\n"
    new = ("--law", "omega", "--title", "示例登记办法", "--level", "部门规章", "--issuer", "某局")
    path = desk.file("omega.md", f"{text}第三条　完。".encode())
    desk.law("import", path, *new, "--from", "2025-05-01", "--whole", "--take")
    within, plain = desk.ask("示例登记办法第二条之一怎么说", "示例登记办法第二条怎么说")
    assert "查阅不收费" in str(within["text"])
    assert within["citations"] == [
        {"law": "示例登记办法", "article": 2, "part": 1, "paragraph": None, "as_of": "2026-06-01"}
    ]
    assert "part" not in str(plain["citations"])

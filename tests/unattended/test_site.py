"""The site of a week of issues: its links lead somewhere, its data parse, and issues are not touched."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import PurePosixPath
from random import Random
from urllib.parse import unquote, urlsplit

import pytest

from benchmarks.generator import FIRST_DAY, SPEAKERS, TERMS, Planted, article, month
from briefing.archive import EDITION
from briefing.diff import read_issue, to_json, to_markdown, to_text
from briefing.errors import UsageError
from briefing.merge import compare
from briefing.site import build_site
from tests.unattended.helpers import run, tree

DAYS = 5
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "in").mkdir()
    for day in month(DAYS):
        for arrival in day.arrivals:
            arrival.write(folder / "in")
        run(folder / "in", folder / "out", formats=("html", "json"))
    build_site(folder / "out")
    return folder / "out"


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids = [], set()

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.links += [values[name] for name in ("href", "src") if values.get(name)]
        self.ids.add(values.get("id"))


def parsed(path):
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def pages(out):
    return [f for f in sorted(out.rglob("*.html")) if not re.match(r"\d{4}-|latest", f.relative_to(out).parts[0])]


def test_all_pages_are_there(out):
    names = {page.relative_to(out).as_posix() for page in pages(out)}
    assert {"index.html", "calendar.html", "search.html", "parties/norland.html", "topics/ferry.html"} <= names


def test_every_link_is_relative_and_leads_somewhere(out):
    for page in pages(out):
        for link in parsed(page).links:
            parts = urlsplit(link)
            assert not parts.scheme, link
            assert not link.startswith("/"), link
            target = (page.parent / unquote(parts.path)) if parts.path else page
            assert target.is_file(), f"{page}: {link}"
            if parts.fragment and target.suffix == ".html":
                assert parts.fragment in parsed(target).ids, f"{page}: {link}"


def test_each_statement_of_a_party_is_on_its_page(out):
    page = (out / "parties" / "norland.html").read_text(encoding="utf-8")
    statements = json.loads((out / "latest" / "briefing.json").read_bytes())["statements"]
    mine = [s["lead"]["text"] for s in statements if s["party"] == "Norland"]
    assert mine
    assert all(text in page for text in mine)


def test_the_search_has_every_statement_once(out):
    text = (out / "search-data.js").read_text(encoding="utf-8")
    rows = json.loads(text.removeprefix("const STATEMENTS = ").rstrip(";\n"))
    links = [row[0] for row in rows]
    assert len(set(links)) == len(links) > 10
    assert all((out / link.split("#")[0]).is_file() for link in links)


def test_feeds_and_sitemap(out):
    feed = ET.parse(out / "atom.xml").getroot()
    days = [entry.find(f"{ATOM}updated").text[:10] for entry in feed.findall(f"{ATOM}entry")]
    assert days == sorted(days, reverse=True)
    assert len(days) == DAYS
    items = json.loads((out / "feed.json").read_bytes())["items"]
    assert [item["id"] for item in items] == [entry.find(f"{ATOM}id").text for entry in feed.findall(f"{ATOM}entry")]
    places = [row.find(f"{MAP}loc").text for row in ET.parse(out / "sitemap.xml").getroot()]
    assert all((out / place).is_file() for place in places)


def test_with_an_address_feeds_and_sitemap_name_it(out, tmp_path):
    copy = shutil.copytree(out, tmp_path / "out")
    build_site(copy, url="https://example.org/briefings/")
    places = [row.find(f"{MAP}loc").text for row in ET.parse(copy / "sitemap.xml").getroot()]
    assert all(place.startswith("https://example.org/briefings/") for place in places)


def test_issues_are_not_touched_and_a_second_build_changes_nothing(out):
    before, ages = tree(out), {f: f.stat().st_mtime_ns for f in out.rglob("*.*") if f.is_file()}
    build_site(out)
    assert tree(out) == before
    assert {f: f.stat().st_mtime_ns for f in out.rglob("*.*") if f.is_file()} == ages


def written(page):
    """What writing a file changes, and reading it does not."""
    stat = page.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_size


def test_a_morning_writes_the_pages_of_its_news_alone(tmp_path):
    (tmp_path / "in").mkdir()
    parties = sorted(SPEAKERS)
    for number, party in enumerate(parties):
        said = (Planted(party, list(TERMS)[number], "accept", "on the pier"),)
        article(f"{number}.json", FIRST_DAY, said, Random(number)).write(tmp_path / "in")
    run(tmp_path / "in", tmp_path / "out", formats=("html", "json"), as_of="2031-03-02")
    build_site(tmp_path / "out")
    before = {page: written(page) for page in pages(tmp_path / "out")}
    news = (Planted(parties[0], next(iter(TERMS)), "accept", "on the old mill"),)
    article("new.json", FIRST_DAY, news, Random(9)).write(tmp_path / "in")
    run(tmp_path / "in", tmp_path / "out", formats=("html", "json"), as_of="2031-03-03")
    build_site(tmp_path / "out")
    fresh = {page.relative_to(tmp_path / "out").as_posix() for page, old in before.items() if written(page) != old}
    touched = {f"parties/{parties[0].lower()}.html", f"topics/{next(iter(TERMS))}.html"}
    assert fresh == {"index.html", "calendar.html", *touched}


def test_a_statement_links_to_the_oldest_issue_that_tells_it_as_it_is(tmp_path):
    (tmp_path / "in").mkdir()
    said = Planted("Norland", "ferry", "accept", "on the pier")
    path = article("a.json", FIRST_DAY, (said,), Random(1)).write(tmp_path / "in")
    article("b.json", FIRST_DAY, (Planted("Sudmark", "ferry", "reject", "at dusk"),), Random(2)).write(tmp_path / "in")
    for day in ("2031-03-02", "2031-03-03"):
        run(tmp_path / "in", tmp_path / "out", as_of=day)
    path.unlink()
    run(tmp_path / "in", tmp_path / "out", as_of="2031-03-04")
    build_site(tmp_path / "out")
    page = (tmp_path / "out" / "parties" / "norland.html").read_text(encoding="utf-8")
    assert 'href="../2031-03-02/briefing.json"' in page
    assert "last in that of Mon 3 Mar 2031" in page
    assert "last in that of" not in (tmp_path / "out" / "parties" / "sudmark.html").read_text(encoding="utf-8")


def test_only_files_of_the_issue_are_copied(out, tmp_path):
    copy = shutil.copytree(out, tmp_path / "deep" / "out")
    (tmp_path / "secret.env").write_text("secret")
    newest = max(
        folder for folder in copy.iterdir() if (folder / "manifest.json").is_file() and folder.name != "latest"
    )
    manifest = json.loads((newest / "manifest.json").read_text())
    manifest["outputs"]["../../../secret.env"] = "0"
    (newest / "manifest.json").write_text(json.dumps(manifest))
    build_site(copy)
    assert not any(
        "secret" in path.read_text(errors="replace")
        for path in (copy / "latest").iterdir()
        if path.name != "manifest.json"
    )


def test_pages_of_the_site_load_nothing_of_others(out):
    for file in pages(out):
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', file.read_text(encoding="utf-8"))
        assert policy, file
        assert "default-src 'none'" in policy[1].replace("&#39;", "'")


def test_a_folder_without_issues_is_told(tmp_path):
    with pytest.raises(UsageError, match="no dated issue"):
        build_site(tmp_path)


def test_words_of_a_source_are_not_live(tmp_path):
    live = "<script>alert(1)</script></script>"
    (tmp_path / "in").mkdir()
    row = {"published": "2031-03-01", "text": f"“We reject the fishing quota on the {live} pier,” Ada Holm said."}
    (tmp_path / "in" / "a.json").write_text(json.dumps(row), encoding="utf-8")
    run(tmp_path / "in", tmp_path / "out", formats=("html", "json"))
    build_site(tmp_path / "out")
    assert "alert(1)" in (tmp_path / "out" / "parties" / "norland.html").read_text(encoding="utf-8")
    for page in [*pages(tmp_path / "out"), tmp_path / "out" / "search-data.js"]:
        body = page.read_text(encoding="utf-8")
        assert "<script>alert" not in body
        assert page.suffix == ".html" or "</script" not in body


def test_an_issue_compared_with_itself_has_no_change(out):
    edition = read_issue(out / "latest")
    assert compare(edition, edition) == ()
    assert to_text(edition, edition).endswith("no change")


def test_a_json_briefing_alone_tells_the_same_as_its_edition(out, tmp_path):
    days = sorted(f for f in out.iterdir() if (f / EDITION).is_file() and f.name != "latest")
    alone = []
    for number in (0, -1):
        path = tmp_path / f"{number}.json"
        path.write_bytes((days[number] / "briefing.json").read_bytes())
        alone.append(path)
    first, last = (read_issue(path) for path in alone)
    assert to_json(first, last) == to_json(read_issue(days[0]), read_issue(days[-1]))
    assert json.loads(to_json(first, last))["changes"]


def test_the_formats_of_a_difference_quote_both_sides(out):
    before, after = read_issue(out / "2031-03-04"), read_issue(out / "2031-03-05" / "briefing.html")
    (moved,) = [row for row in compare(before, after) if row.change == "changed"]
    for text in (to_text(before, after), to_markdown(before, after)):
        assert moved.statements_before[0].text in text
        assert moved.statements_after[0].text in text
        assert "changed label" in text


@pytest.mark.parametrize("name", ["none-such", "2031-03-04/none.json"])
def test_what_is_no_issue_is_told(out, name):
    with pytest.raises(UsageError, match="no issue"):
        read_issue(out.parent / PurePosixPath(name))

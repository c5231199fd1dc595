"""One function a task: write the command's input, run the command, run the scorer, return the figures."""

from __future__ import annotations

import json
import lzma
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.quality.front_page import measured

ROOT = Path(__file__).parents[2]
Figures = dict[str, float]


def briefing(*words: str | Path) -> list[dict[str, Any]]:
    """The JSON lines that a `briefing` command prints; exit code 3 (some sources unreadable) is no failure here."""
    run = subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, words)], capture_output=True, cwd=ROOT, check=False
    )
    if run.returncode not in (0, 3):
        raise RuntimeError(run.stderr.decode()[-2000:])
    return [json.loads(line) for line in run.stdout.splitlines()]


def score(script: Path, *words: str | Path) -> str:
    """What a scorer prints."""
    run = subprocess.run([sys.executable, script, *map(str, words)], capture_output=True, text=True, check=True)
    return run.stdout


def write(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """The rows as JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file, also an xz one."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    return [json.loads(line) for line in data.decode().split("\n") if line.strip()]


def attribution(data: Path, folder: Path) -> Figures:
    """Source, cue and content on political news (PolNeAR)."""
    gold = data / "attribution" / "dev.jsonl"
    given = write(folder / "given.jsonl", ({"id": r["id"], "text": r["text"]} for r in rows_of(gold)))
    predicted = write(folder / "predicted.jsonl", briefing("attributions", given))
    result = json.loads(score(data / "attribution" / "score_attribution.py", gold, predicted, "--json"))
    kinds = score(data / "attribution" / "recall_by_kind.py", gold, predicted)
    return {**_attribution_figures(result), **_kinds(kinds)}


def german(data: Path, folder: Path) -> Figures:
    """Source, cue and content in German news."""
    gold = data / "attribution-de" / "dev.jsonl"
    given = write(folder / "given.jsonl", ({"id": r["id"], "text": r["text"]} for r in rows_of(gold)))
    predicted = write(folder / "predicted.jsonl", briefing("attributions", given))
    result = json.loads(score(data / "attribution" / "score_attribution.py", gold, predicted, "--json"))
    flat = dict(_flat(result))
    return {key: flat[key] for key in ("joint.P", "joint.R", "joint.F1", "content.match.F1")}


def _attribution_figures(result: dict[str, Any]) -> Figures:
    flat = dict(_flat(result))
    wanted = r"(joint|content\.match)\.(P|R|F1)$|speech\.(match|joint)|source.*exact"
    return {key: value for key, value in flat.items() if re.search(wanted, key)}


def _flat(value: Any, name: str = "") -> Iterable[tuple[str, float]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{name}.{key}" if name else str(key))
    elif isinstance(value, int | float):
        yield name, float(value)


def _kinds(text: str) -> Figures:
    found = re.findall(r"^(\d [\w ,]+?)\s+n .*joint\s+([\d.]+)$", text, re.MULTILINE)
    return {f"joint recall {name[2:]}": float(value) for name, value in found}


def seeds(data: Path, folder: Path) -> Figures:
    """Positions in the five seeds."""
    return _positions(
        data, folder, "seeds_positions.jsonl", ROOT / "seeds", data / "positions" / "seeds_negatives.jsonl"
    )


def voa(data: Path, folder: Path) -> Figures:
    """Positions in four agency texts."""
    return _positions(data, folder, "voa_positions.jsonl", data / "positions" / "voa", None)


def _positions(data: Path, folder: Path, gold: str, sources: Path, negatives: Path | None) -> Figures:
    predicted = write(folder / "predicted.jsonl", briefing("statements", sources, "--profile", "gaza-ceasefire"))
    out = folder / "score.json"
    words = ["--gold", data / "positions" / gold, "--pred", predicted, "--sources", sources, "--json", out]
    score(data / "positions" / "score_positions.py", *words, *(["--negatives", negatives] if negatives else []))
    result = json.loads(out.read_text(encoding="utf-8"))
    attributes = result["attributes"]
    figures = {
        "joint_party F1": result["joint_party"]["f1"],
        "joint_party_speaker F1": result["joint_party_speaker"]["f1"],
        "key recall": result["recall_key"],
        "recall": result["recall"],
        "precision": result["precision"],
        "issue F1": result["issues"]["f1"],
        "verbatim violations (count)": result["verbatim"]["violations"],
        "invented dates (count)": attributes.get("date_invented", {"count": 0})["count"],
    }
    for name in ("party", "stance", "stance_lenient", "mode_lenient", "date_said"):
        figures[f"{name} accuracy"] = attributes[name]["accuracy"]
    if negatives:
        figures["negatives hit (count)"] = result["negatives"]["hits"]
    return {name: float(value) for name, value in figures.items()}


def stands(data: Path, folder: Path) -> Figures:
    """What statements stand for on the topics that nobody wrote rules from, pooled."""
    counts: dict[str, float] = {}
    objects: list[tuple[float, float, int]] = []
    for topic in sorted((data / "positions" / "topics").iterdir()):
        profile, out = topic / "profile.toml", folder / "score.json"
        predicted = write(folder / "predicted.jsonl", briefing("statements", topic / "txt", "--profile", profile))
        words = ["--gold", topic / "gold.jsonl", "--pred", predicted, "--profile", profile, "--json", out]
        score(data / "positions" / "score_stands.py", *words)
        result = json.loads(out.read_text(encoding="utf-8"))
        objects.append((result["object"]["f1"], result["object"]["found"], result["object"]["n"]))
        for name, count in result["counts"].items():
            counts[name] = counts.get(name, 0) + count
    claims, total = max(1, counts["claims"]), sum(n for _, _, n in objects)
    return {
        "claims F1": _f1(counts["tp"], counts["fp"], counts["fn"]),
        "claims precision": counts["tp"] / (counts["tp"] + counts["fp"]),
        "claims with the party F1": _f1(counts["ptp"], counts["pfp"], counts["pfn"]),
        "flips (count)": counts["flip"] / claims,
        "on a mention (count)": counts["mention"] / claims,
        "object F1": sum(f1 * n for f1, _, n in objects) / total,
        "object found": sum(found * n for _, found, n in objects) / total,
    }


def front_page(data: Path, folder: Path) -> Figures:
    """What the front page shows of the key statements, and its wrong lines, which are printed."""
    del folder
    figures, wrong = measured(data / "positions", ROOT / "seeds")
    print("\n".join(wrong))
    return figures


def _f1(right: float, wrong: float, lost: float) -> float:
    return 2 * right / (2 * right + wrong + lost)


def claims(data: Path, folder: Path) -> Figures:
    """Claims that an earlier version printed on seeds and agency texts, judged one by one: how many are still made."""
    kept: dict[str, int] = {"right": 0, "judged right": 0, "bad": 0}
    for name, sources in (("seeds", ROOT / "seeds"), ("voa", data / "positions" / "voa")):
        predicted = write(folder / "predicted.jsonl", briefing("statements", sources, "--profile", "gaza-ceasefire"))
        judged = data / "positions" / f"claims_{name}.jsonl"
        result = json.loads(score(data / "positions" / "score_claims.py", judged, predicted))
        kept["right"] += result["still"].get("right", 0)
        kept["judged right"] += result["judged"]["right"]
        kept["bad"] += result["bad_still"]
    return {"right kept": kept["right"] / kept["judged right"], "wrong or harmful (count)": kept["bad"]}


def text_body(data: Path, folder: Path) -> Figures:
    """Article body from scraped text."""
    gold = data / "ingest" / "text_body.dev.jsonl.xz"
    given = write(folder / "given.jsonl", ({"id": f"{r['id']}|{r['kind']}", "text": r["text"]} for r in rows_of(gold)))
    read = briefing("read", "--clean", given)
    split = [(*row["id"].split("|"), row) for row in read]
    bodies = write(folder / "body.jsonl", ({"id": i, "kind": k, "body": row["text"]} for i, k, row in split))
    labels = write(folder / "lines.jsonl", ({"id": i, "kind": k, "labels": row["labels"]} for i, k, row in split))
    script = data / "ingest" / "score_ingest.py"
    body, lines = _ingest(score(script, "body", gold, bodies)), _ingest(score(script, "lines", gold, labels))
    return {
        "shingle F1 full": body["kind=full"]["f1"],
        "shingle F1 lite": body["kind=lite"]["f1"],
        "worst tenth": body["all"]["worst10"],
        "line precision": lines["all"]["precision"],
        "line recall": lines["all"]["recall"],
    }


def html_body(data: Path, folder: Path) -> Figures:
    """Article body from web pages."""
    gold = data / "ingest" / "html_body.dev.jsonl.xz"
    given = write(folder / "given.jsonl", ({"id": r["id"], "html": r["html"], "url": r["url"]} for r in rows_of(gold)))
    bodies = write(folder / "body.jsonl", ({"id": r["id"], "body": r["text"]} for r in briefing("read", given)))
    result = _ingest(score(data / "ingest" / "score_ingest.py", "body", gold, bodies))["all"]
    return {"shingle F1": result["f1"], "worst tenth": result["worst10"]}


def pages(data: Path, folder: Path) -> Figures:
    """All development pages built into one issue: how many of its files verify, and whether it can be published."""
    source = folder / "pages"
    source.mkdir()
    for number, row in enumerate(rows_of(data / "ingest" / "html_body.dev.jsonl.xz")):
        (source / f"{number:03}.html").write_text(row["html"], encoding="utf-8", errors="replace")
    words = ("--profile", "gaza-ceasefire", "--out", folder / "out", "--state", folder / "state", "--format", "md,html")
    issue = folder / "out" / "latest"
    failed = _fails("build", source, *words)
    failed += sum(_fails("verify", issue / f"briefing.{form}") for form in ("md", "html"))
    return {"failed steps of 4 (count)": failed + _fails("publish", issue / "briefing.md", source)}


def _fails(*words: str | Path) -> int:
    """1 where a command does not end well; sources that cannot be read are no failure here."""
    run = subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, words)], capture_output=True, cwd=ROOT, check=False
    )
    return int(run.returncode not in (0, 3))


def date_text(data: Path, folder: Path) -> Figures:
    """Publication date from scraped text; the address is kept back, since it may hold the date."""
    return _dates(data / "ingest" / "date_text.dev.jsonl.xz", data, folder, ("text",), "--clean")


def date_html(data: Path, folder: Path) -> Figures:
    """Publication date from web pages."""
    return _dates(data / "ingest" / "date_html.dev.jsonl.xz", data, folder, ("html", "url"))


def _dates(gold: Path, data: Path, folder: Path, keys: tuple[str, ...], *words: str) -> Figures:
    pages = _pages(data, keys[0])
    rows = ({"id": r["id"], **{k: r.get(k) or pages.get(r["id"]) for k in keys}} for r in rows_of(gold))
    read = briefing("read", *words, write(folder / "given.jsonl", rows))
    dates = write(folder / "dates.jsonl", ({"id": r["id"], "date": r["published"]} for r in read))
    result = _ingest(score(data / "ingest" / "score_ingest.py", "date", gold, dates))["all"]
    return {"accuracy": result["recall"], "precision": result["precision"]}


def _pages(data: Path, key: str) -> dict[str, str]:
    """The pages that a row of dates names instead of holding them: those of the body data, the fuller of each."""
    rows = rows_of(data / "ingest" / f"{key}_body.dev.jsonl.xz")
    return {row["id"]: row[key] for row in sorted(rows, key=lambda r: len(r[key]))}


def _ingest(text: str) -> dict[str, Figures]:
    """The scorer's lines: a name, then key=value pairs."""
    rows = (line.split() for line in text.splitlines())
    return {r[0]: {k: float(v) for k, v in (pair.split("=") for pair in r[1:])} for r in rows if len(r) > 1}


def summaries(data: Path, folder: Path) -> Figures:
    """ROUGE-2 F of the default method on each development set."""
    figures: Figures = {}
    for name, budget, cut in (
        ("multiling2011_en", ("--words", "250"), "250"),
        ("gum_summ", ("--sentences", "1"), None),
        ("gum_summ", ("--sentences", "3"), None),
        ("bgsum_timeline", ("--words", "150"), "150"),
    ):
        gold = data / "summaries" / f"{name}.dev.jsonl"
        predicted = write(folder / "predicted.jsonl", briefing("summarize", gold, *budget))
        cut_words = ("--words", cut) if cut else ()
        printed = score(data / "summaries" / "score_summaries.py", gold, predicted, *cut_words, "--json")
        figures[f"ROUGE-2 {name} {budget[1]} {budget[0][2:]}"] = float(json.loads(printed)["rouge2"])
    return figures


TASKS: dict[str, Callable[[Path, Path], Figures]] = {
    "attribution": attribution,
    "german": german,
    "seeds": seeds,
    "voa": voa,
    "stands": stands,
    "front_page": front_page,
    "claims": claims,
    "text_body": text_body,
    "html_body": html_body,
    "pages": pages,
    "date_text": date_text,
    "date_html": date_html,
    "summaries": summaries,
}

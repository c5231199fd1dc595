"""Fit the line models: logistic regression in three stages, cross-validated by site.

An L2 penalty, Newton's method; each page counts alike. Three stages: what a line shows by itself, then twice with the
scores of the lines around it. The scores that a later stage learns from come from folds that did not see the line's
site. The pages whose labels fit worst may be left out of the fit, but never out of the figures: a gold text that breaks
off early teaches the wrong thing. Needs numpy.
"""

import hashlib
import json
from collections import Counter, defaultdict
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from benchmarks.quality.shingles import prf, shingle_counts, worst_tenth
from briefing.languages import load
from briefing.steps.clean.features import Seen
from briefing.steps.clean.furniture import phrases
from briefing.steps.clean.neighbours import NUMERIC, Context, look_around

FOLDS = 5
FEWEST_SITES = 4  # a feature that fewer sites show is noise
SMALLEST = 0.05  # without the weights below it no figure on the development half moves by more than .004
STAGES = ("alone", "context", "context_again")


class Page(NamedTuple):
    """One labelled text."""

    kind: str
    site: str
    lines: list[str]
    seen: list[Seen]
    labels: str
    gold: str


class Problem(NamedTuple):
    """All lines of all pages in a row: page numbers, folds, labels and weights; and how they are to be fitted."""

    page: np.ndarray
    fold: np.ndarray
    label: np.ndarray
    weight: np.ndarray
    penalty: float
    doubted: float  # share of the pages that may be left out


def site_of(url: str) -> str:
    """The part of the host name that tells one publisher from another: "example" of www.example.co.uk."""
    common = {"www", "com", "co", "uk", "org", "net", "au", "in", "edition", "m"}
    parts = [part for part in urlsplit(url).netloc.split(".") if part not in common]
    return parts[-1] if parts else url


def lay_out(pages: list[Page], *, penalty: float, doubted: float = 0.0) -> Problem:
    page = np.repeat(np.arange(len(pages)), [len(p.lines) for p in pages])
    folds = np.array([int(hashlib.md5(p.site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS for p in pages])
    label = np.array([int(mark) for p in pages for mark in p.labels], float)
    size = np.array([min(len(line.words), 60) + 5 for p in pages for line in p.seen], float)
    return Problem(page, folds[page], label, size / np.bincount(page, size)[page] * 60, penalty, doubted)


def without_doubted(problem: Problem, scores: np.ndarray, among: np.ndarray) -> Problem:
    """The problem without the weight of those pages `among` whose labels agree least with `scores` from other folds."""
    if not problem.doubted:
        return problem
    p = np.clip(scores, 0.001, 0.999)
    loss = -problem.weight * np.log(np.where(problem.label == 1, p, 1 - p))
    mean = np.bincount(problem.page, loss) / np.bincount(problem.page, problem.weight)
    most = np.quantile(mean[np.unique(problem.page[among])], 1 - problem.doubted)
    return problem._replace(weight=np.where(mean[problem.page] > most, 0.0, problem.weight))


def common_features(names: list[list[str]], sites: list[str]) -> dict[str, int]:
    """A column for each feature that enough sites show."""
    shown: dict[str, set[str]] = defaultdict(set)
    for features, site in zip(names, sites, strict=True):
        for feature in features:
            shown[feature].add(site)
    return {name: i for i, name in enumerate(sorted(n for n, where in shown.items() if len(where) >= FEWEST_SITES))}


def matrix(names: list[list[str]], figures: list[list[float]], columns: dict[str, int]) -> np.ndarray:
    found = np.zeros((len(names), len(columns) + len(figures[0]) + 1), np.float32)
    for row, features in enumerate(names):
        found[row, [columns[feature] for feature in features if feature in columns]] = 1
    found[:, len(columns) : -1] = figures
    found[:, -1] = 1
    return found


def fit(x: np.ndarray, label: np.ndarray, weight: np.ndarray, penalty: float) -> np.ndarray:
    """Weights that maximise the penalised likelihood; the last one is the base and is not penalised."""
    beta = np.zeros(x.shape[1])
    held_back = np.full(x.shape[1], penalty)
    held_back[-1] = 1e-6
    for _ in range(15):
        p = predict(x, beta)
        gradient = x.T @ (weight * (p - label)).astype(np.float32) + held_back * beta
        curvature = x.T @ (x * np.maximum(weight * p * (1 - p), 1e-6).astype(np.float32)[:, None])
        step = np.linalg.solve(curvature.astype(float) + np.diag(held_back), gradient)
        largest = np.abs(step).max()
        beta -= step * min(1, 3 / largest)
        if largest < 0.01:
            break
    return beta


def predict(x: np.ndarray, beta: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x @ beta.astype(np.float32), -30, 30)))


class Stage(NamedTuple):
    """The features of one stage: a row for each line that it scores. `rows` are their numbers among all lines."""

    x: np.ndarray
    names: list[str]
    rows: np.ndarray


def look(pages: list[Page], problem: Problem, scores: np.ndarray | None) -> Stage:
    """What a stage sees: the lines alone, or with `scores` those of them that their neighbours may mend."""
    names = [line.features for page in pages for line in page.seen]
    figures: list[list[float]] = [[] for _ in names]
    rows = np.arange(len(names))
    if scores is not None:
        around = contexts(pages, scores)
        rows = np.array([i for i, context in enumerate(around) if context])
        names = [names[i] + around[i][0] for i in rows]
        figures = [around[i][1] for i in rows]
    columns = common_features(names, [pages[problem.page[i]].site for i in rows])
    weighed = [*columns, *(NUMERIC if scores is not None else ()), "base"]
    return Stage(matrix(names, figures, columns), weighed, rows)


def contexts(pages: list[Page], scores: np.ndarray) -> list[Context | None]:
    ends = phrases(load("en")["furniture"]).ends
    around, start = [], 0
    for page in pages:
        around += look_around(page.seen, scores[start : start + len(page.lines)].tolist(), ends)
        start += len(page.lines)
    return around


def fit_rows(stage: Stage, problem: Problem, rows: np.ndarray) -> np.ndarray:
    """The weights from those rows of the stage that `rows` (a mask) names."""
    lines = stage.rows[rows]
    return fit(stage.x[rows], problem.label[lines], problem.weight[lines], problem.penalty)


def out_of_fold(stage: Stage, problem: Problem, among: np.ndarray, before: np.ndarray | None) -> np.ndarray:
    """Scores of the lines `among`, each from a fit on the other folds among them; of others the score `before`."""
    scores = np.zeros(len(problem.label)) if before is None else before.copy()
    fold, inside = problem.fold[stage.rows], among[stage.rows]
    for one in np.unique(problem.fold[among]):
        held = inside & (fold == one)
        scores[stage.rows[held]] = predict(stage.x[held], fit_rows(stage, problem, inside & (fold != one)))
    return scores


def cross_validate(pages: list[Page], problem: Problem) -> np.ndarray:
    """Scores of all three stages where nothing of a line's fold was used, neither weights nor neighbours' scores."""
    final = np.zeros(len(problem.label))
    for fold in range(FOLDS):
        train = problem.fold != fold
        scores: np.ndarray | None = None
        trusted = problem
        for _ in STAGES:
            stage = look(pages, problem, scores)
            inside = train[stage.rows]
            scores = out_of_fold(stage, trusted, train, scores)
            trusted = without_doubted(problem, scores, train)
            scores[stage.rows[~inside]] = predict(stage.x[~inside], fit_rows(stage, trusted, inside))
        final[~train] = scores[~train]
    return final


def report(pages: list[Page], problem: Problem, scores: np.ndarray, threshold: float) -> None:
    counts = defaultdict(list)
    start = 0
    for page in pages:
        kept = scores[start : start + len(page.lines)] > threshold
        start += len(page.lines)
        body = "\n".join(line for line, keep in zip(page.lines, kept, strict=True) if keep)
        counts[page.kind].append(shingle_counts(page.gold, body))
    right = Counter(((scores > threshold) == problem.label).tolist())
    print(f"lines right: {right[True] / len(scores):.4f}")
    for kind, rows in sorted(counts.items()):
        precision, recall, f1 = prf(rows)
        print(f"{kind}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.4f} worst tenth {worst_tenth(rows):.3f}")


def derive(pages: list[Page], problem: Problem) -> dict[str, dict[str, float]]:
    """The weights of each stage from all pages, small ones left out."""
    found = {}
    scores: np.ndarray | None = None
    everything = np.ones(len(problem.label), bool)
    trusted = problem
    for name in STAGES:
        stage = look(pages, problem, scores)
        scores = out_of_fold(stage, trusted, everything, scores)
        trusted = without_doubted(problem, scores, everything)
        beta = fit_rows(stage, trusted, np.ones(len(stage.rows), bool))
        weights = zip(stage.names, beta.tolist(), strict=True)
        found[name] = {n: round(b, 2) for n, b in weights if abs(b) >= SMALLEST or n == "base"}
    return found


def as_toml(stages: dict[str, dict[str, float]], script: str, threshold: float) -> str:
    lines = [
        f"# Weights of a line model, derived by benchmarks/quality/{script}: do not edit by hand.",
        "# A positive weight speaks for article text. s, m and l are short, middling and long lines.",
        f"threshold = {threshold}",
    ]
    for stage, weights in stages.items():
        lines += ["", f"[{stage}]", *(f"{json.dumps(n, ensure_ascii=False)} = {w}" for n, w in weights.items())]
    return "\n".join(lines) + "\n"

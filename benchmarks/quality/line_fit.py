"""Fit the line models: logistic regression in three stages, cross-validated by site.

An L2 penalty, Newton's method; each page counts alike. Three stages: what a line shows by itself, then twice with the
scores of the lines around it. The scores that a later stage learns from come from folds that did not see the line's
site. Needs numpy.
"""

import hashlib
import json
from collections import Counter, defaultdict
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np

from benchmarks.quality.shingles import prf, shingle_counts, worst_tenth
from briefing.lexicons import load
from briefing.steps.clean.context import NUMERIC, look_around
from briefing.steps.clean.features import Seen
from briefing.steps.clean.furniture import phrases

FOLDS = 5
PENALTY = 3.0
FEWEST_SITES = 4  # a feature that fewer sites show is noise
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
    """All lines of all pages in a row: page numbers, folds, labels and weights."""

    page: np.ndarray
    fold: np.ndarray
    label: np.ndarray
    weight: np.ndarray


def site_of(url: str) -> str:
    """The part of the host name that tells one publisher from another: "example" of www.example.co.uk."""
    common = {"www", "com", "co", "uk", "org", "net", "au", "in", "edition", "m"}
    parts = [part for part in urlsplit(url).netloc.split(".") if part not in common]
    return parts[-1] if parts else url


def lay_out(pages: list[Page]) -> Problem:
    page = np.repeat(np.arange(len(pages)), [len(p.lines) for p in pages])
    folds = np.array([int(hashlib.md5(p.site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS for p in pages])
    label = np.array([int(mark) for p in pages for mark in p.labels], float)
    size = np.array([min(len(line.words), 60) + 5 for p in pages for line in p.seen], float)
    return Problem(page, folds[page], label, size / np.bincount(page, size)[page] * 60)


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


def fit(x: np.ndarray, label: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights that maximise the penalised likelihood; the last one is the base and is not penalised."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(15):
        p = predict(x, beta)
        gradient = x.T @ (weight * (p - label)).astype(np.float32) + penalty * beta
        curvature = x.T @ (x * np.maximum(weight * p * (1 - p), 1e-6).astype(np.float32)[:, None])
        step = np.linalg.solve(curvature.astype(float) + np.diag(penalty), gradient)
        largest = np.abs(step).max()
        beta -= step * min(1, 3 / largest)
        if largest < 0.01:
            break
    return beta


def predict(x: np.ndarray, beta: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x @ beta.astype(np.float32), -30, 30)))


def stage_features(pages: list[Page], scores: np.ndarray | None) -> tuple[list[list[str]], list[list[float]]]:
    """Feature names and figures of every line; with `scores`, those of its neighbours too."""
    own = [line.features for page in pages for line in page.seen]
    if scores is None:
        return own, [[] for _ in own]
    ends = phrases(load("en")["furniture"]).ends
    around, start = [], 0
    for page in pages:
        around += look_around(page.seen, scores[start : start + len(page.lines)].tolist(), ends)
        start += len(page.lines)
    names = [features + context[0] for features, context in zip(own, around, strict=True)]
    return names, [context[1] for context in around]


def stage_matrix(pages: list[Page], problem: Problem, scores: np.ndarray | None) -> tuple[np.ndarray, list[str]]:
    names, figures = stage_features(pages, scores)
    columns = common_features(names, [pages[i].site for i in problem.page])
    return matrix(names, figures, columns), [*columns, *(NUMERIC if scores is not None else ()), "base"]


def out_of_fold(x: np.ndarray, problem: Problem, among: np.ndarray) -> np.ndarray:
    """Scores of the lines `among`, each from a fit on the other folds among them."""
    scores = np.zeros(len(x))
    for fold in np.unique(problem.fold[among]):
        train, held = among & (problem.fold != fold), among & (problem.fold == fold)
        scores[held] = predict(x[held], fit(x[train], problem.label[train], problem.weight[train]))
    return scores


def cross_validate(pages: list[Page], problem: Problem) -> np.ndarray:
    """Scores of all three stages where nothing of a line's fold was used, neither weights nor neighbours' scores."""
    final = np.zeros(len(problem.label))
    for fold in range(FOLDS):
        train, held = problem.fold != fold, problem.fold == fold
        scores = None
        for _ in STAGES:
            x, _names = stage_matrix(pages, problem, scores)
            scores = out_of_fold(x, problem, train)
            scores[held] = predict(x[held], fit(x[train], problem.label[train], problem.weight[train]))
        final[held] = scores[held]
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
    found, scores = {}, None
    everything = np.ones(len(problem.label), bool)
    for stage in STAGES:
        x, names = stage_matrix(pages, problem, scores)
        beta = fit(x, problem.label, problem.weight)
        found[stage] = {
            n: round(float(b), 2) for n, b in zip(names, beta, strict=True) if abs(b) >= 0.02 or n == "base"
        }
        scores = out_of_fold(x, problem, everything)
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

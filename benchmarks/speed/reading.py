"""Everything that is done with one article, against sumy's LexRank alone on the same articles in the same run."""

from __future__ import annotations

from benchmarks.quality.attribution_rules import read_articles
from benchmarks.quality.where import evaluation_data
from benchmarks.speed.attribution import least, lex_rank
from briefing.digest import Digest, digest
from briefing.languages import Lexicon, load
from briefing.pipeline import read_document
from briefing.profile import Profile
from briefing.profile import load as profile
from briefing.records import RawDocument
from briefing.steps.split import split


def main() -> None:
    lexicon, topic = load("en"), profile("us-congress")
    articles = [article for article, _ in read_articles(evaluation_data() / "attribution" / "dev.jsonl")]
    raws = [RawDocument(a.source, "text/plain", a.text.encode()) for a in articles]
    pairs = [(article, split(article, lexicon=lexicon)) for article in articles]
    own = least(lambda: [_read(raw, topic, lexicon) for raw in raws])
    peer = least(lambda: [lex_rank(article, found) for article, found in pairs])
    print(f"reading          {own:6.2f} s   {len(raws) / own:5.1f} articles/s, clean to digest")
    print(f"sumy LexRank     {peer:6.2f} s   reading takes {own / peer:.2f} of it (at most 1.40)")


def _read(raw: RawDocument, topic: Profile, lexicon: Lexicon) -> Digest:
    return digest(read_document(raw, profile=topic, lexicon=lexicon), profile=topic, lexicon=lexicon)


if __name__ == "__main__":
    main()

"""The briefing as a tagged PDF, set for paper by WeasyPrint from a template of its own."""

from __future__ import annotations

from briefing.render.environment import environment
from briefing.render.html import asset
from briefing.render.tables import MissingExtraError
from briefing.render.views import View


def to_pdf(view: View) -> bytes:
    """The briefing as PDF/UA-1. Raises MissingExtraError without WeasyPrint.

    The file's dates are the briefing's own and its identifier is the hash of the corpus, so that it is reproducible.
    """
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra
        from weasyprint.urls import URLFetcher  # noqa: PLC0415
    except (ImportError, OSError) as error:  # OSError: Pango, which it draws text with, is missing
        raise MissingExtraError(f"PDF needs WeasyPrint and Pango: pip install 'briefing[pdf]' ({error})") from error
    env = environment("html", view.templates, view.language, view.numbers)
    page = env.get_template("print.html.j2").render(v=view, style=asset(env, "print.css"))
    document = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=()))  # nothing is ever fetched
    identifier = view.briefing.corpus_sha256[:32].encode()
    pdf: bytes = document.write_pdf(pdf_identifier=identifier, pdf_variant="pdf/ua-1")
    return pdf

"""The steps over one article. No step imports another; `briefing/pipeline.py` puts them in order."""

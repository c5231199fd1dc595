"""Run first by a worker: it takes its program for another one."""

from briefing.engines import on_dask

on_dask.code_sha256 = lambda: "other"

"""Exporters: other people's schemas, each legal there, each with a sidecar that leads every row back to its claims."""

from tidings.exporters.export import Exported, export
from tidings.exporters.sidecar import read_sidecar

__all__ = ["Exported", "export", "read_sidecar"]

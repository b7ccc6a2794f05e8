"""What readers see for the values that the model itself lists: labels.yml."""

from collections.abc import Mapping
from pathlib import Path

import yaml

LABELS: Mapping[str, Mapping[str, str]] = yaml.load(
    Path(__file__).with_name("labels.yml").read_text(encoding="utf-8"),
    Loader=yaml.CSafeLoader,
)
"""Label by field, then by value, in the order shown."""

"""Building blocks that know nothing of the hub: cache, parallel map, incremental writer, atomic folder."""

"""Building blocks that know nothing about the hub: cache, parallel jobs, incremental output, atomic folder."""

"""Frozen values that every later layer shares: records, documents, vocabulary, hub, addresses, register."""

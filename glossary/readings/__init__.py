"""How names sound: kana to romaji, and readings of Han strings; the only place that uses pykakasi."""

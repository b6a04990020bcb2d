#!/usr/bin/env python3
"""Derives data/names/attested.txt: words that are names of people somewhere, folded to ASCII.

    python3 tools/make_names.py ../shared/facts data

In: the person names of rigour (MIT; after Wikidata, CC0), one name with all its spellings a line. Out: one word a line, sorted; a "=" behind it says that
no other spelling in Latin letters is known of any name it writes, so that it is spelled and not transcribed. Left out are words of names with few spellings
in all scripts: a typing error is too easily one of them. Same input, same bytes. Standard library only.
"""
import sys, unicodedata
from pathlib import Path

FACTS, OUT = Path(sys.argv[1]), Path(sys.argv[2])
SPELLINGS = 5
SHORTEST = 4


def fold(word):
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isascii() and c.isalpha())


def inflected(word, of):
    """Czech, Lithuanian and the like put endings behind foreign names."""
    return of.startswith(word[:-1]) and of.endswith(("ova", "s")) or word.startswith(of)


others, attested = {}, set()
for line in open(FACTS / "person_names/person_names.txt", encoding="utf-8"):
    if " => " not in line:
        continue
    spellings = line.split(" => ")[0].split(", ")
    words = {fold(s) for s in spellings if s and s.isalpha() and s[0] < "\u0250"}
    words = {w for w in words if len(w) >= SHORTEST}
    for word in words:
        others.setdefault(word, set()).update(o for o in words if o != word and not inflected(word, o))
    if len(spellings) >= SPELLINGS:
        attested |= words
text = "".join(word + ("" if others[word] else "=") + "\n" for word in sorted(attested))
(OUT / "names/attested.txt").write_text(text, encoding="ascii")

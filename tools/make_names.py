#!/usr/bin/env python3
"""Derives data/names/attested.txt (words that are names of people somewhere, folded to ASCII) and kanji.txt (Japanese names and how they are read).

    python3 tools/make_names.py ../shared/facts data

In: the person names of rigour (MIT; after Wikidata, CC0), one name with all its spellings a line. Out: one word a line, sorted; a "=" behind it says that
no other spelling in Latin letters is known of any name it writes, so that it is spelled and not transcribed. Left out are words of names with few spellings
in all scripts: a typing error is too easily one of them. Kanji: one name a line, then its readings in Latin letters; only names that are also given in
hiragana, so that they are Japanese. Same input, same bytes. Standard library only.
"""
import sys, unicodedata
from pathlib import Path

FACTS, OUT = Path(sys.argv[1]), Path(sys.argv[2])
SPELLINGS = 5
SHORTEST = 4
LONGEST_KANJI = 3
MOST_READINGS = 8


def fold(word):
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isascii() and c.isalpha())


def inflected(word, of):
    """Czech, Lithuanian and the like put endings behind foreign names."""
    return of.startswith(word[:-1]) and of.endswith(("ova", "s")) or word.startswith(of)


def within(word, low, high):
    return word and all(low <= c <= high for c in word)


others, attested, kanji = {}, set(), {}
for line in open(FACTS / "person_names/person_names.txt", encoding="utf-8"):
    if " => " not in line:
        continue
    spellings = line.split(" => ")[0].split(", ")
    words = {fold(s) for s in spellings if s and s.isalpha() and s[0] < "\u0250"}
    if any(within(s, "\u3041", "\u309f") for s in spellings) and len(words) <= MOST_READINGS:
        for written in spellings:
            if within(written, "\u3400", "\u9fff") and len(written) <= LONGEST_KANJI:
                kanji.setdefault(written, set()).update(words - {""})
    words = {w for w in words if len(w) >= SHORTEST}
    for word in words:
        others.setdefault(word, set()).update(o for o in words if o != word and not inflected(word, o))
    if len(spellings) >= SPELLINGS:
        attested |= words
text = "".join(word + ("" if others[word] else "=") + "\n" for word in sorted(attested))
(OUT / "names/attested.txt").write_text(text, encoding="ascii")
text = "".join(f"{written} {' '.join(sorted(read))}\n" for written, read in sorted(kanji.items()) if read)
(OUT / "names/kanji.txt").write_text(text, encoding="utf-8")

#!/usr/bin/env python3
"""The construction matrix: which grammatical constructions the program misreads for every verb.

    python3 tools/frames.py BIN [LANG] [FRAME]      the frames with failures
    python3 tools/frames.py BIN --least RIGHT       totals only; 1 if fewer sentences than that are right

In: the program, tests/data/frames/<lang>.txt (sentences) and <lang>.told.txt (short stories with the names of the former). Each frame is filled with every
verb that has the forms it asks for and with parties in turn; all of a file go to the program in one call. Out: the frames with failures, worst first, with
one failing sentence each, and totals. With FRAME (a name, or its beginning and "*"): every sentence of it with verdict and events. Same input, same output.

A file has four sections; "#" opens a comment, bars stand between fields:

    [classes]  CLASS | FORM=TEXT | …            forms that the parties of a class share
    [names]    ID | CLASSES | FORM=TEXT | …     a party and its id in records; no two of one "land" share a sentence; "spare" only where A=spare asks for it
    [verbs]    NAME | TYPES | FORM=TEXT | …     an act and its event types; "planned", "negated": types it may have as such; A=CLASS restricts a party
    [frames]   NAME | TEXT | EXPECTED [| A=CLASS date=DAY …]

{A} … {D} is the form "nom" of a party, {A.gen} another, {past} a form of the verb, {past2} one of the next verb; forms may hold slots. Of "one/other" with
"@A" ("{hat/haben@A}", "{past@A}") the second part stands where A has the class "second" (the third: "third"), with "@1", "@2" always that. "+" before a
slot makes its first letter great. EXPECTED is "silent" (no event with A), "quiet" (none that happened or is planned), or parts with blanks between: "A>B" an
act of the verb's types that happened, "A>B:2" of the next verb's, "A>B:REJECT/ACCUSE" of those types, "A>B=planned" of that status, "A<>B" either way
about, "?A>B" allowed, not asked for. Verdicts: right, reversed (B acts on A), wrong (another pair, status, type or date), missed (no event, or one party).
"""
import json, random, re, subprocess, sys
from collections import Counter, defaultdict
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "tests/data/frames"
PUBLISHED = "2025-03-06"  # a Thursday
SLOT = re.compile(r"\{([^{}@]+)(?:@([A-D12]))?\}")


def forms(fields):
    """In: fields "FORM=TEXT". Out: a dictionary of them."""
    return dict(part.split("=", 1) for part in fields if "=" in part)


def load(path):
    """In: a file of frames. Out: its sections, each a list of fields of lines."""
    sections, now = defaultdict(list), None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#", 1)[0].strip()
        if line.startswith("["):
            now = line[1:-1]
        elif line:
            sections[now].append([field.strip() for field in line.split("|")])
    return sections


def parties(sections):
    """In: the sections of a file. Out: its parties, each with classes, id and forms; classes give what a party does not say itself."""
    shared = {line[0]: forms(line[1:]) for line in sections["classes"]}
    common = lambda kinds: {form: text for kind in kinds.split() for form, text in shared.get(kind, {}).items()}
    return [{"id": ident, "kinds": set(kinds.split())} | common(kinds) | forms(rest) for ident, kinds, *rest in sections["names"]]


def slots(text, verbs):
    """In: a text and its two verbs. Out: the text with the verbs' forms filled in, or None where a verb lacks one."""
    for _ in range(4):
        def fill(match):
            key, who = match.groups()
            if re.match(r"[A-D](\.|$)", key) or "/" in key:
                return match.group()
            value = verbs[key.endswith("2")][key.rstrip("2")]
            return f"{{{value}@{who}}}" if who and "/" in value else value
        try:
            text = SLOT.sub(fill, text)
        except KeyError:
            return None
    return text


def cast(text, options, pool, dice):
    """In: a text, restrictions by party, all parties. Out: a party for each letter, of different states, or None."""
    chosen = {}
    for letter in sorted(set(re.findall(r"\{([A-D])[.}]", text) + re.findall(r"@([A-D])\}", text))):
        needed = set(re.findall(r"\{" + letter + r"\.(\w+)", text)) | {"nom"}
        fit = [party for party in pool if needed <= party.keys() and all(k in party["kinds"] for k in options.get(letter, "").split("+") if k)]
        fit = [party for party in fit if "spare" not in party["kinds"] or "spare" in options.get(letter, "")]
        fit = [party for party in fit if party["land"] not in [other["land"] for other in chosen.values()]]
        if not fit:
            return None
        chosen[letter] = dice.choice(fit)
    return chosen


def write(text, chosen):
    """In: a text whose verbs are filled in and its parties. Out: the sentence, its first letters great."""
    def fill(match):
        key, who = match.groups()
        if "/" in key:
            kinds = chosen[who]["kinds"] if who in chosen else {"second"} if who == "2" else set()
            return key.split("/")[2 if "third" in kinds else 1 if "second" in kinds else 0]
        return chosen[key[0]][key[2:] or "nom"]
    text = re.sub(r"  +", " ", SLOT.sub(fill, SLOT.sub(fill, text))).replace("\\n", "\n").strip()
    text = re.sub(r"\+(\w)", lambda m: m[1].upper(), re.sub(r" +([.,:;!?\n])", r"\1", text))
    return re.sub(r"(^\W*|[.!?][”\"]? |\n\W*)(\w)", lambda m: m[1] + m[2].upper(), text)


def sentences(path):
    """In: a file of frames. Out: one record a sentence: frame, text, expectation, parties, verbs, date."""
    sections = load(path)
    pool = parties(load(path.with_name(path.name.replace(".told", ""))))
    verbs = [forms(line[2:]) | {"verb": line[0], "types": line[1]} for line in sections["verbs"]]
    for name, text, expected, *rest in sections["frames"]:
        dice, options, known = random.Random(name), forms((rest or [""])[0].split()), set()
        for index, verb in enumerate(verbs * (3 if ".told" in path.name else 1)):
            pair = (verb, verbs[(index + 1) % len(verbs)])
            filled = slots(text, pair)
            limits = {letter: "+".join(filter(None, [options.get(letter), verb.get(letter)])) for letter in "ABCD"}
            chosen = filled and cast(filled, limits, pool, dice)
            told = chosen and write(filled, chosen)
            if told and told not in known:
                known.add(told)
                yield {"frame": name, "text": told, "expected": expected, "parties": chosen, "verbs": pair, "date": options.get("date")}


def read(program, language, asked):
    """In: the program, a language, records of sentences. Out: the events of each."""
    lines = [json.dumps({"id": str(i), "lang": language, "text": item["text"], "published": PUBLISHED}) for i, item in enumerate(asked)]
    run = subprocess.run([program, "extract", "--jsonl", "--stdin"], input="\n".join(lines), stdout=subprocess.PIPE, text=True, check=True)
    found = {record["id"]: record["events"] for record in map(json.loads, run.stdout.splitlines())}
    return [found.get(str(i), []) for i in range(len(asked))]


def wanted(item):
    """In: a record of a sentence. Out: what must be told (actor, recipient, types, status, either way) and which pairs may be told."""
    must, may = [], []
    for part in item["expected"].split():
        match = re.fullmatch(r"(\??)([A-D])(<?)>([A-D])(?::([\w/]+))?(?:=(\w+))?", part)
        free, one, both, two, types, status = match.groups()
        pair = (item["parties"][one]["id"], item["parties"][two]["id"])
        if free:
            may += [pair, pair[::-1]]
            continue
        if not types or types == "2":
            verb = item["verbs"][1 if types else 0]
            types = "/".join(filter(None, [verb["types"], verb.get(status or "happened")]))
        must.append((pair, set(types.split("/")), status or "happened", bool(both)))
    return must, may


def judge(item, events):
    """In: a record of a sentence and the events found. Out: the verdict."""
    told = [(a, r, e) for e in events for a in e["actors"] or [None] for r in e["recipients"] or e["actors"] * (len(e["actors"]) > 1) or [None] if a != r]
    if item["expected"] == "silent":
        return "wrong" if any(item["parties"]["A"]["id"] in e["actors"] + e["recipients"] for e in events) else "right"
    if item["expected"] == "quiet":
        return "wrong" if any(e["status"] in ("happened", "planned") for e in events) else "right"
    must, may = wanted(item)
    met, turned, stray = set(), False, False
    for actor, recipient, event in told:
        hits, half, back = set(), False, False
        for number, (pair, types, status, both) in enumerate(must):
            ways = [pair, pair[::-1]] if both or event["symmetric"] else [pair]
            if (actor, recipient) in ways and event["type"] in types and event["status"] == status and item["date"] in (None, event["date"]):
                hits.add(number)
            half |= event["type"] in types and (actor, recipient) in ((pair[0], None), (None, pair[1]))
            back |= event["type"] in types and (recipient, actor) == pair
        met |= hits
        loose = not hits and (actor, recipient) not in may
        turned |= loose and back
        stray |= loose and not half
    return "reversed" if turned else "wrong" if stray else "right" if len(met) == len(must) else "missed"


def shown(events):
    """In: events. Out: a short line of them."""
    parts = [f"{e['type']} {'+'.join(e['actors'])}>{'+'.join(e['recipients'])} {e['status']} {e['date'] or '-'} [{e['trigger']}]" for e in events]
    return "; ".join(parts) or "nothing"


def report(path, program, frame, brief=False):
    """In: a file, the program, the frame asked for or None, whether only totals are asked for. Out: printed; the number of right sentences."""
    asked = [item for item in sentences(path) if frame in (None, item["frame"]) or frame.endswith("*") and item["frame"].startswith(frame[:-1])]
    events = read(program, path.name[:2], asked) if asked else []
    verdicts, verbs, example = defaultdict(Counter), defaultdict(Counter), {}
    for item, found in zip(asked, events):
        verdict = judge(item, found)
        verdicts[item["frame"]][verdict] += 1
        verbs[item["verbs"][0]["verb"]][verdict] += 1
        if verdict != "right":
            example.setdefault(item["frame"], (verdict, item["text"], shown(found)))
        if frame:
            print(f"{verdict:8} {item['text']}\n         {shown(found)}  (asked: {item['expected']})")
    for name in sorted([] if frame or brief else example, key=lambda name: (verdicts[name]["right"] / verdicts[name].total(), name)):
        count = verdicts[name]
        print(f"{name:32} {count['right']:3}/{count.total():<3} reversed {count['reversed']:2} wrong {count['wrong']:2} missed {count['missed']:2}")
        print("    {}: {}\n        -> {}".format(*example[name]))
    if not (frame or brief):
        print("right by verb: " + ", ".join(f"{verb} {count['right']}/{count.total()}" for verb, count in verbs.items()))
    total = sum(verdicts.values(), Counter())
    totals = ", ".join(f"{key} {total[key]}" for key in ("right", "reversed", "wrong", "missed"))
    print(f"{path.name}: {len(verdicts)} frames, {total.total()} sentences: {totals}")
    return total["right"]


if __name__ == "__main__":
    if sys.argv[2:3] == ["--least"]:
        right = sum(report(file, sys.argv[1], None, brief=True) for file in sorted(DATA.glob("*.txt")))
        sys.exit(f"{right} sentences are right, fewer than {sys.argv[3]}" if right < int(sys.argv[3]) else 0)
    binary, language, one = sys.argv[1:] + ["", None][len(sys.argv) - 2:]
    for file in sorted(DATA.glob(f"{language}*.txt")):
        report(file, binary, one)

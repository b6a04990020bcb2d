#!/usr/bin/env python3
"""Derives data/gazetteer/*.ron from public fact tables and the hand-written tables beside this script.

    python3 tools/make_gazetteer.py ../shared/facts data/gazetteer

In: CLDR territory and city names (Unicode-3.0), GeoNames cities and countries (CC BY 4.0), territories with Wikidata ids (MIT), heads of state
and government (facts of Wikidata, MIT), person-name groups (MIT), and gazetteer/*.tsv (own). Out: countries, places, organisations, persons.
Same input, same bytes. Standard library only.
"""
import csv, json, re, sys, unicodedata
from pathlib import Path

FACTS, OUT = Path(sys.argv[1]), Path(sys.argv[2])
HERE = Path(__file__).parent / "gazetteer"
LANGS = ["sv", "de", "en"]
MIN_POPULATION = 300_000


def rows(name, width):
    for line in (HERE / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("|")
            if len(cells) > width:
                cells = cells[: width - 1] + [cells[-1]]
            yield cells + [""] * (width - len(cells))


def split(cell):
    return [x.strip() for x in cell.split(",") if x.strip()]


def ascii_of(text):
    text = text.translate(str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ə": "a", "ð": "d", "þ": "th"}))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(name):
    return re.sub(r"[^a-z0-9]+", "_", ascii_of(name).lower().replace("’", "").replace("'", "")).strip("_")


def unique(items):
    seen, out = set(), []
    for item in items:
        item = item.replace("’", "'").strip()
        if item and item not in seen:
            seen.add(item)
            out.append(item)
    return out


def ron_list(items):
    return "[" + ", ".join(json.dumps(i, ensure_ascii=False) for i in items) + "]"


def ron_map(mapping):
    cells = [f'"{lang}": {ron_list(forms)}' for lang, forms in mapping.items() if forms]
    return "{" + ", ".join(cells) + "}"


TAKEN = set()


def entry(id, name, **fields):
    """One line of RON; empty fields are left out, ids are made unique with the country code."""
    if id in TAKEN:
        id = f"{id}_{(fields.get('country') or 'x').lower()}"
    if id in TAKEN:
        return None
    TAKEN.add(id)
    cells = [f'id: "{id}"', f"name: {json.dumps(name, ensure_ascii=False)}"]
    for key, value in fields.items():
        if not value:
            continue
        if isinstance(value, dict):
            text = ron_map(value)
            if text == "{}":
                continue
        elif isinstance(value, list) and key == "roles":
            text = "[" + ", ".join(value) + "]"
        elif isinstance(value, list):
            text = ron_list(value)
        elif value is True:
            text = "true"
        elif key == "class":
            text = value
        else:
            text = json.dumps(value, ensure_ascii=False)
        cells.append(f"{key}: {text}")
    return "        (" + ", ".join(cells) + "),\n"


def write(name, kind, source, entries):
    body = "".join(e for e in entries if e)
    (OUT / f"{name}.ron").write_text(
        f"(\n    source: {json.dumps(source, ensure_ascii=False)},\n    class: {kind},\n    entries: [\n{body}    ],\n)\n", "utf-8")
    print(f"{name}.ron: {body.count(chr(10))} entries")


def cldr(lang, file):
    return json.loads((FACTS / f"cldr/{lang}/{file}.json").read_text("utf-8"))["main"][lang]


GEO = json.loads((FACTS / "geonames/countries.json").read_text("utf-8"))
TERRITORIES = {lang: cldr(lang, "territories")["localeDisplayNames"]["territories"] for lang in LANGS}
QIDS = {}
for line in (FACTS / "territories/data.jsonl").read_text("utf-8").splitlines():
    record = json.loads(line)
    QIDS.setdefault(record["code"].upper(), record.get("qid"))
NATIONS = {r[0]: r[1:] for r in rows("nations", 7)}
NAMES = {r[0]: r[1:] for r in rows("country_names", 4)}
SEATS = {r[0]: r[1:] for r in rows("seats", 4)}
TRAITS = {}
for trait, codes in rows("traits", 2):
    for code in split(codes):
        TRAITS.setdefault(code, []).append(trait)
ISO3 = {iso: g["iso3"] for iso, g in GEO.items()}
ISO3["XK"] = "XKX"
# Territories that are read as places, because they do not act as states in the news.
# Cities whose name is also an everyday word or a given name: read as a place only behind a preposition of place.
COMMON = {"The West", "Vale", "Vox", "Intel", "Focus", "Verdi", "Kia", "Dover", "Pará", "Bergen", "Kos", "Faro", "Parma", "Metz", "Darwin", "Basel", "Kara", "Linz", "Verona", "Nara", "Jena", "Oldenburg", "Pisa", "Renk", "Madeira", "Granada", "Salisbury", "Maine", "Quad", "Bild", "Der Spiegel", "Amazon", "Meta", "Shell", "Telegram", "The Guardian", "The Times", "Commonwealth", "Omni", "RT", "Islamic State", "Essen", "Reading", "Male", "Van", "Nice", "Halle", "Mobile", "Orange", "Of", "Salem", "Florence", "Charlotte", "Victoria", "Sofia", "Austin", "Jackson", "Bari",
          "Lincoln", "Madison", "Hamilton", "Santiago", "Leon", "León", "Fes", "Bath", "Split", "Kent", "Durham", "Hull", "Aurora", "Regina", "Christiana", "Diana", "Jacksonville",
          "Nancy", "Man", "Same", "Most", "Mission", "Providence", "Independence", "Liberty", "Enterprise", "Paradise", "Henderson", "Arlington", "Irving", "Kingston",
          "Male'", "Roseau", "Castries", "Hagen", "Bonn-Süd", "Fürth", "Herne", "Ulm", "Trier", "Central", "Imus", "Anda", "Bandar", "Ambon", "Ho", "Bo", "Ife", "Jos", "Aba", "Ado", "Oyo", "Wa", "Karachi City", "Peter", "Valencia", "Mercedes", "Trinidad", "Hue", "Vinh", "Surat", "Taiz", "Ray", "Sale", "Salé", "Ten", "Ben", "Ed"}
NOT_STATES = {"AQ", "AS", "AI", "AW", "BL", "BQ", "BV", "CC", "CK", "CW", "CX", "FK", "GF", "GG", "GI", "GP", "GS", "GU", "HM", "IM", "IO", "JE", "KY",
              "MF", "MP", "MQ", "MS", "NC", "NF", "NU", "PF", "PM", "PN", "RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT", "EH"}
ENGLISH = {iso: NAMES[iso][2].split(",")[0] for iso in NAMES if NAMES[iso][2]}
ENGLISH.update({"US": "United States", "TR": "Turkey", "VA": "Vatican City", "BA": "Bosnia and Herzegovina", "PS": "Palestine"})
COUNTRY_ID = {}


def countries():
    out = []
    for iso in sorted(ISO3):
        if iso not in TERRITORIES["en"] or iso in ("FK", "EH"):
            continue
        english = ENGLISH.get(iso, TERRITORIES["en"][iso].replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'"))
        names = {}
        for i, lang in enumerate(LANGS):
            from_cldr = [TERRITORIES[lang].get(iso, "")] + [TERRITORIES[lang].get(f"{iso}-alt-{k}", "") for k in ("variant", "short")]
            from_cldr = [n for n in from_cldr if "(" not in n and " - " not in n and (n.isupper() is False or len(n) > 3)]
            from_cldr = [n.replace(" & ", " and ") for n in from_cldr]
            own = split(NAMES[iso][i]) if iso in NAMES else []
            names[lang] = unique(own + from_cldr)
        names["en"] = unique(names["en"] + [ascii_of(n) for n in names["en"]])
        nation = NATIONS.get(iso, [""] * 6)
        adjectives = {lang: split(nation[2 * i]) for i, lang in enumerate(LANGS)}
        people = {lang: split(nation[2 * i + 1]) for i, lang in enumerate(LANGS)}
        seats = {lang: split(SEATS[iso][i]) for i, lang in enumerate(LANGS)} if iso in SEATS else {}
        id = slug(english)
        COUNTRY_ID[iso] = id
        out.append(entry(id, english, **{"class": "Place" if iso in NOT_STATES else None}, country=ISO3[iso], wikidata=QIDS.get(iso),
                         names=names, adjectives=adjectives, people=people, seats=seats,
                         traits=None if iso in NOT_STATES else TRAITS.get(ISO3[iso])))
    for id, code, qid, until, sv, sv_adj, de, de_adj, en, en_adj in rows("past_states", 10):
        out.append(entry(id, split(en)[0], country=code, wikidata=qid, until=until, names={"sv": split(sv), "de": split(de), "en": split(en)},
                         adjectives={"sv": split(sv_adj), "de": split(de_adj), "en": split(en_adj)}))
    return out


def places():
    out, known = [], set()
    adjectives_of = {r[0]: r[1:] for r in rows("region_adjectives", 7)}
    for cells in rows("regions", 7):
        name, code, kind, any_, sv, de, en = cells
        names = {"any": split(any_), "sv": split(sv), "de": split(de), "en": split(en)}
        if not any(names.values()):
            names["any"] = [name]
        nation = adjectives_of.get(name, [""] * 6)
        out.append(entry(slug(name), name, country=code, kind=kind, common=name in COMMON, names=names,
                         adjectives={lang: split(nation[2 * i]) for i, lang in enumerate(LANGS)},
                         people={lang: split(nation[2 * i + 1]) for i, lang in enumerate(LANGS)}))
        known.add((slug(name), code))
    exonyms = {(r[0], r[1]): r[2:] for r in rows("exonyms", 5)}
    by_english = {}
    zones = {lang: cldr(lang, "timeZoneNames")["dates"]["timeZoneNames"]["zone"] for lang in LANGS}

    def walk(en, others, path=()):
        for key, node in sorted(en.items()):
            if isinstance(node, dict) and "exemplarCity" in node:
                name = node["exemplarCity"]
                by_english[name] = [o.get(key, {}).get("exemplarCity", "") for o in others]
            elif isinstance(node, dict):
                walk(node, [o.get(key, {}) for o in others], (*path, key))
    walk(zones["en"], [zones["sv"], zones["de"]])
    cities = json.loads((FACTS / "geonames/cities15000.json").read_text("utf-8"))
    capitals = {iso: g["capital"] for iso, g in GEO.items() if g.get("capital")}
    capitals["IL"] = "Jerusalem"
    capitals["KZ"] = "Astana"
    chosen = {}
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        iso, name = city["countrycode"], city["name"].replace("’", "'")
        name = {"Washington, D.C.": "Washington", "Kyiv": "Kyiv", "Kiev": "Kyiv", "Nur-Sultan": "Astana", "Odessa": "Odesa", "Köln": "Cologne", "Nuremberg": "Nürnberg", "Makkah": "Mecca",
                "Al Ḩudaydah": "Hodeidah", "Mykolayiv": "Mykolaiv", "Kandahār": "Kandahar", "Nay Pyi Taw": "Naypyitaw"}.get(name, name)
        is_capital = iso not in NOT_STATES and (capitals.get(iso) == city["name"] or ascii_of(capitals.get(iso, "")) == ascii_of(name))
        if city["population"] < MIN_POPULATION and not is_capital and (name, iso) not in exonyms:
            continue
        if (name, iso) in chosen:
            continue
        chosen[(name, iso)] = (city, is_capital)
    used = set()
    for (name, iso), (city, is_capital) in chosen.items():
        sv, de, en = exonyms.get((name, iso), ["", "", ""])
        used.add((name, iso))
        zone = by_english.get(name, ["", ""])
        names = {"any": unique([name, ascii_of(name)]), "sv": unique(split(sv) + [zone[0]]), "de": unique(split(de) + [zone[1]]), "en": split(en)}
        for lang in LANGS:
            names[lang] = [n for n in names[lang] if n not in names["any"]]
        if (slug(name), ISO3.get(iso)) in known:
            continue
        cap = COUNTRY_ID.get(iso) if is_capital and slug(name) != COUNTRY_ID.get(iso) else None
        out.append(entry(slug(name), name, country=ISO3.get(iso), kind="city", capital_of=cap, common=name in COMMON, names=names))
    for key in exonyms:
        if key not in used:
            print("exonym without a city:", key)
    return out


def organisations():
    out = []
    for name, code, sector, any_, sv, de, en in (r[:7] for r in rows("organisations", 7)):
        names = {"any": split(any_), "sv": split(sv), "de": split(de), "en": split(en)}
        if not any(names.values()):
            names["any"] = [name]
        out.append(entry(slug(re.sub(r" \(.*", "", name)) if slug(re.sub(r" \(.*", "", name)) not in TAKEN else slug(name),
                         re.sub(r" \(.*", "", name), country=code, sector=sector,
                         common=name in COMMON, names=names))
    return out


ROLE = {"S": "HEAD_OF_STATE_OF", "G": "HEAD_OF_GOVERNMENT_OF", "F": "FOREIGN_MINISTER_OF", "M": "MINISTER_OF", "A": "REPRESENTS", "P": "SPOKESPERSON_OF", "L": "LEADER_OF"}


def role_text(letter, object, period):
    start, _, end = period.partition("/")
    cells = [f'predicate: "{ROLE[letter]}"', f'object: "{object}"']
    cells += [f'start: "{start}"'] if start else []
    cells += [f'end: "{end}"'] if end else []
    return "(" + ", ".join(cells) + ")"


def persons():
    by_iso3 = {ISO3[iso]: id for iso, id in COUNTRY_ID.items()}
    by_iso3.update({"SUN": "soviet_union", "EUR": "european_union", "IGO": "united_nations"})
    by_qid = {QIDS[iso]: iso for iso in COUNTRY_ID if QIDS.get(iso)}
    people = {}
    with open(FACTS / "leaders/world-leaders-2021.wikidata.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            iso, title, name = by_qid.get(row["countryid"]), row["positionLabel"], re.sub(r" \(.*", "", row["officeholderLabel"])
            if not iso or re.match(r"Q\d+$", name) or " " not in name:
                continue
            low = title.lower()
            if any(w in low for w in ("prime minister", "chancellor", "head of government", "premier", "chairman of the council", "president of the government", "taoiseach")):
                letter = "G"
            elif any(w in low for w in ("president", "king", "queen", "emperor", "emir", "sultan", "monarch", "head of state", "prince", "governor-general", "pope", "supreme leader")):
                letter = "S"
            else:
                continue
            if "vice" in low or "deputy" in low:
                continue
            if "governor-general" in low or "co-prince" in low:
                continue
            person = people.setdefault(slug(name), {"name": name, "iso": iso, "qid": row["officeholder"], "roles": []})
            if person["iso"] == iso:
                text = role_text(letter, COUNTRY_ID[iso], f"{row['start_year']}/{row['end_year']}")
                if text not in person["roles"]:
                    person["roles"].append(text)
    out = []
    for name, code, sector, roles, other, short in (r[:6] for r in rows("persons", 6)):
        id = slug(name)
        # Wikidata may write the name otherwise; a row that lists that spelling takes it in, so that nobody stands here twice.
        known = [people.pop(slug(n), None) for n in [name] + split(other)]
        known = next((k for k in known if k), None)
        texts = []
        for role in split(roles):
            parts = role.split(":")
            letter = parts[0][0]
            if len(parts) == 3:
                texts.append(role_text(letter, parts[1], parts[2]))
            else:
                texts.append(role_text(letter, by_iso3[code], role[1:]))
        out.append((id, dict(name=name, country=code if code != "EUR" else "EUR", sector=sector, wikidata=known and known["qid"],
                             names={"any": unique([name, ascii_of(name)] + split(other))}, short=split(short), roles=texts)))
    for id, person in people.items():
        out.append((id, dict(name=person["name"], country=ISO3[person["iso"]], sector="GOV", wikidata=person["qid"],
                             names={"any": unique([person["name"], ascii_of(person["name"])])}, roles=person["roles"])))
    return [entry(id, **fields) for id, fields in sorted(out, key=lambda x: x[0])]


OUT.mkdir(parents=True, exist_ok=True)
write("countries", "Country", "derived by tools/make_gazetteer.py from CLDR 48 (Unicode-3.0), GeoNames countries (CC BY 4.0), rigour territories (MIT); adjectives, people, seats and further names own", countries())
write("organisations", "Organisation", "own", organisations())
write("places", "Place", "derived by tools/make_gazetteer.py from GeoNames cities (CC BY 4.0) and CLDR 48 exemplar cities (Unicode-3.0); regions, seas and exonyms own", places())
write("persons", "Person", "own; Wikidata ids and terms to 2022 after every-politician world leaders (MIT; facts of Wikidata, CC0)", persons())

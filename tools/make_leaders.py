#!/usr/bin/env python3
"""Derives data/leaders.ron: surnames of heads of state and government since 1960 with country and years of office.

    python3 tools/make_leaders.py ../shared/facts data

In: the leader list of REIGN 2021-3 (MIT), gazetteer/leaders.tsv (own). Out: one row a surname, country and unbroken stretch of office. Same input, same bytes.
Standard library only.
"""
import csv, re, sys, unicodedata
from pathlib import Path

FACTS, OUT = Path(sys.argv[1]), Path(sys.argv[2])
FROM = 1960
# Abbreviations of the Correlates of War state list that are not the ISO 3166 code.
ISO3 = dict(pair.split(":") for pair in """ALG:DZA ANG:AGO AUL:AUS AUS:AUT BAH:BHR BAR:BRB BFO:BFA BHM:BHS BHU:BTN BNG:BGD BOS:BIH BOT:BWA BRU:BRN BUI:BDI
BUL:BGR CAM:KHM CAO:CMR CAP:CPV CDI:CIV CEN:CAF CHA:TCD CON:COG COS:CRI CRO:HRV CZR:CZE DEN:DNK DRC:COD DRV:VNM EQG:GNQ ETM:TLS FIJ:FJI FRN:FRA GAM:GMB
GFR:DEU GMY:DEU GRG:GEO GRN:GRD GUA:GTM GUI:GIN HAI:HTI HON:HND ICE:ISL INS:IDN IRE:IRL JAM:JAM KOS:XKX KUW:KWT KYR:KGZ KZK:KAZ LAT:LVA LEB:LBN LES:LSO
LIB:LBY LIT:LTU MAA:MRT MAC:MKD MAD:MDV MAG:MDG MAL:MYS MAS:MUS MAW:MWI MLD:MDA MLT:MLT MNC:MCO MNG:MNE MON:MNG MOR:MAR MSI:MHL MYA:MMR MZM:MOZ NAU:NRU
NEP:NPL NEW:NZL NIG:NGA NIR:NER NTH:NLD OMA:OMN PAL:PLW PAR:PRY PHI:PHL POR:PRT ROK:KOR ROM:ROU SAF:ZAF SAL:SLV SEY:SYC SIE:SLE SIN:SGP SKN:KNA SLO:SVK
SLU:LCA SLV:SVN SNM:SMR SOL:SLB SPN:ESP SRI:LKA SUD:SDN SVG:VCT SWA:SWZ SWD:SWE SWZ:CHE TAJ:TJK TAW:TWN TAZ:TZA THI:THA TOG:TGO TON:TON TRI:TTO UAE:ARE
UKG:GBR URU:URY VAN:VUT ZAM:ZMB ZIM:ZWE AAB:ATG DMA:DMA""".split())
# States that are no more, and rows whose state the list leaves open.
SKIPPED = {"GDR", "RVN", "YAR", "YPR", "YUG"}


def surname(name):
    name = re.sub(r"\(.*?\)|\b(Jr|Sr|[IVX]+)\b\.?", "", name.replace("_", " ")).strip()
    last = name.split()[-1] if name.split() else ""
    plain = unicodedata.normalize("NFD", last)
    return "".join(c for c in plain if c.isalpha() or c == "-").lower()


terms = {}
with open(FACTS / "leaders/leaderlist_3_21.csv", encoding="utf-8", errors="replace") as file:
    for row in csv.DictReader(file):
        code, start, end = row["stateabb"], int(row["syear"]), int(row["eyear"] or 2021)
        key = surname(row["leader"])
        if end >= FROM and len(key) > 2 and code not in SKIPPED:
            terms.setdefault((key, ISO3.get(code, code)), []).append((start, end))
rows = {(key, code, min(spans)[0], max(e for _, e in spans)) for (key, code), spans in terms.items()}
for line in (Path(__file__).parent / "gazetteer/leaders.tsv").read_text("utf-8").splitlines():
    if line and not line.startswith("#"):
        key, code, start, end = line.split("|")
        rows.add((key, code, int(start), int(end)))
body = "\n".join(f'        ("{key}", "{code}", {start}, {end}),' for key, code, start, end in sorted(rows))
(OUT / "leaders.ron").write_text(
    '(\n    source: "derived by tools/make_leaders.py from the leader list of REIGN 2021-3 (MIT); leaders since 2021 own",\n'
    '    offices: ["HEAD_OF_STATE_OF", "HEAD_OF_GOVERNMENT_OF", "LEADER_OF"],\n'
    f"    leaders: [\n{body}\n    ],\n)\n", encoding="utf-8")

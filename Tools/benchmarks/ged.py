#!/usr/bin/env python3
"""Writes a table of N rows with the columns of UCDP GED, as a release of it is; the same N gives the same bytes.

usage: ged.py N > release.csv

Invented incidents of a war in 400 places between twelve groups; every tenth row has several sources.
"""
import csv
import datetime
import random
import sys

COLUMNS = """id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name side_a_new_id gwnoa side_a
side_b_new_id gwnob side_b number_of_sources source_article source_office source_date source_headline source_original where_prec
where_coordinates adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country iso3 country_id region event_clarity date_prec
date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown low best high""".split()


def row(number, draw):
    """One incident, with its cells in the order of the columns."""
    kind = draw.choice([1, 1, 2, 3])
    one, other = draw.sample(range(12), 2)
    side_a = "Government of Examplia" if kind == 1 else f"Group {one}"
    side_b = "Civilians" if kind == 3 else f"Group {other}"
    day = datetime.date(2012, 1, 1) + datetime.timedelta(days=draw.randrange(4_000))
    place = draw.randrange(400)
    lat, lon = f"{10 + place % 20}.{place:03}", f"{place // 20}.{place:03}"
    sources = 3 if number % 10 == 0 else 1
    articles = ";".join(f'"Agency {n},{day},Clashes reported in Town {place}, Examplia"' for n in range(sources))
    deaths = [0 if kind == 3 else draw.randrange(4), 0 if kind == 3 else draw.randrange(6), draw.randrange(3), draw.randrange(2)]
    best = sum(deaths)
    return [
        number, day.year, 1, kind, 100 + kind, f"{side_a} - {side_b}", 500 + 12 * one + other, f"{side_a} - {side_b}", 10 + one,
        "999" if kind == 1 else "", side_a, 30 + other, "", side_b, sources, articles,
        ";".join(f"Agency {n}" for n in range(sources)), ";".join(str(day) for _ in range(sources)),
        ";".join(f"Clashes reported in Town {place}, Examplia" for _ in range(sources)), "police", draw.choice([1, 1, 2, 3, 4]),
        f"Town {place}", f"Region {place % 8}", f"District {place % 40}", lat, lon, f"POINT ({lon} {lat})", 160_000 + place,
        "Examplia", "XXA", 999, "Africa", draw.choice([1, 1, 1, 2]), 1, day, day, *deaths, best, best, best + draw.randrange(5),
    ]


def main():
    draw = random.Random(1989)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for number in range(int(sys.argv[1])):
        out.writerow(row(number + 1, draw))


if __name__ == "__main__":
    main()

"""Computes expected.csv from places.csv and organisations.csv with the standard library alone.

Written from the formulae, place by place and without any of the engine's shortcuts:

  w_ij = max(f(d_ij; r_j), rho * [i in remit of j])      f: truncated Gaussian, rho = 1/2
  R_j  = S_j / sum_k w_kj P_k                            0 where nobody is reached
  A_i  = sum_j w_ij R_j                                  per function
  A*   = population-weighted median of A among places with A > 0
  g_i  = 1 - min(1, A_i / A*)                            1 where A* does not exist
  L_i  = mean of g_i over the functions
  N_i  = [sum of P below + half the sum of P equal] / sum P
  C_i  = 100 sqrt(N_i L_i),  B_i = P_i N_i L_i

Organisations without a radius of their own reach 3000 m; those of everywhere and those without
capacity do not count. Run it in this folder: python3 expected.py, or with --check to compare only.
"""
import csv
import math
import sys

places = list(csv.DictReader(open("places.csv", newline="")))
organisations = list(csv.DictReader(open("organisations.csv", newline="")))
people = [float(place["pop"]) for place in places]
functions = sorted({organisation["kind"] for organisation in organisations})


def weight(place, organisation):
    if organisation["remit"] == "everywhere" or float(organisation["capacity"]) == 0:
        return 0.0
    candidates = [0.0]
    if organisation["x"]:
        distance = math.dist(
            [float(place["x"]), float(place["y"])],
            [float(organisation["x"]), float(organisation["y"])])
        share = distance / float(organisation["radius_m"] or 3000)
        if share <= 1:
            edge = math.exp(-1 / 2)
            candidates.append((math.exp(-share * share / 2) - edge) / (1 - edge))
    if {place["ward"], place["borough"]} & set(organisation["remit"].split(";")):
        candidates.append(1 / 2)
    return max(candidates)


weights = [[weight(place, organisation) for organisation in organisations] for place in places]


def access_to(function):
    access = [0.0] * len(places)
    for j, organisation in enumerate(organisations):
        reached = math.fsum(weights[i][j] * people[i] for i in range(len(places)))
        if organisation["kind"] == function and reached > 0:
            for i in range(len(places)):
                access[i] += weights[i][j] * float(organisation["capacity"]) / reached
    return access


def weighted_median(pairs):
    half = sum(weight for _, weight in pairs) / 2
    cumulative = 0.0
    for value, weight in sorted(pairs):
        cumulative += weight
        if cumulative >= half:
            return value
    return None


shortfalls = []
for function in functions:
    access = access_to(function)
    standard = weighted_median([(a, p) for a, p in zip(access, people) if a > 0])
    shortfalls.append(
        [1.0 if standard is None else 1 - min(1, a / standard) for a in access])

rows = []
for i, place in enumerate(places):
    need_of = [float(other["need"]) for other in places]
    below = sum(p for p, need in zip(people, need_of) if need < need_of[i])
    equal = sum(p for p, need in zip(people, need_of) if need == need_of[i])
    need = (below + equal / 2) / sum(people)
    lack = sum(shortfall[i] for shortfall in shortfalls) / len(functions)
    reaching = [o for j, o in enumerate(organisations) if weights[i][j] > 0]
    rows.append(
        [place["id"], repr(need)] + [repr(shortfall[i]) for shortfall in shortfalls]
        + [repr(lack), repr(100 * math.sqrt(need * lack)), repr(people[i] * need * lack),
           len(reaching), len({o["group"] for o in reaching}),
           reaching[0]["id"] if len(reaching) == 1 else "none"])

header = (
    ["id", "need"] + [f"short_{function}" for function in functions]
    + ["lack", "score", "burden", "organisations", "independent", "sole"])


def agree(text, cell):
    """Whether two cells say the same, up to the last digits of another machine's exp()."""
    try:
        return math.isclose(float(text), float(cell), rel_tol=1e-12, abs_tol=1e-12)
    except ValueError:
        return text == str(cell)


if "--check" in sys.argv[1:]:
    stored = list(csv.reader(open("expected.csv", newline="")))
    table = [header] + rows
    same = len(stored) == len(table) and all(
        len(line) == len(row) and all(agree(text, cell) for text, cell in zip(line, row))
        for line, row in zip(stored, table))
    sys.exit(0 if same else "expected.csv is not what this script computes")

with open("expected.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)

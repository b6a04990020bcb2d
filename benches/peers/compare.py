#!/usr/bin/env python3
"""Asks other engines the questions that benches/scale.rs asked newsgraph, checks that all agree, and prints medians side by side.

    python3 -m venv /path/to/env; /path/to/env/bin/pip install duckdb networkx igraph real_ladybug
    cargo bench --bench scale -- --table EVENTS.tsv --answers answers.json
    /path/to/env/bin/python benches/peers/compare.py EVENTS.tsv answers.json [--queries 200] [--only duckdb,igraph]

EVENTS.tsv has the columns date, source, relation, target, cameo (.gz allowed). An engine that is not installed is left out, aloud.
Every query is run once to warm up and once for its time; the medians are wall time in microseconds, called in process from Python.
"""
import argparse, bisect, collections, datetime, gzip, json, statistics, sys, time

NAMES = ["q1 pair", "q1w pair in a window", "q2 partners in a window", "q3 two hops", "q4 shortest path",
         "q5 path in a window", "q6 top 20 in a window"]
FAR = 99


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        header = file.readline().rstrip("\n").split("\t")
        at = [header.index(c) for c in ("date", "source", "target", "cameo")]
        rows = {tuple(line.rstrip("\n").split("\t")[i] for i in at) for line in file}
    return sorted(rows)


def ordinal(day):
    return datetime.date.fromisoformat(day).toordinal()


class Duckdb:
    name = "duckdb"

    def __init__(self, rows, ids):
        import csv, duckdb, os, tempfile
        self.db = duckdb.connect()
        path = os.path.join(tempfile.mkdtemp(), "e.csv")
        with open(path, "w", newline="") as file:
            csv.writer(file).writerows((ordinal(d), ids[s], ids[t]) for d, s, t, _ in rows)
        self.db.execute("create table f(day integer, a integer, b integer)")
        self.db.execute(f"copy f from '{path}'")
        self.db.execute("create table e as select day, a, b from f union all select day, b, a from f where a <> b")
        self.db.execute("create table p as select distinct a, b from e where a <> b")
        self.db.execute("create index i on e(a)")

    def one(self, sql, *args):
        return self.db.execute(sql, args).fetchone()[0]

    def q1(self, a, b, lo, hi):
        return self.one("select count(*) from (select day from e where a = ? and b = ? order by day)", a, b)

    def q1w(self, a, b, lo, hi):
        return self.one("select count(*) from (select day from e where a = ? and b = ? and day between ? and ? order by day)", a, b, lo, hi)

    def q2(self, a, b, lo, hi):
        return len(self.db.execute("select b, count(*) n from e where a = ? and b <> a and day between ? and ? group by b order by n desc", [a, lo, hi]).fetchall())

    def q3(self, a, b, lo, hi):
        return self.one("select count(*) from (select b from p where a = ? union select y.b from p x join p y on x.b = y.a where x.a = ?) where b <> ?", a, a, a)

    def q6(self, a, b, lo, hi):
        rows = self.db.execute("select a, count(*) n from e where day between ? and ? group by a order by n desc, a limit 20", [lo, hi]).fetchall()
        return sum(r[1] for r in rows)

    q4 = q5 = None


class Networkx:
    name = "networkx"

    def __init__(self, rows, ids):
        import networkx
        self.nx = networkx
        self.graph = networkx.Graph()
        self.days = collections.defaultdict(list)
        self.rows = [(ordinal(d), ids[s], ids[t]) for d, s, t, _ in rows]
        self.starts = [r[0] for r in self.rows]
        for day, a, b in self.rows:
            if a != b:
                self.graph.add_edge(a, b)
                self.days[min(a, b), max(a, b)].append(day)

    def pair(self, a, b):
        return self.days.get((min(a, b), max(a, b)), [])

    def q1(self, a, b, lo, hi):
        return len(self.pair(a, b))

    def q1w(self, a, b, lo, hi):
        days = self.pair(a, b)
        return bisect.bisect_right(days, hi) - bisect.bisect_left(days, lo)

    def q2(self, a, b, lo, hi):
        counts = {n: c for n in self.graph.adj.get(a, ()) if (c := self.q1w(a, n, lo, hi))}
        return len(sorted(counts.items(), key=lambda c: -c[1]))

    def q3(self, a, b, lo, hi):
        near = set(self.graph.adj[a])
        return len(near.union(*(self.graph.adj[n] for n in near)) - {a})

    def q4(self, a, b, lo, hi):
        try:
            return len(self.nx.bidirectional_shortest_path(self.graph, a, b)) - 1
        except (self.nx.NetworkXNoPath, self.nx.NodeNotFound):
            return FAR

    def q5(self, a, b, lo, hi):
        view = self.nx.subgraph_view(self.graph, filter_edge=lambda x, y: self.q1w(x, y, lo, hi) > 0)
        try:
            return len(self.nx.bidirectional_shortest_path(view, a, b)) - 1
        except (self.nx.NetworkXNoPath, self.nx.NodeNotFound):
            return FAR

    def q6(self, a, b, lo, hi):
        counts = collections.Counter()
        for _, x, y in self.rows[bisect.bisect_left(self.starts, lo):bisect.bisect_right(self.starts, hi)]:
            counts[x] += 1
            if x != y:
                counts[y] += 1
        return sum(c for _, c in counts.most_common(20))


class Igraph:
    name = "igraph"

    def __init__(self, rows, ids):
        import igraph
        self.rows = [(ordinal(d), ids[s], ids[t]) for d, s, t, _ in rows]
        self.starts = [r[0] for r in self.rows]
        self.multi = igraph.Graph(n=len(ids), edges=[(a, b) for _, a, b in self.rows])
        self.multi.es["day"] = self.starts
        self.simple = self.multi.copy()
        self.simple.simplify()

    def q1(self, a, b, lo, hi):
        return len([e for e in self.multi.incident(a) if b in self.multi.es[e].tuple])

    def q1w(self, a, b, lo, hi):
        return len([e for e in self.multi.incident(a) if b in self.multi.es[e].tuple and lo <= self.starts[e] <= hi])

    def q2(self, a, b, lo, hi):
        counts = collections.Counter()
        for e in self.multi.incident(a):
            if lo <= self.starts[e] <= hi:
                x, y = self.multi.es[e].tuple
                counts[y if x == a else x] += 1
        counts.pop(a, None)
        return len(counts.most_common())

    def q3(self, a, b, lo, hi):
        return self.simple.neighborhood_size(a, order=2) - 1

    def q4(self, a, b, lo, hi):
        d = self.simple.distances(a, b)[0][0]
        return FAR if d == float("inf") else int(d)

    def window(self, lo, hi):
        edges = range(bisect.bisect_left(self.starts, lo), bisect.bisect_right(self.starts, hi))
        return self.multi.subgraph_edges(edges, delete_vertices=False)

    def q5(self, a, b, lo, hi):
        d = self.window(lo, hi).distances(a, b)[0][0]
        return FAR if d == float("inf") else int(d)

    def q6(self, a, b, lo, hi):
        window = self.window(lo, hi)
        degree = window.degree(loops=True)
        for e in window.es.select(_is_loop=True) if window.has_multiple() else ():
            degree[e.source] -= 1
        return sum(sorted(degree, reverse=True)[:20])


class Ladybug:
    name = "ladybug"

    def __init__(self, rows, ids):
        import csv, os, tempfile
        try:
            import real_ladybug as lb
        except ImportError:
            import ladybug as lb
        folder = tempfile.mkdtemp()
        self.db = lb.Database(os.path.join(folder, "db"))
        self.connection = lb.Connection(self.db)
        run = self.connection.execute
        run("create node table A(id int64, primary key(id))")
        run("create rel table E(from A to A, day int64)")
        run("create rel table P(from A to A)")
        facts = [(ids[s], ids[t], ordinal(d)) for d, s, t, _ in rows]
        pairs = sorted({(a, b) for x, y, _ in facts for a, b in ((x, y), (y, x)) if a != b})
        for table, data in (("A", [(i,) for i in range(len(ids))]), ("E", facts), ("P", pairs)):
            path = os.path.join(folder, f"{table}.csv")
            with open(path, "w", newline="") as file:
                csv.writer(file).writerows(data)
            run(f"copy {table} from '{path}' (header=false)")
        self.prepared = {}

    def ask(self, text, **values):
        if text not in self.prepared:
            self.prepared[text] = self.connection.prepare(text)
        return self.connection.execute(self.prepared[text], values).get_all()

    def q1(self, a, b, lo, hi):
        return len(self.ask("match (x:A {id: $a})-[e:E]-(y:A {id: $b}) return e.day order by e.day", a=a, b=b))

    def q1w(self, a, b, lo, hi):
        return len(self.ask("match (x:A {id: $a})-[e:E]-(y:A {id: $b}) where e.day >= $lo and e.day <= $hi return e.day order by e.day", a=a, b=b, lo=lo, hi=hi))

    def q2(self, a, b, lo, hi):
        return len(self.ask("match (x:A {id: $a})-[e:E]-(y:A) where e.day >= $lo and e.day <= $hi and y.id <> $a return y.id, count(*) as n order by n desc", a=a, lo=lo, hi=hi))

    def q3(self, a, b, lo, hi):
        return self.ask("match (x:A {id: $a})-[:P*1..2]->(y:A) where y.id <> $a return count(distinct y.id)", a=a)[0][0]

    def q4(self, a, b, lo, hi):
        if a == b:
            return 0
        rows = self.ask("match p = (x:A {id: $a})-[:P* shortest 1..8]->(y:A {id: $b}) return length(p)", a=a, b=b)
        return rows[0][0] if rows else FAR

    def q6(self, a, b, lo, hi):
        rows = self.ask("match (x:A)-[e:E]->(y:A) where e.day >= $lo and e.day <= $hi return x.id, y.id", lo=lo, hi=hi)
        counts = collections.Counter()
        for x, y in rows:
            counts[x] += 1
            if x != y:
                counts[y] += 1
        return sum(c for _, c in counts.most_common(20))

    q5 = None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table")
    parser.add_argument("answers")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--only", default="duckdb,networkx,igraph,ladybug")
    options = parser.parse_args()
    rows = read(options.table)
    names = sorted({n for _, s, t, _ in rows for n in (s, t)})
    ids = {n: i for i, n in enumerate(names)}
    given = json.load(open(options.answers, encoding="utf-8"))
    own = {r["query"]: r for r in given["newsgraph"]}
    queries = [(ids[a], ids[b], ids[c], ids[d], ordinal(lo), ordinal(hi)) for a, b, c, d, lo, hi in given["queries"][: options.queries]]
    table = {"newsgraph": {n: own[n]["ns"] / 1000 for n in NAMES}}
    wrong = 0
    for engine in (Duckdb, Networkx, Igraph, Ladybug):
        if engine.name not in options.only.split(","):
            continue
        try:
            start = time.perf_counter()
            peer = engine(rows, ids)
            print(f"{engine.name}: loaded in {time.perf_counter() - start:.1f} s", file=sys.stderr)
        except ImportError as error:
            print(f"{engine.name}: left out, {error}", file=sys.stderr)
            continue
        table[engine.name] = {}
        for name in NAMES:
            short = name.split()[0]
            ask = getattr(peer, short)
            if ask is None:
                continue
            times = []
            for i, (a, b, c, d, lo, hi) in enumerate(queries):
                a, b = (c, d) if short in ("q4", "q5") else (a, b)
                answer = ask(a, b, lo, hi)
                start = time.perf_counter()
                ask(a, b, lo, hi)
                times.append((time.perf_counter() - start) * 1e6)
                expected = own[name]["answers"][i]
                if answer != expected:
                    wrong += 1
                    if wrong <= 10:
                        print(f"{engine.name} {name} query {i}: {answer}, newsgraph {expected}", file=sys.stderr)
            table[engine.name][name] = statistics.median(times)
            print(f"{engine.name}: {name} done", file=sys.stderr)
        del peer
    print("| query | " + " | ".join(table) + " |")
    print("|---" * (len(table) + 1) + "|")
    for name in NAMES:
        cells = [f"{table[e][name]:.1f}" if name in table[e] else "–" for e in table]
        print(f"| {name} | " + " | ".join(cells) + " |")
    print("every answer agrees" if wrong == 0 else f"{wrong} answers differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

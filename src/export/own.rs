//! Tells answers that were written by this program from graphs, articles and tables of others.
//!
//! In: the first bytes of a file. Out: its format. Invariant: what only looks alike is none. Does not: read it back; an answer lacks the passages.

/// How many bytes of a file are enough to tell.
pub const ENOUGH: usize = 2048;

/// Columns that no other table has side by side.
const COLUMNS: [&str; 3] = ["date_basis", "said_by", "reports"];
/// Fields that no other record has side by side.
const FIELDS: [&str; 3] = ["\"date_basis\":", "\"first_reported\":", "\"n_reports\":"];

/// Returns the format of an answer that a file begins as, or nothing.
pub fn answer_of(head: &[u8]) -> Option<&'static str> {
    let head = head.get(..ENOUGH).unwrap_or(head);
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let title = text.lines().next().unwrap_or("");
    let has_all = |delimiter: char| {
        let titles: Vec<&str> = title.split(delimiter).collect();
        COLUMNS.iter().all(|c| titles.contains(c))
    };
    let record =
        |opening: &str| text.starts_with(opening) && FIELDS.iter().all(|f| text.contains(f));
    if has_all(',') {
        Some("csv")
    } else if has_all('\t') {
        Some("tsv")
    } else if record("[") {
        Some("json")
    } else if record("{") {
        Some("jsonl")
    } else {
        let ron = text.strip_prefix('(').map(str::trim_start);
        ron.is_some_and(|r| r.starts_with("actors: ["))
            .then_some("ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_from_what_looks_alike() {
        let json =
            "{\"id\":\"e:1\",\"date_basis\":\"explicit\",\"first_reported\":null,\"n_reports\":1}";
        for (head, format) in [
            ("date,date_basis,type,said_by,reports,id\n", Some("csv")),
            ("date\tdate_basis\ttype\tsaid_by\treports\n", Some("tsv")),
            (json, Some("jsonl")),
            ("(\n    actors: [", Some("ron")),
            ("date,source,target,cameo\n", None),
            ("{\"id\":\"a\",\"text\":\"The date_basis of it.\"}", None),
            ("(\n    newsgraph: 1,", None),
            ("A said_by of reports, date_basis and more.", None),
        ] {
            assert_eq!(answer_of(head.as_bytes()), format, "{head}");
        }
    }
}

//! docs/parity.md: the tables in it have a column for each site that was measured, and are held to what is
//! measured. `UPDATE_PARITY=1` writes the column of a site anew, and adds one that is new.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

/// A table of the page, as one site has it.
pub(crate) struct Table {
    /// What the page calls it, in the line before it.
    pub(crate) name: &'static str,
    /// What is in the first column and in the last.
    pub(crate) heads: [&'static str; 2],
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) key: String,
    /// What was measured.
    pub(crate) cell: String,
    pub(crate) text: String,
}

const END: &str = "\n<!-- end -->";

/// Two sites may be measured at the same time.
static PAGE: Mutex<()> = Mutex::new(());

/// Says where the page and what was measured of a site differ; nothing if the page does not know the site.
pub(crate) fn complaints(site: &str, tables: &[Table]) -> Vec<String> {
    let _alone = PAGE.lock();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/parity.md");
    let page = fs::read_to_string(&path).expect("docs/parity.md");
    let measured = with_column(&page, site, tables);
    if env::var_os("UPDATE_PARITY").is_some() {
        assert!(env::var_os("CI").is_none(), "{REFUSAL}");
        fs::write(&path, measured).expect("docs/parity.md");
        return Vec::new();
    }
    if page.lines().any(|line| cells(line).any(|cell| cell == site)) {
        return differences(&page, &measured);
    }
    println!("docs/parity.md does not know {site}");
    Vec::new()
}

const REFUSAL: &str =
    "UPDATE_PARITY is set, and CI too: figures are written by people who look at them";

/// The lines that are not as they were measured.
fn differences(page: &str, measured: &str) -> Vec<String> {
    let changes = similar::TextDiff::from_lines(page, measured);
    let changed = changes.iter_all_changes().filter(|c| c.tag() != similar::ChangeTag::Equal);
    changed.map(|change| format!("{} {}", change.tag(), change.value().trim_end())).collect()
}

/// The page with one site's column as it was measured.
fn with_column(page: &str, site: &str, tables: &[Table]) -> String {
    tables.iter().fold(page.to_owned(), |page, table| {
        let start = format!("<!-- {} -->\n", table.name);
        let (before, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no {start}"));
        let (old, behind) = rest.split_once(END).unwrap_or_else(|| panic!("{start} has no end"));
        format!("{before}{start}{}{END}{behind}", table.drawn(old, site))
    })
}

impl Table {
    /// The table with the columns that it had, and this site's.
    fn drawn(&self, old: &str, site: &str) -> String {
        let old: Vec<Vec<&str>> = old.lines().map(|line| cells(line).collect()).collect();
        let [key, text] = self.heads;
        let inner = old.first().map_or(&[][..], |head| &head[1..head.len().max(2) - 1]);
        let mut sites = inner.to_vec();
        if !sites.contains(&site) {
            sites.push(site);
            sites.sort_by_key(|site| (!site.starts_with("recorded"), site.to_owned()));
        }
        let mut lines =
            vec![line(key, &sites, text), line("---", &vec!["--:"; sites.len()], "---")];
        for row in &self.rows {
            let known = old.iter().find(|cells| cells[0] == row.key);
            let cell = |name: &&str| {
                let place = inner.iter().position(|other| other == name);
                let known = known.and_then(|cells| cells.get(place? + 1).copied());
                if *name == site { row.cell.as_str() } else { known.unwrap_or_default() }
            };
            lines.push(line(&row.key, &sites.iter().map(cell).collect::<Vec<_>>(), &row.text));
        }
        lines.join("\n")
    }
}

/// The cells of a line of a table.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim().trim_start_matches('|');
    line.strip_suffix('|').unwrap_or(line).split('|').map(str::trim)
}

fn line(key: &str, cells: &[&str], text: &str) -> String {
    format!("| {key} | {} | {text} |", cells.join(" | "))
}

#[test]
fn a_page_that_is_not_current_is_complained_about() {
    let table = |cell: &str, text: &str| Table {
        name: "sums",
        heads: ["what", "why"],
        rows: vec![Row { key: "tea".to_owned(), cell: cell.to_owned(), text: text.to_owned() }],
    };
    let empty = "Prose.\n\n<!-- sums -->\n\n<!-- end -->\n";
    let one = with_column(empty, "live 7.1.4", &[table("5", "thirst")]);
    let two = with_column(&one, "recorded 6.8", &[table("3", "thirst")]);
    assert!(two.contains("| what | recorded 6.8 | live 7.1.4 | why |\n"), "{two}");
    assert!(two.contains("| tea | 3 | 5 | thirst |\n"), "{two}");
    assert_eq!(with_column(&two, "live 7.1.4", &[table("5", "thirst")]), two);
    for changed in [table("4", "thirst"), table("5", "hunger")] {
        let changed = with_column(&two, "live 7.1.4", &[changed]);
        assert_eq!(differences(&two, &changed).len(), 2, "{changed}");
    }
}

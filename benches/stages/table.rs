//! The tables of `docs/measurements.md`: a row a kind of work, a column a story.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::cpu;
use crate::work::{Unit, Work};

/// A figure is the middle of so many runs at least, over so long at least.
const RUNS: usize = 5;
const LONG: Duration = Duration::from_millis(300);

/// One run's time and count.
struct Figure {
    time: Duration,
    count: u64,
}

impl Figure {
    fn of(work: Work) -> Self {
        let now = || cpu::now_by(work.by_the_clock);
        let mut run = (work.prepare)();
        let count = run();
        let begun = now();
        let mut times = Vec::new();
        while times.len() < RUNS || now().saturating_sub(begun) < LONG {
            let start = now();
            run();
            times.push(now().saturating_sub(start));
        }
        times.sort_unstable();
        Self {
            time: times[times.len() / 2],
            count,
        }
    }

    fn milliseconds(&self) -> f64 {
        self.time.as_secs_f64() * 1e3
    }

    fn a_second(&self) -> f64 {
        self.count as f64 / self.time.as_secs_f64()
    }

    fn cell(&self, unit: Unit) -> String {
        match unit {
            Unit::Whole => three_figures(self.milliseconds()),
            Unit::ASecond(_) => with_scale(self.a_second()),
        }
    }
}

fn three_figures(number: f64) -> String {
    match number {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        1.0.. => format!("{number:.2}"),
        _ => format!("{number:.3}"),
    }
}

fn with_scale(number: f64) -> String {
    match number {
        1e6.. => format!("{} million", three_figures(number / 1e6)),
        1e4.. => format!("{} thousand", three_figures(number / 1e3)),
        _ => three_figures(number),
    }
}

/// Prints the tables of all works whose name has every asked word in it.
pub fn print(works: Vec<Work>, asked: &[String]) {
    let words: Vec<&String> = asked
        .iter()
        .filter(|word| *word != "table" && !word.starts_with('-'))
        .collect();
    let mut tables: Vec<Table> = Vec::new();
    for work in works {
        if !words.iter().all(|word| work.name().contains(*word)) {
            continue;
        }
        let kind = kind_of(&work.story);
        let (stage, row, story, unit) = (work.stage, work.row, work.story.clone(), work.unit);
        eprintln!("{}", work.name());
        let figure = Figure::of(work);
        let at = tables
            .iter()
            .position(|table| table.stage == stage && table.kind == kind)
            .unwrap_or_else(|| {
                tables.push(Table::new(stage, kind));
                tables.len() - 1
            });
        tables[at].add(row, story, unit, figure);
    }
    tables.iter().for_each(Table::print);
}

/// Stories that belong in one table.
fn kind_of(story: &str) -> &'static str {
    match story {
        _ if story.parse::<usize>().is_ok() => "nodes",
        "ladder-60" => "others",
        _ if story.starts_with("remembering") => "others",
        _ => "shipped",
    }
}

struct Table {
    stage: &'static str,
    kind: &'static str,
    rows: Vec<(&'static str, Unit)>,
    stories: Vec<String>,
    figures: BTreeMap<(usize, usize), Figure>,
}

impl Table {
    fn new(stage: &'static str, kind: &'static str) -> Self {
        Self {
            stage,
            kind,
            rows: Vec::new(),
            stories: Vec::new(),
            figures: BTreeMap::new(),
        }
    }

    fn add(&mut self, row: &'static str, story: String, unit: Unit, figure: Figure) {
        let at_row = (self.rows.iter().position(|known| known.0 == row)).unwrap_or(self.rows.len());
        if at_row == self.rows.len() {
            self.rows.push((row, unit));
        }
        let at_story =
            (self.stories.iter().position(|known| *known == story)).unwrap_or(self.stories.len());
        if at_story == self.stories.len() {
            self.stories.push(story);
        }
        self.figures.insert((at_row, at_story), figure);
    }

    fn print(&self) {
        // What grows is told by how much more it costs for each node.
        let grows = self.kind == "nodes" && self.stories.len() > 1;
        let last = if grows { " growth |" } else { "" };
        println!("\n| {} | {} |{last}", self.stage, self.stories.join(" | "));
        let rule = "---:|".repeat(self.stories.len() + usize::from(grows));
        println!("|---|{rule}");
        for (row, (name, unit)) in self.rows.iter().enumerate() {
            let unit_name = match unit {
                Unit::Whole => "ms".to_owned(),
                Unit::ASecond(of) => format!("{of} a second"),
            };
            let cells: Vec<String> = (0..self.stories.len())
                .map(|story| match self.figures.get(&(row, story)) {
                    Some(figure) => figure.cell(*unit),
                    None => "–".to_owned(),
                })
                .collect();
            let growth = match grows.then(|| self.growth(row)).flatten() {
                Some(growth) => format!(" {growth:.1} × |"),
                None => String::new(),
            };
            println!("| {name}, {unit_name} | {} |{growth}", cells.join(" | "));
        }
        if self.kind != "nodes" && self.stage == "search" {
            let counts = self.stories.iter().enumerate();
            let counts: Vec<String> = counts
                .filter_map(|(story, _)| {
                    let found = self.figures.iter().find(|((row, at), _)| {
                        *at == story && matches!(self.rows[*row].1, Unit::ASecond(_))
                    })?;
                    Some(with_scale(found.1.count as f64))
                })
                .collect();
            println!("| states | {} |", counts.join(" | "));
        }
    }

    /// How much more of it is needed for each node, or each unit, from the second size to the last.
    fn growth(&self, row: usize) -> Option<f64> {
        let last = self.stories.len() - 1;
        let first = self
            .stories
            .iter()
            .position(|nodes| nodes == "1000")
            .unwrap_or(0);
        let each = |story: usize| -> Option<f64> {
            let figure = self.figures.get(&(row, story))?;
            let nodes: f64 = self.stories[story].parse().ok()?;
            Some(match self.rows[row].1 {
                Unit::Whole => figure.milliseconds() / nodes,
                Unit::ASecond(_) => 1.0 / figure.a_second(),
            })
        };
        Some(each(last)? / each(first)?)
    }
}

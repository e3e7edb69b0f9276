//! Findings as `second-look/check/1`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::scenario::problem::Level;

use super::Checked;

fn level(level: Level) -> &'static str {
    match level {
        Level::Fatal | Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// One JSON document for all files checked.
#[must_use]
pub fn to_json(files: &[Checked]) -> Value {
    let errors: usize = files.iter().map(|file| file.count(Level::Error)).sum();
    let all: usize = files.iter().map(|file| file.findings.len()).sum();
    json!({
        "schema": "second-look/check/1",
        "errors": errors,
        "warnings": all - errors,
        "files": files.iter().map(file).collect::<Vec<_>>(),
    })
}

fn file(checked: &Checked) -> Value {
    let findings: Vec<Value> = checked
        .findings
        .iter()
        .map(|finding| {
            let (line, column) = checked.source.position(finding.span.start);
            let (end_line, end_column) = checked.source.position(finding.span.end);
            let mut told = json!({
                "code": finding.code,
                "level": level(finding.level),
                "loads": finding.level != Level::Fatal,
                "message": finding.message,
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "mend": finding.mend,
            });
            if let Some(play) = &finding.play {
                told["play"] = json!({
                    "seed": play.seed,
                    "draws": play.draws.iter().cloned().collect::<BTreeMap<_, _>>(),
                    "actions": play.actions,
                });
            }
            told
        })
        .collect();
    json!({"file": checked.source.name, "findings": findings})
}

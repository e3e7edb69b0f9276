//! Limits of a scenario file (RULES section 1).

/// Largest file, in bytes.
pub const MAX_BYTES: u64 = 32 * 1024 * 1024;
/// Most nodes.
pub const MAX_NODES: usize = 20_000;
/// Deepest nesting of brackets.
pub const MAX_NESTING: usize = 128;
/// Largest number of minutes anywhere.
pub const MAX_MINUTES: i64 = 1_000_000;
/// Most kinds of concern, one key each.
pub const MAX_CONCERNS: usize = 10;
/// Longest label of a concern, in characters.
pub const MAX_CONCERN_LABEL: usize = 25;
/// Stems that are no scenarios.
pub const RESERVED_STEMS: [&str; 6] = [
    "taxonomy",
    "competences",
    "language",
    "players",
    "pathways",
    "law",
];

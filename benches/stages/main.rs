//! How long each stage takes, on shipped scenarios and on generated ones of any size.
//!
//! Figures stand in `docs/measurements.md`. One binary: each further one links everything again.

mod generator;
mod load;
mod score;
mod search;
mod session;
mod simulate;
mod stories;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    load::measure(&mut criterion);
    session::measure(&mut criterion);
    search::measure(&mut criterion);
    score::measure(&mut criterion);
    simulate::measure(&mut criterion);
    criterion.final_summary();
}

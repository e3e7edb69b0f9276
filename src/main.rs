//! The program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    second_look::cli::main()
}

//! The program's entry.

fn main() -> std::process::ExitCode {
    #[cfg(feature = "app")]
    if let Err(error) = second_look::app::run(&second_look::app::AppOptions::default()) {
        eprintln!("second-look: {error}");
        return std::process::ExitCode::from(2);
    }
    std::process::ExitCode::SUCCESS
}

//! `newsgraph completions SHELL` and `newsgraph man`: what packagers install beside the program, made of the same arguments that it reads.

use clap::Args;
use clap_complete::Shell;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// bash, zsh, fish, elvish or powershell
    #[arg(value_enum)]
    shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Folder for one page a subcommand [default: the main page on standard output]
    #[arg(long, value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Writes the completion script of a shell.
///
/// # Errors
/// Where standard output cannot be written.
pub fn completions(
    arguments: &Completions,
    mut command: clap::Command,
) -> anyhow::Result<ExitCode> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "newsgraph", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the manual page, or all of them into a folder.
///
/// # Errors
/// What cannot be written.
pub fn man(arguments: &Man, command: clap::Command) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &arguments.folder {
        std::fs::create_dir_all(folder)?;
        clap_mangen::generate_to(command, folder)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    std::io::stdout().lock().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}

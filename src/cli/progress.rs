//! Reads articles with a bar on the terminal that says how far it is; nothing is drawn elsewhere, or before half a second has passed.

use indicatif::{ProgressBar, ProgressStyle};
use newsgraph::pipeline::source::Options;
use newsgraph::pipeline::{Engine, Extraction};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// How long a person waits before a bar helps.
const PATIENCE: Duration = Duration::from_millis(500);

/// Runs the engine over inputs.
pub fn run(engine: &Engine, inputs: &[String], options: Options) -> Extraction {
    if !std::io::stderr().is_terminal() {
        return engine.run_with(inputs, options, &mut |_, _| ());
    }
    let started = Instant::now();
    let bar = ProgressBar::hidden();
    if let Ok(style) = ProgressStyle::with_template(
        "reading {bar:30} {pos} articles read, {msg} files left, {elapsed}",
    ) {
        bar.set_style(style);
    }
    let mut shown = false;
    let extraction = engine.run_with(inputs, options, &mut |read, left| {
        if !shown && started.elapsed() > PATIENCE {
            bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
            shown = true;
        }
        bar.set_length((read + left) as u64);
        bar.set_position(read as u64);
        bar.set_message(left.to_string());
    });
    bar.finish_and_clear();
    extraction
}

//! Work that the user can break off: it runs beside the session, which waits for it, for Ctrl-C and for the time limit.
//!
//! In: a closure that owns what it needs. Out: its result, or why there is none. Invariants: the session is back within [`GRACE`] of Ctrl-C, whatever
//! the work does; work that looks at the flag gives back what it found. Work that does not is left behind and its result thrown away.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long work may go on after it was broken off.
const GRACE: Duration = Duration::from_millis(60);
/// How often the flag is looked at.
const STEP: Duration = Duration::from_millis(5);

/// Why work gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The user broke it off.
    Interrupted,
    /// It took longer than it may.
    TimedOut,
    /// It failed for a reason of its own; the panic is on standard error.
    Failed,
}

/// What work handed over.
#[derive(Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// Its result.
    pub value: T,
    /// It was broken off, and the result is what it had by then.
    pub broken: Option<Broken>,
}

/// Runs work on its own thread until it is done, `cancel` is set, or `limit` has passed; then the flag that the work was given is set, and it has
/// [`GRACE`] to hand over what it has.
///
/// # Errors
/// [`Broken`].
pub fn wait<T: Send + 'static>(
    cancel: &AtomicBool,
    limit: Option<Duration>,
    work: impl FnOnce(&AtomicBool) -> T + Send + 'static,
) -> Result<Done<T>, Broken> {
    wait_for(cancel, limit, GRACE, work)
}

fn wait_for<T: Send + 'static>(
    cancel: &AtomicBool,
    limit: Option<Duration>,
    grace: Duration,
    work: impl FnOnce(&AtomicBool) -> T + Send + 'static,
) -> Result<Done<T>, Broken> {
    let (sender, receiver) = channel();
    let started = Instant::now();
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    std::thread::spawn(move || sender.send(work(&flag)));
    let mut broken: Option<(Broken, Instant)> = None;
    loop {
        match receiver.recv_timeout(STEP) {
            Ok(value) => {
                let broken = broken.map(|b| b.0);
                return Ok(Done { value, broken });
            }
            Err(RecvTimeoutError::Disconnected) => return Err(Broken::Failed),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some((why, since)) = broken {
            if since.elapsed() > grace {
                return Err(why);
            }
            continue;
        }
        let why = if cancel.load(Ordering::Relaxed) {
            Broken::Interrupted
        } else if limit.is_some_and(|l| started.elapsed() > l) {
            Broken::TimedOut
        } else {
            continue;
        };
        stop.store(true, Ordering::Relaxed);
        broken = Some((why, Instant::now()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag() -> Arc<AtomicBool> {
        Arc::new(AtomicBool::new(false))
    }

    #[test]
    fn work_that_ends_gives_its_result() {
        assert_eq!(wait(&flag(), None, |_| 7).map(|d| d.value), Ok(7));
    }

    #[test]
    fn deaf_work_is_left_behind_soon() {
        let cancel = flag();
        let other = Arc::clone(&cancel);
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(30));
            other.store(true, Ordering::Relaxed);
        });
        let started = Instant::now();
        let outcome = wait(&cancel, None, |_| {
            std::thread::sleep(Duration::from_secs(3));
        });
        assert_eq!(outcome, Err(Broken::Interrupted));
        assert!(started.elapsed() < Duration::from_secs(2));
    }

    #[test]
    fn attentive_work_hands_over_what_it_has() {
        let limit = Some(Duration::from_millis(20));
        // A busy machine may let the work sleep longer than the grace of the shell.
        let patience = Duration::from_mins(1);
        let outcome = wait_for(&flag(), limit, patience, |stop| {
            while !stop.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(1));
            }
            "half"
        });
        let half = Done {
            value: "half",
            broken: Some(Broken::TimedOut),
        };
        assert_eq!(outcome, Ok(half));
    }
}

//! The clock, which not every target has.

use std::time::SystemTime;

/// Returns the current time, or `None` if there is no clock.
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
#[expect(clippy::unnecessary_wraps, reason = "other targets have no clock")]
pub(crate) fn now() -> Option<SystemTime> {
    Some(SystemTime::now())
}

/// The time of the JavaScript host: `SystemTime::now` panics on this target.
#[cfg(all(target_family = "wasm", target_os = "unknown", feature = "reqwest"))]
pub(crate) fn now() -> Option<SystemTime> {
    let milliseconds = js_sys::Date::now();
    let since_epoch = core::time::Duration::try_from_secs_f64(milliseconds / 1000.0).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(since_epoch)
}

/// Nothing is known about the host, and `SystemTime::now` panics on this target.
#[cfg(all(target_family = "wasm", target_os = "unknown", not(feature = "reqwest")))]
pub(crate) const fn now() -> Option<SystemTime> {
    None
}

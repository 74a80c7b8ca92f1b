//! The errors of crates that validate what was read.

#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "validator")]
mod validator;

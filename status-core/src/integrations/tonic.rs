//! `#[status(tonic)]`: the type converts into the status of a gRPC call.

#[cfg(feature = "tonic")]
mod on {
    use alloc::borrow::Cow;
    use std::time::SystemTime;

    use tonic::Code;
    use tonic_types::{ErrorDetails, StatusExt as _};

    use crate::grpc;
    use crate::problem::answer::Answer;
    use crate::problem::object::Problem;
    use crate::problem::retry_after::RetryAfter;

    impl From<Answer> for tonic::Status {
        fn from(answer: Answer) -> Self {
            let code = Code::from_i32(grpc::code(answer.status).into());
            let retry =
                RetryAfter::from_headers(&answer.fields).map(|when| when.delay(SystemTime::now()));
            let message = match answer.details {
                Some(details) => details.detail.map_or(details.title, Cow::Owned),
                None => Cow::Borrowed(answer.status.title()),
            };
            let message = bounded(message, retry.is_some());
            match retry {
                Some(_) => {
                    Self::with_error_details(code, message, ErrorDetails::with_retry_info(retry))
                }
                None => Self::new(code, message),
            }
        }
    }

    /// How many bytes of the trailers a message may take. Many peers accept 8 KiB in total, and the
    /// other fields need some of that.
    const BUDGET: usize = 7 * 1024;

    /// Truncates a message that does not fit: if the trailers are too long, the client sees a
    /// protocol error instead of the code.
    fn bounded(message: Cow<'static, str>, has_details: bool) -> Cow<'static, str> {
        let cost = |c: char| {
            // Percent-encoded in `grpc-message`, and repeated in the details in Base64.
            let is_plain = c.is_ascii_alphanumeric();
            let sent = if is_plain { 1 } else { 3 * c.len_utf8() };
            sent + if has_details { 2 * c.len_utf8() } else { 0 }
        };
        let mut left = BUDGET;
        let end = message.char_indices().find(|(_, c)| {
            let fits = left.checked_sub(cost(*c));
            left = fits.unwrap_or(left);
            fits.is_none()
        });
        let Some((end, _)) = end else { return message };
        let mut message = message.into_owned();
        message.truncate(end);
        message.push('…');
        Cow::Owned(message)
    }

    impl From<Problem> for tonic::Status {
        fn from(problem: Problem) -> Self {
            Answer::from(problem).into()
        }
    }

    integrate_own_types!(__tonic);
}

#[cfg(feature = "tonic")]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    (impl[$($params:tt)*] for $type:ty where[$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($params)*> ::core::convert::From<$type> for $crate::__private::tonic::Status
        where
            $($bounds)*
        {
            fn from(__error: $type) -> Self {
                ::core::convert::From::from($crate::problem::Answer::of(&__error))
            }
        }
    };
}

#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __tonic {
    ($($input:tt)*) => {
        $crate::__without! { "tonic" }
    };
}

//! `#[status(tonic)]`: the type converts into the status of a gRPC call.

#[cfg(feature = "tonic")]
mod on {
    use alloc::borrow::Cow;

    use tonic::Code;
    use tonic_types::{ErrorDetails, StatusExt as _};

    use crate::class::Class;
    use crate::problem::answer::Answer;
    use crate::problem::details::Details;
    use crate::problem::object::Problem;
    use crate::problem::retry_after::RetryAfter;
    use crate::status::Status;

    /// The variant's gRPC code or, if it has none, the code that `google.rpc.Code` pairs with the
    /// HTTP code. Codes that it does not list are mapped by their meaning.
    fn code(status: &Status) -> Code {
        if let Some(code) = status.grpc() {
            return Code::from_i32(code.into());
        }
        match status.code() {
            401 | 407 | 511 => Code::Unauthenticated,
            403 | 451 => Code::PermissionDenied,
            404 | 410 => Code::NotFound,
            405 | 501 | 505 => Code::Unimplemented,
            408 | 504 => Code::DeadlineExceeded,
            409 => Code::Aborted,
            402 | 412 | 417 | 423..=426 | 428 => Code::FailedPrecondition,
            413 | 429 | 431 | 507 => Code::ResourceExhausted,
            416 => Code::OutOfRange,
            499 => Code::Cancelled,
            502 | 503 => Code::Unavailable,
            _ => match status.class() {
                Class::ClientError => Code::InvalidArgument,
                Class::ServerError => Code::Internal,
                // The call has failed, even if the HTTP code is not an error code.
                _ => Code::Unknown,
            },
        }
    }

    impl From<Answer> for tonic::Status {
        fn from(answer: Answer) -> Self {
            let code = code(answer.status);
            let retry = RetryAfter::from_headers(&answer.fields)
                .and_then(|retry_after| retry_after.delay_since(None));
            let message = match answer.details {
                Some(Details { standard, .. }) => {
                    standard.detail.map_or(standard.title, Cow::Owned)
                }
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

//! Guards whose errors are rejections.

use alloc::boxed::Box;
use alloc::string::ToString as _;
use core::ops::{Deref, DerefMut};

use rocket::Request;
use rocket::data::{self, Data, FromData, Limits};
use rocket::form::{self, Errors, FromForm};
use rocket::http::{ContentType, Status as Code};
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use serde::de::DeserializeOwned;

use super::guard::GuardError;
use crate::problem::field_errors::{FieldErrors, MOST};
use crate::rejection::fault::{bounded, fault};
use crate::rejection::json::{JSON, from_json};
use crate::rejection::kind::{FORM, Rejection};

/// JSON, as a data guard whose errors are problems with a pointer to the fault. The limit is that of
/// rocket's `Json`. Unlike it, this guard requires the `Content-Type` of JSON.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json<T>(pub T);

/// A form, as a data guard: rocket's `Form`, whose errors are problems.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form<T>(pub T);

/// The query, as a request guard whose errors are problems. rocket tells no one why a parameter in
/// the route's own `?<…>` is wrong.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

macro_rules! transparent {
    ($($guard:ident)*) => {$(
        impl<T> $guard<T> {
            /// Returns the value.
            pub fn into_inner(self) -> T {
                self.0
            }
        }

        impl<T> Deref for $guard<T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.0
            }
        }

        impl<T> DerefMut for $guard<T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.0
            }
        }
    )*};
}

transparent!(Json Form Query);

#[rocket::async_trait]
impl<'r, T: DeserializeOwned> FromData<'r> for Json<T> {
    type Error = Rejection;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match read(request, data).await {
            Ok(value) => Outcome::Success(Self(value)),
            Err(rejection) => rejection.into_outcome(request),
        }
    }
}

async fn read<T: DeserializeOwned>(request: &Request<'_>, data: Data<'_>) -> Result<T, Rejection> {
    let is_json = |content_type: &ContentType| {
        let subtype = content_type.sub().as_str();
        content_type.top() == "application"
            && (subtype.eq_ignore_ascii_case("json")
                || subtype.to_ascii_lowercase().ends_with("+json"))
    };
    if !request.content_type().is_some_and(is_json) {
        return Err(Rejection::UnsupportedMediaType { expected: Some(JSON) });
    }
    let limit = request.limits().get("json").unwrap_or(Limits::JSON);
    let content = data.open(limit).into_bytes().await.map_err(Rejection::unreadable)?;
    if !content.is_complete() {
        return Err(Rejection::ContentTooLarge);
    }
    from_json(&content)
}

#[rocket::async_trait]
impl<'r, T: FromForm<'r>> FromData<'r> for Form<T> {
    type Error = Rejection;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match form::Form::<T>::from_data(request, data).await {
            Outcome::Success(form) => Outcome::Success(Self(form.into_inner())),
            Outcome::Error((code, errors)) => of_form(code, &errors).into_outcome(request),
            // Another route may accept the content.
            Outcome::Forward(forward) => {
                let rejection = Rejection::UnsupportedMediaType { expected: Some(FORM) };
                let _: Outcome<(), _, ()> = rejection.into_outcome(request);
                Outcome::Forward(forward)
            }
        }
    }
}

fn of_form(code: Code, errors: &Errors<'_>) -> Rejection {
    match code.code {
        413 => Rejection::ContentTooLarge,
        415 => Rejection::UnsupportedMediaType { expected: Some(FORM) },
        500..600 => Rejection::misconfigured(errors),
        _ => Rejection::UnexpectedForm { errors: named(errors) },
    }
}

/// Each error with the name of its field, and without the rejected value.
fn named(errors: &Errors<'_>) -> FieldErrors {
    let error = |error: &form::Error<'_>| {
        let found = fault(&error.kind);
        match &error.name {
            Some(name) => found.pointer(bounded(name.to_string())),
            None => found,
        }
    };
    errors.iter().take(MOST).map(error).collect()
}

#[rocket::async_trait]
impl<'r, T: FromForm<'r>> FromRequest<'r> for Query<T> {
    type Error = Rejection;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Rejection> {
        match form::Form::<T>::parse_iter(request.query_fields()) {
            Ok(query) => Outcome::Success(Self(query)),
            Err(errors) => {
                Rejection::UnexpectedQuery { errors: named(&errors) }.into_outcome(request)
            }
        }
    }
}

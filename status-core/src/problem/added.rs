//! `Added`: what an error adds to its response, to keep after the error is dropped.

use alloc::string::{String, ToString};

use http::HeaderMap;

use super::body::BodyFn;
use super::header_fields::HeaderFields;
use super::lossy::LossyDisplay;
use super::members::{MemberList, Members};
use crate::http_status::HttpStatus;
use crate::status::Status;

#[derive(Clone, Debug)]
pub(crate) struct Added {
    fields: HeaderMap,
    lost: Option<&'static str>,
    members: MemberList,
    /// A detail that is not the message.
    pub detail: Option<String>,
    pub body: Option<BodyFn>,
}

impl Added {
    /// `None` if the error adds nothing.
    pub(crate) fn of<E: HttpStatus>(error: &E, status: &'static Status) -> Option<Self> {
        let mut fields = HeaderMap::new();
        let mut header_fields = HeaderFields::new(&mut fields, status);
        error.header_fields(&mut header_fields);
        let lost = header_fields.lost();
        let mut members = MemberList::default();
        error.members(&mut Members::new(&mut members, status));
        // The error may not implement `Display`, so the message is empty, and a detail that is not
        // empty is its own.
        let detail = error.detail(status, &"").map(|detail| LossyDisplay(detail).to_string());
        let detail = detail.filter(|detail| !detail.is_empty());
        let body = error.body();
        let adds = !fields.is_empty()
            || lost.is_some()
            || !members.is_empty()
            || detail.is_some()
            || body.is_some();
        adds.then_some(Self { fields, lost, members, detail, body })
    }

    pub(crate) fn header_fields(&self, fields: &mut HeaderFields<'_>) {
        fields.extend(&self.fields, self.lost);
    }

    pub(crate) fn members(&self, members: &mut Members<'_>) {
        members.extend(&self.members);
    }
}

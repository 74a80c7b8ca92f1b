//! What the page and the text show of a view.

use crate::problem::view::View;

impl<'a> View<'a> {
    /// The title, if it differs from the reason, which is always shown.
    pub(super) fn own_title(&self) -> Option<&'a str> {
        let title = self.title.trim();
        let bare = title.trim_end_matches('.');
        let more = !bare.is_empty() && !bare.eq_ignore_ascii_case(self.status.reason());
        more.then_some(title)
    }

    /// The detail, if it differs from the title.
    pub(super) fn own_detail(&self) -> Option<&'a str> {
        let detail = self.detail?.trim();
        (!detail.is_empty() && detail != self.title.trim()).then_some(detail)
    }
}

use status_core::HttpStatus;
use status_core::problem::{Body, View};

/// What the client sent is text, not markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn xml(view: &View<'_>) -> Body {
    let code = view.status.slug();
    let message = escaped(view.detail.unwrap_or(view.title));
    let key: String = view.get("key").unwrap_or_default();
    let key = if key.is_empty() { key } else { format!("<Key>{}</Key>", escaped(&key)) };
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Error><Code>{code}</Code><Message>{message}</Message>{key}</Error>"
    );
    Body::new("application/xml", content).for_every_reader()
}

#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum, body = xml, slug_case = "PascalCase")]
pub enum ObjectError {
    /// The key does not exist.
    #[error("The specified key does not exist.")]
    #[status(404, members(key))]
    NoSuchKey { key: String },
    /// The caller may not do this.
    #[error("policy 17 denies it")]
    #[status(403, detail = "Access Denied")]
    AccessDenied,
    /// The service is overloaded.
    #[error("shard 4 is overloaded")]
    #[status(503, detail = "Please reduce your request rate.")]
    SlowDown,
}

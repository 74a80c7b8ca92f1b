//! What a type documents: its statuses, with the schemas of their members.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::problem::body::BodyFn;
use crate::problem::make::call;
use crate::problem::object::Problem;
use crate::status::Status;
use crate::table::Table;

/// A tool that builds an OpenAPI document.
pub trait Tool {
    /// Where the tool keeps the schemas that others refer to.
    type Components;

    /// Where the tool has examples.
    const EXAMPLES: Examples = Examples::Named;

    /// Returns the schema of this name.
    fn find(components: &Self::Components, name: &str) -> Option<Value>;
}

/// Where the examples of a response are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Examples {
    /// Beside its schema, each with a name.
    Named,
    /// In the schema of each status.
    InSchema,
}

/// A type of which the tool `T` has a schema.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no schema for the OpenAPI document",
    label = "has no schema",
    note = "derive the trait of your tool: `utoipa::ToSchema`, `schemars::JsonSchema` for aide, `salvo_oapi::ToSchema`, or `poem_openapi::Object`",
    note = "for another crate's type, send a string or a number that you make of it"
)]
pub trait Schema<T: Tool> {
    /// The schema. May register others that it refers to.
    fn schema(components: &mut T::Components) -> Value;
}

/// A type whose responses the tool `T` can document.
pub trait Documented<T: Tool> {
    /// Adds each status of the type.
    fn document(statuses: &mut Statuses<'_, T>);
}

/// The content that a type with `body = …` sends, for OpenAPI: its schema is that of
/// [`Schema`](Self::Schema). The media type and the example follow from the function.
///
/// ```
/// use status_core::HttpStatus;
/// use status_core::describe::DocumentedBody;
/// use status_core::problem::{Body, View};
///
/// #[derive(serde::Serialize)]
/// struct Envelope {
///     error: String,
/// }
///
/// fn envelope(view: &View<'_>) -> Body {
///     Body::json(&Envelope { error: view.title.to_owned() })
/// }
///
/// #[derive(HttpStatus)]
/// #[status(body = envelope)]
/// enum OrderError {
///     /// No order has this number.
///     #[status(404)]
///     OrderNotFound,
/// }
///
/// impl DocumentedBody for OrderError {
///     type Schema = Envelope;
/// }
/// # let _ = OrderError::OrderNotFound;
/// ```
#[diagnostic::on_unimplemented(
    message = "the `body` of `{Self}` has no schema",
    label = "an OpenAPI document cannot describe this body",
    note = "implement `status_core::describe::DocumentedBody` for `{Self}`, with the type of the content as its `Schema`"
)]
pub trait DocumentedBody {
    /// The type of the content. Each OpenAPI tool that the type names needs its own schema trait on it.
    type Schema: ?Sized;
}

/// Collects the statuses of a type.
pub struct Statuses<'a, T: Tool> {
    components: &'a mut T::Components,
    list: Vec<Described>,
    /// Whether there are statuses that are not known at compile time.
    others: bool,
    /// The `body` of statuses that are not known.
    body: Option<OwnBody>,
}

/// A status, and what is known about its responses.
#[derive(Clone)]
pub(crate) struct Described {
    pub status: &'static Status,
    /// The name of the type that declares it.
    pub type_name: &'static str,
    /// The schemas of its members that fields give, in order.
    pub members: Vec<Value>,
    /// A problem as it is sent, if a value could be made for each field.
    pub sample: Option<Problem>,
    pub has_detail: bool,
    pub body: Option<OwnBody>,
}

/// A body that is sent instead of a problem.
#[derive(Clone)]
pub(crate) struct OwnBody {
    pub make: BodyFn,
    pub schema: Value,
}

/// Everything that a type documents.
pub(crate) struct All {
    pub list: Vec<Described>,
    pub others: bool,
    pub body: Option<OwnBody>,
}

/// What a variant that delegates does to the details of its field's statuses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum DelegatedDetail {
    /// Its message is that of the field.
    Same,
    /// Its message may be another. It is sent where the status exposes the message.
    OtherMessage,
    /// It has `detail = …`.
    Replaced,
    /// It has `redact`.
    Redacted,
}

impl<'a, T: Tool> Statuses<'a, T> {
    /// The statuses of a type.
    pub(crate) fn of<D: Documented<T> + ?Sized>(components: &'a mut T::Components) -> All {
        Self::added(components, D::document)
    }

    fn added(components: &'a mut T::Components, add: impl FnOnce(&mut Self)) -> All {
        let mut statuses = Self { components, list: Vec::new(), others: false, body: None };
        add(&mut statuses);
        let Self { list, others, body, .. } = statuses;
        All { list, others, body }
    }

    /// Adds a status of the type `type_name`. `sample` makes the problem of an occurrence. It runs code
    /// that may panic for values that no real occurrence has, and then there is no sample.
    pub fn status(
        &mut self,
        type_name: &'static str,
        status: &'static Status,
        sample: impl FnOnce() -> Option<Problem>,
    ) {
        self.list.push(Described {
            status,
            type_name,
            members: Vec::new(),
            sample: call(sample).flatten(),
            has_detail: status.is_exposed(),
            body: None,
        });
    }

    /// Adds the schema of the next member of the status that was added last.
    pub fn member<M: Schema<T> + ?Sized>(&mut self) {
        let schema = M::schema(self.components);
        self.add_member(schema);
    }

    fn add_member(&mut self, schema: Value) {
        if let Some(described) = self.list.last_mut() {
            described.members.push(schema);
        }
    }

    /// Adds the statuses of a type that only its table describes.
    pub fn table(&mut self, table: &'static Table) {
        for status in table.statuses() {
            self.status(table.name(), status, || None);
            for member in status.members().filter(|member| member.value().is_none()) {
                self.add_member(of_json_type(member.json_type()));
            }
        }
        for delegate in table.delegates() {
            self.delegate(DelegatedDetail::OtherMessage, |statuses| statuses.table(delegate));
        }
    }

    /// Adds the statuses of a field, to which a variant delegates.
    pub fn delegate(&mut self, detail: DelegatedDetail, add: impl FnOnce(&mut Statuses<'_, T>)) {
        // The statuses of the field's type are all known, or it would have no table.
        let All { list, .. } = Statuses::added(self.components, add);
        for mut described in list {
            described.delegated(detail);
            // Two variants may delegate to one type. The order must not matter.
            let known = self.list.iter_mut().find(|it| core::ptr::eq(it.status, described.status));
            match known {
                Some(known) => known.merge(described),
                None => self.list.push(described),
            }
        }
    }

    /// Adds statuses that are not known at compile time.
    pub fn others(&mut self) {
        self.others = true;
    }

    /// Sets the body of every status.
    pub fn body<S: Schema<T> + ?Sized>(&mut self, make: BodyFn) {
        let own = OwnBody { make, schema: S::schema(self.components) };
        for described in &mut self.list {
            described.body = Some(own.clone());
        }
        self.body = Some(own);
    }
}

/// The schema of a value that one of the two allows.
fn either(mut one: Value, other: Value) -> Value {
    match one.get_mut("anyOf") {
        Some(Value::Array(any)) => {
            if !any.contains(&other) {
                any.push(other);
            }
            one
        }
        _ => json!({ "anyOf": [one, other] }),
    }
}

/// A schema that is known only from the table.
fn of_json_type(json_type: Option<&str>) -> Value {
    match json_type {
        // OpenAPI 3.0 requires `items`.
        Some("array") => json!({ "type": "array", "items": {} }),
        Some(json_type) => json!({ "type": json_type }),
        None => json!({}),
    }
}

impl Described {
    /// Changes what a variant that delegates to the status changes.
    fn delegated(&mut self, detail: DelegatedDetail) {
        match detail {
            DelegatedDetail::Same => return,
            // A detail of the occurrence's own is sent whatever the message is.
            DelegatedDetail::OtherMessage if !self.status.exposes_message() => return,
            DelegatedDetail::OtherMessage => {}
            DelegatedDetail::Replaced => self.has_detail = true,
            DelegatedDetail::Redacted => self.has_detail = false,
        }
        if let Some(sample) = &mut self.sample {
            sample.detail = None;
        }
    }

    /// Adds what the same status sends when another variant delegates to it.
    fn merge(&mut self, other: Self) {
        self.has_detail |= other.has_detail;
        // The fields of a generic type have other types there.
        for (schema, other) in self.members.iter_mut().zip(other.members) {
            if *schema != other {
                *schema = either(schema.take(), other);
            }
        }
        // What is left of the samples differs only in the detail.
        if other.sample.as_ref().is_some_and(|sample| sample.detail.is_some()) {
            self.sample = other.sample;
        }
    }

    /// The name of the type and the variant, for names that several variants share.
    pub(super) fn qualified_name(&self) -> String {
        alloc::format!("{}{}", self.type_name, self.status.name())
    }
}

macro_rules! pointers {
    ($($pointer:ty),* $(,)?) => {$(
        impl<T: Tool, D: Documented<T> + ?Sized> Documented<T> for $pointer {
            fn document(statuses: &mut Statuses<'_, T>) {
                D::document(statuses);
            }
        }
    )*};
}

pointers!(&D, alloc::boxed::Box<D>, alloc::rc::Rc<D>, alloc::sync::Arc<D>);

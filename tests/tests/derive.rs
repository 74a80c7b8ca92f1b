//! Types with `#[derive(HttpStatus)]`.

#![allow(dead_code, reason = "some fields are there for the patterns that pass over them")]

use std::sync::Arc;

use status_core::{
    Class, ClientError, HttpStatus, Registration, ServerError, Status, StatusTable, Table,
};

/// Why the stock service fails.
#[derive(HttpStatus)]
enum StockError {
    /// Nothing is left of this item.
    #[status(409)]
    SoldOut,
    /// It is being counted.
    ///
    /// That takes an hour.
    #[status(503, slug = "stock-taking", title = "The stock is being counted")]
    Counting(&'static str),
}

/// Why an order fails.
#[derive(HttpStatus)]
#[status(type_base = "https://shop.example/errors/")]
enum OrderError {
    /// No order has this number, e.g. 7. It may have had.
    #[status(404)]
    NotFound { id: u64 },
    /// Another `404`, as a [name](Status).
    #[status(StatusCode::NOT_FOUND, redact)]
    LineNotFound,
    /// The payment provider failed.
    #[status(BadGateway, expose)]
    Payment(u8, u8),
    /// An unregistered code.
    #[status(599, reason = "Out Of Range", allow(unregistered_code))]
    Odd,
    #[status(transparent)]
    Stock(StockError),
    #[status(transparent)]
    Client { only: Box<ClientError> },
}

fn codes(table: &'static Table) -> Vec<(u16, &'static str)> {
    table.iter().map(|status| (status.code(), status.name())).collect()
}

/// Steps of an upload.
#[derive(HttpStatus)]
#[status(range = 100..=599)]
enum Step {
    /// Send the content.
    #[status(CONTINUE)]
    Send,
    /// It is stored.
    #[status(CREATED)]
    Stored,
    /// It was stored before.
    #[status(SEE_OTHER, header("Location" = "/uploads/7"))]
    Known,
}

#[test]
fn a_code_of_each_class_has_a_name() {
    assert_eq!(codes(Step::TABLE), [(100, "Send"), (201, "Stored"), (303, "Known")]);
}

#[test]
fn each_variant_has_its_status() {
    let not_found = OrderError::NotFound { id: 7 }.status();
    assert_eq!(not_found.code(), 404);
    assert_eq!(not_found.name(), "NotFound");
    assert_eq!(not_found.reason(), "Not Found");
    assert_eq!(not_found.documentation(), "No order has this number, e.g. 7. It may have had.");
    assert_eq!(not_found.title(), "No order has this number, e.g. 7.");
    assert_eq!(not_found.slug(), "not-found");
    assert_eq!(not_found.type_uri(), Some("https://shop.example/errors/not-found"));
    assert_eq!(not_found.class(), Class::ClientError);
    assert_eq!(not_found.spec(), Some("RFC 9110 §15.5.5"));
    assert!(not_found.is_exposed());

    let line = OrderError::LineNotFound.status();
    assert_eq!((line.code(), line.title()), (404, "Another 404, as a name."));
    assert!(!line.is_exposed());

    let payment = OrderError::Payment(1, 2).status();
    assert_eq!(payment.code(), 502);
    assert!(payment.is_exposed());

    let odd = OrderError::Odd.status();
    assert_eq!((odd.code(), odd.reason(), odd.spec()), (599, "Out Of Range", None));
    assert_eq!(odd.registration(), Registration::Unassigned);
    assert!(!odd.is_exposed());
}

#[test]
fn a_transparent_variant_has_the_status_of_its_field() {
    let counting = StockError::Counting("A to K");
    assert!(std::ptr::eq(OrderError::Stock(StockError::Counting("")).status(), counting.status()));
    // Without a `type_base`, a problem has no type and its title is the reason.
    assert_eq!(counting.status().type_uri(), None);
    assert_eq!(counting.status().slug(), "stock-taking");
    assert_eq!(counting.documentation(), "It is being counted.\n\nThat takes an hour.");
    assert_eq!(counting.status().title(), "The stock is being counted");
    assert_eq!(StockError::SoldOut.status().title(), "Conflict");

    let client = OrderError::Client { only: Box::new(ClientError::Gone) };
    assert!(std::ptr::eq(client.status(), ClientError::Gone.status()));
    assert_eq!(client.reason(), "Gone");
}

#[test]
fn the_table_lists_all_statuses_in_order() {
    let table = OrderError::TABLE;
    assert_eq!((table.name(), table.documentation()), ("OrderError", "Why an order fails."));
    assert_eq!(table.delegates(), [StockError::TABLE, ClientError::TABLE]);
    let mut expected =
        vec![(404, "NotFound"), (404, "LineNotFound"), (502, "Payment"), (599, "Odd")];
    assert_eq!(table.statuses().len(), 4);
    expected.extend([(409, "SoldOut"), (503, "Counting")]);
    expected.extend(codes(ClientError::TABLE));
    assert_eq!(codes(table), expected);
    assert_eq!(codes(<&Box<Arc<OrderError>>>::TABLE), expected);
}

/// A proxy's.
#[derive(HttpStatus)]
#[status(range = 100..=499)]
enum ProxyError {
    #[status(dynamic = code, fallback = 400)]
    Upstream { name: &'static str, code: u16 },
    #[status(dynamic = 1, fallback = NOT_FOUND)]
    Typed(&'static str, http::StatusCode),
    #[status(dynamic = 0, fallback = GONE, redact)]
    Hidden(u8),
    #[status(dynamic = 0, fallback = 400, header("www-authenticate" = 1))]
    Challenged(u16, Option<&'static str>),
}

#[test]
fn a_dynamic_code_has_the_registered_status_or_the_fallback() {
    for code in 0..=u16::MAX {
        let status = ProxyError::Upstream { name: "a", code }.status();
        // Its response would lack a header field that the code requires.
        let lacks = [401, 405, 407, 426].contains(&code);
        let expected = if (100..=499).contains(&code) && !lacks { code } else { 400 };
        assert_eq!(status.code(), expected);
        assert!(status.is_exposed());
        let canonical = Status::from_code(expected).unwrap();
        assert_eq!(status.reason(), canonical.reason());
        assert_eq!(status.documentation(), canonical.documentation());
        assert_eq!(status.type_uri(), None);
    }
    for code in 100..=999 {
        let status = ProxyError::Typed("b", http::StatusCode::from_u16(code).unwrap()).status();
        let lacks = [401, 405, 407, 426].contains(&code);
        assert_eq!(status.code(), if code < 500 && !lacks { code } else { 404 });
    }
    let hidden = ProxyError::Hidden(200).status();
    assert!(std::ptr::eq(hidden, Status::from_code(200).unwrap()) && !hidden.is_exposed());
    assert_eq!(ProxyError::Hidden(7).code(), 410);
    assert_eq!(ProxyError::Challenged(401, Some("Basic")).code(), 401);
    assert_eq!(ProxyError::Challenged(407, Some("Basic")).code(), 400);
}

/// Why `T` could not be fetched.
#[derive(HttpStatus)]
enum FetchError<'a, T, const N: usize = 4>
where
    T: Send,
{
    /// It took too long.
    #[status(504)]
    Timeout(&'a [u8; N]),
    #[status(transparent, unlisted)]
    Other(T),
    #[status(transparent, unlisted)]
    Any(Box<dyn HttpStatus + 'a>),
}

/// It failed as a whole.
#[derive(HttpStatus)]
#[status(500, type_base = "urn:example:")]
struct Failed<E>(E);

/// It borrows.
#[derive(HttpStatus)]
enum Borrowed<'a> {
    #[status(transparent)]
    Other(Borrowing<'a>),
}

/// It borrows in a tuple, with a lifetime parameter.
#[derive(HttpStatus)]
enum BorrowedTwice<'a> {
    #[status(transparent)]
    Tuple(Holding<(&'a str,)>),
    #[status(transparent)]
    Function(Holding<for<'b> fn(&'b str)>),
}

/// It contains a value.
#[derive(HttpStatus)]
#[status(404)]
struct Holding<T>(T);

/// It is named like a keyword.
#[derive(HttpStatus)]
#[expect(non_camel_case_types, reason = "keywords are in lower case")]
enum r#type {
    /// So is this.
    #[status(404)]
    r#struct,
}

/// It borrows, too.
#[derive(HttpStatus)]
#[status(NOT_FOUND)]
struct Borrowing<'a> {
    name: &'a str,
}

/// Two of its variants delegate to the same type.
#[derive(HttpStatus)]
enum Twice {
    #[status(transparent)]
    Order(OrderError),
    #[status(transparent)]
    Boxed(Box<OrderError>),
    #[status(transparent)]
    Stock(StockError),
}

/// A recursive type.
#[derive(HttpStatus)]
enum Nested {
    /// It failed.
    #[status(500)]
    Failed,
    #[status(transparent)]
    Again(Box<Nested>),
    #[status(transparent)]
    Shared(Arc<Nested>),
    #[status(transparent)]
    Own(Box<Self>),
    #[status(transparent)]
    Lent(&'static Nested),
}

#[derive(HttpStatus)]
enum Never {}

#[test]
fn structs_and_generic_types_have_a_status() {
    let timeout = FetchError::<ClientError>::Timeout(&[0; 4]);
    assert_eq!(timeout.code(), 504);
    assert_eq!(FetchError::<_, 4>::Other(ServerError::LoopDetected).code(), 508);
    assert_eq!(FetchError::<ClientError>::Any(Box::new(Nested::Failed)).code(), 500);
    assert_eq!(Failed(()).status().type_uri(), Some("urn:example:failed"));
    assert_eq!(Failed::<u8>::TABLE.statuses().len(), 1);
    let name = String::from("x");
    let borrowed = Borrowed::Other(Borrowing { name: &name });
    assert_eq!((borrowed.code(), Borrowed::TABLE.iter().count()), (404, 1));
    let Borrowed::Other(Borrowing { name }) = borrowed;
    assert_eq!(name, "x");
    assert_eq!(BorrowedTwice::Tuple(Holding((name,))).code(), 404);
    assert_eq!(BorrowedTwice::TABLE.iter().count(), 2);
    assert_eq!((r#type::TABLE.name(), r#type::r#struct.status().name()), ("type", "struct"));
    assert_eq!(r#type::r#struct.status().slug(), "struct");
    assert_eq!(Never::TABLE.iter().count(), 0);
}

#[test]
fn a_type_delegated_to_twice_is_listed_twice() {
    let twice = 2 * OrderError::TABLE.iter().count() + StockError::TABLE.iter().count();
    assert_eq!(Twice::TABLE.iter().count(), twice);
    assert_eq!(Twice::Boxed(Box::new(OrderError::Odd)).code(), 599);
}

#[test]
fn a_recursive_type_is_listed_once() {
    assert_eq!(codes(Nested::TABLE), [(500, "Failed")]);
    assert_eq!(Nested::Again(Box::new(Nested::Failed)).code(), 500);
    assert_eq!(
        format!("{:?}", Nested::TABLE),
        "Table { name: \"Nested\", statuses: [Status { code: 500, name: \"Failed\", reason: \
         \"Internal Server Error\", .. }], delegates: [], .. }"
    );
}

#[test]
fn the_trait_is_dyn_compatible_and_passes_through_pointers() {
    let errors: [Box<dyn HttpStatus>; 3] = [
        Box::new(StockError::SoldOut),
        Box::new(Arc::new(StockError::SoldOut)),
        Box::new(&StockError::SoldOut),
    ];
    for error in &errors {
        assert_eq!(error.code(), 409);
        assert_eq!(error.class(), Class::ClientError);
    }
}

#[test]
fn a_grpc_code_is_found_by_either_name() {
    #[derive(HttpStatus)]
    enum Error {
        /// It is there already.
        #[status(409, grpc = ALREADY_EXISTS)]
        Exists,
        /// Another request was faster.
        #[status(409, grpc = Code::Aborted)]
        Raced,
        /// Data is lost.
        #[status(500, grpc = DataLoss)]
        Lost,
        /// It is not here.
        #[status(404)]
        Missing,
    }
    let grpc = [Error::Exists, Error::Raced, Error::Lost, Error::Missing]
        .map(|error| error.status().grpc());
    assert_eq!(grpc, [Some(6), Some(10), Some(15), None]);
}

mod stock {
    /// Why the stock service fails.
    #[derive(status_core::HttpStatus)]
    #[status(type_base = "/stock/")]
    pub enum Error {
        /// Nothing is left.
        #[status(409)]
        SoldOut,
    }

    /// It is broken.
    #[derive(status_core::HttpStatus)]
    #[status(500)]
    pub struct T;
}

#[test]
fn another_type_of_the_same_name_is_another_type() {
    #[derive(HttpStatus)]
    enum Error {
        /// No order has this number.
        #[status(404)]
        NotFound,
        #[status(transparent)]
        Stock(stock::Error),
        #[status(transparent)]
        Again(Box<self::stock::Error>),
        #[status(transparent)]
        Own(Box<Error>),
        #[status(transparent)]
        Selfish(&'static Self),
    }
    let names: Vec<&str> = Error::TABLE.iter().map(Status::name).collect();
    assert_eq!(names, ["NotFound", "SoldOut", "SoldOut"]);
    assert_eq!(Error::Own(Box::new(Error::Stock(stock::Error::SoldOut))).code(), 409);
}

#[test]
fn the_name_of_a_parameter_in_a_path_is_another_type() {
    #[derive(HttpStatus)]
    enum Error<T> {
        #[status(transparent)]
        Other(stock::T),
        /// No order has this number.
        #[status(404)]
        Carries(T),
    }
    assert_eq!(Error::<u8>::TABLE.iter().count(), 2);
    assert_eq!(Error::<u8>::Other(stock::T).code(), 500);
}

#[test]
fn a_generic_type_can_contain_itself() {
    #[derive(HttpStatus)]
    enum Error<T> {
        /// No order has this number.
        #[status(404)]
        NotFound(T),
        #[status(transparent, unlisted)]
        Own(Box<Error<T>>),
        #[status(transparent, unlisted)]
        Inner(T),
    }
    let inner: Error<ServerError> = Error::Inner(ServerError::BadGateway);
    assert_eq!(Error::Own(Box::new(inner)).code(), 502);
}

#[test]
fn a_raw_identifier_names_the_same_field() {
    #[derive(HttpStatus)]
    enum Error {
        #[status(dynamic = r#code, fallback = 502)]
        Upstream { code: u16 },
        /// The caller sends requests too fast.
        #[status(429, header("Retry-After" = r#after))]
        TooFast { after: u16 },
        /// No order has this number.
        #[status(404, members(r#id))]
        NotFound { id: u16 },
    }
    assert_eq!(Error::Upstream { code: 404 }.code(), 404);
}

#[test]
fn a_generic_type_can_be_a_field_of_its_own() {
    #[derive(HttpStatus)]
    enum Error<T> {
        /// No order has this number.
        #[status(404)]
        NotFound(T),
        #[status(transparent)]
        Own(Box<Error<T>>),
    }
    assert_eq!(Error::Own(Box::new(Error::NotFound(7))).code(), 404);
    assert_eq!(Error::<u8>::TABLE.iter().count(), 1);
}

#[test]
fn lint_levels_hold_for_the_expansion() {
    #![deny(deprecated)]

    #[deprecated]
    #[derive(HttpStatus)]
    /// It failed.
    #[status(500)]
    struct Old;

    #[allow(deprecated, reason = "the expansion names the field's type, too")]
    #[derive(HttpStatus)]
    enum Error {
        #[status(transparent)]
        Old(Old),
    }
    #[derive(HttpStatus)]
    enum OfVariant {
        #[allow(deprecated)]
        #[status(transparent)]
        Old(Old),
    }
    #[derive(HttpStatus)]
    enum OfField {
        #[status(transparent)]
        Old(#[expect(deprecated)] Old),
    }
    assert_eq!(Error::TABLE.iter().count(), 1);
    assert_eq!(OfVariant::TABLE.iter().count(), 1);
    assert_eq!(OfField::TABLE.iter().count(), 1);
}

#[test]
fn slugs_follow_the_case_and_the_prefix_of_their_type() {
    #[derive(HttpStatus)]
    #[status(type_base = "urn:x:", slug_case = "snake_case", slug_prefix = "E.")]
    enum Error {
        /// No order has this number.
        #[status(404)]
        OrderNotFound,
        /// The key management service has disabled the key.
        #[status(400, slug = "KMS.DisabledException")]
        Disabled,
        /// The key is disabled.
        #[status(403, slug = "HE_02", title = "Denied")]
        Sealed,
        /// The key is locked.
        #[status(403, slug = "HE_02", title = "Denied")]
        Closed,
    }
    // Each way to the type leads to the same two variants.
    #[derive(HttpStatus)]
    enum Outer {
        #[status(transparent)]
        Error(Error),
        #[status(transparent)]
        Boxed(Box<Error>),
    }
    let slugs: Vec<&str> = Error::TABLE.iter().map(Status::slug).collect();
    assert_eq!(slugs, ["E.order_not_found", "KMS.DisabledException", "HE_02", "HE_02"]);
    assert_eq!(Error::OrderNotFound.status().type_uri(), Some("urn:x:E.order_not_found"));
    assert_eq!(Error::TABLE.find("urn:x:HE_02").map(Status::name), Some("Sealed"));

    assert_eq!(Outer::Error(Error::Closed).code(), 403);
    assert_eq!(Outer::Boxed(Box::new(Error::Sealed)).code(), 403);
}

const _: () = {
    static __STATUSES: [::status_core::Status; 3usize] = [
        ::status_core::__private::status(::status_core::__private::Row {
            code: 404u16,
            name: "OrderNotFound",
            reason: "Not Found",
            documentation: "No order has this number.",
            title: "No order has this number.",
            slug: "order-not-found",
            type_uri: ::core::option::Option::Some(
                "https://shop.example/errors/order-not-found",
            ),
            body: "{\"type\":\"https://shop.example/errors/order-not-found\",\"title\":\"No order has this number.\",\"status\":404}",
            exposed: true,
            facts: ::status_core::__private::facts(
                ::status_core::ClientError::NotFound.status(),
            ),
        }),
        ::status_core::__private::status(::status_core::__private::Row {
            code: 429u16,
            name: "TooFast",
            reason: "Too Many Requests",
            documentation: "The caller sends orders faster than its plan allows.",
            title: "The caller sends orders faster than its plan allows.",
            slug: "too-fast",
            type_uri: ::core::option::Option::Some(
                "https://shop.example/errors/too-fast",
            ),
            body: "{\"type\":\"https://shop.example/errors/too-fast\",\"title\":\"The caller sends orders faster than its plan allows.\",\"status\":429}",
            exposed: true,
            facts: ::status_core::__private::facts(
                ::status_core::ClientError::TooManyRequests.status(),
            ),
        }),
        ::status_core::__private::status(::status_core::__private::Row {
            code: 599u16,
            name: "Odd",
            reason: "Out Of Range",
            documentation: "Nobody knows this one.",
            title: "Nobody knows this one.",
            slug: "odd",
            type_uri: ::core::option::Option::Some("https://shop.example/errors/odd"),
            body: "{\"type\":\"https://shop.example/errors/odd\",\"title\":\"Nobody knows this one.\",\"status\":599}",
            exposed: false,
            facts: &::status_core::__private::Facts {
                registration: ::status_core::Registration::Unassigned,
                spec: ::core::option::Option::None,
                cacheable: false,
                storable: true,
                content: true,
                temporary: false,
                required_headers: &[],
            },
        }),
    ];
    #[automatically_derived]
    impl ::status_core::HttpStatus for OrderError {
        fn status(&self) -> &'static ::status_core::Status {
            match self {
                Self::OrderNotFound { .. } => &__STATUSES[0usize],
                Self::TooFast { .. } => &__STATUSES[1usize],
                Self::Odd { .. } => &__STATUSES[2usize],
                Self::Stock { 0: __field0, .. } => {
                    ::status_core::HttpStatus::status(__field0)
                }
                Self::Upstream { code: __field0, .. } => {
                    ::status_core::__private::dynamic(
                        ::status_core::__private::code_of(__field0),
                        400u16..=599u16,
                        502u16,
                        ::core::option::Option::None,
                    )
                }
            }
        }
        ::status_core::__private::if_problem! {
            fn header_fields(& self, __sink : & mut ::status_core::problem::HeaderFields
            < '_ >) { match self { Self::TooFast { 0 : __field0, .. } => { __sink
            .append("Retry-After", __field0); } Self::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::header_fields(__field0, __sink), _ => {} } } fn
            members(& self, __sink : & mut ::status_core::problem::Members < '_ >) {
            match self { Self::OrderNotFound { id : __field0, .. } => { __sink
            .insert("id", __field0); } Self::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::members(__field0, __sink), _ => {} } } fn
            source_error(& self,) -> ::core::option::Option < & (dyn ::core::error::Error
            + 'static) > { use ::status_core::__private::NoError as _;
            ::status_core::__private::Of(self).source_error() }
        }
    }
    static __TABLE: ::status_core::Table = ::status_core::__private::table(
        "OrderError",
        "Why an order fails.",
        &__STATUSES,
        &[<StockError as ::status_core::StatusTable>::TABLE],
    );
    const _: () = ::status_core::__private::hold_delegate(
        &__TABLE,
        0usize,
        400u16,
        599u16,
    );
};
::status_core::__private::axum! {
    impl [] for OrderError where []
}

const _: () = {
    static __STATUSES: [::status_core::Status; 3usize] = {
        use ::status_core::__private::typed as __typed;
        [
            __typed(
                404,
                true,
                "OrderNotFound order-not-found",
                13,
                "Not Found",
                "No order has this number.",
                "https://shop.example/errors/order-not-found",
                "{\"type\":\"https://shop.example/errors/order-not-found\",\"title\":\"No order has this number.\",\"status\":404}",
            ),
            __typed(
                429,
                true,
                "TooFast too-fast",
                7,
                "Too Many Requests",
                "The caller sends orders faster than its plan allows.",
                "https://shop.example/errors/too-fast",
                "{\"type\":\"https://shop.example/errors/too-fast\",\"title\":\"The caller sends orders faster than its plan allows.\",\"status\":429}",
            ),
            __typed(
                599,
                false,
                "Odd odd",
                3,
                "Out Of Range",
                "Nobody knows this one.",
                "https://shop.example/errors/odd",
                "{\"type\":\"https://shop.example/errors/odd\",\"title\":\"Nobody knows this one.\",\"status\":599}",
            ),
        ]
    };
    #[automatically_derived]
    impl ::status_core::HttpStatus for OrderError {
        fn status(&self) -> &'static ::status_core::Status {
            &__STATUSES[match self {
                OrderError::OrderNotFound { .. } => 0,
                OrderError::TooFast { .. } => 1,
                OrderError::Odd => 2,
                OrderError::Stock { 0: __field0, .. } => {
                    return ::status_core::HttpStatus::status(__field0);
                }
                OrderError::Upstream { code: __field0, .. } => {
                    return ::status_core::__private::dynamic(
                        ::status_core::__private::code_of(__field0),
                        400u16..=599u16,
                        502u16,
                        ::core::option::Option::None,
                    );
                }
            }]
        }
        ::status_core::__private::if_problem! {
            fn header_fields(& self, __sink : & mut ::status_core::problem::HeaderFields
            < '_ >) { match self { OrderError::TooFast { 0 : __field0, .. } => { __sink
            .append("Retry-After", __field0); } OrderError::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::header_fields(__field0, __sink), _ => {} } } fn
            members(& self, __sink : & mut ::status_core::problem::Members < '_ >) {
            match self { OrderError::OrderNotFound { id : __field0, .. } => { __sink
            .insert("id", __field0); } OrderError::Stock { 0 : __field0, .. } =>
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

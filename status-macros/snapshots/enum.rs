::status_core::__private::for_editors! {
    use
    ::status_core::__private::keys::of_enum::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::of_variant::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::rules::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::first_of_variant::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use ::status_core::__private::keys::of_enum:: { axum as _, type_base as _,
    members as _, }; use ::status_core::__private::keys::of_variant:: { members as _,
    header as _, reason as _, allow as _, transparent as _, dynamic as _, fallback as _,
    }; use ::status_core::__private::keys::rules:: { unregistered_code as _, };
}
const _: () = {
    static __ROWS: [::status_core::__private::Row; 3] = {
        use ::core::option::Option::{None, Some};
        use ::status_core::__private::Row;
        [
            Row {
                code: 404,
                name: "OrderNotFound",
                slug: "order-not-found",
                reason: "Not Found",
                documentation: "No order has this number.",
                title: "No order has this number.",
                type_uri: Some("https://shop.example/errors/order-not-found"),
                body: "{\"type\":\"https://shop.example/errors/order-not-found\",\"title\":\"No order has this number.\",\"status\":404,\"kind\":\"shop\"}",
                exposed: true,
                extras: Some(const {
                    use ::status_core::__private::UnknownJson as _;
                    &::status_core::__private::Extras {
                        has_detail: false,
                        grpc: None,
                        grpc_domain: None,
                        retry: None,
                        constants: &[("kind", "\"shop\"")],
                        members: &[
                            ::status_core::__private::FieldMember {
                                name: "id",
                                rust_type: "u64",
                                json_type: ::status_core::__private::JsonOf::<u64>::TYPE,
                                optional: ::status_core::__private::JsonOf::<u64>::OPTIONAL,
                            },
                        ],
                        header_fields: &[],
                    }
                }),
            },
            Row {
                code: 429,
                name: "TooFast",
                slug: "too-fast",
                reason: "Too Many Requests",
                documentation: "The caller sends orders faster than its plan allows.",
                title: "The caller sends orders faster than its plan allows.",
                type_uri: Some("https://shop.example/errors/too-fast"),
                body: "{\"type\":\"https://shop.example/errors/too-fast\",\"title\":\"The caller sends orders faster than its plan allows.\",\"status\":429,\"kind\":\"shop\"}",
                exposed: true,
                extras: Some(const {
                    use ::status_core::__private::UnknownJson as _;
                    &::status_core::__private::Extras {
                        has_detail: false,
                        grpc: None,
                        grpc_domain: None,
                        retry: None,
                        constants: &[("kind", "\"shop\"")],
                        members: &[],
                        header_fields: &[
                            ::status_core::describe::HeaderField::__of_field(
                                "Retry-After",
                                "Duration",
                                false,
                            ),
                        ],
                    }
                }),
            },
            Row {
                code: 599,
                name: "Odd",
                slug: "odd",
                reason: "Out Of Range",
                documentation: "Nobody knows this one.",
                title: "Nobody knows this one.",
                type_uri: Some("https://shop.example/errors/odd"),
                body: "{\"type\":\"https://shop.example/errors/odd\",\"title\":\"Nobody knows this one.\",\"status\":599,\"kind\":\"shop\"}",
                exposed: false,
                extras: Some(const {
                    use ::status_core::__private::UnknownJson as _;
                    &::status_core::__private::Extras {
                        has_detail: false,
                        grpc: None,
                        grpc_domain: None,
                        retry: None,
                        constants: &[("kind", "\"shop\"")],
                        members: &[],
                        header_fields: &[],
                    }
                }),
            },
        ]
    };
    static __STATUSES: [::status_core::Status; 3] = ::status_core::__private::statuses(
        &__ROWS,
    );
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
                        ::status_core::__private::code_of(
                            ::core::option::Option::Some(__field0),
                        ),
                        400..=599,
                        502,
                        &[401, 405, 407, 426],
                        ::core::option::Option::None,
                    );
                }
            }]
        }
        ::status_core::__private::if_problem! {
            fn header_fields(& self, __added : & mut ::status_core::problem::HeaderFields
            < '_ >) { match self { OrderError::TooFast { 0 : __field0, .. } => { __added
            .append("Retry-After", __field0); } OrderError::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::header_fields(__field0, __added), _ => {} } } fn
            members(& self, __added : & mut ::status_core::problem::Members < '_ >) {
            match self { OrderError::OrderNotFound { id : __field0, .. } => { __added
            .insert("id", __field0); } OrderError::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::members(__field0, __added), OrderError::Upstream {
            .. } => { __added.insert("kind", & "shop"); } _ => {} } } fn detail < '__a >
            (& '__a self, __status : & 'static ::status_core::Status, __message : & '__a
            dyn ::core::fmt::Display,) -> ::core::option::Option < & '__a dyn
            ::core::fmt::Display > { match self { OrderError::Stock { 0 : __field0, .. }
            => ::status_core::HttpStatus::detail(__field0, __status, __message), _ =>
            ::status_core::__private::exposed(__status, __message), } } fn body(& self)
            -> ::core::option::Option < ::status_core::problem::BodyFn > { match self {
            OrderError::Stock { 0 : __field0, .. } =>
            ::status_core::HttpStatus::body(__field0), _ => ::core::option::Option::None,
            } } fn source_error(& self,) -> ::core::option::Option < & (dyn
            ::core::error::Error + 'static) > { use ::status_core::__private::NoSource as
            _; ::status_core::__private::SourceOf(self).source_error() }
        }
    }
    static __TABLE: ::status_core::Table = {
        use ::status_core::__private::NoStatus as _;
        use ::status_core::__private::{Cycles, Unchecked as _};
        let () = Cycles::<OrderError>::CHECK;
        ::status_core::__private::TableParts {
            module: ::core::module_path!(),
            name: "OrderError",
            documentation: "Why an order fails.",
            type_base: ::core::option::Option::Some("https://shop.example/errors/"),
            statuses: &__STATUSES,
            delegates: &[
                ::status_core::__private::DelegateField::<StockError>::DELEGATE.table(),
            ],
        }
            .table()
    };
    static __CLASHES: [::core::option::Option<::status_core::__private::Clash>; 1] = {
        use ::status_core::__private::{clashes, count, slots};
        clashes::<{ slots(count(&__TABLE)) }, 1>(&__TABLE)
    };
    const _: () = ::status_core::__private::check_delegate(
        &__TABLE,
        0,
        400,
        599,
        &__CLASHES[0],
    );
};
::status_core::__private::axum! {
    impl [] for OrderError where []
}

::status_core::__private::for_editors! {
    use
    ::status_core::__private::keys::of_struct::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::rules::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::first_of_struct::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use ::status_core::__private::keys::of_struct:: { axum as _, };
}
const _: () = {
    static __ROWS: [::status_core::__private::Row; 1] = {
        use ::core::option::Option::{None, Some};
        use ::status_core::__private::Row;
        [
            Row {
                code: 500,
                name: "Failed",
                slug: "failed",
                reason: "Internal Server Error",
                documentation: "It failed.",
                title: "Internal Server Error",
                type_uri: None,
                body: "{\"title\":\"Internal Server Error\",\"status\":500}",
                exposed: false,
                extras: None,
            },
        ]
    };
    static __STATUSES: [::status_core::Status; 1] = ::status_core::__private::statuses(
        &__ROWS,
    );
    #[automatically_derived]
    impl<'a, E: Debug, const N: usize> ::status_core::HttpStatus for Failed<'a, E, { N }>
    where
        E: Send,
    {
        fn status(&self) -> &'static ::status_core::Status {
            &__STATUSES[match self {
                Failed { .. } => 0,
            }]
        }
        ::status_core::__private::if_problem! {
            fn source_error(& self,) -> ::core::option::Option < & (dyn
            ::core::error::Error + 'static) > { use ::status_core::__private::NoSource as
            _; ::status_core::__private::SourceOf(self).source_error() }
        }
    }
    static __TABLE: ::status_core::Table = ::status_core::__private::TableParts {
        module: ::core::module_path!(),
        name: "Failed",
        documentation: "It failed.",
        type_base: ::core::option::Option::None,
        statuses: &__STATUSES,
        delegates: &[],
    }
        .table();
    #[automatically_derived]
    impl<'a, E: Debug, const N: usize> ::status_core::StatusTable
    for Failed<'a, E, { N }>
    where
        E: Send,
    {
        const TABLE: &'static ::status_core::Table = &__TABLE;
    }
    #[automatically_derived]
    impl<
        'a,
        E: Debug,
        const N: usize,
        __Length,
    > ::status_core::__private::Acyclic<__Length> for Failed<'a, E, { N }>
    where
        E: Send,
    {}
};
::status_core::__private::axum! {
    impl ['a, E : Debug, const N : usize,] for Failed < 'a, E, { N } > where [E : Send,
    Failed < 'a, E, { N } > : ::status_core::problem::Occurrence,]
}
my_crate::respond! {
    impl ['a, E : Debug, const N : usize,] for Failed < 'a, E, { N } > where [E : Send,]
}

::status_core::__private::for_editors! {
    use
    ::status_core::__private::keys::of_struct::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::rules::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use
    ::status_core::__private::keys::first_of_struct::nothing_is_being_typed_in_this_attribute_of_the_type
    as _; use ::status_core::__private::keys::of_struct:: { transparent as _, };
}
const _: () = {
    static __STATUSES: [::status_core::Status; 0] = [];
    #[automatically_derived]
    impl ::status_core::HttpStatus for Failed {
        fn status(&self) -> &'static ::status_core::Status {
            match self {
                Failed { 0: __field0, .. } => {
                    return ::status_core::HttpStatus::status(__field0);
                }
            }
        }
        ::status_core::__private::if_problem! {
            fn header_fields(& self, __added : & mut ::status_core::problem::HeaderFields
            < '_ >) { match self { Failed { 0 : __field0, .. } =>
            ::status_core::HttpStatus::header_fields(__field0, __added), } } fn members(&
            self, __added : & mut ::status_core::problem::Members < '_ >) { match self {
            Failed { 0 : __field0, .. } => ::status_core::HttpStatus::members(__field0,
            __added), } } fn detail < '__a > (& '__a self, __status : & 'static
            ::status_core::Status, __message : & '__a dyn ::core::fmt::Display,) ->
            ::core::option::Option < & '__a dyn ::core::fmt::Display > { match self {
            Failed { 0 : __field0, .. } => ::status_core::HttpStatus::detail(__field0,
            __status, __message), } } fn body(& self) -> ::core::option::Option <
            ::status_core::problem::BodyFn > { match self { Failed { 0 : __field0, .. }
            => ::status_core::HttpStatus::body(__field0), } } fn source_error(& self,) ->
            ::core::option::Option < & (dyn ::core::error::Error + 'static) > { use
            ::status_core::__private::NoSource as _;
            ::status_core::__private::SourceOf(self).source_error() }
        }
    }
    static __TABLE: ::status_core::Table = {
        use ::status_core::__private::NoStatus as _;
        use ::status_core::__private::{Cycles, Unchecked as _};
        let () = Cycles::<Failed>::CHECK;
        ::status_core::__private::TableParts {
            module: ::core::module_path!(),
            name: "Failed",
            documentation: "",
            type_base: ::core::option::Option::None,
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
    #[automatically_derived]
    impl ::status_core::StatusTable for Failed {
        const TABLE: &'static ::status_core::Table = &__TABLE;
    }
    #[automatically_derived]
    impl<
        __Length,
    > ::status_core::__private::Acyclic<::status_core::__private::Next<__Length>>
    for Failed
    where
        StockError: ::status_core::__private::Acyclic<__Length>,
    {
        const CHECK: () = {
            let () = <StockError as ::status_core::__private::Acyclic<__Length>>::CHECK;
        };
    }
    #[automatically_derived]
    impl ::status_core::__private::Acyclic<::status_core::__private::End> for Failed {
        const CHECK: () = ::core::panic!(
            "the `transparent` variants of `Failed` form a cycle, or a chain of more than 32 types\nthe table of `Failed` would contain itself\nwrite `#[status(transparent, unlisted)]` on each of them, or `Self` for `Failed` itself"
        );
    }
};

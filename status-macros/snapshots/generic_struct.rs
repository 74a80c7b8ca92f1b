const _: () = {
    static __STATUSES: [::status_core::Status; 1usize] = {
        use ::status_core::__private::untyped as __untyped;
        [
            __untyped(
                500,
                false,
                "Failed failed",
                6,
                "Internal Server Error",
                "It failed.",
                "{\"title\":\"Internal Server Error\",\"status\":500}",
            ),
        ]
    };
    #[automatically_derived]
    impl<'a, E: Debug, const N: usize> ::status_core::HttpStatus for Failed<'a, E, N>
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
            ::core::error::Error + 'static) > { use ::status_core::__private::NoError as
            _; ::status_core::__private::Of(self).source_error() }
        }
    }
    static __TABLE: ::status_core::Table = ::status_core::__private::table(
        "Failed",
        "It failed.",
        &__STATUSES,
        &[],
    );
    #[automatically_derived]
    impl<'a, E: Debug, const N: usize> ::status_core::StatusTable for Failed<'a, E, N>
    where
        E: Send,
    {
        const TABLE: &'static ::status_core::Table = &__TABLE;
    }
};
::status_core::__private::axum! {
    impl ['a, E : Debug, const N : usize,] for Failed < 'a, E, N > where [E : Send,
    Failed < 'a, E, N > : ::status_core::problem::Occurrence,]
}
my_crate::respond! {
    impl ['a, E : Debug, const N : usize,] for Failed < 'a, E, N > where [E : Send,]
}

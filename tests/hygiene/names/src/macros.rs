//! Macros that shadow those that the generated code could use.

macro_rules! shadow {
    ($($name:ident)*) => {$(
        #[allow(unused_macros)] // They must not be called.
        macro_rules! $name {
            ($dollar:tt) => {
                ::std::compile_error!("the user's own macro was called")
            };
        }
    )*};
}
shadow! {
    __axum __if_problem __needs_problem assert axum compile_error concat debug_assert env format
    format_args if_problem include_str matches needs_problem panic stringify unreachable write
}

#[derive(::status_core::HttpStatus)]
#[status(axum, type_base = "https://shop.example/errors/")]
pub enum Enum {
    #[doc = ::std::concat!("It is ", "not there.")]
    #[status(404, header("Age" = id), members(id))]
    NotFound { id: u32 },
    #[status(transparent)]
    Table(Table),
}

impl ::std::fmt::Display for Enum {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str("an enum")
    }
}

::status_core::status_table! {
    /// A table.
    #[status(axum)]
    pub enum Table {
        #[doc = ::std::concat!("It is ", "gone.")]
        410 Gone,
    }
}

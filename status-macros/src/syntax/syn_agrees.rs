//! What is read of a type, held to what syn reads of it.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use syn::{DeriveInput, GenericParam};

use crate::error::as_written;

use super::{Attribute, Data, Fields, Item, Param};

fn text(tokens: impl ToTokens) -> String {
    as_written(&tokens)
}

fn names(attrs: &[Attribute], theirs: &[syn::Attribute]) {
    assert_eq!(attrs.len(), theirs.len());
    for (ours, theirs) in attrs.iter().zip(theirs) {
        assert_eq!(text(ours), text(theirs));
        assert_eq!(ours.is("doc"), theirs.path().is_ident("doc"));
        assert_eq!(ours.is("status"), theirs.path().is_ident("status"));
    }
}

fn fields(ours: &Fields, theirs: &syn::Fields) {
    assert_eq!(ours.is_unit, matches!(theirs, syn::Fields::Unit));
    assert_eq!(ours.all().len(), theirs.len());
    for ((ours, member), theirs) in ours.all().iter().zip(theirs.members()).zip(theirs) {
        assert_eq!(text(&ours.member), text(member));
        assert_eq!(text(&ours.ty), text(&theirs.ty));
    }
}

/// These tokens are a type to syn.
pub fn hold(tokens: TokenStream, theirs: &DeriveInput) {
    let ours = Item::parse(tokens).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(ours.ident, theirs.ident);
    names(&ours.attrs, &theirs.attrs);
    let (for_impl, for_type) = ours.generics.for_impl();
    let mut generics = theirs.generics.clone();
    // What an `impl` declares has none.
    for param in &mut generics.params {
        match param {
            GenericParam::Lifetime(param) => param.attrs.clear(),
            GenericParam::Type(param) => param.attrs.clear(),
            GenericParam::Const(param) => param.attrs.clear(),
        }
    }
    let (their_impl, their_type, _) = generics.split_for_impl();
    let is_lifetime = |param: &&Param| matches!(param, Param::Lifetime(..));
    let behind = ours.generics.params.iter().skip_while(is_lifetime);
    // syn puts lifetimes first, where rustc would have refused them.
    if behind.filter(is_lifetime).count() == 0 {
        // syn keeps a comma at the end.
        let text = |tokens: &dyn ToTokens| as_written(tokens).replace(",>", ">");
        assert_eq!(text(&for_impl), text(&their_impl));
        assert_eq!(text(&for_type), text(&their_type));
    }
    let clause = theirs.generics.where_clause.as_ref().map(|clause| {
        let predicates = &clause.predicates;
        let comma = (!predicates.empty_or_trailing()).then(|| quote!(,));
        quote!(#predicates #comma)
    });
    assert_eq!(text(&ours.generics.predicates), text(clause));
    match (&ours.data, &theirs.data) {
        (Data::Enum(variants), syn::Data::Enum(theirs)) => {
            assert_eq!(variants.len(), theirs.variants.len());
            for (ours, theirs) in variants.iter().zip(&theirs.variants) {
                assert_eq!(ours.ident, theirs.ident);
                names(&ours.attrs, &theirs.attrs);
                fields(&ours.fields, &theirs.fields);
            }
        }
        (Data::Struct(ours), syn::Data::Struct(theirs)) => fields(ours, &theirs.fields),
        (Data::Union(_), syn::Data::Union(_)) => {}
        _ => panic!("another kind of type"),
    }
}

#[test]
fn types_of_all_kinds() {
    for source in [
        "enum E { A = 1, B(u8) = 1 << 2, C { c: u8 } = f::<1, 2>(), D }",
        "enum E { A = <Pair<u8, u16> as Sized>::SIZE as isize, B = 3 > 2 as isize, C = -1, D = [1, 2].len() }",
        "enum E { A = (1 < 2) as isize, B = X < Y, C, D = 2 as Wide<u8, u8>, E = 2 as a::Wide<u8, u8>, F }",
        "enum E { A = <X as Tr>::N << 1, B = !0 & <X<u8, u8> as Y>::Z << 1, C = 8 as isize >> 1 << 2, D }",
        "enum E { A = x as B<u8, u8> << 1, B = 1 as (isize) << 2, C = f::<fn() -> u8, 2>(), D = m!(1, 2)?, E }",
        "enum E { A = match <P<u8, u16> as T>::N { _ => 1 }, B = if <P<u8, u16> as T>::OK { 1 } else { 2 }, C }",
        "enum E { A = p as *const Wide<u8, u8> as isize, B = &'a' as &'static dyn Wide<u8, u8> as isize, C = a <= b, D }",
        "struct S<T> where m! { T }: Copy { a: T }",
        "pub(in crate::a) struct S { pub(crate) a: (u8, u8), pub b: Vec<Option<u8>>, r#type: &'static str }",
        "pub struct S(pub (u8, u16), pub(super) u8, #[from] fn(u8, u16) -> Result<u8, u16>);",
        "struct S(pub (crate::A), pub crate::B, pub(self) C);",
        "struct S<'a: 'b, 'b, T: Fn(&'a T) -> Vec<T> + 'a = Box<dyn Fn() -> Vec<u8>>, const N: usize = { 1 > 0 }>
            (&'a [T; N]) where T: Iterator<Item = Vec<u8>>, for<'c> &'c T: Into<u8>, [u8; { N }]: Sized,;",
        "struct S<T> where T: Copy { t: T }",
        "struct S<T>(T) where T: Copy, Vec<T>: Send;",
        "struct S<T,>(T) where;",
        "enum E<T: ?Sized> where Box<T>: Send { A(Box<T>) }",
        "struct S<#[cfg(any())] T>();",
        "struct S {}",
        "struct S;",
        "enum E {}",
        "union U { a: u8, b: u16 }",
        r#"#[doc = "a\nb"] #[doc = r"c"] #[::a::b(c)] #[status[404]] #[x = concat!("a", "b")] #[y = 1] struct S;"#,
        "enum E { #[a] #[status(404)] A(#[from] #[source] io::Error), }",
        "struct S<T: for<'a> Deserialize<'a>>(impl_::Type<T, { 1 }, -1>, *const T, [T], !, dyn A + B);",
        "struct S(<Vec<u8> as IntoIterator>::Item, A<B = C<D>>, A<B<C<D>>>, Vec::<u8>);",
    ] {
        let tokens: TokenStream = source.parse().unwrap();
        let theirs = syn::parse2(tokens.clone()).unwrap_or_else(|error| panic!("{error}: {source}"));
        println!("{source}");
        hold(tokens, &theirs);
    }
}

#[test]
fn a_fragment_that_is_empty_is_nothing() {
    let nothing = Group::new(Delimiter::None, TokenStream::new());
    let tokens = quote!(#nothing enum E { #[status #nothing] #nothing A(#nothing u8), B });
    let theirs = syn::parse2(tokens.clone()).unwrap();
    hold(tokens, &theirs);
}

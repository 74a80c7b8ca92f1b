//! Model to tokens. It cannot fail: the rules have seen to that.
//!
//! The tokens cite `::status_core` and `::core` alone, so that they hold wherever they stand, and
//! hold no `#[cfg]`: that would be evaluated in the user's crate.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{GenericArgument, Generics, Member, PathArguments, Type};

use crate::ast::{Code, Delegate, HeaderValue, Input, Integration, Kind, Source, Variant};
use crate::registry::{self, Registered};
use crate::{status, table};

pub fn expand(input: &Input) -> TokenStream {
    match input.kind {
        Kind::Enum | Kind::Struct => derived(input),
        Kind::Table(item) => table(input, item),
    }
}

/// Where status-core is.
pub fn krate(input: &Input) -> TokenStream {
    match &input.attrs.krate {
        Some(path) => path.to_token_stream(),
        None => quote!(::status_core),
    }
}

/// Naming a deprecated type or row is the user's own affair, and not for us to warn of.
pub fn allow_deprecated(input: &Input) -> Option<TokenStream> {
    input.deprecated.then(|| quote!(#[allow(deprecated)]))
}

fn derived(input: &Input) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    let bounds = bounds(input);
    let rows: Vec<_> = input.variants.iter().filter(|variant| variant.code().is_some()).collect();
    let count = rows.len();
    let statuses = rows.iter().map(|variant| row(input, variant));
    let mut next = 0..count;
    let arms = input.variants.iter().map(|variant| status_arm(input, variant, &mut next));
    let body = match_self(input, arms);
    let occurrence = occurrence(input);
    let table = listed(input).then(|| {
        let delegates = input.variants.iter().filter_map(|variant| listed_delegate(input, variant));
        let delegates: Vec<_> = delegates.collect();
        let tables = delegates.iter().map(|delegate| {
            let ty = for_ever(delegate.ty.to_token_stream(), input.generics);
            let span = inner(delegate.ty.span());
            quote_spanned!(span=> <#ty as #krate::StatusTable>::TABLE)
        });
        let checks = checks(input, &delegates);
        let table = table_of(input, &quote!([#(#tables),*]));
        quote! {
            static __TABLE: #krate::Table = #table;

            #[automatically_derived]
            impl #impl_generics #krate::StatusTable for #ident #ty_generics #bounds {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            #checks
        }
    });
    let integrations = integrations(input);
    let allow = allow_deprecated(input);
    quote! {
        #allow
        const _: () = {
            static __STATUSES: [#krate::Status; #count] = [#(#statuses),*];

            #[automatically_derived]
            impl #impl_generics #krate::HttpStatus for #ident #ty_generics #bounds {
                fn status(&self) -> &'static #krate::Status {
                    #body
                }

                #occurrence
            }

            #table
        };

        #integrations
    }
}

/// The field whose table the type's own one hands over to.
fn listed_delegate<'a>(input: &Input, variant: &'a Variant) -> Option<&'a Delegate<'a>> {
    match &variant.source {
        Source::Transparent(delegate) => Some(delegate).filter(|it| !is_own(it.ty, input.ident)),
        _ => None,
    }
}

/// What only the compiler can check, since it takes the tables of other types: an item each, so that
/// `cargo check` evaluates it, at the field whose type is held to the rules.
fn checks(input: &Input, delegates: &[&Delegate]) -> TokenStream {
    let (start, end) = input.range();
    let checks = delegates.iter().enumerate().map(|(index, delegate)| {
        let span = inner(delegate.ty.span());
        let krate = krate_at(input, span);
        quote_spanned! {span=>
            const _: () = #krate::__private::hold_delegate(&__TABLE, #index, #start, #end);
        }
    });
    checks.collect()
}

/// Whether all statuses of the type are known, so that it has a table.
fn listed(input: &Input) -> bool {
    input.variants.iter().all(|variant| match &variant.source {
        Source::Transparent(delegate) => !delegate.unlisted,
        Source::Dynamic(_) => false,
        Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => true,
    })
}

/// Whether a field holds the type that it is a field of, behind a pointer. What it adds to the table
/// is there already, and a `static` must not be made from itself.
fn is_own(ty: &Type, ident: &Ident) -> bool {
    match ty {
        Type::Reference(reference) => is_own(&reference.elem, ident),
        Type::Path(path) => match path.path.segments.last() {
            Some(last) if last.ident == "Box" || last.ident == "Arc" => match &last.arguments {
                PathArguments::AngleBracketed(of) => match of.args.first() {
                    Some(GenericArgument::Type(inner)) => is_own(inner, ident),
                    _ => false,
                },
                _ => false,
            },
            Some(last) => last.ident == *ident || last.ident == "Self",
            None => false,
        },
        _ => false,
    }
}

/// A field's type with `'static` for the lifetimes of the type that has it: a table is a `static`,
/// and the same for all of them.
fn for_ever(ty: TokenStream, generics: &Generics) -> TokenStream {
    let mut is_lifetime = false;
    let tokens = ty.into_iter().map(|token| {
        let token = match token {
            TokenTree::Ident(name)
                if is_lifetime && generics.lifetimes().any(|l| l.lifetime.ident == name) =>
            {
                TokenTree::Ident(Ident::new("static", name.span()))
            }
            TokenTree::Group(group) => {
                let stream = for_ever(group.stream(), generics);
                let mut same = Group::new(group.delimiter(), stream);
                same.set_span(group.span());
                TokenTree::Group(same)
            }
            token => token,
        };
        is_lifetime = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        token
    });
    tokens.collect()
}

/// `delegates` is an array of tables.
pub fn table_of(input: &Input, delegates: &TokenStream) -> TokenStream {
    let krate = krate(input);
    let name = input.ident.unraw().to_string();
    let documentation = input.documentation.to_expr();
    quote!(#krate::__private::table(#name, #documentation, &__STATUSES, &#delegates))
}

/// One status, as the expression that makes it.
fn row(input: &Input, variant: &Variant) -> TokenStream {
    let krate = krate(input);
    let code = variant.code().map_or(0, |code| code.value);
    let name = variant.ident.unraw().to_string();
    let reason = status::reason(variant);
    let documentation = variant.documentation.to_expr();
    let title = status::title(input, variant);
    let slug = status::slug(variant);
    let type_uri = option(status::type_uri(input, variant));
    let body = status::body(input, variant, code);
    let exposed = status::exposed(input, variant);
    let span = variant.code().map_or_else(Span::call_site, Code::name_span);
    let facts = facts(input, code, span);
    quote! {
        #krate::__private::status(#krate::__private::Row {
            code: #code,
            name: #name,
            reason: #reason,
            documentation: #documentation,
            title: #title,
            slug: #slug,
            type_uri: #type_uri,
            body: #body,
            exposed: #exposed,
            facts: #facts,
        })
    }
}

fn option<T: ToTokens>(value: Option<T>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

/// What the registry and the RFCs say of a code. A derived type's row takes it from the canonical
/// table; a table's row has it written out, since the canonical ones are made so.
fn facts(input: &Input, code: u16, span: Span) -> TokenStream {
    let krate = krate(input);
    let entry = registry::by_code(code);
    if let (Kind::Enum | Kind::Struct, Some(entry)) = (input.kind, entry) {
        if !entry.phrase.is_empty() {
            let class = class(code);
            // At the user's own token: to an editor, `NOT_FOUND` is the canonical row.
            let name = Ident::new(&entry.variant_name(), span);
            return quote!(#krate::__private::facts(#krate::#class::#name.status()));
        }
    }
    let unassigned = Registered::unassigned(code);
    let entry = entry.unwrap_or(&unassigned);
    let registration = format_ident!("{}", entry.registration.name());
    let spec = option((!entry.spec.is_empty()).then_some(entry.spec));
    let Registered { cacheable, storable, content, temporary, required_headers, .. } = entry;
    quote! {
        &#krate::__private::Facts {
            registration: #krate::Registration::#registration,
            spec: #spec,
            cacheable: #cacheable,
            storable: #storable,
            content: #content,
            temporary: #temporary,
            required_headers: &[#(#required_headers),*],
        }
    }
}

/// The canonical table of a code's class.
fn class(code: u16) -> Ident {
    let name = match code / 100 {
        1 => "Informational",
        2 => "Success",
        3 => "Redirection",
        4 => "ClientError",
        _ => "ServerError",
    };
    Ident::new(name, Span::call_site())
}

/// `match self { … }`, which for a type without variants needs the place and not the reference.
fn match_self(input: &Input, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    if input.variants.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #(#arms)* })
    }
}

/// The name that a field is bound to: of mixed site, so that no binding of the user's can be it, and
/// located at the user's token, so that an error about it points there.
fn binding(index: usize, at: Span) -> Ident {
    Ident::new(&format!("__field{index}"), inner(at))
}

/// A span of ours that is located at the user's token. A call and its arguments need the same kind
/// of span, or an error about an argument points at the whole derive.
fn inner(at: Span) -> Span {
    Span::mixed_site().located_at(at)
}

/// The path to status-core, located at the user's token.
fn krate_at(input: &Input, at: Span) -> TokenStream {
    // A call that is ours in any of its tokens is reported at the whole derive.
    let Some(path) = &input.attrs.krate else { return quote_spanned!(at=> ::status_core) };
    let krate = path.to_token_stream().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(at));
        token
    });
    krate.collect()
}

/// A pattern for the variant that binds the fields `members`, in their order.
fn pattern<'a>(
    input: &Input,
    variant: &Variant,
    members: impl Iterator<Item = &'a Member>,
) -> TokenStream {
    let name = match input.kind {
        Kind::Struct => quote!(Self),
        Kind::Enum | Kind::Table(_) => {
            let ident = variant.ident;
            quote!(Self::#ident)
        }
    };
    let fields = members.enumerate().map(|(index, member)| {
        let binding = binding(index, member.span());
        quote!(#member: #binding,)
    });
    quote!(#name { #(#fields)* .. })
}

fn status_arm(
    input: &Input,
    variant: &Variant,
    next: &mut impl Iterator<Item = usize>,
) -> TokenStream {
    match &variant.source {
        Source::Transparent(delegate) => {
            let pattern = pattern(input, variant, [&delegate.member].into_iter());
            let span = inner(delegate.ty.span());
            let krate = krate_at(input, span);
            let field = binding(0, span);
            let status = quote_spanned!(span=> #krate::HttpStatus::status(#field));
            quote!(#pattern => #status,)
        }
        Source::Dynamic(dynamic) => {
            let pattern = pattern(input, variant, [&dynamic.member].into_iter());
            let (start, end) = input.range();
            let fallback = dynamic.fallback.value;
            let exposure = option(variant.attrs.exposure.as_ref().map(|exposure| exposure.exposed));
            let span = inner(dynamic.member.span());
            let field = binding(0, span);
            let here = krate_at(input, span);
            let code = quote_spanned!(span=> #here::__private::code_of(#field));
            let krate = krate(input);
            quote! {
                #pattern => #krate::__private::dynamic(#code, #start..=#end, #fallback, #exposure),
            }
        }
        Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => {
            let pattern = pattern(input, variant, [].into_iter());
            let index = next.next();
            quote!(#pattern => &__STATUSES[#index],)
        }
    }
}

/// The two methods that say what one occurrence adds. They exist under status-core's feature
/// `problem` alone, which its macro `if_problem` knows.
fn occurrence(input: &Input) -> TokenStream {
    let krate = krate(input);
    let sink = Ident::new("__sink", Span::mixed_site());
    let fields = method(input, "header_fields", &sink, |variant| {
        let values = variant.attrs.headers.iter().filter_map(|header| match &header.value {
            HeaderValue::Field(member) => Some(member),
            HeaderValue::Literal(_) => None,
        });
        let pattern = pattern(input, variant, values);
        let mut bound = 0..;
        let calls = variant.attrs.headers.iter().map(|header| {
            let name = &header.name;
            match &header.value {
                HeaderValue::Literal(value) => quote!(#sink.append(#name, #value);),
                HeaderValue::Field(member) => {
                    let field = binding(bound.next().unwrap_or_default(), member.span());
                    quote_spanned!(inner(member.span())=> #sink.append(#name, #field);)
                }
            }
        });
        let calls: TokenStream = calls.collect();
        (!calls.is_empty()).then(|| quote!(#pattern => { #calls }))
    });
    let members = method(input, "members", &sink, |variant| {
        let named: Vec<Member> = variant.attrs.members.iter().cloned().map(Member::Named).collect();
        let pattern = pattern(input, variant, named.iter());
        let calls = variant.attrs.members.iter().enumerate().map(|(index, member)| {
            let name = member.unraw().to_string();
            let field = binding(index, member.span());
            quote_spanned!(inner(member.span())=> #sink.insert(#name, #field);)
        });
        let calls: TokenStream = calls.collect();
        (!calls.is_empty()).then(|| quote!(#pattern => { #calls }))
    });
    if fields.is_empty() && members.is_empty() {
        return TokenStream::new();
    }
    quote!(#krate::__private::if_problem! { #fields #members })
}

/// One of the two methods, or nothing where no variant has anything for it.
fn method(
    input: &Input,
    name: &str,
    sink: &Ident,
    arm: impl Fn(&Variant) -> Option<TokenStream>,
) -> TokenStream {
    let krate = krate(input);
    let method = Ident::new(name, Span::call_site());
    let ty =
        Ident::new(if name == "members" { "Members" } else { "HeaderFields" }, Span::call_site());
    let mut arms: Vec<TokenStream> = Vec::new();
    for variant in &input.variants {
        if let Source::Transparent(delegate) = &variant.source {
            let pattern = pattern(input, variant, [&delegate.member].into_iter());
            let span = inner(delegate.ty.span());
            let krate = krate_at(input, span);
            let field = binding(0, span);
            // The same tokens as in `status_arm`: one type without a status is one error.
            let (method, sink) = (Ident::new(name, span), Ident::new(&sink.to_string(), span));
            let call = quote_spanned!(span=> #krate::HttpStatus::#method(#field, #sink));
            arms.push(quote!(#pattern => #call,));
        } else {
            arms.extend(arm(variant));
        }
    }
    if arms.is_empty() {
        return TokenStream::new();
    }
    if arms.len() < input.variants.len() {
        arms.push(quote!(_ => {}));
    }
    quote! {
        fn #method(&self, #sink: &mut #krate::problem::#ty<'_>) {
            match self { #(#arms)* }
        }
    }
}

/// The user's `where` clause, and what the fields that we use must be able to do where their type is
/// generic.
pub fn bounds(input: &Input) -> TokenStream {
    let predicates = predicates(input);
    if predicates.is_empty() { TokenStream::new() } else { quote!(where #predicates) }
}

fn predicates(input: &Input) -> TokenStream {
    let krate = krate(input);
    let own = input.generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let mut predicates = quote!(#(#own,)*);
    if input.generics.type_params().next().is_none() {
        return predicates;
    }
    for variant in &input.variants {
        let mut needs = Vec::new();
        match &variant.source {
            Source::Transparent(delegate) => needs.push((delegate.ty, quote!(#krate::HttpStatus))),
            Source::Dynamic(dynamic) => {
                needs.push((dynamic.ty, quote!(#krate::__private::DynamicCode)));
            }
            Source::Code(_) | Source::Missing | Source::BadCode | Source::Broken => {}
        }
        for header in &variant.attrs.headers {
            if let HeaderValue::Field(member) = &header.value {
                let ty = variant.field(member);
                needs.extend(ty.map(|ty| (ty, quote!(#krate::__private::FieldValue))));
            }
        }
        for member in &variant.attrs.members {
            let ty = variant.field(&Member::Named(member.clone()));
            needs.extend(ty.map(|ty| (ty, quote!(#krate::__private::Member))));
        }
        let generic = needs.iter().filter(|(ty, _)| mentions(ty, input.generics));
        predicates.extend(generic.map(|(ty, bound)| quote!(#ty: #bound,)));
    }
    predicates
}

/// Whether a type has one of the type's own parameters in it.
pub fn mentions(ty: &impl ToTokens, generics: &Generics) -> bool {
    ty.to_token_stream().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => {
            generics.type_params().any(|param| param.ident == ident)
                || generics.const_params().any(|param| param.ident == ident)
        }
        TokenTree::Group(group) => mentions(&group.stream(), generics),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// A macro call for each integration, at the user's own tokens: where one is missing, or its feature
/// is off, the error points there.
pub fn integrations(input: &Input) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let (impl_generics, ty_generics, _) = input.generics.split_for_impl();
    // Without their angle brackets, so that a framework's lifetimes can go before them.
    let params: Vec<TokenTree> = impl_generics.to_token_stream().into_iter().collect();
    let params: TokenStream = match params.as_slice() {
        [_, params @ .., _] => params.iter().cloned().collect(),
        _ => TokenStream::new(),
    };
    let predicates = predicates(input);
    let subject = quote!(impl[#params] for #ident #ty_generics where[#predicates]);
    // Whether a generic type can become a response depends on what it stands for. One that is not
    // generic is asked where it is used, for a bound that never holds has an error of its own.
    let generic = input.generics.type_params().next().is_some();
    let occurrence = generic.then(|| quote!(Self: #krate::problem::Occurrence,));
    let responding = quote!(impl[#params] for #ident #ty_generics where[#predicates #occurrence]);
    let named = input.attrs.integrations.iter().any(|i| matches!(i, Integration::Named(_)));
    let calls = input.attrs.integrations.iter().map(|integration| match integration {
        Integration::Named(name) => {
            let krate = krate_at(input, name.span());
            quote_spanned!(name.span()=> #krate::__private::#name! { #responding })
        }
        Integration::Macro(path) => quote!(#path! { #subject }),
    });
    let feature = needs_problem(input).filter(|_| !named);
    let calls = quote!(#(#calls)*);
    let calls = match allow_deprecated(input) {
        Some(allow) => quote!(#allow const _: () = { #calls };),
        None => calls,
    };
    quote!(#feature #calls)
}

/// The check that the feature which `header` and `members` need is there. A named integration brings
/// it along, and says so itself where its own feature is off.
fn needs_problem(input: &Input) -> Option<TokenStream> {
    let (key, span) = input.variants.iter().find_map(|variant| {
        let header = variant.attrs.headers.first().map(|header| ("header", header.key.span()));
        let member = variant.attrs.members.first().map(|member| ("members", member.span()));
        header.or(member)
    })?;
    let krate = krate_at(input, span);
    Some(quote_spanned!(span=> #krate::__private::needs_problem! { #key }))
}

fn table(input: &Input, item: &table::Item) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let statuses = input.variants.iter().map(|variant| row(input, variant));
    let count = input.variants.len();
    let names: Vec<_> = input.variants.iter().map(|variant| variant.ident).collect();
    let codes: Vec<_> =
        input.variants.iter().map(|variant| variant.code().map_or(0, |code| code.value)).collect();
    let indices = 0..count;
    let reasons: Vec<String> = input.variants.iter().map(status::reason).collect();
    let former = input.variants.iter().map(|variant| {
        let entry = variant.code().and_then(|code| registry::by_code(code.value));
        let former = entry.map_or(&[][..], |entry| entry.former);
        let free = former.iter().filter(|phrase| !reasons.iter().any(|reason| reason == **phrase));
        quote!(#(| #free)*)
    });
    let table = table_of(input, &quote!([]));
    let parts = TableParts {
        discriminants: Some(codes.clone()),
        names: names.clone(),
        statuses: quote! {
            static __STATUSES: [#krate::Status; #count] = [#(#statuses),*];
            static __TABLE: #krate::Table = #table;
        },
        from_code: quote! {
            match code {
                #(#codes => ::core::option::Option::Some(Self::#names),)*
                _ => ::core::option::Option::None,
            }
        },
        status: quote!(match self { #(Self::#names => &__STATUSES[#indices],)* }),
        from_reason: quote! {
            match reason {
                #(#reasons #former => ::core::option::Option::Some(#ident::#names),)*
                _ => ::core::option::Option::None,
            }
        },
    };
    table_item(input, item, &parts)
}

/// What differs between a sound table and one that has errors.
pub struct TableParts<'a> {
    pub names: Vec<&'a Ident>,
    pub discriminants: Option<Vec<u16>>,
    /// The statics `__STATUSES` and `__TABLE`.
    pub statuses: TokenStream,
    pub from_code: TokenStream,
    pub status: TokenStream,
    pub from_reason: TokenStream,
}

/// The enum, and all that it can do.
pub fn table_item(input: &Input, item: &table::Item, parts: &TableParts) -> TokenStream {
    let krate = krate(input);
    let ident = input.ident;
    let definition = definition(input, item, parts);
    let TableParts { names, statuses, from_code, status, from_reason, .. } = parts;
    let (all_doc, from_code_doc) = (
        format!("Every row of `{ident}`, in the order of its declaration."),
        format!("The row with this code, or `None` where `{ident}` has none."),
    );
    let integrations = integrations(input);
    let allow = allow_deprecated(input);
    quote! {
        #definition

        #allow
        const _: () = {
            #statuses

            // A user need not call all of these.
            #[allow(dead_code)]
            impl #ident {
                #[doc = #all_doc]
                pub const ALL: &'static [Self] = &[#(Self::#names),*];

                #[doc = #from_code_doc]
                #[must_use]
                pub const fn from_code(code: u16) -> ::core::option::Option<Self> {
                    #from_code
                }

                /// The status code (RFC 9110 §15).
                #[must_use]
                pub const fn code(self) -> u16 {
                    self as u16
                }

                /// The reason phrase (RFC 9112 §4).
                #[must_use]
                pub const fn reason(self) -> &'static str {
                    self.status().reason()
                }

                /// What the status means: the doc comment of its row.
                #[must_use]
                pub const fn documentation(self) -> &'static str {
                    self.status().documentation()
                }

                /// All that is known of the status.
                #[must_use]
                pub const fn status(self) -> &'static #krate::Status {
                    #status
                }
            }

            /// The row with this reason, or with this former phrase of its code.
            fn __from_reason(reason: &str) -> ::core::option::Option<#ident> {
                #from_reason
            }

            #[automatically_derived]
            impl #krate::HttpStatus for #ident {
                fn status(&self) -> &'static #krate::Status {
                    Self::status(*self)
                }
            }

            #[automatically_derived]
            impl #krate::StatusTable for #ident {
                const TABLE: &'static #krate::Table = &__TABLE;
            }

            /// The code and the reason: "503 Service Unavailable".
            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Display::fmt(Self::status(*self), f)
                }
            }

            #[automatically_derived]
            impl ::core::error::Error for #ident {}

            #[automatically_derived]
            impl ::core::convert::TryFrom<u16> for #ident {
                type Error = #krate::InvalidStatus;

                fn try_from(code: u16) -> ::core::result::Result<Self, #krate::InvalidStatus> {
                    #krate::__private::try_from_code(Self::from_code(code), code, &__TABLE)
                }
            }

            /// From the code, the reason, or both: "503", "Service Unavailable" and
            /// "503 Service Unavailable". Former phrases of registered codes are understood.
            #[automatically_derived]
            impl ::core::str::FromStr for #ident {
                type Err = #krate::InvalidStatus;

                fn from_str(text: &str) -> ::core::result::Result<Self, #krate::InvalidStatus> {
                    #krate::__private::parse(text, Self::from_code, __from_reason, &__TABLE)
                }
            }

            #[automatically_derived]
            impl ::core::convert::From<#ident> for u16 {
                fn from(status: #ident) -> Self {
                    status.code()
                }
            }
        };

        #integrations
    }
}

/// The enum itself, with the user's attributes and visibility.
fn definition(input: &Input, item: &table::Item, parts: &TableParts) -> TokenStream {
    let ident = input.ident;
    let vis = &item.vis;
    let attrs = item.attrs.iter().filter(|attr| !attr.path().is_ident("status"));
    let derives = derives(item);
    let repr = (!parts.names.is_empty()).then(|| quote!(#[repr(u16)]));
    let rows = parts.names.iter().enumerate().map(|(index, name)| {
        // The names are those of the rows, less the ones given twice.
        let row = item.rows.iter().find(|row| row.ident == **name);
        let attrs = row.into_iter().flat_map(|row| &row.attrs);
        let attrs = attrs.filter(|attr| !attr.path().is_ident("status"));
        let code = parts.discriminants.as_ref().and_then(|codes| codes.get(index));
        let heading = code.map(|code| {
            let variant = &input.variants[index];
            let heading = heading(*code, &status::reason(variant));
            quote!(#[doc = #heading] #[doc = ""])
        });
        let code = code.map(|code| quote!(= #code));
        quote!(#heading #(#attrs)* #name #code)
    });
    quote! {
        #(#attrs)*
        #derives
        #repr
        #vis enum #ident {
            #(#rows,)*
        }
    }
}

/// The first line of a row's page: what the registry and the RFCs say of its code.
///
/// "**405 Method Not Allowed** · RFC 9110 §15.5.6 · needs `Allow` · cacheable by default"
fn heading(code: u16, reason: &str) -> String {
    let mut parts = vec![format!(" **{code} {reason}**")];
    if let Some(entry) = registry::by_code(code) {
        parts.push(entry.spec.to_owned());
        parts.extend(entry.required_headers.iter().map(|name| format!("needs `{name}`")));
        parts.extend(entry.cacheable.then(|| "cacheable by default".to_owned()));
        parts.extend((!entry.storable && code >= 200).then(|| "must not be stored".to_owned()));
    }
    parts.join(" · ")
}

/// The traits of a plain value, less those that the user derives.
fn derives(item: &table::Item) -> TokenStream {
    let mut given = Vec::new();
    for attr in item.attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
        // What is no list of paths is the compiler's to tell.
        let _ = attr.parse_nested_meta(|meta| {
            given.extend(meta.path.segments.last().map(|last| last.ident.to_string()));
            Ok(())
        });
    }
    let ours = [
        ("Clone", quote!(::core::clone::Clone)),
        ("Copy", quote!(::core::marker::Copy)),
        ("Debug", quote!(::core::fmt::Debug)),
        ("PartialEq", quote!(::core::cmp::PartialEq)),
        ("Eq", quote!(::core::cmp::Eq)),
        ("PartialOrd", quote!(::core::cmp::PartialOrd)),
        ("Ord", quote!(::core::cmp::Ord)),
        ("Hash", quote!(::core::hash::Hash)),
    ];
    let added = ours.iter().filter(|(name, _)| !given.iter().any(|given| given == name));
    let added = added.map(|(_, path)| path);
    quote!(#[derive(#(#added),*)])
}

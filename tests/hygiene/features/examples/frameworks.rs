//! Each type needs a different feature.

use status_core::status_table;

status_table! {
    /// Needs the feature `actix_web`.
    #[status(crate = status_core, actix_web)]
    enum ActixWeb {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `http`.
    #[status(crate = status_core, http)]
    enum Http {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `problem`.
    #[status(crate = status_core, serde)]
    enum Serde {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `poem`.
    #[status(crate = status_core, poem)]
    enum Poem {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `rocket`.
    #[status(crate = status_core, rocket)]
    enum Rocket {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `salvo`.
    #[status(crate = status_core, salvo)]
    enum Salvo {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `tonic`.
    #[status(crate = status_core, tonic)]
    enum Tonic {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `warp`.
    #[status(crate = status_core, warp)]
    enum Warp {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `aide`.
    #[status(crate = status_core, aide)]
    enum Aide {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `poem_openapi`.
    #[status(crate = status_core, poem_openapi)]
    enum PoemOpenapi {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `salvo_oapi`.
    #[status(crate = status_core, salvo_oapi)]
    enum SalvoOapi {
        /// It is not there.
        404 NotFound,
    }
}

status_table! {
    /// Needs the feature `utoipa`.
    #[status(crate = status_core, utoipa)]
    enum Utoipa {
        /// It is not there.
        404 NotFound,
    }
}

fn main() {
    let rows = [
        ActixWeb::NotFound.code(),
        Aide::NotFound.code(),
        Http::NotFound.code(),
        Poem::NotFound.code(),
        PoemOpenapi::NotFound.code(),
        Rocket::NotFound.code(),
        Salvo::NotFound.code(),
        SalvoOapi::NotFound.code(),
        Tonic::NotFound.code(),
        Utoipa::NotFound.code(),
        Warp::NotFound.code(),
    ];
    println!("{rows:?}");
}

use status_core::{HttpStatus, Status, StatusTable, status_table};

/// One mistake in one variant, one in one row, and fifty uses of the two types: two errors.
#[derive(Debug, thiserror::Error, HttpStatus)]
#[status(axum)]
enum Error {
    /// It failed.
    #[error("fine")]
    #[status(404)]
    Fine,
    /// It has no status.
    #[error("missing")]
    Missing,
}

status_table! {
    /// What our edge answers.
    enum Edge: 5xx {
        /// It failed.
        502 BadGateway,
        /// It failed.
        504 ServiceUnavailable,
    }
}

fn use_00() -> u16 {
    Error::Missing.status().code()
}

fn use_01() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_02() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_03() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_04() -> u16 {
    Edge::BadGateway as u16
}

fn use_05() -> u16 {
    Error::Missing.status().code()
}

fn use_06() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_07() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_08() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_09() -> u16 {
    Edge::BadGateway as u16
}

fn use_10() -> u16 {
    Error::Missing.status().code()
}

fn use_11() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_12() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_13() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_14() -> u16 {
    Edge::BadGateway as u16
}

fn use_15() -> u16 {
    Error::Missing.status().code()
}

fn use_16() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_17() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_18() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_19() -> u16 {
    Edge::BadGateway as u16
}

fn use_20() -> u16 {
    Error::Missing.status().code()
}

fn use_21() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_22() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_23() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_24() -> u16 {
    Edge::BadGateway as u16
}

fn use_25() -> u16 {
    Error::Missing.status().code()
}

fn use_26() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_27() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_28() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_29() -> u16 {
    Edge::BadGateway as u16
}

fn use_30() -> u16 {
    Error::Missing.status().code()
}

fn use_31() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_32() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_33() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_34() -> u16 {
    Edge::BadGateway as u16
}

fn use_35() -> u16 {
    Error::Missing.status().code()
}

fn use_36() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_37() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_38() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_39() -> u16 {
    Edge::BadGateway as u16
}

fn use_40() -> u16 {
    Error::Missing.status().code()
}

fn use_41() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_42() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_43() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_44() -> u16 {
    Edge::BadGateway as u16
}

fn use_45() -> u16 {
    Error::Missing.status().code()
}

fn use_46() -> u16 {
    HttpStatus::code(&Error::Fine)
}

fn use_47() -> u16 {
    Error::TABLE.iter().map(Status::code).sum()
}

fn use_48() -> u16 {
    Edge::from_code(503).map_or(0, Edge::code)
}

fn use_49() -> u16 {
    Edge::BadGateway as u16
}

fn main() {
    let uses = [
        use_00(),
        use_01(),
        use_02(),
        use_03(),
        use_04(),
        use_05(),
        use_06(),
        use_07(),
        use_08(),
        use_09(),
        use_10(),
        use_11(),
        use_12(),
        use_13(),
        use_14(),
        use_15(),
        use_16(),
        use_17(),
        use_18(),
        use_19(),
        use_20(),
        use_21(),
        use_22(),
        use_23(),
        use_24(),
        use_25(),
        use_26(),
        use_27(),
        use_28(),
        use_29(),
        use_30(),
        use_31(),
        use_32(),
        use_33(),
        use_34(),
        use_35(),
        use_36(),
        use_37(),
        use_38(),
        use_39(),
        use_40(),
        use_41(),
        use_42(),
        use_43(),
        use_44(),
        use_45(),
        use_46(),
        use_47(),
        use_48(),
        use_49(),
    ];
    println!("{uses:?}");
}

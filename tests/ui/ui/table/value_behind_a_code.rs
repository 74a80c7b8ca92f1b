status_core::status_table! {
    /// What our edge answers.
    pub enum EdgeError: 5xx {
        /// It did not answer.
        502 BadGateway = 502,
        /// It failed.
        INTERNAL_SERVER_ERROR InternalServerError = 500,
    }
}

fn main() {
    let _ = (EdgeError::BadGateway, EdgeError::InternalServerError);
}

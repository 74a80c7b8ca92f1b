status_core::status_table! {
    /// What our edge answers.
    pub enum Edge: 1xx {
        /// It failed.
        104 UploadResumptionSupported,
    }
}

fn main() {}

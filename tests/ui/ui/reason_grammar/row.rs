status_core::status_table! {
    /// What our edge answers.
    #[status(allow(unregistered_code))]
    pub enum Edge: 5xx {
        /// It failed.
        520 Odd "Odd\r\nSet-Cookie: a=b",
    }
}

fn main() {}

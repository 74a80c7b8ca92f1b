use status_core::status_table;

status_table! {
    /// A table.
    #[cfg_attr(all(), status(allow(unregistered_code)))]
    enum Table {
        /// A row that may not be there.
        #[cfg_attr(all(), cfg(unix))]
        404 NotFound,
        /// A waiver that may not be there.
        #[cfg_attr(all(), status(allow(unregistered_code)))]
        499 Odd "Odd",
    }
}

fn main() {}

//! Changes of the storage layout, oldest first.

pub mod v2;

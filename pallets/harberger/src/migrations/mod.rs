//! Changes of the storage layout.

pub mod v2;

//! How stored data changes with the storage version.

pub mod v2;

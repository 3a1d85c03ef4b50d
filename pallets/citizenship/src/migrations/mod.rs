//! How older storage becomes what this code reads.

pub mod v2;

//! How older layouts of the storage become today's.

pub mod v2;

//! How older layouts of the storage become today's.

pub mod incomes;
pub mod v2;
pub mod v3;

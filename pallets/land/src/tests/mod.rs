//! The pallet's behaviour, one rule a test.

mod broken;
mod grid;
mod neighbourhood;
mod origins;
mod random;
mod registry;
mod residences;
mod views;

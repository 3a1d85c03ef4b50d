//! The roll's behaviour, one rule a test.

mod broken;
mod cells;
mod enrolling;
mod migrating;
mod origins;
mod properties;
mod real;
mod sealing;
mod upkeep;

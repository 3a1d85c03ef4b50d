//! The pallet's behaviour, one rule a test.

mod approving;
mod coins;
mod electing;
mod faults;
mod growth;
mod invariants;
mod migrating;
mod properties;
mod standing;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, dispatch::CheckIfFeeless};

type Error = crate::Error<Test>;
type Event = crate::Event<Test>;

/// Citizens.
const ADA: CitizenId = 0;
const BEN: CitizenId = 1;
const CLEO: CitizenId = 2;

// SPDX-License-Identifier: Apache-2.0
/** The thread of the light client. */
import "polkadot-api/smoldot/worker";

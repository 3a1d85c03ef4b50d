/** The thread of the light client. */
import "polkadot-api/smoldot/worker";

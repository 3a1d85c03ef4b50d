// SPDX-License-Identifier: Apache-2.0
// From four citizens to thirty, and from a founder's charter to the citizens': power moves outward by law. Told by an
// unmodified @polkadot/api to the real node. One story: each part goes on where the one before has ended.

import { after, before, describe } from "node:test";
import { tellOfTheCount } from "./governance-count.js";
import { tellOfTheOutcome } from "./governance-outcome.js";
import { Stage } from "./governance-stage.js";
import { tellOfTheTiers } from "./governance-tiers.js";
import { tellOfTheVotes } from "./governance-votes.js";

describe("thirty citizens and their charter", { timeout: 900_000 }, () => {
	const stage = new Stage();

	before(() => stage.set());
	after(() => stage.clear());

	tellOfTheTiers(stage);
	tellOfTheVotes(stage);
	tellOfTheOutcome(stage);
	tellOfTheCount(stage);
});

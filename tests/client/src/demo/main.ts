// SPDX-License-Identifier: Apache-2.0
// Starts a chain, founds the demo state on it, and lets time go on: a block every six seconds, and one for every
// transaction. Prints who is who. Usage: node build/demo/main.js [--rpc-port PORT] [--once]
//   --once   ends when the state is founded, for measuring

import { parseArgs } from "node:util";
import { Chain } from "../chain.js";
import { Node } from "../node.js";
import { applicants, ben, citizens, landlords, residents, voters } from "./people.js";
import { club, garden, homeOf, neglected, TOWN } from "./plan.js";
import { Demo, specOfTheDemo } from "./state.js";

const { values } = parseArgs({
	options: { "rpc-port": { type: "string", default: "9944" }, once: { type: "boolean" } },
});

/** How often a block is made though nobody has sent anything, in milliseconds. */
const HEARTBEAT = 6_000;

const begun = Date.now();
const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s`;
const say = (what: string) => console.log(`${seconds()}  ${what}`);

say("The chain begins");
const node = await Node.start(
	["--dev", "--sealing=instant", "--state-pruning=archive", `--chain=${await specOfTheDemo()}`],
	undefined,
	Number(values["rpc-port"]),
);
const chain = await Chain.connect(node);
const demo = await Demo.found(chain, say);
say(`The state stands: block ${await chain.now()}, ${citizens.length} citizens, ${TOWN.length} lots`);

const names = (people: { name: string }[]) => people.map(({ name }) => name).join(", ");
console.log(`
  The demo state runs on this machine. Ctrl-C ends it, and the chain is forgotten.

    the node       ${node.ws}
    accounts       //Alice, //Ben and so on, with the development phrase; the roll secret of Ben is the
                   Blake2-256 hash of "civitas/dev-roll-key/Ben"

    Alice          the founder
    ${ben.name.padEnd(15)}lives on parcel ${demo.numberOf(homeOf(ben))} and holds it: there is a bid on it to defend against.
                   Has not attested this season, nor enrolled to vote in secret.
    ${residents[7].name.padEnd(15)}another citizen who has not enrolled
    ${names(voters)}
                   have voted in secret this season
    Ada            no citizen, no money: to be sponsored
    ${names(applicants).padEnd(15)}apply for citizenship and wait for vouches
    Eve            holds the night club, parcel ${demo.numberOf(club)}, that neighbours vote against
    Ferdie         holds the garden, parcel ${demo.numberOf(garden)}, that neighbours like
    ${names(landlords)}
                   landlords with money; parcel ${demo.numberOf(neglected)}, which Marcel has lost, is at auction
    Registrar      keeps the register of land

    open polls     ${Object.entries(demo.polls)
			.map(([name, poll]) => `${poll} (${name})`)
			.join(", ")}
`);
if (values.once) {
	await chain.close();
	await node.stop();
	process.exit(0);
}
setInterval(() => {
	node.seal().catch((error: Error) => {
		console.error(error.message);
		process.exit(1);
	});
}, HEARTBEAT);
await node.ended;

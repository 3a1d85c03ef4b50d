// SPDX-License-Identifier: Apache-2.0
import { makeSecret, toHex, toWords } from "@civitas/ballots";
import { beforeEach, describe, expect, it } from "vitest";
import { newKey, seal, unseal, WrongPassphrase } from "./cipher";
import { type Ballot, Vault } from "./vault";

const PASSPHRASE = "plum lantern harbour Tuesday";
const ballot: Ballot = { season: 3, context: "Nation", account: "0x01", seed: "0x02", state: "made", count: 0 };

describe("the cipher", () => {
	it("opens with the passphrase and with no other, and never writes the same twice", async () => {
		const key = await newKey(PASSPHRASE);
		const [one, two] = [await seal(key, "a secret"), await seal(key, "a secret")];
		expect(one.data).not.toBe(two.data);
		expect((await unseal(one, PASSPHRASE)).text).toBe("a secret");
		await expect(unseal(one, "plum lantern harbour Monday")).rejects.toThrow(WrongPassphrase);
		await expect(unseal({ ...one, data: two.data }, PASSPHRASE)).rejects.toThrow(WrongPassphrase);
	});
});

describe("the vault", () => {
	beforeEach(() => localStorage.clear());

	it("keeps secrets only encrypted on the device, and opens again with the passphrase", async () => {
		const vault = new Vault("0xgenesis", "5Ada");
		expect(vault.state()).toBe("none");
		const secret = makeSecret(3);
		const [hex, words] = [toHex(secret.secret), toWords(secret)];
		await vault.create(secret, PASSPHRASE);
		expect(
			secret.secret.every((byte) => byte === 0),
			"the caller's copy is cleared",
		).toBe(true);
		await vault.keepBallot(ballot);
		const stored = localStorage.getItem("civitas/vault/0xgenesis/5Ada") ?? "";
		expect(stored).not.toBe("");
		expect(stored).not.toContain(hex.slice(2));
		expect(stored).not.toContain(words.split(" ")[0] ?? "");

		const later = new Vault("0xgenesis", "5Ada");
		expect(later.state()).toBe("locked");
		await expect(later.unlock("something else")).rejects.toThrow(WrongPassphrase);
		expect(later.state()).toBe("locked");
		await later.unlock(PASSPHRASE);
		expect(
			later
				.secrets()
				.stored()
				.map((one) => [one.season, toHex(one.secret)]),
		).toEqual([[3, hex]]);
		expect(later.ballots(3, "Nation")).toEqual([ballot]);
	});

	it("gives nothing away once it is locked, and tells pages that it is", async () => {
		const vault = new Vault("0xgenesis", "5Ada");
		await vault.create(makeSecret(3), PASSPHRASE);
		let told = 0;
		vault.subscribe(() => told++);
		vault.lock();
		expect(told).toBe(1);
		expect(vault.state()).toBe("locked");
		expect(() => vault.secrets()).toThrow();
		expect(() => vault.ballots()).toThrow();
	});

	it("notes what becomes of a ballot account, and forgets those of seasons that are over", async () => {
		const vault = new Vault("0xgenesis", "5Ada");
		await vault.create(makeSecret(3), PASSPHRASE);
		await vault.keepBallot(ballot);
		await vault.keepBallot({ ...ballot, state: "enrolled" });
		await vault.keepBallot({ ...ballot, season: 5, account: "0x05" });
		await vault.keepBallot({ ...ballot, season: 5, context: "Residence", account: "0x06" });
		expect(vault.ballots(3).map(({ state }) => state)).toEqual(["enrolled"]);
		expect(vault.ballots(5, "Residence").map(({ account }) => account)).toEqual(["0x06"]);
		await vault.forgetBallots(3);
		expect(vault.ballots().map(({ season }) => season)).toEqual([5, 5]);
	});

	it("of one account is not that of another, and goes along to a new account when it is copied", async () => {
		const vault = new Vault("0xgenesis", "5Ada");
		await vault.create(makeSecret(3), PASSPHRASE);
		expect(new Vault("0xgenesis", "5Bob").state()).toBe("none");
		expect(new Vault("0xother", "5Ada").state()).toBe("none");
		vault.copyTo("0xgenesis", "5AdaAgain");
		const moved = new Vault("0xgenesis", "5AdaAgain");
		await moved.unlock(PASSPHRASE);
		expect(moved.state()).toBe("open");
	});
});

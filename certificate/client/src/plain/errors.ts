// SPDX-License-Identifier: Apache-2.0
/** Why a file is refused: one of the codes of docs/certificate.md. */
export class Refusal extends Error {
	constructor(readonly code: string) {
		super(code);
		this.name = "Refusal";
	}
}

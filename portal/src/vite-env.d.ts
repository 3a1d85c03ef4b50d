// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />

declare module "*.po" {
	import type { Messages } from "@lingui/core";
	export const messages: Messages;
}

// SPDX-License-Identifier: Apache-2.0
/** Every page: its address, its name in the navigation, and its code, which is loaded when the page is opened. */

import type { ComponentType } from "react";

export interface PageEntry {
	/** Its address. Parts with a `$` stand for anything. */
	path: string;
	/** What the navigation calls it: an English text, translated where it is shown. Pages without are reached from others. */
	name?: string;
	load: () => Promise<{ default: ComponentType }>;
}

export const PAGES: readonly PageEntry[] = [
	{ path: "/", name: /*i18n*/ "Home", load: () => import("../pages/home") },
	{ path: "/join", name: /*i18n*/ "Join", load: () => import("../pages/join") },
	{ path: "/join/$what/$address", load: () => import("../pages/join") },
	{ path: "/me", name: /*i18n*/ "Me", load: () => import("../pages/me") },
	{ path: "/polls", name: /*i18n*/ "Polls", load: () => import("../pages/polls") },
	{ path: "/polls/new", load: () => import("../pages/polls/propose") },
	{ path: "/polls/$poll", load: () => import("../pages/polls/poll") },
	{ path: "/charter", name: /*i18n*/ "Charter", load: () => import("../pages/charter") },
	{ path: "/land", name: /*i18n*/ "Land", load: () => import("../pages/land") },
	{ path: "/land/$parcel", load: () => import("../pages/land/parcel") },
	{ path: "/money", name: /*i18n*/ "Money", load: () => import("../pages/money") },
	{ path: "/census", name: /*i18n*/ "Census", load: () => import("../pages/census") },
	{ path: "/validators", name: /*i18n*/ "Validators", load: () => import("../pages/validators") },
	{ path: "/connection", load: () => import("../pages/connection") },
];

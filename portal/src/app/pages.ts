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
	{ path: "/land", name: /*i18n*/ "Land", load: () => import("../pages/land") },
	{ path: "/land/$parcel", load: () => import("../pages/land/parcel") },
	{ path: "/money", name: /*i18n*/ "Money", load: () => import("../pages/money") },
	{ path: "/census", name: /*i18n*/ "Census", load: () => import("../pages/census") },
	{ path: "/validators", name: /*i18n*/ "Validators", load: () => import("../pages/validators") },
	{ path: "/connection", load: () => import("../pages/connection") },
];

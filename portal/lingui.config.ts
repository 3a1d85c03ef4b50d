// SPDX-License-Identifier: Apache-2.0
import { formatter } from "@lingui/format-po";

export default {
	sourceLocale: "en",
	locales: ["en", "es", "ar"],
	catalogs: [{ path: "src/i18n/locales/{locale}", include: ["src"] }],
	// The English text is the id of a message, so pages carry their own texts and English needs no catalog.
	format: formatter({ lineNumbers: false }),
	orderBy: "origin",
};

/** Starts the portal. */

import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "./styles.css";
import "./land/land.css";
import { I18nProvider, useLingui } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider as AriaLocale } from "react-aria-components";
import { createRoot } from "react-dom/client";
import { router } from "./app/router";
import { Connection } from "./chain/connection";
import { ChainProvider } from "./chain/context";
import { i18n, preferred, speak } from "./i18n";

/** The whole page. It is drawn anew in another language, since texts stand everywhere. */
function Portal({ connection }: { connection: Connection }) {
	const { i18n } = useLingui();
	return (
		<AriaLocale locale={i18n.locale}>
			<ChainProvider connection={connection} key={i18n.locale}>
				<RouterProvider router={router} />
			</ChainProvider>
		</AriaLocale>
	);
}

const [connection] = await Promise.all([Connection.start(), speak(preferred())]);
const root = document.getElementById("root");
if (!root) throw new Error("the page has no place for its content");
createRoot(root).render(
	<StrictMode>
		<I18nProvider i18n={i18n}>
			<Portal connection={connection} />
		</I18nProvider>
	</StrictMode>,
);

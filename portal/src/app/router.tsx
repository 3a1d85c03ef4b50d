/** The addresses of pages. They stand behind a `#`, so that any web server, IPFS included, serves all of them. */

import {
	createHashHistory,
	createRootRoute,
	createRoute,
	createRouter,
	lazyRouteComponent,
} from "@tanstack/react-router";
import { Layout, Missing } from "./layout";
import { PAGES } from "./pages";

const root = createRootRoute({ component: Layout, notFoundComponent: Missing });

const routes = PAGES.map(({ path, load }) => {
	return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });
});

export const router = createRouter({
	routeTree: root.addChildren(routes),
	history: createHashHistory(),
	defaultPreload: "intent",
	scrollRestoration: true,
});

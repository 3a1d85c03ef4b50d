/** A link to a page of this site, as text and as a picture that phones scan. */

import { i18n } from "@lingui/core";
import { useMemo } from "react";
import { encode } from "uqr";
import { Copyable } from "../../ui";

export function ShareLink({ path, why }: { path: string; why: string }) {
	const link = `${location.href.replace(/#.*$/, "")}#${path}`;
	const { data, size } = useMemo(() => encode(link, { border: 2 }), [link]);
	const drawing = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
	return (
		<div className="share">
			<svg
				viewBox={`0 0 ${size} ${size}`}
				role="img"
				aria-label={i18n.t("The link as a picture to scan")}
				shapeRendering="crispEdges"
			>
				<rect width={size} height={size} />
				<path d={drawing} />
			</svg>
			<div className="stack">
				<p>{why}</p>
				<Copyable text={link} label={i18n.t("Copy the link")} />
			</div>
		</div>
	);
}

/** The two curves of a poll, drawn: what is asked for as time goes by, and where the poll stands. */

import { i18n } from "@lingui/core";
import { percent } from "../../chain/format";
import { reachedAt, threshold } from "../../polls/curves";
import type { Track } from "../../polls/data";

const W = 320;
const H = 150;
const LEFT = 40;
const BOTTOM = 24;
const TOP = 8;

export function CurvePlot({
	title,
	curve,
	value,
	elapsed,
	most,
}: {
	title: string;
	curve: Track["min_approval"];
	/** The poll's approval or support, as a share. */
	value: number;
	/** The share of the decision period that is over. Nothing before it begins. */
	elapsed: number | undefined;
	/** The greatest share on the axis. */
	most: number;
}) {
	const x = (share: number) => LEFT + share * (W - LEFT - 6);
	const y = (share: number) => TOP + (1 - Math.min(share, most) / most) * (H - TOP - BOTTOM);
	const steps = Array.from({ length: 61 }, (_, i) => i / 60);
	const line = steps.map((at) => `${x(at).toFixed(1)},${y(threshold(curve, at)).toFixed(1)}`).join(" ");
	const needed = threshold(curve, elapsed ?? 0);
	const enough = value >= needed;
	const later = reachedAt(curve, value);
	const says = enough
		? i18n.t("{value} now: enough, {needed} is asked for.", { value: percent(value), needed: percent(needed) })
		: later !== undefined && later > (elapsed ?? 0)
			? i18n.t("{value} now: {needed} is asked for. It would be enough after {part} of the time.", {
					value: percent(value),
					needed: percent(needed),
					part: percent(later, 0),
				})
			: i18n.t("{value} now: {needed} is asked for.", { value: percent(value), needed: percent(needed) });
	return (
		<figure className="plot">
			<figcaption>
				<strong>{title}</strong> <span className={enough ? "good-text" : "soft"}>{says}</span>
			</figcaption>
			<svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={`${title}: ${says}`} direction="ltr">
				{[0, most / 2, most].map((share) => (
					<g key={share}>
						<line className="plot-grid" x1={LEFT} x2={W - 6} y1={y(share)} y2={y(share)} />
						<text className="plot-text" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
							{percent(share, 0)}
						</text>
					</g>
				))}
				<polygon className="plot-area" points={`${x(0)},${y(most)} ${line} ${x(1)},${y(most)}`} />
				<polyline className="plot-needed" points={line} />
				<line className={enough ? "plot-value good" : "plot-value"} x1={x(0)} x2={x(1)} y1={y(value)} y2={y(value)} />
				{elapsed !== undefined && (
					<line className="plot-now" x1={x(elapsed)} x2={x(elapsed)} y1={TOP} y2={H - BOTTOM} />
				)}
				{elapsed !== undefined && (
					<circle className={enough ? "plot-dot good" : "plot-dot"} cx={x(elapsed)} cy={y(value)} r="5" />
				)}
				<text className="plot-text" x={LEFT} y={H - 7}>
					{i18n.t("decision begins")}
				</text>
				<text className="plot-text" x={W - 6} y={H - 7} textAnchor="end">
					{i18n.t("ends")}
				</text>
			</svg>
		</figure>
	);
}

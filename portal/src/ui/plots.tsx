/** Plots as SVG, each with the same figures as a table for whoever cannot see it or wants the numbers. */

import { i18n } from "@lingui/core";
import { useId } from "react";

const [WIDTH, HEIGHT] = [640, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 12, 12, 30];
const [ACROSS, UP] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];

/** Round numbers from zero, or from a lower bound, that a scale is marked with. */
export function ticks(low: number, high: number, most = 4): number[] {
	if (!(high > low)) return [low];
	const rough = (high - low) / most;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) as number;
	const marks: number[] = [];
	for (let i = Math.ceil(low / step - 1e-9) + 0; i * step <= high + step * 1e-6; i++) marks.push(i * step);
	return marks;
}

export interface Point {
	x: number;
	y: number;
}

export interface Series {
	name: string;
	points: readonly Point[];
	/** Stays as it is until the next point, as a rate does. */
	stepped?: boolean;
}

interface Common {
	/** What the plot shows, in a sentence. */
	title: string;
	/** How a value on the vertical axis is written. */
	value: (y: number) => string;
	/** Whether the figures stand below as a table. */
	table?: boolean;
}

/** Lines over a horizontal axis, with an optional mark for the present. */
export function LinePlot({
	title,
	series,
	value,
	place,
	axis,
	now,
	zero = true,
	table = true,
}: Common & {
	series: readonly Series[];
	/** How a place on the horizontal axis is written. */
	place: (x: number) => string;
	/** The name of the horizontal axis. */
	axis: string;
	now?: Point;
	/** Whether the vertical axis begins at zero. */
	zero?: boolean;
}) {
	const id = useId();
	const all = series.flatMap(({ points }) => points);
	if (all.length === 0) return null;
	const [first, last] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
	const low = zero ? 0 : Math.min(...all.map(({ y }) => y));
	const high = Math.max(...all.map(({ y }) => y), low + 1e-9);
	const marks = ticks(low, high);
	const top = Math.max(high, marks.at(-1) ?? high);
	const x = (at: number) => LEFT + (last > first ? (at - first) / (last - first) : 0.5) * ACROSS;
	const y = (at: number) => TOP + (1 - (at - low) / (top - low || 1)) * UP;
	const path = ({ points, stepped }: Series) =>
		points
			.map((point, i) => {
				if (i === 0) return `M${x(point.x)} ${y(point.y)}`;
				return `${stepped ? `H${x(point.x)}` : ""}${stepped ? `V${y(point.y)}` : `L${x(point.x)} ${y(point.y)}`}`;
			})
			.join("");
	return (
		<figure className="plot">
			<figcaption id={id}>{title}</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
				<Scale marks={marks} y={y} value={value} />
				<line className="plot-axis" x1={LEFT} x2={WIDTH - RIGHT} y1={TOP + UP} y2={TOP + UP} />
				<text className="plot-text" x={LEFT} y={HEIGHT - 8}>
					{place(first)}
				</text>
				<text className="plot-text" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
					{place(last)}
				</text>
				{series.map((one, i) => (
					<path key={one.name} className={`plot-line series-${i}`} d={path(one)} />
				))}
				{now && <circle className="plot-now" cx={x(now.x)} cy={y(now.y)} r={5} />}
			</svg>
			<Legend names={series.map(({ name }) => name)} />
			{table && (
				<Figures
					head={[axis, ...series.map(({ name }) => name)]}
					rows={[...new Set(all.map((point) => point.x))]
						.sort((a, b) => a - b)
						.map((at) => [
							place(at),
							...series.map(({ points }) => {
								const found = points.find((point) => point.x === at);
								return found ? value(found.y) : "–";
							}),
						])}
				/>
			)}
		</figure>
	);
}

/** Bars side by side or on top of each other, one group a place. */
export function BarPlot({
	title,
	places,
	series,
	value,
	axis,
	table = true,
}: Common & {
	/** The names of the places, from the start. */
	places: readonly string[];
	series: readonly { name: string; values: readonly number[] }[];
	axis: string;
}) {
	const id = useId();
	if (places.length === 0) return null;
	const totals = places.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0));
	const marks = ticks(0, Math.max(...totals, 1e-9));
	const top = Math.max(...totals, marks.at(-1) ?? 0, 1e-9);
	const y = (at: number) => TOP + (1 - at / top) * UP;
	const slot = ACROSS / places.length;
	const width = Math.min(slot * 0.7, 64);
	return (
		<figure className="plot">
			<figcaption id={id}>{title}</figcaption>
			<svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
				<Scale marks={marks} y={y} value={value} />
				{places.map((name, i) => {
					const middle = LEFT + slot * (i + 0.5);
					let below = 0;
					return (
						<g key={name}>
							{series.map(({ name: part, values }, n) => {
								const from = below;
								below += values[i] ?? 0;
								return (
									<rect
										key={part}
										className={`plot-bar series-${n}`}
										x={middle - width / 2}
										width={width}
										y={y(below)}
										height={Math.max(0, y(from) - y(below))}
									/>
								);
							})}
							{(places.length <= 12 || i % Math.ceil(places.length / 12) === 0) && (
								<text className="plot-text" x={middle} y={HEIGHT - 8} textAnchor="middle">
									{name}
								</text>
							)}
						</g>
					);
				})}
				<line className="plot-axis" x1={LEFT} x2={WIDTH - RIGHT} y1={TOP + UP} y2={TOP + UP} />
			</svg>
			<Legend names={series.map(({ name }) => name)} />
			{table && (
				<Figures
					head={[axis, ...series.map(({ name }) => name)]}
					rows={places.map((name, i) => [name, ...series.map(({ values }) => value(values[i] ?? 0))])}
				/>
			)}
		</figure>
	);
}

function Scale({ marks, y, value }: { marks: number[]; y: (at: number) => number; value: (at: number) => string }) {
	return marks.map((mark) => (
		<g key={mark}>
			<line className="plot-grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(mark)} y2={y(mark)} />
			<text className="plot-text" x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
				{value(mark)}
			</text>
		</g>
	));
}

function Legend({ names }: { names: readonly string[] }) {
	if (names.length < 2) return null;
	return (
		<ul className="plot-legend" aria-hidden="true">
			{names.map((name, i) => (
				<li key={name}>
					<svg viewBox="0 0 12 12" aria-hidden="true">
						<rect className={`plot-bar series-${i}`} width="12" height="12" rx="3" />
					</svg>
					{name}
				</li>
			))}
		</ul>
	);
}

function Figures({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
	return (
		<details className="plot-table">
			<summary>{i18n.t("These figures as a table")}</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard */}
			<section className="table-box" tabIndex={0} aria-label={i18n.t("These figures as a table")}>
				<table>
					<thead>
						<tr>
							{head.map((name) => (
								<th key={name} scope="col">
									{name}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row) => (
							<tr key={row[0]}>
								{row.map((cell, i) =>
									i === 0 ? (
										<th key={head[i]} scope="row">
											{cell}
										</th>
									) : (
										<td key={head[i]}>{cell}</td>
									),
								)}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</details>
	);
}

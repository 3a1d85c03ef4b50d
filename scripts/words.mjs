#!/usr/bin/env node
// Measures how hard our own texts are to read, and fails where one kind of text is harder than it may be.
// It counts words a sentence, sentences over 25 words, and phrases that docs/conventions.md asks to avoid.
// Usage: scripts/words.mjs [--list docs|comments|events|errors] [--json]
//   --list KIND   prints each long sentence and each phrase to avoid, with its file and line
//   --json        prints the figures for a machine
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const LONG = 25;

/**
 * What each kind of text may be at most: mean words a sentence, long sentences in 100, phrases in 1,000 words.
 * These lie just above what holds today. Lower them when texts improve; never raise them.
 */
const LIMITS = {
	docs: { mean: 13, long: 4, phrases: 6 },
	comments: { mean: 10, long: 1, phrases: 15 },
	events: { mean: 7, long: 0, phrases: 2 },
	errors: { mean: 9, long: 0.3, phrases: 1 },
};

/** Phrases that make a reader stop: no actor, old words, riddles. */
const AVOID = [
	/^(?:who|whoever|what|whose|whatever|where) (?!(?:if|is it|are|do|does|can|happens)\b)[^?]*$/i,
	/^that of\b/i,
	/\bwhoever\b/i,
	/\bis none\b/i,
	/\bare none\b/i,
	/\banew\b/i,
	/\bbeside\b/i,
	/\bthere(?:by|of|upon|with)\b/i,
	/\bhere(?:by|of|upon|with)\b/i,
	/\blest\b/i,
	/\bfor want of\b/i,
	/\b(?:him|them|it|one|this|these|those|that) alone\b/i,
	/\bone's (?:own|mind)\b/i,
	/\bso many\b/i,
	/\bmay(?=[.,;]| at once| within)/i,
];

/** A paragraph of one kind of text: its words, and where it begins. */
const paragraphs = { docs: [], comments: [], events: [], errors: [] };

/** Adds the lines of one text, which blank lines, list items and headings part. */
function add(kind, file, first, lines) {
	let text = [];
	let begun = first;
	const flush = () => {
		if (text.length > 0) paragraphs[kind].push({ file, line: begun, text: text.join(" ") });
		text = [];
	};
	lines.forEach((raw, index) => {
		const line = raw.trim();
		const item = line.match(/^(?:[-*+]|\d+\.)\s+(.*)$/);
		if (line === "" || line.startsWith("#") || line.startsWith("|") || line.startsWith("<")) return flush();
		if (item) flush();
		if (text.length === 0) begun = first + index;
		text.push(item ? item[1] : line.replace(/^>\s*/, ""));
	});
	flush();
}

/** Blanks what is no prose: code blocks. */
function withoutCode(lines) {
	let inside = false;
	return lines.map((line) => {
		if (/^\s*```/.test(line)) {
			inside = !inside;
			return "";
		}
		return inside ? "" : line;
	});
}

function rust(file, lines) {
	// Inside which enum we are, to know what a comment belongs to.
	let kind = "comments";
	let depth = "";
	let block = [];
	let begun = 0;
	const flush = () => {
		if (block.length > 0) add(kind, file, begun + 1, withoutCode(block));
		block = [];
	};
	lines.forEach((line, index) => {
		const comment = line.match(/^\s*\/\/[/!] ?(.*)$/);
		if (comment) {
			if (block.length === 0) begun = index;
			block.push(comment[1]);
			return;
		}
		flush();
		const open = line.match(/^(\s*)pub enum (Event|Error)\b.*\{$/);
		if (open) {
			kind = open[2] === "Event" ? "events" : "errors";
			depth = `${open[1]}}`;
		} else if (line === depth) kind = "comments";
	});
	flush();
}

function typescript(file, lines) {
	let block;
	let begun = 0;
	lines.forEach((line, index) => {
		const single = line.match(/^\s*\/\*\* (.*) \*\/\s*$/);
		if (single) return add("comments", file, index + 1, [single[1]]);
		if (/^\s*\/\*\*\s*$/.test(line)) {
			block = [];
			begun = index + 1;
		} else if (block && /\*\/\s*$/.test(line)) {
			add("comments", file, begun + 1, withoutCode(block));
			block = undefined;
		} else if (block) block.push(line.replace(/^\s*\* ?/, ""));
	});
}

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT, encoding: "utf8" })
	.split("\n")
	.filter((it) => it && !/\/(?:weights|fixtures|generated)\/|weights\.rs$|\.d\.ts$|^chain-specs\/.*json/.test(it));
for (const file of files) {
	const read = () => readFileSync(join(ROOT, file), "utf8").split("\n");
	if (file.endsWith(".md")) add("docs", file, 1, withoutCode(read()));
	else if (file.endsWith(".rs")) rust(file, read());
	else if (file.endsWith(".ts")) typescript(file, read());
}

/** The sentences of a paragraph. Code in backticks counts as one word. */
function sentences(text) {
	return text
		.replace(/`[^`]*`/g, "code")
		.replace(/\[([^\]]*)\](?:\([^)]*\))?/g, "$1")
		.replace(/\b(?:e\.g|i\.e|cf|etc)\./g, "so")
		.split(/(?<=[.!?:;])\s+/)
		.map((it) => it.trim())
		.filter((it) => /[a-z]/i.test(it));
}

const list = process.argv.includes("--list") ? process.argv[process.argv.indexOf("--list") + 1] : undefined;
const figures = {};
const harder = [];
for (const [kind, all] of Object.entries(paragraphs)) {
	const figure = { sentences: 0, words: 0, long: 0, phrases: 0 };
	for (const { file, line, text } of all) {
		for (const sentence of sentences(text)) {
			const words = sentence.split(/\s+/).filter((it) => /[a-z0-9]/i.test(it)).length;
			const phrases = AVOID.filter((it) => it.test(sentence)).length;
			figure.sentences += 1;
			figure.words += words;
			figure.phrases += phrases;
			if (words > LONG) figure.long += 1;
			if (list === kind && (words > LONG || phrases > 0)) console.log(`${file}:${line}: (${words} words) ${sentence}`);
		}
	}
	const mean = figure.words / figure.sentences;
	const long = (100 * figure.long) / figure.sentences;
	const phrases = (1000 * figure.phrases) / figure.words;
	figures[kind] = { ...figure, mean: +mean.toFixed(2), longInHundred: +long.toFixed(2), phrasesInThousand: +phrases.toFixed(2) };
	const limit = LIMITS[kind];
	if (mean > limit.mean) harder.push(`${kind}: ${mean.toFixed(2)} words a sentence, at most ${limit.mean}`);
	if (long > limit.long) harder.push(`${kind}: ${long.toFixed(2)} % of sentences over ${LONG} words, at most ${limit.long}`);
	if (phrases > limit.phrases) harder.push(`${kind}: ${phrases.toFixed(2)} phrases to avoid in 1,000 words, at most ${limit.phrases}`);
}
if (process.argv.includes("--json")) console.log(JSON.stringify(figures, null, "\t"));
else if (!list) console.table(figures);
if (harder.length > 0 && !list) {
	console.error(`error: harder to read than it may be:\n  ${harder.join("\n  ")}\nscripts/words.mjs --list KIND shows where.`);
	process.exit(1);
}

// SPDX-License-Identifier: Apache-2.0
//! How much land lies in a tile: less, the farther it is from the equator.

/// The most square metres that lie in a tile of the band of latitude that begins at each whole degree, north or south.
///
/// Made by this formula, and a test compares: on the ellipsoid of WGS 84, with `p` the latitude, a degree of latitude
/// measures `111132.954 - 559.822 cos 2p + 1.175 cos 4p` metres, and one of longitude `111412.84 cos p - 93.5 cos 3p +
/// 0.118 cos 5p`. A tile measures 1024e-7 degree each way. The product at the band's edge nearer to the equator is
/// rounded up.
pub const TILE_AREAS: [u32; 90] = [
	130, 130, 129, 129, 129, 129, 129, 129, 128, 128, 128, 127, 127, 126, 126, //
	125, 125, 124, 123, 123, 122, 121, 120, 120, 119, 118, 117, 116, 115, 114, //
	113, 112, 110, 109, 108, 107, 105, 104, 103, 101, 100, 98, 97, 95, 94, //
	92, 91, 89, 88, 86, 84, 82, 81, 79, 77, 75, 73, 71, 70, 68, //
	66, 64, 62, 60, 58, 56, 54, 52, 49, 47, 45, 43, 41, 39, 37, //
	34, 32, 30, 28, 25, 23, 21, 19, 16, 14, 12, 10, 7, 5, 3, //
];

/// The most square metres that lie in a tile of which both edges of latitude are given, in units of 1e-7 degree.
pub fn tile_area(south: i64, north: i64) -> u32 {
	// The edge nearer to the equator. A tile on the equator counts as the largest.
	let nearest = if south >= 0 {
		south
	} else if north <= 0 {
		north.saturating_neg()
	} else {
		0
	};
	let degree = nearest.checked_div(10_000_000).unwrap_or_default();
	let last = TILE_AREAS.len().saturating_sub(1);
	let band = usize::try_from(degree).unwrap_or_default().min(last);
	TILE_AREAS.get(band).copied().unwrap_or_default()
}

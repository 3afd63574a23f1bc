// SPDX-License-Identifier: AGPL-3.0-or-later
//! The limits of decoding one file, with their units.

/// The most memory that the process may map for the smallest file, in bytes (768 MiB).
pub const MEMORY_BYTES_MIN: u64 = 768 << 20;
/// How much more it may map for each byte of the file, in bytes.
pub const MEMORY_BYTES_PER_BYTE: u64 = 128;
/// The most memory that it may map for any file, in bytes (3 GiB).
pub const MEMORY_BYTES_MAX: u64 = 3 << 30;
/// How long the process may compute for the smallest file, in seconds.
pub const CPU_SECONDS_MIN: u64 = 20;
/// How much longer it may compute for each MiB of the file, in seconds.
pub const CPU_SECONDS_PER_MIB: u64 = 4;
/// How long it may compute for any file, in seconds.
pub const CPU_SECONDS_MAX: u64 = 120;
/// The same when the text of pictures is recognised, for every file.
pub const CPU_SECONDS_RECOGNISING_MAX: u64 = 3_600;
/// The most things that one page may draw; a page that draws more is told, and not read.
pub const PAGE_STEPS_MAX: usize = 1_500_000;
/// How fine pictures of pages are drawn to be recognised, in points to the inch.
pub const PICTURE_DPI: i32 = 300;
/// The most pages whose text is recognised.
pub const RECOGNISED_PAGES_MAX: usize = 500;
/// The most fonts whose own letters are kept.
pub const FONTS_KEPT_MAX: usize = 500;
/// The most letters that are taken from one font.
pub const FONT_LETTERS_MAX: usize = 100_000;
/// How much room a thread has for calls inside calls, in bytes (16 MiB).
pub const STACK_BYTES_MAX: usize = 16 << 20;

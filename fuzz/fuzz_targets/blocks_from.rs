// SPDX-License-Identifier: AGPL-3.0-or-later
//! Any bytes under any readable name: no panic, and every span inside the text. The first byte picks the name.

#![no_main]

use ambito_intake::{EXTENSIONS, blocks_from};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&pick, bytes)) = data.split_first() else { return };
    let extension = EXTENSIONS[usize::from(pick) % EXTENSIONS.len()];
    if let Ok(blocks) = blocks_from(bytes, &format!("fuzz.{extension}")) {
        for line in &blocks.lines {
            assert!(blocks.text.get(line.span.range()).is_some());
            assert_eq!(blocks.cells(line).len(), line.cells_count as usize);
        }
        assert!(blocks.cells.iter().all(|cell| blocks.text.get(cell.range()).is_some()));
    }
});

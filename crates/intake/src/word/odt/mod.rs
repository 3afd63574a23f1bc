// SPDX-License-Identifier: AGPL-3.0-or-later
//! OpenDocument texts (ISO/IEC 26300): the styles, then the body with the lists, notes and form controls that it names.

mod body;
mod controls;
mod lists;
mod styles;

use ambito_documents::blocks::Blocks;

use super::xml::Parts;
use crate::archive::{self, Trouble};
use body::Body;
use controls::Controls;
use styles::Styles;

/// Reads an OpenDocument text.
///
/// # Errors
///
/// It is broken or locked, or larger than the limit when unpacked.
pub fn read(bytes: &[u8]) -> Result<Blocks, Trouble> {
    if archive::is_locked(bytes)? {
        return Err(Trouble::Locked);
    }
    let mut parts = Parts::open(bytes)?;
    let mut styles = Styles::default();
    parts.walk("styles.xml", &mut styles)?;
    styles.begin_content();
    parts.walk("content.xml", &mut styles)?;
    styles.settle();
    let mut controls = Controls::default();
    parts.walk("content.xml", &mut controls)?;
    let mut body = Body::new(&styles, &controls);
    if parts.walk("content.xml", &mut body)? { Ok(body.finish()) } else { Err(Trouble::Damaged) }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
//! The office: bodies as a tree, people in positions, the roles that positions bring, and what a role may do.
//!
//! Invariant: whether something may be seen or done is decided by [`authorise`] and by nothing else; what it gives, a
//! [`Sight`], is asked for by every reading method of `store`, and can be made nowhere else.
//! Deliberately absent: rights given to one person directly. They come with a position, and end with it.

mod access;
mod body;
mod rights;

pub use access::{Denied, Duty, Seat, Sight, Standing, authorise, keeper};
pub use body::{Body, BodyKind, Position, PositionRole, Reach, Staff, Tenure};
pub use rights::{Right, Role, Span};

ambito_base::id_types! {
    /// A territorial area: the key that every growing table carries.
    AreaId,
    /// A body.
    BodyId,
    /// A person who works with Ambito.
    StaffId,
    /// A position in a body.
    PositionId,
    /// A person's time in a position.
    TenureId,
    /// A session of a signed-in person.
    SessionId,
    /// A token for programs.
    TokenId,
    /// A plan.
    PlanId,
    /// A file as it came in.
    DocumentId,
}

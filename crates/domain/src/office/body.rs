// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bodies (enti) and the people in their positions.

use super::{BodyId, PositionId, Role, StaffId, TenureId};
use ambito_base::{Date, Period};

/// What kind of organisation a body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BodyKind {
    /// Regione.
    Region,
    /// ATS, AUSL, ASL: the health agency of a territory.
    HealthAgency,
    /// ASST: the health company that delivers.
    HealthCompany,
    /// Ambito territoriale sociale.
    Ambit,
    /// Comune.
    Municipality,
    /// An office of a body (Ufficio di Piano, settore, servizio).
    Office,
    /// A third-sector body.
    ThirdSector,
    /// Azienda speciale, azienda di servizi alla persona.
    SpecialCompany,
}

impl BodyKind {
    /// Every kind, from the widest.
    pub const ALL: [Self; 8] = [
        Self::Region,
        Self::HealthAgency,
        Self::HealthCompany,
        Self::Ambit,
        Self::Municipality,
        Self::Office,
        Self::ThirdSector,
        Self::SpecialCompany,
    ];

    /// The stable word, also the end of its message's key.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::HealthAgency => "health-agency",
            Self::HealthCompany => "health-company",
            Self::Ambit => "ambit",
            Self::Municipality => "municipality",
            Self::Office => "office",
            Self::ThirdSector => "third-sector",
            Self::SpecialCompany => "special-company",
        }
    }

    /// The kind of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// An organisation in the tree of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Which.
    pub id: BodyId,
    /// The body it belongs to; absent at the top.
    pub parent: Option<BodyId>,
    /// What it is.
    pub kind: BodyKind,
    /// Its name.
    pub name: String,
    /// ISTAT code, for territories (six digits for a Comune).
    pub istat: Option<String>,
    /// Code in the index of public administrations (IPA).
    pub ipa: Option<String>,
    /// First and last day of its being.
    pub valid: Period,
    /// How often it was saved.
    pub version: i64,
}

/// A person who works with Ambito.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    /// Which.
    pub id: StaffId,
    /// Name and surname.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// Where they can be written to.
    pub email: Option<String>,
    /// The last day, for who has left.
    pub left_on: Option<Date>,
    /// How often it was saved.
    pub version: i64,
}

/// How far the role of a position reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// The body of the position.
    Body,
    /// That body and all below it.
    Subtree,
}

impl Reach {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Body, Self::Subtree];

    /// The stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Subtree => "subtree",
        }
    }

    /// The reach of a stable word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.word() == word)
    }
}

/// A role that comes with a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PositionRole {
    /// The role.
    pub role: Role,
    /// How far it reaches.
    pub reach: Reach,
}

/// A position (incarico) in a body, with the roles it brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Which.
    pub id: PositionId,
    /// In which body.
    pub body: BodyId,
    /// What it is called.
    pub title: String,
    /// The roles it brings, in the order of [`Role::ALL`].
    pub roles: Vec<PositionRole>,
    /// How often it was saved.
    pub version: i64,
}

/// A person's time in a position: one position may see two people in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// Which.
    pub id: TenureId,
    /// The position.
    pub position: PositionId,
    /// The person.
    pub staff: StaffId,
    /// First day.
    pub from: Date,
    /// Last day; open where absent.
    pub to: Option<Date>,
    /// How often it was saved.
    pub version: i64,
}

impl Tenure {
    /// Whether the person holds the position on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every type that a template shows. A new page adds its line here.

#![cfg(test)]

use super::Content;
use crate::pages;
use minijinja::value::{Serde, Value};

/// A template with the samples of its content.
pub(super) struct Sampled {
    /// The template.
    pub template: &'static str,
    /// The samples.
    pub samples: fn() -> Vec<Value>,
}

const fn of<C: Content>() -> Sampled {
    Sampled {
        template: C::TEMPLATE,
        samples: || C::samples().into_iter().map(|sample| Value::from(Serde(sample))).collect(),
    }
}

/// Every content.
pub(super) const ALL: &[Sampled] = &[
    of::<crate::components::Components>(),
    of::<super::Around>(),
    of::<crate::list::print::Printed>(),
    of::<pages::about::About>(),
    of::<pages::about::Accessibility>(),
    of::<pages::account::Account>(),
    of::<pages::account::MadeToken>(),
    of::<pages::checks::list::Checks>(),
    of::<pages::checks::one::OneCheck>(),
    of::<pages::compare::choose::Choose>(),
    of::<pages::compare::show::Compared>(),
    of::<pages::door::Entrance>(),
    of::<pages::door::Leaving>(),
    of::<pages::errands::give::Handing>(),
    of::<pages::errands::list::Errands>(),
    of::<pages::errands::one::OneErrand>(),
    of::<pages::findings::figures::Figures>(),
    of::<pages::findings::list::Findings>(),
    of::<pages::home::Begin>(),
    of::<pages::home::Home>(),
    of::<pages::login::Asking>(),
    of::<pages::login::Codes>(),
    of::<pages::login::Factor>(),
    of::<pages::login::Resume>(),
    of::<pages::office::Editing>(),
    of::<pages::office::bodies::Bodies>(),
    of::<pages::office::bodies::OneBody>(),
    of::<pages::office::people::MadeLink>(),
    of::<pages::office::people::OnePerson>(),
    of::<pages::office::people::People>(),
    of::<pages::office::positions::OnePosition>(),
    of::<pages::office::settings::Shown>(),
    of::<pages::plans::budget::Budget>(),
    of::<pages::plans::list::Plans>(),
    of::<pages::plans::node::Node>(),
    of::<pages::plans::search::Search>(),
    of::<pages::plans::tree::Plan>(),
    of::<pages::plans::lists::PlanRows>(),
    of::<pages::problem::Problem>(),
    of::<pages::records::audit::Audit>(),
    of::<pages::records::audit::Anchored>(),
    of::<pages::records::audit::Verified>(),
    of::<pages::records::holds::Holds>(),
    of::<pages::records::register::Letters>(),
    of::<pages::records::register::OneLetter>(),
    of::<pages::records::register::Shown>(),
    of::<pages::records::retention::Schedule>(),
    of::<pages::records::runs::OneRun>(),
    of::<pages::records::Asking>(),
    of::<pages::reviews::Changes>(),
    of::<pages::reviews::Choosing>(),
    of::<pages::reviews::Corrections>(),
    of::<pages::reviews::Filing>(),
    of::<pages::reviews::Mending>(),
    of::<pages::reviews::Teaching>(),
    of::<pages::reviews::Nodes>(),
    of::<pages::reviews::Progress>(),
    of::<pages::reviews::Review>(),
    of::<pages::reviews::Reviews>(),
    of::<pages::reviews::UnreadLines>(),
    of::<pages::reviews::Upload>(),
    of::<pages::reviews::Words>(),
    of::<pages::roles::Roles>(),
];

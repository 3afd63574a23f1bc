// SPDX-License-Identifier: AGPL-3.0-or-later
//! `TIM`: time.

pub(crate) mod already_past;
pub(crate) mod as_long_as_the_plan;
pub(crate) mod date_without_year;
pub(crate) mod deadline_before_monitoring;
pub(crate) mod end_before_start;
pub(crate) mod evaluated_too_early;
pub(crate) mod expired_plan;
pub(crate) mod impossible_date;
pub(crate) mod measured_early;
pub(crate) mod months_differ;
pub(crate) mod outside_the_period;
pub(crate) mod past_in_prose;
pub(crate) mod phases_out_of_order;
mod places;
pub(crate) mod starts_before_award;
pub(crate) mod timetable_too_long;
pub(crate) mod two_periods;
mod years;
pub(crate) mod years_of_the_term;

// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: structure.

// Sheets, tables, words (STR030–STR069).
pub(crate) mod answers_disagree;
pub(crate) mod description_copied;
pub(crate) mod empty_answer;
pub(crate) mod field_missing;
pub(crate) mod label_in_several_ways;
pub(crate) mod neither_yes_nor_no;
pub(crate) mod other_fields_answer;
pub(crate) mod same_answer;
mod sheets;
pub(crate) mod template_words;
pub(crate) mod to_be_defined;

// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: structure.

// Sheets, tables, words (STR030–STR069).
pub(crate) mod answers_disagree;
pub(crate) mod chapter_title;
pub(crate) mod description_copied;
pub(crate) mod empty_answer;
pub(crate) mod empty_or_zero;
pub(crate) mod field_missing;
pub(crate) mod header_run_together;
pub(crate) mod heading_forms;
pub(crate) mod label_in_several_ways;
pub(crate) mod left_to_row_above;
pub(crate) mod mark_beyond;
pub(crate) mod markup_left;
pub(crate) mod name_in_several_ways;
pub(crate) mod neither_yes_nor_no;
pub(crate) mod no_marks;
pub(crate) mod orphan_caption;
pub(crate) mod other_columns;
pub(crate) mod other_fields_answer;
pub(crate) mod other_notation;
pub(crate) mod paragraph_twice;
pub(crate) mod reference_cut;
pub(crate) mod row_split;
pub(crate) mod row_twice;
pub(crate) mod row_without_amounts;
pub(crate) mod said_twice;
pub(crate) mod same_answer;
mod sheets;
pub(crate) mod shifted_cells;
pub(crate) mod split_by_page;
pub(crate) mod table_heading_missing;
mod table_runs;
pub(crate) mod template_words;
pub(crate) mod text_cut;
pub(crate) mod timetable_names;
pub(crate) mod title_repeats;
pub(crate) mod to_be_defined;
pub(crate) mod total_without_label;
pub(crate) mod totals_row_missing;
pub(crate) mod under_another_column;
pub(crate) mod unpaired;
pub(crate) mod words_broken;
pub(crate) mod yes_in_several_ways;

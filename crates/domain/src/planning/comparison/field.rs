// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pinned names of records and of their values, as the contract of `ambito read` has them.

/// Declares an enum of pinned words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// Every one, in the order in which they are told.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The pinned word.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }
    };
}

words! {
    /// What kind of thing changed.
    RecordKind {
        /// The document as a whole.
        Document = "document",
        /// A node of the tree.
        Node = "node",
        /// A labelled answer of a node.
        Field = "field",
        /// An indicator.
        Indicator = "indicator",
        /// A phase.
        Phase = "phase",
        /// A line of the budget.
        BudgetLine = "budget_line",
        /// A person's share of time.
        Effort = "effort",
        /// Money of a fund.
        Allocation = "allocation",
        /// A cost by source.
        Resource = "resource",
        /// A printed total.
        Total = "total",
        /// Money told in prose.
        Amount = "amount",
        /// A timetable.
        Timetable = "timetable",
        /// A row of a timetable.
        TimetableRow = "timetable_row",
        /// A table of another kind.
        Table = "table",
        /// A row of such a table.
        TableRow = "table_row",
    }
}

words! {
    /// Which value of a record; a point parts a value from the group it belongs to.
    FieldName {
        /// The family of a document.
        Family = "family",
        /// The first day in force.
        PeriodFrom = "period.from",
        /// The last day in force.
        PeriodTo = "period.to",
        /// The date of a document.
        Issued = "issued",
        /// The version as printed.
        Version = "version",
        /// The status as printed.
        Status = "status",
        /// The body that published it.
        Body = "body",
        /// The word for a level.
        Level = "level",
        /// A code.
        Code = "code",
        /// A title.
        Title = "title",
        /// What the index implies where the title was lost.
        InferredTitle = "inferred_title",
        /// A kind.
        Kind = "kind",
        /// Prose.
        Text = "text",
        /// Whether a node stands in the body.
        InBody = "in_body",
        /// The amount in a summary table.
        SummaryAmount = "summary.amount",
        /// The share in a summary table.
        SummaryShare = "summary.share",
        /// Who answers for it.
        Owner = "owner",
        /// The node it hangs from.
        Parent = "parent",
        /// Other nodes it is put under.
        AlsoUnder = "also_under",
        /// The words beside a value.
        Label = "label",
        /// An answer.
        Value = "value",
        /// The group of an indicator.
        Group = "group",
        /// A note.
        Note = "note",
        /// The value to start from.
        Baseline = "baseline",
        /// A target as printed.
        Target = "target",
        /// How result and target are compared.
        TargetComparison = "target.comparison",
        /// The number of a target.
        TargetValue = "target.value",
        /// The upper number of a target.
        TargetUpper = "target.upper",
        /// The unit of a target.
        TargetUnit = "target.unit",
        /// The date that is the target.
        TargetDue = "target.due",
        /// A date told in the title.
        Deadline = "deadline",
        /// A result as printed.
        Measured = "measured",
        /// The number of a result.
        MeasuredValue = "measured.value",
        /// The unit of a result.
        MeasuredUnit = "measured.unit",
        /// The date of a result.
        MeasuredDate = "measured.date",
        /// What the date of a result is of.
        MeasuredDateKind = "measured.date_kind",
        /// Whether a result is final.
        MeasuredFinal = "measured.final",
        /// A cell of a column with no known meaning.
        Extra = "extra",
        /// The order of a phase.
        Order = "order",
        /// Planned or actual.
        State = "state",
        /// A first day.
        From = "from",
        /// A last day.
        To = "to",
        /// Revenue or expense.
        Direction = "direction",
        /// A chapter.
        Chapter = "chapter",
        /// An article.
        Article = "article",
        /// An amount.
        Amount = "amount",
        /// A chapter that another one names.
        Reference = "reference",
        /// A person.
        Person = "person",
        /// A working relation.
        Relation = "relation",
        /// A share.
        Share = "share",
        /// A fund; for a cost, what one source pays.
        Source = "source",
        /// A whole amount.
        Total = "total",
        /// Allocated by earlier acts.
        Before = "before",
        /// What the act changes.
        Change = "change",
        /// Allocated after it.
        After = "after",
        /// An activity.
        Activity = "activity",
        /// A whole cost.
        Cost = "cost",
        /// The heading of a column.
        Column = "column",
        /// Whether a word says that it is not exact.
        Approximate = "approximate",
        /// What an amount is for each of.
        Per = "per",
        /// The upper rows of a heading.
        Header = "header",
        /// A mark of a timetable.
        Mark = "mark",
        /// A cell of a table.
        Cell = "cell",
    }
}

impl FieldName {
    /// For values that another one stands for where that one differs: a printed value for what was parsed from it, a
    /// title for what is implied in its stead.
    #[must_use]
    pub const fn printed(self) -> Option<Self> {
        match self {
            Self::TargetComparison | Self::TargetValue | Self::TargetUpper | Self::TargetUnit | Self::TargetDue => {
                Some(Self::Target)
            }
            Self::MeasuredValue
            | Self::MeasuredUnit
            | Self::MeasuredDate
            | Self::MeasuredDateKind
            | Self::MeasuredFinal => Some(Self::Measured),
            Self::InferredTitle => Some(Self::Title),
            _ => None,
        }
    }

    /// Whether other values are not told where this one differs.
    pub(super) const fn stands_for_others(self) -> bool {
        matches!(self, Self::Target | Self::Measured | Self::Title)
    }
}

-- Plans as they were filed: the file, the plan, its versions, and all that a version says.
--
-- What hangs from a version has its key (area, plan, version) and its place in the version's list. Money is cents,
-- shares are hundredths of a percent, numbers are exact text, days are days. `line` is where a thing starts; where the
-- file is no plain text, plan_place says what that line is. Lists that nobody asks for by their parts are JSON.

CREATE TABLE document (
    area UUID NOT NULL,
    id UUID NOT NULL,
    body UUID NOT NULL,
    name TEXT NOT NULL,
    sha256 BYTEA NOT NULL,
    format TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    content BYTEA NOT NULL,
    added_at BIGINT NOT NULL,
    added_by UUID,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, body) REFERENCES body (area, id)
);

CREATE UNIQUE INDEX document_by_digest ON document (area, body, sha256);

CREATE TABLE plan (
    area UUID NOT NULL,
    id UUID NOT NULL,
    body UUID NOT NULL,
    title TEXT NOT NULL,
    family TEXT,
    period_from DATE,
    period_to DATE,
    latest BIGINT NOT NULL,
    filed_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, body) REFERENCES body (area, id)
);

CREATE INDEX plan_by_body ON plan (area, body);
CREATE INDEX plan_by_filing ON plan (area, filed_at, id);

-- The counts are those of the rows below, written with them.
CREATE TABLE plan_version (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    document UUID NOT NULL,
    filed_at BIGINT NOT NULL,
    filed_by UUID,
    family TEXT,
    title TEXT,
    publisher TEXT,
    period_from DATE,
    period_to DATE,
    issued DATE,
    act TEXT,
    version_text TEXT,
    status TEXT,
    lines BIGINT NOT NULL,
    lines_read BIGINT NOT NULL,
    lines_text BIGINT NOT NULL,
    lines_unread BIGINT NOT NULL,
    nodes BIGINT NOT NULL,
    indicators BIGINT NOT NULL,
    phases BIGINT NOT NULL,
    budget_lines BIGINT NOT NULL,
    efforts BIGINT NOT NULL,
    allocations BIGINT NOT NULL,
    resources BIGINT NOT NULL,
    timetables BIGINT NOT NULL,
    totals BIGINT NOT NULL,
    amounts BIGINT NOT NULL,
    other_tables BIGINT NOT NULL,
    notes BIGINT NOT NULL,
    unread BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version),
    FOREIGN KEY (area, plan) REFERENCES plan (area, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id)
);

CREATE INDEX plan_version_by_document ON plan_version (area, document);

-- Where the lines stand that the rows speak of, in files that are no plain text.
CREATE TABLE plan_place (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    line BIGINT NOT NULL,
    at_line BIGINT NOT NULL,
    sheet TEXT,
    page BIGINT,
    table_number BIGINT,
    table_row BIGINT,
    PRIMARY KEY (area, plan, version, line),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

-- The counts and sums at the end are of what hangs from the node itself; a sum is absent where there is nothing to sum.
CREATE TABLE plan_node (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    parent BIGINT,
    level TEXT,
    code TEXT,
    title TEXT,
    inferred_title TEXT,
    kind TEXT,
    text TEXT NOT NULL,
    in_body BOOLEAN NOT NULL,
    summary_amount BIGINT,
    summary_share BIGINT,
    summary_line BIGINT,
    owner TEXT,
    index_entries TEXT NOT NULL,
    line BIGINT NOT NULL,
    folded TEXT NOT NULL,
    indicators BIGINT NOT NULL,
    phases BIGINT NOT NULL,
    budget_lines BIGINT NOT NULL,
    efforts BIGINT NOT NULL,
    allocations BIGINT NOT NULL,
    resources BIGINT NOT NULL,
    timetables BIGINT NOT NULL,
    totals BIGINT NOT NULL,
    amounts BIGINT NOT NULL,
    other_tables BIGINT NOT NULL,
    notes BIGINT NOT NULL,
    revenue BIGINT,
    expense BIGINT,
    allocated BIGINT,
    cost BIGINT,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_node_by_parent ON plan_node (area, plan, version, parent, id);

-- The further nodes that the document puts a node under.
CREATE TABLE plan_node_under (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    node BIGINT NOT NULL,
    position BIGINT NOT NULL,
    under BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, node, position),
    FOREIGN KEY (area, plan, version, node) REFERENCES plan_node (area, plan, version, id)
);

CREATE TABLE plan_field (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    node BIGINT NOT NULL,
    position BIGINT NOT NULL,
    label TEXT NOT NULL,
    value TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, node, position),
    FOREIGN KEY (area, plan, version, node) REFERENCES plan_node (area, plan, version, id)
);

CREATE TABLE plan_indicator (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    code TEXT,
    title TEXT NOT NULL,
    group_title TEXT,
    note TEXT,
    baseline TEXT,
    deadline DATE,
    measured_raw TEXT,
    measured_value TEXT,
    measured_unit TEXT,
    measured_on DATE,
    measured_on_kind TEXT,
    measured_final BOOLEAN,
    owner TEXT,
    extra TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_indicator_by_node ON plan_indicator (area, plan, version, node, id);

-- What was promised: without a year the indicator's own target, with one that of a column of years.
CREATE TABLE plan_target (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    indicator BIGINT NOT NULL,
    position BIGINT NOT NULL,
    year BIGINT,
    raw TEXT NOT NULL,
    comparison TEXT,
    value TEXT,
    upper_value TEXT,
    unit TEXT,
    due DATE,
    heading TEXT,
    PRIMARY KEY (area, plan, version, indicator, position),
    FOREIGN KEY (area, plan, version, indicator) REFERENCES plan_indicator (area, plan, version, id)
);

CREATE TABLE plan_phase (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    objective TEXT,
    ordinal TEXT,
    title TEXT NOT NULL,
    state TEXT,
    from_on DATE,
    to_on DATE,
    note TEXT,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_phase_by_node ON plan_phase (area, plan, version, node, id);

CREATE TABLE plan_budget_line (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    direction TEXT,
    kind TEXT,
    chapter TEXT NOT NULL,
    article TEXT,
    title TEXT NOT NULL,
    amount BIGINT,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_budget_line_by_node ON plan_budget_line (area, plan, version, node, id);

-- The chapters of the other side that the title of a budget line names.
CREATE TABLE plan_chapter_reference (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    budget_line BIGINT NOT NULL,
    position BIGINT NOT NULL,
    direction TEXT NOT NULL,
    chapter TEXT,
    article TEXT,
    raw TEXT NOT NULL,
    PRIMARY KEY (area, plan, version, budget_line, position),
    FOREIGN KEY (area, plan, version, budget_line) REFERENCES plan_budget_line (area, plan, version, id)
);

-- People: the only table of a plan that names them as such.
CREATE TABLE plan_effort (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    person TEXT NOT NULL,
    relation TEXT,
    share BIGINT,
    line BIGINT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_effort_by_node ON plan_effort (area, plan, version, node, id);
CREATE INDEX plan_effort_by_person ON plan_effort (area, folded);

CREATE TABLE plan_allocation (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    source TEXT,
    amount_total BIGINT,
    amount_before BIGINT,
    amount_change BIGINT,
    amount_after BIGINT,
    owner TEXT,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_allocation_by_node ON plan_allocation (area, plan, version, node, id);

CREATE TABLE plan_resource (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    activity TEXT NOT NULL,
    cost BIGINT,
    kind TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_resource_by_node ON plan_resource (area, plan, version, node, id);

CREATE TABLE plan_resource_source (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    resource BIGINT NOT NULL,
    position BIGINT NOT NULL,
    source TEXT NOT NULL,
    amount BIGINT,
    raw TEXT,
    PRIMARY KEY (area, plan, version, resource, position),
    FOREIGN KEY (area, plan, version, resource) REFERENCES plan_resource (area, plan, version, id)
);

CREATE TABLE plan_timetable (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    title TEXT,
    header TEXT NOT NULL,
    headings TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_timetable_by_node ON plan_timetable (area, plan, version, node, id);

CREATE TABLE plan_timetable_row (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    timetable BIGINT NOT NULL,
    position BIGINT NOT NULL,
    code TEXT,
    label TEXT,
    marks TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, timetable, position),
    FOREIGN KEY (area, plan, version, timetable) REFERENCES plan_timetable (area, plan, version, id)
);

CREATE TABLE plan_total (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    label TEXT,
    heading TEXT,
    amount BIGINT,
    share BIGINT,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_total_by_node ON plan_total (area, plan, version, node, id);

CREATE TABLE plan_amount (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    label TEXT,
    raw TEXT NOT NULL,
    amount BIGINT NOT NULL,
    approximate BOOLEAN NOT NULL,
    per TEXT,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_amount_by_node ON plan_amount (area, plan, version, node, id);

CREATE TABLE plan_table (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    title TEXT,
    headings TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_table_by_node ON plan_table (area, plan, version, node, id);

CREATE TABLE plan_table_row (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    table_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    cells TEXT,
    line BIGINT,
    PRIMARY KEY (area, plan, version, table_id, position),
    FOREIGN KEY (area, plan, version, table_id) REFERENCES plan_table (area, plan, version, id)
);

CREATE TABLE plan_note (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    node BIGINT,
    code TEXT NOT NULL,
    subject TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

CREATE INDEX plan_note_by_node ON plan_note (area, plan, version, node, id);

CREATE TABLE plan_unread (
    area UUID NOT NULL,
    plan UUID NOT NULL,
    version BIGINT NOT NULL,
    id BIGINT NOT NULL,
    line BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (area, plan, version, id),
    FOREIGN KEY (area, plan, version) REFERENCES plan_version (area, plan, version)
);

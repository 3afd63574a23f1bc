-- Documents under review: what came in together, the readings, what people put right, what the checks found.
--
-- A document and a reading are never changed. A reading is kept in pieces of so many lines, each with its lines and what
-- was read from them, so that a page asks for one; only what is searched has rows of its own. `line` is a line of the
-- blocks. What has had its time goes with the document.

CREATE TABLE upload (
    area UUID NOT NULL,
    id UUID NOT NULL,
    body UUID NOT NULL,
    uploaded_at BIGINT NOT NULL,
    uploaded_by UUID NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, body) REFERENCES body (area, id),
    FOREIGN KEY (area, uploaded_by) REFERENCES staff (area, id)
);

CREATE INDEX upload_by_time ON upload (area, uploaded_at, id);

-- One file of those that came in together: the document it is, or why it was refused.
CREATE TABLE upload_item (
    area UUID NOT NULL,
    upload UUID NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    document UUID,
    known BOOLEAN NOT NULL,
    refusal TEXT,
    PRIMARY KEY (area, upload, position),
    FOREIGN KEY (area, upload) REFERENCES upload (area, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE
);

CREATE INDEX upload_item_by_document ON upload_item (area, document);

CREATE TABLE reading (
    area UUID NOT NULL,
    document UUID NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by UUID,
    done_at BIGINT,
    program TEXT NOT NULL,
    words BIGINT NOT NULL,
    fault_code TEXT,
    fault_it TEXT,
    fault_en TEXT,
    family TEXT,
    title TEXT,
    period_from DATE,
    period_to DATE,
    lines BIGINT NOT NULL,
    lines_read BIGINT NOT NULL,
    lines_text BIGINT NOT NULL,
    lines_unread BIGINT NOT NULL,
    nodes BIGINT NOT NULL,
    PRIMARY KEY (area, document, number),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE
);

CREATE INDEX reading_by_state ON reading (area, state, asked_at);

-- The lines from first_line to last_line with what was read from them; content is compressed JSON.
CREATE TABLE reading_chunk (
    area UUID NOT NULL,
    document UUID NOT NULL,
    reading BIGINT NOT NULL,
    number BIGINT NOT NULL,
    first_line BIGINT NOT NULL,
    last_line BIGINT NOT NULL,
    first_page BIGINT,
    last_page BIGINT,
    content BYTEA NOT NULL,
    PRIMARY KEY (area, document, reading, number),
    FOREIGN KEY (area, document, reading) REFERENCES reading (area, document, number) ON DELETE CASCADE
);

CREATE TABLE reading_node (
    area UUID NOT NULL,
    document UUID NOT NULL,
    reading BIGINT NOT NULL,
    id BIGINT NOT NULL,
    parent BIGINT,
    level TEXT,
    code TEXT,
    title TEXT,
    line BIGINT NOT NULL,
    ordinal BIGINT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (area, document, reading, id),
    FOREIGN KEY (area, document, reading) REFERENCES reading (area, document, number) ON DELETE CASCADE
);

CREATE TABLE reading_unread (
    area UUID NOT NULL,
    document UUID NOT NULL,
    reading BIGINT NOT NULL,
    line BIGINT NOT NULL,
    position BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (area, document, reading, line, position),
    FOREIGN KEY (area, document, reading) REFERENCES reading (area, document, number) ON DELETE CASCADE
);

-- What people put right. Which columns are filled depends on the act.
CREATE TABLE correction (
    area UUID NOT NULL,
    id UUID NOT NULL,
    document UUID NOT NULL,
    made_at BIGINT NOT NULL,
    made_by UUID NOT NULL,
    reading BIGINT NOT NULL,
    anchor TEXT NOT NULL,
    act TEXT NOT NULL,
    line BIGINT NOT NULL,
    record TEXT,
    field TEXT,
    old_value TEXT,
    new_value TEXT,
    withdrawn_at BIGINT,
    withdrawn_by UUID,
    placed_reading BIGINT,
    placed_as TEXT,
    placed_line BIGINT,
    placed_record TEXT,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE,
    FOREIGN KEY (area, made_by) REFERENCES staff (area, id),
    FOREIGN KEY (area, withdrawn_by) REFERENCES staff (area, id)
);

CREATE INDEX correction_by_document ON correction (area, document, made_at, id);

-- Each time that the checks looked at a document as it was corrected then: the counts stay, for the course of time.
CREATE TABLE checking (
    area UUID NOT NULL,
    document UUID NOT NULL,
    number BIGINT NOT NULL,
    reading BIGINT NOT NULL,
    checked_at BIGINT NOT NULL,
    corrections BIGINT NOT NULL,
    errors BIGINT NOT NULL,
    warnings BIGINT NOT NULL,
    notes BIGINT NOT NULL,
    PRIMARY KEY (area, document, number),
    FOREIGN KEY (area, document, reading) REFERENCES reading (area, document, number) ON DELETE CASCADE
);

CREATE INDEX checking_by_time ON checking (area, checked_at);

-- What the last checking of a document found. `said` is the worded finding in both languages, as JSON.
CREATE TABLE finding (
    area UUID NOT NULL,
    document UUID NOT NULL,
    id BIGINT NOT NULL,
    fingerprint TEXT NOT NULL,
    code TEXT NOT NULL,
    severity BIGINT NOT NULL,
    line BIGINT,
    end_line BIGINT,
    node BIGINT,
    message_it TEXT NOT NULL,
    message_en TEXT NOT NULL,
    folded TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (area, document, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE
);

CREATE INDEX finding_by_line ON finding (area, document, line);
CREATE INDEX finding_by_fingerprint ON finding (area, document, fingerprint);
CREATE INDEX finding_by_code ON finding (area, code);

CREATE TABLE acceptance (
    area UUID NOT NULL,
    id UUID NOT NULL,
    document UUID NOT NULL,
    fingerprint TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    accepted_at BIGINT NOT NULL,
    accepted_by UUID NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by UUID,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE,
    FOREIGN KEY (area, accepted_by) REFERENCES staff (area, id),
    FOREIGN KEY (area, withdrawn_by) REFERENCES staff (area, id)
);

CREATE INDEX acceptance_by_finding ON acceptance (area, document, fingerprint);

CREATE TABLE errand (
    area UUID NOT NULL,
    id UUID NOT NULL,
    document UUID NOT NULL,
    fingerprint TEXT NOT NULL,
    code TEXT NOT NULL,
    said TEXT NOT NULL,
    line BIGINT NOT NULL,
    to_staff UUID NOT NULL,
    due DATE NOT NULL,
    request TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    given_by UUID NOT NULL,
    state TEXT NOT NULL,
    returned_at BIGINT,
    answer TEXT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, document) REFERENCES document (area, id) ON DELETE CASCADE,
    FOREIGN KEY (area, to_staff) REFERENCES staff (area, id),
    FOREIGN KEY (area, given_by) REFERENCES staff (area, id)
);

CREATE INDEX errand_by_person ON errand (area, to_staff, state, due);
CREATE INDEX errand_by_finding ON errand (area, document, fingerprint);

CREATE TABLE area_word (
    area UUID NOT NULL,
    id UUID NOT NULL,
    word TEXT NOT NULL,
    meaning TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by UUID NOT NULL,
    removed_at BIGINT,
    removed_by UUID,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, added_by) REFERENCES staff (area, id),
    FOREIGN KEY (area, removed_by) REFERENCES staff (area, id)
);

CREATE INDEX area_word_by_time ON area_word (area, added_at, id);

-- The reading that a version was filed from, and how many corrections it carries; absent for what came in by command
-- before there were reviews.
ALTER TABLE plan_version ADD COLUMN reading BIGINT;
ALTER TABLE plan_version ADD COLUMN corrections BIGINT NOT NULL DEFAULT 0;
ALTER TABLE plan_version ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft';

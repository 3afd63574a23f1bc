-- Keeping and deleting: how long each kind of record is kept, the runs that delete, the holds that keep.

-- What an area says otherwise than the program; a kind without a row is kept as long as the program says.
CREATE TABLE retention_rule (
    area UUID NOT NULL REFERENCES area (area),
    kind TEXT NOT NULL,
    months BIGINT NOT NULL,
    basis TEXT,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, kind)
);

-- A run: prepared by one person, decided by another.
CREATE TABLE retention_run (
    area UUID NOT NULL,
    id UUID NOT NULL,
    prepared_at BIGINT NOT NULL,
    prepared_by UUID NOT NULL,
    state TEXT NOT NULL,
    decided_at BIGINT,
    decided_by UUID,
    reason TEXT,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, prepared_by) REFERENCES staff (area, id),
    FOREIGN KEY (area, decided_by) REFERENCES staff (area, id)
);

CREATE INDEX retention_run_by_time ON retention_run (area, prepared_at);

CREATE TABLE retention_item (
    area UUID NOT NULL,
    run UUID NOT NULL,
    kind TEXT NOT NULL,
    months BIGINT NOT NULL,
    kept_from DATE NOT NULL,
    due BIGINT NOT NULL,
    held BIGINT NOT NULL,
    deleted BIGINT,
    PRIMARY KEY (area, run, kind),
    FOREIGN KEY (area, run) REFERENCES retention_run (area, id)
);

-- What is kept while a matter is open: one of kind, staff and record says what.
CREATE TABLE legal_hold (
    area UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT,
    staff UUID,
    record UUID,
    reason TEXT NOT NULL,
    placed_at BIGINT NOT NULL,
    placed_by UUID NOT NULL,
    lifted_at BIGINT,
    lifted_by UUID,
    lifted_reason TEXT,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id),
    FOREIGN KEY (area, placed_by) REFERENCES staff (area, id),
    FOREIGN KEY (area, lifted_by) REFERENCES staff (area, id)
);

CREATE INDEX legal_hold_by_staff ON legal_hold (area, staff);
CREATE INDEX legal_hold_by_record ON legal_hold (area, record);

-- When the name of a person who left gave way to a placeholder.
ALTER TABLE staff ADD COLUMN cleared_at BIGINT;

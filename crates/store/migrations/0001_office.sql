-- The office: an area, its bodies, the people in their positions, how they sign in.
--
-- One text for both databases. The types are PostgreSQL's words; for SQLite `migrate.rs` writes UUID and BYTEA as BLOB,
-- BIGINT and BOOLEAN as INTEGER, DATE as TEXT, and makes the tables STRICT. Instants are BIGINT microseconds UTC.

CREATE TABLE area (
    area UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE setting (
    area UUID NOT NULL REFERENCES area (area),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, name)
);

CREATE TABLE body (
    area UUID NOT NULL REFERENCES area (area),
    id UUID NOT NULL,
    parent UUID,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    istat TEXT,
    ipa TEXT,
    valid_from DATE,
    valid_to DATE,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, parent) REFERENCES body (area, id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE staff (
    area UUID NOT NULL REFERENCES area (area),
    id UUID NOT NULL,
    name TEXT NOT NULL,
    login TEXT NOT NULL,
    email TEXT,
    left_on DATE,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id)
);

CREATE UNIQUE INDEX staff_by_login ON staff (area, login);

CREATE TABLE position (
    area UUID NOT NULL,
    id UUID NOT NULL,
    body UUID NOT NULL,
    title TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, body) REFERENCES body (area, id)
);

CREATE INDEX position_by_body ON position (area, body);

CREATE TABLE position_role (
    area UUID NOT NULL,
    position UUID NOT NULL,
    role TEXT NOT NULL,
    reach TEXT NOT NULL,
    PRIMARY KEY (area, position, role),
    FOREIGN KEY (area, position) REFERENCES position (area, id)
);

CREATE TABLE tenure (
    area UUID NOT NULL,
    id UUID NOT NULL,
    position UUID NOT NULL,
    staff UUID NOT NULL,
    from_on DATE NOT NULL,
    to_on DATE,
    version BIGINT NOT NULL,
    PRIMARY KEY (area, id),
    FOREIGN KEY (area, position) REFERENCES position (area, id),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE INDEX tenure_by_staff ON tenure (area, staff);
CREATE INDEX tenure_by_position ON tenure (area, position);

-- How a person signs in: the password as a PHC string, the secret of the second factor, the count of failures.
CREATE TABLE credential (
    area UUID NOT NULL,
    staff UUID NOT NULL,
    password TEXT,
    totp_secret BYTEA,
    totp_since BIGINT,
    totp_step BIGINT,
    failures BIGINT NOT NULL,
    locked_until BIGINT,
    subject TEXT,
    PRIMARY KEY (area, staff),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE UNIQUE INDEX credential_by_subject ON credential (area, subject);

CREATE TABLE recovery_code (
    area UUID NOT NULL,
    staff UUID NOT NULL,
    digest BYTEA NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (area, staff, digest),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE TABLE one_time_link (
    area UUID NOT NULL,
    digest BYTEA NOT NULL,
    staff UUID NOT NULL,
    created_at BIGINT NOT NULL,
    created_by UUID,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (area, digest),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE TABLE session (
    area UUID NOT NULL,
    digest BYTEA NOT NULL,
    id UUID NOT NULL,
    staff UUID NOT NULL,
    stage TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    address TEXT NOT NULL,
    agent TEXT NOT NULL,
    PRIMARY KEY (area, digest),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE UNIQUE INDEX session_by_id ON session (area, id);
CREATE INDEX session_by_staff ON session (area, staff);

CREATE TABLE api_token (
    area UUID NOT NULL,
    digest BYTEA NOT NULL,
    id UUID NOT NULL,
    staff UUID NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    ended_at BIGINT,
    PRIMARY KEY (area, digest),
    FOREIGN KEY (area, staff) REFERENCES staff (area, id)
);

CREATE UNIQUE INDEX api_token_by_id ON api_token (area, id);
CREATE INDEX api_token_by_staff ON api_token (area, staff);

-- The chain of what was done and seen. The head is one row an area: taking it locks the chain until the commit.
CREATE TABLE audit_head (
    area UUID NOT NULL PRIMARY KEY REFERENCES area (area),
    seq BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    base_seq BIGINT NOT NULL,
    base_digest BYTEA NOT NULL
);

CREATE TABLE audit_record (
    area UUID NOT NULL REFERENCES area (area),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    act TEXT NOT NULL,
    actor UUID,
    actor_name TEXT NOT NULL,
    source TEXT NOT NULL,
    object UUID,
    subject UUID,
    purpose TEXT,
    detail TEXT NOT NULL,
    previous BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    PRIMARY KEY (area, seq)
);

CREATE INDEX audit_record_by_actor ON audit_record (area, actor, seq);
CREATE INDEX audit_record_by_subject ON audit_record (area, subject, seq);
CREATE INDEX audit_record_by_object ON audit_record (area, object, seq);

-- What is kept of a browser that was sent to the outside identity provider, until it comes back: ten minutes at most.
-- `digest` is that of the state, `visit` that of the browser's own secret; what stands here serves once.
CREATE TABLE login_attempt (
    area UUID NOT NULL,
    digest BYTEA NOT NULL,
    visit BYTEA NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    onward TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (area, digest)
);

CREATE INDEX login_attempt_by_end ON login_attempt (area, expires_at);

-- What happened to an errand, step by step: the words of every request and answer stay. Rows are added, never changed.
CREATE TABLE errand_step (
    area UUID NOT NULL,
    errand UUID NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_staff UUID NOT NULL,
    state TEXT NOT NULL,
    to_staff UUID NOT NULL,
    due DATE NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (area, errand, number),
    FOREIGN KEY (area, errand) REFERENCES errand (area, id),
    FOREIGN KEY (area, by_staff) REFERENCES staff (area, id),
    FOREIGN KEY (area, to_staff) REFERENCES staff (area, id)
);

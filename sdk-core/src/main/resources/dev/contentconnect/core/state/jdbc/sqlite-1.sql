-- Version 1. Each statement ends with a semicolon at the end of a line; lines with two dashes are left out.
--
-- Columns called ..._ms hold milliseconds since 1970, ..._at a time as text with nine digits behind the second.
-- Ids of other systems have no longest length and indexes do: a column called ..._key holds the id itself, or its
-- beginning and hash when it is long; ..._whole (or whole_...) then holds the id and is empty otherwise.

-- How far each feed was read.
CREATE TABLE {p}cursors (
    feed TEXT NOT NULL PRIMARY KEY,
    read_to TEXT NOT NULL
) STRICT;

-- Handled keys, by the million: looked up by the whole key, dropped by age within a scope. The table is its own index.
CREATE TABLE {p}keys (
    scope TEXT NOT NULL,
    happening TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (scope, happening)
) STRICT, WITHOUT ROWID;

CREATE INDEX {p}keys_by_age ON {p}keys (scope, at_ms);

-- Ties between objects, found from either end.
CREATE TABLE {p}links (
    from_key TEXT NOT NULL,
    from_whole TEXT,
    type TEXT NOT NULL,
    to_key TEXT NOT NULL,
    to_whole TEXT,
    version INTEGER NOT NULL,
    fingerprint TEXT,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (from_key, type, to_key)
) STRICT;

CREATE INDEX {p}links_by_end ON {p}links (to_key, type);

-- Items put aside.
CREATE TABLE {p}parked (
    feed TEXT NOT NULL,
    item_key TEXT NOT NULL,
    whole_key TEXT,
    object TEXT NOT NULL,
    payload TEXT NOT NULL,
    reason TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    first_failed_at TEXT NOT NULL,
    last_failed_at TEXT NOT NULL,
    PRIMARY KEY (feed, item_key)
) STRICT;

CREATE INDEX {p}parked_by_age ON {p}parked (feed, first_failed_at, item_key);

-- One row for each feed that ever accepted an item: the last number given out.
CREATE TABLE {p}feeds (
    feed TEXT NOT NULL PRIMARY KEY,
    last_number INTEGER NOT NULL
) STRICT;

-- Accepted and not handled. A claim walks along the primary key, oldest first, and looks for each item into
-- inbox_by_object whether something of its object is in somebody's hands or waits: free_ms in the index leads it to these
-- few rows, past however many more of the object are due.
CREATE TABLE {p}inbox (
    feed TEXT NOT NULL,
    number INTEGER NOT NULL,
    object_key TEXT NOT NULL,
    whole_object TEXT,
    event TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    first_failed_ms INTEGER,
    reason TEXT,
    claim INTEGER NOT NULL,
    -- Who claimed it last; empty when nobody holds it.
    worker TEXT NOT NULL,
    -- From when it may be claimed: the end of a claim, or of a delay.
    free_ms INTEGER NOT NULL,
    PRIMARY KEY (feed, number)
) STRICT;

CREATE INDEX {p}inbox_by_object ON {p}inbox (feed, object_key, free_ms, number, worker);

CREATE INDEX {p}inbox_by_worker ON {p}inbox (feed, worker) WHERE worker <> '';

CREATE TABLE {p}leases (
    name TEXT NOT NULL PRIMARY KEY,
    owner TEXT NOT NULL,
    fence INTEGER NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;

-- The audit trail, by the million. It is read along its numbers, all of it or what belongs to one case or one object.
-- Times of events and their sources have no index of their own: such reads walk through the whole trail, which the few
-- that ask (reports, exports) can afford and every commit cannot.
CREATE TABLE {p}trail (
    number INTEGER NOT NULL PRIMARY KEY,
    recorded_ms INTEGER NOT NULL,
    source TEXT NOT NULL,
    event_id TEXT NOT NULL,
    occurred_ms INTEGER NOT NULL,
    case_key TEXT,
    subject TEXT,
    event TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX {p}trail_once ON {p}trail (source, event_id);

CREATE INDEX {p}trail_by_case ON {p}trail (case_key, number) WHERE case_key IS NOT NULL;

CREATE INDEX {p}trail_by_subject ON {p}trail (subject, number) WHERE subject IS NOT NULL;

-- One row: the end of the trail.
CREATE TABLE {p}trail_head (
    id INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

INSERT INTO {p}trail_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

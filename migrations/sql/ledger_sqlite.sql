-- The books on SQLite. Every table is STRICT; the triggers refuse what would break an invariant.
-- What SQLite can't compute (the hash) is found by `flask check-books`.
-- Codes: TB000 append-only, TB001 floor, TB002 ceiling, TB404 unknown account, TB409 bad reversal,
-- TB410 closed account, TB412 stale head, TB423 closed period.

CREATE TABLE book (
  id INTEGER NOT NULL CONSTRAINT pk_book PRIMARY KEY,
  name TEXT NOT NULL,
  seq INTEGER NOT NULL,
  head BLOB NOT NULL,
  last_at TEXT NOT NULL,
  closed_through TEXT,
  CONSTRAINT ck_book_seq CHECK (seq >= 0),
  CONSTRAINT ck_book_head CHECK (length(head) = 32)
) STRICT;

CREATE TABLE account (
  id INTEGER NOT NULL CONSTRAINT pk_account PRIMARY KEY,
  uid TEXT NOT NULL,
  book_id INTEGER NOT NULL CONSTRAINT fk_account_book_id_book REFERENCES book (id),
  kind TEXT NOT NULL,
  counterpart_book_id INTEGER CONSTRAINT fk_account_counterpart_book_id_book REFERENCES book (id),
  balance_minutes INTEGER NOT NULL,
  version INTEGER NOT NULL,
  floor_minutes INTEGER,
  ceiling_minutes INTEGER,
  closed_on TEXT,
  CONSTRAINT ck_account_kind CHECK (kind IN ('member', 'household', 'pot', 'clearing')),
  CONSTRAINT ck_account_version CHECK (version >= 0),
  CONSTRAINT ck_account_limits CHECK (floor_minutes <= ceiling_minutes),
  CONSTRAINT ck_account_closed_at_zero CHECK (closed_on IS NULL OR balance_minutes = 0),
  CONSTRAINT ck_account_counterpart CHECK ((kind = 'clearing') = (counterpart_book_id IS NOT NULL)),
  CONSTRAINT uq_account_uid UNIQUE (uid),
  CONSTRAINT uq_account_book_id_counterpart_book_id UNIQUE (book_id, counterpart_book_id),
  CONSTRAINT uq_account_book_id_id UNIQUE (book_id, id)
) STRICT;

CREATE TABLE transfer (
  book_id INTEGER NOT NULL CONSTRAINT fk_transfer_book_id_book REFERENCES book (id),
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  debit_account_id INTEGER NOT NULL CONSTRAINT fk_transfer_debit_account_id_account REFERENCES account (id),
  credit_account_id INTEGER NOT NULL CONSTRAINT fk_transfer_credit_account_id_account REFERENCES account (id),
  minutes INTEGER NOT NULL,
  debit_version INTEGER NOT NULL,
  debit_balance_minutes INTEGER NOT NULL,
  credit_version INTEGER NOT NULL,
  credit_balance_minutes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reverses_seq INTEGER,
  pair_id TEXT,
  done_on TEXT NOT NULL,
  concerns_on TEXT,
  recorded_at TEXT NOT NULL,
  actor_id INTEGER NOT NULL,
  memo TEXT,
  memo_salt BLOB,
  memo_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  CONSTRAINT pk_transfer PRIMARY KEY (book_id, seq),
  CONSTRAINT ck_transfer_seq CHECK (seq > 0),
  CONSTRAINT ck_transfer_minutes CHECK (minutes BETWEEN 1 AND 525600),
  CONSTRAINT ck_transfer_two_accounts CHECK (debit_account_id <> credit_account_id),
  CONSTRAINT ck_transfer_kind CHECK (kind IN ('favour', 'gift', 'grant', 'welcome', 'antenna_work', 'move', 'closing', 'reversal')),
  CONSTRAINT ck_transfer_reversal CHECK ((kind = 'reversal') = (reverses_seq IS NOT NULL)),
  CONSTRAINT ck_transfer_hash CHECK (length(hash) = 32 AND length(memo_hash) = 32),
  CONSTRAINT uq_transfer_id UNIQUE (id),
  CONSTRAINT uq_transfer_debit_account_id_debit_version UNIQUE (debit_account_id, debit_version),
  CONSTRAINT uq_transfer_credit_account_id_credit_version UNIQUE (credit_account_id, credit_version)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX uq_transfer_reverses ON transfer (book_id, reverses_seq);
CREATE INDEX ix_transfer_debit_done_on ON transfer (debit_account_id, done_on, debit_version);
CREATE INDEX ix_transfer_credit_done_on ON transfer (credit_account_id, done_on, credit_version);
CREATE INDEX ix_transfer_pair_id ON transfer (pair_id);

-- INSERT OR REPLACE removes rows without a delete trigger where recursive_triggers is off, as in a shell:
-- each BEFORE INSERT refuses a row whose key is there.
CREATE TRIGGER transfer_check BEFORE INSERT ON transfer BEGIN
  SELECT RAISE(ABORT, 'TB000 the books are append-only') WHERE EXISTS (SELECT 1 FROM transfer WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'TB409 bad reversal') WHERE NEW.reverses_seq IS NOT NULL AND EXISTS (
    SELECT 1 FROM transfer WHERE book_id = NEW.book_id AND reverses_seq = NEW.reverses_seq);
  SELECT RAISE(ABORT, 'TB412 stale head') WHERE NOT EXISTS (
    SELECT 1 FROM book WHERE id = NEW.book_id AND seq = NEW.seq - 1 AND last_at < NEW.recorded_at);
  SELECT RAISE(ABORT, 'TB423 period closed') FROM book WHERE id = NEW.book_id AND NEW.done_on <= closed_through;
  SELECT RAISE(ABORT, 'TB409 bad reversal') WHERE NEW.reverses_seq IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM transfer WHERE book_id = NEW.book_id AND seq = NEW.reverses_seq AND reverses_seq IS NULL
      AND debit_account_id = NEW.credit_account_id AND credit_account_id = NEW.debit_account_id
      AND minutes = NEW.minutes AND (pair_id IS NULL) = (NEW.pair_id IS NULL));
  SELECT RAISE(ABORT, 'TB410 account closed') FROM account
    WHERE id IN (NEW.debit_account_id, NEW.credit_account_id) AND closed_on IS NOT NULL;
  SELECT RAISE(ABORT, 'TB001 floor') FROM account
    WHERE id = NEW.debit_account_id AND NEW.reverses_seq IS NULL AND NEW.debit_balance_minutes < floor_minutes;
  SELECT RAISE(ABORT, 'TB002 ceiling') FROM account
    WHERE id = NEW.credit_account_id AND NEW.reverses_seq IS NULL AND NEW.credit_balance_minutes > ceiling_minutes;
  SELECT RAISE(ABORT, 'TB412 stale account') WHERE NOT EXISTS (
    SELECT 1 FROM account WHERE id = NEW.debit_account_id AND book_id = NEW.book_id
      AND version = NEW.debit_version - 1 AND balance_minutes = NEW.debit_balance_minutes + NEW.minutes)
    OR NOT EXISTS (
    SELECT 1 FROM account WHERE id = NEW.credit_account_id AND book_id = NEW.book_id
      AND version = NEW.credit_version - 1 AND balance_minutes = NEW.credit_balance_minutes - NEW.minutes);
END;

CREATE TRIGGER transfer_apply AFTER INSERT ON transfer BEGIN
  UPDATE account SET balance_minutes = NEW.debit_balance_minutes, version = NEW.debit_version
    WHERE id = NEW.debit_account_id;
  UPDATE account SET balance_minutes = NEW.credit_balance_minutes, version = NEW.credit_version
    WHERE id = NEW.credit_account_id;
  UPDATE book SET seq = NEW.seq, head = NEW.hash, last_at = NEW.recorded_at WHERE id = NEW.book_id;
END;

-- Only a memo and its salt may be erased; the memo's hash stays, so the chain still holds.
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer WHEN NOT (
  NEW.memo IS NULL AND NEW.memo_salt IS NULL AND NEW.book_id = OLD.book_id AND NEW.seq = OLD.seq
  AND NEW.id = OLD.id AND NEW.debit_account_id = OLD.debit_account_id
  AND NEW.credit_account_id = OLD.credit_account_id AND NEW.minutes = OLD.minutes
  AND NEW.debit_version = OLD.debit_version AND NEW.debit_balance_minutes = OLD.debit_balance_minutes
  AND NEW.credit_version = OLD.credit_version AND NEW.credit_balance_minutes = OLD.credit_balance_minutes
  AND NEW.kind = OLD.kind AND NEW.reverses_seq IS OLD.reverses_seq AND NEW.pair_id IS OLD.pair_id
  AND NEW.done_on = OLD.done_on AND NEW.concerns_on IS OLD.concerns_on AND NEW.recorded_at = OLD.recorded_at
  AND NEW.actor_id = OLD.actor_id AND NEW.memo_hash = OLD.memo_hash AND NEW.hash = OLD.hash)
BEGIN SELECT RAISE(ABORT, 'TB000 the books are append-only'); END;

CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer
BEGIN SELECT RAISE(ABORT, 'TB000 the books are append-only'); END;

CREATE TRIGGER account_opens_at_zero BEFORE INSERT ON account
WHEN NEW.balance_minutes <> 0 OR NEW.version <> 0 OR NEW.closed_on IS NOT NULL
  OR EXISTS (SELECT 1 FROM account WHERE id = NEW.id OR uid = NEW.uid)
  OR EXISTS (SELECT 1 FROM account WHERE book_id = NEW.book_id AND counterpart_book_id = NEW.counterpart_book_id)
BEGIN SELECT RAISE(ABORT, 'TB000 an account opens at 0'); END;

-- A balance moves only together with a transfer that states the same version and balance.
CREATE TRIGGER account_guard BEFORE UPDATE ON account WHEN
  NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.book_id <> OLD.book_id OR NEW.kind <> OLD.kind
  OR NEW.counterpart_book_id IS NOT OLD.counterpart_book_id
  OR ((NEW.balance_minutes <> OLD.balance_minutes OR NEW.version <> OLD.version)
    AND (NEW.version <> OLD.version + 1 OR (
      NOT EXISTS (SELECT 1 FROM transfer WHERE debit_account_id = NEW.id AND debit_version = NEW.version
        AND debit_balance_minutes = NEW.balance_minutes)
      AND NOT EXISTS (SELECT 1 FROM transfer WHERE credit_account_id = NEW.id AND credit_version = NEW.version
        AND credit_balance_minutes = NEW.balance_minutes))))
BEGIN SELECT RAISE(ABORT, 'TB000 a balance moves only by a transfer'); END;

CREATE TRIGGER account_no_delete BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'TB000 an account is never deleted'); END;

CREATE TRIGGER book_opens_empty BEFORE INSERT ON book
WHEN NEW.seq <> 0 OR NEW.head <> X'{genesis}' OR EXISTS (SELECT 1 FROM book WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 a book opens empty'); END;

CREATE TRIGGER book_guard BEFORE UPDATE ON book WHEN
  NEW.id <> OLD.id
  OR (OLD.closed_through IS NOT NULL AND (NEW.closed_through IS NULL OR NEW.closed_through < OLD.closed_through))
  OR ((NEW.seq <> OLD.seq OR NEW.head <> OLD.head OR NEW.last_at <> OLD.last_at)
    AND (NEW.seq <> OLD.seq + 1 OR NOT EXISTS (
      SELECT 1 FROM transfer WHERE book_id = NEW.id AND seq = NEW.seq AND hash = NEW.head
        AND recorded_at = NEW.last_at)))
BEGIN SELECT RAISE(ABORT, 'TB000 a head moves only by a transfer'); END;

CREATE TRIGGER book_no_delete BEFORE DELETE ON book
BEGIN SELECT RAISE(ABORT, 'TB000 a book is never deleted'); END;

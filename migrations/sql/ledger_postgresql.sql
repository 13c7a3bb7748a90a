-- The books on PostgreSQL: the guards. The tables are made by the migration.
-- One trigger fills a transfer in, or checks one that comes filled in, so that no INSERT, from
-- whatever shell, can write an unbalanced, forged or late row. SQLSTATEs as on SQLite: TB000 ...

CREATE FUNCTION transfer_leaf(t transfer) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(concat_ws('|', 'tb1', t.book_id, t.seq, t.id, t.debit_account_id,
    t.credit_account_id, t.minutes, t.debit_version, t.debit_balance_minutes, t.credit_version,
    t.credit_balance_minutes, t.kind, coalesce(t.reverses_seq, 0), coalesce(t.pair_id::text, '-'),
    to_char(t.done_on, 'YYYY-MM-DD'), coalesce(to_char(t.concerns_on, 'YYYY-MM-DD'), '-'),
    (extract(epoch FROM t.recorded_at) * 1000000)::bigint, t.actor_id, encode(t.memo_hash, 'hex')), 'UTF8'))
$$;

CREATE FUNCTION refuse_transfer(p_book bigint, p_debit bigint, p_credit bigint, p_minutes integer)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE d account; c account;
BEGIN
  SELECT * INTO d FROM account WHERE id = p_debit AND book_id = p_book;
  SELECT * INTO c FROM account WHERE id = p_credit AND book_id = p_book;
  IF d.id IS NULL OR c.id IS NULL THEN
    RAISE EXCEPTION 'unknown account' USING ERRCODE = 'TB404';
  END IF;
  IF d.closed_on IS NOT NULL OR c.closed_on IS NOT NULL THEN
    RAISE EXCEPTION 'account closed' USING ERRCODE = 'TB410';
  END IF;
  IF d.balance_minutes - p_minutes < d.floor_minutes THEN
    RAISE EXCEPTION 'floor' USING ERRCODE = 'TB001';
  END IF;
  RAISE EXCEPTION 'ceiling' USING ERRCODE = 'TB002';
END $$;

-- The lock on the book comes first; within a book, its accounts follow under that one lock.
CREATE FUNCTION transfer_post() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE b record; x record; given transfer;
BEGIN
  SELECT seq, head, last_at, closed_through,
      EXISTS (SELECT 1 FROM transfer t WHERE t.id = NEW.id) AS known
    INTO b FROM book WHERE id = NEW.book_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'unknown book' USING ERRCODE = 'TB404'; END IF;
  IF b.known THEN RETURN NULL; END IF;
  IF NEW.done_on <= b.closed_through THEN
    RAISE EXCEPTION 'period closed' USING ERRCODE = 'TB423', DETAIL = b.closed_through::text;
  END IF;
  IF NEW.reverses_seq IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM transfer o WHERE o.book_id = NEW.book_id AND o.seq = NEW.reverses_seq
      AND o.reverses_seq IS NULL AND o.debit_account_id = NEW.credit_account_id
      AND o.credit_account_id = NEW.debit_account_id AND o.minutes = NEW.minutes
      AND (o.pair_id IS NULL) = (NEW.pair_id IS NULL)) THEN
    RAISE EXCEPTION 'bad reversal' USING ERRCODE = 'TB409';
  END IF;
  given := NEW;
  IF given.recorded_at IS NULL OR given.seq IS NULL THEN
    NEW.recorded_at := greatest(coalesce(NEW.recorded_at, clock_timestamp()), b.last_at + interval '1 microsecond');
  ELSIF given.recorded_at <= b.last_at THEN
    RAISE EXCEPTION 'stale head' USING ERRCODE = 'TB412';
  END IF;
  NEW.seq := b.seq + 1;
  NEW.memo_hash := sha256(coalesce(NEW.memo_salt, ''::bytea) || convert_to(coalesce(NEW.memo, ''), 'UTF8'));
  WITH d AS (
    UPDATE account SET balance_minutes = balance_minutes - NEW.minutes, version = version + 1
    WHERE id = NEW.debit_account_id AND book_id = NEW.book_id AND closed_on IS NULL
      AND (floor_minutes IS NULL OR balance_minutes - NEW.minutes >= floor_minutes OR NEW.reverses_seq IS NOT NULL)
    RETURNING balance_minutes, version
  ), c AS (
    UPDATE account SET balance_minutes = balance_minutes + NEW.minutes, version = version + 1
    WHERE id = NEW.credit_account_id AND book_id = NEW.book_id AND closed_on IS NULL
      AND (ceiling_minutes IS NULL OR balance_minutes + NEW.minutes <= ceiling_minutes OR NEW.reverses_seq IS NOT NULL)
    RETURNING balance_minutes, version
  )
  SELECT d.balance_minutes AS db, d.version AS dv, c.balance_minutes AS cb, c.version AS cv INTO x FROM d, c;
  IF NOT FOUND THEN
    PERFORM refuse_transfer(NEW.book_id, NEW.debit_account_id, NEW.credit_account_id, NEW.minutes);
  END IF;
  NEW.debit_balance_minutes := x.db; NEW.debit_version := x.dv;
  NEW.credit_balance_minutes := x.cb; NEW.credit_version := x.cv;
  NEW.hash := sha256(b.head || transfer_leaf(NEW));
  IF given.seq IS NOT NULL AND given IS DISTINCT FROM NEW THEN
    RAISE EXCEPTION 'stale or forged row' USING ERRCODE = 'TB412';
  END IF;
  UPDATE book SET seq = NEW.seq, head = NEW.hash, last_at = NEW.recorded_at WHERE id = NEW.book_id;
  RETURN NEW;
END $$;

CREATE TRIGGER transfer_post BEFORE INSERT ON transfer FOR EACH ROW EXECUTE FUNCTION transfer_post();

-- Only a memo and its salt may be erased; the memo's hash stays, so the chain still holds.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'transfer' AND TG_OP = 'UPDATE' THEN
    IF NEW.memo IS NULL AND NEW.memo_salt IS NULL
      AND (to_jsonb(NEW) - 'memo' - 'memo_salt') = (to_jsonb(OLD) - 'memo' - 'memo_salt') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the books are append-only' USING ERRCODE = 'TB000';
END $$;

CREATE TRIGGER transfer_no_change BEFORE UPDATE OR DELETE ON transfer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_no_truncate BEFORE TRUNCATE ON transfer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_no_delete BEFORE DELETE ON account FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_no_truncate BEFORE TRUNCATE ON account FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_no_delete BEFORE DELETE ON book FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_no_truncate BEFORE TRUNCATE ON book FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A balance and a head move only from within transfer_post, never by a statement of their own.
CREATE TRIGGER account_guard BEFORE UPDATE ON account FOR EACH ROW
  WHEN (pg_trigger_depth() < 1 AND (NEW.balance_minutes <> OLD.balance_minutes OR NEW.version <> OLD.version
    OR NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.book_id <> OLD.book_id OR NEW.kind <> OLD.kind
    OR NEW.counterpart_book_id IS DISTINCT FROM OLD.counterpart_book_id))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_opens_at_zero BEFORE INSERT ON account FOR EACH ROW
  WHEN (NEW.balance_minutes <> 0 OR NEW.version <> 0 OR NEW.closed_on IS NOT NULL)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_guard BEFORE UPDATE ON book FOR EACH ROW
  WHEN (pg_trigger_depth() < 1 AND (NEW.id <> OLD.id OR NEW.seq <> OLD.seq OR NEW.head <> OLD.head
    OR NEW.last_at <> OLD.last_at
    OR (OLD.closed_through IS NOT NULL AND NEW.closed_through IS NULL)
    OR NEW.closed_through < OLD.closed_through))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER book_opens_empty BEFORE INSERT ON book FOR EACH ROW
  WHEN (NEW.seq <> 0 OR NEW.head <> '\x{genesis}'::bytea)
  EXECUTE FUNCTION refuse_change();

-- Rows that come filled in (a batch whose heads were worked out outside, as for an import) are
-- checked all together when their statement ends, and move the book and each account once. A row
-- that comes as an order (without a seq) is filled in by transfer_post, one by one, as before.
DROP TRIGGER transfer_post ON transfer;
CREATE TRIGGER transfer_post BEFORE INSERT ON transfer FOR EACH ROW
  WHEN (NEW.seq IS NULL) EXECUTE FUNCTION transfer_post();

-- Which of a batch's rows breaks a rule of its own or the chain of its book; NULL where none does.
CREATE FUNCTION transfer_fault(t transfer, b book, before_seq bigint, before_hash bytea, before_at timestamptz)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN t.done_on <= b.closed_through THEN 'TB423'
    WHEN t.seq <> before_seq + 1 OR t.recorded_at <= before_at
      OR t.memo_hash <> sha256(coalesce(t.memo_salt, ''::bytea) || convert_to(coalesce(t.memo, ''), 'UTF8'))
      OR t.hash <> sha256(before_hash || transfer_leaf(t)) THEN 'TB412'
    WHEN t.reverses_seq IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM transfer o WHERE o.book_id = t.book_id AND o.seq = t.reverses_seq AND o.seq < t.seq
        AND o.reverses_seq IS NULL AND o.debit_account_id = t.credit_account_id
        AND o.credit_account_id = t.debit_account_id AND o.minutes = t.minutes
        AND (o.pair_id IS NULL) = (t.pair_id IS NULL)) THEN 'TB409'
  END
$$;

CREATE FUNCTION transfer_batch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE fault text;
BEGIN
  -- What transfer_post filled in has moved its book already: then there is nothing to do here.
  IF NOT EXISTS (SELECT 1 FROM posted p WHERE p.seq > (SELECT seq FROM book WHERE id = p.book_id)) THEN
    RETURN NULL;
  END IF;
  PERFORM 1 FROM book WHERE id IN (SELECT book_id FROM posted) ORDER BY id FOR NO KEY UPDATE;

  SELECT f INTO fault FROM (
    SELECT p.seq, transfer_fault(ROW(p.*)::transfer, b, lag(p.seq, 1, b.seq) OVER w,
      lag(p.hash, 1, b.head) OVER w, lag(p.recorded_at, 1, b.last_at) OVER w) AS f
    FROM posted p JOIN book b ON b.id = p.book_id WHERE p.seq > b.seq
    WINDOW w AS (PARTITION BY p.book_id ORDER BY p.seq)
  ) AS chain WHERE f IS NOT NULL ORDER BY seq LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'stale or forged row' USING ERRCODE = fault; END IF;

  SELECT f INTO fault FROM (
    SELECT p.seq, CASE
      WHEN a.id IS NULL THEN 'TB404'
      WHEN a.closed_on IS NOT NULL THEN 'TB410'
      WHEN s.version <> lag(s.version, 1, a.version) OVER w + 1
        OR s.balance <> lag(s.balance, 1, a.balance_minutes) OVER w + s.minutes THEN 'TB412'
      WHEN p.reverses_seq IS NULL AND s.minutes < 0 AND s.balance < a.floor_minutes THEN 'TB001'
      WHEN p.reverses_seq IS NULL AND s.minutes > 0 AND s.balance > a.ceiling_minutes THEN 'TB002'
    END AS f
    FROM posted p JOIN book b ON b.id = p.book_id
      CROSS JOIN LATERAL (VALUES
        (p.debit_account_id, -p.minutes, p.debit_version, p.debit_balance_minutes),
        (p.credit_account_id, p.minutes, p.credit_version, p.credit_balance_minutes)
      ) AS s (account_id, minutes, version, balance)
      LEFT JOIN account a ON a.id = s.account_id AND a.book_id = p.book_id
    WHERE p.seq > b.seq
    WINDOW w AS (PARTITION BY s.account_id ORDER BY p.seq)
  ) AS sides WHERE f IS NOT NULL ORDER BY seq LIMIT 1;
  IF FOUND THEN RAISE EXCEPTION 'stale or forged side' USING ERRCODE = fault; END IF;

  UPDATE account a SET balance_minutes = newest.balance, version = newest.version FROM (
    SELECT DISTINCT ON (s.account_id) s.account_id, s.version, s.balance
    FROM posted p JOIN book b ON b.id = p.book_id
      CROSS JOIN LATERAL (VALUES
        (p.debit_account_id, p.debit_version, p.debit_balance_minutes),
        (p.credit_account_id, p.credit_version, p.credit_balance_minutes)
      ) AS s (account_id, version, balance)
    WHERE p.seq > b.seq ORDER BY s.account_id, s.version DESC
  ) AS newest WHERE a.id = newest.account_id;
  UPDATE book b SET seq = newest.seq, head = newest.hash, last_at = newest.recorded_at FROM (
    SELECT DISTINCT ON (book_id) book_id, seq, hash, recorded_at FROM posted ORDER BY book_id, seq DESC
  ) AS newest WHERE b.id = newest.book_id AND newest.seq > b.seq;
  RETURN NULL;
END $$;

CREATE TRIGGER transfer_batch AFTER INSERT ON transfer REFERENCING NEW TABLE AS posted
  FOR EACH STATEMENT EXECUTE FUNCTION transfer_batch();

-- A transfer whose text was erased can be restored from an archive: its text's hash is all that is left,
-- and the chain covers it. A text that is there must still be the one that was recorded.
CREATE OR REPLACE FUNCTION transfer_fault(t transfer, b book, before_seq bigint, before_hash bytea, before_at timestamptz)
RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN t.done_on <= b.closed_through THEN 'TB423'
    WHEN t.seq <> before_seq + 1 OR t.recorded_at <= before_at
      OR (t.memo IS NOT NULL AND t.memo_hash <> sha256(coalesce(t.memo_salt, ''::bytea) || convert_to(t.memo, 'UTF8')))
      OR t.hash <> sha256(before_hash || transfer_leaf(t)) THEN 'TB412'
    WHEN t.reverses_seq IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM transfer o WHERE o.book_id = t.book_id AND o.seq = t.reverses_seq AND o.seq < t.seq
        AND o.reverses_seq IS NULL AND o.debit_account_id = t.credit_account_id
        AND o.credit_account_id = t.debit_account_id AND o.minutes = t.minutes
        AND (o.pair_id IS NULL) = (t.pair_id IS NULL)) THEN 'TB409'
  END
$$;

-- What an account was credited since ever moves with its balance, and only with it: so that a page of
-- a statement since ever needn't add up every entry. What it was debited is this less the balance.
ALTER TABLE account ADD COLUMN given_minutes INTEGER NOT NULL DEFAULT 0
  CONSTRAINT ck_account_given CHECK (given_minutes >= 0);
UPDATE account SET given_minutes =
  (SELECT coalesce(sum(minutes), 0) FROM transfer WHERE credit_account_id = account.id);

DROP TRIGGER transfer_apply;
CREATE TRIGGER transfer_apply AFTER INSERT ON transfer BEGIN
  UPDATE account SET balance_minutes = NEW.debit_balance_minutes, version = NEW.debit_version
    WHERE id = NEW.debit_account_id;
  UPDATE account SET balance_minutes = NEW.credit_balance_minutes, version = NEW.credit_version,
    given_minutes = given_minutes + NEW.minutes WHERE id = NEW.credit_account_id;
  UPDATE book SET seq = NEW.seq, head = NEW.hash, last_at = NEW.recorded_at WHERE id = NEW.book_id;
END;

CREATE TRIGGER account_given_guard BEFORE UPDATE ON account WHEN NEW.given_minutes <> OLD.given_minutes
  + CASE WHEN NEW.version = OLD.version THEN 0 ELSE max(NEW.balance_minutes - OLD.balance_minutes, 0) END
BEGIN SELECT RAISE(ABORT, 'TB000 what was given moves only by a transfer'); END;

CREATE TRIGGER account_opens_ungiven BEFORE INSERT ON account WHEN NEW.given_minutes <> 0
BEGIN SELECT RAISE(ABORT, 'TB000 an account opens at 0'); END;

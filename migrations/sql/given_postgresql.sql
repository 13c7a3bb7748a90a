-- What an account was credited since ever moves with its balance, and only with it: so that a page of
-- a statement since ever needn't add up every entry. What it was debited is this less the balance.
ALTER TABLE account ADD COLUMN given_minutes bigint NOT NULL DEFAULT 0
  CONSTRAINT ck_account_given CHECK (given_minutes >= 0);
ALTER TABLE account ALTER COLUMN given_minutes DROP DEFAULT;
-- Long books take longer than a statement of the application may.
SET LOCAL statement_timeout = 0;
UPDATE account SET given_minutes = credited.minutes FROM
  (SELECT credit_account_id, sum(minutes) AS minutes FROM transfer GROUP BY credit_account_id) AS credited
  WHERE credited.credit_account_id = account.id;

-- One version further, the balance says it all; a batch moves an account once, after its rows went in.
CREATE FUNCTION account_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version = OLD.version + 1 THEN
    NEW.given_minutes := OLD.given_minutes + greatest(NEW.balance_minutes - OLD.balance_minutes, 0);
  ELSE
    NEW.given_minutes := OLD.given_minutes + (SELECT coalesce(sum(minutes), 0) FROM transfer
      WHERE credit_account_id = NEW.id AND credit_version > OLD.version AND credit_version <= NEW.version);
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER account_given BEFORE UPDATE ON account FOR EACH ROW
  WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION account_given();
CREATE TRIGGER account_given_guard BEFORE UPDATE ON account FOR EACH ROW
  WHEN (NEW.version = OLD.version AND NEW.given_minutes <> OLD.given_minutes) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_opens_ungiven BEFORE INSERT ON account FOR EACH ROW
  WHEN (NEW.given_minutes <> 0) EXECUTE FUNCTION refuse_change();

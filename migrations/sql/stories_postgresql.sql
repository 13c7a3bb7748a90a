-- Guards of stories on PostgreSQL: none is removed, so that it can be shown who agreed to what and until
-- when; an erased one is never changed again, and whose story it is never changes (TB000).

CREATE TRIGGER story_no_delete BEFORE DELETE ON story FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER story_erased_stays BEFORE UPDATE ON story FOR EACH ROW
  WHEN ((OLD.erased_at IS NOT NULL
      AND (NEW.words <> '' OR NEW.erased_at IS NULL OR NEW.consent_on <> OLD.consent_on OR OLD.withdrawn_at IS NOT NULL))
    OR (NEW.id, NEW.uid, NEW.antenna_id, NEW.member_id) <> (OLD.id, OLD.uid, OLD.antenna_id, OLD.member_id))
  EXECUTE FUNCTION refuse_change();

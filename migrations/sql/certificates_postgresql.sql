-- Guards of certificates on PostgreSQL: what was printed stays as it was, a certificate is revoked once, and
-- goes only with a person who was erased (TB000).

CREATE TRIGGER certificate_only_revoked BEFORE UPDATE ON certificate FOR EACH ROW
  WHEN (OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
    OR (NEW.id, NEW.uid, NEW.member_id, NEW.code_hash, NEW.name, NEW.language, NEW.since, NEW.made_on,
      NEW.ends_on, NEW.counted_from, NEW.counted_until, NEW.times, NEW.minutes, NEW.made_by_id, NEW.made_at)
    IS DISTINCT FROM (OLD.id, OLD.uid, OLD.member_id, OLD.code_hash, OLD.name, OLD.language, OLD.since,
      OLD.made_on, OLD.ends_on, OLD.counted_from, OLD.counted_until, OLD.times, OLD.minutes, OLD.made_by_id,
      OLD.made_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
  FOR EACH ROW EXECUTE FUNCTION only_erased();

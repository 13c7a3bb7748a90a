-- Guards of certificates on SQLite: what was printed stays as it was, a certificate is revoked once, and
-- goes only with a person who was erased (TB000).

CREATE TRIGGER certificate_only_revoked BEFORE UPDATE ON certificate
WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL OR NEW.id <> OLD.id OR NEW.uid <> OLD.uid
  OR NEW.member_id <> OLD.member_id OR NEW.code_hash <> OLD.code_hash OR NEW.name <> OLD.name
  OR NEW.language <> OLD.language OR NEW.since <> OLD.since OR NEW.made_on <> OLD.made_on
  OR NEW.ends_on <> OLD.ends_on OR NEW.counted_from IS NOT OLD.counted_from
  OR NEW.counted_until IS NOT OLD.counted_until OR NEW.times IS NOT OLD.times
  OR NEW.minutes IS NOT OLD.minutes OR NEW.made_by_id IS NOT OLD.made_by_id OR NEW.made_at <> OLD.made_at
BEGIN SELECT RAISE(ABORT, 'TB000 a certificate is only revoked'); END;
CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
WHEN NOT EXISTS (SELECT 1 FROM member m JOIN person e ON e.id = m.person_id
  WHERE m.id = OLD.member_id AND e.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 certificates are kept'); END;
CREATE TRIGGER certificate_no_replace BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM certificate WHERE id = NEW.id OR uid = NEW.uid OR code_hash = NEW.code_hash)
BEGIN SELECT RAISE(ABORT, 'TB000 certificates are kept'); END;

-- Guards of stories on SQLite: none is removed, so that it can be shown who agreed to what and until
-- when; an erased one is never changed again, and whose story it is never changes (TB000).

CREATE TRIGGER story_no_delete BEFORE DELETE ON story
BEGIN SELECT RAISE(ABORT, 'TB000 stories are withdrawn, never removed'); END;
CREATE TRIGGER story_no_replace BEFORE INSERT ON story
WHEN EXISTS (SELECT 1 FROM story WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 stories are withdrawn, never removed'); END;
CREATE TRIGGER story_erased_stays BEFORE UPDATE ON story
WHEN (OLD.erased_at IS NOT NULL
    AND (NEW.words <> '' OR NEW.erased_at IS NULL OR NEW.consent_on <> OLD.consent_on OR OLD.withdrawn_at IS NOT NULL))
  OR NEW.id <> OLD.id OR NEW.uid <> OLD.uid
  OR NEW.antenna_id <> OLD.antenna_id OR NEW.member_id <> OLD.member_id
BEGIN SELECT RAISE(ABORT, 'TB000 a story that is erased stays so'); END;

-- Guards of consents on SQLite: a yes is ended once and never changed, and what a partner asked is only
-- ever added to (TB000).

CREATE TRIGGER member_consent_only_ended BEFORE UPDATE ON member_consent
WHEN OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.id <> OLD.id OR NEW.uid <> OLD.uid
  OR NEW.member_id <> OLD.member_id OR NEW.purpose <> OLD.purpose OR NEW.text_version <> OLD.text_version
  OR NEW.language <> OLD.language OR NEW.channel <> OLD.channel OR NEW.said_on <> OLD.said_on
  OR NEW.ends_on <> OLD.ends_on OR NEW.witness <> OLD.witness OR NEW.recorded_at <> OLD.recorded_at
  OR NEW.recorded_by_id IS NOT OLD.recorded_by_id
BEGIN SELECT RAISE(ABORT, 'TB000 a consent is only ended'); END;
CREATE TRIGGER member_consent_no_delete BEFORE DELETE ON member_consent
BEGIN SELECT RAISE(ABORT, 'TB000 consents are kept'); END;
CREATE TRIGGER member_consent_no_replace BEFORE INSERT ON member_consent
WHEN EXISTS (SELECT 1 FROM member_consent WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 consents are kept'); END;
CREATE TRIGGER partner_look_no_update BEFORE UPDATE ON partner_look
BEGIN SELECT RAISE(ABORT, 'TB000 looks are append-only'); END;
CREATE TRIGGER partner_look_no_replace BEFORE INSERT ON partner_look
WHEN EXISTS (SELECT 1 FROM partner_look WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'TB000 looks are append-only'); END;

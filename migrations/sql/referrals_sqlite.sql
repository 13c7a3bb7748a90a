-- Guards of referrals on SQLite: none is removed; the ask, the service and the person's yes stay as they
-- were written down; what has ended doesn't begin again, nor end in another way (TB000).

CREATE TRIGGER referral_no_delete BEFORE DELETE ON referral
BEGIN SELECT RAISE(ABORT, 'TB000 referrals are kept'); END;
CREATE TRIGGER referral_no_replace BEFORE INSERT ON referral
WHEN EXISTS (SELECT 1 FROM referral WHERE id = NEW.id OR uid = NEW.uid)
BEGIN SELECT RAISE(ABORT, 'TB000 referrals are kept'); END;
CREATE TRIGGER referral_consent_stays BEFORE UPDATE ON referral
WHEN NEW.id <> OLD.id OR NEW.uid <> OLD.uid OR NEW.ask_id <> OLD.ask_id OR NEW.entry_id <> OLD.entry_id
  OR NEW.consent_on <> OLD.consent_on OR NEW.consent_channel <> OLD.consent_channel
  OR NEW.made_at <> OLD.made_at OR NEW.made_by_id IS NOT OLD.made_by_id
BEGIN SELECT RAISE(ABORT, 'TB000 what was agreed to stays'); END;
CREATE TRIGGER referral_ended_stays BEFORE UPDATE ON referral
WHEN OLD.state <> 'open' AND (NEW.state <> OLD.state OR NEW.ended_at IS NOT OLD.ended_at)
BEGIN SELECT RAISE(ABORT, 'TB000 a referral ends once'); END;

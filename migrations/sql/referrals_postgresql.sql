-- Guards of referrals on PostgreSQL: none is removed; the ask, the service and the person's yes stay as they
-- were written down; what has ended doesn't begin again, nor end in another way (TB000).

CREATE TRIGGER referral_no_delete BEFORE DELETE ON referral FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referral_consent_stays BEFORE UPDATE ON referral FOR EACH ROW
  WHEN ((NEW.id, NEW.uid, NEW.ask_id, NEW.entry_id, NEW.consent_on, NEW.consent_channel, NEW.made_at)
    <> (OLD.id, OLD.uid, OLD.ask_id, OLD.entry_id, OLD.consent_on, OLD.consent_channel, OLD.made_at)
    OR NEW.made_by_id IS DISTINCT FROM OLD.made_by_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER referral_ended_stays BEFORE UPDATE ON referral FOR EACH ROW
  WHEN (OLD.state <> 'open' AND (NEW.state <> OLD.state OR NEW.ended_at IS DISTINCT FROM OLD.ended_at))
  EXECUTE FUNCTION refuse_change();

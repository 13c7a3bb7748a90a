-- Guards of consents on PostgreSQL: a yes is ended once and never changed, and what a partner asked is only
-- ever added to (TB000).

CREATE TRIGGER member_consent_only_ended BEFORE UPDATE ON member_consent FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (NEW.id, NEW.uid, NEW.member_id, NEW.purpose, NEW.text_version, NEW.language, NEW.channel, NEW.said_on,
      NEW.ends_on, NEW.witness, NEW.recorded_at)
    <> (OLD.id, OLD.uid, OLD.member_id, OLD.purpose, OLD.text_version, OLD.language, OLD.channel, OLD.said_on,
      OLD.ends_on, OLD.witness, OLD.recorded_at)
    OR NEW.recorded_by_id IS DISTINCT FROM OLD.recorded_by_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER member_consent_no_delete BEFORE DELETE ON member_consent
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER partner_look_no_update BEFORE UPDATE ON partner_look
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

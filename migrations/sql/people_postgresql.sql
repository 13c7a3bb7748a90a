-- Guards of people's records on PostgreSQL: nobody confirms their own hours for someone else (TB403),
-- and what was written down is only ever added to (TB000).

CREATE FUNCTION favour_confirmation_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.rests_on = 'receiver' THEN
    IF NOT EXISTS (
      SELECT 1 FROM member m JOIN favour_party p ON p.member_id = m.id
      WHERE m.id = NEW.for_member_id AND m.person_id = NEW.confirmed_by_id
        AND p.favour_id = NEW.favour_id AND p.side = 'receiver') THEN
      RAISE EXCEPTION 'TB403 not the receiver' USING ERRCODE = 'TB403';
    END IF;
  ELSIF NEW.rests_on <> 'silence' AND EXISTS (
      SELECT 1 FROM favour_party p JOIN member g ON g.id = p.member_id
      WHERE p.favour_id = NEW.favour_id AND p.side = 'giver' AND (
        g.person_id = NEW.confirmed_by_id
        OR g.account_id IN (SELECT account_id FROM member WHERE person_id = NEW.confirmed_by_id))) THEN
    RAISE EXCEPTION 'TB403 own hours' USING ERRCODE = 'TB403';
  END IF;
  IF NEW.rests_on = 'second' AND EXISTS (
      SELECT 1 FROM favour_confirmation c
      WHERE c.favour_id = NEW.favour_id AND c.confirmed_by_id = NEW.confirmed_by_id) THEN
    RAISE EXCEPTION 'TB403 second person' USING ERRCODE = 'TB403';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER favour_confirmation_guard BEFORE INSERT ON favour_confirmation
  FOR EACH ROW EXECUTE FUNCTION favour_confirmation_guard();
CREATE TRIGGER favour_confirmation_no_change BEFORE UPDATE OR DELETE ON favour_confirmation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_decision_no_change BEFORE UPDATE OR DELETE ON rule_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER favour_transfer_no_change BEFORE UPDATE OR DELETE ON favour_transfer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER gift_transfer_no_change BEFORE UPDATE OR DELETE ON gift_transfer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A partner's look is kept for two years, as the lines of the audit are; then it may go.

CREATE FUNCTION keep_look() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_erased(OLD.member_id) OR OLD.asked_at < now() - interval '730 days' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'TB000 looks are append-only' USING ERRCODE = 'TB000';
END $$;

DROP TRIGGER partner_look_no_delete ON partner_look;
CREATE TRIGGER partner_look_no_delete BEFORE DELETE ON partner_look
  FOR EACH ROW EXECUTE FUNCTION keep_look();

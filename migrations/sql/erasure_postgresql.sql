-- Erasing on PostgreSQL: of someone who was erased, and only of them, whom a yes was heard from goes, and
-- their consents and a partner's looks at them.

CREATE FUNCTION is_erased(bigint) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM member m JOIN person e ON e.id = m.person_id
    WHERE m.id = $1 AND e.erased_at IS NOT NULL)
$$;

CREATE FUNCTION only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'favour_confirmation' THEN
    IF TG_OP = 'UPDATE' AND NEW.heard_from = '-'
      AND (NEW.id, NEW.favour_id, NEW.rests_on, NEW.confirmed_by_id, NEW.for_member_id, NEW.heard_at,
        NEW.recorded_at) IS NOT DISTINCT FROM
        (OLD.id, OLD.favour_id, OLD.rests_on, OLD.confirmed_by_id, OLD.for_member_id, OLD.heard_at,
        OLD.recorded_at)
      AND EXISTS (SELECT 1 FROM favour_party p WHERE p.favour_id = OLD.favour_id AND is_erased(p.member_id)) THEN
      RETURN NEW;
    END IF;
  ELSIF is_erased(OLD.member_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'TB000 append-only' USING ERRCODE = 'TB000';
END $$;

DROP TRIGGER favour_confirmation_no_change ON favour_confirmation;
CREATE TRIGGER favour_confirmation_no_change BEFORE UPDATE OR DELETE ON favour_confirmation
  FOR EACH ROW EXECUTE FUNCTION only_erased();
DROP TRIGGER member_consent_no_delete ON member_consent;
CREATE TRIGGER member_consent_no_delete BEFORE DELETE ON member_consent
  FOR EACH ROW EXECUTE FUNCTION only_erased();
CREATE TRIGGER partner_look_no_delete BEFORE DELETE ON partner_look
  FOR EACH ROW EXECUTE FUNCTION only_erased();

-- Nobody is erased twice, and nobody comes back.
CREATE TRIGGER person_erased_stays BEFORE UPDATE ON person FOR EACH ROW
  WHEN (OLD.erased_at IS NOT NULL AND (NEW.erased_at IS DISTINCT FROM OLD.erased_at
    OR NEW.given_name <> OLD.given_name OR NEW.family_name <> '' OR NEW.phone <> '' OR NEW.email <> ''
    OR NEW.street <> '' OR NEW.house_number <> '' OR NEW.building <> '' OR NEW.postal_code <> ''
    OR NEW.gender_words <> '' OR NEW.birth_year IS NOT NULL OR NEW.cell_row IS NOT NULL))
  EXECUTE FUNCTION refuse_change();

-- Erasing on SQLite: of someone who was erased, and only of them, whom a yes was heard from goes, and
-- their consents and a partner's looks at them.

DROP TRIGGER favour_confirmation_no_update;
CREATE TRIGGER favour_confirmation_no_update BEFORE UPDATE ON favour_confirmation
WHEN NEW.heard_from <> '-' OR NEW.id <> OLD.id OR NEW.favour_id <> OLD.favour_id OR NEW.rests_on <> OLD.rests_on
  OR NEW.confirmed_by_id IS NOT OLD.confirmed_by_id OR NEW.for_member_id IS NOT OLD.for_member_id
  OR NEW.heard_at IS NOT OLD.heard_at OR NEW.recorded_at <> OLD.recorded_at OR NOT EXISTS (
    SELECT 1 FROM favour_party p JOIN member m ON m.id = p.member_id JOIN person e ON e.id = m.person_id
    WHERE p.favour_id = OLD.favour_id AND e.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 confirmations are append-only'); END;

DROP TRIGGER member_consent_no_delete;
CREATE TRIGGER member_consent_no_delete BEFORE DELETE ON member_consent
WHEN NOT EXISTS (SELECT 1 FROM member m JOIN person e ON e.id = m.person_id
  WHERE m.id = OLD.member_id AND e.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 consents are kept'); END;
CREATE TRIGGER partner_look_no_delete BEFORE DELETE ON partner_look
WHEN NOT EXISTS (SELECT 1 FROM member m JOIN person e ON e.id = m.person_id
  WHERE m.id = OLD.member_id AND e.erased_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 looks are append-only'); END;

-- Nobody is erased twice, and nobody comes back.
CREATE TRIGGER person_erased_stays BEFORE UPDATE ON person
WHEN OLD.erased_at IS NOT NULL AND (NEW.erased_at IS NOT OLD.erased_at OR NEW.given_name <> OLD.given_name
  OR NEW.family_name <> '' OR NEW.phone <> '' OR NEW.email <> '' OR NEW.street <> '' OR NEW.house_number <> ''
  OR NEW.building <> '' OR NEW.postal_code <> '' OR NEW.gender_words <> '' OR NEW.birth_year IS NOT NULL
  OR NEW.cell_row IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'TB000 who was erased stays so'); END;

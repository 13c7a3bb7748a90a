"""The sentence of every error code, for who reads the page: what is wrong, and what to do."""

from flask_babel import LazyString, lazy_gettext as _l

ERROR_TEXTS: dict[str, LazyString] = {
    "account_closed": _l("One of the two accounts is closed, so no hours can move there."),
    "account_not_empty": _l("This account still holds hours. Give them away first."),
    "antenna_work_limit": _l(
        "The pot gives at most %(minutes)s minutes a month for antenna work to one person."
    ),
    "antenna_work_not_counted": _l("Your antenna books no hours for antenna work. Choose “just thanks”."),
    "bad_reversal": _l("This was already corrected, or is a correction itself."),
    "busy": _l("It's very busy right now. Nothing was lost: try again in a minute."),
    "category_unknown": _l("Choose a kind of help from the list."),
    "date_future": _l("This day is still to come. Choose today or a day before."),
    "date_old": _l("This is more than two years ago. Ask your coordinator to bring in old sheets."),
    "days": _l("The last day must come after the first."),
    "decided_by_missing": _l("Write down who took this decision, and it is logged."),
    "duration_missing": _l("Say how long it took, for example 1u30 or 45 min."),
    "duration_not_understood": _l(
        "We don't understand “%(said)s” as a time. Write it like 1u30, 1:30, 1,5 or 90 min."
    ),
    "duration_out_of_range": _l(
        "One favour lasts between 1 minute and 24 hours. Write longer help down day by day."
    ),
    "giver_is_receiver": _l("Someone can't help themselves. Choose two different people."),
    "giver_missing": _l("Say who helped."),
    "heard_missing": _l("Write down whom you heard, and when."),
    "invalid_input": _l("Please check what you typed."),
    "key_reused": _l("This page was sent before with other answers. Open it again and fill it in once more."),
    "languages": _l("Choose one or more languages."),
    "limit": _l("This would go beyond a limit of the antenna."),
    "limit_ceiling": _l("This goes above what the antenna's rules allow. Call your antenna."),
    "limit_floor": _l("This goes below what the antenna's rules allow. Call your antenna."),
    "minutes_out_of_range": _l("Choose between 1 and %(maximum)s minutes."),
    "name_missing": _l("Write down a name."),
    "near_double": _l(
        "This looks like a favour that is already there. If it is another one, call your antenna."
    ),
    "not_a_member": _l("Choose someone who is a member now."),
    "not_allowed": _l("You can't do this. Call your antenna if you think you should."),
    "not_found": _l("We can't find that."),
    "not_this_antenna": _l("None of them is a member of this antenna."),
    "not_yours_to_confirm": _l(
        "Only who was helped can confirm this, or a coordinator who heard it from them."
    ),
    "own_favour": _l("You are part of this favour yourself. Let another coordinator do this."),
    "period_closed": _l("The books are closed up to %(closed_through)s. Choose a later day."),
    "reason_missing": _l("Say in a few words what is wrong."),
    "receiver_missing": _l("Say who was helped."),
    "receiver_twice": _l("Choose either the antenna or the people who were helped."),
    "request_running": _l("We are still working on this. Wait a moment and look again."),
    "rule_order": _l("The reminder must come before the day that a favour is final."),
    "rule_unknown": _l("There is no such rule."),
    "rule_value": _l("Choose one of: %(allowed)s."),
    "same_account": _l("These two share one account, so no hours move between them. Choose “just thanks”."),
    "second_person": _l("A second person of the antenna must confirm this one."),
    "self_confirmation": _l("You can't confirm hours of your own or of your household for someone else."),
    "settlement_missing": _l("Write in a few words how you settled it."),
    "slug": _l("Use 2 to 40 lower-case letters, digits and single hyphens."),
    "slug_taken": _l("There is an antenna with this short name already."),
    "small_rights": _l("You can't do this with a card or on the centre's tablet. Call your antenna."),
    "stale": _l("Someone changed this while you were writing. Look at both versions and save again."),
    "text_long": _l("Make this shorter: at most %(maximum)s characters."),
    "undo_over": _l("It's too late to undo this yourself. Call your antenna, and they will."),
    "wrong_state": _l("This can't be done any more: something else happened with it first."),
    "columns_missing": _l("Say first which column is what."),
    "date_impossible": _l("This isn't a day: %(said)s. Write it like 3/11/2026."),
    "date_missing": _l("There is no day in this row."),
    "file_big": _l("This file is bigger than 5 MB. Split it, or ask the operator to bring it in."),
    "file_missing": _l("Choose the file."),
    "giver_ambiguous": _l("Several members are called %(name)s. Choose who gave the help."),
    "giver_is_pot": _l("The antenna itself can't be the one who helps. Write this down as a gift."),
    "giver_unknown": _l("We know no member called %(name)s, who gave the help."),
    "nothing_to_book": _l(
        "There is no row that can be booked. Correct the sheet, or choose the columns and names."
    ),
    "number_invalid": _l("%(number)s is no member number. Use whole numbers."),
    "number_taken": _l("Number %(number)s belongs to another member."),
    "number_twice": _l("Number %(number)s stands in row %(other)s too."),
    "receiver_ambiguous": _l("Several members are called %(name)s. Choose who was helped."),
    "receiver_unknown": _l("We know no member called %(name)s, who was helped."),
    "sheet_columns": _l("This file lacks one of the columns %(needed)s."),
    "sheet_empty": _l("There is nothing in %(filename)s."),
    "sheet_too_big": _l(
        "This file is too big: at most %(columns)s columns and %(rows)s rows. "
        "Split it and bring in one part after another."
    ),
    "sheet_unreadable": _l("We can't read this file. Save it as .xlsx, .ods or .csv and try again."),
    "upload_gone": _l("This file isn't kept any more. Choose it once more."),
}

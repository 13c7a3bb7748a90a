"""Pairs of English phrases that cross a boundary where both stand near one another."""

TOGETHER = {
    "bodily_care": (
        (
            """
                can/could/can_t/cannot/couldn/isn/not/no_longer/unable/t .. manage/able/reach/get/do/bend/
                myself/himself/herself/alone, can/could/couldn/is/are t/not, cannot/unable/no_longer/struggle/
                struggles/struggling, on ?my/his/her own, by himself/herself/myself, help/helps/helping/
                assist/assistance/helped/assisted, someone/somebody/who ?to/can/could/for do/see_to/get/put/
                change/give/clean/take/pull/lift/turn/move <one>/<my>/<who>, needs/need/must/has_to/have_to
            """,
            """
                bathroom/toilet/loo/shower/bath/bathtub/tub/commode/lavatory, bed/chair/armchair/sofa .. out/
                get/into/up/lift, out_of/into/up_from/in ?the/my/his/her bed/chair/armchair/wheelchair, toes/
                toenails/nails .. cut/do/clip/trim/reach, do/cut/clip/trim/see_to .. nails/toes, mouth/spoon/
                fork, bra/knickers/underwear/socks/stockings/tights/buttons/zip/nightie/pyjamas/trousers,
                bottom/backside/bum/behind, wash/washed/washing/dress/dressed/dressing/undress/shave/shaved/
                bathe/bathed .. him/her/myself/himself/herself/me/and/back/properly/clean/alone, wash and/
                myself/himself/herself/properly, pad/pads/nappy/nappies/accident/accidents/soaked/wet,
                dentures/teeth/beard, clean and, hygiene, eat/swallow/drink/feed .. himself/herself/alone/
                properly/own, get/gets/getting up, stand/sit up, see/sees/seeing to him/her/me
            """,
        ),
    ),
    "nursing": (
        (
            """
                give/gives/put/puts/take/takes/do/does/check/checks/see/watch/forgets/forget/mixes/mix/need/
                needs/someone/somebody/who/help/change/empty/can
            """,
            """
                tablets/pills/drops/syrup/needle/jab/pressure/sugar .. day/daily/morning/evening/night/times/
                twice/week/time, bandage/bandages/dressing/dressings, wound/ulcer/sores, inhaler/oxygen/
                nebuliser, empty my bag, bag on my side/tummy/leg
            """,
        ),
    ),
    "money": (
        (
            "card/pin/code/money/cash/euro/euros/quid/pension/pounds",
            """
                machine/atm/cashpoint/wall/bancontact/dispenser, my/his/her behalf/name/place, lend/loan/
                borrow/advance, till/until .. pension/month/friday/payday, short .. month/week, manage/
                manages/handle/handles/mind/look_after/run/keep
            """,
        ),
        (
            "bank/account/accounts/bills/rent",
            """
                pay/pays/paid .. for_me/for_him/for_her/forget/mixed, for me/mother/mum/dad/my, on my/her/his
                behalf, take_over/takes_over/run/runs/handle/manage
            """,
        ),
    ),
    "intensive": (
        (
            "not/never/can_t/cannot/t/dare/daren",
            """
                him/her/mum/dad/mother/father/husband/wife/he/she .. alone/own ?for/even/a, out of .. sight,
                left/leave alone/on
            """,
        ),
        (
            """
                mother/father/mum/dad/mam/husband/wife/sister/brother/he/she/him/her/gran/granny/nan/grandad
            """,
            """
                night .. up/walks/wanders/out/street/shouts/gets, gets/walks/goes/wanders .. night/street,
                wanders/wandering/roams/runs_away, live/lives/living/move with, move/moves/moving in, student
                .. room/live, all day, all night, every night, each night, morning till/to night, day and
                night, at work .. every/each/day, constant/constantly/round_the_clock
            """,
        ),
    ),
}

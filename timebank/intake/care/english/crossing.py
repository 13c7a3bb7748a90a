"""What crosses a boundary, as it is said in English."""

SAYS = {
    "bodily_care": """
        rinse/scrub/hose <who>/<my>/him/her, curlers .. in, shoes/socks .. bend, porridge/broth/mash .. gives/
        give, gives/give ?my <who> .. porridge/broth/mash/dinner, bread .. bit by bit, a shave, trousers ..
        toilet/loo, special stockings, doesn t/stopped/won t wash/washing, have/has/having/take/taking/takes/
        give/gives/giving/get/for/with/need/needs/want/wants/manage/run/my/ his/her/a .. shower/bath/baths/
        wash/bedbath/sponge/scrub .. <me>/alone/myself/himself/herself/week/ help/morning/safely/slip/scared/
        fall, give/giving/gives ?my/our ?old/poor <one> .. bath/wash/shower/ scrub, have/having/has/take/
        taking ?a/my/his/her ?good/proper bath/shower/wash, in/into/under/out/ in_and_out/out_of/from/of ?of/
        and ?out/in/of ?the/a/my/his/her shower/bath/bathtub/tub .. help/get/ can/safely/any/alone/<me>/
        without/again/because/since/on/once/twice, help/helps/helping/get/gets/ getting/lift/lifts/climb/
        climbing/step/stepping/put/putting/hold/steady/assist .. in/into/out/under/ over/from/off/onto ?of/
        the/and/a/my/his/her ?out/of ?of/the/my ?the/my/his/her shower/bath/bathtub/ tub/bed/chair/armchair/
        recliner/sofa, showering, bathe/bathing/bathed, bed bath, blanket bath, sponge/ sponging/flannel
        <one>/down, sponge bath, strip wash, personal/bodily/intimate/hands_on care/hygiene, hygiene, shower/
        bath/wash/washes me/him/her/<who>, needs/need/wants/want washing/bathing/changing/ shaving/dressing/
        feeding/lifting/turning/toileting, keep/keeping/keeps/make/get/stay ?me/him/her/ myself/himself/
        herself/<my> .. clean/fresh/decent/presentable/tidy, freshen .. up, freshen/spruce/ clean .. <one> up,
        wash/washing/washed ?and/my/his/her .. dress/dressing/dressed/hair/back/<body>, wash <one>, washed
        and, hair wash/washed/set, do/wash/set/comb/brush/curl/braid/plait/rinse .. hair, curlers, help/helps/
        helping ?me/him/her/<my> ?with/to/the .. wash/washing/shower/bath/dress/dressing/ dressed/undress/
        shave/bathing/undressed/toilet/loo/buttons, get/gets/getting/got/be/been/help/helping ?me/him/her/
        <my>/<who> .. dressed/undressed/changed/washed, dress and/or, undress/undressing/ undressed, dress/
        dressing/dresses me/myself/him/himself/herself, dress/dressing ?my/our/his/the ?old/ poor/disabled
        <who>, into/in/out_of ?his/her/my/the pyjamas/nightdress/nightie/night_things/pjs/ clothes/
        day_clothes, put/putting/puts/pull/pulling/pulls/get/getting/gets/help/helping/take/taking/ takes/
        fasten/fastening/hook/hooking/button/buttoning/zip/tie/do/doing/reach .. <clothes> .. on/off/up/ over/
        hook/fasten/hooks/back/him/her/me/heel/myself, put/pull/take/get/ fasten/hook/putting/pulling ?on/off/
        up ?my/his/her/the/those/these .. stockings/bra/underwear/ knickers/pyjamas/socks/tights/ corset,
        <clothes> on/off, support/compression/elastic/surgical/ted/ pressure/tight stockings/socks/ hose/
        hosiery/tights, bra/corset hook/up/fastened, to/on/off/onto/from/ use ?the/a/my/his/her toilet/ loo/
        commode/lavatory/pot/privy/bog/potty/jacks/throne/wc/bedpan/ladies .. help/get/take/alone/<one>/
        night/when/and/needs/go/can/in/at/any/because/without, help/helps/take/ takes/taking/get/gets/sit/put/
        lift/bring/accompany/go/going/come/coming .. to/on/off/onto/from ?the/a/ my/his/her toilet/loo/
        commode/lavatory/potty/jacks/throne/wc/bathroom/bedpan, toileting, needs the toilet/loo/bathroom,
        bedpan, bed pan, chamber pot, spend+ a penny, number two, call of nature, do+ .. business, urine,
        urinal, pee, wee, poo, poop, bowel+, bowels, incontinen+, leak/leaks/ leaking/accidents/accident ..
        bed/pads/clean/<one>/change/trousers/night, wet/wets/wetting/soil/soils/ messes ?the/his/her/my/
        himself/herself bed/himself/herself/sheets/trousers/pants, can t/cannot hold .. water/it_any, enema,
        diarrh+, wipe/wiping/wiped .. <body>/<one>, wipe my/his/her, down below, down there, change/changes/
        changing/changed/put/wear/new/fresh/clean/deal .. pads/pad/nappy/nappies/diaper/ diapers/pull_ups/
        incontinence_pants/tena .. <one>/<my>/<who>/night/on/for, change/changing/changed ?my/his/her/the/
        husband/mother/mum/father/dad/wife/s .. pads/nappy/nappies/diaper/diapers/pad/ pull_ups, change/
        changes/changing him/her/mum/dad/gran/granny/grandad/mother/father, needs changing, be changed,
        toenail/toenails/toe_nails, nails cut/cutting/clipped/trimmed/done, do/file/filing .. nails/toes,
        corns, corns, feet done, do .. feet, see to/care_for/tend_to/look_after .. feet/hair/ nails/teeth/
        bottom/skin, trim .. beard/whiskers/moustache, razor .. <one>/face/chin/hand, put/puts/ putting/get/
        gets/getting/help/helps/helping/lift/lifts/lifting/haul/hoist/move/tuck/settle/see .. to/ into/out_of/
        in/in_and_out_of/from/up_from/of ?of ?a/the/my/his/her bed/chair/armchair/wheelchair/ recliner/sofa/
        couch, lift/lifting/lifts/lifted/hoist/hoisting/haul/hauling/heave/heaving/pull/pulling/ prop/
        propping/sit/carry/carrying ?me/him/her/<my>/<who>/husband/wife/mother/father .. up/out/bed/ chair/
        wheelchair/toilet/floor/pillows/weight, lift/lifting/hoist/heave/haul/turn/turning/roll/rolling/ prop/
        move ?my/our <who>, lift/lifting/turn/turning/roll/rolling/hoist/prop him/her, turn/turned/ turning/
        roll/rolled/rolling ?him/her/<one>/dad/mum .. over/bed/hours/side/night, hoist, transfer/transfers/
        transferring ?him/her/me/from/<my> ?the/his/her bed/chair/toilet/wheelchair/husband/wife/mother, help/
        helps/helping .. get_up/stand_up/sit_up/rise/get_out .. bed/chair/morning/mornings/each/every/ day,
        help/helping ?me/him/her/<my> ?husband/wife/mum/mother/dad/father get_up/stand_up/sit_up, get/
        getting/gets me/him/her/mum/dad/<my> ?husband/mother/father/wife/gran up, ready for bed/the_night/
        night, put/putting .. to bed, tuck .. in, lying in bed all, feed/feeding/feeds/fed ?to ?my/our/his/
        the/old/poor <one>, feed/feeding/feeds me/him/her/<who>, spoon+ .. feed/fed/food/mouth/soup/into/
        <one>/to_my/porridge, spoon/fork .. hold/mouth/lift/shakes/ hands, hold .. spoon/fork/cup, help/helps/
        helping .. eat/eating/drink/drinking .. <one>/can/alone/her/ spoon/meal/meals, help/helping/helps ?my/
        our ?husband/wife/mother/mum/dad/father/sister/him/her/me ?to/with eat/eating/drink/drinking/meals,
        cut/cutting up .. food/meat, meat cut, can t/cannot/can_not/ not/unable .. feed/wash/dress/bathe/
        shower/shave ?any/him/her/my himself/herself/myself, choke/chokes/ choking/swallow/swallowing .. food/
        eat/feed/drink/<one>, mouthfuls, bib, teeth/dentures/plate/falsies/ denture .. brush/brushing/clean/
        cleaning/put/in/out/rinse/soak/cleaned/brushed, brush/brushing/clean/ cleaning/rinse/soak/take/put ..
        teeth/dentures/denture, mouth care, ears .. cleaned/syringed/wax, clean/syringe .. ears, cream/
        ointment/lotion/oil/balm/embrocation/salve/vaseline/deep_heat/gel .. on/ onto/into/rub/rubbed/rubbing/
        spread/apply/put/all_over .. <body>/<my>/<one>/reach/legs/back, rub/rubs/ rubbing/rubbed/spread/apply/
        applying/put/putting/smear/massage .. cream/ointment/lotion/oil/balm/ embrocation/salve/vaseline/
        deep_heat/gel, rub/rubs/rubbing/massage/massaging/knead .. <body>/<one>, massage, back rub, back
        rubbed, cream/ointment .. rash/sores/skin/bottom, brace/prosthesis/prosthetic/ artificial_leg/
        false_leg/splint/corset/truss .. on/off/fit/strap/put, put/fit/strap .. prosthesis/ prosthetic/
        artificial_leg/false_leg/splint/truss/brace, care for ?my/our/his/her ?old/sick/elderly/ dying/
        disabled <who>, look/looks/looking after ?my/our/his/her ?old/sick/elderly/dying/disabled/poor <who>,
        take/takes/taking care of ?my/our/his/her ?old/sick/elderly/dying/disabled <who>, caring for ?my/our
        <who>
    """,
    "nursing": """
        sugar taken/checked twice/daily/every, pills/tablets ?are/all mixed/muddled, in my/his/her eyes/eye/
        ear .. times/daily/day, did my needle/injection/jabs, come and inject/jab, do drops, plaster/patch ..
        back/pain, fill .. inhaler, inject/injects/injecting/injection/injections/jab/jabs/jag/syringe/needle/
        shot/shots/prick/pricks .. stomach/belly/tummy/arm/leg/thigh/day/daily/morning/evening/give/me/him/
        her/insulin/blood/finger/my/ bottom/every/night/against/self, give/gives/giving/get/do/doing/need/
        needs/administer .. injection/ injections/jab/jabs/shot/insulin/needle/jag/syringe, inject/injecting,
        injection every, insulin .. inject/give/do/dose/jab/needle/shot/prick/morning/evening/pen, finger
        prick, prick .. finger, check/ checks/checking/take/takes/taking/measure/measuring/test/testing/
        monitor/read/do/control/controlling .. blood_pressure/blood_sugar/sugar/sugars/pressure/pulse/
        temperature/tension/oxygen/glucose/bp/ diabetes, blood pressure/sugar .. taken/checked/measured/done/
        tested, sugar/sugars .. checked/ measured/tested, blood taken/drawn/sample .. home/house, dress/
        dressing/dressings/clean/cleaning/ cleaned/change/changing/treat/bathe/bandage/see_to/look_at/tend/
        disinfect/care/caring/rewrap/wash ?my/ the/a/his/her/for/of/on .. wound/wounds/sore/sores/ulcer/
        ulcers/burn/cut/stump/bedsore/bedsores/ stitches/scar/boil/abscess, wound/wounds/sore/sores/ulcer/
        ulcers/stump/burn .. dressed/dressing/ dressings/cleaned/weeping/weeps/oozing/oozes/changed/heal/
        infected/bandage/bandaged/smell/looked/care/ open/packed, wound care, bed sore+, bedsore+, pressure
        sore+, leg ulcer+, weeping leg, oozing, pus, dressing/dressings/bandage/bandages/gauze/bandaging ..
        change/changed/changing/fresh/leg/legs/wound/ wrap/foot/new/on/off/my/his/her/redo/renew/done, change/
        changing/put/wrap/wrapping/redo/rewind/renew/ do/doing/winding/wind/fresh/new .. dressing/dressings/
        bandage/bandages/gauze, bandage/bandaged/ bandaging/wrap/wrapping ?up ?my/his/her/the leg/legs/foot/
        knee/feet/arm/be, must/has/have/need/needs/ be to/be bandaged, <body> .. be bandaged/wrapped/strapped/
        dressed, stitches .. out/remove/taken, compress+, sort/sorts/sorting/give/gives/giving/take/takes/
        taking/took/prepare/preparing/hand/handing/ set/fill/filling/organise/organising/lay/put/putting/
        check/checking/see/sees/make/watch/remind/ reminds/reminding/supervise/count/counting/swallow/
        swallows/forget/forgets/remember/remembers/mix/ mixes/manage/administer/keep/crush/dispense/dole/eat
        .. <medicine>, <medicine> .. box/swallow/ swallows/forget/forgets/taken/takes/take/time/sorted/week/
        organiser/given/remember/given/mix/mixed/ right/morning_and/counted/wrong, pill box, pillbox, pill
        organiser, dosette, dossett, dosset, blister pack .. fill/sort/week, drops .. eye/eyes/ear/ears/in/
        nose, eye/eyes/ear/ears .. drops, put/putting/ puts/give/do/administer/squeeze .. drops/eyedrops,
        catheter, stoma, colostomy, ileostomy, bag/pouch .. empty/emptied/change/changed/catheter/tummy/urine/
        stoma/side/burst, empty/change/changing/emptying .. bag/pouch .. catheter/stoma/tummy/my/his/her/leg,
        peg feed, tube feed+, feeding tube, drip, oxygen, nebuli+, inhaler .. give/help/use/hold, suction,
        dialysis at home, suppositor+, pessar+, morphine, patch .. pain/morphine/stick/change/shoulder/back,
        stick/change/apply .. patch, palliative, district nurse, community nurse, looking/look/need/needs/
        find/seek/seeking/hire/searching/ask/send/ have/like ?for/a/to/some .. nurse, nurse .. needed/wanted/
        for_my/for_dad/for_mum/at_home/to_come/ come_to/ on_holiday/on_leave/to_do/to_give/to_look, nursing
        care/help/needed/job, nurse/nursing ?my/him/her/ husband/wife/mother/father .. home/him/her/through,
        medical help/care/attention
    """,
    "money": """
        do/make/doing my payments, password .. bank/payments, in my/his/her name .. bank/sign, sign .. in my
        name, let me have .. till/until, lend .. electricity/rent/gas/hundred, savings .. account, bank
        papers, take/takes/get/gets/withdraw/withdraws/draw/draws/fetch/collect/bring/cash/go .. money/cash/
        pension/ euros/euro/pounds/quid/notes/savings .. bank/machine/card/wall/out/account/pin/code/atm/
        post_office/ for_me/bancontact/cashpoint, withdraw/draw/drawing/withdrawing .. money/cash/pension/
        euros/euro/ pounds/quid/out, draw/collect/fetch/cash ?me/my/his/her/the ?old/old_age/weekly pension/
        cheque/giro, money/cash .. machine/wall/atm/cashpoint/out_of/hole, cash machine, cash point,
        cashpoint, atm, hole in the wall, bancontact, cash dispenser, mister cash, ticket machine .. money,
        lend/lends/lending/loan/loans/borrow/borrowing/advance/advancing/sub/spot/tide/front ?me/us/him/over/
        of .. money/cash/ euro/euros/pounds/quid/tenner/fiver/hundred/fifty/twenty/bob/month/pension/rent/
        payday/something_till, till/until ?my/the/next .. pension/end_of_the_month/payday/month .. back/lend/
        loan/short/borrow, borrow/lend/loan .. till/until, short ?this/of/at/the .. month/money/rent/cash, a
        loan, credit, pay/ pays/paying/settle/settling ?all/for ?my/the/his/her/our/mother/mum/dad/gas/
        electricity/them/rent .. bills/bill/rent/debts/invoices .. me/bank/card/account/online/behalf/pin/
        code/money/place, pay/paying/ settle ?all/for ?my/his/her/our bills/rent/debts/invoices, bills paid,
        pay .. bills, transfer/ transfers/transferring/wire/wiring/send/move .. money/account/bank/euro/euros/
        savings, make/do/doing bank transfers, transfers from, standing order, sign .. my_place/my_name/
        my_behalf/bank/cheque, cheques .. sign/write, signature .. for/forge/place, manage/managing/manages/
        handle/handling/handles/ run/running/look/looks/ mind/keep/do/doing/control/hold/see/sort/take ?after/
        to/care/of/over ?of ?my/ his/her/the/our/mother/ mum/dad/all/s .. money/finances/account/accounts/
        savings/banking/budget/purse/ cash/pension/bank/ investments/shares/bankbook .. ?me/week/and/for/now/
        him/her, my/his/her/our finances/savings/banking/ bank_account/investments/shares/nest_egg/
        life_savings, banking for, do .. banking, money matters, money affairs, power of attorney, invest/
        investing/investment+/shares/stocks/ bonds, guarantor, go guarantor, stand surety, my/the/bank/debit/
        a/his/her ?bank card .. pin/code/ number/money/cash/machine/ withdraw, pin/code ?number .. card/bank/
        money/cash/account, my pin, give/ giving/hand/have/take/trust .. my/the/bank ?bank card .. code/pin/
        shop/machine/money/and, card and ?the/my pin/code/number, my money, my cash, hold .. money
    """,
    "intensive": """
        sleeps at mine/ours/home, sleep at mine/ours, without supervision, from nine to five, come and live,
        takes over <who>/<my>, can t cope .. <who>/looking_after/wife/husband, stays/stay with <my> <who> ..
        work/days, not right in the/his/her head, leaves the gas, day and night, night and day, round the
        clock, around the clock, 24 hours, 24 7, twenty four hours, full time, fulltime, seven days a week, 7
        days, all hours, morning till/to/until night/evening, from morning, all/whole/entire ?the day/night/
        week/weekend/time/afternoon/days/nights ?long ?with/by/ beside/and/at/minding/to .. <who>/me/watch/
        mind/sit/stay/keep, with/watch/watching/mind/minding/ supervise/stay/staying/sit/sitting/keep/be/guard
        ?with/over/by/beside ?my/our/him/her/<who>/husband/ wife/mother/father/mum/dad/them .. all/whole/
        entire/every ?the/single day/night/days/nights/time/week/ minute, every/each ?single day/night ..
        watch/mind/care/look_after/stay/sit_with <who>/my/her/him, whole days, full days, stay/sleep/sleeps/
        sleeping/stays/staying/sit/sits/sitting/stop/come/be/there ?with/over/up/by/beside/in/here ?my/our/
        him/her/me/us/mum/dad/his/house/husband/wife/mother/father/at/ the/the_house/ours .. night/nights/
        overnight/over/nightly/nighttime/till_morning, sleep/sleeping/ sleeps/stay/staying over/in/here ?at/
        with/for/ours/house .. <who>/night/ours/nights/mum/case, night/ nights .. with/sit/watch/mind/sleep/
        wake/alone/stay/duty/cover/shift .. <who>/him/her/me/up/confused/ someone/somebody, overnight, nights,
        night watch, night sitter, night sitting, night care, at night too, sit up with, sit up all, up in the
        night, watch/watching/watches/mind/minding/minds/guard/ guarding/supervise/supervising/babysit/
        granny_sit/minder/sitter/keep_an_eye/eye/keep_watch ?over/on/ for/after ?my/our/his/her/the ?old/poor/
        confused/sick <who>, keep/keeping/keeps .. eye/watch ?on/over ?my/our <who>, eye on him/her/mum/dad/
        mother/father/<my> ?husband/wife/mother/father/mum/dad, supervision, supervise+, never/not/cannot/
        can_t/t/must_not/mustn_t/dare_not/daren_t/don_t/shouldn_t/ couldn_t ?be/dare leave/left/trust/trusted
        .. alone/on_his_own/on_her_own/by_himself/by_herself/ unattended/out_of_sight/minute/moment/second/
        himself/herself, not/cannot/can_t/t/never be left/alone/ on_her_own, left alone, leave him/her/mum/
        dad/mother/father alone/on/for, not safe/right ?on/ in_the_house/to_be/alone ?her/his/be/left own/
        alone, not/t .. him/her/mum/dad ?alone/out .. of my sight/minute/second/alone, never alone/on_her_own,
        always/constantly/constant/permanently .. someone/ somebody/watch/supervision/with/care, someone/
        somebody .. always/constantly .. with/there/beside, wanders, wander/wandering/wandered/roaming .. off/
        street/night/house, he/she/mum/dad/him/her/mother/ father .. wander/wandering/wandered/roams, gets/
        goes out .. street/night/nightgown/slippers/lost/road, runs away, runs off, goes off on, walks out/off
        .. house/night/street/pyjamas, gets lost .. he/she/ watch/mind/alone, leaves the gas, gas on, live in,
        live/lives/living/move/moves/moving/lodge/stay/ stays .. in/with ?the/with/and/at/us/me/my ?us/me/
        mother/father/mum/dad/him/her/house/parents, moves in, move in, room and board/in_exchange/in_return/
        for_free/free, free room, board and lodging, bed and board, free lodging, lodging .. exchange/return/
        look/care, in exchange/return for .. room/board/care/ lodging, take/takes/taking/took over .. <who>/
        care/me/caring/family/us/from/week/daughter/nights/ while, relieve/relieves/relieving ?me/my/us/the ..
        nights/daughter/caring/carer/family/sister/care, respite, stand in for .. daughter/carer/family,
        replace/replacing .. daughter/family/carer .. care/ mother/father/holiday, carer for, full care, total
        care, daily care, constant care, complete care, week/weeks/fortnight/month/weekend .. mind/care/
        look_after ?my/our/for <who>, mind/care_for/ look_after/stay_with .. <who> .. week/weeks/fortnight/
        month/weekend/holiday/work/working/days/daily/ day/while
    """,
}
NAMES = {
    "bodily_care": """
        support stockings, compression stockings, commode, bedridden, bed bound, bedbound, personal care,
        nappies .. <who>
    """,
    "nursing": """
        medication, medications, medicine, medicines, pills, pill, tablets, injection, injections, insulin,
        wound, wounds, ointment, bandage, bandages, blood sugar, blood pressure, dressings, syringe, meds,
        ulcer, jab, nursing at home, home nursing, want a nurse
    """,
    "money": "bank transfer+, transfer",
    "intensive": "",
}

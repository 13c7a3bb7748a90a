"""Pairs of Dutch phrases that cross a boundary where both stand near one another."""

TOGETHER = {
    "bodily_care": (
        (
            """
                kan/kunnen/kunt/geraak/geraakt/geraken/krijg/krijgt/lukt/durf/durft .. niet/geen/amper/
                moeilijk/nauwelijks, helpen/helpt/help/geholpen/hulp/bijstand/bijstaan/behelpen/bijgestaan,
                niet_meer/nimmer/niemeer, iemand/wie ?die/om/kan/wil mij/me/hem/haar/<who>, iemand/wie ?die
                doet/zet/haalt/steekt/legt/trekt/maakt/kuist, moet/moeten/dient .. worden/gedaan/geholpen/aan/
                uit/om/af, kom/komt .. niet, zelf/alleen
            """,
            """
                badkamer, toilet/wc/po/douche/ligbad/badkuip/twalet, op/uit/in .. bed/zetel/rolstoel/stoel/
                fauteuil, tenen/teen/nagels/teennagels, mond, lepel/vork, broek/ondergoed/kleren/kousen/beha/
                bh/onderbroek/sokken/slaapkleed/pyjama/schoenen, rits/knoppen, billen/gat/achterste/poep/
                onderkant, wassen/aankleden/opstaan/uitkleden/kleden/douchen/baden/scheren, luier/pamper/
                pampers/luiers/natte/nat, gebit/tanden/baard, proper/properkes/verzorging/verzorgen,
                rechtkomen/rechtkom/recht/overeind, eten/slikken/drinken, lijf/lichaam
            """,
        ),
    ),
    "nursing": (
        (
            """
                geven/geeft/zetten/zet/nemen/neemt/doen/doet/kijken/kijkt/letten/let/zien/controleren/helpen/
                helpt/vergeet/kan/steken/steekt/iemand/wie
            """,
            """
                cachetten/cachetjes/pilletjes/pillekes/druppelkes/druppeltjes/siroop/spuit/prik/pik/tensie/
                suiker .. elke/alle/dag/morgen/avond/keer/uur/tijd, zwachtels/windels/verband/kompres, wonde/
                zweer/etter, puffer/aerosol/zuurstof
            """,
        ),
    ),
    "money": (
        (
            "kaart/bankkaart/kaartje/code/centen/geld/cash/euro/euros",
            """
                automaat/muur/machine/bancontact, mijn plaats/naam, lenen/voorschieten/leen, tot .. pensioen/
                maand, krap/tekort/tekortkom/toekomen, beheren/beheert/bewaren/regelen/regelt/bijhouden, in ..
                oog/handen houden/nemen/neemt, afhalen/afhaalt/uithalen
            """,
        ),
        (
            "bank/rekening/rekeningen/facturen/pensioen",
            """
                in mijn/haar/zijn plaats/naam, voor <who> .. doen/regelen/betalen/tekenen/beheren, betalen/
                betaalt, want ik vergeet, overnemen/overneemt
            """,
        ),
    ),
    "intensive": (
        (
            "geen/niet/nooit/nie/niemand",
            """
                <who>/hem/haar/ze/hij/zij .. alleen ?meer laten/blijven/gelaten/thuis/zijn, minuten/minuut/
                seconde/moment/tel .. alleen, alleen laten/gelaten/blijven .. <who>, uit het oog
            """,
        ),
        (
            """
                moeder/vader/ma/pa/mama/papa/man/vrouw/zus/broer/bomma/oma/opa/meme/hij/ze/zij/hem/haar/moeke
            """,
            """
                s nachts .. op/weg/buiten/straat/wakker/rond/spookt/loopt/roept/opstaat, doolt/dwaalt/
                wegloopt/verdwaalt/weggelopen/spookt, vergeet alles/gas/vuur, student .. huis/inwonen/kamer,
                bij ons/moeder/vader/haar/hem intrekken/wonen/inwonen, nachten/nacht, dag in dag uit, hele
                dagen/dag, constant/permanent/continu, heel de dag
            """,
        ),
    ),
}

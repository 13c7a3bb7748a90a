"""Care as it is said in Flanders and Brussels."""

from timebank.intake.care.dutch import crossing, harmless, together
from timebank.intake.care.patterns import CareWords

_WHO = """
moeder moeke moederke moe ma mama mamma mams mam mammie vader vaderke va pa papa paps pappie man ventje
vent vrouw vrouwke vrouwtje madam madammeke zus zuster zusje zusters broer broertje broers bomma bompa
bonma bonpa meme memeke pepe oma opa omaatje opaatje grootmoeder grootvader schoonmoeder schoonvader
schoonzus schoonbroer schoonouders nonkel tante tantje tant echtgenoot echtgenote partner ouders vriend
vriendin buurman buurvrouw patient zieke meneer mevrouw dame hem hen hun zoon dochter mensje mens persoon
mijnheer manneke ons
"""
_ME = "mij me mezelf mijzelf zich zichzelf hem haar ons eigen zijneigen haareigen u"
WORDS = CareWords(
    classes={
        "who": _WHO,
        "me": _ME,
        "one": f"{_WHO} {_ME}",
        "my": "mijn ons onze zijn haar hun de mijne",
        "body": """
            haar haren hoofd kop gezicht rug benen been beentje voeten voet tenen teen armen arm handen hand
            oren oor nek hals buik schouder schouders knie knieen lijf lichaam billen gat achterwerk achterste
            poep kont borst huid vel tanden tand mond nagels teennagels gebit vingers baard snor oksels
            onderkant hiel hielen enkels kuiten haarkes nagelkes voetjes
        """,
        "clothes": """
            kousen kous sokken broek kleren kleding kleedje hemd bloes blouse trui jas pyjama nachtkleed
            nachthemd nachtjapon ondergoed onderbroek onderlijfje bh beha korset gaine broekje schoenen
            pantoffels kostuum knoppen rits steunkous steunkousen
        """,
        "medicine": """
            pillen pilletjes pil pillekes medicatie medicamenten medicament medicamentjes medicijnen medicijn
            cachetten cachetjes druppels druppeltjes druppelkes oogdruppels siroop antibiotica pijnstillers
            spuit spuiten bloedverdunners puffer puffers poeierkes tabletten
        """,
        "nurse": """
            verpleegster verpleger verpleegkundige verpleegsters thuisverpleging thuisverpleegster
            thuisverpleegkundige verpleging soeurke soeur
        """,
    },
    says=crossing.SAYS,
    names=crossing.NAMES,
    together=together.TOGETHER,
    verbs="""
        wassen wasschen waschen wasse wast gewassen wassche wasche afwassen heffen tillen tilt heft optillen
        opheffen verschonen verschoont verzorgen verzorgt verzorging aankleden aankleeden kleden kleeden
        kleedt ankleden scheren scheeren scheert knippen vijlen voeden verversen omdraaien soigneren verplegen
        gesoigneerd verzorgd geschoren geknipt bijknippen kammen
    """,
    alone="aankleden aankleeden ankleden scheren scheeren verzorging tillen heffen",
    things=harmless.THINGS,
    skipped=harmless.SKIPPED,
    articles=harmless.ARTICLES,
    owner="van",
    behind_owner="haar zijn hun d r z n",
    errand=harmless.ERRAND,
    lift=harmless.LIFT,
    by_others=harmless.BY_OTHERS,
    gone=harmless.GONE,
    done=harmless.DONE,
    denied=harmless.DENIED,
    seeming=harmless.SEEMING,
    explained=harmless.EXPLAINED,
    animals=harmless.ANIMALS,
    object_first=True,
)

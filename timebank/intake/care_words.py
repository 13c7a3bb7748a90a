"""Words of care in Dutch, French and English, as patterns on folded text, and what makes them harmless.

``PLAIN`` and ``NOUNS`` speak for themselves; ``UNLESS_THING`` does unless an animal or a thing stands nearer
than a person ('de kerstboom aankleden'); ``WITH_PERSON`` needs a person or a part of the body nearby
('mijn vader wassen'). What is fetched, bought, or where one is driven to, may hold any of them.
"""

import re

Patterns = dict[str, re.Pattern[str]]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


PLAIN: Patterns = {
    "bodily_care": _any(
        r"(?:onder|in|uit) de douche(?: (?:zetten|helpen|nemen|komen))?(?! lekt| hangt)|proper houd\w*"
        r"|proper houden|verschoont|verschonen|(?:tanden|gebit|kunstgebit)(?: \w+){0,2}"
        r" (?:poetsen|indoen|inzetten|uitdoen|wassen)|aan en uitkleden|uitkleden|(?:gedraaid|draaien"
        r"|omdraaien|keren)(?: \w+){0,3} bed|(?:naar|op) (?:de |het )?(?:wc|toilet)"
        r" (?:want|zetten|laten|met)|(?:meegaan|mee) naar (?:de |het )?(?:wc|toilet)|lavement|stoelgang"
        r"|plassen|urine\w*|ondergoed aan\w*|pyjama aan\w*|nachtkleed aan\w*|haar kammen"
        r"|billen|onderlichaam|intiem\w*|zichzelf (?:wassen|verzorgen)|tillift|sondevoeding",
        r"sous la douche|(?:garde|garder|tenir)(?: \w+){0,3} propre|la change|le change|changer (?:maman"
        r"|papa|mon pere|ma mere|mon mari|ma femme)|laver la tete|brosser(?: \w+){0,2}"
        r" dents|(?:mettre|laver|oter)(?: \w+){0,2} dentier|deshabiller|deshabille|(?:retourne|retourner"
        r"|tourner|tourne)(?: \w+){0,3} lit|aux toilettes avec|lavement|uriner|urine\w*|selles"
        r"|sous vetements|(?:mettre|enfiler)(?: \w+){0,2} (?:pyjama|chemise de nuit)|coiffer (?:maman"
        r"|ma mere|ma femme)|fesses|leve personne",
        r"(?:under|in|into|out of) the shower(?! curtain)|keep(?:s|ing)?(?: \w+){0,2} clean|change (?:her"
        r"|him|mum|dad|gran|grandad)|brush(?:ing)?(?: \w+){0,3} teeth|(?:dress|undress)(?: and"
        r" (?:dress|undress))?(?: \w+){0,3} (?:brother|sister|husband|wife|mother|father|mum|dad)"
        r"|undress\w*|turned?(?: \w+){0,2} in bed|(?:go|going|come) to the (?:loo|toilet|bathroom) with"
        r"|enema|urine|bowel\w*|underwear|(?:put|get)(?: \w+){0,3} (?:pyjamas|nightdress|nightie)(?: on)?"
        r"|comb(?:ing)? (?:her|his|mum s) hair|bottom wiped|hoist",
        r"lichamelijke (?:verzorging|hulp)|lijfzorg|hygienische zorg|toilet (?:te )?maken|ochtendtoilet"
        r"|douchen|gedoucht",
        r"(?:helpen?|hulp|in|onder|uit)(?: \w+){0,3} (?:douche|bad)(?= |$)(?! (?:installeren|plaatsen|lekt"
        r"|kuisen))(?:(?= helpen?)| nemen|)",
        r"steunkous\w*|compressiekous\w*|(?:kousen|sokken)(?: \w+){0,2} (?:aan|uit)\w*|(?:aandoen"
        r"|aantrekken) van (?:mijn |de )?kousen",
        r"naar (?:het |de )?(?:toilet|wc)(?: \w+)? (?:helpen|brengen|gaan|begeleiden)"
        r"|pampers? (?:te )?(?:verversen|wisselen|aandoen|vervangen)",
        r"incontinent\w*|luiers? (?:verversen|vervangen)|po legen|bedpan|teennagels?|(?:uit|in) (?:het "
        r"|zijn |haar |mijn )?bed (?:\w+ )?(?:tillen|leggen"
        r"|heffen|helpen|halen|steken)|(?:opstaan|opzetten) (?:helpen )?uit (?:mijn |het )?bed|inzalven"
        r"|insmeren|zalven|intieme",
        r"(?:prendre|aider|aide)(?: \w+){0,5} (?:une |ma |sa |la |a la )?douche|(?:entrer|sortir|mettre"
        r"|aider)(?: \w+){0,3} (?:dans le|du|au) bain",
        r"soins? (?:corporels?|d hygiene|intimes?)|faire (?:la |sa |ma )?toilet?te|(?:la |une |sa "
        r"|ma )?toilette (?:de|du|intime|complete)"
        r" (?:mon|ma|matin|papa|maman|mere|pere|\w*epou\w*)|(?:bas|chaussettes) de contention|(?:enfiler"
        r"|mettre|oter|enlever)(?: \w+){0,2} (?:bas|chaussettes)",
        r"(?:accompagner|aider|amener|mettre|aller)(?: \w+){0,4} (?:aux toilettes|aux wc|sur le pot)"
        r"|changer(?: \w+){0,3} (?:langes?|couches?|protections?)",
        r"ongles (?:de mes|des|de ses|du|de) pieds?|ongles d orteils?|(?:mettre"
        r"|remettre)(?: \w+){0,3} (?:au|dans son|dans le) lit|lever(?: \w+){0,3} du lit",
        r"(?:creme|pommade)(?: \w+){0,2} (?:dans|sur) (?:le|mon|son) (?:dos|corps|jambes?)|s habiller"
        r"|m habiller|l habiller|habiller et laver",
        r"(?:have|take|having|taking|in|into|under|out of)(?: \w+){0,2} (?:shower|bath)(?! tap| curtain"
        r"| mat)|showering|bed bath|bathing|personal care|bodily care",
        r"(?:support|compression|elastic) (?:stockings?|socks?)|(?:to|on) the (?:toilet|loo|commode)"
        r"|change(?: \w+){0,3} (?:pads|nappies|diapers?)"
        r"|needs changing|toenails?",
        r"(?:put|get|help|lift)(?: \w+){0,3} (?:to|into|out of) bed|get(?:ting)? (?:\w+ )?dressed"
        r"|washing and dressing|(?:rub|put)(?: \w+){0,2} (?:cream|ointment)",
    ),
    "nursing": _any(
        r"(?:een |n |de )?spuit(?:en)? (?:te )?(?:geven|zetten)|spuit geven|compress\w* (?:vervangen"
        r"|leggen|verversen)|open been|pijnpleister|doorlig\w*|decubitus|infuus|aerosol\w*|zuurstof\w*"
        r"|hechtingen|zetpil\w*|(?:medicatie|medicijnen|medicamenten|pillen)(?: \w+){0,4} (?:krijgt|nemen"
        r"|neemt|innemen)|zalf (?:\w+ ){0,2}(?:smeren|op)|bloed prikken|klysma|medische zorg",
        r"compresses?|ulceres?|escarres?|patch (?:contre|anti|de)|perfusion|aerosols?|oxygene"
        r"|points de suture|suppositoires?|pommade sur|prenne ses|prend ses medicaments|soin medical"
        r"|anti ?coagulant\w*",
        r"compress\w*|leg ulcer|bed ?sores?|pain patch|drip feed|nebuli\w+|oxygen|stitches|suppositor\w+"
        r"|(?:gets|takes|taking|get)(?: \w+){0,2} (?:medication|medicines?|pills|tablets)(?! from| at)"
        r"|a jab|enema|insulin shots?",
        r"insuline (?:spuiten|geven|zetten|toedienen)|spuitjes? (?:te )?(?:geven|zetten)|inspuiting\w*"
        r"|prik(?:je)? geven|suiker (?:prikken|meten)|bloedsuiker",
        r"(?:wondes?|wonden|wondje|verband|zwachtels?|pleister)(?: \w+){0,2} (?:verzorgen|verversen"
        r"|vervangen|leggen|wisselen)|wondzorg",
        r"(?:medicatie|medicamenten|medicijnen|pillen|pilletjes|pillendoos)(?: \w+){0,3} (?:klaarzetten"
        r"|klaarleggen|geven|toedienen|innemen|inneemt|neemt|sorteren|vullen)",
        r"(?:medicatie|pillen) (?:klaar|toe)|pillen geven|bloeddruk (?:\w+ )?(?:meten|nemen|opnemen)"
        r"|sonde\w*|katheter\w*|stoma\w*|palliatie\w*",
        r"oogdruppels? (?:\w+ )?(?:indoen|inzetten|geven|druppelen)|verpleeg(?:ster|ster"
        r"|kundige) (?:gezocht|nodig)|zoek\w* (?:een )?verpleeg\w+",
        r"(?:faire|donner|une|des|mes|piqure|injection)? ?(?:piqures?|injections?)(?: d insuline)?"
        r"|glycemie|prick",
        r"(?:soigner|soin|soins d|soins de)(?: \w+){0,2} (?:plaies?|blessures?|escarres?)|pansements?"
        r"|(?:preparer|donner|distribuer|prendre|prend|prenne|verifier)"
        r"(?: \w+){0,5} (?:medicaments?|pilules?|cachets?|gouttes?|pilulier)",
        r"(?:prendre|mesurer) (?:ma|la|sa) tension|soins? (?:infirmiers?|de sonde|medicaux|palliatifs?)"
        r"|sonde|catheter|stomie|mettre(?: \w+){0,2} gouttes"
        r"|cherche (?:une |un )?infirmi\w+|besoin d (?:une |un )?infirmi\w+",
        r"inject\w*|injections?|jabs?|dress(?:ing)?(?: \w+){0,2} wounds?|wound care|(?:change"
        r"|changing)(?: \w+){0,2} (?:bandages?|dressings?)",
        r"(?:sort|sort out|give|giving|take|takes|prepare|hand|set out|fill)(?: \w+){0,4} (?:tablets|pills"
        r"|medication|medicines?|pill box)",
        r"(?:take|measure|check)(?: \w+){0,2} (?:blood pressure|blood sugar)|catheter|stoma|(?:put"
        r"|give)(?: \w+){0,3} (?:eye )?drops|(?:looking for|need|find) a nurse"
        r"|nursing (?!home)\w+|tube feeding|palliative",
    ),
    "money": _any(
        r"pensioen(?: \w+){0,4} (?:halen|afhalen)|(?:euro|geld|centen)(?: \w+){0,2} (?:lenen|voorschieten"
        r"|krijgen|geven)|(?:lenen|voorschieten)(?: \w+){0,3} (?:euro|geld|centen)|centen (?:\w+ )?halen"
        r"|pincode geven|bankzaken|mijn rekening beheren|geldzaken|bankieren voor mij|cash halen"
        r"|handtekening in mijn plaats",
        r"retirer(?: \w+){0,3} (?:pension|liquide|cash|billets)|preter(?: \w+){0,2} euros?"
        r"|avancer(?: \w+){0,2} euros?|(?:gerer|tenir) (?:mes|mon|les) comptes?|donner mon code"
        r"|signer a ma place"
        r"|operations bancaires|toucher ma pension",
        r"(?:draw|collect)(?: \w+){0,2} pension|lend(?: \w+){0,4} (?:euros?|pounds|cash)"
        r"|run my bank account|give (?:you |them )?my pin|sign for me at the bank|my bank account"
        r"|banking for me",
        r"geld (?:\w+ ){0,2}(?:afhalen|halen|lenen|beheren|storten|overschrijven)|overschrijving\w*"
        r"|spaarboekje|mijn geld|(?:bankkaart|kaart) (?:en|met) (?:de )?code"
        r"|rekeningen? betalen|facturen betalen|volmacht\w*|beleggen|belegging\w*|geld voorschieten",
        r"(?:retirer|preter|emprunter|gerer|verser|avancer)(?: \w+){0,3} (?:argent|sous)|de l argent"
        r"|virements?|compte epargne|payer (?:mes|les) factures"
        r"|procuration|carte (?:et|avec) (?:le |mon )?code|placements?",
        r"(?:take|get|withdraw|lend|borrow|manage|handle)(?: \w+){0,3} (?:money|cash)|pay my bills"
        r"|my savings|bank transfers?|do transfers|power of attorney|my pin"
        r"(?! for)|lend me (?:some )?money|investments?",
    ),
    "intensive": _any(
        r"voltijds|full ?time|inwoont|komt inwonen|intrekt|dwaalt rond|dwaalt|(?:oppassen|passen|letten"
        r"|letten op|waken)(?: \w+)? (?:op|bij) (?:vader|moeder|mijn (?:man|vrouw|vader|moeder)|ons (?:ma"
        r"|pa))"
        r"|op (?:vader|moeder|ons ma|mijn man|mijn vrouw) (?:te )?(?:letten|passen)|elke nacht"
        r"|heel de (?:dag|nacht) bij|week lang bij|mag niet alleen",
        r"(?:a )?temps plein|plein temps|(?:il|elle) erre|habite (?:chez|avec) (?:nous|moi)|venir habiter"
        r"|(?:surveiller|garder) (?:mon (?:mari|pere)|ma (?:mere|femme)|maman|papa)|chaque nuit"
        r"|toutes les nuits"
        r"|veiller (?:la nuit|mon mari|ma femme)|24 sur 24|journees entieres",
        r"full ?time|wanders|moves? in with|(?:watch|mind|guard|supervise)(?: over)? (?:my )?(?:husband"
        r"|wife|father|mother|mum|dad|gran)|every night|all night|24 hours|whole days with"
        r"|can not be left alone|live with us",
        r"dag en nacht|24 uur op 24|24 op 24|24 7|nachtwa\w+|hele (?:dag|dagen|nacht"
        r"|nachten)(?: \w+){0,2} (?:bij|op)|(?:s nachts|nacht)(?: \w+){0,3} (?:slaap\w*|slapen|blijven"
        r"|blijft|waken)",
        r"(?:mag|kan|mogen) (?:nooit |niet )(?:meer )?alleen (?:zijn|blijven|gelaten)|permanent toezicht"
        r"|inwonen\w*",
        r"jour et nuit(?! il aboie)|24 heures sur 24|24h 24|garde de nuit|(?:dormir|rester"
        r"|passer)(?: \w+){0,2} (?:la )?nuit|(?:toute la journee|toute la nuit) (?:avec|pres|chez)"
        r"|ne peut (?:pas|plus|jamais) (?:etre|rester) seule?|surveillance permanente",
        r"day and night|night and day|round the clock|(?:sleep|stay)(?: \w+){0,3} (?:at night|overnight"
        r"|over)|night watch|overnight|(?:whole|all) (?:day|night) with"
        r"|with \w+ the whole day|can t be (?:left )?alone|live in",
    ),
}
NOUNS: Patterns = {
    "nursing": _any(
        r"medicatie|medicament\w*|medicijn\w*|pillen|pilletjes|pillendoos\w*|inspuiting\w*|spuitjes?"
        r"|insuline|wondes?|wonden|wondje|zalf|verbanden|suikerwaarde|bloedsuiker"
        r"|puffer|medicamentje",
        r"medicaments?|pilules?|cachets|injections?|piqures?|insuline|plaies?|pommade|glycemie|semainier"
        r"|pilulier|gelules?",
        r"medication|medicines?|pills?|tablets|injections?|insulin|wounds?|ointment|bandages?|blood sugar"
        r"|pill box",
    ),
    "bodily_care": _any(
        r"(?:in en uit|uit en in|in|uit) (?:het |de |mijn )?(?:bad|douche|badkuip)(?= (?:te )?(?:geraken"
        r"|komen|stappen|helpen|krijgen))|op (?:de |het )?(?:po|wc|toilet) (?:te )?(?:zetten|helpen)"
        r"|met de lepel|bedlegerig\w*|hulp bij (?:het )?(?:wassen|aankleden|opstaan|toilet|douchen|eten)"
        r"|was en kleed",
        r"(?:entrer|sortir|entrer et sortir)(?: \w+){0,2} (?:baignoire|bain|douche|lit)|chaise percee"
        r"|a la cuill?ere|alitee?|aide (?:a|pour) (?:la toilette|me laver|s habiller|m habiller)"
        r"|bassin de lit",
        r"(?:getting|get|climb\w*|step\w*)(?: \w+){0,2} (?:in and out|out|in|into)(?: of)? (?:the "
        r"|my )?(?:bath|tub|shower|bed)|commode|spoon(?:ing)?(?: \w+){0,3} to my|bedridden|bed bound"
        r"|help (?:with )?(?:washing|dressing|bathing|toileting)",
    ),
    "money": _any(
        r"(?:geld|bank) ?automa\w+|automaat(?: \w+){0,3} (?:cash|geld)|(?:kaart"
        r"|bankkaart)(?: \w+){0,4} (?:automaat|cash|geld)|self ?bank",
        r"(?:kaart|carte|card)(?: \w+){0,3} (?:code|pin)|(?:af te halen|afhalen|retirer|withdraw"
        r"|draw)(?: \w+){0,2} euros?|\d+ euros? (?:\w+ ){0,2}(?:halen|lenen)",
        r"distributeur|bancontact|guichet automatique",
        r"cash machine|cash point|cashpoint|atm",
    ),
    "intensive": _any(
        r"(?:altijd|constant|continu|de hele tijd|dag in dag uit) (?:\w+ ){0,3}iemand(?: \w+){0,3} bij"
        r"|ook s nachts|s nachts ook|nooit alleen",
        r"toujours (?:\w+ ){0,3}quelqu un(?: \w+){0,2} (?:pres|avec|aupres)|la nuit aussi|jamais seule?"
        r"|en permanence",
        r"always (?:\w+ ){0,3}(?:someone|somebody)(?: \w+){0,2} with|at night too|nights too"
        r"|never (?:be )?alone|constantly with",
        r"(?:heel de|de hele|een hele|de ganse) nacht|waken|nachten",
        r"veiller|toute la nuit|nuits",
        r"sit up (?:all|with)|all night|the whole night|nights",
    ),
}
UNLESS_THING: Patterns = {
    "bodily_care": _any(
        r"aankleden|kleden|aan ?te ?kleeden|aankleeden|uitkleden|aan te kleden|scheren|scheeren|verzorgt"
        r"|verzorging|verzorgen|eten geven",
        r"habiller|deshabiller|raser|rase|donner (?:a )?manger|soigner",
        r"douche|doucher|pyjama\w*|tenen|teen|gebit|ondergoed|onderbroek|luiers?|pampers?|nachtjapon"
        r"|lavabo wassen|opfrissen|proper maken|klaarmaken voor de nacht|in bed steken",
        r"orteils?|dentier|sous vetements|langes|chemise de nuit|rafraichir|debarbouiller|se laver"
        r"|se doucher|prepare\w* pour la nuit|changee",
        r"shower|showers|toes|dentures|underwear|diapers?|nappies|freshen up|ready for (?:bed|the night)"
        r"|nightgown",
        r"shave|shaving|feed|feeding|care for|look after|take care of",
    ),
    "nursing": _any(
        r"\w*druppel\w*|verbonden|verbinden|zwachtel\w*|steunverband|prikken|dosette|puffen",
        r"gouttes?|bandee?|bander|bandages?|seringue|dosette",
        r"drops|bandaged|bandaging|syringe|dosette|inhaler",
    ),
}
WITH_PERSON: Patterns = {
    "bodily_care": _any(
        r"wassche?n?|wasch?en|wassen|wasse|gewassen|nagels|tillen|heffen|verschonen",
        r"laver|lave|lavee?|ongles|soulever|toilette",
        r"(?:naar|op|van) (?:het |de )?(?:toilet|wc|po)|in (?:het |mijn )?bad|tanden|lotion|creme",
        r"toilettes|baignoire|bain|dents|creme|pot",
        r"toilet|loo|bath|teeth|cream|lotion|wash|washed|washing|dress|dressing|nails|lift (?:him|her"
        r"|somebody|someone)",
    ),
}
PERSON = _any(
    r"schoonvader|schoonmoeder|schoonbroer|beau|belle|grootmoeder|nonkel|bompa|pepe|broers|in law|law"
    r"|parents|ouders|buurman|buurvrouw|voisine?|neighbour",
    r"vader|moeder|ma|pa|mama|papa|man|vrouw|zus|zuster|broer|mij|me|haar|hem|opa|oma|tante|nonkel"
    r"|echtgenoot|echtgenote|zijn eigen|zichzelf|mijn eigen",
    r"pere|mere|maman|mari|femme|epouse|epoux|soeur|frere|m|moi|lui|grand|oncle|tante",
    r"father|mother|dad|mum|mom|husband|wife|sister|brother|him|her|he|she|myself|aunt|uncle|somebody"
    r"|someone",
    r"rug|benen|been|voeten|haar|haren|hoofd|handen|armen|gezicht|lijf|tenen|bomma|ons ma|pepe|meme"
    r"|grootmoeder|grootvader|dos|jambes?|pieds?|cheveux|corps|visage|mains|barbe"
    r"|back|legs?|feet|foot|hair|face|body|hands|beard|toes|bras|bonne maman|gran|grandad|grandma|papy"
    r"|mamy|beard|scalp|tete",
)
THING = _any(
    r"gordijn|kraan|lekt|lekken|loopt|loopt door|silicone\w*|herstellen|repareren|schilderen|kuisen"
    r"|ontkalken|installeren|plaatsen|vervangen|verstopt|kapot|stuk|papier|deur|\w*bak|hond\w*|kat|katten"
    r"|poes|kater|vogel|kanarievogel|kanarie|parkiet|vis|vissen|konijn|kip|kippen|plant\w*|bloemen|tuin"
    r"|graf|hemden|bril|auto|wagen|fiets|ramen|ruiten|vensters|gordijnen|kleren"
    r"|lakens|afwas|kleed\w*|kerstboom|pop|haag|gazon|gras|muur|terras|stoep|trap|kinderen|kleinkind\w*"
    r"|kind|was|vogels|dieren|huisdier\w*|huis|deur|schaap|schapen|kinderwagen",
    r"chiens?|chienne|chats?|chatte|minou|canari|oiseaux?|poissons?|lapins?|poules?|plantes?|fleurs?"
    r"|jardin|tombe|chemises|lunettes|voiture|auto|velo|rideau|robinet|chasse|evier|joint|silicone|fuit"
    r"|coule|reparer|peindre|nettoyer|detartrer|installer|remplacer|bouchee?|casse|papier|poussette"
    r"|moutons?|vitres?|carreaux|fenetres?|rideaux|linge|draps|vaisselle"
    r"|sapin|poupee|haie|mur|terrasse|animaux|animal|enfants?|maison|table|sol",
    r"dogs?|cats?|canary|birds?|fish|rabbit|hens?|plants?|flowers?|garden|grave|shirts|glasses|car|bike"
    r"|windows?|curtains?|clothes|sheets|dishes|ironing|dolls?|hedge|wall|tree|children|house|door|budgie"
    r"|curtain|tap|tray|sink|washbasin|tile|leaks?|drips?|runs?|running|fix|repair|paint|clean|descale"
    r"|install|replace|blocked|plaster|ceiling|broken|paper|pram|car|sheep|towels|salad|machine|up|pets?"
    r"|box|floor|laundry",
)
OWNED_THING = re.compile(
    rf"(?P<thing>{THING.pattern}) (?:van|de|du|d|of) (?:(?:mijn|ons|onze|de|ma|mon|la|le|my"
    rf"|the) )?(?:{PERSON.pattern})"
    rf"|(?:{PERSON.pattern}) (?:s |zijn |haar )(?P<other>{THING.pattern})"
)
FETCHED = _any(
    r"(?:zijn|ben|is) op|(?<!bed )halen|ophalen|afhalen|kopen|meebrengen|aankopen|gaan halen|chercher"
    r"|acheter|rapporter|n ai plus de|i m out of|run out|fetch|pick up|collect|buy|get from",
    r"apothee?k\w*|apotheker|winkel|pharmaci\w*|magasin|pharmacy|chemist|shop",
)
DRIVEN = _any(
    r"naar (?:de |het |den )?(?:dokter|verpleegster|kapper|pedicure|ziekenhuis|kliniek|cursus|kapster"
    r"|specialist)|lift naar|kapper|rusthuis|pedicure|oogarts|oogmeester",
    r"(?:chez|a|au|jusqu a) (?:le |la |l )?(?:docteur|infirmiere|coiffeur|pedicure|hopital|clinique"
    r"|medecin|cours|home)|trajet",
    r"to (?:the |a )?(?:doctor|nurse|hairdresser|chiropodist|hospital|clinic|course)|first aid course",
)
BY_OTHERS = _any(
    r"komt al|komen al|daarvoor komt|daar komt|familiehulp|thuisverpleging komt|verpleegster komt"
    r"|doet de verpleegster",
    r"vient deja|passe deja|l infirmiere (?:vient|passe|fait)|aide familiale|pour ca",
    r"already comes|comes already|nurse comes|nurse does|home help comes|comes for that",
)
NEGATED = re.compile(
    r"\b(?:geen|niet (?:om|voor)(?: te| de| het)?|zonder|pas (?:de|d|pour)(?: la| le| les| l)?|sans"
    r"|aucun\w*|no|not for|isn t for|isn t|without|nothing to do with)"
    r"(?: \w+)?$"
)

"""What makes Dutch words of care harmless: things, errands, lifts, what others do, what is denied."""

THINGS = """
gordijn gordijnen kraan deur bak hond hondje honden kat katten poes poezen kater vogel vogels vogeltje
kanarie kanarievogel parkiet papegaai vis vissen konijn konijnen kip kippen plant planten plantjes bloemen
tuin tuintje graf hemden hemd bril auto wagen fiets ramen ruiten vensters venster raam kleren lakens afwas
kleed kleedje kerstboom pop poppen haag heg gazon gras muur terras stoep trap was wasgoed dekens deken
vaat vloer matras meubels tapijt bedden kast kasten handdoek handdoeken tafelkleed servies glazen tafel
kinderwagen bak bakken zakken koffer zetel dieren dier beestjes beest schapen eendjes orchidee orchideeen
rozen buxus struik struiken nagels rok broek das dozen doos box stoelen kindje baby dakgoot vijver huis
appartement papieren administratie website koffie taart bloempot kleinkind kleinkinderen kinderen
boodschappen coupons bon bonnen artikel artikels foto fotos nichtje haardvuur mantel frigo zetels stoel
bank grafsteen zerk boeket vlag kussen kussens hoes hoezen pull pulls trui truien geraniums moestuin
klimop buurkat bibliotheek
"""
SKIPPED = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maandags dinsdags woensdags zaterdags zondags
morgens avonds middags smorgens savonds smiddags ochtend ochtends dagelijks tweemaal driemaal eenmaal maal
per grondig proper voorzichtig deftig fatsoenlijk goed rap vlug vanonder helemaal volledig vier vijf zes
zeven bed lavabo badkamer wastafel stoel ziek zieke oude bejaarde demente gehandicapte verlamde
zwaarlijvige eigenhandig oud zware lastig komende ganse mogelijk ons onze thuis
"""
ARTICLES = """
de het een mijn zijn haar ons onze den die dat deze dit uw hun mijne mijnen alle al ne n t z m dienen
"""
ERRAND = """
op/uit/leeg .. apothe+, halen/haal/haalt/ophalen/afhalen/kopen/koopt/koop/meebrengen/meebrengt/meenemen/
brengen/aankopen/aanschaffen/bestellen/bestellingen/besteld/afgeven/binnenbrengen/binnendoen/gaan_om/
terugbrengen/terugdragen/omruilen .. apothe+/winkel/drogist/bandagist/mutualiteit/kruidvat/hema/zeeman,
apothe+/winkel/drogist/bandagist/kruidvat/apotheker/zeeman/delhaize/colruyt/aldi/bakker/mutualiteit/
thuiszorgwinkel/postkantoor, ophalen, afhalen, kopen, koop, meebrengen, meebrengt, aankopen, voorschrift+,
boodschappen, boodschap, lenen/leen/ontlenen/uitlenen/leent, naaien/aannaaien/verstellen/strijken/strijk/
inkorten/herstellen/repareren, kapot/stuk
"""
LIFT = """
naar ?de/het/den/een/mijn/t/haar/zijn dokter+/verpleegster/verpleegpost/kapper/kapster/pedicure/
ziekenhuis/kliniek/cursus/specialist/oogarts/oogmeester/tandarts/kinesist/kine/huisarts/rusthuis/spoed/
hospitaal/podoloog/wijkgezondheidscentrum/polikliniek/poli/coiffeur/thuiszorgwinkel/dialyse/consultatie/
controle/labo/dagcentrum/thermen/zwembad/wassalon/opticien/audicien/sauna/schoonheidsspecialiste, bij ?de/
den/mijn oogmeester/oogarts, bij ?de/mijn/den kapper/kapster/pedicure/tandarts/coiffeur geraken/geraak/
brengen/afspraak/zetten/moet/binnen, afspraak bij, cursus/lezing/opleiding/infoavond/voordracht, lift
naar, voert naar
"""
BY_OTHERS = """
komt al, komen al, al geregeld, daarvoor komt, daar komt, <nurse>/familiehulp/gezinshulp/poetshulp/
zorgkundige/verzorgster/verzorgende/thuishulp/thuiszorg/wit_gele_kruis/kapster/kinesist/kinesiste/kine/
pedicure/poetsvrouw/bewindvoerder/dokter .. komt/komen/doet/doen/wast/passeert/langs/geweest/is_hier/
is_er/regelt/zorgt/vertrokken/weg_is/is_weg/gaat/zet/geeft/verzorgt/is_juist, door ?de/een/mijn/onze
<nurse>/ familiehulp/thuiszorg/verzorgster, doet de/mijn <nurse>, voor/na/tot/tegen de <nurse>/
familiehulp/kapster/ pedicure/kine, als de <nurse>/familiehulp, dat doet/doen al, dat is al geregeld/
gedaan, was <nurse>, ben/ is <nurse>/gepensioneerde, gewezen <nurse>, van de <nurse>, kaartje/bloemetje/
bedanken/koffie/cadeautje/ cadeau voor de <nurse>, <nurse> gewerkt/geweest/binnenlaten/open/openen/binnen/
binnenlaat/uitlaten, deur .. voor de <nurse>, mijn/ons dochter/zoon/zus/schoondochter/nicht/kleindochter
?zelf wast/helpt/verzorgt/ doet
"""
GONE = """
niet meer, komt niet, kan niet, verlof, conge, ziek, staakt, gestopt, weigert, op reis, vakantie, is/gaat
weg, te laat, nooit, alleen in de week, enkel in de week
"""
DONE = """
dat is/doet/doen/regelt/wordt .. geregeld/gedaan/verpleegster/familiehulp/thuisverpleging/dochter, daar
heb ik iemand/al iemand, daar zorgt .. voor, daar komt .. voor, dat lukt ?nog/mij goed/wel/zelf/allemaal,
daarvoor heb ik, daarvoor komt, daar hebben we, dat kan ik ?nog zelf/wel, dat gaat nog
"""
DENIED = """
geen, niet om/voor ?te/de/het/zijn/haar/mijn, zonder, niets te doen met, niets van, nog/nog_goed/
nog_altijd/gelukkig zelf/alleen, vroeger, destijds, toen, niet voor, hoeft niet, hoeven niet, moet niet,
niet nodig, geen kwestie van, niet dat ik, nog wel zelf, kan ik zelf, doe ik zelf, doe ik nog zelf
"""
SEEMING = """
oppas/oppassen/passen/letten op ?mijn/het/de/ons/onze hond/kat/poes/huis/kleinkinderen/kinderen/kindjes/
katten/vogel, kaart/kaarten/kaartje leggen/spelen/sturen/schrijven/kaarten, postkaart+, gsm .. code, code
.. gsm/telefoon/computer/tablet/itsme/wifi/alarm/deur/voordeur/internet/sleutelkluis, pincode .. gsm/
telefoon/smartphone/vergeten/tablet, nachtlamp+, nachttafel+, nachtkast+, nachtmis, kerstnacht,
nachtwinkel, nachtkaars, douchegordijn, douchekop, douchestang, douchecabine, douchebak, toiletpapier, wc
papier, wc bril, wcbril, wasdraad, wasmachine, wasmand, wastafel, droogrek, bloedgever, pop/poppen/
poppenkleren, opgenomen, revalidatie, kruiswoord+, lucht/zicht/reis/puzzel .. douche, nacht van,
geldinzameling, massage/masseer/masseren kussen/stoel/apparaat/zetel/toestel, voetbad voor de vogels,
kraan/kraantje/afvoer/putje/sifon/lekt/verstopt/silicone/tegel/tegels/voegen/kalk/ontkalken/monteren/
plaatsen/installeren/handgreep/herstellen/vastzetten/vijzen/schilderen/ontstoppen .. bad/douche/toilet/wc/
lavabo/badkamer/wasbak/nachtstoel/bed, bad/douche/toilet/wc/lavabo/badkamer/wasbak/badkuip .. lekt/loopt/
verstopt/druppelt/kraan/tegel/voegen/silicone/lopen/ontkalken/plaatsen/installeren/kuisen/poetsen/
vervangen/hersteld/herstellen/handgreep/matje/vastmaken/schilderen/ontstoppen/gordijn/deur/lamp/licht/
piept
"""
EXPLAINED = """
uitleg/uitleggen/uitlegt/leggen_uit, versta/verstaan/begrijp/begrijpen/snap .. niet/niks, lezen/leest/
voorlezen, wat .. staat/betekent, meegaan/mee/meegaat .. bank, naar de bank .. brengen/voeren/rijden
"""
ANIMALS = """
hond, hondje, hondjes, honden, kat, katten, katje, poes, poezen, poesje, kater, vogel, vogels, kanarie,
parkiet, papegaai, vis, vissen, konijn, konijnen, kip, kippen, cavia, hamster, dier, dieren, beest,
beestje, beestjes, paard
"""

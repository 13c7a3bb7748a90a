"""What crosses a boundary, as it is said in Dutch."""

SAYS = {
    "bodily_care": """
        afspoelen/afwassen/schrobben .. <who>, <who> .. afspoelen/schrobben/inwrijven/ingeven, gesmeerd/
        ingesmeerd/gezalfd worden, krulspelden/bigoudis .. indraaien/insteken, schoenen/sokken .. bukken,
        papje .. geeft/geven, geeft/geven .. papje/pap, helpen/helpt/help/hulp/bijstand .. wassen/wasschen/
        wasse/waschen/douchen/baden/aankleden/uitkleden/ kleden/scheren, hulp bij ?het eten/opstaan/toilet,
        wasbeurt+, sponsbad+, sponsen, washand+, bedbad+, wasgerief, bad/badje/bain geven/nemen/helpen/pakken,
        in/uit ?en ?uit/in ?het/de/mijn/den/zijn/haar/n bad/badkuip/zitbad/douche/baignoire .. geraken/geraak/
        geraakt/raken/raak/raakt/komen/kom/komt/stappen/ stap/helpen/helpt/krijgen/krijg/zetten/zet/steken/
        steekt/doen/durf/tillen/kan/kruipen/klimmen/laten, help/helpt/helpen/durf/geraak/geraakt/kan/krijg/
        zetten/zet .. in/uit/onder ?het/de/mijn/den/zijn/haar/ n bad/badkuip/douche/baignoire, onder/in de/
        den/t douche zetten/helpen/steken/gaan, douchen, gedoucht, doucht, <who> baden, badderen, wassen en
        kleden/aankleden, was en kleed, <one> .. wast en/of, gewassen en, lijfelijk+, proper/properkes/schoon/
        fris ?te houden/houdt/houd/gehouden, proper/schoon/fris/ properkes/wassen krijgen/krijg/krijgt <one>,
        mij/me/zich/hem/haar/<who> .. proper/properkes/fris ?te houden/houdt/houd/maken/maakt/zetten/krijgen/
        krijg, mijn eigen .. proper/schoon/wassen/waschen/kleden, <one> .. opfrissen/verfrissen, opfrissen/
        opfrisbeurt+ .. <one>, lavaboke doen, aan ?de/den lavabo .. helpen/wassen, lichamelijke verzorging/
        hulp/zorg/zorgen, lijfzorg, lijfverzorging, hygien+ zorg/ verzorging/hulp, hygiene van <who>, intieme
        zorg/hygiene/delen/plaatsen/was, toilet/toiletje/ toiletteke/toilette/twalet ?te maken/maakt/doen,
        ochtendtoilet, toilet van <who>, opgeknapt worden, aan en uitkleden, aan en uit kleden, uitkleden,
        uitgekleed, aangekleed, uitkleedt, aankleedt, uit de kleren helpen, <clothes> .. aan/uit/an ?te doen/
        trekken/krijgen/helpen/doet/trekt/krijg, <clothes> .. aandoen/aandoet/aantrekken/aantrekt/uitdoen/
        uittrekken/uitdoet/uittrekt/aankrijgen/uitkrijgen/ vastdoen/toedoen/vasthaken/dichtdoen/optrekken/
        afstropen/toeknopen/aangedaan, aandoen/aantrekken/ uitdoen/uittrekken van .. <clothes>, doet/trekt/
        doen/trekken/krijg .. <clothes> .. aan/uit/vast/toe/ dicht/op, in .. pyjama/nachtkleed/nachthemd/
        nachtjapon ?te helpen/steken/doen/steekt/stopt/krijgen, naar/op/van/af ?het/de/den/t/n toilet/wc/po/
        pot/pispot/postoel/nachtstoel/twalet/vertrek/gemak .. zetten/zet/helpen/helpt/gaan/gaat/begeleiden/
        brengen/brengt/geraken/geraak/geraakt/komen/kan/laten/ moet/tillen/krijg/want/dragen, mee/meegaan/
        meegaat/begeleiden .. naar ?het/de/den/t toilet/wc/twalet, helpen/helpt/help/hulp .. naar/op/van/bij/
        met ?het/de/den/t toilet/wc/po/pot/wcgang/toiletbezoek/ twalet/vertrek, naar achter helpen/moet/gaan,
        klein/kleine/kleinste/grote/groot gerief/behoefte/ boodschap .. helpen/doen/doet/moet/komt/hulp/op,
        bij/voor ?het/de/mijn/zijn/haar kleine/klein/grote gerief/behoefte, kleine of grote boodschap/
        commissie, poep/gat/achterwerk/billen/kont/achterste/ achterste .. afvegen/proper/kuisen/afkuisen/
        wassen/vegen/afkuist, afvegen .. <who>, billen/ onderlichaam/achterwerk/intiem+/schaamstreek/kruis
        wassen, vanonder/onderaan .. wassen/proper/kuisen/ verzorgen, van onder .. wassen/proper, plassen,
        pissen, pipi, pipi/kaka doen, stoelgang, ontlasting, urine+, urinaal, incontinen+, incontinentie+,
        lavement, klisteer, klysma, diarree, in .. broek ?te plast/gedaan/doet/doen/kakt/pist/pipi, natte/nat
        broek/bed/lakens .. <who>, ongelukje/ongelukjes/ ongelukske/accidentje .. <one>/broek/bed/proper/
        verschonen/opkuisen, <one> .. ongelukje/ongelukjes/ ongelukske/ongelukskes, laat/laten alles lopen,
        kan/kunnen .. niet .. ophouden .. <one>/bed/broek, haar/zijn/mijn water niet .. ophouden, water niet
        .. houden, pamper/pampers/luier/luiers/inlegger+/ bandje/verband/doeken/bescherming/
        incontinentiemateriaal/pisbroek+/broekske/broekje ?te/van .. verversen/ververst/wisselen/wisselt/
        verwisselen/aandoen/vervangen/vervangt/verschonen/omdoen/uitdoen/ veranderen/verandert/vernieuwen,
        verse/propere/nieuwe/ander/andere pamper/luier/pampers .. <one>/aan/ aandoen/om/geven/steken/doen,
        verschonen/verschoont/verschoond/ververst .. <one>, <one> .. verschonen/ verschoont/verschoond/
        verversen/ververst, po/pot/pispot/pispo/bedpan/panne/emmer .. legen/ledigen/ uitgieten/leegmaken/
        uitkappen/leegt/leeggieten/steken/onder, bedpan, nachtstoel, postoel, po stoel, toiletstoel, wc stoel,
        wcstoel, teennagel+, teenagel+, nagels .. tenen/teen/voeten/vingers, nagels ?te/van/bij .. knippen/
        knipt/doen/vijlen/korten/afknippen/gekt .. <one>/handen/voeten, <who> .. nagels/nagelkes .. doen/
        knippen/knipt/verzorgen/vijlen, mijn nagels .. knippen/doen/verzorgen, voetverzorging, likdoorn+,
        eksterogen, eelt, pedicure aan huis, voetbad+, uit/in ?het/zijn/haar/mijn/ den/n bed .. tillen/tilt/
        leggen/legt/heffen/heft/helpen/helpt/halen/haalt/steken/steekt/krijgen/krijg/ krijgt/geraken/geraak/
        geraakt/komen/komt/kom/hijsen/trekken/sleuren/stoppen/stopt/kan/duffelen/ draaien, helpen/helpt/help/
        tillen/heffen/geraak/geraakt/geraken/kan/krijg/krijgen/hulp .. in/uit/naar ?het/zijn/haar/mijn/den/n
        bed, naar bed helpen/brengen/doen/gaan .. <who>, <who> .. naar bed brengen/ doen/helpen/leggen,
        klaarmaken/klaar_maken/klaar/klaarmaakt voor/om .. nacht/bed/slapen, bed .. inleggen, instoppen ..
        <who>, toedekken .. <who>, uit ?de/zijn/haar/mijn/den zetel/stoel/fauteuil/ rolstoel/sofa .. tillen/
        heffen/helpen/halen/krijgen/geraken/geraak/trekken/krijg/geraakt/hijsen/kan/ sleuren, helpen/tillen/
        heffen/krijg .. uit ?de/zijn/haar/mijn/den zetel/stoel/fauteuil/rolstoel/sofa, in ?de/zijn/haar/mijn
        rolstoel/zetel/rolwagen .. tillen/heffen/hijsen/krijgen/krijg/zetten .. <one>, <who> .. in ?de/zijn/
        haar/mijn rolstoel/zetel/rolwagen .. zetten/tillen/krijgen/helpen, van bed naar, van de rolstoel,
        tillift+, lift tillen, passieve lift, patientenlift, opheffen .. <one>, <who>/hem/ mij/me .. opheffen/
        optillen/oprapen/overeind/rechtzetten/rechttrekken/rechtheffen/ rechthelpen/ recht_krijgen/
        rechtop_zetten/recht_zetten/verleggen/omdraaien, helpen/helpt/help/hulp ?met/bij ?het/te .. opstaan/
        rechtstaan, <one> .. gedraaid/draaien/omdraaien/gekeerd/keren/verleggen/ wisselligging .. bed/uur/
        nacht, gedraaid/draaien/omdraaien/keren/omgelegd .. bed, wisselhouding, kan niet meer .. bed uit,
        haar/haren/bolleke/hoofd/kop .. wassen/waschen/ gewassen/kammen/doen/wast/kamt/ krullen/opsteken/
        borstelen/opdraaien, haarwassing, haarwas, bigoudis .. insteken/indraaien/zetten/ steken/draaien,
        krulspelden, mise en plis, haar .. krulspelden/rollen, scheerbeurt, nat scheren, baard .. afdoen/
        scheren/bijwerken/trimmen/afscheren/bijknippen/knippen, tanden/gebit/kunstgebit/prothese/ dentier/
        valse/mond .. poetsen/poetst/indoen/inzetten/insteken/ uitdoen/uithalen/insteekt/spoelen/ reinigen/
        wassen, mondhygiene, mondzorg, mondverzorging, oren .. uitspuiten/proper/kuisen/spoelen, neus snuiten
        .. <who>, inzalven, ingezalfd, inzalft, insmeren, insmeert, ingesmeerd, zalven, zalf+ .. smeren/doen/
        wrijven/op/aan/aanbrengen/insmeren/smeert, creme/ lotion/zalf/balsem/olie/melk .. rug/ benen/voeten/
        huid/schouder/schouders/lijf/armen/been/nek/smeren/ insmeren/inwrijven/inmasseren, inwrijven,
        ingewreven, inwrijft, masseren/massage/masseert/frictioneren .. <body>/<one>, <body>/<one> ..
        masseren/masseert/massage/wrijven/frictioneren, met de/een lepel, lepeltje/lepelke/lepelken/lepel ..
        geven/steken/mond/voeden/vasthouden/houden, mond ?te steken/stoppen/gestoken/gestopt, vork/lepel ..
        vasthouden/houden, eten/drinken/pap/papje/soep/boterham/middageten ?te .. geven/geeft/voeren/ingeven/
        opgeven .. <who>/<me>, <who>/mij/hem/me .. eten/pap/papje/soep/patatjes/ maaltijd ?te ingeven/geven/
        voeren/geeft/opgeven/helpen/gegeven, helpen/helpt/help/hulp .. met/bij ?het/te/de eten/drinken/
        maaltijd/maaltijden/slikken .. <who>/geven/moeder/zelf, <who> .. helpen/helpt ?met/bij ?het eten, kan/
        kunnen .. niet .. zelf/zelfstandig/alleen eten/drinken/wassen/aankleden/ opstaan/rechtstaan, niet meer
        zelf kan/kunnen eten/drinken/wassen, voederen .. <who>, voeren .. tafel/ lepel/vork/mond, <who> ..
        voederen/gevoerd/bijvoeden/voeden, eten .. binnenkrijgen/binnen, gevoederd worden, sondevoeding,
        slabbetje, verzorgd worden/moet, <who> .. verzorging/verzorgd, bh/beha/soutien+ .. vast/toe/aan/
        sluiten/haken/haak, prothese/beugel/brace/korset/beenprothese/kunstbeen .. aan/ aandoen/aanbrengen/
        vastmaken/uitdoen/om, voetschimmel, doorzitten, decubitus, zelfzorg, persoonlijke hygiene/verzorging,
        lichaamsverzorging, palliati+
    """,
    "nursing": """
        spuiten/prikken/spuit/spoot .. trombose/klonters/mij/buik, komen/komt spuiten/prikken, suiker ..
        opneemt/opnemen/prikt, pillen .. door_elkaar/sorteren, inhalator .. vullen, spuit/spuitje/spuitjes/
        spuiten/inspuiting/inspuitingen/prik/prikje/prikjes/prikken/pik/pikuur/piqure/ naald/injectie/
        injecties .. geven/geeft/zetten/zet/steken/steekt/krijgen/krijg/toedienen/doen/pakken/ plaatsen/nodig/
        buik/bil/arm/dij/been, geven/geeft/zetten/zet/krijg/steken/komt .. spuit/spuitje/ spuitjes/inspuiting/
        prik/prikje/injectie/injecties/spuitjen, inspuiten, spuiten .. insuline/suiker, insuline .. spuiten/
        geven/zetten/steken/inspuiten/toedienen/spuit/inspuit/prikken, naald in ?mijn/de/ haar/zijn .. buik/
        been/arm/bil/dij/vel, suiker/bloedsuiker/suikerspiegel/glycemie/suikerke ?te prikken/meten/prikt/meet/
        nemen/opnemen/controleren/nakijken/pakken/volgen, in ?mijn/zijn/haar/de vinger prikken/prikt,
        vingertje prikken, vingerprik+, bloed prikken/trekken/afnemen/nemen aan/bij/ thuis, bloeddruk/tensie/
        tansie/spanning/hartslag/pols/koorts/temperatuur/zuurstofgehalte ?te .. meten/ meet/nemen/opnemen/
        neemt/pakken/controleren/nakijken/pakt/opneemt, meten/nemen/meet .. bloeddruk/ tensie/suiker/koorts,
        wonde/wondje/wonden/zweer/zweren/snee/snede/brandwond+/litteken/nat/plek/puist/ abces/ulcus/
        insteekpunt/doorligwonde/gat ?te/in/op .. verzorgen/verzorgt/verzorgd/verversen/kuisen/ ontsmetten/
        uitkuisen/proper/verbinden/wassen/reinigen/vervangen/nakijken/deppen/spoelen/uitspoelen/ verband/
        dichtplakken/zalf, verzorgen/verzorgt/kuisen/ontsmetten/verbinden/verzorging/zorg/zorgen .. wonde/
        wondje/wonden/zweer/snee/snede, wondzorg+, wondverzorg+, open been, open wonde, lopend been, lopende
        wonde, etter+, doorlig+, doorgelegen, decubitus, hechtingen, draadjes .. uithalen/uitdoen/ trekken,
        verband/verbanden/zwachtel/zwachtels/windel/windels/pleister/pleisters/bandage/bandages/ kompres/
        kompressen/compressen/doek/steunverband/gaas/gaasje ?te/rond/op/van/aan .. verversen/ververst/
        vervangen/vervangt/leggen/legt/wisselen/aanleggen/aandoen/veranderen/omdoen/vernieuwen/insteken/
        draaien/plakken/rond/afdoen/verwisselen/doen/zwachtelen/been/benen/wonde, nieuw/nieuwe/vers/proper
        verband/pleister/windel/compres/zwachtel, zwachtelen, gezwachteld, <body> .. verbonden/verbinden/
        ingezwachteld, benen/been .. inwindelen/windelen/wikkelen/inzwachtelen/omwikkelen/ingewikkeld/
        zwachtelen/zwachtel, verbandje .. doen/vervangen/steken/aanleggen, <medicine> ?te/van/voor/in ..
        klaarzetten/klaarzet/klaarleggen/klaarlegt/klaarmaken/geven/geeft/toedienen/innemen/inneemt/inneem/
        neemt/nemen/pakt/pakken/sorteren/vullen/uitzetten/uitleggen/verdelen/uittellen/slikken/slikt/doseren/
        klaarsteken/binnenkrijgt/inpakken/indoen/indruppelen/doen/bijhouden/opvolgen/krijgt/controleren/
        vergeet/toezien/klaar/steken/insteken/sneukelen/nakijken/toeziet/ingeven/druppelen/doosje, geven/
        geeft/klaarzetten/zetten/zet/steken/toezien/nakijken/kijken/kijkt/controleren/zorgen/zorgt/zien/ziet/
        opletten/letten/let/herinneren/vullen .. <medicine> .. klaar/neemt/inneemt/pakt/slikt/krijgt/geven/
        klaarzetten/nemen/innemen/doosje/op, <medicine> .. in_het_oog/op_tijd/vergeten/vergeet, vergeet/
        vergeten .. <medicine>, op/aan/over zijn/haar/hun/de/mijn <medicine> letten/let/toezicht, pillendoos
        .. vullen/klaarzetten/klaarmaken/vult/week, pillendoosje+ .. vullen/maken/steken/week/klaarzetten,
        weekdoos+ .. vullen/klaarzetten/pillen, medicatie+ .. vullen/toezicht/klaar/zetten/doen/opvolging/
        beheer, druppels/druppeltjes/druppelkes/druppelen/druppel .. oog/ogen/oor/oren/neus/indoen/doen/geven/
        insteken/druppelen, oog/ogen/oor/oren .. druppels/druppelen/druppeltjes/druppelkes/gedruppeld/
        indruppelen, indruppelen, oogzalf, oogdruppel+ .. indoen/insteken/doen/geven/in/druppelen/zetten,
        sonde+ .. vervangen/doen/aansluiten/geven/spoelen/verzorgen/legen, sonde, blaassonde+, maagsonde+,
        katheter+, catheter+, kateter, stoma+, pisszakje, urinezak+, zakje/zak/poche/sakske .. legen/
        vervangen/leegmaken/wisselen/buik/verversen/ledigen/stoma, pacemaker controle, infuus+, baxter,
        dialyse thuis, aerosol .. geven/doen/aanzetten/opzetten/krijgt/klaarzetten/helpen/klaarmaken,
        aerosol+, zuurstof .. aansluiten/aanzetten/opzetten/geven/fles/flessen/toedienen/bril/masker/regelen/
        bijhouden/verwisselen/vervangen, zuurstoffles+, zuurstof, zuurstofbril, slijmen, canule, tracheo+,
        puffen/puffer .. geven/helpen/pakken, puffer, zetpil+, suppo, suppo+, pijnpleister+, morfine+,
        pijnpomp, zoek/zoeken/zoekt/gezocht/nodig/vind/willen/vragen/vraag/krijgen/hebben/heb/heeft/gezochte
        .. <nurse>, <nurse> ?te/aan/voor .. gezocht/nodig/zoek/zoeken/vinden/gevraagd/hebben/krijgen, een
        <nurse> voor, <nurse> aan huis, <nurse> .. verlof/congé/ziek/niet_meer_komt/valt_weg/staakt, wit gele
        kruis, witgele kruis, wgk, verpleegkundige/medische/verplegende/verpleegtechnische zorg/zorgen/hulp/
        handeling/handelingen/verzorging, thuisverpleging .. voor/nodig/zoek, verplegen, verpleegt,
        nachtverpleging, hulp van een <nurse>
    """,
    "money": """
        honderdje/vijftigje/briefje_van_honderd .. lenen/voorschieten, lenen/leent .. elektriciteit/huur/gas,
        pinnen voor mij, betalingen .. doen/uitvoeren, paswoord/code .. bank/betalingen, schiet het voor, in
        mijn naam .. tekenen, tekenen .. in mijn naam, iets/wat lenen .. pensioen, iets lenen tot, geld/
        centen/cash/geldje/euro/euros/pensioen/pensioentje/billetten/briefjes/bankbiljetten/liquide/ frankskes
        ?te/van/uit/op .. afhalen/afhaalt/halen/haalt/uithalen/uithaalt/afgehaald/opnemen/trekken/ tappen/
        pinnen/gaan_halen/ophalen, afhalen/halen/haalt/uithalen/afhaalt/trekken .. geld/centen/cash/ pensioen/
        euro/euros, geld/centen/sou/euro/euros/poen/iets/beetje/honderd/tweehonderd/vijftig/duizend ?te ..
        lenen/leent/voorschieten/voorschiet/schieten/leen .. geld/euro/maand/pensioen/centen/einde/kas/ terug,
        geld/centen/euro/euros/poen/honderd/tweehonderd/vijftig/duizend/tientje .. lenen/leent/ voorschieten/
        voorschiet/voorgeschoten/schieten, lenen/leen/leent/voorschieten .. geld/centen/euro/ euros/poen/
        honderd/pensioen/einde van de maand, voorschieten, voorschot, voorschiet, krediet, lening, tot/tegen
        ?het/einde/t/eind .. pensioen/maand .. lenen/voorschieten/terug/geef/geld, kort/krap/tekort/ niet_rond
        .. pensioen/maand/geld/kas, huur/factuur/facturen/schulden/elektriciteit .. voorschieten/ lenen/
        betalen/voorschiet, rekening/rekeningen/facturen/factuur/huur/schulden/overschrijving .. betalen/
        betaalt/doen/vereffenen/regelen/storten .. mij/plaats/kaart/code/moeder/vader/naam/bank/geld,
        rekeningen/facturen ?te .. betalen/betaalt/vereffenen, betalen/betaalt/betaal van ?mijn/de/haar/zijn
        facturen/rekeningen/huur, overschrijving+ .. doen/doet/maken/tekenen/uitvoeren/invullen, overschrijven
        .. geld/rekening/euro/spaarboek+, geld/euro .. overschrijven/overschrijft/storten/overzetten/beleggen/
        beheren/beheert/bijhouden/bewaren/regelen/verdelen/inbrengen/wegzetten/uitgeven, spaarboek+,
        spaargeld+, spaarrekening+, spaarcenten, bankboek+, zichtrekening, overschrijvingen doen, bankkaart/
        kaart/ bancontact/pincode/code/kaartje ?en/met/van/mee/aan .. geven/meegeven/geef/geeft/mee/code/
        pincode/ geld/afhalen/automaat/bancontact/cash/betalen/bank/gebruiken/halen, code van ?mijn/haar/de
        kaart/ bankkaart/bank, geldautoma+, bankautoma+, self bank, selfbank, bancontact, geldmuur, de muur ..
        geld, automaat .. cash/geld/kaart, naar de bank/automaat .. in_mijn_plaats/voor_mij/met_mijn_kaart, in
        mijn plaats/naam .. bank/geld/tekenen/betalen/kaart/handtekening, handtekening .. plaats/naam/
        zetten_voor/ bank, tekenen in mijn plaats/naam, bankzaken, geldzaken, geldbeheer, budgetbeheer,
        bankverrichting+, mijn/zijn/haar bankieren, mijn/haar/zijn geld/centen/financien/rekeningen/budget/
        kas/portefeuille/ portemonnee ?te .. beheren/beheert/doen/bijhouden/regelen/verzorgen/bewaren/
        overnemen/bewaken/houden/ uitgeven/in_de_gaten/in_het_oog, geld .. beheren/beheert/bewaart/bijhoudt,
        financien, bewindvoer+, volmacht+, mandaat .. bank/rekening/geld, beleggen, belegging+, belegd,
        aandelen, kasbon+, obligaties, beurs .. geld/spaar, erfenis verdelen, borg staan, borgstaan, borg
        stellen, mijn geld, mijn centen, zijn geld, haar geld, mijn spaarcenten
    """,
    "intensive": """
        wie/iemand slaapt/slapen bij/in_huis, zonder toezicht, van negen tot/van acht tot .. bij, komt/komen
        ?hier wonen, zorg .. niet_meer_aan/overneemt, ik ben op .. zorg, op straat .. pyjama/nachtkleed,
        blijft/blijven bij <my>/mijn <who> .. werken/werk, voltijds, full time, fulltime, dag en nacht, nacht
        en dag, 24 op 24, 24 uur op 24, 24 uur, 24 24, 24 7, 7 op 7, zeven op zeven, zeven dagen op zeven,
        vierentwintig uur+, ganse/hele/heel/gans ?de/een/ dagen/het/lange dag/dagen/nacht/nachten/week/weken/
        weekend/maand .. bij <one>/mijn/ons/zijn/moeder/ onze, bij/op/met <one>/mijn/ons .. ganse/hele/heel
        ?de/dagen/een dag/dagen/nacht/week, <who> .. ganse/ hele/heel ?de dag/dagen/nacht/tijd .. bij/
        oppassen/letten/toezicht/opvang/gezelschap/zorg/in het oog, heel/hele/ganse dagen/dag oppas+,
        dagopvang, van s morgens tot s avonds, van smorgens tot savonds, van de morgen tot de avond, van acht
        tot, elke/alle/iedere dag/dagen/nacht/nachten .. bij/op/voor <who>/ mijn/ons .. blijven/blijft/zitten/
        passen/letten/zorgen/slapen/oppassen/zijn/waken, zorgen/zorgt/zorg voor .. elke/alle/iedere dag/dagen,
        inwonen, inwoont, inwonend+, komt/komen/kan/kom inwonen, intrekken, intrekt, trekt in bij, kost en
        inwoon, in ruil voor kost, tegen kost, kamer in ruil, kamer .. zorgen voor/zorg, bij ?ons/mij/moeder/
        vader .. komen/komt/kan wonen/slapen, wonen bij/in <who>/ons, komen/komt/kan/blijft/blijven/zou/wil ..
        slapen/overnachten .. bij <who>/mij/ons/hem/haar/mijn, bij .. <who>/<me>/ons .. slapen/slaapt/
        overnachten/overnacht/waken/waakt, iemand .. slapen/slaapt/overnacht/ blijft slapen, snachts/s_nachts/
        nacht/nachten .. bij/op/over/voor/met .. <one>/waken/blijven/slapen/ oppassen/letten, nacht/nachten/
        nachtje+ ?te .. blijven/waken/overnemen/doen/bij/waakt/slapen/oppas/ opstaan/opvang/blijft/deur, bij
        .. <one> .. waken/waakt/nacht/snachts/nachten/wakker, waken/waakt bij/ aan/over/over, nachtwa+,
        nachtoppas, nachtopvang, nachtdienst, nachtzorg, wakker blijven, nachten, oppas/opvang/oppasser/
        oppasdienst ?voor/van/bij .. <who>, op .. <who>/hem/haar/me ?te passen/letten/ past/let/opletten,
        oppassen/oppast/passen/past/letten/let/opletten/toezicht/toezien/waken/acht/geven .. op/over/bij/van
        .. <who>/hem, <who>/hem .. in_het_oog/in_de_gaten/oogje_in_het_zeil/bewaken/ toezicht/oppas ?te ..
        houden/houdt/nodig, toezicht .. <who>/nodig/permanent/constant, permanent+ toezicht/bij/iemand/hulp,
        constant+/continu/voortdurend/altijd/permanent/steeds .. iemand .. bij/ aanwezig/rond/naast/zijn/
        thuis, altijd/constant iemand bij, ook s nachts, s nachts ook, mag/kan/durf/ mogen/kunnen/kunt/laten/
        laat/durven .. niet/nooit/geen ?meer/minuut/seconde/moment/langer/ogenblik ?meer alleen ?thuis/te
        blijven/gelaten/laten/zijn/thuis/blijft/worden, niet/nooit ?meer alleen ?thuis ?te/mag/kan/durf
        gelaten/laten/blijven, geen/niet minuut/seconde/moment/ogenblik .. alleen/los/rust/ laten, nooit
        alleen, alleen laten/gelaten gaat niet, niet alleen laten/gelaten/blijven, dwaalt, dwalen, doolt,
        dolen, loopt/lopen/liep .. weg .. straat/huis/altijd/van, wegloopt/weglopen/wegliep/ weggelopen ..
        <who>/hij/ze/altijd/straat/dat, dat hij/ze/zij wegloopt/weggaat/verdwaalt/wegliep, hij/ ze/zij/moeder/
        vader/ma/pa .. loopt_weg/verdwaalt/dwaalt/loopt_verloren/gaat_lopen, loopt weg, de straat op ..
        nachtkleed/pyjama/weg/nacht, laat .. gas/vuur aan/openstaan .. alleen, weet niet meer waar/wie ze/hij
        .. is, mantelzorg+ .. overnemen/ontlasten/vervangen/aflossen/nodig/op, aflossen .. <who>/nacht/zorg/
        dag, aflossing, overnemen/overneemt/overpakken .. zorg/zorgen/van_mijn/van_ons/nacht/ dag/weekend/
        week, zorg/zorgen .. overnemen/overneemt/dragen/van_ons/van_mijn, respijt+, ontlasten .. zorg,
        volledige/alle/hele/dagelijkse/intensieve zorg/zorgen/verzorging, week/weken/weekend/weekends/
        veertien_dagen/maand ?lang/van/op .. bij <who>/mijn/ons .. blijven/zorgen/slapen/wonen/zijn/blijft
    """,
}
NAMES = {
    "bodily_care": """
        steunkous+, compressiekous+, bedlegeri+, elastieken kousen, steun kousen, spataderkousen,
        incontinentiemateriaal, pampers/luiers .. <who>/mijn/haar/zijn, douche, pyjama .. <who>, gebit,
        kunstgebit, tandprothese, bad .. moeder/vader/man/vrouw/zus
    """,
    "nursing": """
        medicatie, medicament+, medicijn+, pillen, pilletjes, pillekes, pillendoos+, inspuiting+, spuitje+,
        insuline+, wonde/wondes/wonden/wondje, zalf, zwachtel+, windels, suikerwaarde, bloedsuiker+,
        oogdruppel+, injectie+, compressen, kompressen, druppelkes, verpleegkundige, tensie, bloeddruk
    """,
    "money": "mijn pincode, bankkaart .. code, kasgeld, overschrijving+",
    "intensive": "",
}

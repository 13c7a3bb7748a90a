"""Dutch words of jobs in and around the house, and what goes with them."""

WORDS = {
    "odd_job": """
        lamp!, gloeilamp!, peer!, licht!, kraan!, lekt!, lekken!, kast!, kastje!, ophangen!, hangen, rolluik!,
        gordijn!, boiler!, meubel!, meubels!, zetel!, verschuiven!, verzetten!, verplaatsen!, tillen, dragen?,
        rookmelder!, plank!, zagen!, vijzen!, vijs!, schroeven!, boren!, bel!, deurbel!, stop, zekering!,
        elektriciteit!, knoop!, naaien!, zoom leggen!, deur!, slot!, klemt!, herstellen!, repareren!, maken?,
        kapot, stuk, ramen!, kuisen!, poetsen, televisie, tv!, instellen!, posten?, klusje!, klus!, klussen!,
        karwei!, schilderen!, verven!, behangen!, verhuizen!, wc!, toilet, verstopt!, afvoer!, verwarming!,
        radiator!, thermostaat!, kelder, zolder, lichtje, stopcontact!, batterij, klok!, ladder?, handige!,
        hamer!, nagel!, spijker!, schilderij!, kader!, spiegel!, bloempot!, brievenbus maken!, in elkaar
        steken!, in elkaar zetten!, monteren!, ontstoppen!, tapijt, wasmachine!, frigo verplaatsen!, strijken,
        opruimen, zwaren, afstandsbediening, zender, douchegordijn!, vliegenraam!, wasbak!, lavabo!, loopt
        niet door!, diepvries!, scheef!, slot steken!, tuinpoortje, silicone!, siliconen!, douchebak!,
        dakgoot!, dakpan!, timmeren!, lijmen!, plakken!, vastmaken!, losgekomen!, loszit!, afgebroken, breken,
        gescheurd!, ketel!, kachel!, schouw!, dampkap!, vaatwasser!, fornuis!, kookplaat!, oven aansluiten!,
        parket!, vloer!, tegel!, plint!, raam klemt!, scharnier!, klink!, sleutelgat!, brandalarm!, bed,
        matras keren!, matras, rits!, broek inkorten!, inkorten!, verstellen!, fiets herstellen!, lekke band!,
        band, stofzuiger!, strijkijzer, droogkast, luchter!, spot!, ledlamp!, verfborstel!, muur!, behang!,
        hang!, opkuisen!, verstevigen!, leuning!, handgreep!, monteur, wankelt!, kraantje!, piept!, stekker!,
        schakelaar!, lampke!, lampken!, pere!, peerke!, ampoule!, ampoel, tl-lamp!, buislamp!, neonlamp,
        luster!, lusterke, licht in de gang!, donker in de gang, plafond!, plafonnier!, gordijnen!,
        gordijnrail!, gordijnroede!, store!, stores, rolluiklint!, lint, vensterbank, vitrage!, kraantjes!,
        druppelt!, drupt!, lek!, sifon!, chasse!, spoelbak!, spoeling, zitting, wc-bril!, wcbril!, bril van
        het toilet!, douchekop!, douchestang!, kapstok!, rek!, rekje!, rekske!, schap!, schapje!, legplank!,
        boekenkast!, boekenrek!, kadertje!, kaderke!, schilderijtje!, horloge?, wekker!, uurwerk!, uur
        verzetten!, zomeruur!, winteruur!, batterijtje!, pil steken, rookalarm!, rookdetector!, detector!,
        brandmelder!, alarmpje, piepen!, blijft piepen!, beltoets, bel doet, bel werkt!, parlofoon!,
        videofoon!, klinkje, klink van de deur!, deurklink!, sleutel draait, slot draait!, sluit niet!, gaat
        niet open!, gaat niet dicht!, klemmen!, blokkeert!, vijzeke!, vijzen aandraaien!, losse!, los!,
        wiebelt!, waggelt!, tafelpoot!, stoelpoot!, poot!, pootje, lade!, schuif!, schuifke!, scharnieren!,
        kleerkast!, kast verzetten!, kast verplaatsen!, zetel verzetten!, bed verzetten!, naar boven dragen!,
        naar beneden dragen!, naar de kelder!, uit de kelder!, van de zolder!, op zolder!, dozen!, zware
        doos!, doos, meubelke!, ikea ... kast!, pakket meubel, schroef!, schroevendraaier!, gaatje!, gaatjes!,
        boort!, gaten boren!, muur boren!, pluggen!, plamuren!, witten!, pleister?, verf!, verflaag!, kruk,
        tochtstrip!, tocht!, raam!, ruit!, ruitje!, ramen lappen!, ramen wassen!, vensters kuisen!, gordijnen
        wassen, zoom!, broeksrand, knoopje!, knopen aannaaien!, knoop aannaaien!, naad!, scheur!, gat in!,
        mouw, rits vervangen!, ritssluiting!, stikken, stoppen?, kussenhoes, strijkplank, stekkerdoos!,
        verlengdraad, elektrieker!, plombs!, plomb!, plons, springen!, gesprongen!, kortsluiting!, automaat
        springt, zekeringkast!, teller!, radio!, radiootje, radioke, antenne?, zapper!, klein herstelling!,
        herstelling!, herstelt!, repareert!, maakt?, in orde, ontluchten!, verwarming ontluchten!,
        thermosstaat, ketel bijvullen, chauffage!, chauffagist, stoof!, stoofke!, kraan dicht, filter!,
        dampkapfilter!, wasmachinefilter!, mazout, emmer, loodgieter!, handige harry!, handige man!,
        handigaard!, handig!, wieltje!, slijpen!, stoep!, muizen!, muizenval!, bedlat!, knop, gasvuur!,
        vastlopen, gebroken!,
        wespennest!, wesp!, wespen!, stoep vegen!, voetpad vegen!, beugel ophangen!,
    """,
    "garden": """
        tuin!, tuintje!, tuinwerk!, gras!, gras afrijden!, gazon!, haag!, snoeien!, gesnoeid!, onkruid!,
        spitten!, moestuin!, bladeren!, rozen!, struik!, boom!, patatten uithalen!, planten zetten, terras!,
        oprit, sneeuw!, sneeuw ruimen!, stoep!, bloembakken!, harken!, wieden!, zaaien!, maaien!, hof!,
        hofke!, composteren, serre!, klimop!, bloembollen!, bollen!, bukken?, dakgoot?, mos!, kruiwagen,
        gazonmaaier!, terras schrobben!, vijver schoonmaken!, perk!, perkje!, plukken!, appels!, peren!,
        fruitboom!, snoeihout!, kippenhok, tuinafval!, grasmachine!, heg!, takken!, tak!, stoep vegen!,
        vegen!, strooien!, zout strooien!, hofken!, hovenke, hovenier!, tuinman!, bloemperk!, perkske!, gras
        af, gras afdoen!, gras maaien!, gras staat!, gras is!, hagen!, haagje, haagske!, haag afdoen!, takken
        afzagen!, takken afdoen!, boomke!, kerselaar!, appelaar!, perelaar!, notelaar!, hortensia!,
        hortensia's, geraniums!, geranium!, potgrond!, bloempotten!, bloembak!, balkonbakken!, stekken!,
        verpotten!, zaaigoed!, tomaten!, tomatenplanten!, sla, ajuin planten, aardappelen planten!,
        omspitten!, spaden!, hakken, schoffelen!, netels!, brandnetels!, distels!, paardebloem, wingerd!,
        druivelaar!, rozelaar!, rozelaars!, buxus!, lavendel!, kruiden, bladeren bijeen!, bladeren
        bijeenharken!, blaren!, blaadjes!, opharken!, bijeenvegen!, vuil voor de deur, trottoir!, voetpad!,
        gladde stoep!, gevallen bladeren!, sneeuw schuppen!, sneeuw wegdoen!, sneeuwvrij!, ijzel!, ijs, zout,
        koer!, koertje, klinkers, tegels vol mos!, mos tussen!, groen van, tuinslang!, sproeien!, begieten!,
        gieten, regenton!, composthoop!, groencontainer, tuinhuis!, tuinkast, uitgraven!, bed spitten!,
        overhangen!, tuinpad!, mest!,
        groenafval!, schutting!, haagafval!, wilde wingerd!, paardenbloemen!,
    """,
    "pets_and_plants": """
        hond!, hondje!, hond uitlaten!, kat!, kater!, poes!, poezen!, huisdier!, dierenarts!, veearts!,
        vogel!, kanarie!, kanarievogel!, vissen!, aquarium!, konijn!, kippen!, cavia!, planten!, plantjes!,
        planten water!, water geven!, kattenbak!, beestje!, papegaai!, parkiet!, bobby, parkieten!,
        viervoeter!, baasje!, asiel!, poezebeest!, kitten!, puppy!, kattin!, hondenpark!, kattenoppas!,
        hondenoppas!, hamster!, schildpad!, vogeltjes!, goudvis!, paard, ezel, orchidee!, kamerplanten!,
        bloemetjes water!, balkonplanten!, voederen!, eruit?, hondeke!, hondje uitlaten!, hond buitenlaten!,
        met de hond!, met den hond!, mijn hond!, ons hond!, onze hond!, den hond!, katje!, poezeke!, minou!,
        minoe, mijn kat!, mijn poes!, onze kat!, ons kat!, kattenbakken!, kattenluik, kattenkorf, brokjes!,
        brokken!, hondenbrokken, hondenvoer!, kattenvoer!, viskes!, visjes!, goudvissen!, bokaal,
        kanariepietje!, pietje!, pietjes!, vogelkooi!, kooi!, kevie, muit!, volière!, duiven!, kiekens!,
        kiekes, hennen!, kippen eten!, eieren rapen!, konijntje!, konijntjes!, konijnen!, cavia's,
        schildpadden!, dierenarts ... brengen!, naar de veearts!, naar de dierenarts!, beesten!, beestjes!,
        beest!, dier!, dieren!, dierenpension!, hondenpension!, asielkat, planten ... verzorgen!, plantjes ...
        verzorgen!, planten gieten!, planten begieten!, water aan mijn planten!, water geven aan!, plant!,
        ficus!, sanseveria, vrouwentongen, kamerplant!, terrasplanten!, balkonplantjes!, bloemen water!,
        bloemen gieten!, bloemen water geven!, opvang!, dierenopvang!,
        bladluis!, bladluizen!, geraniums!, geranium!, citroenboom!, citroenboompje!, poezenoppas!,
    """,
    "cooking": """
        koken!, kookt!, soep!, taart!, bakken?, bakt, maaltijd!, klaarmaken!, schillen!, aardappelen,
        patatten, recept!, confituur!, pannenkoeken!, wafels!, keuken?, vers eten!, oven!, stoofvlees!, eten
        maken!, stoverij!, pot koken!, potje!, aan het vuur!, vuur, stoofpot!, gehaktballen!, spaghetti!,
        frietjes, rijstpap!, koekjes bakken!, vol-au-vent!, groenten snijden!, snijden!, bakken en braden!,
        dieet koken!, invriezen!, puree!, couscous!, gerecht!, kook!, eten klaarmaken!, warm eten!, warme
        maaltijd!, warm middageten, pot soep!, verse soep!, soepke!, soepketel, groentesoep!, tomatensoep!,
        erwtensoep!, patatten schillen!, patatjes, groenten kuisen!, wortelen, witloof!, prei, spruiten!,
        spruitjes!, vlees braden, kieken braden, konijn klaarmaken!, stoofcarbonaden!, carbonaden!, hutsepot!,
        stoemp!, waterzooi!, mosselen koken!, balletjes!, gehaktbrood, lasagne!, tajine!, frieten bakken!,
        appeltaart!, cake!, cake bakken!, rijsttaart!, smoutebollen!, oliebollen!, speculaas!, koeken bakken!,
        brood bakken!, taart bakken!, vlaai!, pannekoeken!, wafels bakken!, wafelen!, gelei!, appelmoes!,
        inmaken!, weckpotten, wecken!, bokalen inmaken, kookles?, recept van!, recepten!, leren koken!, koken
        voor!, kookt voor!, samen koken!, dieet!, zonder zout!, gemalen, gepureerd, gemixt, fornuis werk,
        potten en pannen, kalkoen!, vullen?, bokaal!, weduwnaar leren koken!, beslag!, deeg!, rollen?,
        ei koken!, ei bakken!, weduwnaar een ei!, wafels maken!, confituur maken!,
    """,
    "lending": """
        lenen!, leen!, te leen!, uitlenen!, ontlenen!, leent!, gebruiken?, boormachine!, boor, ladder,
        steekkar!, kruiwagen!, stoelen, naaimachine, aanhangwagen!, gereedschap!, partytent!, kinderstoel!,
        reisbed!, rolwagen, hebben voor een uurke, nodig voor een uurke!, hogedrukreiniger!, kinderbedje!,
        bedje!, over voor een dag!, heeft er iemand een!, tent!, tafels!, barbecue lenen!, fietsenrek!,
        verlengkabel!, kettingzaag!, krukken lenen!, fondueset!, wafelijzer!, ruilen!, borden, dvd, boek
        lenen!, boeken lenen!, schaar, strijkplank!, ventilator!, slijpmachine!, trapladder!, te leen hebben!,
        in bruikleen!, bruikleen!, mogen lenen!, mag ik lenen!, kan lenen!, leen ik!, uitleent!, lenen voor!,
        voor een dag!, voor een weekend!, een weekend!, voor een paar dagen!, kan missen!, iemand een over!,
        heeft iemand een!, wie heeft er een!, wie heeft een!, heb je een!, trapladderke, ladderke, hoge
        ladder!, dubbele ladder!, stelling, boormachien!, klopboor!, schuurmachine!, zaagmachine, cirkelzaag!,
        hamer en, waterpas!, schop!, spade!, grasmaaier!, haagschaar!, heggenschaar!, bladblazer!, hogedruk!,
        karcher!, klapstoelen!, plooistoelen!, plooitafel!, klaptafel!, bierbanken!, feesttent!,
        springkasteel, koffiekan!, koffiezet!, percolator!, grote pot, grote kookpot!, glazen!, bestek!,
        soepketel!, raclette!, gourmet!, gourmetstel!, frietketel!, wafelijzer lenen!, opplooibed!,
        logeerbed!, logeermatras!, opblaasmatras!, luchtmatras!, veldbed!, babystoel!, buggy!, maxi-cosi,
        autostoel!, kinderwagen, park, badje, krukken!, rolstoel lenen!, rollator lenen!, looprek, valies
        lenen!, koffer lenen!, reiskoffer!, verrekijker, fototoestel, projector!, beamer!, dia's,
        diaprojector!, platendraaier!, kerstboomvoet, slee!, fietspomp!, fietskar!, aanhanger!, remorque!,
        handkar!, kruiwagen lenen!, bolderkar!, duivel, transpallet, hebt ge ... staan!, gezocht voor een
        halve dag!,
        koelbox!, frigobox!, diepvrieskist!,
    """,
    "parcels_and_keys": """
        pakje!, pakske!, pakket!, pakjes!, pakje aannemen!, aannemen!, bol.com!, bpost, sleutel!,
        reservesleutel!, sleutels bewaren!, brievenbus!, brievenbus leegmaken!, post uit!, post uithalen!,
        oogje!, oogje in het zeil!, oogje houden!, huis in de gaten!, op reis!, op vakantie, vuilzak!,
        vuilbak!, vuilniszak!, vuilnis!, vuilzakken buiten!, container buiten!, vuil buitenzetten!, papier
        buitenzetten?, niet thuis!, levering!, alarm!, koerier!, postbode!, leveren!, geleverd!, gordijnen
        open en toe!, post bijhouden!, benidorm, afwezig!, wonen op het huis!, huisoppas!, passen op het
        huis!, deur openen!, open doen!, loodgieter komt!, iemand thuis zijn!, vuilkar!, pmd!, glasbak,
        ophaling!, vuilophaling!, buitenzetten!, in mijn afwezigheid!, verwarming opzetten, sleutelbewaarder!,
        binnenlaten!, pakske aannemen!, pakje afgeven, pakske van, pakketje!, paket!, bol!, zalando!, amazon!,
        postnl!, dhl!, gls!, pakjesdienst!, leveringsdienst!, levering aannemen!, ontvangen?, aanpakken, op de
        levering wachten!, wachten op de!, thuis moeten zijn!, binnenlaat!, binnen te laten!, openmaken, deur
        opendoen!, de deur opent!, technieker!, technieker komt!, monteur komt!, schouwveger!,
        schoorsteenveger!, chauffagist!, man van de!, meteropnemer!, de elektricien!, werkmannen!, werklui!,
        sleutelke!, sleuteltje!, mijn sleutel!, sleutel bijhouden!, sleutels!, extra sleutel!, dubbele
        sleutel!, buitengesloten!, sleutel vergeten!, sleutel afgeven!, post binnenhalen!, post uit de bus!,
        post ophalen!, bus leegmaken!, bus legen!, bus ledigen!, brievenbus ledigen!, postbus, reclame uit de
        bus!, gazet uit de bus!, vuilbakken!, vuilniszakken!, vuilzakken!, zakken buitenzetten!, zakken
        buiten!, witte zak!, witte zakken!, blauwe zak!, blauwe zakken!, gele zak!, gele zakken!, oranje zak!,
        huisvuil!, vuilnisbak!, vuilbak buiten!, kliko!, container buitenzetten!, papier en karton!, karton!,
        oud papier!, papierophaling!, glas buiten, grofvuil!, op mijn huis letten!, op het huis letten!, mijn
        huis!, mijn appartement?, huis ... oog!, oog op mijn!, oogje op!, een oogje!, in 't oog houden!, in
        het oog houden!, rolluiken opdoen!, rolluiken ... optrekken!, rolluiken open!, luiken open!, lichten
        aan en uit!, licht aandoen, lampen aansteken, weg zijn!, als ik weg ben!, terwijl ik weg ben!, op
        verlof!, op reis ben!, naar spanje!, naar de zon, weken weg!, week weg!, in het ziekenhuis lig,
        inbrekers!, inbraak!, verwarming afzetten, controleren of alles, zending!, tekenen voor mij!, man van
        de gas!, toegang geven!
    """,
}

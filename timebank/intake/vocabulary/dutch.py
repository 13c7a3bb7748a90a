"""Dutch as it is spoken in Flanders and Brussels."""

WORDS = {
    "visit": """
        bezoek!, op bezoek!, bezoekje, langskomen!, langs komen!, komt ... langs!, komen zitten!, komt
        zitten!, binnenspringen!, binnen springen!, springt ... binnen!, babbel!, babbelke, babbelen!,
        praten, praatje, klappen?, klapke, kletsen, gezelschap!, gezelschap houden!, aanspraak!, tas
        koffie!, koffie drinken!, kop thee!, koffieke!, eenzaam!, alleen thuis!, hele dagen alleen!, dagen
        niemand!, niemand zien!, kaarten!, kaartspelen!, kaartje leggen!, schaken!, schaak!, dammen,
        scrabble!, rummikub!, spelletje!, gezelschapsspel!, domino, voorlezen!, leest ... voor!, lezen ...
        voor!, gazet!, krant!, kennismaken!, leren kennen!, bij mij zitten!, bij ... blijven, blijft bij,
        vertellen, vertelt, luisterend oor!, stil in huis!, verveel!, vervelen!, eenzaamheid!, weduwe,
        weduwnaar, iemand zien, televisie kijken?, kapper, oppassen, kindjes oppas?, foto's kijken,
        herinneringen, breien samen, muziek luisteren, babelen!, tetteren!, lachen, gezellig!, alleen op
        haar appartement!, leven in huis!, over vroeger!, oude foto, fotoalbum, manillen!, bridge spelen!,
        belote!, whist!, kaartclub!, mens erger je niet!, vierde man!, gestorven?, iemand missen!, mis
        iemand!, bezoeken!, opzoeken!, vriendschap!, vriendin!, maatje!, buddy!, thee, koekje, zitten
        keuvelen!, keuvelen!, bijpraten!, in gezelschap!, gezelschapsdame!, niemand meer!, hele dag alleen,
        verlaten, aandacht, zingen samen, gedichten, bijbel, puzzelen!, puzzel!, biljart, pietjesbak!,
        kaarters!, vertellingen, verhalen!
    """,
    "phone_call": """
        opbellen!, bel ... op!, belt ... op!, belletje!, telefoontje!, telefoneren!, telefoneert!,
        telefoonbabbel!, eens belt!, eens bellen!, af en toe bellen!, elke dag bellen!, stem horen!, hoor
        ... stem!, telefooncirkel!, telefoonster!, vragen hoe het gaat!, bellen?, belt?, per telefoon
        praten!, tetteren aan de telefoon!, telefoontjes!, goedenacht!, kort telefoontje!, mij eens bellen!,
        bel mij!, nummer, telefoonlijn, telefonisch!, beller!, opgebeld!
    """,
    "walk": """
        wandelen!, wandeling!, wandeltocht!, wandel, toerke!, toertje!, blokje om!, blokske om!, blokske!,
        stappen?, stapt mee!, mee stappen!, stapt?, kuieren!, frisse lucht!, luchtje scheppen!, park?,
        vijver, bos?, rollator?, te voet?, buitenkomen, flaneren, samen fietsen, uitstap, uitstapje,
        beweging, gaan wandelen!, luchtje!, kanaal!, wandelmaat!, wandelpad!, op stap!, joggen,
        fietstochtje, fietsen, nordic walking!, ommetje!, tochtje, zee, wandelclub!, wandelstok, bosje,
        natuur
    """,
    "lift": """
        brengen, brengt, breng, voeren!, voert!, rijden, rijdt, lift!, vervoer!, vervoeren!, auto, wagen,
        chauffeur!, meerijden!, rijdt ... mee!, neemt ... mee!, meenemen?, afzetten, afhalen?, ophalen?,
        brengen en halen!, heen en terug!, naar het ziekenhuis!, ziekenhuis, hospitaal, kliniek, uz, dokter,
        arts, huisarts, oogarts!, oogmeester!, tandarts!, kinesist!, kine!, cardioloog!, specialist,
        dermatoloog, neuroloog, reumatoloog, polikliniek!, raadpleging!, consultatie!, controle, scan!,
        radiografie!, bloedafname!, bloed trekken!, dialyse!, revalidatie!, kerkhof!, begraafplaats!, graf,
        begrafenis!, mis, kerk, station!, luchthaven!, vliegveld!, valies, rusthuis, woonzorgcentrum,
        familiebezoek, pedicure, ziekenhuisbezoek!, in het ziekenhuis zijn!, op controle!, niet zelf
        rijden!, zelf niet rijden!, geen auto!, gene auto!, taxi, rit!, thuisbrengen!, geraken, geraak ...
        niet meer?, afspraak?, dienstencentrum?, kapper?, markt?, naar ... rijden!, naar ... voeren!, naar
        ... brengen!, brengt ... naar!, naar mijn zus, oppikken!, wegbrengen!, orthopedie!, oorarts!,
        hartspecialist!, rijd niet!, kan rijden!, rijden in het donker!, koor, feest ver?, psycholoog,
        longarts!, uroloog!, gynaecoloog!, onderzoek, echografie!, mri!, chemo!, bestraling!, spoed,
        opname!, ontslag!, behandeling, therapie, logopedist!, revalidatiecentrum!, verjaardag?, terminal,
        trouwfeest, begrafenis van!, uitvaart!, crematorium!, audicien!, opticien, gehoorapparaat, zwembad,
        rijbewijs!, parking, meerijder!, wegvoeren!, geen bus!, medisch
    """,
    "public_transport": """
        openbaar vervoer!, tram!, bus!, trein!, metro!, halte!, mivb!, de lijn!, nmbs!, abonnement!,
        buskaart!, mobib!, meereizen!, meegaan met de bus!, gaat mee ... tram!, met den bus!, met de trein!,
        overstappen, witte stok!, begeleiding op!, opstappen, kaartautomaat!, kaartautomaten!, perron!,
        roltrap!, mee op de trein!, treinreis!, uurregeling!, dienstregeling!, op de bus!, de tram op!
    """,
    "errands": """
        boodschap!, boodschappen doen!, winkel!, winkelen!, supermarkt!, delhaize!, colruyt!, aldi!, lidl!,
        carrefour!, spar, albert heijn, inkopen!, komisjes!, commissies!, kommissies!, gerief, apotheek!,
        apotheker!, medicijnen!, medicamenten, pillen, voorschrift!, brood!, melk!, bakker!, slager!,
        beenhouwer!, groenten, fruit, markt, postkantoor!, naar de post!, pak naar de post!, postzegels!,
        bakken water!, bak water!, flessen!, glasbol!, containerpark!, recyclagepark!, frigo leeg!, frigo is
        leeg!, kopen, aankopen!, meebrengen, gaan halen, zakken?, te zwaar?, matras kiezen!, ikea?, bib!,
        bibliotheek!, stomerij, droogkuis!, eten halen!, drank, kattengrind!, konserven!, okay, kruidenier!,
        lijstje!, boodschappenlijst!, spa!, bril gaan afhalen!, afhalen in de winkel!, pampers, waspoeder!,
        toiletpapier!, kaas!, charcuterie!, vlees!, eieren!, koffie kopen!, krant halen!, bloemist!,
        bloemen!, hema!, action!, kruidvat!, brico!, garage, cadeau!, cadeautje!, kleren kopen!, schoenen!,
        schoenmaker!, kleermaker!, nachtwinkel!, drankhandel!, warenhuis!, gasfles!, steun kous?, drogist!,
        bestelling!, sandwich, water, afgeven!, binnensteken!
    """,
    "paperwork": """
        papieren!, papierwerk!, administratie!, formulier!, invullen!, brief!, brieven?, brief schrijven!,
        document!, dossier!, aanvraag!, aanvragen!, pensioendienst!, pensioen, mutualiteit!, ziekenfonds!,
        belastingen!, belasting!, belastingsbrief!, belastingaangifte!, gemeentehuis!, gemeente!, stadhuis!,
        ocmw!, huursubsidie!, premie!, huisbaas!, verhuurder!, huurwaarborg!, boete!, verzekering!,
        verzekeringspapieren!, factuur!, facturen!, rekening, attest!, identiteitskaart!, paspoort!, pas,
        contract!, sociale woning!, advocaat, klacht!, bemiddelen!, tolk!, vertalen!, kinderbijslag, map,
        klasseren!, ordenen, energieleverancier!, erfenis, notaris!, testament, tegemoetkoming!,
        parkeerkaart, engie!, afrekening!, luminus, eneco, meterstanden!, vakbond!, vragenlijst!,
        officieel!, officiele!, briefwisseling!, aangetekend!, ziekteverzekering!, uitkering!, invaliditeit,
        syndicus!, huurcontract!, opzeggen!, opzeg!, abonnement opzeggen!, schadeclaim!, deurwaarder!,
        schulden!, ereloon, domicilie!, adreswijziging!, kaartje aanvragen, volmacht?, curriculum,
        sollicitatiebrief!, kopie, archief, mappen!, vertaling!, versta ik niet, versta?, op papier!
    """,
    "phone_and_computer": """
        gsm!, smartphone!, telefoon, tablet!, ipad!, computer!, computerhulp!, laptop!, pc!, internet!,
        wifi!, mail!, mails!, e-mail!, whatsapp!, whatsappen!, skype!, zoom, videobellen!, itsme!, app!,
        apps!, paswoord!, wachtwoord!, printer!, printen!, afdrukken!, ticket?, online!, facebook!, update!,
        foto's versturen!, scherm!, opladen, batterij van mijn gsm!, website!, digitaal!, digitale!, usb,
        toetsenbord!, muis?, inloggen!, downloaden!, installeren?, qr!, payconiq!, doccle!, ebox!, sms!,
        sms'en!, bericht sturen!, berichten!, virus, instellingen!, decoder?, iphone!, samsung!, mijn gsm!,
        niet meer bellen, bankapp!, klavier!, toestel, stickske!, usb-stick!, oplichterij!, spam!,
        phishing!, rare berichten!, kabel!, modem!, router!, telenet!, proximus!, digibox!, contacten!,
        beltoon!, trilt, account!, pincode?, google!, youtube!, spotify!, bestand!, back-up!, bluetooth!,
        koptelefoon!, foto, inbox!, bijlage!, windows, apple, android!, netflix!, emailadres!, camera!,
        e-reader!
    """,
    "odd_job": """
        lamp!, gloeilamp!, peer!, licht!, kraan!, lekt!, lekken!, kast!, kastje!, ophangen!, hangen,
        rolluik!, gordijn!, boiler!, meubel!, meubels!, zetel!, verschuiven!, verzetten!, verplaatsen!,
        tillen, dragen?, rookmelder!, plank!, zagen!, vijzen!, vijs!, schroeven!, boren!, bel!, deurbel!,
        stop, zekering!, elektriciteit!, knoop!, naaien!, zoom leggen!, deur!, slot!, klemt!, herstellen!,
        repareren!, maken?, kapot, stuk, ramen!, kuisen!, poetsen, televisie, tv!, instellen!, posten?,
        klusje!, klus!, klussen!, karwei!, schilderen!, verven!, behangen!, verhuizen!, wc!, toilet,
        verstopt!, afvoer!, verwarming!, radiator!, thermostaat!, kelder, zolder, lichtje, stopcontact!,
        batterij, klok!, ladder?, handige!, hamer!, nagel!, spijker!, schilderij!, kader!, spiegel!,
        bloempot!, brievenbus maken!, in elkaar steken!, in elkaar zetten!, monteren!, ontstoppen!, tapijt,
        wasmachine!, frigo verplaatsen!, strijken, opruimen, zwaren, afstandsbediening, zender,
        douchegordijn!, vliegenraam!, wasbak!, lavabo!, loopt niet door!, diepvries!, scheef!, slot steken!,
        tuinpoortje, silicone!, siliconen!, douchebak!, dakgoot!, dakpan!, timmeren!, lijmen!, plakken!,
        vastmaken!, losgekomen!, loszit!, afgebroken, breken, gescheurd!, ketel!, kachel!, schouw!,
        dampkap!, vaatwasser!, fornuis!, kookplaat!, oven aansluiten!, parket!, vloer!, tegel!, plint!, raam
        klemt!, scharnier!, klink!, sleutelgat!, brandalarm!, bed, matras keren!, matras, rits!, broek
        inkorten!, inkorten!, verstellen!, fiets herstellen!, lekke band!, band, stofzuiger!, strijkijzer,
        droogkast, luchter!, spot!, ledlamp!, verfborstel!, muur!, behang!, hang!, opkuisen!, verstevigen!,
        leuning!, handgreep!, monteur, wankelt!, kraantje!, piept!, stekker!, schakelaar!
    """,
    "garden": """
        tuin!, tuintje!, tuinwerk!, gras!, gras afrijden!, gazon!, haag!, snoeien!, gesnoeid!, onkruid!,
        spitten!, moestuin!, bladeren!, rozen!, struik!, boom!, patatten uithalen!, planten zetten, terras!,
        oprit, sneeuw!, sneeuw ruimen!, stoep!, bloembakken!, harken!, wieden!, zaaien!, maaien!, hof!,
        hofke!, composteren, serre!, klimop!, bloembollen!, bollen!, bukken?, dakgoot?, mos!, kruiwagen,
        gazonmaaier!, terras schrobben!, vijver schoonmaken!, perk!, perkje!, plukken!, appels!, peren!,
        fruitboom!, snoeihout!, kippenhok, tuinafval!, grasmachine!, heg!, takken!, tak!, stoep vegen!,
        vegen!, strooien!, zout strooien!
    """,
    "pets_and_plants": """
        hond!, hondje!, hond uitlaten!, kat!, kater!, poes!, poezen!, huisdier!, dierenarts!, veearts!,
        vogel!, kanarie!, kanarievogel!, vissen!, aquarium!, konijn!, kippen!, cavia!, planten!, plantjes!,
        planten water!, water geven!, kattenbak!, beestje!, papegaai!, parkiet!, bobby, parkieten!,
        viervoeter!, baasje!, asiel!, poezebeest!, kitten!, puppy!, kattin!, hondenpark!, kattenoppas!,
        hondenoppas!, hamster!, schildpad!, vogeltjes!, goudvis!, paard, ezel, orchidee!, kamerplanten!,
        bloemetjes water!, balkonplanten!, voederen!, eruit?
    """,
    "cooking": """
        koken!, kookt!, soep!, taart!, bakken?, bakt, maaltijd!, klaarmaken!, schillen!, aardappelen,
        patatten, recept!, confituur!, pannenkoeken!, wafels!, keuken?, vers eten!, oven!, stoofvlees!, eten
        maken!, stoverij!, pot koken!, potje!, aan het vuur!, vuur, stoofpot!, gehaktballen!, spaghetti!,
        frietjes, rijstpap!, koekjes bakken!, vol-au-vent!, groenten snijden!, snijden!, bakken en braden!,
        dieet koken!, invriezen!, puree!, couscous!, gerecht!
    """,
    "meal": """
        samen eten!, alleen eten!, eet ... mee!, mee-eten!, mee eten!, aan tafel!, komen eten!, gaan eten!,
        restaurant!, middagmaal!, eten met iemand!, uit eten!, mossels, kerstdiner!, tafelgenoot!, eten
        samen!, niet alleen ... eten!, kerstavond, biefstuk!, gaan eten in!, tafelen!, ontbijt!, ontbijten!,
        lunch!, avondmaal!, avondeten!, dineren!, brunch!, kookgroep, iets gaan eten!, frietjes eten!, mee
        aanschuiven!, aanschuiven!, oudejaarsavond!, bord!, smullen!
    """,
    "lending": """
        lenen!, leen!, te leen!, uitlenen!, ontlenen!, leent!, gebruiken?, boormachine!, boor, ladder,
        steekkar!, kruiwagen!, stoelen, naaimachine, aanhangwagen!, gereedschap!, partytent!, kinderstoel!,
        reisbed!, rolwagen, hebben voor een uurke, nodig voor een uurke!, hogedrukreiniger!, kinderbedje!,
        bedje!, over voor een dag!, heeft er iemand een!, tent!, tafels!, barbecue lenen!, fietsenrek!,
        verlengkabel!, kettingzaag!, krukken lenen!, fondueset!, wafelijzer!, ruilen!, borden, dvd, boek
        lenen!, boeken lenen!, schaar, strijkplank!, ventilator!, slijpmachine!, trapladder!
    """,
    "parcels_and_keys": """
        pakje!, pakske!, pakket!, pakjes!, pakje aannemen!, aannemen!, bol.com!, bpost, sleutel!,
        reservesleutel!, sleutels bewaren!, brievenbus!, brievenbus leegmaken!, post uit!, post uithalen!,
        oogje!, oogje in het zeil!, oogje houden!, huis in de gaten!, op reis!, op vakantie, vuilzak!,
        vuilbak!, vuilniszak!, vuilnis!, vuilzakken buiten!, container buiten!, vuil buitenzetten!, papier
        buitenzetten?, niet thuis!, levering!, alarm!, koerier!, postbode!, leveren!, geleverd!, gordijnen
        open en toe!, post bijhouden!, benidorm, afwezig!, wonen op het huis!, huisoppas!, passen op het
        huis!, deur openen!, open doen!, loodgieter komt!, iemand thuis zijn!, vuilkar!, pmd!, glasbak,
        ophaling!, vuilophaling!, buitenzetten!, in mijn afwezigheid!, verwarming opzetten,
        sleutelbewaarder!, binnenlaten!
    """,
    "lessons": """
        huiswerk!, rekenen!, wiskunde!, les?, lessen!, bijles!, frans oefenen!, nederlands leren!,
        nederlands oefenen!, taal!, oefenen!, conversatie!, kleinzoon?, leerling!, studeren!,
        huiswerkbegeleiding!, frans leren!, engels leren!, engels!, arabisch!, taalles!, frans?,
        nederlands?, leren lezen!, examen!, leren spreken!, beter spreken!, school, toets!, opstel!,
        dictee!, schrijven leren!, grammatica!, praattafel!, conversatietafel!, inburgering!,
        spreekoefening!, woordjes!, tafels van vermenigvuldiging!, wiskundeles!, muziekles, pianoles!,
        gitaar, uitleg fysica
    """,
    "workshop": """
        cursus!, workshop!, lessenreeks!, yoga!, gym!, turnen!, breien!, haken!, schilderles!, kookles!,
        naailes!, inschrijven!, schrijf ... in!, vorming!, wanneer is die les!, infosessie!, dansles!, leren
        breien!, leren bridgen!, bridgen!, bridge, groepje!, volgen, lezing!, leren schilderen!, keramiek!,
        tai chi!, pilates!, aquagym!, fotografie!, computerles!, initiatie!, bloemschikken!, zumba!, koor!,
        zangles!, toneel!
    """,
    "gathering": """
        bijeenkomst!, samenkomst!, straatfeest!, buurtfeest!, feest?, koffie van!, koffienamiddag!,
        spelnamiddag!, dienstencentrum!, met de buren!, receptie!, buurtmaaltijd!, barbecue!,
        kaartnamiddag!, ontmoeting!, activiteit!, nieuwjaarsdrink!, buurtcafe!, bingo!, petanque!,
        eetfestijn!, te doen!, aansluiten!, iets te doen in de buurt!, koffieklets!, praatcafe!, samenzijn!,
        kerstmarkt!, quiz!, soepdag!, buren ontmoeten!, deelnemen!, groep, feestje!, barbecueavond!, uitje!,
        daguitstap!, reisje!, buurtmarkt!, dansnamiddag!
    """,
    "antenna_work": """
        antenne!, permanentie!, folder!, folders!, bussen!, flyers!, flyeren!, vergadering!, vrijwilligers!,
        buurtwerking!, zaal!, zaal klaarzetten!, affiches!, verslag!, onthaal!, rondbrengen, buurtkrant!,
        telefoon van de antenne!, bemannen!, vrijwilligerswerk!, vrijwilliger worden!, bureau!, meehelpen!,
        helpen bij de antenne!, kaartjes rondbrengen!, stand!, infostand!, opruimen na, coordinator!,
        nieuwsbrief!, plaatsen affiches!
    """,
}

COMMON = """
aan aangenaam achter af al alle alleen alles als alstublieft altijd ander andere anders aub avond bang
bedankt been beetje ben bent beste beter bij bijna binnen blij boven buiten buur buurman buurt buurvrouw
daar daarna daarom dag dagen dan dank dat de deed den der deze dezelfde die dien dit dochter doe doen doet
dood door draag drie durf durft dus e een eens efkes eigen eigenlijk elk elke en ene enkel er ergens even
fijn ga gaan gaat gauw ge geef geen gene gesprek gevallen geven gewoon gij ginder ginds goed goede goedendag
goeie goeiedag graag  groetjes groot haar had halen hallo handen heb hebben hebt heeft heel hele
help helpen  helpt hem het heup hier hierover hoe hoor huis hulp hun iedere iemand iets ik in ineens
is ja jaar jammer je jij jonge jullie kan keer kent klein kleine kleinkinderen kleren knie komen komt kon
kunne kunnen kunt kwam laat laatste lang langer leuk lieve lig ligt lukt maak maand maar mag maken mama man
me mee meer meest meneer mens mensen merci met mevrouw middag mij mijn mijne mijnen misschien moe moeder
moeilijk moest moet moeten mogelijk mogen mooi morgen na naar nacht nadat namiddag ne nee neemt nen net
niemand niet niets nieuw nieuwe niks nodig nog nu oei of ogen om oma omdat ongeveer ons onze ook op opa open
operatie oud oude over pas persoon plaats plezant plezier probleem regelmatig rug samen schoon schrik
seffens sinds slecht soms spijtig staat stad straat straks stuur t te tegen terug terwijl thuis tijd tijdje
toch toe toen tot trappen twee u uit uur uurtje uw vader vallen valt van vast veel veertien verdiep vertel
vind vinden voel voor vorig vorige vraag vragen vriendelijk vrijdag vrouw waar waarom waarschijnlijk wacht
wanneer want waren was wat we week weer weet weg weinig wekelijks weken wel welkom werd wie wij wil willen
wilt wist woon woont word worden wordt zaliger ze zeer zeg zeggen zegt zelf zich zie ziek zien zij zijn zit
zitten zo zoals zoek zoeken zoekt zoiets zonder zoon zou zouden zus zuster zwaar zware
"""

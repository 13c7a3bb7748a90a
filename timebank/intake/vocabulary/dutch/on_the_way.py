"""Dutch words of ways to go, errands and walks."""

WORDS = {
    "walk": """
        wandelen!, wandeling!, wandeltocht!, wandel, toerke!, toertje!, blokje om!, blokske om!, blokske!,
        stappen?, stapt mee!, mee stappen!, stapt?, kuieren!, frisse lucht!, luchtje scheppen!, park?, vijver,
        bos?, rollator?, te voet?, buitenkomen, flaneren, samen fietsen, uitstap, uitstapje, beweging, gaan
        wandelen!, luchtje!, kanaal!, wandelmaat!, wandelpad!, op stap!, joggen, fietstochtje, fietsen, nordic
        walking!, ommetje!, tochtje, zee, wandelclub!, wandelstok, bosje, natuur, eens buiten!, naar buiten!,
        buiten geraken!, de benen strekken!, benen strekken!, lopen?, toer doen!, toer!, toereke!, een toerke
        doen!, park in!, buitenlucht!, gaan stappen!, kilometer, rolstoel duwen!, rolstoel ... duwt!, duwt!,
        duwen?, mijn rolstoel!, zon, zonneke, zonnetje!, in de zon!, eendjes!, eendjes voeren!, naar de
        vijver!, blok rond!, rond den blok!, rond de blok!, straatje om!, stap zetten!, stappen zetten!,
        wandelske!, wandelke!, gaan kuieren!, buitenhuis, arm, aan den arm!, aan de arm!, frisse neus!, een
        luchtje!, bankje in het park!, op straat vallen, verder dan de hoek, bos in!, Laarbeekbos,
        laarbeekbos!, zonienwoud!, vogels kijken!, rondrijden in mijn rolwagen!, uit mijn zetel komen, bewegen,
        moet bewegen!, wandelt!, wandelen het beter!, plat baantje!, stapmaatje!, wandelmaatje!,
        rond de vijver!, met de rollator buiten!, stappen met iemand!,
    """,
    "lift": """
        brengen, brengt, breng, voeren!, voert!, rijden, rijdt, lift!, vervoer!, vervoeren!, auto, wagen,
        chauffeur!, meerijden!, rijdt ... mee!, neemt ... mee!, meenemen?, afzetten, afhalen?, ophalen?,
        brengen en halen!, heen en terug!, naar het ziekenhuis!, ziekenhuis, hospitaal, kliniek, uz, dokter,
        arts, huisarts, oogarts!, oogmeester!, tandarts!, kinesist!, kine!, cardioloog!, specialist,
        dermatoloog, neuroloog, reumatoloog, polikliniek!, raadpleging!, consultatie!, controle, scan!,
        radiografie!, bloedafname!, bloed trekken!, dialyse!, revalidatie!, kerkhof!, begraafplaats!, graf,
        begrafenis!, mis, kerk, station!, luchthaven!, vliegveld!, valies, rusthuis, woonzorgcentrum,
        familiebezoek, pedicure, ziekenhuisbezoek!, in het ziekenhuis zijn!, op controle!, niet zelf rijden!,
        zelf niet rijden!, geen auto!, gene auto!, taxi, rit!, thuisbrengen!, geraken, geraak ... niet meer?,
        afspraak?, dienstencentrum?, kapper?, markt?, naar ... rijden!, naar ... voeren!, naar ... brengen!,
        brengt ... naar!, naar mijn zus, oppikken!, wegbrengen!, orthopedie!, oorarts!, hartspecialist!, rijd
        niet!, kan rijden!, rijden in het donker!, koor, feest ver?, psycholoog, longarts!, uroloog!,
        gynaecoloog!, onderzoek, echografie!, mri!, chemo!, bestraling!, spoed, opname!, ontslag!,
        behandeling, therapie, logopedist!, revalidatiecentrum!, verjaardag?, terminal, trouwfeest, begrafenis
        van!, uitvaart!, crematorium!, audicien!, opticien, gehoorapparaat, zwembad, rijbewijs!, parking,
        meerijder!, wegvoeren!, geen bus!, medisch, vervoerd, kunnen voeren!, meerijdt!, wegbrengt!, afzet!,
        wegzetten, afkomen halen!, komt halen!, kom halen!, mij komen halen!, halen en terugbrengen!,
        terugbrengen!, terug naar huis!, met den auto!, met de auto!, met de wagen!, plaats in den auto!, plek
        in de auto!, autootje, rijden naar, cataract!, staar, mijn ogen laten!, scanner!, röntgen, foto laten
        nemen!, bloed laten trekken!, bloed laten prikken, prik, spuit in mijn oog!, knie laten, operatie!,
        geopereerd!, dagkliniek!, nazicht!, op onderzoek!, binnen moeten!, moet binnen!, opgenomen!, uit het
        ziekenhuis!, tandtrekker!, hartdokter!, oordokter!, longdokter!, huiddokter!, vrouwendokter!,
        oogdokter!, beendokter, botdokter, sint jan!, sint-jan!, st jan!, brugmann!, erasmus!, jette, het uz!,
        uz jette!, communiefeest!, communie!, doopfeest!, doop!, trouw!, trouwen!, trouwt!, koffietafel, graf
        van!, naar het graf!, naar 't kerkhof!, naar de mis!, zondagsmis!, moskee!, naar mijn broer, naar mijn
        dochter, naar mijn zoon, familie bezoeken, rusthuis bezoeken!, op bezoek in het rusthuis!, zaventem!,
        te ver om te stappen!, rijbewijs af!, rijbewijs ... afgepakt!, mijn auto verkocht!, auto is kapot!,
        auto is weg!, vervoerke, taxi is te duur!, taxi te duur!, taxi kost!, containerpark!, vervoer nodig!,
        ik heb geen vervoer!, oppikt!, naar de andere kant van de stad!, nuchter!, te ver met de bus,
        stembureau!, stemlokaal!, repetitie!, zo ver niet gaan!, mag niet rijden!, carpoolen!, wie
        rijdt er die kant!, moet nuchter!,
    """,
    "public_transport": """
        openbaar vervoer!, tram!, bus!, trein!, metro!, halte!, mivb!, de lijn!, nmbs!, abonnement!,
        buskaart!, mobib!, meereizen!, meegaan met de bus!, gaat mee ... tram!, met den bus!, met de trein!,
        overstappen, witte stok!, begeleiding op!, opstappen, kaartautomaat!, kaartautomaten!, perron!,
        roltrap!, mee op de trein!, treinreis!, uurregeling!, dienstregeling!, op de bus!, de tram op!,
        overstap!, tramhalte!, bushalte!, den tram!, de tram!, den bus!, den trein!, de bus!, de trein!, den
        metro!, buslijn!, belbus!, vlijtig, verdwalen, verloren lopen!, verloren rijden!, meegaat op de tram!,
        op den tram!, op den bus!, in de metro!, trappen van de metro!, station zuid, zuidstation!,
        noordstation!, centraal station!, treinkaartje!, ticket kopen, seniorenticket!, biljet, omnipas,
        brupass!, scannen, trammeke!, busje!, treintje, nieuwe lijn!, lijn 3, welke bus!, welke tram!, welke
        lijn!, met het openbaar!, waar stopt de!, halte verlegd!, uitstappen, controleur, vervoersbewijs!,
        haltes!, trappen in het station!, station te hoog, alleen in het station!, gratis
        abonnement!, abonnement durf,
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
        toiletpapier!, kaas!, charcuterie!, vlees!, eieren!, koffie kopen!, krant halen!, bloemist!, bloemen!,
        hema!, action!, kruidvat!, brico!, garage, cadeau!, cadeautje!, kleren kopen!, schoenen!,
        schoenmaker!, kleermaker!, nachtwinkel!, drankhandel!, warenhuis!, gasfles!, steun kous?, drogist!,
        bestelling!, sandwich, water, afgeven!, binnensteken!, commissie!, commissiekes!, komissies!,
        boodschapje, boodschapkes!, boodschappe!, winkeltje!, winkelen ... mee!, zakken dragen!, caddie!,
        caddieke!, supermarkt ... mee, gb!, proxy!, match!, cora, makro, louis delhaize!, jumbo!, albert!,
        brood halen!, pistolets!, koffiekoeken!, patatten halen!, zak patatten!, aardappelen halen, bak bier!,
        bakken bier!, bier!, waterflessen!, flessen water!, spuitwater!, hespe!, hesp!, gehakt!, boter!,
        suiker, kilo, een kilo, half brood, apoteek!, medicatie afhalen!, pillen halen!, siroop,
        voorschriftje!, doktersbriefje, post, zegels!, brief posten!, op de post doen!, op de bus doen, boek
        terugbrengen!, boeken terugbrengen!, boeken halen!, naar de bib!, bibliotheekboeken!, markt ... mee!,
        naar de markt!, vismarkt, viswinkel!, vis halen!, kip aan 't spit!, kieken, fruitwinkel!, lege
        flessen!, glascontainer!, glas wegdoen!, oud papier wegbrengen, kapotte wegbrengen, dagbladwinkel!,
        gazetwinkel!, sigaretten!, krantenwinkel!, pantoffels kopen!, nieuwe schoenen!, jas kopen!, ondergoed
        kopen!, brillenwinkel!, batterijtjes kopen, gloeilampen kopen, kaarsen, wol kopen!, wolwinkel, stof
        kopen, cadeau kopen!, bloemen kopen!, kerstboom halen, drinken halen, iets meebrengen!, breng ...
        mee!, meebrengt!, voor mij halen!, gaat halen!, kan halen!, halen?, gaan kopen!, koopt!,
        bankautomaat?, omruilen!, solden!, sleuren?, kostuum kopen!, drogisterij!, afrekenen, kassa,
        hersteller!, postpunt!, glasbak!, glas wegbrengen!, dweil, nieuwe dweil!, kostuum zoeken!,
        kostuumke!, bestellen kan ik niet!, naar de hersteller!, kledingcontainer!, koelkast is
        leeg!, frigo is leeg!,
    """,
}

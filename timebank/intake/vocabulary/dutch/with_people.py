"""Dutch words of company, learning, and coming together."""

WORDS = {
    "visit": """
        bezoek!, op bezoek!, bezoekje, langskomen!, langs komen!, komt ... langs!, komen zitten!, komt
        zitten!, binnenspringen!, binnen springen!, springt ... binnen!, babbel!, babbelke, babbelen!, praten,
        praatje, klappen?, klapke, kletsen, gezelschap!, gezelschap houden!, aanspraak!, tas koffie!, koffie
        drinken!, kop thee!, koffieke!, eenzaam!, alleen thuis!, hele dagen alleen!, dagen niemand!, niemand
        zien!, kaarten!, kaartspelen!, kaartje leggen!, schaken!, schaak!, dammen, scrabble!, rummikub!,
        spelletje!, gezelschapsspel!, domino, voorlezen!, leest ... voor!, lezen ... voor!, gazet!, krant!,
        kennismaken!, leren kennen!, bij mij zitten!, bij ... blijven, blijft bij, vertellen, vertelt,
        luisterend oor!, stil in huis!, verveel!, vervelen!, eenzaamheid!, weduwe, weduwnaar, iemand zien,
        televisie kijken?, kapper, oppassen, kindjes oppas?, foto's kijken, herinneringen, breien samen,
        muziek luisteren, babelen!, tetteren!, lachen, gezellig!, alleen op haar appartement!, leven in huis!,
        over vroeger!, oude foto, fotoalbum, manillen!, bridge spelen!, belote!, whist!, kaartclub!, mens
        erger je niet!, vierde man!, gestorven?, iemand missen!, mis iemand!, bezoeken!, opzoeken!,
        vriendschap!, vriendin!, maatje!, buddy!, thee, koekje, zitten keuvelen!, keuvelen!, bijpraten!, in
        gezelschap!, gezelschapsdame!, niemand meer!, hele dag alleen, verlaten, aandacht, zingen samen,
        gedichten, bijbel, puzzelen!, puzzel!, biljart, pietjesbak!, kaarters!, vertellingen, verhalen!,
        bezoekske!, zit hier alleen!, hier alleen!, alleen in dat grote huis!, muren komen op mij af, muren,
        tegen de muren praten!, geen kat!, geen mens!, niemand over de vloer!, over de vloer!, aanloop,
        buurten!, komen buurten!, praatje maken!, gesprek voeren!, zwijgen, stilte, jenever, porto, pintje,
        pint drinken!, koekske, koekskes, taart eten bij, gazet voorlezen!, de krant voorlezen!, oude tijd!,
        den oorlog, den oude tijd!, vertelseltje, vertelsels, mijn man is dood, pas gestorven, verdriet,
        gezelschapke!, eens binnenkomt!, komt ... binnen, bij mij thuis ... zitten!, dambord, damspel!,
        stratego, jacquet, kaartje leggen met!, potje kaart!, kruisjassen, rami!, couyon!, kwebbelen!,
        kwekken, kalleken!, kallen, klapken!, klappeke!, een klapke doen!, uw verhaal, iemand om mee te
        praten!, iemand om tegen te praten!, iemand om tegen te babbelen!, aan de babbel, zondagen zijn lang!,
        dagen zijn lang!, avonden zijn lang!, lange avonden!, tijd doden, gezelschap voor mijn man!,
        gezelschap voor mijn vrouw!, uurtje bij, bij mijn vrouw zitten!, bij mijn man zitten!, bij mijn moeder
        zitten!, op visite!, visite!, visite krijgen!, tasje koffie!, tas thee, zjat koffie!, zjatteke
        koffie!, jat koffie!, bakske troost!, bakje troost!, koffieklets!, hoe het gaat!, krijgt nooit
        iemand!, ziet niemand!, handwerken, haken, iemand om mee te lachen!, tateren!, op de koffie komen!,
        een stukje taart!,
        doodstil!, stil hier!, samen breien!, binnenlopen!, familie ver, geen familie, nooit
        bezoek!, iemand over de vloer!, heel alleen!, verweduwd, zit daar maar, samen luisteren!,
        samen naar foto's!,
    """,
    "phone_call": """
        opbellen!, bel ... op!, belt ... op!, belletje!, telefoontje!, telefoneren!, telefoneert!,
        telefoonbabbel!, eens belt!, eens bellen!, af en toe bellen!, elke dag bellen!, stem horen!, hoor ...
        stem!, telefooncirkel!, telefoonster!, vragen hoe het gaat!, bellen?, belt?, per telefoon praten!,
        tetteren aan de telefoon!, telefoontjes!, goedenacht!, kort telefoontje!, mij eens bellen!, bel mij!,
        nummer, telefoonlijn, telefonisch!, beller!, opgebeld!, aan de lijn!, lijn, hoort of, een seintje!,
        telefoneerster, naar mij belt!, mij belt!, belt mij!, bellen of!, belt of!, bel me eens!, s avonds
        belt!, s morgens belt!, of ik nog leef!, of alles goed is!, telefoontje per dag!, horen of alles!,
        hoort hoe het!, draadje, den telefon, optelefoneren!, dagelijks bellen!, opbelt!, bellen om te horen!,
        klapke aan de telefoon!, babbel aan de telefoon!, babbelke aan de telefoon!, praten aan de telefoon!,
        praatje aan de telefoon!, tegen ... aan de telefoon, ring, rinkelen!, teken van leven!, hoorn,
        bellen niet, elke ochtend bellen!, elke avond bellen!, belmaatje!, belvriend!,
    """,
    "meal": """
        samen eten!, alleen eten!, eet ... mee!, mee-eten!, mee eten!, aan tafel!, komen eten!, gaan eten!,
        restaurant!, middagmaal!, eten met iemand!, uit eten!, mossels, kerstdiner!, tafelgenoot!, eten
        samen!, niet alleen ... eten!, kerstavond, biefstuk!, gaan eten in!, tafelen!, ontbijt!, ontbijten!,
        lunch!, avondmaal!, avondeten!, dineren!, brunch!, kookgroep, iets gaan eten!, frietjes eten!, mee
        aanschuiven!, aanschuiven!, oudejaarsavond!, bord!, smullen!, samen aan tafel!, iemand aan tafel!,
        alleen aan tafel!, alleen te eten!, altijd alleen eten!, gezelschap aan tafel!, mee aan tafel!, eten
        bij mij!, bij mij eten!, bij mij komen eten!, met mij eten!, met mij mee eten!, eet met mij!, eten ...
        samen!, samen middageten!, samen ontbijten!, samen lunchen!, samen gaan eten!, mosselen eten!,
        mosselen gaan eten!, op restaurant!, naar de chinees!, chinees!, frituur!, frietkot!, pak friet!,
        brasserie!, dagschotel!, tearoom!, feesttafel!, kerstmaal!, kerstdis!, kerstdag alleen!, met kerst!,
        kerstmis!, nieuwjaar!, oudjaar!, sinterklaas, paasmaal!, pasen, oudejaar!, smaakt niet alleen!, smaakt
        niet!, boterhammekes, boterhammen samen!, smaakt beter!, tafel dekken, bij iemand eten!, aan iemands
        tafel!, mee-eet!, tafelgenoten!, gasten, stoofpot delen!, deelt ... stoofpot!, bord bij!,
        bijschuiven!, schuift ... aan!,
        samen soep eten!,
    """,
    "lessons": """
        huiswerk!, rekenen!, wiskunde!, les?, lessen!, bijles!, frans oefenen!, nederlands leren!, nederlands
        oefenen!, taal!, oefenen!, conversatie!, kleinzoon?, leerling!, studeren!, huiswerkbegeleiding!, frans
        leren!, engels leren!, engels!, arabisch!, taalles!, frans?, nederlands?, leren lezen!, examen!, leren
        spreken!, beter spreken!, school, toets!, opstel!, dictee!, schrijven leren!, grammatica!,
        praattafel!, conversatietafel!, inburgering!, spreekoefening!, woordjes!, tafels van
        vermenigvuldiging!, wiskundeles!, muziekles, pianoles!, gitaar, uitleg fysica, inoefenen!, frans
        spreken!, frans klappen!, nederlands spreken!, vlaams leren!, beter nederlands!, engels oefenen!,
        spaans leren!, arabisch leren!, italiaans!, duits!, taal leren!, taal oefenen!, uitspraak!, woordjes
        leren!, woordenschat!, spelling!, schoolwerk!, schooltaken!, taken!, taak van!, huistaak!, huistaken!,
        les volgen, bijlessen!, rekensommen!, sommen!, maaltafels!, tafels leren!, tafels van!, breuken!,
        toetsen leren, examens!, herexamen!, spreekbeurt!, lezen leren!, leren schrijven!, lezen en
        schrijven!, klokkijken!, boekbespreking!, leesoefening!, leest moeilijk!, kleindochter ... leren!,
        kleinzoon ... leren!, kleinzoon ... school!, kleindochter ... school!, kleinkind ... school!, in het
        zesde, in het vierde, middelbaar!, lagere school!, theorie rijbewijs!, inburgeringsexamen!,
        notenleer!, piano leren!, accordeon leren!, tango!, overhoren!,
        leren schaken!, leren haken!, leren praten, oefenen praten!,
    """,
    "workshop": """
        cursus!, workshop!, lessenreeks!, yoga!, gym!, turnen!, breien!, haken!, schilderles!, kookles!,
        naailes!, inschrijven!, schrijf ... in!, vorming!, wanneer is die les!, infosessie!, dansles!, leren
        breien!, leren bridgen!, bridgen!, bridge, groepje!, volgen, lezing!, leren schilderen!, keramiek!,
        tai chi!, pilates!, aquagym!, fotografie!, computerles!, initiatie!, bloemschikken!, zumba!, koor!,
        zangles!, toneel!, leren haken!, breiclub!, breicafé!, naaicursus!, leren naaien!, kantklossen!,
        borduren!, borduurwerk!, patchwork!, quilten!, schildercursus!, schilderlessen!, aquarel!, tekenen!,
        tekenles!, tekenlessen!, tekencursus!, boetseren!, pottenbakken!, klei!, bloemschikken leren!,
        kookcursus!, kooklessen!, kooklezing, computerlessen!, computercursus!, cursus smartphone!, lessen!,
        les!, leergang!, mij inschrijven!, inschrijving!, yogales!, taichi!, turnles!, turnlessen!,
        seniorengym!, lijndans!, lijndansen!, volksdans!, dansen!, dansen leren!, danscursus!, stoelyoga!,
        zangkoor!, koor zingen!, zingen!, gitaar!, gitaarles!, toneel spelen!, fotografiecursus!, fotocursus!,
        stamboom!, stamboomonderzoek, genealogie, ehbo!, ehbo-cursus!, valpreventie!, valpreventielessen,
        geheugentraining!, geheugen trainen!, mindfulness!, meditatie!, bridge leren!, schaken leren!,
        bridgecursus!, juwelen maken, kaarsen maken, kaarten maken, handwerk!, handwerken!, handwerkclub,
        houtbewerking!, mandenvlechten!, kalligrafie!, voordracht!, atelier!, leren dansen!, leren werken
        met!, mozaiek!, kaartjes maken!, knutselen!, iets met!, zeefdruk!, handenarbeid!,
        kookclub!, met hout werken!, houtclub!, met klei!, hobbyclub!, naaiclub!, fietsclub!,
    """,
    "gathering": """
        bijeenkomst!, samenkomst!, straatfeest!, buurtfeest!, feest?, koffie van!, koffienamiddag!,
        spelnamiddag!, dienstencentrum!, met de buren!, receptie!, buurtmaaltijd!, barbecue!, kaartnamiddag!,
        ontmoeting!, activiteit!, nieuwjaarsdrink!, buurtcafe!, bingo!, petanque!, eetfestijn!, te doen!,
        aansluiten!, iets te doen in de buurt!, koffieklets!, praatcafe!, samenzijn!, kerstmarkt!, quiz!,
        soepdag!, buren ontmoeten!, deelnemen!, groep, feestje!, barbecueavond!, uitje!, daguitstap!, reisje!,
        buurtmarkt!, dansnamiddag!, wijkfeest!, feest van de buurt!, feest van de straat!, bijeenkomsten!,
        samenkomsten!, koffienamiddagen!, namiddag met!, koffie in het!, koffietafel!, babbelcafé!,
        praatcafé!, seniorennamiddag!, seniorenfeest!, seniorenclub!, ontmoetingsdag!, ontmoetingsnamiddag!,
        ontmoetingscentrum!, buurthuis!, parochiezaal!, parochiecentrum!, zaal?, wijkcentrum!, buurtcentrum!,
        bingonamiddag!, kienen!, kien!, lotto, kaarting!, kaarting van, bollen?, bbq!, buurtbarbecue!,
        spaghettiavond!, pannenkoekennamiddag!, mosselfeest!, nieuwjaarsreceptie!, nieuwjaarsdrink van,
        drink!, kerstfeest!, sinterklaasfeest!, paasfeest!, lentefeest!, zomerfeest!, herfstfeest!, uitstap!,
        uitstapje!, uitstap naar!, busreis!, busuitstap!, daguitstapje, museumbezoek!, quizavond!,
        filmnamiddag!, film!, concert!, optreden!, zangnamiddag!, dansthee!, thé dansant!, tombola!,
        rommelmarkt!, rommelmarkt van, braderie!, kermis!, stoet!, carnaval!, mee naar de!, erbij zijn!,
        meedoen!, mee doen!, aansluiten bij, mag ik komen!, mag ik ook komen!, mag ik mee!, mag ik meekomen!,
        plaats vrij, reserveren?, inschrijven voor de, bij de groep!, groepje, buren leren kennen!, mensen
        leren kennen!, nieuwe mensen!, activiteiten!, activiteiten van, samen zingen!, liedjesavond!,
        volksspelen!,
        pannenkoeken eten!, pannenkoeken met, iets met kerst!, met kerst iets, soiree!, mag ik eens
        komen kijken!, mag komen kijken!, namiddag waar!, liekes!,
    """,
    "antenna_work": """
        antenne!, permanentie!, folder!, folders!, bussen!, flyers!, flyeren!, vergadering!, vrijwilligers!,
        buurtwerking!, zaal!, zaal klaarzetten!, affiches!, verslag!, onthaal!, rondbrengen, buurtkrant!,
        telefoon van de antenne!, bemannen!, vrijwilligerswerk!, vrijwilliger worden!, bureau!, meehelpen!,
        helpen bij de antenne!, kaartjes rondbrengen!, stand!, infostand!, opruimen na, coordinator!,
        nieuwsbrief!, plaatsen affiches!, vrijwilliger!, helpen bij jullie!, jullie helpen!, jullie een hand!,
        u helpen!, een handje helpen, handje toesteken!, hand toesteken!, mee helpen!, wil helpen!, wil
        meehelpen!, ik wil ook iets doen!, iets terugdoen!, iets doen voor!, mij nuttig maken!, nuttig maken!,
        nuttig!, ter beschikking!, steek graag!, heb tijd!, heb tijd over!, tijd over!, op pensioen en!,
        onthaal doen!, balie!, aan de balie!, permanentie doen!, zitdag!, zitdagen!, telefoon opnemen!, de
        telefoon opnemen!, telefoons opnemen!, telefoonpermanentie!, foldertjes!, folderkes!, folders
        uitdelen!, folders rondbrengen!, rond te brengen!, briefjes in de bussen!, in de bussen!, uitdelen!,
        uit te delen!, affiches hangen!, affiches ophangen!, affichekes!, krantje!, buurtkrantje!, wijkkrant!,
        enveloppen!, omslagen!, omslagen plakken!, plooien!, brieven plooien!, zaal klaarmaken!, stoelen
        klaarzetten!, stoelen zetten!, tafels zetten!, tafels klaarzetten!, koffie schenken!, koffie zetten
        voor!, afwassen na!, afwas na!, opdienen!, in de keuken helpen!, taarten bakken voor het feest!, stand
        bemannen!, op de markt staan!, werking!, de werking!, jullie werking!, voor de werking!, voor de
        antenne!, organiseren!, mee organiseren!, notuleren!, ledenlijst!, adressen intikken!, intikken!,
        boekhouding van, coördinator!, nieuwe leden!, nieuwe leden bezoeken!, rondleiden, stoelen stapelen!,
        plakken?,
        secretariaat!, met cijfers!, boekhouder!, kan ik helpen bij u!, kan ik iets doen!, aan den
        toog!, achter de toog!, goed met mensen!, bij jullie helpen!, iets voor jullie doen!,
    """,
}

"""Dutch words of papers, telephones and computers."""

WORDS = {
    "paperwork": """
        papieren!, papierwerk!, administratie!, formulier!, invullen!, brief!, brieven?, brief schrijven!,
        document!, dossier!, aanvraag!, aanvragen!, pensioendienst!, pensioen, mutualiteit!, ziekenfonds!,
        belastingen!, belasting!, belastingsbrief!, belastingaangifte!, gemeentehuis!, gemeente!, stadhuis!,
        ocmw!, huursubsidie!, premie!, huisbaas!, verhuurder!, huurwaarborg!, boete!, verzekering!,
        verzekeringspapieren!, factuur!, facturen!, rekening, attest!, identiteitskaart!, paspoort!, pas,
        contract!, sociale woning!, advocaat, klacht!, bemiddelen!, tolk!, vertalen!, kinderbijslag, map,
        klasseren!, ordenen, energieleverancier!, erfenis, notaris!, testament, tegemoetkoming!, parkeerkaart,
        engie!, afrekening!, luminus, eneco, meterstanden!, vakbond!, vragenlijst!, officieel!, officiele!,
        briefwisseling!, aangetekend!, ziekteverzekering!, uitkering!, invaliditeit, syndicus!, huurcontract!,
        opzeggen!, opzeg!, abonnement opzeggen!, schadeclaim!, deurwaarder!, schulden!, ereloon, domicilie!,
        adreswijziging!, kaartje aanvragen, volmacht?, curriculum, sollicitatiebrief!, kopie, archief,
        mappen!, vertaling!, versta ik niet, versta?, op papier!, papierwinkel!, papiertjes!, papierkes!,
        paperassen!, pampier, kaft, kaften!, farde!, farden!, farde met, mutualiteitsbriefje!, kleefbriefje,
        kleefbriefjes!, klevers!, ziekenbriefje!, doktersbriefje!, terugbetaling!, terugtrekken, briefken!,
        briefke!, een brief van, brief van de!, moeilijke brief!, brief lezen, leest ... brief!, uitleggen?,
        uitleg?, wat er staat!, wat daar staat!, wat er in staat!, niet uit wijs!, wijs uit, begrijp!, begrijp
        niet!, versta niet!, niet verstaan!, in het frans!, gemeentebestuur!, gemeentebelasting!,
        belastingbrief!, belastingsbriefke!, belastingen invullen!, kadaster!, kadastraal inkomen,
        pensioenaanvraag!, pensioenbrief!, fod!, rva!, vdab!, actiris!, sociale dienst!, sociaal tarief!,
        omnio!, verhoogde tegemoetkoming!, voorkeurtarief!, gehandicaptenkaart!, verblijfskaart!,
        vreemdelingenzaken, regularisatie, energiecontract!, energiefactuur!, elektriciteitsfactuur!,
        gasfactuur!, waterfactuur!, waterrekening!, telefoonrekening!, rekening van de!, rekening van het!,
        provisie, verbruik, eindafrekening!, huurverhoging!, huurindexatie!, eigenaar!, huisbazin!, waarborg,
        nalatenschap!, successie!, successierechten!, vrederechter!, proces, pv!, bekeuring!, rechtbank!,
        getuigschrift!, uittreksel!, geboorteakte!, akte!, ondertekenen!, tekenen?, handtekening!,
        klachtenbrief!, brief opstellen!, opstellen!, schrijven?, kaartje schrijven, condoleance!, rouwbrief,
        dankbrief!, verzekeringsmaatschappij!, polis!, schadegeval!, aangifte!, aangetekende!, stempel,
        invulformulier!, vakje, vakjes!, bijlagen, termijn, opsturen!, bewijs!, bezwaarschrift!, kruisje!,
        gerechtsbrief!, dagvaarding!, volmachtformulier, vaststelling,
        e-box!, ebox!, e box!, digitaal!, krijgt nog post!, overleden man!, nog post!, digitaal
        loket!, verzekeringspapier!, rijksregister!,
    """,
    "phone_and_computer": """
        gsm!, smartphone!, telefoon, tablet!, ipad!, computer!, computerhulp!, laptop!, pc!, internet!, wifi!,
        mail!, mails!, e-mail!, whatsapp!, whatsappen!, skype!, zoom, videobellen!, itsme!, app!, apps!,
        paswoord!, wachtwoord!, printer!, printen!, afdrukken!, ticket?, online!, facebook!, update!, foto's
        versturen!, scherm!, opladen, batterij van mijn gsm!, website!, digitaal!, digitale!, usb,
        toetsenbord!, muis?, inloggen!, downloaden!, installeren?, qr!, payconiq!, doccle!, ebox!, sms!,
        sms'en!, bericht sturen!, berichten!, virus, instellingen!, decoder?, iphone!, samsung!, mijn gsm!,
        niet meer bellen, bankapp!, klavier!, toestel, stickske!, usb-stick!, oplichterij!, spam!, phishing!,
        rare berichten!, kabel!, modem!, router!, telenet!, proximus!, digibox!, contacten!, beltoon!, trilt,
        account!, pincode?, google!, youtube!, spotify!, bestand!, back-up!, bluetooth!, koptelefoon!, foto,
        inbox!, bijlage!, windows, apple, android!, netflix!, emailadres!, camera!, e-reader!, gsmeke!,
        gsm'eke, gsmmeke, telefoontoestel!, nieuwe gsm!, nieuwe telefoon!, mijn telefoon, vaste telefoon,
        toetsen!, knopkes!, knoppekes!, knopjes, icoontje!, icoontjes!, prentjes, groter zetten!, letters
        groter!, belkrediet!, herlaadkaart!, simkaart!, sim!, geluid, belt niet meer, videogesprek!,
        videobellen met!, beeldbellen!, foto's!, foto's bekijken, foto's op!, fotootjes, filmke, filmpje,
        filmpjes!, doorsturen!, versturen!, mailtje!, mailke!, mailen!, mailbox!, e-mails!, pass, code
        vergeten!, code kwijt!, aanmelden!, registreren!, webcam!, skypen!, zoomen!, digid, digitale sleutel!,
        e-loket!, mijn gezondheid!, afspraak online!, online bestellen!, via internet!, op internet!, het
        internet!, internet ligt!, wifi ligt!, geen verbinding!, verbinding!, netwerk!, blijft hangen!, hangt
        vast, loopt vast!, vastgelopen!, traag!, scherm is zwart!, zwart scherm!, gaat niet meer aan, valt
        uit, valt stil, opgeladen!, oplader!, lader!, laadkabel!, inkt!, inktpatroon!, scannen!, scanner?,
        kopie maken, ticket online, netbanking!, thuisbankieren!, home banking!, pc-banking!, bankieren!,
        kaartlezer!, tv-box!, box van!, televisie op internet, zenders?, streaming!, podcast, luisterboek!,
        e-book!, ebook!, reclame, meldingen!, pop-up, venster, virusscanner!, gehackt!, hacker!, opgelicht!,
        verdacht bericht!, bankmail, vals, klikken!, swipen!, vegen op, afstandsbediening!, cloud!, typen!,
        aanraakscherm!, opnieuw opstarten!,
        cassettespeler!, cassette!, nummers blokkeren!, blokkeren!, vreemde nummers!, mail geraakt!,
        kunnen zien op scherm!, in Canada kunnen spreken!, spreken en zien!, aansluiten?,
    """,
}

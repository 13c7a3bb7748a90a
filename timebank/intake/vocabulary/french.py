"""French as it is spoken in Brussels."""

WORDS = {
    "visit": """
        visite!, visiter?, rendre visite!, venir me voir!, vient me voir!, passer ... voir!, passe ...
        voir!, papoter!, causer!, causette!, bavarder!, discuter!, parler avec!, parler?, compagnie!, tenir
        compagnie!, seule?, solitude!, solitaire!, tasse de café!, café chez moi!, un café!, café ensemble!,
        thé!, ensemble?, jouer aux cartes!, cartes!, scrabble!, échecs!, rami!, dames, jeu, partie de!, lire
        le journal!, journal!, lecture!, lire, lire un livre!, faire connaissance!, connaissance!,
        s'asseoir!, raconter!, m'ennuie!, ennuie!, ennuyer, isolée!, rester ... avec!, rester ... avec mon
        épouse!, coiffeur, dire bonjour!, voit personne!, personne à qui parler!, brin de!, écouter, photos
        souvenirs, garder compagnie, tricoter ensemble, garder les enfants?, rire, vie, raconter le passé!,
        vieilles photos!, belote!, quatrième!, trois pour la belote!, bridge jouer!, amie!, ami!, amitié!,
        copine!, décédée?, seule dans!, seul dans!, tailler une bavette!, bavette!, pétanque jouer, puzzle!,
        visiteur!, visiteuse!, visites!, jaser!, blabla!, chanter ensemble, bible, histoires!, souvenirs!,
        venir voir!, passer du temps!, passer un moment!, compagnon!, thé ensemble, goûter ensemble, boire
        un café!, boire un verre!, manque quelqu'un!, toute seule toute la journée!, lecture à voix haute!,
        lire à haute voix!, dominos!, petits chevaux!
    """,
    "phone_call": """
        coup de fil!, coup de téléphone!, coups de fil!, appeler!, m'appeler!, m'appelle!, appel!, appels!,
        téléphoner, téléphone?, me téléphone!, au téléphone!, prendre de mes nouvelles!, nouvelles!, chaîne
        téléphonique!, entendre une voix!, voix, petit appel!, me sonner!, sonner, sonne!, un appel!,
        téléphonique!, coup de bigo!, me passer un coup!, avant de dormir
    """,
    "walk": """
        promenade!, promener!, me promener!, promener ... avec!, balade!, balader!, marcher!, petit tour!,
        tour!, parc, étang, bois?, prendre l'air!, air frais!, flâner!, sortir marcher!, tribune?,
        déambulateur, rollator?, se promener!, randonnée!, exercice, bol d'air!, canal!, marche!, partenaire
        de marche!, me balader!, se balader!, baladeur, vélo!, à vélo, forêt, nature, mer, sentier!, canne,
        faire quelques pas!, quelques pas!, me dégourdir!, dégourdir les jambes!
    """,
    "lift": """
        conduire!, conduit!, m'y conduit!, amener!, emmener!, mener!, déposer!, me dépose!, ramener!,
        transport!, voiture, auto!, chauffeur!, covoiturage!, aller et retour!, aller-retour!, aller
        retour!, prendre en auto!, trajet, hôpital, clinique, docteur, médecin, oculiste!, ophtalmologue!,
        dentiste!, kiné!, kinésithérapeute!, cardiologue!, spécialiste!, dermatologue!, neurologue!,
        consultation!, contrôle, scanner!, scan!, radio!, radiographie!, prise de sang!, labo!, dialyse!,
        revalidation!, cimetière!, tombe, enterrement!, funérailles!, église!, messe!, gare!, aéroport!,
        valise!, home, maison de repos, saint-jean, saint-luc, saint-pierre, érasme, rendez-vous?, course en
        taxi, taxi!, véhicule!, pédicure!, chaise roulante?, opération?, me chercher à!, examen!, coiffeur?,
        plus de voiture!, ne peux pas conduire!, chez le docteur!, me prendre!, orthopédie!, rechercher au!,
        venir me rechercher!, me rechercher!, chorale, rouler!, rouler dans le noir!, orl!, rhumatologue!,
        m'y mener!, psychologue, pneumologue!, urologue!, gynécologue!, échographie!, irm!, chimio!,
        rayons!, urgences, admission!, sortie de l'hôpital!, traitement, thérapie, logopède!, anniversaire?,
        mariage, crématorium!, opticien, audioprothésiste!, appareil auditif, piscine, permis!, passager,
        pas de bus!, me véhiculer!, véhiculer!, me transporter!, transporter!, me voiturer!, ambulance,
        médical
    """,
    "public_transport": """
        tram!, bus!, métro!, train!, transports en commun!, transport en commun!, stib!, tec!, sncb!,
        abonnement!, arrêt!, mobib!, canne blanche!, accompagnateur!, prendre le tram!, prendre le train!,
        trajet en bus!, peur de me perdre!, correspondance, automate!, automates!, quai!, escalator!,
        horaire!, horaires!, en train avec moi!, voyage en train!, ticket de bus!, billet de train!,
        navette!
    """,
    "errands": """
        courses!, commissions!, faire mes courses!, faire les courses!, grosse course!, magasin!, magasins!,
        superau marché!, delhaize!, colruyt!, aldi!, lidl!, carrefour!, achat!, achats!, acheter!,
        provisions!, pharmacie!, pharmacien!, médicament!, médicaments!, ordonnance!, pain!, lait!,
        boulangerie!, boulanger!, boucher!, légumes!, fruits!, marché!, poste!, à la poste!, timbre!, colis
        à la poste!, bouteilles!, bulle à verre!, bouteilles vides!, eau?, frigo vide!, frigo est vide!,
        caddie!, sacs trop lourds!, matelas!, parc à conteneurs!, bibliothèque!, épicerie!, aller chercher?,
        pressing!, chercher mes!, cabas!, litière à ramener!, sacs de litière!, conserves!, okay, épicier!,
        liste!, liste de courses!, bac de spa!, bac d'eau!, spa!, lunettes au magasin!, reprendre mes
        lunettes!, ramener de!, langes, lessive en poudre!, papier toilette!, fromage!, charcuterie!,
        viande!, oeufs!, journal acheter!, fleuriste!, fleurs!, hema!, action!, kruidvat!, brico!, cadeau!,
        cadeaux!, vêtements!, chaussures!, cordonnier!, couturière!, night shop!, bonbonne de gaz!,
        droguerie!, commande!, librairie!, grande surface!, ravitaillement!, denrées!, panier!, bières
    """,
    "paperwork": """
        papiers!, paperasse!, administratif!, administration!, formulaire!, remplir!, lettre!, courrier
        administratif!, écrire une lettre!, document!, dossier!, demande d'allocation!, allocation!,
        pension!, pensions!, mutuelle!, mutualité!, impôts!, impôt!, déclaration!, commune!, maison
        communale!, cpas!, logement!, loyer!, propriétaire!, garantie locative!, amende!, assurance!,
        facture!, factures!, attestation!, carte d'identité!, passeport!, contrat!, logement social!,
        avocat, plainte!, médiation!, traduire!, interprète!, classer!, fardes!, fournisseur d'énergie!,
        notaire!, héritage, prime!, carte de stationnement, expliquer, engie!, décompte!, luminus, relevé de
        compteur!, index!, syndicat!, spf!, par écrit!, questionnaire!, officiel!, recommandé!, sécurité
        sociale!, chômage!, handicap, syndic!, bail!, résilier!, résiliation!, sinistre!, huissier!,
        dettes!, domicile changer!, changement d'adresse!, cv, candidature!, photocopie!, archives!,
        traduction!, actiris!, onem!, vierge noire!, allocations!, délai, correspondance administrative!,
        réclamation!, contester!, statut bim!
    """,
    "phone_and_computer": """
        gsm!, portable!, smartphone!, téléphone, tablette!, ipad!, ordinateur!, ordi!, pc!, internet!,
        wifi!, mail!, mails!, e-mail!, courriel!, whatsapp!, skype!, zoom, vidéo!, itsme!, appli!,
        application!, mot de passe!, code d'accès!, imprimante!, imprimer!, en ligne!, facebook!, mise à
        jour!, envoyer des photos!, photos, écran!, recharger, site!, numérique!, clavier!, télécharger!,
        payconiq!, sms!, message!, iphone!, samsung!, ne s'allume plus!, mon téléphone!, installer?, par
        internet!, qr!, réseau, décodeur?, connexion!, connecter!, clé usb!, appareil photo, arnaque!,
        spam!, phishing!, messages bizarres!, messages!, câble!, modem!, routeur!, proximus!, voo!,
        telenet!, contacts!, sonnerie!, compte google!, google!, youtube!, fichier!, sauvegarde!,
        bluetooth!, casque!, pièce jointe!, windows, apple, android!, netflix!, adresse mail!, caméra!,
        liseuse!, souris!, zoomer!, piraté!, virus!, internet banking!, ebox!, qwerty!, azerty!
    """,
    "odd_job": """
        ampoule!, lampe!, lumière!, robinet!, fuite!, coule!, goutte!, étagère!, fixer!, visser!, vis!,
        volet!, rideau!, rideaux!, chaudière!, meuble!, meubles!, fauteuil!, canapé!, divan!, déplacer!,
        descendre!, monter?, monter un meuble!, armoire!, détecteur!, pile!, scier!, planche!, sonnette!,
        plombs!, fusible!, disjoncteur!, électricité!, coudre!, bouton!, ourlet!, porte!, serrure!, coince!,
        bloqué, réparer!, réparation!, cassé, cassée, vitres!, carreaux!, fenêtre!, nettoyer!, télévision!,
        télé!, chaînes!, chaines!, régler!, bricolage!, bricoler!, bricoleur!, peindre!, peinture!,
        tapisser!, déménager!, toilette?, wc!, bouché!, chauffage, radiateur!, thermostat!, cave!, grenier!,
        prise!, horloge!, tableau!, cadre!, miroir!, clou!, clous!, marteau!, percer!, échelle?, petit
        travail!, tringle!, machine à laver!, chasse!, repasser, ranger, soulever, accrocher!, descendre
        une!, porter?, lourd, télécommande, moustiquaire!, évier!, lavabo!, s'écoule!, congélateur!,
        travers!, portillon, silicone!, joint!, douche!, gouttière!, tuile!, clouer!, coller!, recoller!,
        décroché!, détaché!, déchirée!, casser, poêle!, cheminée!, hotte!, lave-vaisselle!, cuisinière
        brancher!, parquet!, plancher!, carrelage!, plinthe!, charnière!, poignée!, alarme incendie!, lit,
        matelas retourner!, fermeture éclair!, tirette!, raccourcir!, retoucher!, crevaison!, pneu!, vélo
        réparer!, aspirateur!, fer à repasser, séchoir, lustre!, spot!, led!, mur!, papier peint!, rampe!,
        main courante!, bancal!, bancale!, grince!, interrupteur!, fiche électrique!, brancher!,
        débrancher!, débarrasser!, encombrants!
    """,
    "garden": """
        jardin!, jardinage!, pelouse!, gazon!, herbe!, tondre!, tonte!, haie!, tailler!, mauvaises herbes!,
        désherber!, arracher!, bêcher!, potager!, feuilles!, feuilles mortes!, rosier!, rosiers!, arbuste!,
        arbre!, ramasser, neige!, déneiger!, trottoir!, terrasse!, semer!, bacs à fleurs!, ratisser!,
        compost, serre!, coup de main au jardin!, lierre!, bulbes!, planter!, gouttière?, mousse!,
        brouette?, tondeuse!, allée!, parterre!, cueillir!, pommes!, poires!, fruitier!, branches!,
        branche!, balayer!, épandre!, sel!, fleurs planter!, arrosage du jardin!, élaguer!, sécateur!,
        cour!, taille!, déchets verts!, jardinière!
    """,
    "pets_and_plants": """
        chien!, chienne!, promener ... chien!, sortir ... chien!, chat!, chatte!, minou!, chaton!,
        vétérinaire!, canari!, oiseau!, poisson!, aquarium!, lapin!, poules!, perroquet!, cobaye!, animal!,
        animaux!, litière!, plantes!, arroser!, croquettes!, griffes!, toutou!, perruche!, perruches!,
        bobby, quatre pattes!, refuge!, hamster!, tortue!, poisson rouge!, cheval, âne, orchidée!, plantes
        vertes!, plantes du balcon!, dog-sitting!, gardiennage!, garder mon chien!, garder mon chat!,
        chatons!, chiot!, croquette!, béquilles?, sortir trois fois!
    """,
    "cooking": """
        cuisiner!, cuisine?, cuire!, soupe!, potage!, gâteau!, tarte!, repas chaud!, préparer un repas!,
        préparer ... repas!, éplucher!, patates!, pommes de terre!, recette!, confiture!, crêpes!, gaufres!,
        four!, plat!, plat chaud!, carbonades!, carbonnades!, cuisinière, mijoter!, ragoût!, boulettes!,
        spaghetti!, riz au lait!, biscuits!, vol-au-vent!, couper des légumes!, couper!, congeler!, purée!,
        couscous!, petit plat!, petits plats!, bouillon!, quiche!, stoemp!, waterzooi!
    """,
    "meal": """
        manger!, manger ensemble!, manger avec!, manger seul!, à table!, dîner!, souper!, déjeuner!,
        restaurant!, goûter!, repas?, repas ensemble!, moules, réveillon!, invite!, inviter!, table, steak!,
        aller manger!, petit déjeuner!, brunch!, lunch!, resto!, partager un repas!, table d'hôte!, se
        mettre à table!, apéro!, apéritif!, repas de noël!, frites!, bouffe!, convive!, à midi ensemble!
    """,
    "lending": """
        emprunter!, emprunt!, prêter!, prêt!, prête!, prêteur!, foreuse!, diable!, échelle, brouette!,
        remorque!, outils!, chaise haute!, lit de voyage!, chaises, machine à coudre, besoin ... pour une
        heure!, karcher!, lit d'enfant à emprunter!, petit lit!, quelqu'un a t il!, tente!, tables!,
        rallonge!, tronçonneuse!, béquilles emprunter!, appareil à raclette!, raclette!, gaufrier!,
        échanger!, vaisselle!, dvd, planche à repasser!, ventilateur!, ponceuse!, escabeau!, prêterait!, me
        prêter!, dépanner!, perceuse!, nettoyeur haute pression!
    """,
    "parcels_and_keys": """
        colis!, paquet!, réceptionner!, recevoir un colis!, clé!, clés!, clef!, double!, double de!, boîte
        aux lettres!, relever mon courrier!, courrier!, jeter un oeil!, surveiller!, surveiller ma maison!,
        voyage!, vacances?, poubelle!, poubelles!, sortir les poubelles!, sacs poubelle!, conteneur!,
        livraison!, livreur!, absente!, pas chez moi!, alarme!, pas là!, livrer!, livré!, facteur!,
        tentures!, ouvrir et fermer!, garder le courrier!, benidorm, absence!, pendant mon absence!, ouvrir
        la porte!, ouvrir!, plombier vient!, être là!, pmc!, ramassage!, bulle, relever le courrier!, volets
        ouvrir, garder la maison!, garder ma maison!, trousseau!, veiller sur ma maison!, bpost!, ups!
    """,
    "lessons": """
        devoirs!, math!, maths!, mathématiques!, leçon!, leçons!, pratiquer!, conversation!, parler
        français!, néerlandais!, apprendre le français!, parler néerlandais!, langue!, petit-fils?, école,
        élève!, étudier!, soutien scolaire!, anglais!, arabe!, flamand!, cours de langue!, apprendre à
        lire!, examen de!, mieux parler!, contrôle de math!, rédaction!, dictée!, grammaire!, table de
        conversation!, alphabétisation!, lire et écrire!, vocabulaire!, piano!, guitare, cours
        particuliers!, réviser!, révision!, interro!, scolaire!, exercices!
    """,
    "workshop": """
        cours!, atelier!, yoga!, gym!, gymnastique!, tricoter!, tricot!, crochet!, couture!, inscrire!,
        inscrivez-moi!, inscription!, formation!, séance d'information!, cours de cuisine!, danse!,
        apprendre à tricoter!, peinture sur, apprendre le bridge!, bridge!, petit groupe!, conférence!, tai
        chi!, pilates!, aquagym!, photographie!, céramique!, poterie!, initiation!, art floral!, zumba!,
        chorale!, chant!, théâtre!, aquarelle!, stage!, suivre un cours!
    """,
    "gathering": """
        rencontre!, rencontres!, fête des voisins!, fête?, réunion?, après-midi jeux!, jeux de société!,
        avec les voisins!, au centre!, café de!, barbecue!, activité!, activités!, goûter des voisins!,
        verre de nouvel an!, bingo!, pétanque!, drink!, repas de quartier!, fête de quartier!, joindrais!,
        me joindre!, quelque chose au!, se joindre!, marché de noël!, quiz!, loto!, thé dansant!,
        excursion!, sortie!, voyage en groupe!, groupe!, participer!, brocante!, animation!, apéro des
        voisins!, guindaille, goûter dansant!, convivial!
    """,
    "antenna_work": """
        antenne!, permanence!, dépliant!, dépliants!, distribuer!, affiches!, flyers!, bénévoles!,
        bénévole?, réunion!, salle!, préparer la salle!, journal de quartier!, accueil!, compte rendu!,
        folders!, tenir le téléphone!, téléphone de l'antenne!, bénévolat!, devenir bénévole!, bureau!,
        stand!, tenir le stand!, infos distribuer!, newsletter!, coordinateur!, coordinatrice!, pour
        l'antenne!, coller des affiches!, toutes-boîtes!
    """,
}

COMMON = """
a afin ai aide aider aidez aime aimerais alors an ancien ancienne annee ans apprendre apres as assez au
aucun aucune aujourd aura aussi autour autre autres aux avais avait avant avec avez avoir avons beaucoup
besoin bien bon bonjour bonne bonsoir ca car ce cela celle celui certains ces cet cette ceux chaque cher
cherche chercher chere chez ci combien comme comment comprends compris coup d dame dans de debrouille debut
deja demande depuis derniere des desole deux devait devant dire dit dois doit donc donner dont dos du elle
elles en encore endroit enfin ensemble entre envie es est et etage etaient etais etait etes etre eu eux
evidemment faire fais fait faut femme fil fille fils fois font frere fut genou gentil gentille grace grand
grande gros grosse hanche heure heures hier hui ici il ils j jamais jambe je jeune jour journee jusqu jusque
l la laisse le les leur leurs loin long longue lourd lourds lui m ma madame mains maintenant mais maison mal
malade maman mamie maniere mari matin me meme merci mere mes mets mettre midi mieux minute mis moi moins
mois mon monde monsieur montre montrer mort n ne ni non nos notre nous nouveau nouvelle on ont ose oser ou
oui papa par parce parfois pas passe passer peine pendant penser personne petit petite petits peu peur peut
peuvent peux plaisir plait plus possible pour pourquoi pourrai pourrais pourrait pourriez pouvait pouvez
pouvoir premiere prendre prends pres presque puis qu quand quartier que quel quelle quelqu quelque quelques
quelquun qui quoi rapidement regarder reste rester rien rue s sa sais sait sans savait savez savoir se
semaine sera serait seul seule seulement si simplement soeur soir soit son sont sors sort sortir sous
souvent suis sur surtout svp t ta tant te tellement temps tes toi tombe tombee tomber tombera ton toujours
tous tout toute toutes tres trop trouve trouver tu un une urgent va vais vas venir vers veut veux vieille
viens vient vieux vite vivre voila voir vois voisin voisine vont vos votre voudrais voulais vous vrai
vraiment vu y yeux
"""

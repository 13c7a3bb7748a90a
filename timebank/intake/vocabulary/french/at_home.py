"""French words of jobs in and around the house, and what goes with them."""

WORDS = {
    "odd_job": """
        ampoule!, lampe!, lumière!, robinet!, fuite!, coule!, goutte!, étagère!, fixer!, visser!, vis!,
        volet!, rideau!, rideaux!, chaudière!, meuble!, meubles!, fauteuil!, canapé!, divan!, déplacer!,
        descendre!, monter?, monter un meuble!, armoire!, détecteur!, pile!, scier!, planche!, sonnette!,
        plombs!, fusible!, disjoncteur!, électricité!, coudre!, bouton!, ourlet!, porte!, serrure!, coince!,
        bloqué, réparer!, réparation!, cassé, cassée, vitres!, carreaux!, fenêtre!, nettoyer!, télévision!,
        télé!, chaînes!, chaines!, régler!, bricolage!, bricoler!, bricoleur!, peindre!, peinture!, tapisser!,
        déménager!, toilette?, wc!, bouché!, chauffage, radiateur!, thermostat!, cave!, grenier!, prise!,
        horloge!, tableau!, cadre!, miroir!, clou!, clous!, marteau!, percer!, échelle?, petit travail!,
        tringle!, machine à laver!, chasse!, repasser, ranger, soulever, accrocher!, descendre une!, porter?,
        lourd, télécommande, moustiquaire!, évier!, lavabo!, s'écoule!, congélateur!, travers!, portillon,
        silicone!, joint!, douche!, gouttière!, tuile!, clouer!, coller!, recoller!, décroché!, détaché!,
        déchirée!, casser, poêle!, cheminée!, hotte!, lave-vaisselle!, cuisinière brancher!, parquet!,
        plancher!, carrelage!, plinthe!, charnière!, poignée!, alarme incendie!, lit, matelas retourner!,
        fermeture éclair!, tirette!, raccourcir!, retoucher!, crevaison!, pneu!, vélo réparer!, aspirateur!,
        fer à repasser, séchoir, lustre!, spot!, led!, mur!, papier peint!, rampe!, main courante!, bancal!,
        bancale!, grince!, interrupteur!, fiche électrique!, brancher!, débrancher!, débarrasser!,
        encombrants!, ampoules!, ampoule grillée!, grillée!, néon!, plafonnier!, luminaire!, applique!,
        changer la lampe!, changer une lampe!, changer une ampoule!, plus de lumière!, lumière du couloir!,
        robinet qui!, robinet coule!, fuit!, siphon!, déboucher!, évier bouché!, lavabo bouché!, chasse
        d'eau!, lunette du wc!, abattant!, pommeau!, barre de douche, crochet!, crochets!, porte-manteau!,
        portemanteau!, étagères!, planches!, tablette?, bibliothèque monter, pendre!, pendre un cadre!,
        accrocher un cadre!, cadres!, rideaux pendre!, pendre les rideaux!, pendre des rideaux!, tentures
        pendre!, store!, stores!, volet bloqué!, volet coincé!, sangle!, manivelle, pile de l'horloge!,
        changer la pile!, piles!, réveil!, pendule!, remettre à l'heure!, heure d'hiver!, détecteur de fumée!,
        alarme qui sonne!, bip!, bipe!, parlophone!, clenche!, clinche!, clé tourne, porte qui coince!, porte
        qui grince!, porte ferme!, ne ferme plus!, ne s'ouvre plus!, boîte aux lettres fixer, tiroir!, tiroir
        coincé!, charnières!, pied de table!, pied de chaise!, chaise cassée!, chaise bancale!, table
        bancale!, garde-robe!, armoire déplacer!, déplacer une armoire!, déplacer un meuble!, bouger un
        meuble!, bouger les meubles!, bouger l'armoire!, pousser l'armoire!, descendre à la cave!, monter du!,
        caisses!, carton!, cartons!, kit!, meuble en kit!, ikea!, monter une armoire!, monter une étagère!,
        remonter!, dévisser!, tournevis!, trou!, trous!, forer!, forer un trou!, cheville, clou dans le mur!,
        plafonner, enduire?, couche de peinture!, repeindre!, vitre!, vitre cassée!, laver les vitres!, faire
        les vitres!, laver les carreaux!, châssis!, courant d'air!, boudin, recoudre!, recoudre un bouton!,
        bouton de!, boutons!, ourlets!, couture?, repriser!, raccommoder!, déchiré!, trou dans, fermeture!,
        pantalon!, jupe!, plombs sautés!, fusibles!, court-circuit!, prise de courant!, rallonge, poste de
        radio!, radio?, antenne?, programmer!, programmer les chaînes!, purger!, purger les radiateurs!,
        radiateurs!, vanne!, filtre!, filtre de la hotte!, dégivrer!, frigo déplacer!, trop lourd!, armoire
        trop lourde!, main bricoleuse!, homme à tout faire!, petits travaux!, dépannage!, réparateur!,
        rafistoler!, rafistole!, tapis!, boîte aux lettres!, trottoir!, souris!, piège!, se décolle!, bouton
        tombé!, aiguiser!,
        balayer le trottoir!, balayer!, guêpes!, nid de guêpes!, lunette de wc!,
    """,
    "garden": """
        jardin!, jardinage!, pelouse!, gazon!, herbe!, tondre!, tonte!, haie!, tailler!, mauvaises herbes!,
        désherber!, arracher!, bêcher!, potager!, feuilles!, feuilles mortes!, rosier!, rosiers!, arbuste!,
        arbre!, ramasser, neige!, déneiger!, trottoir!, terrasse!, semer!, bacs à fleurs!, ratisser!, compost,
        serre!, coup de main au jardin!, lierre!, bulbes!, planter!, gouttière?, mousse!, brouette?,
        tondeuse!, allée!, parterre!, cueillir!, pommes!, poires!, fruitier!, branches!, branche!, balayer!,
        épandre!, sel!, fleurs planter!, arrosage du jardin!, élaguer!, sécateur!, cour!, taille!, déchets
        verts!, jardinière!, jardinet!, jardinier!, tondre la pelouse!, l'herbe!, herbes!, haies!, tailler la
        haie!, taille-haie, cisaille, hortensias!, hortensia!, géraniums!, buis!, lavande!, thuyas!, glycine!,
        pommier!, poirier!, cerisier!, prunier!, cueillir les pommes!, ramasser les pommes!, ramasser les
        feuilles!, râteau!, bêche!, retourner la terre!, terre!, terreau!, repiquer!, plantations!, tomates!,
        salades!, orties!, ronces!, chardons!, sarcler!, biner!, dalles!, courette!, balayer le trottoir!,
        balayer devant!, verglas!, saler!, tuyau d'arrosage!, arroser le jardin!, arroser le potager!, arroser
        les fleurs du jardin!, jardinières!, bacs!, pots de fleurs!, tulipes!, tronc, souche, étang!,
        dépasse!, fumier!,
        vigne vierge!, pissenlits!, haut d'un mètre!, déchets verts!, qui dépasse!,
    """,
    "pets_and_plants": """
        chien!, chienne!, promener ... chien!, sortir ... chien!, chat!, chatte!, minou!, chaton!,
        vétérinaire!, canari!, oiseau!, poisson!, aquarium!, lapin!, poules!, perroquet!, cobaye!, animal!,
        animaux!, litière!, plantes!, arroser!, croquettes!, griffes!, toutou!, perruche!, perruches!, bobby,
        quatre pattes!, refuge!, hamster!, tortue!, poisson rouge!, cheval, âne, orchidée!, plantes vertes!,
        plantes du balcon!, dog-sitting!, gardiennage!, garder mon chien!, garder mon chat!, chatons!, chiot!,
        croquette!, béquilles?, sortir trois fois!, chien promener!, promener mon chien!, promener le chien!,
        sortir mon chien!, sortir le chien!, mon chien!, petit chien!, la chienne!, mon chat!, mes chats!,
        minouche!, minet!, gamelle!, pâtée!, nourrir le chat!, nourrir mon chat!, nourrir les chats!, donner à
        manger au chat!, nourrir!, niche, laisse!, canaris!, oiseaux!, cage!, graines, poissons!, poissons
        rouges!, bocal!, lapins!, cochon d'inde!, poulailler!, pigeons!, colombes, véto!, chez le
        vétérinaire!, bête!, bêtes!, pension pour, arroser mes plantes!, arroser les plantes!, plante!,
        arrosage!, fleurs d'intérieur!, plantes d'appartement!, ficus!, orchidées!, cactus!, violettes,
        saintpaulia, balcon!, pigeonnier!, pension pour mon!,
        pucerons!, géraniums!, citronnier!, matou!, un foyer pour mon!,
    """,
    "cooking": """
        cuisiner!, cuisine?, cuire!, soupe!, potage!, gâteau!, tarte!, repas chaud!, préparer un repas!,
        préparer ... repas!, éplucher!, patates!, pommes de terre!, recette!, confiture!, crêpes!, gaufres!,
        four!, plat!, plat chaud!, carbonades!, carbonnades!, cuisinière, mijoter!, ragoût!, boulettes!,
        spaghetti!, riz au lait!, biscuits!, vol-au-vent!, couper des légumes!, couper!, congeler!, purée!,
        couscous!, petit plat!, petits plats!, bouillon!, quiche!, stoemp!, waterzooi!, préparer à manger!,
        préparer le repas!, préparer un plat!, préparer le dîner!, préparer le souper!, faire à manger!, faire
        la soupe!, faire une soupe!, faire de la soupe!, faire un gâteau!, faire une tarte!, faire des
        crêpes!, faire des gaufres!, faire de la confiture!, soupe aux!, soupe de!, légumes éplucher!,
        éplucher des!, éplucher les!, éplucher les pommes de terre!, peler!, peler les patates!, râper!,
        hacher!, émincer!, cuisson, casserole!, marmite!, cocotte!, fourneau!, cuisiner pour!, cuisiner
        ensemble!, cuisiner avec!, cuisine pour!, apprendre à cuisiner!, bons petits plats!, plats!, un plat!,
        chicons!, chicons au gratin!, gratin!, carbonnade!, blanquette!, boeuf bourguignon!, lapin aux
        pruneaux!, boulets!, lasagne!, tajine!, poulet rôti, rôti!, frites maison!, compote!, gelée!,
        conserves maison, bocaux!, mousse au chocolat!, cake!, cramique!, pain maison!, cougnou!, speculoos!,
        galettes!, tarte au sucre!, tarte aux pommes!, tarte au riz!, gâteau d'anniversaire!, pâte!, sans
        sel!, régime!, mixer, recettes!, dinde!, farcir!, frites!, pâtisserie!, bocal!, conserves!,
        des oeufs!, faire des oeufs!, cuire un oeuf!,
    """,
    "lending": """
        emprunter!, emprunt!, prêter!, prêt!, prête!, prêteur!, foreuse!, diable!, échelle, brouette!,
        remorque!, outils!, chaise haute!, lit de voyage!, chaises, machine à coudre, besoin ... pour une
        heure!, karcher!, lit d'enfant à emprunter!, petit lit!, quelqu'un a t il!, tente!, tables!,
        rallonge!, tronçonneuse!, béquilles emprunter!, appareil à raclette!, raclette!, gaufrier!, échanger!,
        vaisselle!, dvd, planche à repasser!, ventilateur!, ponceuse!, escabeau!, prêterait!, me prêter!,
        dépanner!, perceuse!, nettoyeur haute pression!, emprunterais!, emprunter une!, emprunter un!, prêter
        une!, prêter un!, me prêter une!, me prêter un!, me prêterait!, qui aurait!, quelqu'un aurait!,
        quelqu'un a!, qui a une!, qui a un!, auriez-vous!, avez-vous!, je la rends!, je le rends!, rendre!,
        rends demain!, je rapporte!, le temps d'un!, pour un week-end!, pour le week-end!, pour un jour!, pour
        une journée!, pour quelques jours!, pour deux jours!, location trop chère!, pas en acheter!,
        escabelle!, échafaudage, visseuse!, scie!, scie sauteuse!, marteau?, niveau à bulle, tournevis?,
        outil!, clé à molette!, bêche?, taille-haie!, tondeuse?, souffleur!, nettoyeur!, haute pression!,
        décolleuse!, charrette!, galerie, porte-vélos!, chaises pliantes!, table pliante!, tréteaux!,
        tonnelle!, chapiteau!, percolateur!, grande casserole!, grande marmite!, assiettes!, verres!,
        couverts!, fontaine à chocolat, appareil à fondue!, fondue!, pierrade!, friteuse!, lit pliant!, lit
        d'appoint!, lit bébé!, lit parapluie!, matelas gonflable!, siège auto!, siège bébé!, poussette!,
        maxi-cosi!, trotteur, béquilles!, chaise roulante à emprunter!, déambulateur emprunter, valise à
        emprunter!, grande valise!, projecteur!, rétroprojecteur, appareil photo emprunter, jumelles!,
        tourne-disque!, costume emprunter, jeu emprunter, livre emprunter!, pompe à vélo!, luge!, barbecue
        emprunter!, glacière!, chauffage d'appoint!, déshumidificateur!, des assiettes, des tasses, cherche
        une échelle!,
        frigo-box!, frigo box!, en prêt!, tables et des bancs!, des tables et des chaises!, une
        valise pour!,
    """,
    "parcels_and_keys": """
        colis!, paquet!, réceptionner!, recevoir un colis!, clé!, clés!, clef!, double!, double de!, boîte aux
        lettres!, relever mon courrier!, courrier!, jeter un oeil!, surveiller!, surveiller ma maison!,
        voyage!, vacances?, poubelle!, poubelles!, sortir les poubelles!, sacs poubelle!, conteneur!,
        livraison!, livreur!, absente!, pas chez moi!, alarme!, pas là!, livrer!, livré!, facteur!, tentures!,
        ouvrir et fermer!, garder le courrier!, benidorm, absence!, pendant mon absence!, ouvrir la porte!,
        ouvrir!, plombier vient!, être là!, pmc!, ramassage!, bulle, relever le courrier!, volets ouvrir,
        garder la maison!, garder ma maison!, trousseau!, veiller sur ma maison!, bpost!, ups!, recevoir mon
        colis!, prendre mon colis!, recevoir un paquet!, réceptionner un paquet!, réception d'un colis!, colis
        bpost!, amazon!, zalando!, dhl!, postnl!, mondial relay, coursier!, livrent!, livraison d'un!, ouvrir
        au!, ouvrir à!, ouvrir la porte au!, ouvrir au plombier!, ouvrir au technicien!, faire entrer!,
        laisser entrer!, technicien!, ouvrier!, ouvriers!, plombier!, ramoneur!, chauffagiste!, électricien!,
        homme du gaz, releveur!, être présent!, présence quand, chez moi quand je ne suis pas!, double des
        clés!, double de mes clés!, mes clés!, ma clef!, mes clefs!, garder ma clé!, garder mes clés!, garder
        une clé!, confier ma clé!, confier mes clés!, enfermée dehors!, oublié mes clés!, vider la boîte!,
        vider la boîte aux lettres!, vider ma boîte!, boîte à lettres!, prendre mon courrier!, ramasser le
        courrier!, ramasser mon courrier!, pubs!, publicité dans la boîte, poubelles dehors!, sortir mes
        poubelles!, sortir la poubelle!, mettre la poubelle!, mettre les poubelles!, sacs blancs!, sac blanc!,
        sacs bleus!, sac bleu!, sacs jaunes!, sac jaune!, sac orange!, sacs poubelles!, sac poubelle!,
        duo-bac!, conteneurs!, tri!, papiers-cartons!, camion poubelle!, éboueurs!, collecte!, encombrants?,
        oeil sur la maison!, oeil sur ma maison!, oeil sur l'appartement!, oeil à la maison!, jeter un coup
        d'oeil!, coup d'oeil à la maison!, un oeil!, surveiller la maison!, surveiller l'appartement!, garder
        l'appartement!, maison vide!, pendant les vacances!, en vacances!, pars en vacances!, quand je suis
        partie!, pendant que je suis!, en espagne!, à la mer une semaine!, à l'hôpital une semaine!,
        cambrioleurs!, cambriolage!, voleurs!, volets!, lever les volets!, baisser les volets!, ouvrir les
        volets!, fermer les volets!, allumer la lumière!, signer un envoi!, envoi!, papiers et cartons!,
        déborde!, homme du compteur!, compteur!, je serai absent!, je serai absente!
    """,
}

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
        souvenirs, garder compagnie, tricoter ensemble, garder les enfants?
    """,
    "phone_call": """
        coup de fil!, coup de téléphone!, coups de fil!, appeler!, m'appeler!, m'appelle!, appel!, appels!,
        téléphoner, téléphone?, me téléphone!, au téléphone!, prendre de mes nouvelles!, nouvelles!, chaîne
        téléphonique!, entendre une voix!, voix
    """,
    "walk": """
        promenade!, promener!, me promener!, promener ... avec!, balade!, balader!, marcher!, petit
        tour!, tour!, parc, étang, bois?, prendre l'air!, air frais!, flâner!, sortir marcher!, tribune?,
        déambulateur, rollator?, se promener!, randonnée!, exercice
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
        plus de voiture!, ne peux pas conduire!, chez le docteur!, me prendre!
    """,
    "public_transport": """
        tram!, bus!, métro!, train!, transports en commun!, transport en commun!, stib!, tec!, sncb!,
        abonnement!, arrêt!, mobib!, canne blanche!, accompagnateur!, prendre le tram!, prendre le train!,
        trajet en bus!, peur de me perdre!, correspondance
    """,
    "errands": """
        courses!, commissions!, faire mes courses!, faire les courses!, grosse course!, magasin!, magasins!,
        superau marché!, delhaize!, colruyt!, aldi!, lidl!, carrefour!, achat!, achats!, acheter!, provisions!,
        pharmacie!, pharmacien!, médicament!, médicaments!, ordonnance!, pain!, lait!, boulangerie!,
        boulanger!, boucher!, légumes!, fruits!, marché!, poste!, à la poste!, timbre!, colis à la poste!,
        bouteilles!, bulle à verre!, bouteilles vides!, eau?, frigo vide!, frigo est vide!, caddie!, sacs
        trop lourds!, matelas!, parc à conteneurs!, bibliothèque!, épicerie!, aller chercher?, pressing!,
        chercher mes!, cabas!
    """,
    "paperwork": """
        papiers!, paperasse!, administratif!, administration!, formulaire!, remplir!, lettre!, courrier
        administratif!, écrire une lettre!, document!, dossier!, demande d'allocation!, allocation!,
        pension!, pensions!, mutuelle!, mutualité!, impôts!, impôt!, déclaration!, commune!, maison
        communale!, cpas!, logement!, loyer!, propriétaire!, garantie locative!, amende!, assurance!,
        facture!, factures!, attestation!, carte d'identité!, passeport!, contrat!, logement social!,
        avocat, plainte!, médiation!, traduire!, interprète!, classer!, fardes!, fournisseur d'énergie!,
        notaire!, héritage, prime!, carte de stationnement, expliquer
    """,
    "phone_and_computer": """
        gsm!, portable!, smartphone!, téléphone, tablette!, ipad!, ordinateur!, ordi!, pc!, internet!,
        wifi!, mail!, mails!, e-mail!, courriel!, whatsapp!, skype!, zoom, vidéo!, itsme!, appli!,
        application!, mot de passe!, code d'accès!, imprimante!, imprimer!, en ligne!, facebook!, mise à
        jour!, envoyer des photos!, photos, écran!, recharger, site!, numérique!, clavier!, télécharger!,
        payconiq!, sms!, message!, iphone!, samsung!, ne s'allume plus!, mon téléphone!, installer?,
        internet!, par internet!, qr!, réseau, décodeur?, connexion!, connecter!
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
        une!, porter?, lourd, télécommande
    """,
    "garden": """
        jardin!, jardinage!, pelouse!, gazon!, herbe!, tondre!, tonte!, haie!, tailler!, mauvaises herbes!,
        désherber!, arracher!, bêcher!, potager!, feuilles!, feuilles mortes!, rosier!, rosiers!, arbuste!,
        arbre!, ramasser, neige!, déneiger!, trottoir!, terrasse!, semer!, bacs à fleurs!, ratisser!,
        compost, serre!, coup de main au jardin!
    """,
    "pets_and_plants": """
        chien!, chienne!, promener ... chien!, sortir ... chien!, chat!, chatte!, minou!, chaton!,
        vétérinaire!, canari!, oiseau!, poisson!, aquarium!, lapin!, poules!, perroquet!, cobaye!, animal!,
        animaux!, litière!, plantes!, arroser!, croquettes!, griffes!, toutou!
    """,
    "cooking": """
        cuisiner!, cuisine?, cuire!, soupe!, potage!, gâteau!, tarte!, repas chaud!, préparer un repas!,
        préparer ... repas!, éplucher!, patates!, pommes de terre!, recette!, confiture!, crêpes!, gaufres!,
        four!, plat!, plat chaud!
    """,
    "meal": """
        manger!, manger ensemble!, manger avec!, manger seul!, à table!, dîner!, souper!, déjeuner!,
        restaurant!, goûter!, repas?, repas ensemble!, moules, réveillon!, invite!, inviter!, table
    """,
    "lending": """
        emprunter!, emprunt!, prêter!, prêt!, prête!, prêteur!, foreuse!, diable!, échelle, brouette!,
        remorque!, outils!, chaise haute!, lit de voyage!, chaises, machine à coudre, besoin ... pour une
        heure!
    """,
    "parcels_and_keys": """
        colis!, paquet!, réceptionner!, recevoir un colis!, clé!, clés!, clef!, double!, double de!, boîte
        aux lettres!, relever mon courrier!, courrier!, jeter un oeil!, surveiller!, surveiller ma maison!,
        voyage!, vacances?, poubelle!, poubelles!, sortir les poubelles!, sacs poubelle!, conteneur!,
        livraison!, livreur!, absente!, pas chez moi!, alarme!, pas là!
    """,
    "lessons": """
        devoirs!, math!, maths!, mathématiques!, leçon!, leçons!, pratiquer!, conversation!, parler
        français!, néerlandais!, apprendre le français!, parler néerlandais!, langue!, petit-fils?, école,
        élève!, étudier!, soutien scolaire!, anglais!, arabe!, flamand!, cours de langue!, apprendre à lire!
    """,
    "workshop": """
        cours!, atelier!, yoga!, gym!, gymnastique!, tricoter!, tricot!, crochet!, couture!, inscrire!,
        inscrivez-moi!, inscription!, formation!, séance d'information!, cours de cuisine!, danse!,
        apprendre à tricoter!, peinture sur
    """,
    "gathering": """
        rencontre!, rencontres!, fête des voisins!, fête?, réunion?, après-midi jeux!, jeux de société!,
        avec les voisins!, au centre!, café de!, barbecue!, activité!, activités!, goûter des voisins!,
        verre de nouvel an!, bingo!, pétanque!, drink!, repas de quartier!, fête de quartier!
    """,
    "antenna_work": """
        antenne!, permanence!, dépliant!, dépliants!, distribuer!, affiches!, flyers!, bénévoles!,
        bénévole?, réunion!, salle!, préparer la salle!, journal de quartier!, accueil!, compte rendu!,
        folders!
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

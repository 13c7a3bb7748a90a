"""French words of company, learning, and coming together."""

WORDS = {
    "visit": """
        visite!, visiter?, rendre visite!, venir me voir!, vient me voir!, passer ... voir!, passe ... voir!,
        papoter!, causer!, causette!, bavarder!, discuter!, parler avec!, parler?, compagnie!, tenir
        compagnie!, seule?, solitude!, solitaire!, tasse de café!, café chez moi!, un café!, café ensemble!,
        thé!, ensemble?, jouer aux cartes!, cartes!, scrabble!, échecs!, rami!, dames, jeu, partie de!, lire
        le journal!, journal!, lecture!, lire, lire un livre!, faire connaissance!, connaissance!, s'asseoir!,
        raconter!, m'ennuie!, ennuie!, ennuyer, isolée!, rester ... avec!, rester ... avec mon épouse!,
        coiffeur, dire bonjour!, voit personne!, personne à qui parler!, brin de!, écouter, photos souvenirs,
        garder compagnie, tricoter ensemble, garder les enfants?, rire, vie, raconter le passé!, vieilles
        photos!, belote!, quatrième!, trois pour la belote!, bridge jouer!, amie!, ami!, amitié!, copine!,
        décédée?, seule dans!, seul dans!, tailler une bavette!, bavette!, pétanque jouer, puzzle!, visiteur!,
        visiteuse!, visites!, jaser!, blabla!, chanter ensemble, bible, histoires!, souvenirs!, venir voir!,
        passer du temps!, passer un moment!, compagnon!, thé ensemble, goûter ensemble, boire un café!, boire
        un verre!, manque quelqu'un!, toute seule toute la journée!, lecture à voix haute!, lire à haute
        voix!, dominos!, petits chevaux!, venir chez moi!, passer chez moi!, passe chez moi!, passer un petit
        bonjour!, dire un petit bonjour!, quelqu'un avec qui parler!, avec qui parler!, à qui parler!, faire
        la conversation!, faire la causette!, un peu de compagnie!, de la compagnie!, de la visite!, recevoir
        de la visite!, tasse de thé!, une jatte de café!, jatte de café!, jatte!, tasse!, un petit café!,
        petit café!, boire le café!, prendre le café!, café et biscuits, tarte et café, quatre murs!, murs!,
        je parle aux murs!, parler aux murs!, parler au chat, silence!, trop calme!, calme ici, journées sont
        longues!, dimanches sont longs!, soirées sont longues!, longues soirées!, longues journées!, trouve le
        temps long!, le temps long!, temps long!, personne ne vient!, plus personne!, ne vois plus personne!,
        ne vois personne!, jamais personne!, âme qui vive!, pas un chat!, veuve!, veuf!, deuil!, mon mari est
        mort!, depuis la mort!, cafard!, le moral!, jouer au rami!, jouer au scrabble!, jouer aux dames!,
        jouer aux échecs!, jouer aux dominos!, jeu de dames!, jeu de l'oie, couillon!, jouer au couillon!,
        manille!, whist!, pitjesbak, mots croisés!, me lire!, lise!, lire le courrier des lecteurs, lire à mon
        mari!, faire la lecture!, yeux fatigués!, n'y vois plus!, ne vois plus clair!, album photo!, album de
        photos!, raconter ma vie!, du temps passé!, ancien temps!, bon vieux temps!, une oreille!, oreille
        attentive!, rester une heure!, reste une heure!, auprès de ma femme une heure!, auprès de mon mari une
        heure!, tenir compagnie à mon mari!, tenir compagnie à ma femme!, tenir compagnie à ma mère!, me
        changer les idées!, changer les idées!, rigoler!, bout du nez!, pourrait passer!, un peu de contact!,
        comment ça va!, voir du monde!, un peu de monde!, crochet, visage!, foot à la télé!, un petit mot!,
        mettre de la vie!, rire avec!, relire mes lettres!, part de gâteau!,
        silencieuse!, tricoter avec moi!, plus de famille!, passer chez ma mère!, passer chez mon
        père!, passer chez lui!, passer la voir!, jamais de visite!, relise!, relire avec moi!,
        partenaire de jeu!, toute seule à la maison!, rummikub!,
    """,
    "phone_call": """
        coup de fil!, coup de téléphone!, coups de fil!, appeler!, m'appeler!, m'appelle!, appel!, appels!,
        téléphoner, téléphone?, me téléphone!, au téléphone!, prendre de mes nouvelles!, nouvelles!, chaîne
        téléphonique!, entendre une voix!, voix, petit appel!, me sonner!, sonner, sonne!, un appel!,
        téléphonique!, coup de bigo!, me passer un coup!, avant de dormir, coup de tél!, un coup de tel!, coup
        de fil le soir!, me passe un coup!, passer un coup de fil!, coup de fil de temps en temps!, téléphone
        de temps en temps!, téléphoner le matin!, m'appelle le soir!, m'appelle le matin!, m'appeler de temps
        en temps!, m'appellerait!, sonne le matin!, me sonne!, voir si tout va bien!, si tout va bien!, si je
        vais bien!, si je suis encore en vie!, entendre quelqu'un!, entendre une voix humaine!, parler au
        téléphone!, causer au téléphone!, bavarder au téléphone!, papoter au téléphone!, bout du fil!, au bout
        du fil!, par téléphone!, demander comment je vais!, comment je vais!, allô!, appel quotidien!, coup de
        sonnette, dring, appareil à côté de moi!, signe de vie!, composer mon numéro!,
        appeler le matin!, appeler le soir!, une voix au téléphone!, téléphoner chaque matin!,
    """,
    "meal": """
        manger!, manger ensemble!, manger avec!, manger seul!, à table!, dîner!, souper!, déjeuner!,
        restaurant!, goûter!, repas?, repas ensemble!, moules, réveillon!, invite!, inviter!, table, steak!,
        aller manger!, petit déjeuner!, brunch!, lunch!, resto!, partager un repas!, table d'hôte!, se mettre
        à table!, apéro!, apéritif!, repas de noël!, frites!, bouffe!, convive!, à midi ensemble!, manger
        seule!, mange seule!, mange seul!, toujours manger seul!, manger toute seule!, manger chez moi!, venir
        manger!, vient manger!, manger à deux!, à deux à table!, dîner ensemble!, dîner à deux!, dîner avec!,
        souper ensemble!, souper avec!, déjeuner ensemble!, déjeuner avec!, partager mon repas!, partager un
        dîner!, partager le repas!, partager la table!, compagnie à table!, à ma table!, table à deux!, au
        restaurant!, restau!, petit restaurant!, brasserie!, friterie!, fritkot!, moules-frites!, moules
        frites!, chinois!, un bon steak!, plat du jour!, aller au resto!, aller au restaurant!, manger
        dehors!, réveillonner!, noël!, le jour de noël!, la noël!, nouvel an!, pâques!, fêtes seule!,
        assiette!, couvert!, un couvert de plus!, en bonne compagnie!, appétit!, pas d'appétit seule!, n'ai
        pas faim seule!, pique-nique!, tartines!, casse-croûte!, gueuleton!, à midi!, dîner du dimanche!,
        pizza!, c'est moi qui offre!,
,
    """,
    "lessons": """
        devoirs!, math!, maths!, mathématiques!, leçon!, leçons!, pratiquer!, conversation!, parler français!,
        néerlandais!, apprendre le français!, parler néerlandais!, langue!, petit-fils?, école, élève!,
        étudier!, soutien scolaire!, anglais!, arabe!, flamand!, cours de langue!, apprendre à lire!, examen
        de!, mieux parler!, contrôle de math!, rédaction!, dictée!, grammaire!, table de conversation!,
        alphabétisation!, lire et écrire!, vocabulaire!, piano!, guitare, cours particuliers!, réviser!,
        révision!, interro!, scolaire!, exercices!, exercer!, s'exercer!, m'exercer!, exercer mon français!,
        exercer mon néerlandais!, pratiquer le français!, pratiquer l'anglais!, pratiquer mon français!,
        améliorer mon français!, améliorer mon néerlandais!, parler mieux!, mieux parler français!, mon
        français!, mon néerlandais!, mon anglais!, apprendre le néerlandais!, apprendre l'anglais!, apprendre
        l'espagnol!, apprendre l'arabe!, apprendre une langue!, apprendre à écrire!, espagnol!, italien!,
        allemand!, portugais, converser!, prononciation!, conjugaison!, conjugaisons!, verbes!, orthographe!,
        mots nouveaux!, dictées!, devoirs de!, devoir!, faire ses devoirs!, ses devoirs!, aide aux devoirs!,
        école de devoirs!, leçons de!, ses leçons!, étude!, étudie!, étudier avec!, table de multiplication!,
        tables de multiplication!, multiplications!, tables?, calcul!, calculs!, fractions!, divisions!,
        problèmes de math!, mathématique!, sciences!, examen!, examens!, examen de passage!, seconde session!,
        ceb!, primaire!, secondaire!, collège!, athénée!, petit-fils ... école!, petite-fille ... école!,
        petite-fille ... apprendre!, petit-fils ... apprendre!, petit-fils ... lire!, petite-fille ... lire!,
        mauvaises notes!, mauvais bulletin!, bulletin!, échec!, explique les math!, apprendre l'heure, théorie
        du permis!, examen théorique!, intégration!, cours de français!, cours de néerlandais!, solfège!,
        accordéon!, leçons de piano!, cours de guitare!, tango!, réciter!,
        apprendre les échecs!, apprendre le crochet!, veut parler français!, vient de Syrie!, bute
        sur!, livre de lecture!, exercer à parler!,
    """,
    "workshop": """
        cours!, atelier!, yoga!, gym!, gymnastique!, tricoter!, tricot!, crochet!, couture!, inscrire!,
        inscrivez-moi!, inscription!, formation!, séance d'information!, cours de cuisine!, danse!, apprendre
        à tricoter!, peinture sur, apprendre le bridge!, bridge!, petit groupe!, conférence!, tai chi!,
        pilates!, aquagym!, photographie!, céramique!, poterie!, initiation!, art floral!, zumba!, chorale!,
        chant!, théâtre!, aquarelle!, stage!, suivre un cours!, apprendre le tricot!, apprendre la couture!,
        apprendre à coudre!, apprendre le crochet!, apprendre à crocheter!, apprendre à peindre!, apprendre à
        dessiner!, apprendre à danser!, apprendre l'informatique!, apprendre la photo!, crocheter!, broder!,
        broderie!, dentelle!, patchwork!, club de tricot!, cours de couture!, cours de peinture!, cours de
        dessin!, dessin!, peindre?, peinture à l'huile!, modelage!, sculpture!, argile!, mosaïque!, vannerie!,
        calligraphie!, scrapbooking, bijoux!, bougies, cours de yoga!, yoga sur chaise!, cours de gym!, gym
        douce!, gym pour seniors!, gym seniors!, stretching!, tai-chi!, qi gong!, danse en ligne!, danses
        folkloriques!, cours de danse!, valse!, tango!, salsa, chanter!, chanter dans!, cours de chant!, cours
        de guitare!, pièce de théâtre!, cours de photo!, cours d'informatique!, cours d'ordinateur!, cours de
        gsm!, cours smartphone!, initiation à!, ateliers!, atelier cuisine!, atelier mémoire!, atelier
        d'écriture!, écriture!, écrire mes mémoires!, généalogie!, mémoire exercer, méditation!, sophrologie!,
        secourisme!, premiers secours!, compostage, jardinage cours, cours de bridge!, cours d'échecs!,
        apprendre les échecs!, s'inscrire!, m'inscrire!, inscrivez!, je m'inscris!, places libres, débutants!,
        débutante!, suivre des cours!, séances!, conférences!, causerie!, université des aînés!, cartes en
        papier!, bricolage créatif!, sérigraphie!, quelque chose avec de!,
        club de cuisine!, travailler le bois!, aime peindre!, peindre en groupe!, terre glaise!,
    """,
    "gathering": """
        rencontre!, rencontres!, fête des voisins!, fête?, réunion?, après-midi jeux!, jeux de société!, avec
        les voisins!, au centre!, café de!, barbecue!, activité!, activités!, goûter des voisins!, verre de
        nouvel an!, bingo!, pétanque!, drink!, repas de quartier!, fête de quartier!, joindrais!, me joindre!,
        quelque chose au!, se joindre!, marché de noël!, quiz!, loto!, thé dansant!, excursion!, sortie!,
        voyage en groupe!, groupe!, participer!, brocante!, animation!, apéro des voisins!, guindaille, goûter
        dansant!, convivial!, fête de!, fête du quartier!, fête de la rue!, petite fête!, goûter!, goûter au!,
        goûter de!, goûter de noël!, après-midi!, après-midi dansant!, après-midi récréative!, bal!, lotto!,
        tombola!, concours de cartes!, concours de belote!, tournoi!, club!, club des aînés!, club du
        troisième âge!, pensionnés!, 3x20!, aînés!, séniors!, seniors!, amicale!, centre de quartier!, maison
        de quartier!, centre culturel!, salle paroissiale!, centre communautaire!, rencontrer des gens!,
        rencontrer du monde!, rencontrer les voisins!, connaître les voisins!, faire connaissance avec les
        voisins!, connaître du monde!, connaître des gens!, voir du monde!, du monde!, café papote!, papote!,
        café-rencontre!, café des voisins!, café du!, café de quartier!, petit-déjeuner de quartier!, table
        d'hôtes, barbecue du quartier!, souper spaghetti!, souper de quartier!, souper boudin!, souper des
        voisins!, moules du quartier, repas de fête au, repas des aînés!, repas annuel!, verre de l'amitié!,
        verre de bienvenue!, voeux!, réception!, saint-nicolas!, carnaval!, chandeleur!, kermesse!, ducasse!,
        vide-grenier!, sortie à!, sortie au musée!, musée!, excursion à!, excursion en car!, en car!, car!,
        voyage!, voyage d'un jour!, journée à la mer!, cinéma!, film!, ciné-club!, concert!, spectacle!,
        exposition!, jeux!, ludothèque!, ce que vous organisez!, vous organisez!, organisez!, votre groupe!,
        je peux venir!, puis-je venir!, venir aussi!, être des vôtres!, réserver!, réserver une place!, venir
        à la!, est-ce que je peux venir!, chorale!, jeux de quartier!,
        mangez des crêpes!, manger des crêpes ensemble!, autocar!, soirée avec des chansons!,
        chansons d'autrefois!, il reste une place!, il reste de la place!, marché de noël avec le
        groupe!,
    """,
    "antenna_work": """
        antenne!, permanence!, dépliant!, dépliants!, distribuer!, affiches!, flyers!, bénévoles!, bénévole?,
        réunion!, salle!, préparer la salle!, journal de quartier!, accueil!, compte rendu!, folders!, tenir
        le téléphone!, téléphone de l'antenne!, bénévolat!, devenir bénévole!, bureau!, stand!, tenir le
        stand!, infos distribuer!, newsletter!, coordinateur!, coordinatrice!, pour l'antenne!, coller des
        affiches!, toutes-boîtes!, bénévole chez vous!, être bénévole!, comme bénévole!, donner un coup de
        main!, donner un coup de main à l'antenne!, un coup de main à la!, coup de main au bureau!, vous
        aider!, vous donner!, aider à l'accueil!, aider à la salle!, me rendre utile!, rendre utile!, utile!,
        rendre service!, à mon tour!, en retour!, donner de mon temps!, de mon temps!, j'ai du temps!, du
        temps libre!, du temps à donner!, pensionné et, faire quelque chose pour!, faire ma part!, ma part!, à
        votre disposition!, à disposition!, accueillir!, accueillir les gens!, accueillir les nouveaux!, faire
        l'accueil!, tenir l'accueil!, tenir la permanence!, permanences!, faire la permanence!, guichet
        d'accueil, répondre au téléphone!, décrocher le téléphone!, prendre les appels!, tenir la caisse,
        distribuer des dépliants!, distribuer le journal!, distribuer des folders!, distribuer des flyers!,
        distribution!, dans les boîtes!, boîtes aux lettres distribuer!, toutes boîtes!, tracts!, prospectus!,
        affiche!, coller les affiches!, mettre des affiches!, affichettes!, plier!, plier les lettres!,
        enveloppes!, mettre sous enveloppe!, sous pli!, timbrer, installer les chaises!, installer les
        tables!, mettre les chaises!, mettre les tables!, ranger les chaises!, ranger la salle!, installer la
        salle!, décorer la salle!, préparer le café!, servir le café!, servir à la fête!, servir!, vaisselle
        après la!, faire des gâteaux pour la fête!, stand de l'antenne!, tenir un stand!, au stand!,
        organiser!, organiser la fête!, aider à organiser!, prendre des notes!, rédiger le journal, journal du
        quartier!, petit journal!, encoder!, encoder les adresses!, visiter les nouveaux membres!, nouveaux
        membres!, pour votre association!, association!, votre équipe!, rejoindre l'équipe!, équipe!, réseau
        des voisins!, votre réseau!, le réseau!, coller!, agrafer!, mettre la main à la pâte!,
        secrétariat!, avec les chiffres!, bon avec les chiffres!, comptable!, puis-je vous aider!,
        chez vous au bureau!, derrière le comptoir!, vous donner un coup de main!,
    """,
}

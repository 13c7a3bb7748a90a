"""French words of ways to go, errands and walks."""

WORDS = {
    "walk": """
        promenade!, promener!, me promener!, promener ... avec!, balade!, balader!, marcher!, petit tour!,
        tour!, parc, étang, bois?, prendre l'air!, air frais!, flâner!, sortir marcher!, tribune?,
        déambulateur, rollator?, se promener!, randonnée!, exercice, bol d'air!, canal!, marche!, partenaire
        de marche!, me balader!, se balader!, baladeur, vélo!, à vélo, forêt, nature, mer, sentier!, canne,
        faire quelques pas!, quelques pas!, me dégourdir!, dégourdir les jambes!, faire un tour!, un petit
        tour!, tour du quartier!, tour du bloc!, tour du pâté!, pâté de maisons!, tour de l'étang!, m'aérer!,
        s'aérer!, prendre un peu l'air!, grand air!, sortir un peu!, sortir de chez moi!, mettre le nez
        dehors!, nez dehors!, dehors!, sortir dehors!, soleil!, au soleil!, canards!, banc au parc, bras
        dessus, donner le bras!, au bras!, à mon bras!, tenir le bras!, pousser ma chaise!, pousser ma
        voiturette!, voiturette!, pousser mon fauteuil!, pousse ma chaise!, pousser la chaise roulante!, en
        chaise roulante dehors!, marcher un peu!, marcher une demi-heure!, faire de la marche!, le docteur dit
        que je dois marcher!, je dois marcher!, dois bouger!, bouger!, jambes rouillées, rouiller, à pied?, me
        promener au parc!, promener au bord!, bois de la cambre!, forêt de soignes!, ravel!, chemin de
        halage!, halage!, laarbeek, observer les oiseaux!, verdure!,
        dit de bouger!, marche mieux!, à deux on marche!, le long du canal!, chemin plat!,
        podomètre!, marcher avec quelqu'un!, me pousser en chaise!,
    """,
    "lift": """
        conduire!, conduit!, m'y conduit!, amener!, emmener!, mener!, déposer!, me dépose!, ramener!,
        transport!, voiture, auto!, chauffeur!, covoiturage!, aller et retour!, aller-retour!, aller retour!,
        prendre en auto!, trajet, hôpital, clinique, docteur, médecin, oculiste!, ophtalmologue!, dentiste!,
        kiné!, kinésithérapeute!, cardiologue!, spécialiste!, dermatologue!, neurologue!, consultation!,
        contrôle, scanner!, scan!, radio!, radiographie!, prise de sang!, labo!, dialyse!, revalidation!,
        cimetière!, tombe, enterrement!, funérailles!, église!, messe!, gare!, aéroport!, valise!, home,
        maison de repos, saint-jean, saint-luc, saint-pierre, érasme, rendez-vous?, course en taxi, taxi!,
        véhicule!, pédicure!, chaise roulante?, opération?, me chercher à!, examen!, coiffeur?, plus de
        voiture!, ne peux pas conduire!, chez le docteur!, me prendre!, orthopédie!, rechercher au!, venir me
        rechercher!, me rechercher!, chorale, rouler!, rouler dans le noir!, orl!, rhumatologue!, m'y mener!,
        psychologue, pneumologue!, urologue!, gynécologue!, échographie!, irm!, chimio!, rayons!, urgences,
        admission!, sortie de l'hôpital!, traitement, thérapie, logopède!, anniversaire?, mariage,
        crématorium!, opticien, audioprothésiste!, appareil auditif, piscine, permis!, passager, pas de bus!,
        me véhiculer!, véhiculer!, me transporter!, transporter!, me voiturer!, ambulance, médical, me
        déposer!, dépose!, déposerait!, me conduire!, conduirait!, conduise!, me mener!, m'emmener!,
        m'emmène!, m'amener!, m'amène!, me reconduire!, reconduire!, reconduit!, me ramène!, ramène!, aller me
        chercher!, me chercher!, rechercher!, venir me chercher!, venir me prendre!, place dans la voiture!,
        place dans sa voiture!, une place en voiture!, en voiture!, en auto!, avec l'auto!, avec une voiture!,
        transport médical!, taxi trop cher!, taxis!, taxi coûte!, plus de permis!, plus le droit de conduire!,
        plus le permis!, ne roule plus!, ne conduis plus!, ne sais plus conduire!, ne sais plus rouler!, vendu
        ma voiture!, vendu l'auto!, voiture au garage!, voiture en panne!, cataracte!, opéré!, opérée!,
        hôpital de jour!, hospitalisation!, hospitalisée!, rentrer à l'hôpital!, sortir de l'hôpital!, entrer
        à l'hôpital!, brugmann!, saint jean!, st jean!, st luc!, saint luc!, chirec!, ucl!, chu!,
        polyclinique!, médecin spécialiste!, docteur des yeux!, docteur du coeur!, docteur pour les yeux!,
        cardio!, orthopédiste!, orthodontiste, dermato!, gynéco!, rhumato!, neuro!, diabétologue!, gastro!,
        ostéo!, ostéopathe!, mammographie!, coloscopie!, examens!, prise de sang au labo!, laboratoire!,
        visite à l'hôpital!, visite au home!, voir mon mari à l'hôpital!, voir ma soeur, voir mon frère, voir
        ma soeur au home!, voir mon frère à!, sur la tombe!, tombe de!, toussaint!, incinération!, baptême!,
        communion!, noces!, mosquée!, temple, église du!, charleroi, zaventem!, navette!, trop loin à pied!,
        loin à pied!, y aller à pied, parc à conteneurs!, faire la route!, tribunal!, en panne!, reprendre à
        la clinique!, se marie,
        bureau de vote!, répétition!, marcher si loin!, faire route!, faire route avec!,
        radiothérapie!, à jeun!,
    """,
    "public_transport": """
        tram!, bus!, métro!, train!, transports en commun!, transport en commun!, stib!, tec!, sncb!,
        abonnement!, arrêt!, mobib!, canne blanche!, accompagnateur!, prendre le tram!, prendre le train!,
        trajet en bus!, peur de me perdre!, correspondance, automate!, automates!, quai!, escalator!,
        horaire!, horaires!, en train avec moi!, voyage en train!, ticket de bus!, billet de train!, navette!,
        prendre le bus!, prendre le métro!, en tram!, en bus!, en métro!, en train!, le 92, de lijn!, arrêt de
        bus!, correspondances!, changer de tram!, changer de métro!, changer à, escalators!, escalier roulant,
        guichet de la gare, abonnement stib!, carte mobib!, valider, ticket de train!, borne, quelle ligne!,
        ligne!, itinéraire!, me perdre!, peur de me tromper!, transports publics!, omnibus, monter dans le
        tram!, monter dans le bus!, monter dans le train!, voyager en train!, gare du midi!, gare du nord!,
        gare centrale!, m'accompagner en train!, accompagner dans le métro!, billet à la machine!, contrôleur,
        titre de transport!,
        marches de la gare!, arrêt de bus!, arrêts!, changer de train!, escaliers de la gare!,
        abonnement gratuit!,
    """,
    "errands": """
        courses!, commissions!, faire mes courses!, faire les courses!, grosse course!, magasin!, magasins!,
        superau marché!, delhaize!, colruyt!, aldi!, lidl!, carrefour!, achat!, achats!, acheter!,
        provisions!, pharmacie!, pharmacien!, médicament!, médicaments!, ordonnance!, pain!, lait!,
        boulangerie!, boulanger!, boucher!, légumes!, fruits!, marché!, poste!, à la poste!, timbre!, colis à
        la poste!, bouteilles!, bulle à verre!, bouteilles vides!, eau?, frigo vide!, frigo est vide!,
        caddie!, sacs trop lourds!, matelas!, parc à conteneurs!, bibliothèque!, épicerie!, aller chercher?,
        pressing!, chercher mes!, cabas!, litière à ramener!, sacs de litière!, conserves!, okay, épicier!,
        liste!, liste de courses!, bac de spa!, bac d'eau!, spa!, lunettes au magasin!, reprendre mes
        lunettes!, ramener de!, langes, lessive en poudre!, papier toilette!, fromage!, charcuterie!, viande!,
        oeufs!, journal acheter!, fleuriste!, fleurs!, hema!, action!, kruidvat!, brico!, cadeau!, cadeaux!,
        vêtements!, chaussures!, cordonnier!, couturière!, night shop!, bonbonne de gaz!, droguerie!,
        commande!, librairie!, grande surface!, ravitaillement!, denrées!, panier!, bières, commission!, mes
        commissions!, les commissions!, petites courses!, quelques courses!, courses de la semaine!, les
        courses!, mes courses!, course?, bonnes courses, faire les magasins!, aller au magasin!, au magasin!,
        supermarché!, grand magasin!, match!, proxy!, spar!, intermarché!, cora!, louis delhaize!, trafic!,
        porter mes sacs!, porter les sacs!, sacs!, sac de patates!, sac de pommes de terre!, kilo!, un pain!,
        pain gris!, pistolets!, couques!, baguette!, croissants!, jambon!, haché!, viande hachée, poulet
        rôti!, poisson!, poissonnerie!, beurre!, sucre?, farine!, bouteilles d'eau!, packs d'eau!, pack
        d'eau!, bac!, bacs!, bac de bière!, casier!, casier de bière!, bière!, limonade!, vidanges!, rendre
        les vidanges!, bulles à verre!, verres vides!, mon traitement à la pharmacie!, médicaments à la
        pharmacie!, mes médicaments!, aller à la pharmacie!, passer à la pharmacie!, prescription!, pommade à
        la pharmacie, bureau de poste!, aller à la poste!, envoyer un colis!, poster une lettre!, poster!,
        timbres!, recommandé à la poste!, point relais!, biblio!, rendre des livres!, livres à la
        bibliothèque!, aller au marché!, le marché!, marché du!, marché aux, légumes au marché!, marchand de
        journaux!, gazette!, journal au!, tabac, cigarettes!, lotto!, vêtements neufs!, acheter un manteau!,
        acheter des chaussures!, souliers!, pantoufles!, laine!, mercerie!, tissu acheter, lunettes chez,
        piles acheter, nettoyage à sec!, teinturerie!, cordonnerie!, recyparc!, déchetterie!, rapporter!, me
        rapporter!, ramener du pain!, me ramène du pain!, aller me chercher du!, me prendre un pain, prendre
        du pain!, échanger un pot!, shampoing!, savon, cageot, kilos!, soldes!, ramener du magasin!, caisse,
        bulle!, à la bulle, conteneur à habits!, vieux habits!, bouquet!, bouquet pour la tombe!,
        horloger!, un tailleur!, ce qui se porte!, rendre mes livres!, livres en retard!, acheter en
        ligne!,
    """,
}

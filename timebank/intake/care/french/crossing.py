"""What crosses a boundary, as it is said in French."""

SAYS = {
    "bodily_care": """
        rincer .. mari/femme/papa/maman/mere/pere, bigoudis .. mettre/poser, chaussures/chaussettes ..
        pencher, tartine .. morceau/bouche, fourchette/cuillere .. bouche, de la chaise/du_lit au fauteuil/
        lit, bouillie/panade .. <who>, donne/donner ?sa/la bouillie/panade, orteils .. creme, creme ..
        orteils, prendre/prenne/prend/donner/donne/faire .. douche/bain/bains, entrer/rentrer/sortir/sort/
        monter/ descendre/mettre/met/enjamber/aller/relever .. baignoire/bain/tub/douche, sous/dans ?la/ma/sa
        douche, dans/de/du ?la/ma/sa/le/mon bain/baignoire .. entrer/sortir/aider, me/se/m/s/te/la/le/l
        doucher/ douche/baigner/baigne, doucher .. <who>, baigner .. <who>, un/son/mon bain ?a/de <who>,
        soins/soin .. corporels/corporel/hygiene/intimes/intime/corps/personnels, hygiene/proprete ?intime/
        corporelle/ personnelle/de .. <who>/<my>/intime/corporelle, faire ?la/sa/ma/une/un/leur ?petite/brin/
        bout/peu ?de toilette/toilete, toilette/toilete du/de/intime/complete/au .. <who>/matin/soir/lit/
        lavabo/<my>, aide/ aider .. toilette/toilete, la/ma/sa toilette ?du/le/au matin/soir/lit/quotidienne,
        toilette .. <who>, petite toilette, gant de toilette, debarbouiller/debarbouille/debarbouiler, se/me
        ?tenir/garder propre, tenir/tiens/garder/garde/rester/reste/mettre .. propre, se/me rafraichir,
        rafraichir <who>/un peu/<my>, laver la tete, laver les cheveux, laver <my> cheveux/tete/dos/pieds/
        figure/corps, shampoing/ shampooing .. <who>/moi/faire/lavabo/tete/cheveux, coiffer <my>, bigoudis,
        mise en plis, aide/aider/ aidez/aiderait/m_aide .. laver/habiller/doucher/baigner/lever/deshabiller/
        raser/coucher/relever/ manger_seule/chausser, me/se/la/le/l/m laver et, laver et habiller, habiller
        et, deshabiller/ deshabille, s/m/l/t habiller, mettre/enlever/oter/enfiler/retirer/passer/met/
        attacher/agrafer/ boutonner/fermer/ajuster/remonter/tirer .. <clothes>, <clothes> .. mettre/enfiler/
        enlever/attacher/ agrafer/oter/retirer, bas/chaussettes de/a contention/varices/compression/
        elastiques, bas varices, rhabiller, aux toilettes/wc/vecees avec/seule/seul/la/le/sans, <one>/aide/
        aider/accompagner/amener/ emmener/conduire/mettre/aller/lever/arrive .. aux/sur/au/des ?la/le/les
        toilettes/wc/cabinet/cabinets/ pot/petit_coin/trone/bassin/vase/w_c/panne/cour/chaise_percee, petit
        coin .. aider/aide/seule/seul/ accompagner, petits besoins, ses/mes/leurs besoins, grosse commission,
        petite commission, faire pipi/ caca, pipi, uriner, urine+, urinal, selles, incontinen+, incontinence,
        lavement, diarrhee, bassin de lit, vider ?le/son/mon/la pot/bassin/seau/urinal/vase/panne, essuyer ..
        derriere/ fesses/cul/<who>/ <me>, torcher, fesses, changer/change/changee/changees/mettre/remplacer/
        enlever/ remettre .. langes/ lange/couche/couches/protection/protections/pampers/pants/
        serviette_hygienique/ garniture/tena/alese/ molleton, la/le/l change, changer ?le/la/l/mon/ma/notre/
        bonne/grand <who>, lavee et/changee/habillee/ mise/propre, <who> doit/doivent etre/se_faire lave/
        lavee/changee/change/habille/ rase/leve/retourne/ nourri/nourrie/porte/soigne/soignee/laver/torche/
        retournee, fait/font/fais dessous/ sous/dans .. elle/ lui/moi/culotte/lit, s oublie, se/me retenir/
        oublie/souille/mouille, petits/petit accident/accidents, fuites urinaires, mes/ses/des fuites .. nuit/
        urin/protection/la nuit, mouille son/ mon lit, ongles de/ des/du .. pieds/pied/orteils/mains/doigts/
        <who>/<my>, ongles d orteils, couper/ tailler/faire/limer/ soigner .. ongles/orteils/cors, cors aux
        pieds, callosites, soins des pieds, pedicure a domicile, raser/rase/rasage .. <who>/<me>/barbe/matin/
        lui/bras, me/se/le/l raser, raser le/ mon, tailler/faire/ couper/raser .. barbe/moustache, rasage,
        mettre/remettre/met/coucher/aider/aide/ hisser/tirer/sortir/ lever/mise/sort .. au/du/dans_le/
        dans_son/dans_mon/de_son/de_mon lit, lever/leve/ levee .. du/de_son/ de_mon/de_sa/du_fauteuil lit/
        fauteuil/chaise, lever/relever/soulever/porter/ redresser/tirer/sortir/ hisser/asseoir/installer/
        extraire .. <who>/<me>/moi .. lit/fauteuil/chaise/ divan/canape/coussins/ oreillers, m/l/les/le/la/me/
        aider/aide .. a/au lever/coucher/relever/redresser/ asseoir/mettre_au_lit, aide/aider/aidez .. mettre/
        sortir/lever/coucher/aller/au .. lit, lever et .. coucher, <me> lever/ relever/soulever/redresser ?du/
        de/le/chaque/tous/a, <me> coucher, coucher <who>, coucher le/la/mon/ma/ notre .. <who>, leve
        personne+, souleve+ .. malade, transfert/transferts, passer/ transferer du lit, de son/mon lit a/au ..
        fauteuil/chaise, retourner/retourne/retournee/tourner/tourne .. lit/heures/ nuit/<who>, prepare/
        preparer .. pour la nuit/le_coucher/dormir, mettre .. chemise de nuit, border .. <who>, a la cuillere/
        cuiller/petite_cuillere/becquee, becquee, donner/donne/donnerait/faire/fait/ fasse/prendre/aide/aider
        .. manger/boire/repas/soupe/panade/bouillie .. <who>/<me>/seule/seul/ cuillere, donner ?lui/moi/nous
        .. a manger/son_repas/sa_soupe/sa_panade, faire/fait manger/boire ?a ?ma/mon/notre/la/le/les/maman/
        papa/bonne/grand .. <who>, <who>/lui/m .. faire/fait/donner/donne/aider .. manger/boire/son_repas,
        aider/aide .. a manger/avaler/boire, ne sait/ peut/savait ?plus .. manger/ boire/se_laver/s_habiller/
        se_lever seul/seule, nourrir ?la/le/mon/ma .. <who>, nourrir <my>, ne tient/ tenir plus .. fourchette/
        cuillere/couverts, couper sa viande, bavoir, fausse route, dents/dentier/ appareil/rateliers/ratelier/
        prothese .. brosser/laver/nettoyer/mettre/ remettre/oter/enlever/rincer/ bouche/place, brosser/laver/
        nettoyer/mettre/remettre/oter/enlever/rincer/ placer .. dents/dentier/ ratelier/prothese/bouche,
        nettoyer .. oreilles/nez/derriere, soins de bouche, creme/pommade/lotion/ huile/baume/onguent/lait ..
        dos/jambes/jambe/corps/pieds/epaule/epaules/peau/ bras/etaler/mettre/ appliquer/masser/frotter/<who>,
        mettre/etaler/passer/appliquer/enduire/tartiner/ frotter/etendre .. creme/pommade/lotion/onguent/
        baume/huile, frictionner/friction/masser/masse/ massage/frotter/frotte .. <body>/<who>/<me>/camphre/
        alcool, frotter/masser/frictionner <my> <body>, <me>/lui masser/frictionner/ frotter .. <body>/alcool,
        agrafer .. dos/soutien/robe, prothese .. mettre/ jambe/attacher/fixer, mettre .. corset/orthese/
        prothese/attelle/minerve, soins/soin .. <who>, s occuper de/du .. corps/ hygiene/toilette, prendre/
        prend soin de/du ?ma/mon/sa/son/notre/grand/bonne .. <who>, escarre+, palliatif+, nursing
    """,
    "nursing": """
        pilules/comprimes/cachets .. melangees/melanges/trier/trie, dans ?mes/les/ses/l_oeil/l yeux/oeil ..
        fois/jour/matin/soir, me piquait/piquer/pique, prendre/prenne mon/le/son sucre, inhalateur .. remplir,
        remplir .. inhalateur, emplatre, piqure/piqures/piquer/piquouse/pique/injection/injections/seringue/
        seringues, injecter, aiguille dans .. ventre/bras/cuisse/fesse/peau, insuline ?a .. piquer/faire/
        matin/soir/injecter/ma/mon/sa/donner/ dose/donne, faire/donner/doser/injecter .. insuline, glycemie,
        mesurer/controler/prendre/surveiller/ verifier/tester/noter .. sucre/tension/diabete/temperature/
        pouls/fievre/glycemie/saturation/oxygene, tension .. prendre/mesurer/controler/noter/surveiller,
        piquer .. doigt, prise de sang a domicile/ chez_moi/a_la_maison, prendre ma/la/sa tension, soigner/
        soigne/soin/soins/nettoyer/nettoie/ desinfecter/panser/refaire/laver/guerir/suivi .. plaie/plaies/
        blessure/ulcere/escarre/escarres/ brulure/bobo/jambe_ouverte/cicatrice/coupure/pied_diabetique/
        ampoule_infectee/bouton_infecte/moignon/ talon, plaie/plaies/ulcere/ulceres .. soigner/nettoyer/
        panser/desinfecter/suinte/coule/refaire/ refermer/saigne/pue/bander/propre/pansement, jambe/plaie qui
        suinte/coule/purule, suinte, purulente, pus, pansement/pansements, sparadrap .. jambe/plaie/changer,
        compresse/compresses, bande/bandes/ bandage/bandages/bandelettes .. changer/mettre/refaire/enrouler/
        jambe/jambes/serrer/autour/remettre/ enlever, changer/mettre/refaire/enrouler/remettre/faire/serrer ..
        bandage/bandages/bandes/bande/ bandelette/pansement/meche, <body> .. bandee/bandees/bande, bander/
        bandee/bandees .. jambe/jambes/ pied/genou, agrafes/fils .. enlever/retirer/oter, enlever/retirer ..
        fils/agrafes/drain, points de suture, preparer/prepare/donner/donne/distribuer/prendre/prend/prenne/
        prends/prenait/verifier/verifie/ surveiller/avaler/avale/gerer/trier/ranger/remplir/classer/repartir/
        rappeler/oublie/oublier/trompe/ compter/administrer/controler/suivre/mettre/sortir/veille/voir ..
        <medicine>, <medicine> .. prenne/ prend/avale/oublie/oublier/prendre/preparer/trompe/heure/
        matin_et_soir/pilulier/semainier/boite/ donner/melange/trier/repartir, pilulier/semainier .. remplir/
        preparer/faire/garnir/semaine/ranger, remplir/preparer/faire/garnir .. pilulier/semainier/
        boite_a_pilules, semainier, prise .. <medicine>, patch .. morphine/coller/poser/douleur/changer/dos/
        epaule, coller/poser/changer .. patch, suppositoire+, suppo+, gouttes dans/pour .. yeux/oeil/oreille/
        nez/mettre/oreilles, mettre/instiller/ verser/faire/mettra/met .. gouttes, gouttes .. mettre/
        instiller, collyre .. mettre/oeil/yeux/fois, collyre, mettre .. collyre, pommade .. oeil/yeux/
        paupiere, sonde, catheter, stomie, anus artificiel, poche/sac/sachet .. vider/changer/urine/stomie/
        vider/coller/ventre, vider/changer .. poche/ sac_d_urine/sachet/sonde, perfusion+, baxter, oxygene,
        bonbonne .. oxygene/changer, aerosol+, nebuli+, puff/inhalateur .. donner/faire/aider/prendre, aspirer
        .. glaires/mucosites, dialyse a domicile, canule, tracheo+, morphine, pompe a morphine, cherche/
        cherchons/recherche/faut/faudrait/besoin/ trouver/voudrais/remplacer/veux/aurait/demande .. <nurse>,
        <nurse> .. pour_ma/pour_mon/pour_mes/ pour_me/domicile/urgent/conge/vacances/greve/remplacer/
        ne_vient_plus/ne_passe_plus/malade, <nurse> a domicile, soins/soin ?de/a infirmiers/infirmier/sonde/
        medicaux/medical/palliatifs/plaie/ plaies/sante/ nursing, soins/soin .. infirmiers/medicaux, acte
        infirmier, aide medicale, croix jaune et blanche, anti coagulant+, anticoagulant+, prick
    """,
    "money": """
        faire mes paiements/virements, mot de passe .. banque/paiements, signer .. banque/nom, a la banque en
        mon nom, automate .. ma place, avancer/avance/preter .. jusqu, billet de cent/cinquante, retirer/
        retire/retirerait/sortir/tirer/prelever/chercher/prendre/aller_chercher/toucher/ramener .. argent/
        sous/billets/liquide/cash/pension/euros/euro/pognon/pepettes .. carte/banque/mur/distributeur/
        guichet/code/compte/poste/bancontact/moi, retirer/retire/tirer/prelever/sortir .. argent/sous/billets/
        liquide/cash/pension/euros/euro/guichet/distributeur, toucher/encaisser .. pension/cheque/mandat,
        argent/sous/billets/cash/euros .. au mur/distributeur/guichet/bancontact/banque/bancomat,
        distributeur, bancontact, mister cash, guichet automatique, selfbank, self bank, preter/prete/
        preterait/avancer/avance/avancerait/depanner/emprunter/emprunte/prets .. argent/sous/euros/euro/fric/
        billet/loyer/fin_du_mois/pension/quelques_sous/centaine/cent/cinquante/deux_cents, argent/sous/euros/
        fric/billet .. preter/prete/emprunter/avancer/avance/depanner, depanner .. jusqu/fin_du_mois/pension,
        jusqu a ?ma/la/mon pension/fin_du_mois/paie, court/juste/a_sec .. fin de mois/fin_du_mois/pension/
        argent, avance d argent, une avance, credit, payer/paye/regler/regle/paie .. factures/facture/loyer/
        dettes/comptes .. place/carte/moi/compte/code/internet/banque/avec_mon/avec_ma/nom, payer/regler/paye
        ?toutes mes/ses/les/nos factures/dettes/comptes/loyer, faire/fait/signer/encoder .. virement/
        virements, virements de, verser .. argent/euros/ compte/loyer, compte/comptes/livret ?d .. epargne/
        gerer/tenir/bancaire/banque/argent/procuration, livret, gerer/gere/tenir/tienne/s_occuper_de/
        administrer/surveiller/prendre_en_main/placer/garder/ confier/occuper .. argent/sous/comptes/compte/
        budget/finances/economies/bancaire/portefeuille/ affaires_de_banque, carte/bancontact/visa .. code/
        avec_le_code/retirer/distributeur/argent/donner/ confier, code ?secret de ?ma/sa/la carte, code
        secret, donne/donner/donnerai/confier/confie .. carte/ code .. banque/argent/retirer/sous/courses_et/
        code/bancaire/guichet, operations bancaires/de_banque, affaires/papiers de banque, banque .. ma place/
        mon_nom/pour_moi, a ma place .. banque/signer/argent/ payer/guichet, signer/signature .. place/nom,
        procuration+, placer/placement/placements/investir/ actions/obligations/bourse .. argent/economies/
        sous, placements, investir, economies, mes/ses/d epargnes/epargne, mon/son/l argent/pognon/fric/magot,
        mes/ses sous, administrateur de biens, se porter garant, garant, caution .. loyer/payer, heritage ..
        partager/gerer, mon budget
    """,
    "intensive": """
        s occuper de/d <who>/nous/lui/elle, sans surveillance, de neuf/huit a cinq/six chez, reprend/reprendre
        .. charge, n arrive plus .. occuper, reste/rester avec/pres/aupres ?de <my> <who> .. travaille/
        travail/jours, toute sa tete, dort/dormir chez moi/nous, jour et nuit, nuit et jour, 24 sur 24, 24 h
        sur 24, 24h sur 24, 24 heures sur 24, 24h 24, 24 24, 24 heures, 7 jours sur 7, sept jours sur sept, 7
        sur 7, vingt quatre heures+, temps plein, plein temps, a demeure, du matin au soir, matin midi et
        soir, permanence .. <who>/pres/surveill+, en permanence, permanente/constante/continue/continuelle
        surveillance/presence/garde/attention, surveillance/ presence/garde .. permanente/constante/continue/
        nuit/jour/<who>, sans arret .. <who>/surveiller, toute/toutes/entiere/entieres ?la/les/sa journee/
        journees/nuit/nuits/semaine .. avec/pres/chez/aupres/ <who>/garder/surveiller/lui/occuper/veiller,
        avec/pres/chez/aupres/garder/surveiller/occuper/rester .. <one>/<my> .. toute/toutes ?la/les/sa
        journee/journees/nuit/nuits/semaine, journees/journee entieres/ entiere, chaque/toutes_les nuit/nuits,
        tous/chaque ?les jour/jours .. occuper/garder/surveiller/ veiller/rester/aupres/chez , dormir/dort/
        dorme/coucher/loger/passer/passe/rester/reste/veiller/veille/ garder/garde .. ?la/les/des/une/
        quelques/deux/trois/sa nuit/nuits, nuit/nuits .. chez/avec/pres/ aupres/dormir/veiller/surveiller/
        garder/lever/rester/garde/occuper/relayer, dormir/dorme/dort/loger/ coucher .. chez/pres/aupres/
        a_cote/avec .. <who>/nous/elle/lui/moi, veiller/veille/veillee .. <who>/ malade/nuit, garde/gardes de/
        pour ?la nuit/nuits/malade/jour/<who>, garde malade, veilleur/veilleuse de nuit, la nuit aussi, nuits,
        surveiller/surveille/garder/garde/veiller/veille/oeil/gardienne/ gardiennage ?sur/un/sur_notre ..
        <who>, garder .. <my> <who>, un oeil sur ?ma/mon/notre .. <who>, avoir/avoir_l/garder .. oeil sur
        <who>/elle/lui, ne/jamais/pas .. peut/sait/peux/doit/faut/laisser/ laisse/ose .. pas/plus/jamais
        ?etre/rester/laisser/la/le/etre_laissee seul/seule/sans_surveillance, ne peut/sait/peux/pouvons/
        peuvent/puis/doit/faut/ose .. pas/plus/jamais/rester/etre/laisser .. seul/seule .. minute/maison/
        instant/<who>, jamais seule/seul, laisser/laisse/laissee .. seule/seul .. minute/ instant/jamais/
        maison/moment/<who>, pas/plus .. laisser/laissee/rester ?une ?toute seule/seul, pas/ plus/ni une
        minute/seconde/instant .. seul/seule/tranquille/repos, seul/seule ?une/cinq/pas/meme minute/minutes/
        instant/moment/seconde, toujours .. quelqu un .. pres/avec/aupres/chez/cote/la, quelqu un en
        permanence/toujours/sans_cesse, erre, errer, fugue, fuguer, se/s sauve/sauver/echappe/enfuit/ perd ..
        rue/maison/dehors/nuit, part/sort/partir/sortir .. toute seule/tout_seul/en_pyjama/ en_pantoufles/
        en_chemise/dans_la_rue, se perd/promene .. rue/nuit/quartier, il/elle se perd, elle/il ouvre/laisse ..
        gaz/porte/allume, perd la tete .. seule/seul/surveiller/garder, habiter/habite/vivre/ vive/
        vienne_vivre/logee/nourrie/nourri/installer/emmenager/loger .. chez/avec .. nous/moi/<who>/lui/ elle,
        vivre/habiter a demeure, nourri et loge, nourrie et logee, logee nourrie, loge et nourri, loger chez,
        contre/echange .. logement/chambre/logis, chambre .. echange/contre .. s_occuper/soin/garder, prendre/
        prenne/prend le relais/releve, relayer/relaie/relaye .. nuit/nuits/famille/fille/soins/aupres/ soir/
        garde, releve/relever ?ma/mon/la .. nuit/soeur/famille/fille/garde, remplacer .. famille/aidant+/
        fille .. <who>/s_occuper/soins/nuit/garder/quinze/semaine, aidant+ proche+ .. relayer/relais/
        remplacer/souffler/repit/fatiguee/epuisee, repit, prise en charge complete/totale, s occuper/occupe/
        occuperait/occuper de/d/du .. <who>/elle/lui .. jour/jours/semaine/semaines/temps/matin/nuit/complet+/
        completement/tout/vacances/quinze, s occuper/occupe/occuperait ?entierement de/du ?ma/mon/notre/bonne/
        grand <who>
    """,
}
NAMES = {
    "bodily_care": """
        bas de contention, chaussettes de contention, protections, langes .. <who>/mon_mari/ma_mere, douche,
        dentier, alite, alitee, grabataire+, chaise percee
    """,
    "nursing": """
        medicaments/medicament, pilules/pilule, cachets, comprimes, gelules, insuline, plaie, plaies, pommade,
        glycemie, semainier, pilulier, soins a domicile, tension, collyre, bandages, ulcere, onguent, gouttes
    """,
    "money": "virement, virements",
    "intensive": "",
}

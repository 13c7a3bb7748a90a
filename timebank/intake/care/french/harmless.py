"""What makes French words of care harmless: things, errands, lifts, what others do, what is denied."""

THINGS = """
chien chiens chienne chat chats chatte minou canari oiseau oiseaux poisson poissons lapin lapins poule
poules plante plantes fleurs fleur jardin tombe chemises chemise lunettes voiture auto velo rideau rideaux
robinet chasse evier joint silicone papier poussette moutons vitres carreaux fenetres fenetre linge draps
drap vaisselle sapin poupee poupees haie mur terrasse animaux animal enfants enfant maison table sol
couverture couvertures vetements habits manteau ampoule pile pneu serrure meuble meubles armoire lampe
nappe serviettes essuies verre verres bac seau caisse sac sacs valise colis poubelles poubelle mots lit
matelas orchidee tapis pull creche pelouse moustiquaire bebe rosiers rosier potager geraniums tondeuse
television peau_de_vache
"""
SKIPPED = """
lundi mardi mercredi jeudi vendredi samedi dimanche quotidiennement doucement bien convenablement matin
soir chaque regulierement vite completement entierement vieux vieille pauvre cher chere gros malade
handicape handicapee paralyse paralysee dement demente invalide agee age grabataire aussi correctement
tete
"""
ARTICLES = """
le la les un une des mon ma mes son sa ses notre nos leur leurs ce cette ces du au l d votre vos
"""
ERRAND = """
chercher/cherche/prendre/aller/acheter/achete/rapporter/rapporte/ramener/ramene/passer/deposer/porter/
apporter/recuperer/commander/courir/manque/retirer .. pharmacie/pharmacien/pharma/magasin/bandagiste/
droguerie/mutuelle/officine/grande_surface/delhaize/colruyt/kruidvat, pharmacie/pharmacien/magasin/
bandagiste/droguerie, acheter, rapporter, ordonnance, n ai/est plus de, plus de <medicine>, courses,
commissions, emprunter/emprunt/preter/prete/preterait, coudre/recoudre/repriser/raccommoder/repasser/
repassage/reparer, casse/cassee
"""
LIFT = """
chez ?le/la/l/mon/ma/un/une docteur/infirmiere/coiffeur/coiffeuse/pedicure/medecin/dentiste/podologue/
kine/oculiste/specialiste/opticien/bandagiste/generaliste/dermatologue/cardiologue/pharmacien, a/jusqu ?a
?l/la hopital/clinique/consultation/polyclinique/dispensaire/centre/piscine/maison_medicale/dialyse/salon/
residence/laverie, au/aux cours/home/dispensaire/urgences/labo/hammam/service/centre/salon_lavoir/
controle, cours/formation/conference/atelier de/d/sur/secourisme, trajet, me conduire, me deposer,
conduire
"""
BY_OTHERS = """
vient deja, passe deja, viennent deja, l/mon/une/notre/ma/mes/les/la/des/son/cette <nurse>/aide_familiale/
aide_menagere/coiffeuse/kine/pedicure/docteur/toiletteur ?a/qui/m/me/nous/du/est/y/de .. vient/passe/fait/
font/viennent/passent/lave/soigne/occupe/venir/venue/passera/passee/donne/met/parti/partie, par ?l/mon/
une/la/les/nos/d/des <nurse>/aide_familiale, l <nurse> et, avec l <nurse>, aide familiale .. vient/passe/
fait/occupe/lave/ pour_ca, pour ca j ai, pour ca il y a, pour ca on a, en attendant l <nurse>, apres/
avant/avec/quand/ pendant/que ?le/la/l/passage/mon/ma/de <nurse>/aide_familiale/coiffeuse/kine, etais/
etait/est/ex/ancienne/ ancien/suis .. <nurse>/retraitee, carte/fleurs/remercier/cadeau/cafe .. <nurse>,
ouvrir .. <nurse>/ coiffeuse/kine, pour ca, ma/mon fille/fils/soeur/belle_fille/niece ?qui me/m lave/aide/
fait/soigne
"""
GONE = """
ne/n .. plus, vient/passe/peut/sait pas, conge, vacances, malade, greve, arrete, en voyage, partie, jamais
"""
DONE = """
ca c est fait/arrange/regle/ma_fille/infirmiere, c est deja fait/regle/arrange, pour ca j ai/il_y_a/on_a/
elle_a/l/ma, je me debrouille ?encore, ca je sais ?encore, ca va encore, s en occupe+, s en charge+, ma
fille s en/le_fait, je le fais moi meme
"""
DENIED = """
pas ?besoin de/d/pour/question ?la/le/les/l/d/de/une/un, sans, aucun+, rien a voir avec, ni, pas des,
encore bien, encore seule/seul, autrefois, jadis, avant, pas ?pour/pas_a, plus besoin de/d, ce n est pas,
pas un, pas une
"""
SEEMING = """
lampe/table/veilleuse de nuit, messe de minuit, bonnet de nuit, boite de nuit, carte/cartes postale/
postales/de_voeux/d_anniversaire/sim/mobib, jouer/partie .. cartes, code .. gsm/telephone/ordinateur/
tablette/wifi/itsme/porte/alarme/ordi/smartphone/pin/parlophone, gsm .. code, rideau de douche, papier
toilette, papier wc, table de toilette, trousse de toilette, produit+ de toilette, nuits blanches, gant/
rideau/pommeau/robinet/joint/tapis/cabine/bac/porte/siege/paroi .. douche/baignoire/bain, douche/
baignoire/bain/toilettes/wc/lavabo .. coule/fuit/bouche/bouchee/bouches/robinet/joint/reparer/installer/
detartrer/deboucher/nettoyer/peindre/peinture/placer/fuite/goutte, nettoyer/peindre/deboucher/detartrer/
reparer/carreler/repeindre/installer/placer/refaire/fixer .. douche/baignoire/bain/toilettes/wc/lavabo,
maillot de bain, salle de bain/bains, chasse .. toilettes/wc, bain/bains pour les oiseaux/de_soleil/
de_foule, oeil sur ?ma/mon/la/notre .. maison/appartement/chat/chien, garder ?mon/ma/le/la/les/notre/nos
.. chien/chat/petits_enfants/maison/chats/courrier/cle, bruit .. nuit, coussin/fauteuil/appareil/siege de
massage, toute la nuit .. aboie/bruit/fete, nuit .. aboie
"""
EXPLAINED = """
expliquer/explique/expliquez/expliquerait, comprends/comprend/comprendre .. pas/rien/plus, lire/lise/lit,
accompagner .. banque, avec moi .. banque, banque avec moi, conduire .. banque
"""
ANIMALS = """
chien, chiens, chienne, chat, chats, chatte, minou, canari, oiseau, oiseaux, perruche, perroquet, poisson,
poissons, lapin, lapins, poule, poules, cobaye, hamster, animal, animaux, cheval, tortue
"""

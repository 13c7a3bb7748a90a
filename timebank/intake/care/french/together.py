"""Pairs of French phrases that cross a boundary where both stand near one another."""

TOGETHER = {
    "bodily_care": (
        (
            """
                ne/n sais/sait/peux/peut/peu/arrive/arrivons/savons/pouvons .. plus/pas/seule/seul, sais/sait/
                peux/peut/arrive plus/pas, aide/aider/aidez/aidee/aiderait/m_aide, besoin, faut/faudrait,
                demande/demandent/cherche/recherche quelqu_un/une/aide, doit/doivent etre, toute seule, tout
                seul, quelqu un ?qui/pour .. me/m/lui/l/la/le/ma/mon/sa
            """,
            """
                salle de bain/bains, toilette/toilettes/wc/baignoire/douche/petit_coin, lit/fauteuil/divan ..
                lever/sortir/mettre/coucher/relever/glisse/remonter, remonter/redresser/relever/lever/coucher/
                asseoir/soulever .. <me>/<who>/lit/fauteuil/chaise, glisse/tombe .. lit/fauteuil/chaise,
                ongles/orteils, bouche/fourchette/cuillere, culotte/slip/bas/chaussettes/soutien_gorge/
                pantalon/pyjama/chaussures/souliers, tirette/agrafes/boutons .. dos/robe/mettre, derriere/
                fesses, laver/habiller/deshabiller/raser/doucher/baigner, couche/couches/lange/langes/
                protection/mouillee/mouille/souillee/s_oublie, dentier/dents/barbe, propre/proprete/hygiene,
                manger/avaler/boire .. seule/seul/<who>, corps
            """,
        ),
    ),
    "nursing": (
        (
            """
                donner/donne/mettre/met/prendre/prend/faire/fait/veiller/verifier/oublie/confond/trompe/
                melange/emmele/cherche/quelqu_un/faut/doit/peut/sait
            """,
            """
                comprimes/cachets/pilules/gouttes/sirop/piqure/tension/sucre .. jour/matin/soir/fois/heure/
                chaque/semaine, bandes/bande/pansement/compresse, plaie/ulcere/pus/suinte, puff/aerosol/
                oxygene, sonde/poche .. mari/femme/changer/vider
            """,
        ),
    ),
    "money": (
        (
            "carte/code/sous/argent/liquide/euros/euro/cash/billets/pognon",
            """
                mur/distributeur/guichet/bancontact/machine/automate, ma/sa place, prete/preter/avancer/
                avance/depanner/emprunter, jusqu a ?ma/la pension/paie/fin, fin du/de mois, gerer/gere/garder/
                tenir/occuper/surveiller, tirer/retirer/chercher
            """,
        ),
        (
            "banque/compte/comptes/factures/pension/loyer",
            """
                a ma/sa place, pour ma/mon .. mere/soeur/mari/pere/femme/frere, payer/paye/regler .. internet/
                moi/place/oublie/tete, signer .. <who>, gerer/gere
            """,
        ),
    ),
    "intensive": (
        (
            "ne/n/pas/jamais/plus",
            """
                <who>/elle/il/l/la/le .. seule/seul .. minute/minutes/instant/moment/maison/jamais, laisser/
                laisse/rester/laissee .. seul/seule, quitter .. yeux, des yeux
            """,
        ),
        (
            """
                maman/papa/mere/pere/mari/femme/soeur/frere/elle/il/mamy/papy/bobonne/epouse/epoux
            """,
            """
                nuit .. leve/part/rue/sort/crie/debout/promene/appelle, leve/part/sort/crie .. nuit/rue,
                fugue/erre/se_sauve/se_perd/s_echappe, vivre/habiter/loger/dormir .. <who>/nous/moi/chez, chez
                <who> .. nuit/nuits/vivre/loger, etudiante/etudiant .. logee/loge/chambre/loger, matin au
                soir, nuit et jour, sans arret, toute la journee/nuit .. <who>/surveiller/garder, chaque/
                toutes_les nuit/nuits
            """,
        ),
    ),
}

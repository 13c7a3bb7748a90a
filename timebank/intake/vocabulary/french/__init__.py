"""French as it is spoken in Brussels."""

from timebank.intake.vocabulary.french import at_home, on_paper, on_the_way, with_people

WORDS = {**with_people.WORDS, **on_the_way.WORDS, **on_paper.WORDS, **at_home.WORDS}

COMMON = """
a afin ai aide aider aidez aime aimerais alors an ancien ancienne annee ans apprendre apres as assez au aucun
aucune aujourd aura aussi autour autre autres aux avais avait avant avec avez avoir avons beaucoup besoin bien
bon bonjour bonne bonsoir ca car ce cela celle celui certains ces cet cette ceux chaque cher cherche chercher
chere chez ci combien comme comment comprends compris coup d dame dans de debrouille debut deja demande depuis
derniere des desole deux devait devant dire dit dois doit donc donner dont dos du elle elles en encore endroit
enfin ensemble entre envie es est et etage etaient etais etait etes etre eu eux evidemment faire fais fait
faut femme fil fille fils fois font frere fut genou gentil gentille grace grand grande gros grosse hanche
heure heures hier hui ici il ils j jamais jambe je jeune jour journee jusqu jusque l la laisse le les leur
leurs loin long longue lourd lourds lui m ma madame mains maintenant mais maison mal malade maman mamie
maniere mari matin me meme merci mere mes mets mettre midi mieux minute mis moi moins mois mon monde monsieur
montre montrer mort n ne ni non nos notre nous nouveau nouvelle on ont ose oser ou oui papa par parce parfois
pas passe passer peine pendant penser personne petit petite petits peu peur peut peuvent peux plaisir plait
plus possible pour pourquoi pourrai pourrais pourrait pourriez pouvait pouvez pouvoir premiere prendre prends
pres presque puis qu quand quartier que quel quelle quelqu quelque quelques quelquun qui quoi rapidement
regarder reste rester rien rue s sa sais sait sans savait savez savoir se semaine sera serait seul seule
seulement si simplement soeur soir soit son sont sors sort sortir sous souvent suis sur surtout svp t ta tant
te tellement temps tes toi tombe tombee tomber tombera ton toujours tous tout toute toutes tres trop trouve
trouver tu un une urgent va vais vas venir vers veut veux vieille viens vient vieux vite vivre voila voir vois
voisin voisine vont vos votre voudrais voulais vous vrai vraiment vu y yeux
"""

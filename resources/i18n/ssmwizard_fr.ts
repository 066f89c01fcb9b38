<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source>Looking whether the plan is still right.</source>
        <translation>Vérification que le plan est toujours valable.</translation>
    </message>
    <message>
        <source>Stopped before anything was changed.</source>
        <translation>Arrêté avant toute modification.</translation>
    </message>
    <message>
        <source>Nothing was changed. {why}</source>
        <translation>Rien n’a été modifié. {why}</translation>
    </message>
    <message>
        <source>Nothing was changed: the credentials were refused. Sign in again.</source>
        <translation>Rien n’a été modifié&#xa0;: les informations d’identification ont été refusées. Connectez-vous de nouveau.</translation>
    </message>
    <message>
        <source>Nothing was changed: AWS does not tell who is signed in ({detail}).</source>
        <translation>Rien n’a été modifié&#xa0;: AWS n’indique pas qui est connecté ({detail}).</translation>
    </message>
    <message>
        <source>Nothing was changed: the profile leads to the account {now}, and the plan was made for {before}.</source>
        <translation>Rien n’a été modifié&#xa0;: le profil mène au compte {now}, alors que le plan a été établi pour {before}.</translation>
    </message>
    <message>
        <source>Nothing was changed: the plan was made as {before}, and {now} is signed in.</source>
        <translation>Rien n’a été modifié&#xa0;: le plan a été établi en tant que {before}, et c’est {now} qui est connecté.</translation>
    </message>
    <message>
        <source>Nothing was changed: there is nothing left to do.</source>
        <translation>Rien n’a été modifié&#xa0;: il ne reste rien à faire.</translation>
    </message>
    <message>
        <source>Nothing was changed: something is different in the account since the plan was made. Look at the new plan first.</source>
        <translation>Rien n’a été modifié&#xa0;: le compte a changé depuis l’établissement du plan. Examinez d’abord le nouveau plan.</translation>
    </message>
    <message>
        <source>Rehearsing: {what}</source>
        <translation>Essai à blanc&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Verdicts and findings</source>
        <translation>Verdicts et constats</translation>
    </message>
    <message>
        <source>Calls and answers</source>
        <translation>Appels et réponses</translation>
    </message>
    <message>
        <source>Nodes&apos; own words</source>
        <translation>Textes écrits par les nœuds</translation>
    </message>
    <message>
        <source>Changes made with this program</source>
        <translation>Modifications faites avec ce programme</translation>
    </message>
    <message>
        <source>Contents and checksums</source>
        <translation>Contenu et sommes de contrôle</translation>
    </message>
    <message>
        <source>What is in the bundle, made by which versions, and what is missing and why</source>
        <translation>Ce que contient le dossier, avec quelles versions il a été fait, ce qui manque et pourquoi</translation>
    </message>
    <message>
        <source>The findings, for programs</source>
        <translation>Les constats, pour les programmes</translation>
    </message>
    <message>
        <source>Every call that was made and its answer, to judge them again</source>
        <translation>Chaque appel effectué et sa réponse, pour pouvoir les juger à nouveau</translation>
    </message>
    <message>
        <source>The report, for people: opens in any browser, loads nothing</source>
        <translation>Le rapport, pour les personnes&#xa0;: s’ouvre dans tout navigateur, ne charge rien</translation>
    </message>
    <message>
        <source>The report as plain text</source>
        <translation>Le rapport en texte brut</translation>
    </message>
    <message>
        <source>This computer: versions, paths, the shape of its AWS configuration, its settings</source>
        <translation>Cet ordinateur&#xa0;: versions, chemins, forme de sa configuration AWS, paramètres</translation>
    </message>
    <message>
        <source>What was changed in this account with this program, by whom and when</source>
        <translation>Ce qui a été modifié dans ce compte avec ce programme, par qui et quand</translation>
    </message>
    <message>
        <source>The description of the findings&apos; form</source>
        <translation>La description de la forme des constats</translation>
    </message>
    <message>
        <source>The findings, for build systems (JUnit)</source>
        <translation>Les constats, pour l’intégration continue (JUnit)</translation>
    </message>
    <message>
        <source>The findings, for code scanning (SARIF)</source>
        <translation>Les constats, pour l’analyse de code (SARIF)</translation>
    </message>
    <message>
        <source>What happened when: the inspection, and the changes around it</source>
        <translation>Ce qui s’est passé et quand&#xa0;: l’inspection, et les modifications autour d’elle</translation>
    </message>
    <message>
        <source>The error of ssmwizard itself, and where in it: without values of variables, without secrets</source>
        <translation>L’erreur de ssmwizard lui-même, et son emplacement&#xa0;: sans valeurs de variables, sans secrets</translation>
    </message>
    <message>
        <source>How to read the bundle</source>
        <translation>Comment lire le dossier</translation>
    </message>
    <message>
        <source>Checksums of all files</source>
        <translation>Les sommes de contrôle de tous les fichiers</translation>
    </message>
    <message>
        <source>The console output of the instance, the end of it</source>
        <translation>La fin de la sortie de console de l’instance</translation>
    </message>
    <message>
        <source>What the node answered when it was asked</source>
        <translation>Ce que le nœud a répondu quand il a été interrogé</translation>
    </message>
    <message>
        <source>A file of another version of this program</source>
        <translation>Un fichier d’une autre version de ce programme</translation>
    </message>
    <message>
        <source>Asking who is signed in</source>
        <translation>Identification de l’utilisateur connecté</translation>
    </message>
    <message>
        <source>Listing nodes</source>
        <translation>Liste des nœuds</translation>
    </message>
    <message>
        <source>Reading settings, roles and networks</source>
        <translation>Lecture des paramètres, des rôles et des réseaux</translation>
    </message>
    <message>
        <source>Reading what the roles may do</source>
        <translation>Lecture des autorisations des rôles</translation>
    </message>
    <message>
        <source>Looking for another service role</source>
        <translation>Recherche d’un autre rôle de service</translation>
    </message>
    <message>
        <source>{count} nodes so far</source>
        <translation>Nœuds trouvés jusqu’ici&#xa0;: {count}</translation>
    </message>
    <message>
        <source>There was no proper answer to {call}, so it is not known whether it worked. Inspect again before anything else. ({message})</source>
        <translation>{call} n’a pas reçu de réponse correcte&#xa0;: on ne sait pas si l’opération a réussi. Refaites une inspection avant toute autre action. ({message})</translation>
    </message>
    <message>
        <source>AWS refused {call}: the right {right} is missing. Somebody who has it can make this change. AWS said: {message}</source>
        <translation>AWS a refusé {call}&#xa0;: l’autorisation {right} manque. Une personne qui la possède peut faire cette modification. Message d’AWS&#xa0;: {message}</translation>
    </message>
    <message>
        <source>AWS did not accept the credentials for {call}. Sign in again, then retry.</source>
        <translation>AWS n’a pas accepté les informations d’identification pour {call}. Connectez-vous de nouveau, puis réessayez.</translation>
    </message>
    <message>
        <source>The account makes too many requests ({call}). Wait a minute, then retry.</source>
        <translation>Le compte envoie trop de requêtes ({call}). Attendez une minute, puis réessayez.</translation>
    </message>
    <message>
        <source>AWS refused {call}, since a quota is reached: {message} Take something off that is not needed, or have the quota raised.</source>
        <translation>AWS a refusé {call}, car un quota est atteint&#xa0;: {message} Retirez quelque chose d’inutile, ou faites augmenter le quota.</translation>
    </message>
    <message>
        <source>AWS refused {call}, since somebody is changing the same thing right now. Look again when that is done.</source>
        <translation>AWS a refusé {call}, car quelqu’un est en train de modifier la même chose. Vérifiez de nouveau quand ce sera fait.</translation>
    </message>
    <message>
        <source>{call} failed. AWS said: {message} ({code})</source>
        <translation>Échec de {call}. Message d’AWS&#xa0;: {message} ({code})</translation>
    </message>
    <message>
        <source>This was stopped midway ({message}), so it is not known how much of it was done. Look at this computer again before anything else.</source>
        <translation>Ceci a été arrêté en cours de route ({message})&#xa0;: on ne sait pas quelle part a été faite. Vérifiez de nouveau cet ordinateur avant toute autre action.</translation>
    </message>
    <message>
        <source>That failed on this computer: {message}</source>
        <translation>Échec sur cet ordinateur&#xa0;: {message}</translation>
    </message>
    <message>
        <source>Nothing was called. {why}</source>
        <translation>Rien n’a été appelé. {why}</translation>
    </message>
    <message>
        <source>Nothing was changed: AWS tells a secret once when this is made, and there is no place to show it. Use the window, or a terminal.</source>
        <translation>Rien n’a été modifié&#xa0;: AWS ne révèle qu’une fois un secret lors de cette création, et il n’y a pas d’endroit où l’afficher. Utilisez la fenêtre, ou un terminal.</translation>
    </message>
    <message>
        <source>Another window or terminal (process {pid}, since {since} UTC) is changing something right now. Wait until it is done.</source>
        <translation>Une autre fenêtre ou un autre terminal (processus {pid}, depuis {since} UTC) effectue une modification. Attendez qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>Read-only mode is on, so nothing in the account can be changed.</source>
        <translation>Le mode lecture seule est activé&#xa0;: rien ne peut être modifié dans le compte.</translation>
    </message>
    <message>
        <source>The policy of this computer cannot be used, so nothing is changed. {problem}</source>
        <translation>La stratégie de cet ordinateur est inutilisable&#xa0;: rien n’est donc modifié. {problem}</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) allows no change at all.</source>
        <translation>La stratégie de cet ordinateur ({path}) n’autorise aucune modification.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) forbids the fix {fix}.</source>
        <translation>La stratégie de cet ordinateur ({path}) interdit la réparation {fix}.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) allows changes in some accounts only, and it is not known which account this is.</source>
        <translation>La stratégie de cet ordinateur ({path}) n’autorise les modifications que dans certains comptes, et on ne sait pas de quel compte il s’agit ici.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) allows no changes in the account {account}.</source>
        <translation>La stratégie de cet ordinateur ({path}) n’autorise pas de modification dans le compte {account}.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) allows no changes in the Region {region}.</source>
        <translation>La stratégie de cet ordinateur ({path}) n’autorise pas de modification dans la Région {region}.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) forbids opening a session to try it.</source>
        <translation>La stratégie de cet ordinateur ({path}) interdit d’ouvrir une session d’essai.</translation>
    </message>
    <message>
        <source>The policy of this computer ({path}) forbids asking nodes by Run Command.</source>
        <translation>La stratégie de cet ordinateur ({path}) interdit d’interroger les nœuds par Run Command.</translation>
    </message>
    <message>
        <source>{why} Whom to ask: {contact}</source>
        <translation>{why} À qui s’adresser&#xa0;: {contact}</translation>
    </message>
    <message>
        <source>Another window or terminal is changing something right now. Wait until it is done.</source>
        <translation>Une autre fenêtre ou un autre terminal effectue une modification. Attendez qu’elle soit terminée.</translation>
    </message>
    <message>
        <source>The journal cannot be written ({reason}). Without it nothing is changed, since nothing could be undone.</source>
        <translation>Impossible d’écrire dans le journal ({reason}). Sans lui, rien n’est modifié, car rien ne pourrait être annulé.</translation>
    </message>
    <message>
        <source>Stopped as you wished.</source>
        <translation>Arrêté à votre demande.</translation>
    </message>
    <message>
        <source>AWS did not tell what the next change needs: {what}</source>
        <translation>AWS n’a pas indiqué ce dont a besoin la modification suivante&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Stopped, because the journal cannot be written any more ({reason}).</source>
        <translation>Arrêté, car il n’est plus possible d’écrire dans le journal ({reason}).</translation>
    </message>
    <message>
        <source>All changes were made.</source>
        <translation>Toutes les modifications ont été effectuées.</translation>
    </message>
    <message>
        <source>The journal cannot be written any more ({reason}), so what runs on the nodes was not stopped and goes on.</source>
        <translation>Il n’est plus possible d’écrire dans le journal ({reason})&#xa0;: ce qui s’exécute sur les nœuds n’a donc pas été arrêté et se poursuit.</translation>
    </message>
    <message>
        <source>Waiting until AWS knows everywhere what was changed before.</source>
        <translation>Attente de la propagation dans AWS des modifications précédentes.</translation>
    </message>
    <message>
        <source>{why} No change was made before that.</source>
        <translation>{why} Aucune modification n’avait été effectuée auparavant.</translation>
    </message>
    <message>
        <source>{why} {made} of {total} changes were made before that; they cannot be taken back.</source>
        <translation>{why} Modifications effectuées auparavant&#xa0;: {made} sur {total}&#xa0;; elles ne peuvent pas être annulées.</translation>
    </message>
    <message>
        <source>{why} {made} of {total} changes were made before that; they can be undone with the entry {entry} of the journal.</source>
        <translation>{why} Modifications effectuées auparavant&#xa0;: {made} sur {total}&#xa0;; elles peuvent être annulées avec l’entrée {entry} du journal.</translation>
    </message>
    <message>
        <source>{what} It says: {line}</source>
        <translation>{what} Message&#xa0;: {line}</translation>
    </message>
    <message>
        <source>What this did cannot be taken back.</source>
        <translation>Ce qui a été fait ici ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Déjà annulé.</translation>
    </message>
    <message>
        <source>Nothing was changed by this, so nothing can be undone.</source>
        <translation>Rien n’a été modifié ici&#xa0;: il n’y a donc rien à annuler.</translation>
    </message>
    <message>
        <source>Everything was taken back.</source>
        <translation>Tout a été annulé.</translation>
    </message>
    <message>
        <source>Nothing was changed: this was done in the account {then}, and the profile {profile} leads to {now}.</source>
        <translation>Rien n’a été modifié&#xa0;: l’opération a eu lieu dans le compte {then}, alors que le profil {profile} mène à {now}.</translation>
    </message>
    <message>
        <source>Nothing was changed: {before} made this, and {now} is signed in.</source>
        <translation>Rien n’a été modifié&#xa0;: {before} a fait ceci, et c’est {now} qui est connecté.</translation>
    </message>
    <message>
        <source>Nothing was changed: the program ended while this was done, and the account does not tell whether it worked. Look at it yourself: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: le programme s’est arrêté pendant l’opération, et le compte n’indique pas si elle a réussi. Vérifiez vous-même&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed: the program ended while this was done, and what stands there now is neither what was before nor what this made of it. Somebody changed it. Look at it yourself: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: le programme s’est arrêté pendant l’opération, et ce qui s’y trouve maintenant n’est ni l’état d’avant ni celui que l’opération produit. Quelqu’un l’a changé. Vérifiez vous-même&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed: the program ended while this was done, and more than one thing in the account can be what it made. Look at it yourself: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: le programme s’est arrêté pendant l’opération, et plusieurs éléments du compte peuvent être celui qu’elle a créé. Vérifiez vous-même&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed: somebody changed this since, or it is gone. Undoing could do harm: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: quelqu’un a changé cet élément depuis, ou il n’existe plus. L’annulation pourrait causer des dégâts&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Blocked: {cause}</source>
        <translation>Bloqué&#xa0;: {cause}</translation>
    </message>
    <message>
        <source>Blocked, for {count} independent reasons. First: {cause} Nor does this hold: {others}.</source>
        <translation>Bloqué, pour {count} raisons indépendantes. La première&#xa0;: {cause} Autres conditions non remplies&#xa0;: {others}.</translation>
    </message>
    <message>
        <source>Could not be determined.</source>
        <translation>Impossible à déterminer.</translation>
    </message>
    <message>
        <source>Could not be determined. {reason}</source>
        <translation>Impossible à déterminer. {reason}</translation>
    </message>
    <message>
        <source>{state} In the way of some sessions: {cause}</source>
        <translation>{state} Un obstacle à certaines sessions&#xa0;: {cause}</translation>
    </message>
    <message>
        <source>Ready: {state}</source>
        <translation>Prêt&#xa0;: {state}</translation>
    </message>
    <message>
        <source>Degraded: {state} But: {cause}</source>
        <translation>Dégradé&#xa0;: {state} Mais&#xa0;: {cause}</translation>
    </message>
    <message>
        <source>Degraded: {state} But: {cause} Nor does this hold: {others}.</source>
        <translation>Dégradé&#xa0;: {state} Mais&#xa0;: {cause} Autres conditions non remplies&#xa0;: {others}.</translation>
    </message>
    <message>
        <source>{state} Whether there is {features} could not be determined. {reason}</source>
        <translation>{state} Impossible de déterminer si ces fonctions sont disponibles&#xa0;: {features}. {reason}</translation>
    </message>
    <message>
        <source>{state} Not known is whether this holds: {titles}.</source>
        <translation>{state} On ne sait pas si ces conditions sont remplies&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>{state} But mind: {warning}</source>
        <translation>{state} Mais attention&#xa0;: {warning}</translation>
    </message>
    <message>
        <source>A real session was opened on the node and ended again.</source>
        <translation>Une session réelle a été ouverte sur le nœud, puis refermée.</translation>
    </message>
    <message>
        <source>The node holds its channel for sessions open. Your own right to start a session was not tried.</source>
        <translation>Le nœud garde son canal de session ouvert. Votre propre droit de démarrer une session n’a pas été testé.</translation>
    </message>
    <message>
        <source>The node holds its channel for sessions open. Whether you may start a session was not seen. {reason}</source>
        <translation>Le nœud garde son canal de session ouvert. On n’a pas pu voir si vous avez le droit de démarrer une session. {reason}</translation>
    </message>
    <message>
        <source>The node holds its channel for sessions open, and the service lets you start a session.</source>
        <translation>Le nœud garde son canal de session ouvert, et le service vous autorise à démarrer une session.</translation>
    </message>
    <message>
        <source>The node holds its channel for sessions open, and as far as can be computed you may start a session; none was tried.</source>
        <translation>Le nœud garde son canal de session ouvert et, d’après la configuration, vous pouvez démarrer une session&#xa0;; aucune n’a été essayée.</translation>
    </message>
    <message>
        <source>{cause} For the same reason this does not hold either: {others}.</source>
        <translation>{cause} Pour la même raison, ceci n’est pas rempli non plus&#xa0;: {others}.</translation>
    </message>
    <message>
        <source>{one}; {other}</source>
        <translation>{one}&#xa0;; {other}</translation>
    </message>
    <message>
        <source>{titles}; and {count} more</source>
        <translation>{titles}&#xa0;; et {count} de plus</translation>
    </message>
    <message>
        <source>After {minutes} minutes it still does not work: {what}</source>
        <translation>Après {minutes} minutes, cela ne fonctionne toujours pas&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Pas encore vérifié.</translation>
    </message>
    <message>
        <source>{wait} Registered so far: {count} of {total}.</source>
        <translation>{wait} Enregistrées jusqu’ici&#xa0;: {count} sur {total}.</translation>
    </message>
    <message>
        <source>Looked again: it works. From now on it is to be found as {nodes}.</source>
        <translation>Nouvelle vérification&#xa0;: cela fonctionne. On le trouve désormais sous {nodes}.</translation>
    </message>
    <message>
        <source>{so_far} After {minutes} minutes the looking ended; look again once that was done.</source>
        <translation>{so_far} Après {minutes} minutes, la vérification a pris fin&#xa0;; vérifiez de nouveau une fois que ce sera fait.</translation>
    </message>
    <message>
        <source>{wait} Not seen yet is whether this holds: {titles}.</source>
        <translation>{wait} On n’a pas encore vu si ceci est le cas&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>{wait} This does not hold yet: {titles}.</source>
        <translation>{wait} Ceci n’est pas encore le cas&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>Looked again: it works.</source>
        <translation>Nouvelle vérification&#xa0;: cela fonctionne.</translation>
    </message>
    <message>
        <source>The change was made, but something else still stands in the way: {cause}</source>
        <translation>La modification a été effectuée, mais un autre obstacle subsiste&#xa0;: {cause}</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Nœuds</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspection</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Not reached yet</source>
        <translation>Pas encore atteint</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Instance tier</source>
        <translation>Niveau d’instances</translation>
    </message>
    <message>
        <source>Status of the setting</source>
        <translation>Statut du paramètre</translation>
    </message>
    <message>
        <source>No hybrid node was chosen; EC2 instances need no tier.</source>
        <translation>Aucun nœud hybride n’est choisi&#xa0;; les instances EC2 n’ont pas besoin de niveau.</translation>
    </message>
    <message>
        <source>The instance tier is gone from this account and Region; sessions need none.</source>
        <translation>Le niveau d’instances n’existe plus dans ce compte et cette Région&#xa0;; les sessions n’en ont pas besoin.</translation>
    </message>
    <message>
        <source>The instance tier is being changed to {tier}. Look again in some minutes.</source>
        <translation>Le niveau d’instances est en cours de passage à {tier}. Vérifiez de nouveau dans quelques minutes.</translation>
    </message>
    <message>
        <source>The advanced-instances tier is on.</source>
        <translation>Le niveau d’instances avancées est activé.</translation>
    </message>
    <message>
        <source>The service itself refused a session and asks for the advanced-instances tier, which is on. If it was turned on only now, look again in half an hour; otherwise check that this is the right Region.</source>
        <translation>Le service lui-même a refusé une session et demande le niveau d’instances avancées, qui est activé. S’il vient seulement de l’être, vérifiez de nouveau dans une demi-heure&#xa0;; sinon, vérifiez que c’est la bonne Région.</translation>
    </message>
    <message>
        <source>The service itself refused a session and asks for the advanced-instances tier. Check first that this is the right Region: a wrong one gives the same answer.</source>
        <translation>Le service lui-même a refusé une session et demande le niveau d’instances avancées. Vérifiez d’abord que c’est la bonne Région&#xa0;: une mauvaise Région donne la même réponse.</translation>
    </message>
    <message>
        <source>The tier is {tier}, and sessions on hybrid nodes need the advanced one here. Change it; that is charged for each hybrid node.</source>
        <translation>Le niveau est {tier}, et les sessions sur les nœuds hybrides nécessitent ici le niveau avancé. Changez-le&#xa0;; chaque nœud hybride est alors facturé.</translation>
    </message>
    <message>
        <source>The tier is {tier}. Whether sessions on hybrid nodes need the advanced one in the partition {partition} is not confirmed; if the service refuses a session for it, change it.</source>
        <translation>Le niveau est {tier}. Il n’est pas confirmé que les sessions sur les nœuds hybrides nécessitent le niveau avancé dans la partition {partition}&#xa0;; si le service refuse une session pour cette raison, changez-le.</translation>
    </message>
    <message>
        <source>The tier is {tier}. Since {date} AWS&apos;s pages say that sessions on hybrid nodes need no tier any more; the setting still exists, and this was not tried here. If the service refuses a session for it, change it.</source>
        <translation>Le niveau est {tier}. Depuis le {date}, les pages d’AWS indiquent que les sessions sur les nœuds hybrides n’ont plus besoin de niveau&#xa0;; le paramètre existe toujours, et cela n’a pas été testé ici. Si le service refuse une session pour cette raison, changez-le.</translation>
    </message>
    <message>
        <source>What the service said</source>
        <translation>Réponse du service</translation>
    </message>
    <message>
        <source>The instance tier allows sessions on hybrid nodes</source>
        <translation>Le niveau d’instances autorise les sessions sur les nœuds hybrides</translation>
    </message>
    <message>
        <source>Sessions on machines outside EC2 used to need the advanced-instances tier of the account and Region.</source>
        <translation>Les sessions sur les machines hors d’EC2 nécessitaient autrefois le niveau d’instances avancées dans le compte et la Région.</translation>
    </message>
    <message>
        <source>The network ACL of subnet {subnet} is not shown here.</source>
        <translation>La liste ACL réseau du sous-réseau {subnet} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>The addresses on the way are not all known, so {acl} does not decide it.</source>
        <translation>Les adresses du trajet ne sont pas toutes connues&#xa0;: {acl} ne permet donc pas de conclure.</translation>
    </message>
    <message>
        <source>Network ACL {acl} of subnet {subnet} has an entry that cannot be read ({rule}).</source>
        <translation>La liste ACL réseau {acl} du sous-réseau {subnet} a une entrée illisible ({rule}).</translation>
    </message>
    <message>
        <source>Network ACL {acl} of subnet {subnet} drops {what} for some addresses ({rule}). Whether this way uses them cannot be seen from here.</source>
        <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} pour certaines adresses ({rule}). Impossible de voir d’ici si ce trajet les utilise.</translation>
    </message>
    <message>
        <source>Network ACL {acl} of subnet {subnet} drops {what} at the ports {dropped} ({rule}). Connections from these ports fail, so it works only at times. Allow the ports {ports} there.</source>
        <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} sur les ports {dropped} ({rule}). Les connexions depuis ces ports échouent&#xa0;: cela ne fonctionne que par moments. Autorisez-y les ports {ports}.</translation>
    </message>
    <message>
        <source>The network ACLs let the request and its answer pass.</source>
        <translation>Les listes ACL réseau laissent passer la requête et sa réponse.</translation>
    </message>
    <message>
        <source>Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an outgoing rule with a lower number.</source>
        <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what}&#xa0;: {rule}. Autorisez TCP {ports} dans une règle sortante de numéro inférieur.</translation>
    </message>
    <message>
        <source>Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an incoming rule with a lower number.</source>
        <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what}&#xa0;: {rule}. Autorisez TCP {ports} dans une règle entrante de numéro inférieur.</translation>
    </message>
    <message>
        <source>Outgoing rule</source>
        <translation>Règle sortante</translation>
    </message>
    <message>
        <source>Incoming rule</source>
        <translation>Règle entrante</translation>
    </message>
    <message>
        <source>the request to the internet</source>
        <translation>la requête vers Internet</translation>
    </message>
    <message>
        <source>the answer from the internet</source>
        <translation>la réponse d’Internet</translation>
    </message>
    <message>
        <source>No other network ACL stands on the way.</source>
        <translation>Aucune autre liste ACL réseau ne se trouve sur le trajet.</translation>
    </message>
    <message>
        <source>the request of the node</source>
        <translation>la requête du nœud</translation>
    </message>
    <message>
        <source>the answer to the node</source>
        <translation>la réponse au nœud</translation>
    </message>
    <message>
        <source>A part of the public addresses is reached through other subnets than the rest. Which of them the service has cannot be seen from here. One part: {one}</source>
        <translation>Une partie des adresses publiques est atteinte par d’autres sous-réseaux que le reste. On ne voit pas d’ici lesquelles sont celles du service. Une partie&#xa0;: {one}</translation>
    </message>
    <message>
        <source>Inside the subnet {subnet} no network ACL applies.</source>
        <translation>Aucune liste ACL réseau ne s’applique à l’intérieur du sous-réseau {subnet}.</translation>
    </message>
    <message>
        <source>the request to the endpoint</source>
        <translation>la requête vers le point de terminaison</translation>
    </message>
    <message>
        <source>the endpoint&apos;s answer</source>
        <translation>la réponse du point de terminaison</translation>
    </message>
    <message>
        <source>The endpoint stands in no subnet.</source>
        <translation>Le point de terminaison n’est dans aucun sous-réseau.</translation>
    </message>
    <message>
        <source>Agent version</source>
        <translation>Version de l’agent</translation>
    </message>
    <message>
        <source>port forwarding</source>
        <translation>le réacheminement de port</translation>
    </message>
    <message>
        <source>SSH through Session Manager</source>
        <translation>SSH via Session Manager</translation>
    </message>
    <message>
        <source>{finding} Until then every session of a shell on this node fails; SSH and port forwarding do not use the key.</source>
        <translation>{finding} D’ici là, toute session de shell sur ce nœud échoue&#xa0;; SSH et le réacheminement de port n’utilisent pas la clé.</translation>
    </message>
    <message>
        <source>State of the key</source>
        <translation>État de la clé</translation>
    </message>
    <message>
        <source>The session preferences name no KMS key, so sessions are encrypted by TLS alone.</source>
        <translation>Les préférences de session n’indiquent aucune clé KMS&#xa0;: les sessions ne sont chiffrées que par TLS.</translation>
    </message>
    <message>
        <source>There is no KMS key {key} in this account and Region. Name one that exists in the session preferences; a key of another account has to be named by its ARN.</source>
        <translation>Il n’y a pas de clé KMS {key} dans ce compte et cette Région. Indiquez-en une qui existe dans les préférences de session&#xa0;; une clé d’un autre compte doit être désignée par son ARN.</translation>
    </message>
    <message>
        <source>The session preferences name a KMS key of blanks alone. Name a key that exists, or leave the member out.</source>
        <translation>Les préférences de session indiquent une clé KMS faite uniquement d’espaces. Indiquez une clé qui existe, ou omettez ce membre.</translation>
    </message>
    <message>
        <source>The session preferences name the KMS key {key}, which is no id, alias or ARN of one. Name a key that exists.</source>
        <translation>Les préférences de session indiquent la clé KMS {key}, qui n’est ni l’identifiant, ni l’alias, ni l’ARN d’une clé. Indiquez une clé qui existe.</translation>
    </message>
    <message>
        <source>The KMS key {key} is in {home}, and sessions in {here} can only use one that is here. Name a key of this Region in the session preferences.</source>
        <translation>La clé KMS {key} est dans {home}, et les sessions dans {here} ne peuvent utiliser qu’une clé de cette Région. Indiquez-en une dans les préférences de session.</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Type de clé</translation>
    </message>
    <message>
        <source>The KMS key {key} is of the kind {spec} for {usage}, and sessions need a symmetric one that encrypts. Name another key in the session preferences.</source>
        <translation>La clé KMS {key} est de type {spec}, pour l’usage {usage}, alors que les sessions exigent une clé symétrique de chiffrement. Indiquez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>The KMS key {key} is in the state {state} and encrypts nothing, so every session of a shell fails. {remedy}</source>
        <translation>La clé KMS {key} est à l’état {state} et ne chiffre rien&#xa0;: toute session de shell échoue. {remedy}</translation>
    </message>
    <message>
        <source>Whether the KMS key {key} can encrypt sessions does not show in its state and kind.</source>
        <translation>L’état et le type de la clé KMS {key} n’indiquent pas si elle peut chiffrer les sessions.</translation>
    </message>
    <message>
        <source>The KMS key {key} is enabled and of the right kind.</source>
        <translation>La clé KMS {key} est activée et du bon type.</translation>
    </message>
    <message>
        <source>encryption with a KMS key</source>
        <translation>le chiffrement avec une clé KMS</translation>
    </message>
    <message>
        <source>As far as can be computed, the node can decrypt sessions with the KMS key {key}.</source>
        <translation>D’après la configuration, le nœud peut déchiffrer les sessions avec la clé KMS {key}.</translation>
    </message>
    <message>
        <source>Enable it, or name another key in the session preferences.</source>
        <translation>Activez-la, ou indiquez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>Cancel its deletion and enable it, or name another key in the session preferences.</source>
        <translation>Annulez sa suppression et activez-la, ou indiquez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>Import its key material, or name another key in the session preferences.</source>
        <translation>Importez ses éléments de clé, ou indiquez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>Name another key in the session preferences.</source>
        <translation>Indiquez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>shell profiles</source>
        <translation>les profils de shell</translation>
    </message>
    <message>
        <source>KMS key of the log group</source>
        <translation>Clé KMS du groupe de journaux</translation>
    </message>
    <message>
        <source>{finding} Sessions open all the same, but are not logged there as they should be.</source>
        <translation>{finding} Les sessions s’ouvrent tout de même, mais n’y sont pas journalisées comme elles devraient l’être.</translation>
    </message>
    <message>
        <source>{finding} The preferences ask for encryption of that log group, so every session of a shell ends as soon as it begins.</source>
        <translation>{finding} Les préférences exigent le chiffrement de ce groupe de journaux&#xa0;: toute session de shell se termine dès qu’elle commence.</translation>
    </message>
    <message>
        <source>The session preferences name no log group.</source>
        <translation>Les préférences de session n’indiquent aucun groupe de journaux.</translation>
    </message>
    <message>
        <source>No log group can have the name {group}. Name one that exists in the preferences.</source>
        <translation>Aucun groupe de journaux ne peut porter le nom {group}. Indiquez-en un qui existe dans les préférences.</translation>
    </message>
    <message>
        <source>There is no log group {group} in this account and Region. Make it, or name another in the preferences.</source>
        <translation>Il n’y a pas de groupe de journaux {group} dans ce compte et cette Région. Créez-le, ou indiquez-en un autre dans les préférences.</translation>
    </message>
    <message>
        <source>No KMS key encrypts the log group {group}. Encrypt it with one, or do not ask for that in the preferences.</source>
        <translation>Aucune clé KMS ne chiffre le groupe de journaux {group}. Chiffrez-le avec une clé, ou n’exigez pas son chiffrement dans les préférences.</translation>
    </message>
    <message>
        <source>The log group {group} is there.</source>
        <translation>Le groupe de journaux {group} existe.</translation>
    </message>
    <message>
        <source>streaming to CloudWatch Logs</source>
        <translation>la diffusion vers CloudWatch Logs</translation>
    </message>
    <message>
        <source>As far as can be computed, the node can write to the log group {group}.</source>
        <translation>D’après la configuration, le nœud peut écrire dans le groupe de journaux {group}.</translation>
    </message>
    <message>
        <source>No session preferences were ever set here, so sessions follow the service&apos;s own: no logs, no key of yours, the user ssm-user, and an end after {minutes} idle minutes.</source>
        <translation>Aucune préférence de session n’a jamais été définie ici&#xa0;: les sessions suivent celles du service. Pas de journaux, pas de clé à vous, l’utilisateur ssm-user, et une fin après {minutes} minutes d’inactivité.</translation>
    </message>
    <message>
        <source>Session document</source>
        <translation>Document de session</translation>
    </message>
    <message>
        <source>The session document {document} cannot be used: {problem}. Sessions that follow it do not start. Correct it in the preferences of Session Manager.</source>
        <translation>Le document de session {document} est inutilisable&#xa0;: {problem}. Les sessions qui le suivent ne démarrent pas. Corrigez-le dans les préférences de Session Manager.</translation>
    </message>
    <message>
        <source>The session preferences can be read, and nothing in them contradicts the rest.</source>
        <translation>Les préférences de session sont lisibles, et rien en elles ne contredit le reste.</translation>
    </message>
    <message>
        <source>KMS key</source>
        <translation>Clé KMS</translation>
    </message>
    <message>
        <source>Bucket for logs</source>
        <translation>Compartiment des journaux</translation>
    </message>
    <message>
        <source>Log group</source>
        <translation>Groupe de journaux</translation>
    </message>
    <message>
        <source>Run As</source>
        <translation>Run As</translation>
    </message>
    <message>
        <source>Idle timeout (minutes)</source>
        <translation>Délai d’inactivité (minutes)</translation>
    </message>
    <message>
        <source>Maximum duration (minutes)</source>
        <translation>Durée maximale (minutes)</translation>
    </message>
    <message>
        <source>The maximum duration of sessions is {value}, and the service takes {least} to {most} minutes. Correct it.</source>
        <translation>La durée maximale des sessions est {value}, et le service accepte de {least} à {most} minutes. Corrigez-la.</translation>
    </message>
    <message>
        <source>The idle timeout of sessions is {value}, and the service takes {least} to {most} minutes. Correct it.</source>
        <translation>Le délai d’inactivité des sessions est {value}, et le service accepte de {least} à {most} minutes. Corrigez-le.</translation>
    </message>
    <message>
        <source>Sessions end after {duration} minutes at the latest, so the idle timeout of {idle} minutes never takes effect.</source>
        <translation>Les sessions se terminent au plus tard après {duration} minutes&#xa0;: le délai d’inactivité de {idle} minutes n’a donc jamais d’effet.</translation>
    </message>
    <message>
        <source>Run As is on with the default user root, which is not supported. On Linux and macOS a session opens only for callers with the tag SSMSessionRunAs, never as ssm-user instead. Name another user in the preferences of Session Manager, or tag those callers.</source>
        <translation>Run As est activé avec l’utilisateur par défaut root, qui n’est pas pris en charge. Sous Linux et macOS, une session ne s’ouvre que pour les appelants qui ont la balise SSMSessionRunAs, jamais en tant que ssm-user à la place. Indiquez un autre utilisateur dans les préférences de Session Manager, ou donnez la balise à ces appelants.</translation>
    </message>
    <message>
        <source>Run As is on without a default user. On Linux and macOS a session opens only for callers with the tag SSMSessionRunAs, never as ssm-user instead. Name a user in the preferences of Session Manager, or tag those callers.</source>
        <translation>Run As est activé sans utilisateur par défaut. Sous Linux et macOS, une session ne s’ouvre que pour les appelants qui ont la balise SSMSessionRunAs, jamais en tant que ssm-user à la place. Indiquez un utilisateur dans les préférences de Session Manager, ou donnez la balise à ces appelants.</translation>
    </message>
    <message>
        <source>The session preferences are in order</source>
        <translation>Les préférences de session sont correctes</translation>
    </message>
    <message>
        <source>Sessions follow one document of the account and Region: it says how they are encrypted and logged, as whom they run, and when they end.</source>
        <translation>Les sessions suivent un document du compte et de la Région&#xa0;: il dit comment elles sont chiffrées et journalisées, en tant que qui elles s’exécutent et quand elles se terminent.</translation>
    </message>
    <message>
        <source>The agent does not tell its version.</source>
        <translation>L’agent n’indique pas sa version.</translation>
    </message>
    <message>
        <source>Agent {version} knows sessions ({minimum} or later does).</source>
        <translation>L’agent {version} prend en charge les sessions (version {minimum} ou ultérieure).</translation>
    </message>
    <message>
        <source>Agent needed for {feature}</source>
        <translation>Version de l’agent requise pour {feature}</translation>
    </message>
    <message>
        <source>Agent {version} is new enough for every feature of sessions.</source>
        <translation>L’agent {version} est assez récent pour toutes les fonctions des sessions.</translation>
    </message>
    <message>
        <source>Agent {version} is too old for {features}. Update it.</source>
        <translation>L’agent {version} est trop ancien pour {features}. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>Agent {version} will do for a shell, but is too old for {features}. Update it.</source>
        <translation>L’agent {version} suffit pour un shell, mais il est trop ancien pour {features}. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>Agent {version} is not too old for any feature of sessions on {system}.</source>
        <translation>L’agent {version} n’est trop ancien pour aucune fonction des sessions sous {system}.</translation>
    </message>
    <message>
        <source>On {system} there is no {features}.</source>
        <translation>Sous {system}, ces fonctions n’existent pas&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>Whether there is {features} on this node cannot be told from here.</source>
        <translation>Impossible de dire d’ici si ce nœud dispose de ces fonctions&#xa0;: {features}.</translation>
    </message>
    <message>
        <source>Agent {version} is older than {minimum}, the first that knows sessions. Update it.</source>
        <translation>L’agent {version} est antérieur à {minimum}, la première version qui prend en charge les sessions. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>Agent {version} is up to date.</source>
        <translation>L’agent {version} est à jour.</translation>
    </message>
    <message>
        <source>Agent {version} is older than {newest}, the newest known on {date}. It may be that your Region has no newer one yet.</source>
        <translation>L’agent {version} est antérieur à {newest}, la version la plus récente connue au {date}. Il est possible que votre Région n’en propose pas encore de plus récente.</translation>
    </message>
    <message>
        <source>The service says that agent {version} is not the latest.</source>
        <translation>Le service indique que l’agent {version} n’est pas le plus récent.</translation>
    </message>
    <message>
        <source>Association that updates the agent</source>
        <translation>Association qui met l’agent à jour</translation>
    </message>
    <message>
        <source>The account ssm-user is made only by agents from</source>
        <translation>Le compte ssm-user n’est créé que par l’agent à partir de la version</translation>
    </message>
    <message>
        <source>The account ssm-user is made when the agent starts, by agents before</source>
        <translation>Le compte ssm-user est créé au démarrage de l’agent, avant la version</translation>
    </message>
    <message>
        <source>The account ssm-user is made by the first session, with agents from</source>
        <translation>Le compte ssm-user est créé par la première session, à partir de la version de l’agent</translation>
    </message>
    <message>
        <source>On a domain controller ssm-user has to be made by hand, with agents from</source>
        <translation>Sur un contrôleur de domaine, ssm-user doit être créé à la main, à partir de la version de l’agent</translation>
    </message>
    <message>
        <source>The agent knows sessions</source>
        <translation>L’agent prend en charge les sessions</translation>
    </message>
    <message>
        <source>Sessions are opened by SSM Agent on the node; early versions did not know them.</source>
        <translation>Les sessions sont ouvertes par SSM Agent sur le nœud&#xa0;; les premières versions ne les prenaient pas en charge.</translation>
    </message>
    <message>
        <source>The agent is new enough for the features of sessions</source>
        <translation>L’agent est assez récent pour les fonctions des sessions</translation>
    </message>
    <message>
        <source>Port forwarding, SSH, encryption and more each came with a version of the agent.</source>
        <translation>Le réacheminement de port, SSH, le chiffrement et d’autres fonctions sont apparus chacun avec une version de l’agent.</translation>
    </message>
    <message>
        <source>The agent is up to date</source>
        <translation>L’agent est à jour</translation>
    </message>
    <message>
        <source>AWS mends faults of sessions in new versions of the agent.</source>
        <translation>AWS corrige les défauts des sessions dans les nouvelles versions de l’agent.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Requis</translation>
    </message>
    <message>
        <source>The {tool} at {path} cannot be started: a part of it is missing. Install it again.</source>
        <translation>{tool} ({path}) ne peut pas démarrer&#xa0;: il en manque une partie. Réinstallez ce programme.</translation>
    </message>
    <message>
        <source>The {tool} at {path} may not be executed. Install it again.</source>
        <translation>{tool} ({path}) n’a pas l’autorisation de s’exécuter. Réinstallez ce programme.</translation>
    </message>
    <message>
        <source>The {tool} at {path} did not tell its version in time. Try it on a terminal, then look again.</source>
        <translation>{tool} ({path}) n’a pas indiqué sa version à temps. Essayez ce programme dans un terminal, puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>The {tool} at {path} ends with an error. Install it again.</source>
        <translation>{tool} ({path}) se termine par une erreur. Réinstallez ce programme.</translation>
    </message>
    <message>
        <source>The {tool} at {path} runs but tells no version. Is it another program?</source>
        <translation>{tool} ({path}) fonctionne, mais n’indique pas de version. S’agit-il d’un autre programme&#xa0;?</translation>
    </message>
    <message>
        <source>AWS CLI {version} is older than {minimum}, the first that opens sessions. Install a newer one.</source>
        <translation>L’AWS CLI {version} est antérieure à {minimum}, la première version qui ouvre des sessions. Installez une version plus récente.</translation>
    </message>
    <message>
        <source>AWS CLI {version} runs.</source>
        <translation>L’AWS CLI {version} fonctionne.</translation>
    </message>
    <message>
        <source>Session Manager plugin {version} was withdrawn by AWS. Install a newer one.</source>
        <translation>La version {version} du plugin Session Manager a été retirée par AWS. Installez une version plus récente.</translation>
    </message>
    <message>
        <source>Session Manager plugin {version} is too old to open sessions reliably. Install a newer one; {supported} is the oldest that AWS supports.</source>
        <translation>La version {version} du plugin Session Manager est trop ancienne pour ouvrir des sessions de façon fiable. Installez une version plus récente&#xa0;; {supported} est la plus ancienne qu’AWS prend en charge.</translation>
    </message>
    <message>
        <source>Chosen by hand, for what is started from here</source>
        <translation>Choisi à la main, pour ce qui est lancé d’ici</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>Conçu pour</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Session Manager plugin {version} is older than {supported}, the oldest that AWS supports. It may still open sessions, but AWS says that it soon will not. Install a newer one.</source>
        <translation>La version {version} du plugin Session Manager est antérieure à {supported}, la plus ancienne qu’AWS prend en charge. Elle ouvre peut-être encore des sessions, mais AWS annonce que ce ne sera bientôt plus le cas. Installez une version plus récente.</translation>
    </message>
    <message>
        <source>The {tool} at {path} is not a program for this computer&apos;s processor, or it is damaged. Install the right one.</source>
        <translation>{tool} ({path}) ne convient pas au processeur de cet ordinateur, ou le fichier est endommagé. Installez la bonne version.</translation>
    </message>
    <message>
        <source>Versions up to {last} are given the token of the session on their command line, where other users of this computer can read it.</source>
        <translation>Jusqu’à la version {last}, le jeton de la session est donné sur la ligne de commande, où d’autres utilisateurs de cet ordinateur peuvent le lire.</translation>
    </message>
    <message>
        <source>Session Manager plugin {version} runs.</source>
        <translation>Le plugin Session Manager {version} fonctionne.</translation>
    </message>
    <message>
        <source>Seconds by which AWS&apos;s clock is ahead</source>
        <translation>Avance de l’horloge d’AWS, en secondes</translation>
    </message>
    <message>
        <source>This computer was left out.</source>
        <translation>Cet ordinateur n’a pas été examiné.</translation>
    </message>
    <message>
        <source>The clock is compared with AWS&apos;s once AWS has answered; it has not been asked.</source>
        <translation>L’horloge est comparée à celle d’AWS quand AWS a répondu&#xa0;; rien ne lui a encore été demandé.</translation>
    </message>
    <message>
        <source>The clock of this computer agrees with AWS&apos;s.</source>
        <translation>L’horloge de cet ordinateur concorde avec celle d’AWS.</translation>
    </message>
    <message>
        <source>The clock of this computer is {minutes} minutes behind AWS&apos;s. Set it right.</source>
        <translation>L’horloge de cet ordinateur retarde de {minutes} minutes sur celle d’AWS. Réglez-la.</translation>
    </message>
    <message>
        <source>The clock of this computer is {minutes} minutes ahead of AWS&apos;s. Set it right.</source>
        <translation>L’horloge de cet ordinateur avance de {minutes} minutes sur celle d’AWS. Réglez-la.</translation>
    </message>
    <message>
        <source>The clock of this computer is right</source>
        <translation>L’horloge de cet ordinateur est à l’heure</translation>
    </message>
    <message>
        <source>Requests to AWS are signed with the time, and refused when it is some minutes off; the message then speaks of signatures or expired credentials.</source>
        <translation>Les requêtes à AWS sont signées avec l’heure, et refusées quand elle est fausse de quelques minutes&#xa0;; le message parle alors de signatures ou d’informations d’identification expirées.</translation>
    </message>
    <message>
        <source>The AWS CLI was not found. Install it to open sessions from this computer; the AWS console works without.</source>
        <translation>L’AWS CLI est introuvable. Installez-la pour ouvrir des sessions depuis cet ordinateur&#xa0;; la console AWS fonctionne sans elle.</translation>
    </message>
    <message>
        <source>The Session Manager plugin was not found. Install it to open sessions with the AWS CLI; the AWS console works without.</source>
        <translation>Le plugin Session Manager est introuvable. Installez-le pour ouvrir des sessions avec l’AWS CLI&#xa0;; la console AWS fonctionne sans lui.</translation>
    </message>
    <message>
        <source>The {tool} at {path} is there, but cannot read the AWS configuration. Correct the configuration file, not the program.</source>
        <translation>{tool} ({path}) existe, mais ne peut pas lire la configuration AWS. Corrigez le fichier de configuration, pas le programme.</translation>
    </message>
    <message>
        <source>{one} {other}</source>
        <translation>{one} {other}</translation>
    </message>
    <message>
        <source>AWS ended the support of version 1 on {until}: move to version 2.</source>
        <translation>AWS a mis fin à la prise en charge de la version 1 le {until}&#xa0;: passez à la version 2.</translation>
    </message>
    <message>
        <source>Version 1 gets no new features since {since}, and no support from {until} on: plan the move to version 2.</source>
        <translation>La version 1 ne reçoit plus de nouvelles fonctions depuis le {since}, et ne sera plus prise en charge à partir du {until}&#xa0;: prévoyez le passage à la version 2.</translation>
    </message>
    <message>
        <source>What it printed</source>
        <translation>Sortie du programme</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>Code de sortie</translation>
    </message>
    <message>
        <source>This is Linux inside Windows (WSL): a copy that is installed in Windows itself does not count here.</source>
        <translation>Ceci est Linux dans Windows (WSL)&#xa0;: une copie installée dans Windows lui-même ne compte pas ici.</translation>
    </message>
    <message>
        <source>The AWS CLI runs</source>
        <translation>L’AWS CLI fonctionne</translation>
    </message>
    <message>
        <source>Sessions from a terminal are started by the AWS CLI, which hands over to the plugin.</source>
        <translation>Les sessions ouvertes depuis un terminal sont démarrées par l’AWS CLI, qui passe ensuite la main au plugin.</translation>
    </message>
    <message>
        <source>The Session Manager plugin runs</source>
        <translation>Le plugin Session Manager fonctionne</translation>
    </message>
    <message>
        <source>The plugin carries what is typed and shown in a session; the AWS CLI starts it.</source>
        <translation>Le plugin transporte ce qui est saisi et affiché dans une session&#xa0;; l’AWS CLI le démarre.</translation>
    </message>
    <message>
        <source>The credentials of the profile {profile} cannot be used: {detail}</source>
        <translation>Les informations d’identification du profil {profile} sont inutilisables&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>The temporary credentials of the profile {profile} have expired. Get new ones from where these came from.</source>
        <translation>Les informations d’identification temporaires du profil {profile} ont expiré. Obtenez-en de nouvelles à la même source.</translation>
    </message>
    <message>
        <source>AWS does not accept the access key of the profile {profile}. It was deleted, is switched off, or belongs to another partition; or the Region {region} is not enabled for its account.</source>
        <translation>AWS n’accepte pas la clé d’accès du profil {profile}. Elle a été supprimée, est désactivée ou appartient à une autre partition&#xa0;; ou bien la Région {region} n’est pas activée pour son compte.</translation>
    </message>
    <message>
        <source>The secret key of the profile {profile} does not fit its access key, or the clock of this computer is wrong.</source>
        <translation>La clé secrète du profil {profile} ne correspond pas à sa clé d’accès, ou l’horloge de cet ordinateur est mal réglée.</translation>
    </message>
    <message>
        <source>The profile {profile} names only a part of its credentials. Complete it: {detail}</source>
        <translation>Le profil {profile} ne donne qu’une partie de ses informations d’identification. Complétez-le&#xa0;: {detail}</translation>
    </message>
    <message>
        <source>The clock of this computer is too far from AWS&apos;s. Set it right.</source>
        <translation>L’horloge de cet ordinateur est trop décalée par rapport à celle d’AWS. Réglez-la.</translation>
    </message>
    <message>
        <source>The profile {profile} has no credentials. Run aws configure, or sign in with aws sso login or aws login.</source>
        <translation>Le profil {profile} n’a pas d’informations d’identification. Exécutez aws configure, ou connectez-vous avec aws sso login ou aws login.</translation>
    </message>
    <message>
        <source>AWS does not accept the MFA code for the profile {profile}. Each code works once and for about half a minute: wait for the next one, then look again. If codes are never accepted, the clock of the device is off.</source>
        <translation>AWS n’accepte pas le code MFA pour le profil {profile}. Chaque code sert une fois et pendant une demi-minute environ&#xa0;: attendez le suivant, puis vérifiez de nouveau. Si aucun code n’est jamais accepté, l’horloge de l’appareil est mal réglée.</translation>
    </message>
    <message>
        <source>AWS does not know the MFA device that the profile {profile} names for who is signed in. Correct mfa_serial in the profile. {detail}</source>
        <translation>AWS ne connaît pas, pour l’identité connectée, le dispositif MFA indiqué dans le profil {profile}. Corrigez mfa_serial dans le profil. {detail}</translation>
    </message>
    <message>
        <source>The profile {profile} asks for an MFA code, and none was given. Look again to be asked for it.</source>
        <translation>Le profil {profile} demande un code MFA, et aucun n’a été donné. Vérifiez de nouveau pour qu’il vous soit demandé.</translation>
    </message>
    <message>
        <source>The profile {profile} asks for an MFA code, and there is nobody here to ask. Run this on a terminal, or in the window.</source>
        <translation>Le profil {profile} demande un code MFA, et il n’y a personne ici à qui le demander. Exécutez ceci dans un terminal, ou dans la fenêtre.</translation>
    </message>
    <message>
        <source>The profile {profile} was made with aws login. What that keeps is read by the AWS CLI 2, which is not found here, or by botocore&apos;s extra crt. Install one of them, or use another profile.</source>
        <translation>Le profil {profile} a été créé avec aws login. Ce qui est alors conservé se lit avec l’AWS CLI 2, introuvable ici, ou avec le supplément crt de botocore. Installez l’un des deux, ou utilisez un autre profil.</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clé d’accès</translation>
    </message>
    <message>
        <source>AWS cannot be reached from this computer, so the credentials could not be tried. Check the network and the proxy. {detail}</source>
        <translation>AWS est injoignable depuis cet ordinateur&#xa0;: les informations d’identification n’ont pas pu être testées. Vérifiez le réseau et le proxy. {detail}</translation>
    </message>
    <message>
        <source>AWS did not answer in time, so the credentials could not be tried. Check the network and the proxy, then look again.</source>
        <translation>AWS n’a pas répondu à temps&#xa0;: les informations d’identification n’ont pas pu être testées. Vérifiez le réseau et le proxy, puis réessayez.</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Appelant</translation>
    </message>
    <message>
        <source>Credentials end</source>
        <translation>Fin de validité</translation>
    </message>
    <message>
        <source>Signed in as the root user of account {account}. It works, but nobody can limit or simulate what it may do: use a role instead.</source>
        <translation>Connecté en tant qu’utilisateur root du compte {account}. Cela fonctionne, mais personne ne peut limiter ni simuler ses autorisations&#xa0;: utilisez plutôt un rôle.</translation>
    </message>
    <message>
        <source>Signed in as {arn} in account {account}.</source>
        <translation>Connecté en tant que {arn} dans le compte {account}.</translation>
    </message>
    <message>
        <source>Who is signed in may not take the role of the profile {profile}: the role&apos;s trust policy or the caller&apos;s own rights do not allow it. {detail}</source>
        <translation>L’identité connectée ne peut pas endosser le rôle du profil {profile}&#xa0;: la stratégie d’approbation du rôle ou les autorisations de l’appelant ne le permettent pas. {detail}</translation>
    </message>
    <message>
        <source>AWS refuses to say who the profile {profile} is. {detail}</source>
        <translation>AWS refuse d’indiquer à quelle identité correspond le profil {profile}. {detail}</translation>
    </message>
    <message>
        <source>The sign-in of the profile {profile} has expired or was never made. Sign in again, here or on a terminal: {command}</source>
        <translation>La connexion du profil {profile} a expiré ou n’a jamais été faite. Connectez-vous de nouveau, ici ou dans un terminal&#xa0;: {command}</translation>
    </message>
    <message>
        <source>The program {program}, which credential_process of the profile {profile} names, is not on this computer&apos;s search path. Install it, or write its whole path into the profile. A window may have another search path than a terminal.</source>
        <translation>Le programme {program}, indiqué par credential_process dans le profil {profile}, n’est pas dans le chemin de recherche de cet ordinateur. Installez-le, ou écrivez son chemin complet dans le profil. Une fenêtre peut avoir un autre chemin de recherche qu’un terminal.</translation>
    </message>
    <message>
        <source>The program that credential_process of the profile {profile} names cannot be started. Check its path, or install it. {detail}</source>
        <translation>Le programme indiqué par credential_process dans le profil {profile} ne peut pas démarrer. Vérifiez son chemin, ou installez-le. {detail}</translation>
    </message>
    <message>
        <source>The program that the profile {profile} gets its credentials from did not deliver them. Run it on a terminal to see why. {detail}</source>
        <translation>Le programme qui fournit les informations d’identification du profil {profile} ne les a pas données. Exécutez-le dans un terminal pour voir pourquoi. {detail}</translation>
    </message>
    <message>
        <source>AWS accepts the credentials</source>
        <translation>AWS accepte les informations d’identification</translation>
    </message>
    <message>
        <source>Without valid credentials nothing can be seen, and no session started.</source>
        <translation>Sans informations d’identification valides, rien n’est visible et aucune session ne peut démarrer.</translation>
    </message>
    <message>
        <source>Route table {table} sends {destination} to {target}, which is gone: a black hole. Point this route at a NAT gateway or an internet gateway that exists.</source>
        <translation>La table de routage {table} envoie {destination} vers {target}, qui n’existe plus&#xa0;: un trou noir. Dirigez cette route vers une passerelle NAT ou une passerelle Internet qui existe.</translation>
    </message>
    <message>
        <source>Route table {table} has several prefix lists with the same addresses. Which of their routes AWS takes cannot be seen from here; one is {destination} to {target}.</source>
        <translation>La table de routage {table} a plusieurs listes de préfixes avec les mêmes adresses. On ne voit pas d’ici laquelle de leurs routes AWS emprunte&#xa0;; l’une d’elles mène {destination} vers {target}.</translation>
    </message>
    <message>
        <source>The route of {table} for {destination} to {target} is in an unknown state.</source>
        <translation>La route de {table} pour {destination} vers {target} est dans un état inconnu.</translation>
    </message>
    <message>
        <source>Route table {table} of subnet {subnet} leads to a NAT gateway for IPv4 hosts (64:ff9b::/96), but DNS64 is off in the subnet. Turn it on, unless name servers of your own do the same.</source>
        <translation>La table de routage {table} du sous-réseau {subnet} mène à une passerelle NAT pour les hôtes IPv4 (64:ff9b::/96), mais DNS64 est désactivé dans le sous-réseau. Activez-le, sauf si vos propres serveurs de noms remplissent ce rôle.</translation>
    </message>
    <message>
        <source>Route table {table} of subnet {subnet} has no route to the internet, but leads to other networks ({targets}). The node may reach endpoints there, or not; that cannot be seen from here.</source>
        <translation>La table de routage {table} du sous-réseau {subnet} n’a pas de route vers Internet, mais mène à d’autres réseaux ({targets}). Le nœud y atteint peut-être des points de terminaison&#xa0;; impossible de le voir d’ici.</translation>
    </message>
    <message>
        <source>No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to a NAT gateway.</source>
        <translation>Aucun chemin ne sort du sous-réseau {subnet}&#xa0;: la table de routage {table} n’a pas de route vers Internet. Créez des points de terminaison d’interface pour les services dans le VPC, ou ajoutez une route pour {everything} vers une passerelle NAT.</translation>
    </message>
    <message>
        <source>No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to an egress-only internet gateway.</source>
        <translation>Aucun chemin ne sort du sous-réseau {subnet}&#xa0;: la table de routage {table} n’a pas de route vers Internet. Créez des points de terminaison d’interface pour les services dans le VPC, ou ajoutez une route pour {everything} vers une passerelle Internet de sortie uniquement.</translation>
    </message>
    <message>
        <source>Subnet {subnet} leads to the internet gateway {gateway}, which takes a public IP address. The node does not run; whether it gets one when it starts cannot be seen from here.</source>
        <translation>Le sous-réseau {subnet} mène à la passerelle Internet {gateway}, qui nécessite une adresse IP publique. Le nœud n’est pas en cours d’exécution&#xa0;; impossible de voir d’ici s’il en obtient une au démarrage.</translation>
    </message>
    <message>
        <source>Subnet {subnet} leads to the internet gateway {gateway} (route table {table}), but the node has no public IP address. Give it an Elastic IP address, or lead the subnet to a NAT gateway instead.</source>
        <translation>Le sous-réseau {subnet} mène à la passerelle Internet {gateway} (table de routage {table}), mais le nœud n’a pas d’adresse IP publique. Donnez-lui une adresse IP Elastic, ou dirigez plutôt le sous-réseau vers une passerelle NAT.</translation>
    </message>
    <message>
        <source>VPC Block Public Access ({mode}) keeps subnet {subnet} off the internet. Create interface endpoints for the services, or an exclusion for the subnet or its VPC.</source>
        <translation>Le blocage de l’accès public au VPC ({mode}) isole le sous-réseau {subnet} d’Internet. Créez des points de terminaison d’interface pour les services, ou une exclusion pour le sous-réseau ou son VPC.</translation>
    </message>
    <message>
        <source>Block Public Access</source>
        <translation>Blocage de l’accès public</translation>
    </message>
    <message>
        <source>Subnet {subnet} is not shown here.</source>
        <translation>Le sous-réseau {subnet} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>VPC Block Public Access is in a mode that is not known here ({mode}); whether it keeps subnet {subnet} off the internet cannot be told.</source>
        <translation>Le blocage de l’accès public au VPC est dans un mode inconnu ici ({mode})&#xa0;; impossible de dire s’il isole le sous-réseau {subnet} d’Internet.</translation>
    </message>
    <message>
        <source>The way leads through {gateway}.</source>
        <translation>Le chemin passe par {gateway}.</translation>
    </message>
    <message>
        <source>Route table {table} leads to the NAT gateway {target}, which is not shown here, or stands in another VPC.</source>
        <translation>La table de routage {table} mène à la passerelle NAT {target}, qui n’est pas visible ici ou se trouve dans un autre VPC.</translation>
    </message>
    <message>
        <source>NAT gateway</source>
        <translation>Passerelle NAT</translation>
    </message>
    <message>
        <source>The NAT gateway {nat}, to which route table {table} leads, is in a state that is not known here ({state}).</source>
        <translation>La passerelle NAT {nat}, à laquelle mène la table de routage {table}, est dans un état inconnu ici ({state}).</translation>
    </message>
    <message>
        <source>The NAT gateway {nat}, to which route table {table} leads, is {state} and not available. Wait if it is pending; else lead the route to one that works.</source>
        <translation>La passerelle NAT {nat}, à laquelle mène la table de routage {table}, est à l’état {state} et n’est pas disponible. Si elle est en attente (pending), patientez&#xa0;; sinon, dirigez la route vers une passerelle qui fonctionne.</translation>
    </message>
    <message>
        <source>The route table behind the NAT gateway {nat} is not shown here.</source>
        <translation>La table de routage derrière la passerelle NAT {nat} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>The NAT gateway {nat} is a private one, without a public address. Lead the subnet to a public NAT gateway.</source>
        <translation>La passerelle NAT {nat} est privée, sans adresse publique. Dirigez le sous-réseau vers une passerelle NAT publique.</translation>
    </message>
    <message>
        <source>The NAT gateway {nat} is of a kind that is not known here ({kind}).</source>
        <translation>La passerelle NAT {nat} est d’un type inconnu ici ({kind}).</translation>
    </message>
    <message>
        <source>The NAT gateway {nat} itself has no way to the internet: its route table {table} has no working route to an internet gateway. Add one there.</source>
        <translation>La passerelle NAT {nat} elle-même n’a pas d’accès à Internet&#xa0;: sa table de routage {table} n’a pas de route valide vers une passerelle Internet. Ajoutez-en une.</translation>
    </message>
    <message>
        <source>The routes of route table {table} are not shown here.</source>
        <translation>Les routes de la table de routage {table} ne sont pas visibles ici.</translation>
    </message>
    <message>
        <source>Route table {table} has a route that cannot be read ({route}).</source>
        <translation>La table de routage {table} a une route illisible ({route}).</translation>
    </message>
    <message>
        <source>Route table {table} sends {destination} to {target}. What lies behind it cannot be seen from here.</source>
        <translation>La table de routage {table} envoie {destination} vers {target}. Impossible de voir d’ici ce qui se trouve derrière.</translation>
    </message>
    <message>
        <source>The endpoint shows no security groups here.</source>
        <translation>Les groupes de sécurité du point de terminaison ne sont pas visibles ici.</translation>
    </message>
    <message>
        <source>Incoming rules of the endpoint</source>
        <translation>Règles entrantes du point de terminaison</translation>
    </message>
    <message>
        <source>The address of the node is not known, so the rules of {groups} do not decide it.</source>
        <translation>L’adresse du nœud n’est pas connue&#xa0;: les règles de {groups} ne permettent donc pas de conclure.</translation>
    </message>
    <message>
        <source>The security groups of the endpoint ({groups}) accept the node.</source>
        <translation>Les groupes de sécurité du point de terminaison ({groups}) acceptent le nœud.</translation>
    </message>
    <message>
        <source>The security groups of the endpoint ({groups}) accept only some of the node&apos;s addresses.</source>
        <translation>Les groupes de sécurité du point de terminaison ({groups}) n’acceptent que certaines adresses du nœud.</translation>
    </message>
    <message>
        <source>The endpoint does not accept HTTPS from the node: no incoming rule of its security groups ({groups}) allows it. Add an incoming rule to {group}: TCP {port} from {node}.</source>
        <translation>Le point de terminaison n’accepte pas HTTPS depuis le nœud&#xa0;: aucune règle entrante de ses groupes de sécurité ({groups}) ne l’autorise. Ajoutez une règle entrante à {group}&#xa0;: TCP {port} depuis {node}.</translation>
    </message>
    <message>
        <source>Outgoing rules of the node</source>
        <translation>Règles sortantes du nœud</translation>
    </message>
    <message>
        <source>The addresses to which the node sends are not shown here.</source>
        <translation>Les adresses vers lesquelles le nœud émet ne sont pas visibles ici.</translation>
    </message>
    <message>
        <source>The node&apos;s security groups ({groups}) let HTTPS out.</source>
        <translation>Les groupes de sécurité du nœud ({groups}) laissent sortir HTTPS.</translation>
    </message>
    <message>
        <source>The node&apos;s security groups ({groups}) let HTTPS out to some addresses only. Whether the service is among them cannot be seen from here.</source>
        <translation>Les groupes de sécurité du nœud ({groups}) ne laissent sortir HTTPS que vers certaines adresses. Impossible de voir d’ici si celles du service en font partie.</translation>
    </message>
    <message>
        <source>The node may not send HTTPS: no outgoing rule of its security groups ({groups}) allows it. Add an outgoing rule to {group}: TCP {port} to {target}.</source>
        <translation>Le nœud ne peut pas émettre en HTTPS&#xa0;: aucune règle sortante de ses groupes de sécurité ({groups}) ne l’autorise. Ajoutez une règle sortante à {group}&#xa0;: TCP {port} vers {target}.</translation>
    </message>
    <message>
        <source>A rule of the security groups cannot be read, so they do not decide it: {rule}.</source>
        <translation>Une règle des groupes de sécurité est illisible&#xa0;: ils ne permettent donc pas de conclure. Règle&#xa0;: {rule}.</translation>
    </message>
    <message>
        <source>Not all security groups are shown here ({groups}), so their rules do not decide it.</source>
        <translation>Tous les groupes de sécurité ne sont pas visibles ici ({groups})&#xa0;: leurs règles ne permettent donc pas de conclure.</translation>
    </message>
    <message>
        <source>It could not be looked at.</source>
        <translation>La vérification n’a pas été possible.</translation>
    </message>
    <message>
        <source>There is no such step on this way.</source>
        <translation>Cette étape n’existe pas sur ce chemin.</translation>
    </message>
    <message>
        <source>Only a part of the endpoint&apos;s subnets can be used. {one}</source>
        <translation>Seule une partie des sous-réseaux du point de terminaison est utilisable. {one}</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Message reçu</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>The profile {profile} is not complete: {problem} is missing.</source>
        <translation>Le profil {profile} est incomplet&#xa0;: {problem} manque.</translation>
    </message>
    <message>
        <source>The profile {profile} leads to something that is not there: {problem}.</source>
        <translation>Le profil {profile} renvoie à quelque chose qui n’existe pas&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The profile {profile} contradicts itself: {problem}.</source>
        <translation>Le profil {profile} se contredit&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The profile {profile} has a setting that no AWS tool understands: {problem}.</source>
        <translation>Le profil {profile} a un paramètre qu’aucun outil AWS ne comprend&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The profile {profile} takes a role with another profile that has no credentials: {problem}.</source>
        <translation>Le profil {profile} endosse un rôle avec un autre profil, qui n’a pas d’informations d’identification&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The profile {profile} takes a role with itself, in a circle: {problem}.</source>
        <translation>Le profil {profile} endosse un rôle avec lui-même, en boucle&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>The profile {profile} can be read.</source>
        <translation>Le profil {profile} est lisible.</translation>
    </message>
    <message>
        <source>There is no profile {profile}, nor any other. Run: aws configure</source>
        <translation>Le profil {profile} n’existe pas, et il n’y en a aucun autre. Exécutez&#xa0;: aws configure</translation>
    </message>
    <message>
        <source>There is no profile {profile}. Choose another, or add it to the AWS configuration.</source>
        <translation>Le profil {profile} n’existe pas. Choisissez-en un autre, ou ajoutez-le à la configuration AWS.</translation>
    </message>
    <message>
        <source>There is no profile {profile}. Choose one of these: {names}.</source>
        <translation>Le profil {profile} n’existe pas. Choisissez parmi ceux-ci&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The AWS configuration begins with an invisible byte-order mark, which the AWS tools cannot read. Save the file again as plain UTF-8. {detail}.</source>
        <translation>La configuration AWS commence par une marque d’ordre d’octets (BOM) invisible, que les outils AWS ne savent pas lire. Enregistrez de nouveau le fichier en UTF-8 simple. {detail}.</translation>
    </message>
    <message>
        <source>The AWS configuration is not plain UTF-8 text. Save the file again as UTF-8. {detail}.</source>
        <translation>La configuration AWS n’est pas du texte UTF-8 simple. Enregistrez de nouveau le fichier en UTF-8. {detail}.</translation>
    </message>
    <message>
        <source>{detail}. Check AWS_PROFILE, or choose another profile.</source>
        <translation>{detail}. Vérifiez AWS_PROFILE, ou choisissez un autre profil.</translation>
    </message>
    <message>
        <source>The AWS configuration cannot be read. Correct the file, and save it as plain UTF-8. {detail}.</source>
        <translation>La configuration AWS est illisible. Corrigez le fichier et enregistrez-le en UTF-8 simple. {detail}.</translation>
    </message>
    <message>
        <source>The profile can be read</source>
        <translation>Le profil est lisible</translation>
    </message>
    <message>
        <source>Everything that is asked of AWS is signed with what the profile names.</source>
        <translation>Toutes les requêtes à AWS sont signées avec ce que désigne le profil.</translation>
    </message>
    <message>
        <source>This check failed in itself. That is a fault of ssmwizard; the log has the details.</source>
        <translation>Cette vérification a elle-même échoué. C’est un défaut de ssmwizard&#xa0;; le fichier journal contient les détails.</translation>
    </message>
    <message>
        <source>A real session opened on the node all the same, so this does not stop it; the evidence disagrees. {finding}</source>
        <translation>Une session réelle s’est tout de même ouverte sur le nœud&#xa0;: ceci ne l’empêche donc pas&#xa0;; les indices se contredisent. {finding}</translation>
    </message>
    <message>
        <source>A real session opened all the same, so this does not stop sessions; the evidence disagrees. {finding}</source>
        <translation>Une session réelle s’est tout de même ouverte&#xa0;: ceci n’empêche donc pas les sessions&#xa0;; les indices se contredisent. {finding}</translation>
    </message>
    <message>
        <source>The node itself says that it can connect to the hosts that sessions need, so this does not stop it now; the evidence disagrees. {finding}</source>
        <translation>Le nœud lui-même indique qu’il peut joindre les hôtes nécessaires aux sessions&#xa0;: ceci ne l’empêche donc pas pour l’instant&#xa0;; les indices se contredisent. {finding}</translation>
    </message>
    <message>
        <source>{finding} What may explain it was not seen. {reasons}</source>
        <translation>{finding} Ce qui peut l’expliquer n’a pas été vu. {reasons}</translation>
    </message>
    <message>
        <source>The node is connected all the same, so this does not stop sessions now; the evidence disagrees. {finding}</source>
        <translation>Le nœud est tout de même connecté&#xa0;: cela n’empêche donc pas les sessions pour l’instant&#xa0;; les indices se contredisent. {finding}</translation>
    </message>
    <message>
        <source>The agent reports, and whether its channel for sessions is open could not be looked at; this may stop sessions. {finding}</source>
        <translation>L’agent envoie ses rapports, mais il n’a pas été possible de voir si son canal de session est ouvert&#xa0;; ceci peut empêcher les sessions. {finding}</translation>
    </message>
    <message>
        <source>Metadata endpoint</source>
        <translation>Point de terminaison des métadonnées</translation>
    </message>
    <message>
        <source>Machines outside EC2 have no instance metadata.</source>
        <translation>Les machines hors d’EC2 n’ont pas de métadonnées d’instance.</translation>
    </message>
    <message>
        <source>Default Host Management</source>
        <translation>Gestion des hôtes par défaut</translation>
    </message>
    <message>
        <source>It is about EC2 instances alone.</source>
        <translation>Elle ne concerne que les instances EC2.</translation>
    </message>
    <message>
        <source>There is no instance.</source>
        <translation>Il n’y a pas d’instance.</translation>
    </message>
    <message>
        <source>The instance has an instance profile of its own.</source>
        <translation>L’instance a son propre profil d’instance.</translation>
    </message>
    <message>
        <source>Default Host Management is off, and nothing shows that the instance ever used it.</source>
        <translation>La gestion des hôtes par défaut est désactivée, et rien ne montre que l’instance l’ait jamais utilisée.</translation>
    </message>
    <message>
        <source>The instance has no role of its own to report with. It reported with the role {role}, as Default Host Management hands one out, and that is off in this Region. Turn it on again, or give the instance a role that may report.</source>
        <translation>L’instance n’a pas de rôle à elle pour envoyer ses rapports. Elle les envoyait avec le rôle {role}, comme en prête la gestion des hôtes par défaut, qui est désactivée dans cette Région. Réactivez-la, ou donnez à l’instance un rôle qui a le droit d’envoyer des rapports.</translation>
    </message>
    <message>
        <source>Default Host Management stands in for this node with the role {role}, which was deleted. Turn it on anew with a role that exists, or give the instance a role of its own.</source>
        <translation>La gestion des hôtes par défaut prend le relais pour ce nœud avec le rôle {role}, qui a été supprimé. Réactivez-la avec un rôle qui existe, ou donnez à l’instance un rôle à elle.</translation>
    </message>
    <message>
        <source>Default Host Management stands in for this node with {role}. {finding}</source>
        <translation>La gestion des hôtes par défaut prend le relais pour ce nœud avec {role}. {finding}</translation>
    </message>
    <message>
        <source>Default Host Management stands in for this node with {role}, which serves.</source>
        <translation>La gestion des hôtes par défaut prend le relais pour ce nœud avec {role}, qui convient.</translation>
    </message>
    <message>
        <source>{finding} It may take up to {minutes} minutes until it does so.</source>
        <translation>{finding} Cela peut prendre jusqu’à {minutes} minutes.</translation>
    </message>
    <message>
        <source>Default Host Management serves the nodes that depend on it</source>
        <translation>La gestion des hôtes par défaut sert les nœuds qui en dépendent</translation>
    </message>
    <message>
        <source>It lends a role to instances that have none of their own that may report. When it is turned off, or its role is broken, they all fall silent.</source>
        <translation>Elle prête un rôle aux instances qui n’en ont pas avec le droit d’envoyer des rapports. Quand elle est désactivée ou que son rôle est défaillant, elles se taisent toutes.</translation>
    </message>
    <message>
        <source>The instance is gone.</source>
        <translation>L’instance n’existe plus.</translation>
    </message>
    <message>
        <source>Instance metadata is off, so the agent gets no credentials. Set HttpEndpoint to enabled in the metadata options.</source>
        <translation>Les métadonnées d’instance sont désactivées&#xa0;: l’agent n’obtient pas d’informations d’identification. Dans les options de métadonnées, réglez HttpEndpoint sur enabled.</translation>
    </message>
    <message>
        <source>EC2 does not tell whether instance metadata is on.</source>
        <translation>EC2 n’indique pas si les métadonnées d’instance sont activées.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Instance metadata is on.</source>
        <translation>Les métadonnées d’instance sont activées.</translation>
    </message>
    <message>
        <source>Instance metadata is on, but the node says that it cannot read it ({note}), so the agent gets no credentials. Look for a firewall or a route on the machine that keeps it from 169.254.169.254.</source>
        <translation>Les métadonnées d’instance sont activées, mais le nœud indique qu’il ne peut pas les lire ({note})&#xa0;: l’agent n’obtient pas d’informations d’identification. Cherchez sur la machine un pare-feu ou une route qui lui ferme l’accès à 169.254.169.254.</translation>
    </message>
    <message>
        <source>Instance metadata is on</source>
        <translation>Les métadonnées d’instance sont activées</translation>
    </message>
    <message>
        <source>The agent reads the credentials of its role from the instance metadata. Without it the role is out of reach.</source>
        <translation>L’agent lit les informations d’identification de son rôle dans les métadonnées d’instance. Sans elles, le rôle est hors d’atteinte.</translation>
    </message>
    <message>
        <source>The node has no IPv4 address. It reaches Systems Manager only with SSM Agent {least} or later that is set to use dual-stack endpoints; that setting is seen on the node alone.</source>
        <translation>Le nœud n’a pas d’adresse IPv4. Il n’atteint Systems Manager qu’avec SSM Agent {least} ou version ultérieure, configuré pour utiliser les points de terminaison à double pile&#xa0;; ce réglage n’est visible que sur le nœud.</translation>
    </message>
    <message>
        <source>There is an endpoint, but its private DNS is off, so the name of the service does not lead to it. Turn on private DNS for the endpoint, unless a private hosted zone of your own does the same.</source>
        <translation>Il y a un point de terminaison, mais son DNS privé est désactivé&#xa0;: le nom du service n’y mène pas. Activez le DNS privé du point de terminaison, sauf si l’une de vos zones hébergées privées remplit ce rôle.</translation>
    </message>
    <message>
        <source>Private DNS of endpoint {endpoint} is off; the node uses the internet instead.</source>
        <translation>Le DNS privé du point de terminaison {endpoint} est désactivé&#xa0;; le nœud passe donc par Internet.</translation>
    </message>
    <message>
        <source>DNS hostnames (enableDnsHostnames) are off in {vpc}, so the name of the service does not lead to the endpoint. Turn them on.</source>
        <translation>Les noms d’hôte DNS (enableDnsHostnames) sont désactivés dans {vpc}&#xa0;: le nom du service ne mène pas au point de terminaison. Activez-les.</translation>
    </message>
    <message>
        <source>Endpoint {endpoint} (state: {state}, addresses: {addresses}) may take the name of the service. Whether the node can use it cannot be seen from here.</source>
        <translation>Le point de terminaison {endpoint} (état&#xa0;: {state}, adresses&#xa0;: {addresses}) prend peut-être en charge le nom du service. Impossible de voir d’ici si le nœud peut l’utiliser.</translation>
    </message>
    <message>
        <source>The name of the service leads to the endpoint.</source>
        <translation>Le nom du service mène au point de terminaison.</translation>
    </message>
    <message>
        <source>The node has no IPv4 address, and its SSM Agent is older than {least}, the first that reaches Systems Manager by IPv6. Update the agent, or give subnet {subnet} DNS64 and a route for 64:ff9b::/96 to a NAT gateway.</source>
        <translation>Le nœud n’a pas d’adresse IPv4, et son SSM Agent est antérieur à {least}, la première version qui atteint Systems Manager en IPv6. Mettez l’agent à jour, ou donnez au sous-réseau {subnet} DNS64 et une route pour 64:ff9b::/96 vers une passerelle NAT.</translation>
    </message>
    <message>
        <source>{vpc} is shared by another account. Its endpoints are not shown here, so it cannot be seen where the name of the service leads.</source>
        <translation>{vpc} est partagé par un autre compte. Ses points de terminaison ne sont pas visibles ici&#xa0;: impossible de voir où mène le nom du service.</translation>
    </message>
    <message>
        <source>Endpoint {endpoint} is of the type {type}, which is not known here. Whether the name of the service leads to it cannot be told.</source>
        <translation>Le point de terminaison {endpoint} est de type {type}, inconnu ici. Impossible de dire si le nom du service y mène.</translation>
    </message>
    <message>
        <source>No endpoint takes the name of the service; it leads to public addresses.</source>
        <translation>Aucun point de terminaison ne prend en charge le nom du service&#xa0;; il mène à des adresses publiques.</translation>
    </message>
    <message>
        <source>The DHCP options of {vpc} name no name server, or are not shown. Whether the node asks the VPC&apos;s resolver all the same cannot be seen from here.</source>
        <translation>Les options DHCP de {vpc} n’indiquent aucun serveur de noms, ou ne sont pas visibles. Impossible de voir d’ici si le nœud interroge tout de même le résolveur du VPC.</translation>
    </message>
    <message>
        <source>The VPC uses name servers of its own ({servers}). Whether they answer, and where they lead the name of the service, cannot be seen from here. Where endpoints are used, they must forward it to the VPC&apos;s resolver.</source>
        <translation>Le VPC utilise ses propres serveurs de noms ({servers}). Impossible de voir d’ici s’ils répondent et où ils mènent le nom du service. Si des points de terminaison sont utilisés, ils doivent transmettre ce nom au résolveur du VPC.</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Serveurs de noms</translation>
    </message>
    <message>
        <source>DNS support (enableDnsSupport) is off in {vpc}, so the node finds no name at all. Turn it on.</source>
        <translation>La prise en charge du DNS (enableDnsSupport) est désactivée dans {vpc}&#xa0;: le nœud ne peut résoudre aucun nom. Activez-la.</translation>
    </message>
    <message>
        <source>DNS of the VPC</source>
        <translation>DNS du VPC</translation>
    </message>
    <message>
        <source>of the node</source>
        <translation>du nœud</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Point de terminaison</translation>
    </message>
    <message>
        <source>The policy of endpoint {endpoint} is not shown here.</source>
        <translation>La stratégie du point de terminaison {endpoint} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>Statements of the endpoint&apos;s policy</source>
        <translation>Instructions de la stratégie du point de terminaison</translation>
    </message>
    <message>
        <source>The policy of endpoint {endpoint} lets the agent&apos;s calls through.</source>
        <translation>La stratégie du point de terminaison {endpoint} laisse passer les appels de l’agent.</translation>
    </message>
    <message>
        <source>The policy of endpoint {endpoint} lets the agent&apos;s calls through. It has conditions on who signs a call; machines outside EC2 do not sign the calls by which they register, so these may not pass.</source>
        <translation>La stratégie du point de terminaison {endpoint} laisse passer les appels de l’agent. Elle pose des conditions sur l’identité qui signe un appel&#xa0;; les machines hors d’EC2 ne signent pas les appels par lesquels elles s’enregistrent, qui risquent donc de ne pas passer.</translation>
    </message>
    <message>
        <source>The policy of endpoint {endpoint} denies {actions} to the role {role} ({statements}). Take these calls, or this role, out of that Deny.</source>
        <translation>La stratégie du point de terminaison {endpoint} refuse {actions} au rôle {role} ({statements}). Retirez ces appels, ou ce rôle, de cette instruction Deny.</translation>
    </message>
    <message>
        <source>No statement in the policy of endpoint {endpoint} allows {actions} to the role {role}. Add one that does.</source>
        <translation>Aucune instruction de la stratégie du point de terminaison {endpoint} n’autorise {actions} pour le rôle {role}. Ajoutez-en une.</translation>
    </message>
    <message>
        <source>{finding} It depends on {keys}: compare what the policy asks of these with this account.</source>
        <translation>{finding} Cela dépend de {keys}&#xa0;: comparez ce qu’en exige la stratégie avec ce compte.</translation>
    </message>
    <message>
        <source>Whether the policy of endpoint {endpoint} lets {actions} through does not show from here ({statements}).</source>
        <translation>Impossible de savoir d’ici si la stratégie du point de terminaison {endpoint} laisse passer {actions} ({statements}).</translation>
    </message>
    <message>
        <source>{finding} It depends on {keys}.</source>
        <translation>{finding} Cela dépend de {keys}.</translation>
    </message>
    <message>
        <source>The services are found by name</source>
        <translation>Les services sont trouvés par leur nom</translation>
    </message>
    <message>
        <source>The agent finds Systems Manager by name. An endpoint in the VPC is only found when its private DNS and both DNS settings of the VPC are on.</source>
        <translation>L’agent trouve Systems Manager par son nom. Un point de terminaison du VPC n’est trouvé que si son DNS privé et les deux paramètres DNS du VPC sont activés.</translation>
    </message>
    <message>
        <source>A route leads to Systems Manager</source>
        <translation>Une route mène à Systems Manager</translation>
    </message>
    <message>
        <source>The node may send HTTPS</source>
        <translation>Le nœud peut émettre en HTTPS</translation>
    </message>
    <message>
        <source>The endpoints accept HTTPS from the node</source>
        <translation>Les points de terminaison acceptent HTTPS depuis le nœud</translation>
    </message>
    <message>
        <source>The network ACLs let HTTPS pass</source>
        <translation>Les listes ACL réseau laissent passer HTTPS</translation>
    </message>
    <message>
        <source>The policies of the endpoints let the agent pass</source>
        <translation>Les stratégies des points de terminaison laissent passer l’agent</translation>
    </message>
    <message>
        <source>The node calls Systems Manager, never the other way round. It needs a way there: endpoints in its VPC, a NAT gateway, or an internet gateway and a public address.</source>
        <translation>C’est le nœud qui appelle Systems Manager, jamais l’inverse. Il lui faut un chemin&#xa0;: des points de terminaison dans son VPC, une passerelle NAT, ou une passerelle Internet et une adresse publique.</translation>
    </message>
    <message>
        <source>The node has to be allowed to send HTTPS. Session Manager needs no incoming rule at all.</source>
        <translation>Le nœud doit pouvoir émettre en HTTPS. Session Manager n’a besoin d’aucune règle entrante.</translation>
    </message>
    <message>
        <source>An endpoint has to accept HTTPS from the node. While it has private DNS, no node of the VPC takes another way, even where one is open.</source>
        <translation>Un point de terminaison doit accepter HTTPS depuis le nœud. Tant que son DNS privé est activé, aucun nœud du VPC ne prend un autre chemin, même s’il en existe un d’ouvert.</translation>
    </message>
    <message>
        <source>Network ACLs remember nothing: they have to let the request out on TCP 443 and the answer back in to the port it came from.</source>
        <translation>Les listes ACL réseau ne gardent rien en mémoire&#xa0;: elles doivent laisser sortir la requête sur TCP 443 et laisser revenir la réponse vers le port d’origine.</translation>
    </message>
    <message>
        <source>The policy of an endpoint has to allow the agent&apos;s calls too, whatever the role of the node may do. One that nobody has changed allows everything.</source>
        <translation>La stratégie d’un point de terminaison doit autoriser elle aussi les appels de l’agent, quelles que soient les autorisations du rôle du nœud. Si personne ne l’a modifiée, elle autorise tout.</translation>
    </message>
    <message>
        <source>The network of a machine outside EC2 cannot be seen from here.</source>
        <translation>Le réseau d’une machine hors d’EC2 n’est pas visible d’ici.</translation>
    </message>
    <message>
        <source>The instance stands in no network any more.</source>
        <translation>L’instance n’est plus dans aucun réseau.</translation>
    </message>
    <message>
        <source>The node&apos;s way leads through no endpoint of its VPC.</source>
        <translation>Le chemin du nœud ne passe par aucun point de terminaison de son VPC.</translation>
    </message>
    <message>
        <source>The node reports to Systems Manager all the same, so the evidence disagrees. {finding}</source>
        <translation>Le nœud envoie tout de même ses rapports à Systems Manager&#xa0;: les indices se contredisent. {finding}</translation>
    </message>
    <message>
        <source>The node is connected, so its way holds, though not all of it can be seen from here. {finding}</source>
        <translation>Le nœud est connecté&#xa0;: son chemin fonctionne donc, même si tout n’en est pas visible d’ici. {finding}</translation>
    </message>
    <message>
        <source>Sessions do not need it, but an SSM Agent older than {least} takes the orders of Run Command from one more service, in Regions that have it. Update the agent, or mend this: {finding}</source>
        <translation>Les sessions n’en ont pas besoin, mais un SSM Agent antérieur à {least} reçoit les ordres de Run Command d’un service de plus, dans les Régions qui l’ont. Mettez l’agent à jour, ou corrigez ceci&#xa0;: {finding}</translation>
    </message>
    <message>
        <source>{reason} This concerns {hosts}.</source>
        <translation>{reason} Cela concerne {hosts}.</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Nœud</translation>
    </message>
    <message>
        <source>Of so many nodes, what passed is in the JSON answer alone.</source>
        <translation>Pour autant de nœuds, ce qui a réussi ne figure que dans la réponse JSON.</translation>
    </message>
    <message>
        <source>Caller, computer and account</source>
        <translation>Appelant, ordinateur et compte</translation>
    </message>
    <message numerus="yes">
        <source>Causes {numbers}</source>
        <comment>Cause {numbers}</comment>
        <translation>
            <numerusform>Cause {numbers}</numerusform>
            <numerusform>Causes {numbers}</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Dépend de</translation>
    </message>
    <message numerus="yes">
        <source>%n checks passed</source>
        <comment>%n check passed</comment>
        <translation>
            <numerusform>%n vérification réussie</numerusform>
            <numerusform>%n vérifications réussies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checks were not looked at</source>
        <comment>%n check was not looked at</comment>
        <translation>
            <numerusform>%n vérification non faite</numerusform>
            <numerusform>%n vérifications non faites</numerusform>
        </translation>
    </message>
    <message>
        <source>Told above</source>
        <translation>Voir plus haut</translation>
    </message>
    <message>
        <source>Waits until this holds: {titles}</source>
        <translation>Attend que ceci soit le cas&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Follows, because this does not hold: {titles}</source>
        <translation>En découle, car ceci n’est pas le cas&#xa0;: {titles}</translation>
    </message>
    <message>
        <source>Session channel</source>
        <translation>Canal de session</translation>
    </message>
    <message>
        <source>The node is in this account and Region.</source>
        <translation>Le nœud est dans ce compte et cette Région.</translation>
    </message>
    <message>
        <source>Whether a machine outside EC2 runs is only seen by its reports.</source>
        <translation>Seuls les rapports d’une machine hors d’EC2 montrent si elle est en cours d’exécution.</translation>
    </message>
    <message>
        <source>The instance is starting. Look again in a minute.</source>
        <translation>L’instance est en cours de démarrage. Vérifiez de nouveau dans une minute.</translation>
    </message>
    <message>
        <source>The instance is stopping. Start it when it has stopped.</source>
        <translation>L’instance est en cours d’arrêt. Démarrez-la une fois qu’elle est arrêtée.</translation>
    </message>
    <message>
        <source>The instance is stopped. Start it.</source>
        <translation>L’instance est arrêtée. Démarrez-la.</translation>
    </message>
    <message>
        <source>The instance is {state} and cannot be started again. Choose the one that took its place, or launch another.</source>
        <translation>L’instance est à l’état {state} et ne peut plus être démarrée. Choisissez celle qui l’a remplacée, ou lancez-en une autre.</translation>
    </message>
    <message>
        <source>EC2 says {state} of the instance, which does not tell whether it runs.</source>
        <translation>EC2 indique {state} pour l’instance, ce qui ne dit pas si elle est en cours d’exécution.</translation>
    </message>
    <message>
        <source>The instance runs. Its status checks could not be looked at.</source>
        <translation>L’instance est en cours d’exécution. Ses contrôles de statut n’ont pas pu être consultés.</translation>
    </message>
    <message>
        <source>The instance runs. It has no status checks yet.</source>
        <translation>L’instance est en cours d’exécution. Elle n’a pas encore de contrôles de statut.</translation>
    </message>
    <message>
        <source>System status check</source>
        <translation>Contrôle de statut du système</translation>
    </message>
    <message>
        <source>Instance status check</source>
        <translation>Contrôle de statut de l’instance</translation>
    </message>
    <message>
        <source>The instance fails EC2&apos;s status checks, but its channel for sessions is open.</source>
        <translation>L’instance échoue aux contrôles de statut d’EC2, mais son canal de session est ouvert.</translation>
    </message>
    <message>
        <source>The instance runs but fails EC2&apos;s status checks. Look at its console output, or stop and start it.</source>
        <translation>L’instance est en cours d’exécution, mais échoue aux contrôles de statut d’EC2. Consultez sa sortie de console, ou arrêtez-la puis redémarrez-la.</translation>
    </message>
    <message>
        <source>The instance runs and is still being checked by EC2.</source>
        <translation>L’instance est en cours d’exécution&#xa0;; EC2 effectue encore ses contrôles.</translation>
    </message>
    <message>
        <source>The instance runs and passes its status checks.</source>
        <translation>L’instance est en cours d’exécution et réussit ses contrôles de statut.</translation>
    </message>
    <message>
        <source>Status check of the volumes</source>
        <translation>Contrôle de statut des volumes</translation>
    </message>
    <message>
        <source>Other Regions looked into</source>
        <translation>Autres Régions examinées</translation>
    </message>
    <message>
        <source>The node {node} is not in Region {region}, but in {found}. Work in that Region, with --region on the command line.</source>
        <translation>Le nœud {node} n’est pas dans la Région {region}, mais dans {found}. Travaillez dans cette Région, avec --region sur la ligne de commande.</translation>
    </message>
    <message>
        <source>Seen in {region}</source>
        <translation>Vu dans {region}</translation>
    </message>
    <message>
        <source>There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region; the other Regions can be looked into too.</source>
        <translation>Il n’y a pas de nœud {node} dans le compte {account}, Région {region}. Vérifiez l’identifiant, le compte et la Région&#xa0;; les autres Régions peuvent aussi être examinées.</translation>
    </message>
    <message>
        <source>There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region; the other Regions can be looked into too. A machine that was registered anew has another id.</source>
        <translation>Il n’y a pas de nœud {node} dans le compte {account}, Région {region}. Vérifiez l’identifiant, le compte et la Région&#xa0;; les autres Régions peuvent aussi être examinées. Une machine enregistrée à nouveau a un autre identifiant.</translation>
    </message>
    <message>
        <source>There is no node {node} in account {account}, Region {region}, and none of the {unseen} others could be looked into. Check the id, the account and the Region.</source>
        <translation>Il n’y a pas de nœud {node} dans le compte {account}, Région {region}, et aucune des {unseen} autres n’a pu être examinée. Vérifiez l’identifiant, le compte et la Région.</translation>
    </message>
    <message>
        <source>There is no node {node} in account {account}, neither in Region {region} nor in {count} others; {unseen} more could not be looked into. Check the id, the account and the Region.</source>
        <translation>Il n’y a pas de nœud {node} dans le compte {account}, ni dans la Région {region}, ni dans {count} autres&#xa0;; {unseen} de plus n’ont pas pu être examinées. Vérifiez l’identifiant, le compte et la Région.</translation>
    </message>
    <message>
        <source>There is no node {node} in account {account}, neither in Region {region} nor in the {count} others that are enabled. Check the id and the account.</source>
        <translation>Il n’y a pas de nœud {node} dans le compte {account}, ni dans la Région {region}, ni dans les {count} autres qui sont activées. Vérifiez l’identifiant et le compte.</translation>
    </message>
    <message>
        <source>Not looked into: {regions}</source>
        <translation>Non examinées&#xa0;: {regions}</translation>
    </message>
    <message>
        <source>The other Regions were not looked into</source>
        <translation>Les autres Régions n’ont pas été examinées</translation>
    </message>
    <message>
        <source>The node is in this account and Region</source>
        <translation>Le nœud est dans ce compte et cette Région</translation>
    </message>
    <message>
        <source>A wrong account or Region looks exactly like a node that cannot be reached.</source>
        <translation>Un mauvais compte ou une mauvaise Région produit exactement le même effet qu’un nœud injoignable.</translation>
    </message>
    <message>
        <source>The instance runs</source>
        <translation>L’instance est en cours d’exécution</translation>
    </message>
    <message>
        <source>Nothing on a stopped instance answers, and Systems Manager does not list it.</source>
        <translation>Rien ne répond sur une instance arrêtée, et Systems Manager ne la liste pas.</translation>
    </message>
    <message>
        <source>The gateway endpoint {endpoint} serves other route tables. Add the one of subnet {subnet} to it. There is no other way. {one}</source>
        <translation>Le point de terminaison de passerelle {endpoint} sert d’autres tables de routage. Ajoutez-y celle du sous-réseau {subnet}. Il n’y a pas d’autre chemin. {one}</translation>
    </message>
    <message>
        <source>Endpoint {endpoint} cannot be used: its state is {state}, its addresses are {addresses}. There is no other way. {one}</source>
        <translation>Le point de terminaison {endpoint} est inutilisable&#xa0;: son état est {state}, ses adresses sont {addresses}. Il n’y a pas d’autre chemin. {one}</translation>
    </message>
    <message>
        <source>It depends on where the name of the service leads, which cannot be seen from here. {one}</source>
        <translation>Cela dépend de l’endroit où mène le nom du service, impossible à voir d’ici. {one}</translation>
    </message>
    <message>
        <source>There may be an endpoint that is not shown here; without one: {one}</source>
        <translation>Il existe peut-être un point de terminaison qui n’est pas visible ici&#xa0;; sans lui&#xa0;: {one}</translation>
    </message>
    <message>
        <source>A policy of the organization denies {role} {actions}. Ask who administers the organization.</source>
        <translation>Une stratégie de l’organisation refuse {actions} à {role}. Adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>There is no role to be judged.</source>
        <translation>Il n’y a pas de rôle à évaluer.</translation>
    </message>
    <message>
        <source>The role was deleted.</source>
        <translation>Le rôle a été supprimé.</translation>
    </message>
    <message>
        <source>Sessions are not encrypted with a key of your own.</source>
        <translation>Les sessions ne sont pas chiffrées avec une clé à vous.</translation>
    </message>
    <message>
        <source>The key {key} of the session preferences was not found.</source>
        <translation>La clé {key} des préférences de session est introuvable.</translation>
    </message>
    <message>
        <source>The policy simulator did not answer for {actions}.</source>
        <translation>Le simulateur de stratégies n’a pas répondu pour {actions}.</translation>
    </message>
    <message>
        <source>Key policy</source>
        <translation>Stratégie de clé</translation>
    </message>
    <message>
        <source>Whether the policy of the key {key} lets {caller} use it cannot be decided from here.</source>
        <translation>Impossible de décider d’ici si la stratégie de la clé {key} permet à {caller} de l’utiliser.</translation>
    </message>
    <message>
        <source>The policy of the key {key} does not let {caller} do {action}, so no shell opens; SSH and port forwarding do not use the key. Ask for it to be allowed there. Grants were not looked at.</source>
        <translation>La stratégie de la clé {key} ne permet pas {action} à {caller}&#xa0;: aucun shell ne s’ouvre&#xa0;; SSH et le réacheminement de port n’utilisent pas la clé. Demandez que cela y soit autorisé. Les octrois n’ont pas été examinés.</translation>
    </message>
    <message>
        <source>Where sessions are encrypted with a KMS key, the plugin asks for it in your name, and no shell opens without it.</source>
        <translation>Quand les sessions sont chiffrées avec une clé KMS, le plugin la demande en votre nom&#xa0;; sans elle, aucun shell ne s’ouvre.</translation>
    </message>
    <message>
        <source>The policy of the key {key} lets {caller} do {action}.</source>
        <translation>La stratégie de la clé {key} permet {action} à {caller}.</translation>
    </message>
    <message>
        <source>Simulated: {caller} may do {action}, and the policy of the key {key} lets it.</source>
        <translation>Simulation&#xa0;: {caller} peut appeler {action}, et la stratégie de la clé {key} le permet.</translation>
    </message>
    <message>
        <source>The policy of the key {key} lets {caller} do {action}, but its permissions boundary does not. Which of them counts cannot be decided from here.</source>
        <translation>La stratégie de la clé {key} permet {action} à {caller}, mais pas sa limite d’autorisations. Impossible de décider d’ici laquelle l’emporte.</translation>
    </message>
    <message>
        <source>Simulated: the policies of {caller} allow using the key {key}. Its own policy counts too, which only the account of the key may read.</source>
        <translation>Simulation&#xa0;: les stratégies de {caller} autorisent l’utilisation de la clé {key}. La stratégie de la clé compte aussi, et seul le compte de la clé peut la lire.</translation>
    </message>
    <message>
        <source>Simulated: no policy of {caller} allows using the key {key}, unless its own policy does, which only the account of the key may read.</source>
        <translation>Simulation&#xa0;: aucune stratégie de {caller} n’autorise l’utilisation de la clé {key}, à moins que la stratégie de la clé ne le fasse&#xa0;; seul le compte de la clé peut la lire.</translation>
    </message>
    <message>
        <source>You may use the key of sessions</source>
        <translation>Vous pouvez utiliser la clé des sessions</translation>
    </message>
    <message>
        <source>Each node is looked at.</source>
        <translation>Chaque nœud est examiné.</translation>
    </message>
    <message>
        <source>The root user may start sessions, unless a policy of the organization forbids it. That cannot be simulated.</source>
        <translation>L’utilisateur root peut démarrer des sessions, sauf si une stratégie de l’organisation l’interdit. Cela ne peut pas être simulé.</translation>
    </message>
    <message>
        <source>Simulated: {caller} may start sessions on the node.</source>
        <translation>Simulation&#xa0;: {caller} peut démarrer des sessions sur le nœud.</translation>
    </message>
    <message>
        <source>{finding} Conditions on {keys} could not be decided.</source>
        <translation>{finding} Les conditions portant sur {keys} n’ont pas pu être tranchées.</translation>
    </message>
    <message>
        <source>{action}</source>
        <translation>{action}</translation>
    </message>
    <message>
        <source>Tag {key} of the node</source>
        <translation>Balise {key} du nœud</translation>
    </message>
    <message>
        <source>Simulated: {caller} may start sessions on {what} only with a session document that its policies allow (ssm:SessionDocumentAccessCheck), and none allows {document}. Ask for that document to be allowed, too.</source>
        <translation>Simulation&#xa0;: {caller} ne peut démarrer des sessions sur {what} qu’avec un document de session que ses stratégies autorisent (ssm:SessionDocumentAccessCheck), et aucune n’autorise {document}. Demandez que ce document soit autorisé aussi.</translation>
    </message>
    <message>
        <source>Simulated: no policy of {caller} allows sessions on {what} as it is tagged. They ask for tags ({tags}): correct those, if they are wrong, or have the policies changed.</source>
        <translation>Simulation&#xa0;: aucune stratégie de {caller} n’autorise de sessions sur {what} avec les balises actuelles. Les stratégies exigent des balises ({tags})&#xa0;: corrigez-les si elles sont fausses, ou faites modifier les stratégies.</translation>
    </message>
    <message>
        <source>Simulated: {caller} may start sessions as long as none names a document. AWS&apos;s newer pages say that the policy must allow {document} too: ask for it, to be safe.</source>
        <translation>Simulation&#xa0;: {caller} peut démarrer des sessions tant qu’aucune ne désigne de document. Les pages récentes d’AWS indiquent que la stratégie doit aussi autoriser {document}&#xa0;: par précaution, demandez-le.</translation>
    </message>
    <message>
        <source>any of the {count} chosen nodes</source>
        <translation>l’un des {count} nœuds choisis</translation>
    </message>
    <message>
        <source>{action} on {document}</source>
        <translation>{action} sur {document}</translation>
    </message>
    <message>
        <source>Simulated: {caller} may start sessions, but not with {documents}; without that there is no {features}. Ask for it to be allowed.</source>
        <translation>Simulation&#xa0;: {caller} peut démarrer des sessions, mais pas avec {documents}&#xa0;; sans cela, ces fonctions manquent&#xa0;: {features}. Demandez cette autorisation.</translation>
    </message>
    <message>
        <source>You may start sessions</source>
        <translation>Vous pouvez démarrer des sessions</translation>
    </message>
    <message>
        <source>AWS refuses a session to whoever lacks the right on the node or on the session document.</source>
        <translation>AWS refuse une session à qui n’a pas le droit sur le nœud ou sur le document de session.</translation>
    </message>
    <message>
        <source>The role {role} may do all that sessions need, as the policy simulator says.</source>
        <translation>Le rôle {role} a toutes les autorisations nécessaires aux sessions, d’après le simulateur de stratégies.</translation>
    </message>
    <message>
        <source>The role {role} may not report to Systems Manager. {reason}</source>
        <translation>Le rôle {role} n’a pas le droit d’envoyer des rapports à Systems Manager. {reason}</translation>
    </message>
    <message>
        <source>The permissions boundary {boundary} of {role} does not allow {actions}. Allow them in the boundary.</source>
        <translation>La limite d’autorisations {boundary} de {role} n’autorise pas {actions}. Autorisez ces actions dans la limite.</translation>
    </message>
    <message>
        <source>A policy of {role} denies {actions} explicitly ({policies}). Take the actions out of that Deny.</source>
        <translation>Une stratégie de {role} refuse explicitement {actions} ({policies}). Retirez ces actions de cette instruction Deny.</translation>
    </message>
    <message>
        <source>The role {role} has no permission for {actions}. Attach the policy {recommended} to it, or allow them in a policy of its own.</source>
        <translation>Le rôle {role} n’a pas d’autorisation pour {actions}. Attachez-lui la stratégie {recommended}, ou autorisez ces actions dans une stratégie propre au rôle.</translation>
    </message>
    <message>
        <source>The role {role} may do all that sessions need. It has the policy {policy}, which allows much more and which AWS means to withdraw; {recommended} is enough.</source>
        <translation>Le rôle {role} a toutes les autorisations nécessaires aux sessions. Il a la stratégie {policy}, qui autorise bien plus et qu’AWS compte retirer&#xa0;; {recommended} suffit.</translation>
    </message>
    <message>
        <source>The policies of the role {role} allow all that sessions need.</source>
        <translation>Les stratégies du rôle {role} autorisent tout ce qui est nécessaire aux sessions.</translation>
    </message>
    <message>
        <source>{finding} It was not told {keys}, which some of the policies ask for.</source>
        <translation>{finding} Le simulateur n’a pas reçu {keys}, dont dépendent certaines des stratégies.</translation>
    </message>
    <message>
        <source>which one is not told</source>
        <translation>laquelle n’est pas indiquée</translation>
    </message>
    <message>
        <source>{finding} If that right was taken away lately, the channel that is open now may last up to {minutes} minutes more.</source>
        <translation>{finding} Si ce droit a été retiré récemment, le canal ouvert à présent peut tenir encore jusqu’à {minutes} minutes.</translation>
    </message>
    <message>
        <source>Whether {role} may do {actions} cannot be told. {reasons}</source>
        <translation>Impossible de dire si {role} peut appeler {actions}. {reasons}</translation>
    </message>
    <message>
        <source>It depends on {keys}, whose values are not known here.</source>
        <translation>Cela dépend de {keys}, dont les valeurs ne sont pas connues ici.</translation>
    </message>
    <message>
        <source>The role {role} has the policy {policy}, which is enough by itself. Whether something else denies it could not be looked at; the right {right} is missing.</source>
        <translation>Le rôle {role} a la stratégie {policy}, qui suffit à elle seule. Il n’a pas été possible de voir si autre chose l’interdit&#xa0;; le droit {right} manque.</translation>
    </message>
    <message>
        <source>Attached policy</source>
        <translation>Stratégie attachée</translation>
    </message>
    <message>
        <source>{finding} This was read from the policies themselves, because the right {right} is missing.</source>
        <translation>{finding} Ceci a été lu dans les stratégies elles-mêmes, car le droit {right} manque.</translation>
    </message>
    <message>
        <source>{finding} This was read from the policies themselves, because the right {right} is missing; what the organization&apos;s policies say was not seen.</source>
        <translation>{finding} Ceci a été lu dans les stratégies elles-mêmes, car le droit {right} manque&#xa0;; ce que disent les stratégies de l’organisation n’a pas été vu.</translation>
    </message>
    <message>
        <source>The role has the permissions that sessions need</source>
        <translation>Le rôle a les autorisations nécessaires aux sessions</translation>
    </message>
    <message>
        <source>The agent registers with one of these actions and opens the channels of sessions with the others.</source>
        <translation>L’agent s’enregistre avec l’une de ces actions et ouvre les canaux de session avec les autres.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>No Region is chosen. Choose one, or set region in the profile.</source>
        <translation>Aucune Région n’est choisie. Choisissez-en une, ou définissez region dans le profil.</translation>
    </message>
    <message>
        <source>{region} is not the name of a Region. Check its spelling.</source>
        <translation>{region} n’est pas un nom de Région. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>AWS accepts the caller in {region}. What EC2 says about the Region could not be looked at.</source>
        <translation>AWS accepte l’appelant dans {region}. La réponse d’EC2 sur la Région n’a pas pu être consultée.</translation>
    </message>
    <message>
        <source>No AWS service answers in {region}, and no Region of this name was known on {date}. Check its spelling.</source>
        <translation>Aucun service AWS ne répond dans {region}, et aucune Région de ce nom n’était connue au {date}. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>EC2 knows no Region {region}. Check its spelling.</source>
        <translation>EC2 ne connaît pas de Région {region}. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>The Region {region} is not enabled for the account. Enable it in the account&apos;s settings, or choose another.</source>
        <translation>La Région {region} n’est pas activée pour le compte. Activez-la dans les paramètres du compte, ou choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The Region {region} is enabled for the account.</source>
        <translation>La Région {region} est activée pour le compte.</translation>
    </message>
    <message>
        <source>The Region exists and is enabled</source>
        <translation>La Région existe et est activée</translation>
    </message>
    <message>
        <source>Nodes are known in one Region only, and settings hold for one Region.</source>
        <translation>Un nœud n’est connu que dans une seule Région, et les paramètres ne valent que pour une Région.</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>The node is registered: its channel for sessions is open.</source>
        <translation>Le nœud est enregistré&#xa0;: son canal de session est ouvert.</translation>
    </message>
    <message>
        <source>The node is registered, but seems to be an EC2 instance ({instance}) that was registered with a hybrid activation: it counts and is charged as a machine outside EC2. To change that, deregister it and give the instance a role.</source>
        <translation>Le nœud est enregistré, mais semble être une instance EC2 ({instance}) enregistrée avec une activation hybride&#xa0;: elle compte et est facturée comme une machine hors d’EC2. Pour changer cela, annulez son enregistrement et donnez un rôle à l’instance.</translation>
    </message>
    <message>
        <source>The node is registered, and the same machine seems to be registered as {twin} too, with a hybrid activation. An agent reports as one of the two only; deregister the one that is left over.</source>
        <translation>Le nœud est enregistré, et la même machine semble aussi enregistrée en tant que {twin}, avec une activation hybride. Un agent n’envoie ses rapports que pour l’un des deux&#xa0;; annulez l’enregistrement de celui qui est de trop.</translation>
    </message>
    <message>
        <source>Ping of {node}</source>
        <translation>Ping de {node}</translation>
    </message>
    <message>
        <source>The node is registered with Systems Manager.</source>
        <translation>Le nœud est enregistré auprès de Systems Manager.</translation>
    </message>
    <message>
        <source>The instance is not registered as such: its agent seems to report as {twin}, registered with a hybrid activation. Open sessions on {twin}, or deregister it so that the agent registers as the instance.</source>
        <translation>L’instance n’est pas enregistrée en tant que telle&#xa0;: son agent semble envoyer ses rapports en tant que {twin}, enregistré avec une activation hybride. Ouvrez les sessions sur {twin}, ou annulez cet enregistrement pour que l’agent s’enregistre en tant qu’instance.</translation>
    </message>
    <message>
        <source>Computer name of {node}</source>
        <translation>Nom d’ordinateur de {node}</translation>
    </message>
    <message>
        <source>Address of {node}</source>
        <translation>Adresse de {node}</translation>
    </message>
    <message>
        <source>Managed nodes</source>
        <translation>Nœuds gérés</translation>
    </message>
    <message>
        <source>The instance was started only just now; it may take {minutes} minutes to report. Look again.</source>
        <translation>L’instance vient de démarrer&#xa0;; son premier rapport peut prendre {minutes} minutes. Vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>The instance runs, but its agent does not report to Systems Manager.</source>
        <translation>L’instance est en cours d’exécution, mais son agent n’envoie pas de rapports à Systems Manager.</translation>
    </message>
    <message>
        <source>The instance runs, but its agent does not report, and nothing seen from here explains it. Left are an agent that is not installed or not running, a firewall or a proxy inside the machine, or a new role that the agent has not taken up: restart the agent. On the machine, this tells whether it runs: {command}</source>
        <translation>L’instance est en cours d’exécution, mais son agent n’envoie pas de rapports, et rien de visible d’ici ne l’explique. Restent un agent qui n’est pas installé ou pas démarré, un pare-feu ou un proxy sur la machine, ou un nouveau rôle que l’agent n’a pas encore pris en compte&#xa0;: redémarrez l’agent. Sur la machine, cette commande indique s’il est en cours d’exécution&#xa0;: {command}</translation>
    </message>
    <message>
        <source>The node is not registered.</source>
        <translation>Le nœud n’est pas enregistré.</translation>
    </message>
    <message>
        <source>Systems Manager says {ping} of the agent, which does not tell whether it reports.</source>
        <translation>Systems Manager indique {ping} pour l’agent, ce qui ne dit pas s’il envoie ses rapports.</translation>
    </message>
    <message>
        <source>The agent has stopped reporting as {node} (last at {time}); what seems to be the same machine was registered again as {newer} and reports. Open sessions on that one, and deregister {node}.</source>
        <translation>L’agent n’envoie plus de rapports en tant que {node} (dernier&#xa0;: {time})&#xa0;; ce qui semble être la même machine a été enregistré à nouveau en tant que {newer} et envoie ses rapports. Ouvrez les sessions sur ce nœud-là, et annulez l’enregistrement de {node}.</translation>
    </message>
    <message>
        <source>The agent has stopped reporting (last at {time}), and nothing seen from here explains it. Left are a machine that is off, an agent that is stopped, a firewall or a proxy on the way, a full disk, or a wrong clock on the machine.</source>
        <translation>L’agent n’envoie plus de rapports (dernier&#xa0;: {time}), et rien de visible d’ici ne l’explique. Restent une machine éteinte, un agent arrêté, un pare-feu ou un proxy sur le trajet, un disque plein ou une horloge mal réglée sur la machine.</translation>
    </message>
    <message>
        <source>On it, this tells whether the agent runs: {command}</source>
        <translation>Sur la machine, cette commande indique si l’agent est en cours d’exécution&#xa0;: {command}</translation>
    </message>
    <message>
        <source>The agent reports. {reason} On a full disk sessions may stay blank or end at once: free some space.</source>
        <translation>L’agent envoie ses rapports. {reason} Sur un disque plein, les sessions peuvent rester vides ou se terminer aussitôt&#xa0;: libérez de l’espace.</translation>
    </message>
    <message>
        <source>The agent reports.</source>
        <translation>L’agent envoie ses rapports.</translation>
    </message>
    <message>
        <source>The agent is called online, but its last report is {minutes} minutes old, and agents report every {usual} minutes. One that cannot reach the service hibernates and then reports once an hour or less: restart it when the cause is mended.</source>
        <translation>L’agent est dit en ligne, mais son dernier rapport date de {minutes} minutes, alors que les agents en envoient un toutes les {usual} minutes. Un agent qui ne peut pas joindre le service se met en veille et n’envoie alors qu’un rapport par heure ou moins&#xa0;: redémarrez-le une fois la cause corrigée.</translation>
    </message>
    <message>
        <source>A machine that was cloned, or whose hardware changed, gets no credentials any more and has to be registered anew.</source>
        <translation>Une machine qui a été clonée, ou dont le matériel a changé, n’obtient plus d’informations d’identification et doit être enregistrée à nouveau.</translation>
    </message>
    <message>
        <source>The Region also has more managed nodes than its quota.</source>
        <translation>La Région a aussi plus de nœuds gérés que son quota.</translation>
    </message>
    <message>
        <source>Systems Manager says {status} of the channel, which does not tell whether it is open.</source>
        <translation>Systems Manager indique {status} pour le canal, ce qui ne dit pas s’il est ouvert.</translation>
    </message>
    <message>
        <source>The agent reports, but has no channel for sessions, and nothing seen from here explains it. Left are a firewall or a proxy inside the machine that lets ssm pass and not ssmmessages, or an agent that needs a restart.</source>
        <translation>L’agent envoie ses rapports, mais n’a pas de canal de session, et rien de visible d’ici ne l’explique. Restent un pare-feu ou un proxy sur la machine qui laisse passer ssm mais pas ssmmessages, ou un agent à redémarrer.</translation>
    </message>
    <message>
        <source>The agent reports seldom (last {minutes} minutes ago) and has no channel for sessions, so it may be hibernating; nothing else seen from here explains it. Restart the agent.</source>
        <translation>L’agent envoie rarement ses rapports (dernier il y a {minutes} minutes) et n’a pas de canal de session&#xa0;: il est peut-être en veille&#xa0;; rien d’autre de visible d’ici ne l’explique. Redémarrez l’agent.</translation>
    </message>
    <message>
        <source>On the machine, this looks: {command}</source>
        <translation>Sur la machine, cette commande vérifie&#xa0;: {command}</translation>
    </message>
    <message>
        <source>AWS does not list its system, {system}, on which the agent may not work.</source>
        <translation>AWS n’énumère pas son système, {system}, sur lequel l’agent pourrait ne pas fonctionner.</translation>
    </message>
    <message>
        <source>The latest report is late, but the channel for sessions is open.</source>
        <translation>Le dernier rapport est en retard, mais le canal de session est ouvert.</translation>
    </message>
    <message>
        <source>The agent has stopped reporting; its last report was at {time}.</source>
        <translation>L’agent n’envoie plus de rapports&#xa0;; son dernier rapport&#xa0;: {time}.</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Dernier rapport</translation>
    </message>
    <message>
        <source>A real session was opened and ended again.</source>
        <translation>Une session réelle a été ouverte, puis refermée.</translation>
    </message>
    <message>
        <source>A policy of the organization forbids it: ask who administers the organization.</source>
        <translation>Une stratégie de l’organisation l’interdit&#xa0;: adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>Your permissions boundary does not allow it: ask for it to be allowed there, too.</source>
        <translation>Votre limite d’autorisations ne l’autorise pas&#xa0;: demandez que cela y soit autorisé aussi.</translation>
    </message>
    <message>
        <source>The policy given when you signed in does not allow it: sign in without it.</source>
        <translation>La stratégie donnée à la connexion ne l’autorise pas&#xa0;: connectez-vous sans elle.</translation>
    </message>
    <message>
        <source>A policy denies it explicitly: ask for that statement to be changed.</source>
        <translation>Une stratégie l’interdit explicitement&#xa0;: demandez la modification de cette instruction.</translation>
    </message>
    <message>
        <source>No policy of yours allows it: ask whoever administers IAM to allow it.</source>
        <translation>Aucune de vos stratégies ne l’autorise&#xa0;: demandez cette autorisation à l’administrateur d’IAM.</translation>
    </message>
    <message>
        <source>Ask whoever administers IAM to allow it.</source>
        <translation>Demandez cette autorisation à l’administrateur d’IAM.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
    <message>
        <source>The policy of the VPC endpoint that your calls pass does not allow it: ask whoever administers that endpoint.</source>
        <translation>La stratégie du point de terminaison de VPC par lequel passent vos appels ne l’autorise pas&#xa0;: adressez-vous à l’administrateur de ce point de terminaison.</translation>
    </message>
    <message>
        <source>The service granted you a session on the node.</source>
        <translation>Le service vous a accordé une session sur le nœud.</translation>
    </message>
    <message>
        <source>The service refused you a session: ssm:StartSession is not allowed on {resource}. {why}</source>
        <translation>Le service vous a refusé une session&#xa0;: ssm:StartSession n’est pas autorisé sur {resource}. {why}</translation>
    </message>
    <message>
        <source>Policy that would allow it</source>
        <translation>Stratégie qui l’autoriserait</translation>
    </message>
    <message>
        <source>The node holds its channel for sessions open.</source>
        <translation>Le nœud garde son canal de session ouvert.</translation>
    </message>
    <message>
        <source>The node has no channel for sessions.</source>
        <translation>Le nœud n’a pas de canal de session.</translation>
    </message>
    <message>
        <source>The agent reports, but has no channel for sessions.</source>
        <translation>L’agent envoie ses rapports, mais n’a pas de canal de session.</translation>
    </message>
    <message>
        <source>The node is registered with Systems Manager</source>
        <translation>Le nœud est enregistré auprès de Systems Manager</translation>
    </message>
    <message>
        <source>Session Manager only knows nodes whose agent has reported.</source>
        <translation>Session Manager ne connaît que les nœuds dont l’agent a envoyé un rapport.</translation>
    </message>
    <message>
        <source>The agent reports</source>
        <translation>L’agent envoie ses rapports</translation>
    </message>
    <message>
        <source>An agent that does not report takes no sessions either.</source>
        <translation>Un agent qui n’envoie pas de rapports n’accepte pas non plus de sessions.</translation>
    </message>
    <message>
        <source>The node&apos;s channel for sessions is open</source>
        <translation>Le canal de session du nœud est ouvert</translation>
    </message>
    <message>
        <source>Sessions travel through a channel that the agent opens to ssmmessages. Only this proves that one can start.</source>
        <translation>Les sessions passent par un canal que l’agent ouvre vers ssmmessages. Lui seul prouve qu’une session peut démarrer.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Instance profile</source>
        <translation>Profil d’instance</translation>
    </message>
    <message>
        <source>The instance profile {profile} was deleted, so the node has no role. Make one of this name again, or give the instance another.</source>
        <translation>Le profil d’instance {profile} a été supprimé&#xa0;: le nœud n’a pas de rôle. Recréez-en un du même nom, ou donnez-en un autre à l’instance.</translation>
    </message>
    <message>
        <source>The instance profile {profile} is empty, so the node has no role. Put a role into it.</source>
        <translation>Le profil d’instance {profile} est vide&#xa0;: le nœud n’a pas de rôle. Placez-y un rôle.</translation>
    </message>
    <message>
        <source>The role {role} in the instance profile {profile} was deleted, so the node has no credentials. Put another role into the profile.</source>
        <translation>Le rôle {role} du profil d’instance {profile} a été supprimé&#xa0;: le nœud n’a pas d’informations d’identification. Placez un autre rôle dans le profil.</translation>
    </message>
    <message>
        <source>The instance has the role {role}.</source>
        <translation>L’instance a le rôle {role}.</translation>
    </message>
    <message>
        <source>The machine is not registered.</source>
        <translation>La machine n’est pas enregistrée.</translation>
    </message>
    <message>
        <source>The service does not tell the role of this machine.</source>
        <translation>Le service n’indique pas le rôle de cette machine.</translation>
    </message>
    <message>
        <source>The service role {role} of this machine was deleted. Give the machine another role, or make one of this name again.</source>
        <translation>Le rôle de service {role} de cette machine a été supprimé. Donnez un autre rôle à la machine, ou recréez-en un du même nom.</translation>
    </message>
    <message>
        <source>The machine has the service role {role}.</source>
        <translation>La machine a le rôle de service {role}.</translation>
    </message>
    <message>
        <source>The instance has no instance profile, so its agent has no rights. {reason} Give the instance a profile with a role that may report.</source>
        <translation>L’instance n’a pas de profil d’instance&#xa0;: son agent n’a aucun droit. {reason} Donnez à l’instance un profil dont le rôle a le droit d’envoyer des rapports.</translation>
    </message>
    <message>
        <source>The instance has no instance profile, and the role {role} of Default Host Management was deleted. Turn Default Host Management on anew, or give the instance a role.</source>
        <translation>L’instance n’a pas de profil d’instance, et le rôle {role} de la gestion des hôtes par défaut a été supprimé. Réactivez la gestion des hôtes par défaut, ou donnez un rôle à l’instance.</translation>
    </message>
    <message>
        <source>The instance has no instance profile. {reason}</source>
        <translation>L’instance n’a pas de profil d’instance. {reason}</translation>
    </message>
    <message>
        <source>Trust policy</source>
        <translation>Stratégie d’approbation</translation>
    </message>
    <message>
        <source>{service} may take the role {role}.</source>
        <translation>{service} peut endosser le rôle {role}.</translation>
    </message>
    <message>
        <source>The trust policy of {role} has conditions that cannot be decided from here, or parts that cannot be read.</source>
        <translation>La stratégie d’approbation de {role} a des conditions qu’on ne peut pas trancher d’ici, ou des parties illisibles.</translation>
    </message>
    <message>
        <source>The trust policy of {role} allows {service} only for another account or Region than {account} in {region}. Correct aws:SourceAccount and aws:SourceArn in it.</source>
        <translation>La stratégie d’approbation de {role} n’autorise {service} que pour un autre compte ou une autre Région que {account} dans {region}. Corrigez-y aws:SourceAccount et aws:SourceArn.</translation>
    </message>
    <message>
        <source>The trust policy of {role} denies {service} the role. Take that statement out.</source>
        <translation>La stratégie d’approbation de {role} interdit le rôle à {service}. Retirez cette instruction.</translation>
    </message>
    <message>
        <source>{service} may not take the role {role}, so the node gets no credentials. Add it to the trust policy.</source>
        <translation>{service} ne peut pas endosser le rôle {role}&#xa0;: le nœud n’obtient aucune information d’identification. Ajoutez ce service à la stratégie d’approbation.</translation>
    </message>
    <message>
        <source>The node has a role</source>
        <translation>Le nœud a un rôle</translation>
    </message>
    <message>
        <source>The agent reports to Systems Manager with the rights of the node&apos;s role; without one it cannot report.</source>
        <translation>L’agent s’adresse à Systems Manager avec les droits du rôle du nœud&#xa0;; sans rôle, il ne le peut pas.</translation>
    </message>
    <message>
        <source>The role may be taken by the node</source>
        <translation>Le nœud peut endosser le rôle</translation>
    </message>
    <message>
        <source>The trust policy says who may take a role: EC2 for instances, Systems Manager for hybrid nodes.</source>
        <translation>La stratégie d’approbation dit qui peut endosser un rôle&#xa0;: EC2 pour les instances, Systems Manager pour les nœuds hybrides.</translation>
    </message>
    <message>
        <source>The endpoint stands in the node&apos;s own subnet.</source>
        <translation>Le point de terminaison se trouve dans le sous-réseau du nœud.</translation>
    </message>
    <message>
        <source>The endpoint stands in no subnet. Add a subnet to it.</source>
        <translation>Le point de terminaison n’est dans aucun sous-réseau. Ajoutez-lui un sous-réseau.</translation>
    </message>
    <message>
        <source>Route table {table} leads to the gateway endpoint {endpoint}.</source>
        <translation>La table de routage {table} mène au point de terminaison de passerelle {endpoint}.</translation>
    </message>
    <message>
        <source>Route table {table} leads to the gateway endpoint {endpoint}, which does not seem to work (state of the endpoint: {state}, of the route: {route}).</source>
        <translation>La table de routage {table} mène au point de terminaison de passerelle {endpoint}, qui ne semble pas fonctionner (état du point de terminaison&#xa0;: {state}, de la route&#xa0;: {route}).</translation>
    </message>
    <message>
        <source>The endpoint has only addresses of the kind {addresses}, which the node does not have.</source>
        <translation>Le point de terminaison n’a que des adresses de type {addresses}, que le nœud n’a pas.</translation>
    </message>
    <message>
        <source>The subnet {subnet} of the endpoint is not shown here.</source>
        <translation>Le sous-réseau {subnet} du point de terminaison n’est pas visible ici.</translation>
    </message>
    <message>
        <source>Route table {table} sends the traffic to the endpoint into a black hole ({target}). Remove the route for {destination}.</source>
        <translation>La table de routage {table} envoie le trafic vers le point de terminaison dans un trou noir ({target}). Supprimez la route vers {destination}.</translation>
    </message>
    <message>
        <source>Route table {table} sends traffic to the endpoint ({destination}) through {target}. Whether it arrives cannot be seen from here.</source>
        <translation>La table de routage {table} envoie le trafic vers le point de terminaison ({destination}) par {target}. Impossible de voir d’ici s’il arrive.</translation>
    </message>
    <message>
        <source>The VPC&apos;s own routes lead to the endpoint.</source>
        <translation>Les routes du VPC lui-même mènent au point de terminaison.</translation>
    </message>
    <message>
        <source>The endpoint has no address in the node&apos;s Availability Zone {zone}, only in {zones}. It works from there; traffic between zones costs, and it fails with the other zone. Add a subnet of {zone} to the endpoint.</source>
        <translation>Le point de terminaison n’a pas d’adresse dans la zone de disponibilité {zone} du nœud, seulement dans {zones}. Il fonctionne depuis là&#xa0;; le trafic entre zones est facturé, et il tombe avec l’autre zone. Ajoutez un sous-réseau de {zone} au point de terminaison.</translation>
    </message>
    <message>
        <source>Route table {table} sends a part of the public addresses another way than the rest. Which of them the service has cannot be seen from here. One part: {one}</source>
        <translation>La table de routage {table} envoie une partie des adresses publiques par un autre chemin que le reste. On ne voit pas d’ici lesquelles sont celles du service. Une partie&#xa0;: {one}</translation>
    </message>
    <message>
        <source>The route table of subnet {subnet} is not shown here.</source>
        <translation>La table de routage du sous-réseau {subnet} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Could not look: the right {right} is missing.</source>
        <translation>Vérification impossible&#xa0;: le droit {right} manque.</translation>
    </message>
    <message>
        <source>Could not look: the credentials were refused ({call}).</source>
        <translation>Vérification impossible&#xa0;: les informations d’identification ont été refusées ({call}).</translation>
    </message>
    <message>
        <source>Could not look: the AWS configuration is not usable ({call}).</source>
        <translation>Vérification impossible&#xa0;: la configuration AWS n’est pas utilisable ({call}).</translation>
    </message>
    <message>
        <source>Could not look: AWS could not be reached ({call}).</source>
        <translation>Vérification impossible&#xa0;: AWS est injoignable ({call}).</translation>
    </message>
    <message>
        <source>Could not look: there was no answer in time ({call}).</source>
        <translation>Vérification impossible&#xa0;: pas de réponse à temps ({call}).</translation>
    </message>
    <message>
        <source>Could not look: the account makes too many requests at present ({call}).</source>
        <translation>Vérification impossible&#xa0;: le compte fait trop de requêtes en ce moment ({call}).</translation>
    </message>
    <message>
        <source>Not looked at: the inspection was cancelled.</source>
        <translation>Non vérifié&#xa0;: l’inspection a été annulée.</translation>
    </message>
    <message>
        <source>Not looked at: read-only mode is on, and {call} runs something.</source>
        <translation>Pas vérifié&#xa0;: le mode lecture seule est activé, et {call} exécute quelque chose.</translation>
    </message>
    <message>
        <source>Not looked at. {why}</source>
        <translation>Non vérifié. {why}</translation>
    </message>
    <message>
        <source>Not looked at.</source>
        <translation>Non vérifié.</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Prêt.</translation>
    </message>
    <message>
        <source>Ready. Whether the session preferences ask for it could not be seen.</source>
        <translation>Prêt. On n’a pas pu voir si les préférences de session le demandent.</translation>
    </message>
    <message>
        <source>Ready, and the session preferences ask for it.</source>
        <translation>Prêt, et les préférences de session le demandent.</translation>
    </message>
    <message>
        <source>Ready to be used; the session preferences do not ask for it.</source>
        <translation>Prêt à l’emploi&#xa0;; les préférences de session ne le demandent pas.</translation>
    </message>
    <message>
        <source>Not looked at: the time given ran out.</source>
        <translation>Non vérifié&#xa0;: le temps accordé est écoulé.</translation>
    </message>
    <message>
        <source>Could not look: {call} failed with {code}.</source>
        <translation>Vérification impossible&#xa0;: {call} a échoué avec {code}.</translation>
    </message>
    <message>
        <source>Could not look: what answered {call} was not AWS. It may be a proxy or the sign-in page of a network.</source>
        <translation>Vérification impossible&#xa0;: ce qui a répondu à {call} n’était pas AWS. Il peut s’agir d’un proxy ou de la page de connexion d’un réseau.</translation>
    </message>
    <message>
        <source>Not looked at, because something before it has to be right first.</source>
        <translation>Non vérifié&#xa0;: une étape précédente doit d’abord être correcte.</translation>
    </message>
    <message>
        <source>Default Host Management is off, so nothing stands in.</source>
        <translation>La gestion des hôtes par défaut est désactivée&#xa0;: rien ne prend le relais.</translation>
    </message>
    <message>
        <source>Default Host Management is on but needs instance metadata, which is off.</source>
        <translation>La gestion des hôtes par défaut est activée, mais elle a besoin des métadonnées d’instance, qui sont désactivées.</translation>
    </message>
    <message>
        <source>Default Host Management stands in with {role}, if the agent is {minimum} or later.</source>
        <translation>La gestion des hôtes par défaut prend le relais avec {role}, si l’agent est en version {minimum} ou ultérieure.</translation>
    </message>
    <message>
        <source>Default Host Management is on but needs agent {minimum}; this is {version}.</source>
        <translation>La gestion des hôtes par défaut est activée, mais elle exige l’agent {minimum}&#xa0;; celui-ci est en version {version}.</translation>
    </message>
    <message>
        <source>Default Host Management stands in with {role}.</source>
        <translation>La gestion des hôtes par défaut prend le relais avec {role}.</translation>
    </message>
    <message>
        <source>{system} is no longer among the systems that AWS lists. It may work.</source>
        <translation>{system} ne figure plus parmi les systèmes qu’AWS énumère. Il peut fonctionner.</translation>
    </message>
    <message>
        <source>{system} is not among the systems that AWS lists. It may work.</source>
        <translation>{system} ne figure pas parmi les systèmes qu’AWS énumère. Il peut fonctionner.</translation>
    </message>
    <message>
        <source>{system} is newer than the list of {date} that this version goes by. AWS may list it by now.</source>
        <translation>{system} est plus récent que la liste du {date} sur laquelle se fonde cette version. AWS l’énumère peut-être depuis.</translation>
    </message>
    <message>
        <source>{system} is listed, but not for this processor architecture. It may work.</source>
        <translation>{system} est énuméré, mais pas pour cette architecture de processeur. Il peut fonctionner.</translation>
    </message>
    <message>
        <source>{system} is not a server edition, which AWS lists alone. It may work.</source>
        <translation>{system} n’est pas une édition serveur, les seules qu’AWS énumère. Il peut fonctionner.</translation>
    </message>
    <message>
        <source>The node&apos;s system is only known when its agent has reported.</source>
        <translation>Le système du nœud n’est connu qu’une fois que son agent a envoyé un rapport.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>Edition (SKU), as the node says</source>
        <translation>Édition (SKU), d’après le nœud</translation>
    </message>
    <message>
        <source>Kernel, as the node says</source>
        <translation>Noyau, d’après le nœud</translation>
    </message>
    <message>
        <source>{finding} Its PowerShell {version} is older than {floor}, which streaming to CloudWatch Logs needs.</source>
        <translation>{finding} Son PowerShell {version} est antérieur à {floor}, qu’exige la diffusion vers CloudWatch Logs.</translation>
    </message>
    <message>
        <source>PowerShell, as the node says</source>
        <translation>PowerShell, d’après le nœud</translation>
    </message>
    <message>
        <source>{system} is on AWS&apos;s list of {date}.</source>
        <translation>{system} figure dans la liste d’AWS du {date}.</translation>
    </message>
    <message>
        <source>AWS lists the operating system</source>
        <translation>AWS énumère le système d’exploitation</translation>
    </message>
    <message>
        <source>AWS tests and mends the agent on the systems it lists, for as long as their makers support them. Some others cannot work at all.</source>
        <translation>AWS teste et corrige l’agent sur les systèmes qu’il énumère, aussi longtemps que leurs éditeurs les prennent en charge. Certains autres ne peuvent pas fonctionner du tout.</translation>
    </message>
    <message>
        <source>The agent does not tell the node&apos;s system.</source>
        <translation>L’agent n’indique pas le système du nœud.</translation>
    </message>
    <message>
        <source>{system} is older than what Session Manager supports. Move to a newer one, or reach the machine another way.</source>
        <translation>{system} est plus ancien que ce que Session Manager prend en charge. Passez à un système plus récent, ou accédez à la machine autrement.</translation>
    </message>
    <message>
        <source>{system} is a Nano Server, which Session Manager does not support. Reach the machine another way.</source>
        <translation>{system} est un serveur Nano, que Session Manager ne prend pas en charge. Accédez à la machine autrement.</translation>
    </message>
    <message>
        <source>{system} is supported on EC2 only, not on machines outside it. Reach the machine another way.</source>
        <translation>{system} n’est pris en charge que sur EC2, pas sur les machines extérieures. Accédez à la machine autrement.</translation>
    </message>
    <message>
        <source>The node is a Nano Server, which Session Manager does not support. Reach it another way.</source>
        <translation>Le nœud est un serveur Nano, que Session Manager ne prend pas en charge. Accédez-y autrement.</translation>
    </message>
    <message>
        <source>The kernel {kernel} is older than {floor}, which this agent needs. Update the system.</source>
        <translation>Le noyau {kernel} est antérieur à {floor}, qu’exige cet agent. Mettez le système à jour.</translation>
    </message>
    <message>
        <source>Nano Server, which is not supported, reports the same version</source>
        <translation>Un serveur Nano, non pris en charge, annonce la même version</translation>
    </message>
    <message>
        <source>EC2 instances have no instance tier; it is about hybrid nodes alone.</source>
        <translation>Les instances EC2 n’ont pas de niveau d’instances&#xa0;; il ne concerne que les nœuds hybrides.</translation>
    </message>
    <message>
        <source>Set the instance tier of the Region from {before} to {after}.</source>
        <translation>Faire passer le niveau d’instances de la Région de {before} à {after}.</translation>
    </message>
    <message>
        <source>Set the instance tier back to {before}.</source>
        <translation>Remettre le niveau d’instances à {before}.</translation>
    </message>
    <message>
        <source>The service takes up to half an hour to change the tier.</source>
        <translation>Le service met jusqu’à une demi-heure à changer de niveau.</translation>
    </message>
    <message>
        <source>Every hybrid node of the account in {region} ({count}), not only those chosen.</source>
        <translation>Tous les nœuds hybrides du compte dans {region} ({count}), pas seulement ceux qui sont choisis.</translation>
    </message>
    <message>
        <source>The service has no instance tier in this Region any more.</source>
        <translation>Le service n’a plus de niveau d’instances dans cette Région.</translation>
    </message>
    <message>
        <source>The advanced tier is on already.</source>
        <translation>Le niveau avancé est déjà activé.</translation>
    </message>
    <message>
        <source>Somebody is changing the tier right now. Look again when that is done.</source>
        <translation>Quelqu’un est en train de changer le niveau. Vérifiez de nouveau quand ce sera fait.</translation>
    </message>
    <message>
        <source>Not known for this partition. AWS used to charge every hybrid node of the Region by the hour; see the pricing page (as of {as_of}).</source>
        <translation>Inconnu pour cette partition. AWS facturait autrefois chaque nœud hybride de la Région à l’heure&#xa0;; voyez la page des tarifs (au {as_of}).</translation>
    </message>
    <message>
        <source>Not certain. Until {until} AWS charged {price} US dollars an hour for every hybrid node of the Region, about {month} US dollars a month for {count}. Whether it still does was not confirmed when this was last compared ({as_of}); see the pricing page.</source>
        <translation>Incertain. Jusqu’au {until}, AWS facturait {price} dollar américain par heure pour chaque nœud hybride de la Région, soit environ {month} dollars par mois pour {count}. Il n’était pas confirmé que ce soit encore le cas lors de la dernière comparaison ({as_of})&#xa0;; voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>AWS says that sessions on hybrid nodes need no tier here any more. Change it only if the service itself refused a session for it.</source>
        <translation>AWS indique que les sessions sur les nœuds hybrides n’ont plus besoin de niveau ici. Ne le changez que si le service lui-même a refusé une session pour cette raison.</translation>
    </message>
    <message>
        <source>Sets the tier back as it was. AWS used to allow that only with at most {limit} hybrid nodes in the Region, it could take half an hour, and sessions on hybrid nodes ended with it.</source>
        <translation>Remet le niveau comme il était. AWS ne le permettait autrefois qu’avec au plus {limit} nœuds hybrides dans la Région, cela pouvait durer une demi-heure et mettait fin aux sessions sur les nœuds hybrides.</translation>
    </message>
    <message>
        <source>Enable the advanced instance tier</source>
        <translation>Activer le niveau d’instances avancées</translation>
    </message>
    <message>
        <source>Sets the instance tier of the account in this Region to advanced, which sessions on hybrid nodes used to need.</source>
        <translation>Passe au niveau avancé le niveau d’instances du compte dans cette Région, dont les sessions sur les nœuds hybrides avaient besoin autrefois.</translation>
    </message>
    <message>
        <source>Each agent downloads the new version, restarts and reports again.</source>
        <translation>Chaque agent télécharge la nouvelle version, redémarre et envoie de nouveau ses rapports.</translation>
    </message>
    <message>
        <source>Nodes whose agent is replaced: {count}.</source>
        <translation>Nœuds dont l’agent est remplacé&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>The agent restarts. Sessions that are open on these nodes end.</source>
        <translation>L’agent redémarre. Les sessions ouvertes sur ces nœuds prennent fin.</translation>
    </message>
    <message>
        <source>The nodes must reach Amazon S3 in their Region to download the agent.</source>
        <translation>Les nœuds doivent pouvoir joindre Amazon S3 dans leur Région pour télécharger l’agent.</translation>
    </message>
    <message>
        <source>Installs the version again that each node had before. The agent restarts once more, and an old version may refuse to be installed. Inspect again afterwards: the command alone does not tell that it worked.</source>
        <translation>Réinstalle la version que chaque nœud avait auparavant. L’agent redémarre encore une fois, et une ancienne version peut refuser de s’installer. Inspectez ensuite de nouveau&#xa0;: la commande seule ne dit pas si elle a réussi.</translation>
    </message>
    <message>
        <source>{node} is not online, so no command reaches it. Update the agent on the node.</source>
        <translation>{node} n’est pas en ligne, aucune commande ne l’atteint. Mettez l’agent à jour sur le nœud.</translation>
    </message>
    <message>
        <source>{node} does not tell its agent&apos;s version.</source>
        <translation>{node} n’indique pas la version de son agent.</translation>
    </message>
    <message>
        <source>The agent of {node} is up to date ({version}).</source>
        <translation>L’agent de {node} est à jour ({version}).</translation>
    </message>
    <message>
        <source>Replace agent {version} by the newest on {nodes}.</source>
        <translation>Remplacer l’agent {version} par le plus récent sur {nodes}.</translation>
    </message>
    <message>
        <source>Install agent {version} again on {nodes}.</source>
        <translation>Réinstaller l’agent {version} sur {nodes}.</translation>
    </message>
    <message>
        <source>Free.</source>
        <translation>Gratuit.</translation>
    </message>
    <message>
        <source>Update SSM Agent</source>
        <translation>Mettre à jour SSM Agent</translation>
    </message>
    <message>
        <source>Has the agents of online nodes replace themselves by the newest, through Run Command.</source>
        <translation>Fait remplacer les agents des nœuds en ligne par le plus récent, au moyen de Run Command.</translation>
    </message>
    <message>
        <source>No plan without a look first: the right {right} is missing.</source>
        <translation>Pas de plan sans vérification préalable&#xa0;: le droit {right} manque.</translation>
    </message>
    <message>
        <source>No plan without a look first: something that it stands on was not read.</source>
        <translation>Pas de plan sans vérification préalable&#xa0;: un élément sur lequel il repose n’a pas été lu.</translation>
    </message>
    <message>
        <source>No plan without a look first: {call} gave no answer ({detail}).</source>
        <translation>Pas de plan sans vérification préalable&#xa0;: {call} n’a pas répondu ({detail}).</translation>
    </message>
    <message>
        <source>The Region belongs to no partition that is known, so no ARN can be written.</source>
        <translation>La Région n’appartient à aucune partition connue, aucun ARN ne peut donc être écrit.</translation>
    </message>
    <message>
        <source>There is no instance {node} in this account and Region.</source>
        <translation>Il n’y a pas d’instance {node} dans ce compte et cette Région.</translation>
    </message>
    <message>
        <source>{node} is not a managed node yet: nothing can be sent to it.</source>
        <translation>{node} n’est pas encore un nœud géré&#xa0;: rien ne peut lui être envoyé.</translation>
    </message>
    <message>
        <source>Stops the instances again. What is on instance store volumes is lost with that.</source>
        <translation>Arrête à nouveau les instances. Ce qui se trouve sur les volumes de stockage d’instance est alors perdu.</translation>
    </message>
    <message>
        <source>The instance starts, then the agent reports; that takes a few minutes.</source>
        <translation>L’instance démarre, puis l’agent envoie ses rapports&#xa0;; cela prend quelques minutes.</translation>
    </message>
    <message>
        <source>Instances are charged while they run, at the price of their type; prices are not known here (as of {as_of}), see the pricing page.</source>
        <translation>Les instances sont facturées tant qu’elles s’exécutent, au prix de leur type&#xa0;; les prix ne sont pas connus ici (au {as_of}), voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>Instances that start: {count}. What is set to run at their start runs.</source>
        <translation>Instances qui démarrent&#xa0;: {count}. Ce qui est prévu à leur démarrage s’exécute.</translation>
    </message>
    <message>
        <source>A public address that is not an Elastic IP address changes.</source>
        <translation>Une adresse publique qui n’est pas une adresse IP Elastic change.</translation>
    </message>
    <message>
        <source>With disks encrypted by a key of your own, the right kms:CreateGrant on that key is needed too.</source>
        <translation>Si les disques sont chiffrés avec une clé à vous, le droit kms:CreateGrant sur cette clé est nécessaire aussi.</translation>
    </message>
    <message>
        <source>{node} is not an EC2 instance; it can only be started where it stands.</source>
        <translation>{node} n’est pas une instance EC2&#xa0;; elle ne peut être démarrée que là où elle se trouve.</translation>
    </message>
    <message>
        <source>{node} runs already.</source>
        <translation>{node} est déjà en cours d’exécution.</translation>
    </message>
    <message>
        <source>{node} is just stopping. It can be started once it has stopped.</source>
        <translation>{node} est en train de s’arrêter. Elle pourra être démarrée une fois arrêtée.</translation>
    </message>
    <message>
        <source>{node} is {state} and cannot be started again.</source>
        <translation>{node} est à l’état {state} et ne peut plus être démarrée.</translation>
    </message>
    <message>
        <source>Start {nodes}.</source>
        <translation>Démarrer {nodes}.</translation>
    </message>
    <message>
        <source>Stop {nodes}.</source>
        <translation>Arrêter {nodes}.</translation>
    </message>
    <message>
        <source>Start the instance</source>
        <translation>Démarrer l’instance</translation>
    </message>
    <message>
        <source>Starts EC2 instances that are stopped.</source>
        <translation>Démarre les instances EC2 qui sont arrêtées.</translation>
    </message>
    <message>
        <source>{node} is an EC2 instance and gets its role from its instance profile; this is about machines outside EC2 alone.</source>
        <translation>{node} est une instance EC2, dont le rôle vient de son profil d’instance&#xa0;; ceci ne concerne que les machines hors d’EC2.</translation>
    </message>
    <message>
        <source>The service does not tell which role {node} was registered with.</source>
        <translation>Le service n’indique pas avec quel rôle {node} a été enregistré.</translation>
    </message>
    <message>
        <source>The role {role} serves these machines; there is no need for another.</source>
        <translation>Le rôle {role} convient à ces machines&#xa0;; il n’en faut pas d’autre.</translation>
    </message>
    <message>
        <source>Only the chosen machines ({count}) change their role; what runs on them with the role {before} has the rights of {after} from then on.</source>
        <translation>Seules les machines choisies ({count}) changent de rôle&#xa0;; ce qui s’exécute sur elles avec le rôle {before} a dès lors les droits de {after}.</translation>
    </message>
    <message>
        <source>A machine gets its new role only while it reaches Systems Manager. One that is cut off stays as it is until it does, or has to be registered anew.</source>
        <translation>Une machine ne reçoit son nouveau rôle que si elle atteint Systems Manager. Une machine coupée reste telle quelle jusque-là, ou doit être enregistrée à nouveau.</translation>
    </message>
    <message>
        <source>This cannot be undone: the role {role} is gone, so no machine can have it back.</source>
        <translation>Ceci ne peut pas être annulé&#xa0;: le rôle {role} n’existe plus, aucune machine ne peut donc le retrouver.</translation>
    </message>
    <message>
        <source>Gives the machines the role {role} back, which may be of no use: it did not serve before.</source>
        <translation>Rend le rôle {role} aux machines, ce qui ne servira peut-être à rien&#xa0;: il ne convenait pas avant.</translation>
    </message>
    <message>
        <source>No service role was found that these machines could have instead of {role}: one that trusts Systems Manager and has the rights of a node. Make one first, or mend {role}; none is made here silently.</source>
        <translation>Aucun rôle de service que ces machines puissent avoir à la place de {role} n’a été trouvé&#xa0;: un rôle qui approuve Systems Manager et a les droits d’un nœud. Créez-en d’abord un, ou réparez {role}&#xa0;; aucun n’est créé ici à votre insu.</translation>
    </message>
    <message>
        <source>Give {node} the service role {after} instead of {before}.</source>
        <translation>Donner à {node} le rôle de service {after} à la place de {before}.</translation>
    </message>
    <message>
        <source>Give {node} the role {role} back.</source>
        <translation>Rendre le rôle {role} à {node}.</translation>
    </message>
    <message>
        <source>Give machines outside EC2 another service role</source>
        <translation>Donner un autre rôle de service aux machines hors d’EC2</translation>
    </message>
    <message>
        <source>Gives hybrid nodes whose service role is gone or does not serve another one that exists and serves. No role is made.</source>
        <translation>Donne aux nœuds hybrides dont le rôle de service n’existe plus ou ne convient pas un autre rôle, qui existe et convient. Aucun rôle n’est créé.</translation>
    </message>
    <message>
        <source>{node} has no role that a policy could be attached to.</source>
        <translation>{node} n’a pas de rôle auquel une stratégie puisse être attachée.</translation>
    </message>
    <message>
        <source>Detaches the policy again; nothing else of the role was changed.</source>
        <translation>Détache à nouveau la stratégie&#xa0;; rien d’autre du rôle n’a été modifié.</translation>
    </message>
    <message>
        <source>Attach {policy} to the role {role}.</source>
        <translation>Attacher {policy} au rôle {role}.</translation>
    </message>
    <message>
        <source>Detach {policy} from the role {role}.</source>
        <translation>Détacher {policy} du rôle {role}.</translation>
    </message>
    <message>
        <source>The agent looks for a changed role by itself, at the latest after {minutes} minutes.</source>
        <translation>L’agent relit de lui-même un rôle modifié, au plus tard après {minutes} minutes.</translation>
    </message>
    <message>
        <source>The role {role} does not exist any more. The nodes need another one.</source>
        <translation>Le rôle {role} n’existe plus. Il faut un autre rôle aux nœuds.</translation>
    </message>
    <message>
        <source>AWS keeps the role {role} itself; nobody else can change it.</source>
        <translation>AWS gère lui-même le rôle {role}&#xa0;; personne d’autre ne peut le modifier.</translation>
    </message>
    <message>
        <source>The role {role} has the rights that a node needs.</source>
        <translation>Le rôle {role} a les droits dont un nœud a besoin.</translation>
    </message>
    <message>
        <source>The policy is attached to {role}; whether it works could not be looked at.</source>
        <translation>La stratégie est attachée à {role}&#xa0;; il n’a pas été possible de voir si elle agit.</translation>
    </message>
    <message>
        <source>The role {role} has {count} policies attached, and takes {quota} at most. Take one off that is not needed, put two of your own together, or have the quota raised (AWS grants up to {most}).</source>
        <translation>Le rôle {role} a {count} stratégies attachées, et en accepte {quota} au plus. Retirez-en une qui ne sert pas, réunissez deux des vôtres, ou faites augmenter le quota (AWS accorde jusqu’à {most}).</translation>
    </message>
    <message>
        <source>The role has {count} policies attached. AWS takes {usual} unless the quota was raised, which could not be looked at (iam:GetAccountSummary): it may refuse another one, and then nothing changes.</source>
        <translation>Le rôle a {count} stratégies attachées. AWS en accepte {usual}, sauf si le quota a été augmenté, ce qui n’a pas pu être vérifié (iam:GetAccountSummary)&#xa0;: il peut en refuser une de plus, et rien n’est alors modifié.</translation>
    </message>
    <message>
        <source>A policy of the organization denies {action}. Attaching a policy to {role} cannot help; the organization&apos;s administrators can.</source>
        <translation>Une stratégie de l’organisation interdit {action}. Attacher une stratégie à {role} n’y changera rien&#xa0;; les administrateurs de l’organisation le peuvent.</translation>
    </message>
    <message>
        <source>The permissions boundary of {role} denies {action}. Attaching a policy cannot help; the boundary has to allow it.</source>
        <translation>La limite d’autorisations de {role} interdit {action}. Attacher une stratégie n’y changera rien&#xa0;; c’est la limite qui doit l’autoriser.</translation>
    </message>
    <message>
        <source>A policy of {role} denies {action} outright. Attaching another cannot help; that statement has to go.</source>
        <translation>Une stratégie de {role} interdit explicitement {action}. En attacher une autre n’y changera rien&#xa0;; cette instruction doit disparaître.</translation>
    </message>
    <message>
        <source>The policy is attached to {role} already, and {action} is refused still.</source>
        <translation>La stratégie est déjà attachée à {role}, et {action} est toujours refusé.</translation>
    </message>
    <message>
        <source>Chosen nodes that use this role: {count}.</source>
        <translation>Nœuds choisis qui utilisent ce rôle&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Default Host Management lends it to all instances of the Region that have no role of their own to report with.</source>
        <translation>La gestion des hôtes par défaut le prête à toutes les instances de la Région qui n’ont pas elles-mêmes de rôle pour envoyer des rapports.</translation>
    </message>
    <message>
        <source>Which instance profiles hold the role could not be looked at ({right}), so their instances were not counted.</source>
        <translation>Il n’a pas été possible de voir quels profils d’instance contiennent le rôle ({right})&#xa0;: leurs instances n’ont donc pas été comptées.</translation>
    </message>
    <message>
        <source>What uses the role in other Regions or in other services is not counted.</source>
        <translation>Ce qui utilise le rôle dans d’autres Régions ou dans d’autres services n’est pas compté.</translation>
    </message>
    <message>
        <source>With the policy, everything on these nodes that uses the role can read Parameter Store, except what is encrypted with a key that the role may not use.</source>
        <translation>Avec la stratégie, tout ce qui utilise le rôle sur ces nœuds peut lire Parameter Store, sauf ce qui est chiffré avec une clé que le rôle ne peut pas utiliser.</translation>
    </message>
    <message>
        <source>What the role may do now could not be looked at; it may have the rights.</source>
        <translation>Il n’a pas été possible de voir ce que le rôle peut faire&#xa0;; il a peut-être les droits.</translation>
    </message>
    <message>
        <source>Give the role the rights that a node needs</source>
        <translation>Donner au rôle les droits dont un nœud a besoin</translation>
    </message>
    <message>
        <source>Attaches AWS&apos;s own policy for managed nodes to the role that the nodes have already.</source>
        <translation>Attache la stratégie d’AWS pour les nœuds gérés au rôle que les nœuds ont déjà.</translation>
    </message>
    <message>
        <source>{node} is not an EC2 instance; its role comes from its activation.</source>
        <translation>{node} n’est pas une instance EC2&#xa0;; son rôle vient de son activation.</translation>
    </message>
    <message>
        <source>{node} is {state}. A profile can be attached while it runs or is stopped.</source>
        <translation>{node} est à l’état {state}. Un profil peut être attaché quand elle est en cours d’exécution ou arrêtée.</translation>
    </message>
    <message>
        <source>{node} is online without a profile; its rights come from {role}.</source>
        <translation>{node} est en ligne sans profil&#xa0;; ses droits viennent de {role}.</translation>
    </message>
    <message>
        <source>credentials of its own</source>
        <translation>ses propres informations d’identification</translation>
    </message>
    <message>
        <source>The profile {profile} of {node} was deleted. What still points to it has to be taken off first; this program never replaces a profile.</source>
        <translation>Le profil {profile} de {node} a été supprimé. Ce qui y renvoie encore doit d’abord être retiré&#xa0;; ce programme ne remplace jamais un profil.</translation>
    </message>
    <message>
        <source>{node} has the profile {profile} with the role {role}.</source>
        <translation>{node} a le profil {profile} avec le rôle {role}.</translation>
    </message>
    <message>
        <source>Programs on these instances get credentials of the role. They can then read Parameter Store, except what is encrypted with a key that the role may not use.</source>
        <translation>Les programmes de ces instances reçoivent les informations d’identification du rôle. Ils peuvent alors lire Parameter Store, sauf ce qui est chiffré avec une clé que le rôle ne peut pas utiliser.</translation>
    </message>
    <message>
        <source>Takes off and deletes what this plan made, in reverse order, unless other instances of the Region use it by then. Instances of other Regions are not looked at.</source>
        <translation>Retire et supprime ce que ce plan a créé, dans l’ordre inverse, sauf si d’autres instances de la Région s’en servent alors. Les instances d’autres Régions ne sont pas examinées.</translation>
    </message>
    <message>
        <source>A role called {role} exists, and EC2 may not use it: it does not trust {service}. It may be somebody else&apos;s, so it is left alone.</source>
        <translation>Un rôle appelé {role} existe, et EC2 ne peut pas l’utiliser&#xa0;: il n’approuve pas {service}. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
    </message>
    <message>
        <source>An instance profile called {profile} exists and holds the role {role}. It may be somebody else&apos;s, so it is left alone.</source>
        <translation>Un profil d’instance appelé {profile} existe et contient le rôle {role}. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
    </message>
    <message>
        <source>Chosen instances that get the role: {count}.</source>
        <translation>Instances choisies qui reçoivent le rôle&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Give the instance a role</source>
        <translation>Attribuer un rôle</translation>
    </message>
    <message>
        <source>Makes a role for managed nodes and gives it to EC2 instances that have none. A profile that is there is never replaced.</source>
        <translation>Crée un rôle pour les nœuds gérés et le donne aux instances EC2 qui n’en ont pas. Un profil déjà présent n’est jamais remplacé.</translation>
    </message>
    <message>
        <source>Make the role {role}, which EC2 instances may use.</source>
        <translation>Créer le rôle {role}, que les instances EC2 peuvent utiliser.</translation>
    </message>
    <message>
        <source>Delete the role {role}.</source>
        <translation>Supprimer le rôle {role}.</translation>
    </message>
    <message>
        <source>Make the instance profile {profile}.</source>
        <translation>Créer le profil d’instance {profile}.</translation>
    </message>
    <message>
        <source>Delete the instance profile {profile}.</source>
        <translation>Supprimer le profil d’instance {profile}.</translation>
    </message>
    <message>
        <source>Put the role {role} into the profile {profile}.</source>
        <translation>Placer le rôle {role} dans le profil {profile}.</translation>
    </message>
    <message>
        <source>Take the role {role} out of the profile {profile}.</source>
        <translation>Retirer le rôle {role} du profil {profile}.</translation>
    </message>
    <message>
        <source>Attach the profile {profile} to {node}.</source>
        <translation>Attacher le profil {profile} à {node}.</translation>
    </message>
    <message>
        <source>Take the profile {profile} off {node}.</source>
        <translation>Retirer le profil {profile} de {node}.</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Clés d’accès</translation>
    </message>
    <message>
        <source>IAM Identity Center (SSO)</source>
        <translation>IAM Identity Center (SSO)</translation>
    </message>
    <message>
        <source>IAM Identity Center (SSO), older form</source>
        <translation>IAM Identity Center (SSO), ancienne forme</translation>
    </message>
    <message>
        <source>Console sign-in (aws login)</source>
        <translation>Connexion par la console (aws login)</translation>
    </message>
    <message>
        <source>Role that is assumed</source>
        <translation>Rôle endossé</translation>
    </message>
    <message>
        <source>Role by web identity</source>
        <translation>Rôle par identité web</translation>
    </message>
    <message>
        <source>External program</source>
        <translation>Programme externe</translation>
    </message>
    <message>
        <source>Role of the container</source>
        <translation>Rôle du conteneur</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Variables d’environnement</translation>
    </message>
    <message>
        <source>This machine&apos;s own role</source>
        <translation>Rôle de cette machine</translation>
    </message>
    <message>
        <source>No credentials in it</source>
        <translation>Aucune information d’identification</translation>
    </message>
    <message>
        <source>Which account?</source>
        <translation>Quel compte&#xa0;?</translation>
    </message>
    <message>
        <source>Choose a profile and a Region. Nothing is changed by looking.</source>
        <translation>Choisissez un profil et une Région. La consultation ne modifie rien.</translation>
    </message>
    <message>
        <source>Enter works with the profile</source>
        <translation>Entrée&#xa0;: travailler avec ce profil</translation>
    </message>
    <message>
        <source>for example eu-west-3</source>
        <translation>par exemple eu-west-3</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>Régi&amp;on</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Vérifier de nouveau</translation>
    </message>
    <message>
        <source>&amp;Sign in again …</source>
        <translation>Se re&amp;connecter…</translation>
    </message>
    <message>
        <source>The AWS configuration changed; profiles were read again at {time}.</source>
        <translation>La configuration AWS a changé&#xa0;; les profils ont été relus à {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be determined</source>
        <comment>%n could not be determined</comment>
        <translation>
            <numerusform>%n indéterminé</numerusform>
            <numerusform>%n indéterminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n degraded</source>
        <comment>%n degraded</comment>
        <translation>
            <numerusform>%n dégradé</numerusform>
            <numerusform>%n dégradés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <comment>%n ready</comment>
        <translation>
            <numerusform>%n prêt</numerusform>
            <numerusform>%n prêts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes: {states}.</source>
        <comment>%n node: {states}.</comment>
        <translation>
            <numerusform>%n nœud&#xa0;: {states}.</numerusform>
            <numerusform>%n nœuds&#xa0;: {states}.</numerusform>
        </translation>
    </message>
    <message>
        <source>account {account}</source>
        <translation>compte {account}</translation>
    </message>
    <message>
        <source>account not known</source>
        <translation>compte inconnu</translation>
    </message>
    <message>
        <source>no Region</source>
        <translation>pas de Région</translation>
    </message>
    <message>
        <source>profile {profile}</source>
        <translation>profil {profile}</translation>
    </message>
    <message numerus="yes">
        <source>{when}, %n calls to AWS, requirements as of {day}</source>
        <comment>{when}, %n call to AWS, requirements as of {day}</comment>
        <translation>
            <numerusform>{when}, %n appel à AWS, exigences au {day}</numerusform>
            <numerusform>{when}, %n appels à AWS, exigences au {day}</numerusform>
        </translation>
    </message>
    <message>
        <source>No node was found, because the nodes could not be listed.</source>
        <translation>Aucun nœud n’a été trouvé, car les nœuds n’ont pas pu être listés.</translation>
    </message>
    <message>
        <source>No node was looked at, because nobody is signed in.</source>
        <translation>Aucun nœud n’a été examiné, car personne n’est connecté.</translation>
    </message>
    <message>
        <source>There is no node in {region}: no EC2 instance and no managed node.</source>
        <translation>Il n’y a aucun nœud dans {region}&#xa0;: ni instance EC2, ni nœud géré.</translation>
    </message>
    <message>
        <source>The program {program} is not on the search path of this window.</source>
        <translation>Le programme {program} n’est pas dans le chemin de recherche de cette fenêtre.</translation>
    </message>
    <message numerus="yes">
        <source>%n gates passed</source>
        <comment>%n gate passed</comment>
        <translation>
            <numerusform>%n étape franchie</numerusform>
            <numerusform>%n étapes franchies</numerusform>
        </translation>
    </message>
    <message>
        <source>BEGIN HERE</source>
        <translation>COMMENCER ICI</translation>
    </message>
    <message numerus="yes">
        <source>%n later gates wait for this one</source>
        <comment>%n later gate waits for this one</comment>
        <translation>
            <numerusform>%n étape suivante attend celle-ci</numerusform>
            <numerusform>%n étapes suivantes attendent celle-ci</numerusform>
        </translation>
    </message>
    <message>
        <source>AWS CLI</source>
        <translation>AWS CLI</translation>
    </message>
    <message>
        <source>Starts sessions from a terminal: aws ssm start-session.</source>
        <translation>Démarre les sessions depuis un terminal&#xa0;: aws ssm start-session.</translation>
    </message>
    <message>
        <source>Session Manager plugin</source>
        <translation>Plugin Session Manager</translation>
    </message>
    <message>
        <source>Carries the session itself; the AWS CLI calls it.</source>
        <translation>Transporte la session elle-même&#xa0;; l’AWS CLI l’appelle.</translation>
    </message>
    <message>
        <source>Is this computer ready?</source>
        <translation>Cet ordinateur est-il prêt&#xa0;?</translation>
    </message>
    <message>
        <source>Sessions from a terminal need two programs. Each was started to see whether it runs. Without them you can still find out what is wrong with a node.</source>
        <translation>Les sessions depuis un terminal ont besoin de deux programmes. Chacun a été lancé pour voir s’il fonctionne. Sans eux, vous pouvez tout de même trouver ce qui ne va pas sur un nœud.</translation>
    </message>
    <message>
        <source>Look &amp;again</source>
        <translation>&amp;Vérifier de nouveau</translation>
    </message>
    <message>
        <source>Starting the programs to see whether they run …</source>
        <translation>Lancement des programmes pour voir s’ils fonctionnent…</translation>
    </message>
    <message>
        <source>{program}: starting it to see whether it runs …</source>
        <translation>{program}&#xa0;: lancement pour voir s’il fonctionne…</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Copie utilisée</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} ou plus récent</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Utilité</translation>
    </message>
    <message>
        <source>The look was cancelled.</source>
        <translation>La vérification a été annulée.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Make these %n changes …</source>
        <comment>&amp;Make this change …</comment>
        <translation>
            <numerusform>&amp;Faire cette modification…</numerusform>
            <numerusform>&amp;Faire ces %n modifications…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Rien n’a encore été modifié.</translation>
    </message>
    <message>
        <source>&amp;Yes, change it</source>
        <translation>&amp;Oui, modifier</translation>
    </message>
    <message>
        <source>N&amp;o</source>
        <translation>&amp;Non</translation>
    </message>
    <message>
        <source>This changes this computer. Go on?</source>
        <translation>Ceci modifie cet ordinateur. Continuer&#xa0;?</translation>
    </message>
    <message>
        <source>Make it in the account {account} as {name}?</source>
        <translation>Faire cela dans le compte {account} en tant que {name}&#xa0;?</translation>
    </message>
    <message>
        <source>This changes the account {account}. Go on?</source>
        <translation>Ceci modifie le compte {account}. Continuer&#xa0;?</translation>
    </message>
    <message>
        <source>This reaches beyond the nodes. Type the account id {account} to go on.</source>
        <translation>Ceci va au-delà des nœuds. Saisissez l’identifiant de compte {account} pour continuer.</translation>
    </message>
    <message>
        <source>Account id, to confirm</source>
        <translation>Identifiant de compte, pour confirmer</translation>
    </message>
    <message>
        <source>Something in ssmwizard went wrong.</source>
        <translation>Une erreur s’est produite dans ssmwizard.</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Made in part</source>
        <translation>Fait en partie</translation>
    </message>
    <message>
        <source>Failed, nothing was changed</source>
        <translation>Échec, rien n’a été modifié</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Inachevé</translation>
    </message>
    <message>
        <source>Undone in part</source>
        <translation>Annulé en partie</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>The looking whether it works was left before it ended.</source>
        <translation>La vérification de l’effet a été abandonnée avant sa fin.</translation>
    </message>
    <message>
        <source>It was looked at afterwards: something else still stands in the way.</source>
        <translation>L’effet a été vérifié ensuite&#xa0;: autre chose bloque encore.</translation>
    </message>
    <message>
        <source>It was looked at afterwards, and did not work by then.</source>
        <translation>L’effet a été vérifié ensuite&#xa0;: cela ne fonctionnait pas encore.</translation>
    </message>
    <message>
        <source>The inspection began</source>
        <translation>Début de l’inspection</translation>
    </message>
    <message>
        <source>The inspection ended</source>
        <translation>Fin de l’inspection</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Begun; how it ended is not known</source>
        <translation>Commencé&#xa0;; on ne sait pas comment cela s’est terminé</translation>
    </message>
    <message>
        <source>Was so already</source>
        <translation>Était déjà ainsi</translation>
    </message>
    <message>
        <source>AWS did not answer; whether it was made is not known</source>
        <translation>AWS n’a pas répondu&#xa0;; on ne sait pas si cela a été fait</translation>
    </message>
    <message>
        <source>Taking back was begun; how it ended is not known</source>
        <translation>Annulation commencée&#xa0;; on ne sait pas comment elle s’est terminée</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>N’a pas pu être annulé</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Nobody was signed in</source>
        <translation>Personne n’était connecté</translation>
    </message>
    <message>
        <source>The configuration is wrong</source>
        <translation>La configuration est incorrecte</translation>
    </message>
    <message>
        <source>Could not be reached</source>
        <translation>Injoignable</translation>
    </message>
    <message>
        <source>Took too long</source>
        <translation>A pris trop de temps</translation>
    </message>
    <message>
        <source>Too many requests at once</source>
        <translation>Trop de requêtes à la fois</translation>
    </message>
    <message>
        <source>Was cancelled</source>
        <translation>A été interrompu</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>Non demandé</translation>
    </message>
    <message>
        <source>Left out, as wished</source>
        <translation>Laissé de côté, sur demande</translation>
    </message>
    <message>
        <source>Of another account</source>
        <translation>D’un autre compte</translation>
    </message>
    <message>
        <source>Not on EC2</source>
        <translation>Pas sur EC2</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Il n’y en a pas</translation>
    </message>
    <message>
        <source>Was not found on this computer</source>
        <translation>Introuvable sur cet ordinateur</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>N’a pas pu être lu</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Could not be made</source>
        <translation>N’a pas pu être produit</translation>
    </message>
    <message>
        <source>Was still being looked at</source>
        <translation>Était encore en cours d’examen</translation>
    </message>
    <message>
        <source>Had not been begun</source>
        <translation>N’avait pas été commencé</translation>
    </message>
    <message>
        <source>ssmwizard failed on the way</source>
        <translation>ssmwizard a échoué en chemin</translation>
    </message>
    <message>
        <source>Script for bash</source>
        <translation>Script pour bash</translation>
    </message>
    <message>
        <source>Script for PowerShell</source>
        <translation>Script pour PowerShell</translation>
    </message>
    <message>
        <source>Template for CloudFormation</source>
        <translation>Modèle pour CloudFormation</translation>
    </message>
    <message>
        <source>Configuration for Terraform</source>
        <translation>Configuration pour Terraform</translation>
    </message>
    <message>
        <source>It can be taken back, and interrupts nothing.</source>
        <translation>Cela peut être annulé, et n’interrompt rien.</translation>
    </message>
    <message>
        <source>It stays until it is removed by hand.</source>
        <translation>Cela reste en place jusqu’à ce qu’on l’enlève à la main.</translation>
    </message>
    <message>
        <source>It interrupts something: see below.</source>
        <translation>Cela interrompt quelque chose&#xa0;: voir ci-dessous.</translation>
    </message>
    <message>
        <source>It reaches the whole account in this Region.</source>
        <translation>Cela touche tout le compte dans cette Région.</translation>
    </message>
    <message>
        <source>the service or the node itself showed it</source>
        <translation>le service ou le nœud lui-même l’a montré</translation>
    </message>
    <message>
        <source>computed from the configuration</source>
        <translation>déduit de la configuration</translation>
    </message>
    <message>
        <source>whoever asks has it</source>
        <translation>le demandeur l’a</translation>
    </message>
    <message>
        <source>whoever asks lacks it</source>
        <translation>le demandeur ne l’a pas</translation>
    </message>
    <message>
        <source>could not be told</source>
        <translation>indéterminé</translation>
    </message>
    <message>
        <source>Please: {what}</source>
        <translation>Demande&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Text for a ticket</source>
        <translation>Texte pour un ticket</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Ce qui a été vu</translation>
    </message>
    <message>
        <source>What is to be changed</source>
        <translation>Ce qui doit être modifié</translation>
    </message>
    <message>
        <source>What else is touched</source>
        <translation>Ce qui est touché aussi</translation>
    </message>
    <message>
        <source>How to take it back</source>
        <translation>Comment l’annuler</translation>
    </message>
    <message>
        <source>When it is done</source>
        <translation>Une fois que c’est fait</translation>
    </message>
    <message>
        <source>Asked for by {who}. {whom} Seen on {at}.</source>
        <translation>Demandé par {who}. {whom} Vu le {at}.</translation>
    </message>
    <message>
        <source>Please make this change: {what}.</source>
        <translation>Merci de faire cette modification&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>Why: {why}</source>
        <translation>Pourquoi&#xa0;: {why}</translation>
    </message>
    <message>
        <source>Cost: {text}</source>
        <translation>Coût&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Script, templates, rights and the way back are attached.</source>
        <translation>Le script, les modèles, les droits et le retour en arrière sont joints.</translation>
    </message>
    <message>
        <source>{what} ({check}; {grade})</source>
        <translation>{what} ({check}&#xa0;; {grade})</translation>
    </message>
    <message>
        <source>No finding offers this; whoever asks wishes for it.</source>
        <translation>Aucun constat ne propose ceci&#xa0;; c’est un souhait du demandeur.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appel</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Id de requête</translation>
    </message>
    <message>
        <source>Nothing is noted as evidence.</source>
        <translation>Aucun indice n’est noté.</translation>
    </message>
    <message>
        <source>None in AWS: it is done on this computer.</source>
        <translation>Aucun dans AWS&#xa0;: cela se fait sur cet ordinateur.</translation>
    </message>
    <message>
        <source>These alone, with what takes it back again. Who may change IAM needs no more.</source>
        <translation>Ceux-ci seulement, avec ce qui permet d’annuler. Qui peut modifier IAM n’a besoin de rien de plus.</translation>
    </message>
    <message>
        <source>That is longer than IAM takes one policy of an own kind ({count} of {most} characters without white space): split it.</source>
        <translation>C’est plus long que ce qu’IAM accepte pour une stratégie gérée par le client ({count} caractères sans les espaces, pour {most} au plus)&#xa0;: divisez-la.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Droit</translation>
    </message>
    <message>
        <source>Whoever asks</source>
        <translation>Demandeur</translation>
    </message>
    <message>
        <source>Until it works: {text}</source>
        <translation>Délai avant effet&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Nothing takes this back.</source>
        <translation>Rien ne permet d’annuler ceci.</translation>
    </message>
    <message>
        <source>The lines for it stand at the end of each script.</source>
        <translation>Les lignes pour cela se trouvent à la fin de chaque script.</translation>
    </message>
    <message>
        <source>Whoever asked looks again with one click (Check again), or with this line:</source>
        <translation>Le demandeur vérifie de nouveau en un clic (Vérifier à nouveau), ou avec cette ligne&#xa0;:</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Undone by</source>
        <translation>Annulé par</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Réparation</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>What happened when</source>
        <translation>Ce qui s’est passé et quand</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>This computer and its programs</source>
        <translation>Cet ordinateur et ses programmes</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
    <message>
        <source>Where it is set</source>
        <translation>Où il est défini</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Suivi par</translation>
    </message>
    <message>
        <source>What the environment and the profile set</source>
        <translation>Ce que définissent l’environnement et le profil</translation>
    </message>
    <message>
        <source>Calls to AWS</source>
        <translation>Appels à AWS</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What could not be had</source>
        <translation>Ce qui n’a pas pu être obtenu</translation>
    </message>
    <message>
        <source>Where a terminal looks</source>
        <translation>Où un terminal cherche</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>Le retour en arrière</translation>
    </message>
    <message>
        <source>… and {more} more like these.</source>
        <translation>… et {more} autres du même genre.</translation>
    </message>
    <message>
        <source>The program ended before this was finished.</source>
        <translation>Le programme s’est arrêté avant que ceci soit terminé.</translation>
    </message>
    <message>
        <source>&amp;What happened …</source>
        <translation>Ce &amp;qui s’est passé…</translation>
    </message>
    <message>
        <source>&amp;Look again …</source>
        <translation>&amp;Vérifier de nouveau…</translation>
    </message>
    <message>
        <source>Undoing …</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>&amp;Yes, undo it</source>
        <translation>&amp;Oui, annuler cela</translation>
    </message>
    <message>
        <source>&amp;Yes, undo it as {name}</source>
        <translation>&amp;Oui, annuler cela en tant que {name}</translation>
    </message>
    <message>
        <source>&amp;Undo …</source>
        <translation>Ann&amp;uler cela…</translation>
    </message>
    <message>
        <source>This did not work: {problem}</source>
        <translation>Cela n’a pas fonctionné&#xa0;: {problem}</translation>
    </message>
    <message>
        <source>A fault of ssmwizard stopped this. The details are in the log.</source>
        <translation>Une erreur de ssmwizard a interrompu ceci. Les détails sont dans le journal technique.</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Could not look</source>
        <translation>Vérification impossible</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>Proved: the service or the node itself has shown it.</source>
        <translation>Prouvé&#xa0;: le service ou le nœud lui-même l’a montré.</translation>
    </message>
    <message>
        <source>Inferred from configuration; nothing has shown it in action.</source>
        <translation>Déduit de la configuration&#xa0;; rien ne l’a montré à l’œuvre.</translation>
    </message>
    <message>
        <source>Opens the documentation in the browser</source>
        <translation>Ouvre la documentation dans le navigateur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the command {command}</source>
        <translation>Copier la commande {command}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop looking (Esc)</source>
        <translation>Arrêter la recherche (Échap)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>Go back (Alt+Left)</source>
        <translation>Revenir (Alt+Gauche)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Suivant</translation>
    </message>
    <message>
        <source>Go on (Alt+Right or Enter)</source>
        <translation>Continuer (Alt+Droite ou Entrée)</translation>
    </message>
    <message>
        <source>On the nodes</source>
        <translation>Sur les nœuds</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche en cours…</translation>
    </message>
    <message>
        <source>&amp;Look no longer</source>
        <translation>Ne &amp;plus suivre</translation>
    </message>
    <message>
        <source>Look how it &amp;goes</source>
        <translation>Voir la pro&amp;gression</translation>
    </message>
    <message>
        <source>Sto&amp;p it on the nodes</source>
        <translation>&amp;Interrompre sur les nœuds</translation>
    </message>
    <message>
        <source>Nodes that have not begun are not reached; what runs is asked to end.</source>
        <translation>Les nœuds qui n’ont pas commencé ne sont pas atteints&#xa0;; ce qui s’exécute est prié de s’arrêter.</translation>
    </message>
    <message>
        <source>Nodes on which it has ended</source>
        <translation>Nœuds sur lesquels c’est terminé</translation>
    </message>
    <message>
        <source>Goes on to: {step}</source>
        <translation>Continue vers&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DÉMO</translation>
    </message>
    <message>
        <source>A made-up account ({name}): nothing here is real.</source>
        <translation>Un compte inventé ({name})&#xa0;: rien ici n’est réel.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Nothing can be changed. Press to allow changes again (Ctrl+Shift+R).</source>
        <translation>Rien ne peut être modifié. Appuyez pour autoriser de nouveau les modifications (Ctrl+Maj+R).</translation>
    </message>
    <message>
        <source>Changes can be made. Press so that none can (Ctrl+Shift+R).</source>
        <translation>Des modifications sont possibles. Appuyez pour les interdire (Ctrl+Maj+R).</translation>
    </message>
    <message>
        <source>The sign-in ends soon: {left}</source>
        <translation>La connexion expire bientôt&#xa0;: {left}</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>reste {minutes}:{seconds}</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes left</source>
        <comment>%n minute left</comment>
        <translation>
            <numerusform>%n minute restante</numerusform>
            <numerusform>%n minutes restantes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <comment>%n hour left</comment>
        <translation>
            <numerusform>%n heure restante</numerusform>
            <numerusform>%n heures restantes</numerusform>
        </translation>
    </message>
    <message>
        <source>Account id</source>
        <translation>Identifiant de compte</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Connecté en tant que</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>They do not expire</source>
        <translation>Elles n’expirent pas</translation>
    </message>
    <message>
        <source>You are signed in</source>
        <translation>Vous êtes connecté</translation>
    </message>
    <message>
        <source>Asking AWS who you are …</source>
        <translation>Vérification de votre identité auprès d’AWS…</translation>
    </message>
    <message>
        <source>Not looked yet. F5 looks.</source>
        <translation>Pas encore vérifié. F5 pour vérifier.</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Qu’est-ce qui ne va pas&#xa0;?</translation>
    </message>
    <message>
        <source>Each gate is checked in order. Only reading calls are made.</source>
        <translation>Chaque étape est vérifiée dans l’ordre. Seuls des appels de lecture sont effectués.</translation>
    </message>
    <message>
        <source>Inspected nodes</source>
        <translation>Nœuds inspectés</translation>
    </message>
    <message>
        <source>Inspect &amp;again</source>
        <translation>Inspecter à &amp;nouveau</translation>
    </message>
    <message>
        <source>As&amp;k the nodes …</source>
        <translation>&amp;Interroger les nœuds…</translation>
    </message>
    <message>
        <source>What only a node knows: nothing is run before you have seen it</source>
        <translation>Ce que seul un nœud sait&#xa0;: rien n’est exécuté avant que vous l’ayez vu</translation>
    </message>
    <message>
        <source>&amp;Try a real session …</source>
        <translation>&amp;Essayer une session réelle…</translation>
    </message>
    <message>
        <source>The one proof: nothing is opened before you have seen what that does</source>
        <translation>La seule preuve&#xa0;: rien n’est ouvert avant que vous ayez vu ce que cela fait</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes are blocked.</source>
        <comment>%n node is blocked.</comment>
        <translation>
            <numerusform>%n nœud est bloqué.</numerusform>
            <numerusform>%n nœuds sont bloqués.</numerusform>
        </translation>
    </message>
    <message>
        <source>The inspection has ended. {blocked}</source>
        <translation>L’inspection est terminée. {blocked}</translation>
    </message>
    <message numerus="yes">
        <source>%n causes</source>
        <comment>%n cause</comment>
        <translation>
            <numerusform>%n cause</numerusform>
            <numerusform>%n causes</numerusform>
        </translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Tous les nœuds</translation>
    </message>
    <message>
        <source>Look in the other Regions</source>
        <translation>Chercher dans les autres Régions</translation>
    </message>
    <message>
        <source>Work in {region}</source>
        <translation>Travailler dans {region}</translation>
    </message>
    <message>
        <source>The text is too long: only its beginning was looked at.</source>
        <translation>Le texte est trop long&#xa0;: seul son début a été examiné.</translation>
    </message>
    <message>
        <source>Only a piece of a message was given; others may have the same piece.</source>
        <translation>Seul un fragment de message a été donné&#xa0;; d’autres peuvent contenir le même fragment.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>What decides it</source>
        <translation>Ce qui permet de trancher</translation>
    </message>
    <message>
        <source>Repair: {title}</source>
        <translation>Réparer&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Requirements behind it</source>
        <translation>Exigences correspondantes</translation>
    </message>
    <message>
        <source>Said by {speaker}. How this is known: {confidence}.</source>
        <translation>Message émis par {speaker}. D’où on le sait&#xa0;: {confidence}.</translation>
    </message>
    <message>
        <source>This message is not known here.</source>
        <translation>Ce message n’est pas connu ici.</translation>
    </message>
    <message>
        <source>What can be read in it: AWS answered {code}.</source>
        <translation>Ce qu’on peut y lire&#xa0;: AWS a répondu {code}.</translation>
    </message>
    <message>
        <source>Did you mean one of these: {ids}?</source>
        <translation>S’agissait-il de l’un de ceux-ci&#xa0;: {ids}&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing is guessed from a word in it. An inspection tells what is wrong without the message; or paste all of it, with the lines around it.</source>
        <translation>Rien n’est deviné à partir d’un mot isolé. Une inspection trouve ce qui ne va pas sans le message&#xa0;; ou collez-le en entier, avec les lignes qui l’entourent.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show {check} in the inspection</source>
        <translation>Afficher {check} dans l’inspection</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>By the policy</source>
        <translation>Par la stratégie</translation>
    </message>
    <message>
        <source>Progress of the inspection</source>
        <translation>Progression de l’inspection</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Arrê&amp;ter</translation>
    </message>
    <message>
        <source>Stop, and show what was found (Esc)</source>
        <translation>Arrêter, et montrer ce qui a été trouvé (Échap)</translation>
    </message>
    <message numerus="yes">
        <source>Inspecting %n nodes</source>
        <comment>Inspecting %n node</comment>
        <translation>
            <numerusform>Inspection de %n nœud</numerusform>
            <numerusform>Inspection de %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <comment>%n minute ago</comment>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <comment>%n hour ago</comment>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <comment>%n day ago</comment>
        <translation>
            <numerusform>il y a %n jour</numerusform>
            <numerusform>il y a %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Connexion perdue</translation>
    </message>
    <message>
        <source>Not managed</source>
        <translation>Non géré</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>À l’arrêt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>EC2</source>
        <translation>EC2</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybride</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>non appelé</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <comment>%n node</comment>
        <translation>
            <numerusform>%n nœud</numerusform>
            <numerusform>%n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>Which nodes?</source>
        <translation>Quels nœuds&#xa0;?</translation>
    </message>
    <message>
        <source>Tick the nodes to look into. Those that cannot be reached come first.</source>
        <translation>Cochez les nœuds à examiner. Ceux qui sont injoignables viennent d’abord.</translation>
    </message>
    <message>
        <source>Search by id, name, address or tag (Ctrl+F)</source>
        <translation>Chercher par id, nom, adresse ou balise (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search nodes</source>
        <translation>Chercher des nœuds</translation>
    </message>
    <message>
        <source>Tick &amp;all shown</source>
        <translation>&amp;Cocher ceux affichés</translation>
    </message>
    <message>
        <source>&amp;Untick all</source>
        <translation>&amp;Décocher tout</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <comment>%n ticked</comment>
        <translation>
            <numerusform>%n coché</numerusform>
            <numerusform>%n cochés</numerusform>
        </translation>
    </message>
    <message>
        <source>Look into {node} all the same</source>
        <translation>Examiner {node} malgré tout</translation>
    </message>
    <message>
        <source>Not all nodes are shown: the right {right} is missing.</source>
        <translation>Tous les nœuds ne sont pas affichés&#xa0;: le droit {right} manque.</translation>
    </message>
    <message>
        <source>Not all nodes are shown: {call} gave no answer ({detail}).</source>
        <translation>Tous les nœuds ne sont pas affichés&#xa0;: {call} n’a pas répondu ({detail}).</translation>
    </message>
    <message>
        <source>Hybrid nodes cannot be found by tag: the right {right} is missing.</source>
        <translation>Les nœuds hybrides ne peuvent pas être trouvés par balise&#xa0;: le droit {right} manque.</translation>
    </message>
    <message>
        <source>Hybrid nodes cannot be found by tag: no answer from {call} ({detail}).</source>
        <translation>Les nœuds hybrides ne peuvent pas être trouvés par balise&#xa0;: {call} n’a pas répondu ({detail}).</translation>
    </message>
    <message>
        <source>Nodes of the Region</source>
        <translation>Nœuds de la Région</translation>
    </message>
    <message>
        <source>Space ticks the selected nodes</source>
        <translation>Espace coche les nœuds sélectionnés</translation>
    </message>
    <message>
        <source>Can be undone</source>
        <translation>Peut être annulé</translation>
    </message>
    <message>
        <source>Stays until it is removed by hand</source>
        <translation>Reste jusqu’à ce qu’on le retire à la main</translation>
    </message>
    <message>
        <source>Interrupts something</source>
        <translation>Interrompt quelque chose</translation>
    </message>
    <message>
        <source>Reaches the whole account</source>
        <translation>Touche tout le compte</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>vous l’avez</translation>
    </message>
    <message>
        <source>you do not have it</source>
        <translation>vous ne l’avez pas</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>indéterminé</translation>
    </message>
    <message>
        <source>The same by hand</source>
        <translation>La même chose à la main</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes: {names}</source>
        <comment>%n node: {names}</comment>
        <translation>
            <numerusform>%n nœud&#xa0;: {names}</numerusform>
            <numerusform>%n nœuds&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Heals</source>
        <translation>Répare</translation>
    </message>
    <message>
        <source>Also affects</source>
        <translation>Touche aussi</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>Prend effet</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Retour en arrière</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Ceci ne peut pas être annulé.</translation>
    </message>
    <message>
        <source>{count} more like these</source>
        <translation>{count} autres du même genre</translation>
    </message>
    <message>
        <source>None in the account: it is done on this computer.</source>
        <translation>Aucun dans le compte&#xa0;: cela se fait sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Somebody with these rights can do it instead: hand the plan over, below.</source>
        <translation>Quelqu’un qui a ces droits peut le faire à votre place&#xa0;: transmettez le plan, ci-dessous.</translation>
    </message>
    <message>
        <source>{right} and {more} more</source>
        <translation>{right} et {more} de plus</translation>
    </message>
    <message>
        <source>Rights that this needs</source>
        <translation>Droits nécessaires</translation>
    </message>
    <message>
        <source>Asking which of them you have …</source>
        <translation>Recherche de ceux que vous avez…</translation>
    </message>
    <message>
        <source>Filter, for example ssm or denied</source>
        <translation>Filtre&#xa0;: ssm, denied…</translation>
    </message>
    <message>
        <source>Filter the calls</source>
        <translation>Filtrer les appels</translation>
    </message>
    <message>
        <source>Changes only</source>
        <translation>Écritures</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Appels</translation>
    </message>
    <message numerus="yes">
        <source>%n calls copied</source>
        <comment>%n call copied</comment>
        <translation>
            <numerusform>%n appel copié</numerusform>
            <numerusform>%n appels copiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls, the newest last</source>
        <translation>Appels, le plus récent en dernier</translation>
    </message>
    <message>
        <source>Ctrl+C copies the selected calls</source>
        <translation>Ctrl+C copie les appels sélectionnés</translation>
    </message>
    <message numerus="yes">
        <source>%n calls</source>
        <comment>%n call</comment>
        <translation>
            <numerusform>%n appel</numerusform>
            <numerusform>%n appels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may change something</source>
        <comment>%n may change something</comment>
        <translation>
            <numerusform>%n écriture</numerusform>
            <numerusform>%n écritures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without success</source>
        <comment>%n without success</comment>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message>
        <source>The same with the AWS CLI</source>
        <translation>La même chose avec l’AWS CLI</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>Step {number}, {title}: {state}</source>
        <translation>Étape {number}, {title}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>{title} (Ctrl+{number})</source>
        <translation>{title} (Ctrl+{number})</translation>
    </message>
    <message>
        <source>What can be repaired?</source>
        <translation>Que peut-on réparer&#xa0;?</translation>
    </message>
    <message>
        <source>You see the whole plan first. Nothing is changed before you say yes.</source>
        <translation>Vous voyez d’abord le plan entier. Rien n’est modifié avant votre accord.</translation>
    </message>
    <message>
        <source>Repairs and journal</source>
        <translation>Réparations et journal</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Just made</source>
        <translation>Vient d’être fait</translation>
    </message>
    <message>
        <source>Looked at again</source>
        <translation>Vérifié de nouveau</translation>
    </message>
    <message>
        <source>No plan: {nodes}</source>
        <translation>Pas de plan&#xa0;: {nodes}</translation>
    </message>
    <message>
        <source>Nothing to repair was found.</source>
        <translation>Aucune réparation à faire n’a été trouvée.</translation>
    </message>
    <message>
        <source>Another change is being made.</source>
        <translation>Une autre modification est en cours.</translation>
    </message>
    <message>
        <source>Who else has to know?</source>
        <translation>Qui d’autre doit savoir&#xa0;?</translation>
    </message>
    <message>
        <source>A support bundle holds everything that was seen, without secrets. Nothing is sent anywhere; you save a file.</source>
        <translation>Un dossier d’assistance contient tout ce qui a été vu, sans secrets. Rien n’est envoyé nulle part&#xa0;; vous enregistrez un fichier.</translation>
    </message>
    <message>
        <source>&amp;Save the bundle …</source>
        <translation>&amp;Enregistrer le dossier…</translation>
    </message>
    <message>
        <source>&amp;Copy a summary</source>
        <translation>&amp;Copier un résumé</translation>
    </message>
    <message>
        <source>A short text for a ticket or a chat</source>
        <translation>Un court texte pour un ticket ou une discussion</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ouvrir l’emplacement</translation>
    </message>
    <message>
        <source>Progress of the bundle</source>
        <translation>Progression du dossier</translation>
    </message>
    <message>
        <source>Look &amp;what goes into it</source>
        <translation>Voir ce &amp;qu’il contient</translation>
    </message>
    <message>
        <source>Stopped. Nothing was saved.</source>
        <translation>Arrêté. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>{size} in all, before packing</source>
        <translation>{size} en tout, avant compression</translation>
    </message>
    <message>
        <source>What nodes wrote can hold names and secrets that nothing knows to be such: look at it before you send it.</source>
        <translation>Ce que les nœuds ont écrit peut contenir des noms et des secrets que rien ne reconnaît comme tels&#xa0;: relisez-le avant de l’envoyer.</translation>
    </message>
    <message numerus="yes">
        <source>Read the console output of %n instances (%n calls)</source>
        <comment>Read the console output of %n instance (%n call)</comment>
        <translation>
            <numerusform>Lire la sortie de console de %n instance (%n appel)</numerusform>
            <numerusform>Lire les sorties de console de %n instances (%n appels)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The console output of %n instances was read.</source>
        <comment>The console output of %n instance was read.</comment>
        <translation>
            <numerusform>La sortie de console de %n instance a été lue.</numerusform>
            <numerusform>Les sorties de console de %n instances ont été lues.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it, and tick it to send it along.</source>
        <translation>Vérifiez-en le contenu, et cochez-le pour le joindre.</translation>
    </message>
    <message>
        <source>The inspection is still under way: the bundle holds what was seen until now.</source>
        <translation>L’inspection est encore en cours&#xa0;: le dossier contient ce qui a été vu jusqu’ici.</translation>
    </message>
    <message>
        <source>Nothing was inspected yet: the bundle holds what is known without that, and the journal.</source>
        <translation>Rien n’a encore été inspecté&#xa0;: le dossier contient ce qui est connu sans inspection, et le journal.</translation>
    </message>
    <message>
        <source>It often tells why an agent does not register. It may hold anything that ran at start, so look at it before you send it. Older types of instances take two calls.</source>
        <translation>Elle dit souvent pourquoi un agent ne s’enregistre pas. Elle peut contenir tout ce qui a été exécuté au démarrage&#xa0;: relisez-la donc avant de l’envoyer. Les anciens types d’instances demandent deux appels.</translation>
    </message>
    <message>
        <source>Who will read the bundle</source>
        <translation>Qui lira le dossier</translation>
    </message>
    <message>
        <source>Does it contain …? A name, an address (Ctrl+F)</source>
        <translation>Contient-il…&#xa0;? Un nom, une adresse (Ctrl+F)</translation>
    </message>
    <message>
        <source>Does the bundle contain this?</source>
        <translation>Le dossier contient-il ceci&#xa0;?</translation>
    </message>
    <message>
        <source>S&amp;how what is sent …</source>
        <translation>Afficher ce qui est en&amp;voyé…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more files</source>
        <comment>and %n more file</comment>
        <translation>
            <numerusform>et %n autre fichier</numerusform>
            <numerusform>et %n autres fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Script for &amp;bash</source>
        <translation>Script pour &amp;bash</translation>
    </message>
    <message>
        <source>Script for &amp;PowerShell</source>
        <translation>Script pour &amp;PowerShell</translation>
    </message>
    <message>
        <source>Template for &amp;CloudFormation</source>
        <translation>Modèle pour &amp;CloudFormation</translation>
    </message>
    <message>
        <source>Configuration for &amp;Terraform</source>
        <translation>Configuration pour &amp;Terraform</translation>
    </message>
    <message>
        <source>&amp;Request for whoever has the rights</source>
        <translation>&amp;Demande à qui a les droits</translation>
    </message>
    <message>
        <source>&amp;Copy as</source>
        <translation>&amp;Copier comme</translation>
    </message>
    <message>
        <source>Save &amp;to file</source>
        <translation>Enregistrer &amp;dans un fichier</translation>
    </message>
    <message>
        <source>&amp;Hand over …</source>
        <translation>Transmettr&amp;e…</translation>
    </message>
    <message>
        <source>A file for whoever has the rights: why, what, with which rights, and how back</source>
        <translation>Un fichier pour qui a les droits&#xa0;: pourquoi, quoi, avec quels droits, et comment revenir en arrière</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Vér&amp;ifier à nouveau</translation>
    </message>
    <message>
        <source>Look whether it works by now, when somebody else has done it</source>
        <translation>Vérifier si cela fonctionne maintenant, quand quelqu’un d’autre l’a fait</translation>
    </message>
    <message>
        <source>On the clipboard: {what}</source>
        <translation>Dans le presse-papiers&#xa0;: {what}</translation>
    </message>
    <message>
        <source>All in one file (*.zip)</source>
        <translation>Tout dans un seul fichier (*.zip)</translation>
    </message>
    <message>
        <source>The request alone (*.md)</source>
        <translation>La demande seule (*.md)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Enregistrer le plan</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Enregistré sous {path}</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Enregistrer le dossier d’assistance</translation>
    </message>
    <message>
        <source>The last time, ssmwizard ended by a fault.</source>
        <translation>La dernière fois, ssmwizard s’est arrêté sur une erreur.</translation>
    </message>
    <message>
        <source>You can go on. A bundle holds what was seen until now, and this error.</source>
        <translation>Vous pouvez continuer. Un dossier contient ce qui a été vu jusqu’ici, et cette erreur.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>&amp;Save a bundle …</source>
        <translation>&amp;Enregistrer un dossier…</translation>
    </message>
    <message>
        <source>&amp;Choose what goes into it</source>
        <translation>&amp;Choisir ce qu’il contient</translation>
    </message>
    <message>
        <source>Show the &amp;details</source>
        <translation>Afficher les &amp;détails</translation>
    </message>
    <message numerus="yes">
        <source>More went wrong %n times since; see the log.</source>
        <comment>More went wrong once since; see the log.</comment>
        <translation>
            <numerusform>Une autre erreur s’est produite depuis&#xa0;; voyez le journal technique.</numerusform>
            <numerusform>%n autres erreurs se sont produites depuis&#xa0;; voyez le journal technique.</numerusform>
        </translation>
    </message>
    <message>
        <source>Support bundles (*.zip)</source>
        <translation>Dossiers d’assistance (*.zip)</translation>
    </message>
    <message>
        <source>Saving the bundle …</source>
        <translation>Enregistrement du dossier…</translation>
    </message>
    <message>
        <source>Looking what goes into it …</source>
        <translation>Recherche de ce qu’il contiendra…</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>laissé de côté</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <comment>%n file</comment>
        <translation>
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>{on} of {all} files</source>
        <translation>{on} des {all} fichiers</translation>
    </message>
    <message>
        <source>What goes into it</source>
        <translation>Ce qu’il contient</translation>
    </message>
    <message>
        <source>Yes, in {files}</source>
        <translation>Oui, dans {files}</translation>
    </message>
    <message>
        <source>No, in none of its files.</source>
        <translation>Non, dans aucun de ses fichiers.</translation>
    </message>
    <message>
        <source>The summary is on the clipboard.</source>
        <translation>Le résumé est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Waiting until the change works</source>
        <translation>Attente de la prise d’effet de la modification</translation>
    </message>
    <message>
        <source>&amp;Stop waiting</source>
        <translation>&amp;Ne plus attendre</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler cela</translation>
    </message>
    <message>
        <source>… and {more} more like these, of which {made} were made.</source>
        <translation>… et {more} autres du même genre, dont {made} ont été faites.</translation>
    </message>
    <message>
        <source>Changing …</source>
        <translation>Modification en cours…</translation>
    </message>
    <message>
        <source>The change was made. Looking whether it works …</source>
        <translation>La modification est faite. Vérification de son effet…</translation>
    </message>
    <message>
        <source>Looking whether it works by now …</source>
        <translation>Vérification de l’effet actuel…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>&amp;Leave it running</source>
        <translation>Laisser se &amp;poursuivre</translation>
    </message>
    <message>
        <source>&amp;Stop after this change</source>
        <translation>Arrê&amp;ter après cette modification</translation>
    </message>
    <message>
        <source>Colours of the computer</source>
        <translation>Couleurs de l’ordinateur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Choose light or dark colours</source>
        <translation>Choisir des couleurs claires ou sombres</translation>
    </message>
    <message>
        <source>&amp;Error message …</source>
        <translation>&amp;Message d’erreur…</translation>
    </message>
    <message>
        <source>Explain an error message (Ctrl+E)</source>
        <translation>Expliquer un message d’erreur (Ctrl+E)</translation>
    </message>
    <message>
        <source>Every call that is made, as it is made (Ctrl+L)</source>
        <translation>Chaque appel effectué, au moment où il l’est (Ctrl+L)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Dégradé</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>{feature}: {state}</source>
        <translation>{feature}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>What sessions can do</source>
        <translation>Ce que les sessions peuvent faire</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Port forwarding</source>
        <translation>Réacheminement de port</translation>
    </message>
    <message>
        <source>SSH and SCP</source>
        <translation>SSH et SCP</translation>
    </message>
    <message>
        <source>a shell</source>
        <translation>un shell</translation>
    </message>
    <message>
        <source>Encryption with a KMS key</source>
        <translation>Chiffrement avec une clé KMS</translation>
    </message>
    <message>
        <source>Shell profile</source>
        <translation>Profil de shell</translation>
    </message>
    <message>
        <source>Streaming to CloudWatch Logs</source>
        <translation>Diffusion vers CloudWatch Logs</translation>
    </message>
    <message>
        <source>Non-interactive commands</source>
        <translation>Commandes non interactives</translation>
    </message>
    <message>
        <source>non-interactive commands</source>
        <translation>les commandes non interactives</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes share this cause</source>
        <comment>%n node has this cause</comment>
        <translation>
            <numerusform>%n nœud a cette cause</numerusform>
            <numerusform>%n nœuds ont cette cause</numerusform>
        </translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Ce qui bloque</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bon à savoir</translation>
    </message>
    <message>
        <source>Made by ssmwizard {version}. This page loads nothing and runs nothing.</source>
        <translation>Créé par ssmwizard {version}. Cette page ne charge rien et n’exécute rien.</translation>
    </message>
    <message>
        <source>The inspection did not come to its end; not all was asked.</source>
        <translation>L’inspection n’est pas allée à son terme&#xa0;; une partie n’a pas été demandée.</translation>
    </message>
    <message>
        <source>Cause {number}</source>
        <translation>Cause {number}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>For the same reason:</source>
        <translation>Pour la même raison&#xa0;:</translation>
    </message>
    <message>
        <source>Repair:</source>
        <translation>Réparer&#xa0;:</translation>
    </message>
    <message>
        <source>Look further:</source>
        <translation>Examiner de plus près&#xa0;:</translation>
    </message>
    <message>
        <source>Check:</source>
        <translation>Vérification&#xa0;:</translation>
    </message>
    <message>
        <source>Concerns all nodes.</source>
        <translation>Concerne tous les nœuds.</translation>
    </message>
    <message>
        <source>Concerns {nodes}</source>
        <translation>Concerne {nodes}</translation>
    </message>
    <message numerus="yes">
        <source>Concerns %n nodes</source>
        <comment>Concerns %n node</comment>
        <translation>
            <numerusform>Concerne %n nœud</numerusform>
            <numerusform>Concerne %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be seen</source>
        <translation>Ce qui n’a pas pu être vu</translation>
    </message>
    <message>
        <source>Not all nodes could be listed: {reason}</source>
        <translation>La liste des nœuds est incomplète&#xa0;: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n more causes</source>
        <comment>%n more cause</comment>
        <translation>
            <numerusform>%n autre cause</numerusform>
            <numerusform>%n autres causes</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait until the change under way has ended.</source>
        <translation>Attendez que la modification en cours soit terminée.</translation>
    </message>
    <message>
        <source>Read only: nothing can be changed.</source>
        <translation>Lecture seule&#xa0;: rien ne peut être modifié.</translation>
    </message>
    <message>
        <source>The window closes as soon as the change has ended.</source>
        <translation>La fenêtre se ferme dès que la modification est terminée.</translation>
    </message>
    <message>
        <source>Translate …</source>
        <translation>Traduire…</translation>
    </message>
    <message>
        <source>Put the real names into what was written about it (Ctrl+T)</source>
        <translation>Remettre les vrais noms dans ce qui a été écrit à son sujet (Ctrl+T)</translation>
    </message>
    <message>
        <source>{step}: {state} - ssmwizard</source>
        <translation>{step}&#xa0;: {state} - ssmwizard</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <comment>%n chosen</comment>
        <translation>
            <numerusform>%n choisi</numerusform>
            <numerusform>%n choisis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <comment>%n blocked</comment>
        <translation>
            <numerusform>%n bloqué</numerusform>
            <numerusform>%n bloqués</numerusform>
        </translation>
    </message>
    <message>
        <source>None blocked</source>
        <translation>Aucun bloqué</translation>
    </message>
    <message numerus="yes">
        <source>%n repairs open</source>
        <comment>%n repair open</comment>
        <translation>
            <numerusform>%n réparation possible</numerusform>
            <numerusform>%n réparations possibles</numerusform>
        </translation>
    </message>
    <message>
        <source>documented by AWS</source>
        <translation>documenté par AWS</translation>
    </message>
    <message>
        <source>read in the source code</source>
        <translation>lu dans le code source</translation>
    </message>
    <message>
        <source>from the release notes</source>
        <translation>tiré des notes de mise à jour</translation>
    </message>
    <message>
        <source>reported by users</source>
        <translation>signalé par des utilisateurs</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>non vérifié</translation>
    </message>
    <message>
        <source>Looking in the other Regions</source>
        <translation>Recherche dans les autres Régions</translation>
    </message>
    <message>
        <source>the AWS CLI</source>
        <translation>l’AWS CLI</translation>
    </message>
    <message>
        <source>the Session Manager plugin</source>
        <translation>le plugin Session Manager</translation>
    </message>
    <message>
        <source>the AWS console</source>
        <translation>la console AWS</translation>
    </message>
    <message>
        <source>the service</source>
        <translation>le service</translation>
    </message>
    <message>
        <source>SSM Agent on the node</source>
        <translation>SSM Agent sur le nœud</translation>
    </message>
    <message>
        <source>the operating system</source>
        <translation>le système d’exploitation</translation>
    </message>
    <message>
        <source>Reading what you may do yourself</source>
        <translation>Lecture de vos propres autorisations</translation>
    </message>
    <message>
        <source>Asking the nodes</source>
        <translation>Interrogation des nœuds</translation>
    </message>
    <message>
        <source>This is not what the script or ssm-cli get-diagnostics prints ({trouble}). Run it as root or administrator, and give all that it prints.</source>
        <translation>Ce n’est pas ce qu’affichent le script ou ssm-cli get-diagnostics ({trouble}). Exécutez-le en tant que root ou administrateur, et donnez tout ce qui s’affiche.</translation>
    </message>
    <message>
        <source>This was said by {other}, not by {node}.</source>
        <translation>Cette réponse vient de {other}, pas de {node}.</translation>
    </message>
    <message>
        <source>Reading console output</source>
        <translation>Lecture des sorties de console</translation>
    </message>
    <message>
        <source>EC2 instances register without an activation.</source>
        <translation>Les instances EC2 s’enregistrent sans activation.</translation>
    </message>
    <message>
        <source>The machine is registered. An activation is only needed to register: that it has expired or is used up changes nothing for this one.</source>
        <translation>La machine est enregistrée. Une activation ne sert qu’à enregistrer&#xa0;: qu’elle ait expiré ou soit épuisée ne change rien pour cette machine.</translation>
    </message>
    <message>
        <source>Registered with activation</source>
        <translation>Enregistrée avec l’activation</translation>
    </message>
    <message>
        <source>The machine is registered in {region}.</source>
        <translation>La machine est enregistrée dans {region}.</translation>
    </message>
    <message>
        <source>A machine has registered with the activation {id}, which was made for this one; it is to be found under its new id now: {nodes}.</source>
        <translation>Une machine s’est enregistrée avec l’activation {id}, créée pour celle-ci&#xa0;; on la trouve désormais sous son nouvel id&#xa0;: {nodes}.</translation>
    </message>
    <message>
        <source>The machine is not registered here. If it belongs here, it can be registered with an activation that is still valid: {ids}.</source>
        <translation>La machine n’est pas enregistrée ici. Si sa place est ici, elle peut être enregistrée avec une activation encore valide&#xa0;: {ids}.</translation>
    </message>
    <message>
        <source>The machine is not registered here, and there is no activation to register it with. If it belongs here, make one.</source>
        <translation>La machine n’est pas enregistrée ici, et aucune activation ne permet de l’enregistrer. Si sa place est ici, créez-en une.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Activations</translation>
    </message>
    <message>
        <source>The machine is not registered here, and none of the {count} activations can register another one: each has expired or is used up. If it belongs here, make a new one.</source>
        <translation>La machine n’est pas enregistrée ici, et aucune des {count} activations ne peut en enregistrer une de plus&#xa0;: chacune a expiré ou est épuisée. Si sa place est ici, créez-en une nouvelle.</translation>
    </message>
    <message>
        <source>Activation {id}: registered, and valid until</source>
        <translation>Activation {id}&#xa0;: enregistrements, et date de fin</translation>
    </message>
    <message>
        <source>A machine that is not registered has an activation to do so</source>
        <translation>Une machine non enregistrée a une activation pour l’être</translation>
    </message>
    <message>
        <source>Machines outside EC2 register with the id and code of an activation, which ends with its date or its number.</source>
        <translation>Les machines hors d’EC2 s’enregistrent avec l’identifiant et le code d’une activation, qui prend fin à sa date ou une fois son nombre atteint.</translation>
    </message>
    <message>
        <source>its own sessions</source>
        <translation>ses propres sessions</translation>
    </message>
    <message>
        <source>{finding} Your plugin {version} signs the data channel with your credentials, so sessions may be refused; AWS has not said since when.</source>
        <translation>{finding} Votre plugin {version} signe le canal de données avec vos informations d’identification&#xa0;: les sessions risquent donc d’être refusées&#xa0;; AWS n’a pas dit depuis quand.</translation>
    </message>
    <message>
        <source>{finding} The plugin needs the right from version {minimum} on, and AWS will soon support no older one.</source>
        <translation>{finding} Le plugin a besoin de ce droit à partir de la version {minimum}, et AWS ne prendra bientôt plus en charge de version antérieure.</translation>
    </message>
    <message>
        <source>{finding} Until then sessions cannot be resumed or stay open until they time out. Where the plugin is missing, the AWS CLI shows this refusal instead.</source>
        <translation>{finding} D’ici là, les sessions ne peuvent pas être reprises, ou restent ouvertes jusqu’à expiration de leur délai. Là où le plugin manque, l’AWS CLI affiche ce refus à la place.</translation>
    </message>
    <message>
        <source>Simulated: {caller} may not do {actions} on its own sessions. Its policies name them by {wrong}, which only IAM users have, so nothing fits a role. Ask for {right} in its place.</source>
        <translation>Simulation&#xa0;: {caller} ne peut pas appeler {actions} sur ses propres sessions. Ses stratégies les désignent par {wrong}, que seuls les utilisateurs IAM possèdent&#xa0;: rien ne correspond donc à un rôle. Demandez {right} à la place.</translation>
    </message>
    <message>
        <source>{finding} Its policies name them by {right}, as AWS&apos;s samples do; the ids of sessions begin with {name}, and some report that the samples do not fit them. If it is refused all the same, ask for session/{name}-* too.</source>
        <translation>{finding} Ses stratégies les désignent par {right}, comme les exemples d’AWS&#xa0;; les identifiants des sessions commencent par {name}, et certains signalent que ces exemples n’y correspondent pas. En cas de refus malgré tout, demandez aussi session/{name}-*.</translation>
    </message>
    <message>
        <source>Simulated: {caller} may do {actions} on its own sessions.</source>
        <translation>Simulation&#xa0;: {caller} peut appeler {actions} sur ses propres sessions.</translation>
    </message>
    <message>
        <source>You may open the data channel of your sessions</source>
        <translation>Vous pouvez ouvrir le canal de données de vos sessions</translation>
    </message>
    <message>
        <source>What is typed and shown passes a channel that newer plugins open in your name.</source>
        <translation>Ce qui est saisi et affiché passe par un canal que les plugins récents ouvrent en votre nom.</translation>
    </message>
    <message>
        <source>You may resume and end your sessions</source>
        <translation>Vous pouvez reprendre et terminer vos sessions</translation>
    </message>
    <message>
        <source>A session that drops is resumed, and one that is left is ended, with rights of their own.</source>
        <translation>Une session coupée est reprise, et une session abandonnée est terminée, chacune avec son propre droit.</translation>
    </message>
    <message>
        <source>No node was chosen.</source>
        <translation>Aucun nœud n’est choisi.</translation>
    </message>
    <message>
        <source>the node</source>
        <translation>le nœud</translation>
    </message>
    <message>
        <source>What the federated user {caller} may do cannot be simulated: its own session policy counts too. A real session tells.</source>
        <translation>Les autorisations de l’utilisateur fédéré {caller} ne peuvent pas être simulées&#xa0;: sa propre stratégie de session compte aussi. Une session réelle le dira.</translation>
    </message>
    <message>
        <source>The role {caller} was not found in IAM, so what it may do cannot be simulated. A real session tells.</source>
        <translation>Le rôle {caller} est introuvable dans IAM&#xa0;: ses autorisations ne peuvent pas être simulées. Une session réelle le dira.</translation>
    </message>
    <message>
        <source>What {caller} may do cannot be simulated. A real session tells.</source>
        <translation>Les autorisations de {caller} ne peuvent pas être simulées. Une session réelle le dira.</translation>
    </message>
    <message>
        <source>Simulated: a policy of the organization denies {caller} {actions} on {what}. Ask who administers the organization.</source>
        <translation>Simulation&#xa0;: une stratégie de l’organisation refuse {actions} sur {what} à {caller}. Adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>Simulated: the permissions boundary of {caller} does not allow {actions} on {what}. Ask for it to be allowed there, too.</source>
        <translation>Simulation&#xa0;: la limite d’autorisations de {caller} n’autorise pas {actions} sur {what}. Demandez que cela y soit autorisé aussi.</translation>
    </message>
    <message>
        <source>Simulated: a policy of {caller} denies {actions} on {what} explicitly. Ask for that statement to be changed.</source>
        <translation>Simulation&#xa0;: une stratégie de {caller} refuse explicitement {actions} sur {what}. Demandez la modification de cette instruction.</translation>
    </message>
    <message>
        <source>Simulated: no policy of {caller} allows {actions} on {what}. Ask whoever administers IAM to allow it.</source>
        <translation>Simulation&#xa0;: aucune stratégie de {caller} n’autorise {actions} sur {what}. Demandez cette autorisation à l’administrateur d’IAM.</translation>
    </message>
    <message>
        <source>You do not start sessions directly here: access to {what} is asked for each time (just-in-time node access, ssm:StartAccessRequest), and a session opens once it is granted.</source>
        <translation>Ici, vous ne démarrez pas de sessions directement sur {what}&#xa0;: l’accès se demande à chaque fois (accès juste-à-temps aux nœuds, ssm:StartAccessRequest), et une session s’ouvre une fois qu’il est accordé.</translation>
    </message>
    <message>
        <source>The root user may do this, unless a policy of the organization forbids it.</source>
        <translation>L’utilisateur root en a le droit, sauf si une stratégie de l’organisation l’interdit.</translation>
    </message>
    <message>
        <source>Sessions are opened with the credentials that a granted request for access brings along.</source>
        <translation>Les sessions s’ouvrent avec les informations d’identification que fournit une demande d’accès accordée.</translation>
    </message>
    <message>
        <source>Whether {caller} may do {actions} on {what} depends on {keys}, which the simulator was not given.</source>
        <translation>Que {caller} puisse appeler {actions} sur {what} dépend de {keys}, que le simulateur n’a pas reçu.</translation>
    </message>
    <message>
        <source>The policy simulator did not say whether {caller} may do {actions} on {what}.</source>
        <translation>Le simulateur de stratégies n’a pas dit si {caller} peut appeler {actions} sur {what}.</translation>
    </message>
    <message>
        <source>Console output</source>
        <translation>Sortie de console</translation>
    </message>
    <message>
        <source>Its console output tells that the agent hibernated: {line}</source>
        <translation>Sa sortie de console indique que l’agent s’est mis en veille&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Its console output tells that a disk was full: {line}</source>
        <translation>Sa sortie de console indique qu’un disque était plein&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Its console output tells that the kernel stopped: {line}</source>
        <translation>Sa sortie de console indique que le noyau s’est arrêté&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Its console output tells that it did not come up: {line}</source>
        <translation>Sa sortie de console indique que le démarrage n’a pas abouti&#xa0;: {line}</translation>
    </message>
    <message>
        <source>The managed nodes of the Region were not counted.</source>
        <translation>Les nœuds gérés de la Région n’ont pas été comptés.</translation>
    </message>
    <message>
        <source>The managed nodes of the Region were not counted, because only some were asked for. Inspect all nodes to have them counted.</source>
        <translation>Les nœuds gérés de la Région n’ont pas été comptés, car seuls certains ont été demandés. Inspectez tous les nœuds pour qu’ils soient comptés.</translation>
    </message>
    <message>
        <source>Managed nodes in the Region</source>
        <translation>Nœuds gérés dans la Région</translation>
    </message>
    <message>
        <source>Of these not reporting</source>
        <translation>Dont sans rapports</translation>
    </message>
    <message>
        <source>The Region has {count} managed nodes; the quota is {most}.</source>
        <translation>La Région a {count} nœuds gérés&#xa0;; le quota est de {most}.</translation>
    </message>
    <message>
        <source>The Region has {count} managed nodes, more than the quota of {most} (unless yours was raised); {lost} of them do not report. AWS says that nodes may stop communicating then. Deregister those that are gone, or have the quota raised.</source>
        <translation>La Région a {count} nœuds gérés, plus que le quota de {most} (sauf si le vôtre a été augmenté)&#xa0;; {lost} d’entre eux n’envoient pas de rapports. AWS indique que des nœuds peuvent alors cesser de communiquer. Annulez l’enregistrement de ceux qui n’existent plus, ou faites augmenter le quota.</translation>
    </message>
    <message>
        <source>The Region has no more managed nodes than its quota</source>
        <translation>La Région n’a pas plus de nœuds gérés que son quota</translation>
    </message>
    <message>
        <source>Above the quota of managed nodes in an account and Region, AWS says, nodes may stop communicating.</source>
        <translation>Au-delà du quota de nœuds gérés d’un compte dans une Région, indique AWS, des nœuds peuvent cesser de communiquer.</translation>
    </message>
    <message>
        <source>{finding} {other}</source>
        <translation>{finding} {other}</translation>
    </message>
    <message>
        <source>What the node says of itself</source>
        <translation>Ce que le nœud dit de lui-même</translation>
    </message>
    <message>
        <source>{finding} The node itself says why. {reasons}</source>
        <translation>{finding} Le nœud lui-même dit pourquoi. {reasons}</translation>
    </message>
    <message>
        <source>The node was asked, and gave no answer</source>
        <translation>Le nœud a été interrogé, et n’a pas répondu</translation>
    </message>
    <message>
        <source>What was given is about another machine</source>
        <translation>La réponse donnée concerne une autre machine</translation>
    </message>
    <message>
        <source>The agent&apos;s service is not well: {note}.</source>
        <translation>Le service de l’agent ne va pas bien&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>Windows has not finished its set-up: {note}.</source>
        <translation>Windows n’a pas terminé son installation&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>The instance metadata cannot be read on it: {note}.</source>
        <translation>Les métadonnées d’instance y sont illisibles&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>The agent has no credentials: {note}.</source>
        <translation>L’agent n’a pas d’informations d’identification&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>From the node there is no connection: {note}.</source>
        <translation>Aucune connexion ne part du nœud&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>From the node there is no connection through its proxy: {note}.</source>
        <translation>Aucune connexion ne part du nœud à travers son proxy&#xa0;: {note}.</translation>
    </message>
    <message>
        <source>{check}, as the node says</source>
        <translation>{check}, d’après le nœud</translation>
    </message>
    <message>
        <source>It is registered as {other} in {region}, with a hybrid activation.</source>
        <translation>Il est enregistré en tant que {other} dans {region}, avec une activation hybride.</translation>
    </message>
    <message>
        <source>Registration, as the node says</source>
        <translation>Enregistrement, d’après le nœud</translation>
    </message>
    <message>
        <source>Free on the disk of the system</source>
        <translation>Espace libre sur le disque système</translation>
    </message>
    <message>
        <source>Its disk is full, so that no script could run on it.</source>
        <translation>Son disque est plein, au point qu’aucun script n’a pu s’y exécuter.</translation>
    </message>
    <message>
        <source>Its disk is full: {free} are left.</source>
        <translation>Son disque est plein&#xa0;: il reste {free}.</translation>
    </message>
    <message>
        <source>Its clock is ahead: it says {clock}. AWS refuses requests with a wrong time.</source>
        <translation>Son horloge avance&#xa0;: elle indique {clock}. AWS refuse les requêtes dont l’heure est fausse.</translation>
    </message>
    <message>
        <source>Clock of the node</source>
        <translation>Horloge du nœud</translation>
    </message>
    <message>
        <source>Its kernel {kernel} is older than {floor}, which agents since {version} need.</source>
        <translation>Son noyau {kernel} est antérieur à {floor}, qu’exigent les agents depuis {version}.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Noyau</translation>
    </message>
    <message>
        <source>The service refuses a session on a machine outside EC2 because the account is in the standard tier in this Region. AWS&apos;s pages say that no tier is needed since 30 June 2026. A wrong Region gives the same answer.</source>
        <translation>Le service refuse une session sur une machine hors d’EC2, car le compte est au niveau standard dans cette Région. Les pages d’AWS indiquent qu’aucun niveau n’est nécessaire depuis le 30 juin 2026. Une mauvaise Région donne la même réponse.</translation>
    </message>
    <message>
        <source>Check that the node is in this Region. If it is, enable the advanced tier; the plan says what that costs.</source>
        <translation>Vérifiez que le nœud est dans cette Région. Si c’est le cas, activez le niveau avancé&#xa0;; le plan indique ce que cela coûte.</translation>
    </message>
    <message>
        <source>The service refuses the session without a reason. Users met this with machines outside EC2 whose account was in the standard tier; that this is the cause is inferred, not documented.</source>
        <translation>Le service refuse la session sans donner de raison. Des utilisateurs l’ont rencontré avec des machines hors d’EC2 dont le compte était au niveau standard&#xa0;; que ce soit la cause est une déduction, et n’est pas documenté.</translation>
    </message>
    <message>
        <source>For a node whose id begins with mi-, check the instance tier. Otherwise check the target and the Region.</source>
        <translation>Pour un nœud dont l’identifiant commence par mi-, vérifiez le niveau d’instances. Sinon, vérifiez la cible et la Région.</translation>
    </message>
    <message>
        <source>The node has no role of its own that lets it report, and Default Host Management is off for this account and Region, so nothing stands in.</source>
        <translation>Le nœud n’a pas de rôle à lui qui lui permette d’envoyer ses rapports, et la gestion des hôtes par défaut est désactivée pour ce compte et cette Région&#xa0;: rien ne prend le relais.</translation>
    </message>
    <message>
        <source>Give the instance a role with the rights that Session Manager needs, or turn Default Host Management on.</source>
        <translation>Donnez à l’instance un rôle avec les droits nécessaires à Session Manager, ou activez la gestion des hôtes par défaut.</translation>
    </message>
    <message>
        <source>A KMS key is disabled or waits to be deleted, so nothing can be encrypted with it.</source>
        <translation>Une clé KMS est désactivée ou en attente de suppression&#xa0;: elle ne peut rien chiffrer.</translation>
    </message>
    <message>
        <source>Enable the key again (or cancel its deletion), or choose another key in the session preferences.</source>
        <translation>Réactivez la clé (ou annulez sa suppression), ou choisissez une autre clé dans les préférences de session.</translation>
    </message>
    <message>
        <source>The log group that sessions are to be written to does not exist in this account and Region.</source>
        <translation>Le groupe de journaux dans lequel les sessions doivent être écrites n’existe pas dans ce compte et cette Région.</translation>
    </message>
    <message>
        <source>Create it, or choose another in the session preferences.</source>
        <translation>Créez-le, ou choisissez-en un autre dans les préférences de session.</translation>
    </message>
    <message>
        <source>The S3 bucket that sessions are to be written to does not exist.</source>
        <translation>Le compartiment S3 dans lequel les sessions doivent être écrites n’existe pas.</translation>
    </message>
    <message>
        <source>The agent waited 15 seconds for this computer&apos;s answer. In spite of its words the plugin&apos;s version is seldom the reason: the plugin had no usable credentials, could not call KMS for the session key, or its web socket does not get through.</source>
        <translation>L’agent a attendu 15 secondes la réponse de cet ordinateur. Malgré ce que dit le message, la version du plugin en est rarement la raison&#xa0;: le plugin n’avait pas d’informations d’identification utilisables, ne pouvait pas demander la clé de session à KMS, ou son WebSocket ne passe pas.</translation>
    </message>
    <message>
        <source>Check first whether the caller may use the session key and whether the plugin finds credentials (give --profile). Then the way to ssmmessages and kms, and last the plugin&apos;s version.</source>
        <translation>Vérifiez d’abord si l’appelant peut utiliser la clé de session et si le plugin trouve des informations d’identification (indiquez --profile). Ensuite le chemin vers ssmmessages et kms, et en dernier la version du plugin.</translation>
    </message>
    <message>
        <source>Agent and plugin could not agree on how to run the session. What follows is the reason.</source>
        <translation>L’agent et le plugin n’ont pas pu se mettre d’accord sur la façon d’exécuter la session. Ce qui suit en donne la raison.</translation>
    </message>
    <message>
        <source>Most often encryption with a KMS key is behind it: check who may use the key.</source>
        <translation>Le plus souvent, le chiffrement avec une clé KMS est en cause&#xa0;: vérifiez qui peut utiliser la clé.</translation>
    </message>
    <message>
        <source>Sessions are encrypted here, and the node could not decrypt the session&apos;s key: its role lacks kms:Decrypt on the session key, the key refuses it, or the node has no way to KMS.</source>
        <translation>Les sessions sont chiffrées ici, et le nœud n’a pas pu déchiffrer la clé de la session&#xa0;: il manque kms:Decrypt sur la clé de session à son rôle, la clé le refuse, ou le nœud n’a pas de chemin vers KMS.</translation>
    </message>
    <message>
        <source>Allow the node&apos;s role kms:Decrypt on the session key, and check the key&apos;s own policy. In a VPC without internet, an endpoint for kms is needed.</source>
        <translation>Autorisez kms:Decrypt sur la clé de session pour le rôle du nœud, et vérifiez la stratégie de la clé elle-même. Dans un VPC sans Internet, un point de terminaison pour kms est nécessaire.</translation>
    </message>
    <message>
        <source>The node&apos;s role is refused a right that sessions need.</source>
        <translation>Un droit nécessaire aux sessions est refusé au rôle du nœud.</translation>
    </message>
    <message>
        <source>Attach AmazonSSMManagedInstanceCore or an equal policy to the role, unless the message names another policy that refuses. The agent takes a new policy up within half an hour, sooner after a restart.</source>
        <translation>Attachez AmazonSSMManagedInstanceCore ou une stratégie équivalente au rôle, sauf si le message désigne une autre stratégie qui refuse. L’agent prend en compte une nouvelle stratégie en moins d’une demi-heure, plus tôt après un redémarrage.</translation>
    </message>
    <message>
        <source>The agent&apos;s own credentials have expired and were not renewed.</source>
        <translation>Les informations d’identification de l’agent lui-même ont expiré et n’ont pas été renouvelées.</translation>
    </message>
    <message>
        <source>Restart the agent on the node. If it comes back, look for a clock that is wrong and for instance metadata that does not answer.</source>
        <translation>Redémarrez l’agent sur le nœud. Si le problème revient, cherchez une horloge mal réglée ou des métadonnées d’instance qui ne répondent pas.</translation>
    </message>
    <message>
        <source>The service did not accept the signature of the node: its credentials are gone, belong to another account, or its role was deleted or changed.</source>
        <translation>Le service n’a pas accepté la signature du nœud&#xa0;: ses informations d’identification n’existent plus, appartiennent à un autre compte, ou son rôle a été supprimé ou modifié.</translation>
    </message>
    <message>
        <source>Check the node&apos;s role, look for other credentials on the node (/root/.aws/credentials come first), and restart the agent.</source>
        <translation>Vérifiez le rôle du nœud, cherchez d’autres informations d’identification sur le nœud (/root/.aws/credentials est prioritaire), et redémarrez l’agent.</translation>
    </message>
    <message>
        <source>The agent could not report and has put itself to sleep: it tries again more and more rarely, at last once in some hours.</source>
        <translation>L’agent n’a pas pu envoyer son rapport et s’est mis en veille&#xa0;: il réessaie de plus en plus rarement, pour finir une fois en quelques heures.</translation>
    </message>
    <message>
        <source>Repair what the same line names (usually the role or the way to ssm), then restart the agent, so that it need not wait for its next try.</source>
        <translation>Réparez ce qu’indique la même ligne (en général le rôle ou le chemin vers ssm), puis redémarrez l’agent, pour qu’il n’attende pas son prochain essai.</translation>
    </message>
    <message>
        <source>The agent got no credentials from the instance: it has no instance profile, or instance metadata does not answer, and Default Host Management does not stand in.</source>
        <translation>L’agent n’a pas obtenu d’informations d’identification de l’instance&#xa0;: elle n’a pas de profil d’instance, ou les métadonnées d’instance ne répondent pas, et la gestion des hôtes par défaut ne prend pas le relais.</translation>
    </message>
    <message>
        <source>Attach an instance profile with AmazonSSMManagedInstanceCore, or turn Default Host Management on.</source>
        <translation>Attachez un profil d’instance avec AmazonSSMManagedInstanceCore, ou activez la gestion des hôtes par défaut.</translation>
    </message>
    <message>
        <source>The agent has credentials, but Systems Manager does not take its report with them: the role lacks ssm:UpdateInstanceInformation, or there is no way to ssm.</source>
        <translation>L’agent a des informations d’identification, mais Systems Manager n’accepte pas son rapport&#xa0;: il manque ssm:UpdateInstanceInformation au rôle, ou il n’y a pas de chemin vers ssm.</translation>
    </message>
    <message>
        <source>The rest of the line tells which: a refusal, or a network that does not answer.</source>
        <translation>La suite de la ligne dit ce qu’il en est&#xa0;: un refus, ou un réseau qui ne répond pas.</translation>
    </message>
    <message>
        <source>The agent did not let Default Host Management stand in, because trying the instance&apos;s own role failed for another reason than a refusal.</source>
        <translation>L’agent n’a pas laissé la gestion des hôtes par défaut prendre le relais, car l’essai du rôle de l’instance a échoué pour une autre raison qu’un refus.</translation>
    </message>
    <message>
        <source>Repair what follows in the line: usually the way to ssm, or instance metadata.</source>
        <translation>Réparez ce qui suit dans la ligne&#xa0;: en général le chemin vers ssm, ou les métadonnées d’instance.</translation>
    </message>
    <message>
        <source>Instance metadata does not answer the agent: it is turned off, or a proxy, a firewall or a route on the machine is in the way.</source>
        <translation>Les métadonnées d’instance ne répondent pas à l’agent&#xa0;: elles sont désactivées, ou un proxy, un pare-feu ou une route sur la machine fait obstacle.</translation>
    </message>
    <message>
        <source>Turn instance metadata on. On the machine, take 169.254.169.254 out of the proxy (NO_PROXY).</source>
        <translation>Activez les métadonnées d’instance. Sur la machine, exceptez 169.254.169.254 du proxy (NO_PROXY).</translation>
    </message>
    <message>
        <source>The machine looks different from the one that was registered: its hardware changed, or it is a copy of it. Two machines cannot share one registration.</source>
        <translation>La machine paraît différente de celle qui a été enregistrée&#xa0;: son matériel a changé, ou c’en est une copie. Deux machines ne peuvent pas partager un enregistrement.</translation>
    </message>
    <message>
        <source>On a copy, register anew with an activation. On the same machine with changed hardware, lower the similarity threshold: amazon-ssm-agent -fingerprint -similarityThreshold 1.</source>
        <translation>Sur une copie, enregistrez à nouveau avec une activation. Sur la même machine au matériel modifié, abaissez le seuil de similarité&#xa0;: amazon-ssm-agent -fingerprint -similarityThreshold 1.</translation>
    </message>
    <message>
        <source>The machine could not be registered: the activation has expired or is used up, its code, id or Region is wrong, or the machine does not reach ssm.</source>
        <translation>La machine n’a pas pu être enregistrée&#xa0;: l’activation a expiré ou est épuisée, son code, son identifiant ou sa Région est faux, ou la machine n’atteint pas ssm.</translation>
    </message>
    <message>
        <source>Compare id, code and Region; else make a new activation and register with it.</source>
        <translation>Comparez l’identifiant, le code et la Région&#xa0;; sinon, créez une nouvelle activation et enregistrez la machine avec celle-ci.</translation>
    </message>
    <message>
        <source>The program ssm-cli has to run as root or as administrator.</source>
        <translation>Le programme ssm-cli doit s’exécuter en tant que root ou administrateur.</translation>
    </message>
    <message>
        <source>Run it again with sudo, or in an administrator&apos;s terminal.</source>
        <translation>Exécutez-le de nouveau avec sudo, ou dans un terminal d’administrateur.</translation>
    </message>
    <message>
        <source>The agent&apos;s own diagnosis says that the node does not reach a host that sessions need.</source>
        <translation>Le diagnostic de l’agent lui-même indique que le nœud n’atteint pas un hôte nécessaire aux sessions.</translation>
    </message>
    <message>
        <source>Inspect the node&apos;s network. A failed line for ec2messages, s3, kms, logs or monitoring alone does not stop sessions.</source>
        <translation>Inspectez le réseau du nœud. Une ligne en échec pour ec2messages, s3, kms, logs ou monitoring n’empêche pas à elle seule les sessions.</translation>
    </message>
    <message>
        <source>There is no agent under this name on the machine. On Ubuntu it may be the snap amazon-ssm-agent, which has another service name.</source>
        <translation>Il n’y a pas d’agent de ce nom sur la machine. Sous Ubuntu, il peut s’agir du snap amazon-ssm-agent, dont le service porte un autre nom.</translation>
    </message>
    <message>
        <source>On Ubuntu look with snap services amazon-ssm-agent; else install the agent.</source>
        <translation>Sous Ubuntu, vérifiez avec snap services amazon-ssm-agent&#xa0;; sinon, installez l’agent.</translation>
    </message>
    <message>
        <source>A request to AWS got no answer. If the agent says this, the node has no way to the host in the message.</source>
        <translation>Une requête à AWS n’a pas reçu de réponse. Si c’est l’agent qui le dit, le nœud n’a pas de chemin vers l’hôte cité dans le message.</translation>
    </message>
    <message>
        <source>Inspect the node&apos;s network: name resolution, route or endpoints, security groups and network ACLs; then a firewall or a proxy inside the machine.</source>
        <translation>Inspectez le réseau du nœud&#xa0;: résolution de noms, route ou points de terminaison, groupes de sécurité et listes ACL réseau&#xa0;; puis un pare-feu ou un proxy sur la machine.</translation>
    </message>
    <message>
        <source>The agent on the node is too old for what was asked for.</source>
        <translation>L’agent du nœud est trop ancien pour ce qui a été demandé.</translation>
    </message>
    <message>
        <source>Update the agent.</source>
        <translation>Mettez l’agent à jour.</translation>
    </message>
    <message>
        <source>Run As is on, and the user it leads to does not exist on the node. Sessions do not fall back to ssm-user then.</source>
        <translation>Run As est activé, et l’utilisateur auquel il mène n’existe pas sur le nœud. Les sessions ne se rabattent alors pas sur ssm-user.</translation>
    </message>
    <message>
        <source>Create that user on the node, or correct the tag SSMSessionRunAs of the caller&apos;s role or user, or the default user in the session preferences.</source>
        <translation>Créez cet utilisateur sur le nœud, ou corrigez la balise SSMSessionRunAs du rôle ou de l’utilisateur de l’appelant, ou l’utilisateur par défaut dans les préférences de session.</translation>
    </message>
    <message>
        <source>Run As is on, but names no user: the caller&apos;s role or user has no tag SSMSessionRunAs, and the session preferences have no default user.</source>
        <translation>Run As est activé, mais ne désigne aucun utilisateur&#xa0;: le rôle ou l’utilisateur de l’appelant n’a pas de balise SSMSessionRunAs, et les préférences de session n’ont pas d’utilisateur par défaut.</translation>
    </message>
    <message>
        <source>Set a default user in the session preferences, or the tag; or turn Run As off.</source>
        <translation>Définissez un utilisateur par défaut dans les préférences de session, ou la balise&#xa0;; ou désactivez Run As.</translation>
    </message>
    <message>
        <source>Run As is on, and the agent on the node does not run as root, which it needs to.</source>
        <translation>Run As est activé, et l’agent du nœud ne s’exécute pas en tant que root, ce qui lui est nécessaire.</translation>
    </message>
    <message>
        <source>Let the agent run as root, or turn Run As off.</source>
        <translation>Faites exécuter l’agent en tant que root, ou désactivez Run As.</translation>
    </message>
    <message>
        <source>The node is a domain controller. The agent does not create the account ssm-user there by itself.</source>
        <translation>Le nœud est un contrôleur de domaine. L’agent n’y crée pas lui-même le compte ssm-user.</translation>
    </message>
    <message>
        <source>Create ssm-user in the domain and make it a member of Domain Admins; it needs no password of yours.</source>
        <translation>Créez ssm-user dans le domaine et faites-en un membre du groupe Admins du domaine (Domain Admins)&#xa0;; vous n’avez pas à lui donner de mot de passe.</translation>
    </message>
    <message>
        <source>The agent was not updated: the newest release is not in this Region yet, or not made for this system.</source>
        <translation>L’agent n’a pas été mis à jour&#xa0;: la version la plus récente n’est pas encore dans cette Région, ou n’existe pas pour ce système.</translation>
    </message>
    <message>
        <source>Nothing is broken by this. New releases take up to two weeks to reach every Region; try again then.</source>
        <translation>Rien n’est cassé pour autant. Les nouvelles versions mettent jusqu’à deux semaines à atteindre toutes les Régions&#xa0;; réessayez alors.</translation>
    </message>
    <message>
        <source>The caller may not start a session. Look at the resource: an instance or a managed instance is the node; a document is the kind of session.</source>
        <translation>L’appelant n’a pas le droit de démarrer une session. Regardez la ressource&#xa0;: une instance (instance) ou une instance gérée (managed-instance) est le nœud&#xa0;; un document est le type de session.</translation>
    </message>
    <message>
        <source>Ask for ssm:StartSession on that resource. Where access depends on tags, compare the node&apos;s tags with the policy. Where access is granted just in time, request it instead.</source>
        <translation>Demandez ssm:StartSession sur cette ressource. Si l’accès dépend de balises, comparez celles du nœud avec la stratégie. Si l’accès est accordé juste à temps, demandez-le plutôt.</translation>
    </message>
    <message>
        <source>The caller may not open the data channel of its own session. Newer plugins sign that request, and older policies do not allow it.</source>
        <translation>L’appelant n’a pas le droit d’ouvrir le canal de données de sa propre session. Les plugins récents signent cette requête, et les stratégies anciennes ne l’autorisent pas.</translation>
    </message>
    <message>
        <source>Ask for ssmmessages:OpenDataChannel on your own sessions, as in AWS&apos;s sample policies.</source>
        <translation>Demandez ssmmessages:OpenDataChannel sur vos propres sessions, comme dans les exemples de stratégies d’AWS.</translation>
    </message>
    <message>
        <source>Right after a start, this most often means that the Session Manager plugin is missing: the AWS CLI wanted to end the session it could not open, and may not. The session itself was allowed.</source>
        <translation>Juste après un démarrage, cela signifie le plus souvent que le plugin Session Manager manque&#xa0;: l’AWS CLI voulait terminer la session qu’elle n’a pas pu ouvrir, et n’en a pas le droit. La session elle-même était autorisée.</translation>
    </message>
    <message>
        <source>Install the plugin first. Then ask for ssm:TerminateSession on your own sessions; a policy that goes by aws:username does not match roles and federated users, one that goes by aws:userid does.</source>
        <translation>Installez d’abord le plugin. Demandez ensuite ssm:TerminateSession sur vos propres sessions&#xa0;; une stratégie fondée sur aws:username ne correspond pas aux rôles ni aux utilisateurs fédérés, une stratégie fondée sur aws:userid leur correspond.</translation>
    </message>
    <message>
        <source>The caller may not take up its own session again after an interruption.</source>
        <translation>L’appelant n’a pas le droit de reprendre sa propre session après une interruption.</translation>
    </message>
    <message>
        <source>Ask for ssm:ResumeSession on your own sessions; a policy that goes by aws:username does not match roles and federated users, one that goes by aws:userid does.</source>
        <translation>Demandez ssm:ResumeSession sur vos propres sessions&#xa0;; une stratégie fondée sur aws:username ne correspond pas aux rôles ni aux utilisateurs fédérés, une stratégie fondée sur aws:userid leur correspond.</translation>
    </message>
    <message>
        <source>Sessions are encrypted here, and the plugin could not get a data key from KMS with the caller&apos;s credentials. The node is not to blame.</source>
        <translation>Les sessions sont chiffrées ici, et le plugin n’a pas pu obtenir de clé de données auprès de KMS avec les informations d’identification de l’appelant. Le nœud n’est pas en cause.</translation>
    </message>
    <message>
        <source>What follows the message is KMS&apos;s own answer. Most often the caller lacks kms:GenerateDataKey on the session key, or the plugin found no credentials or no way to KMS.</source>
        <translation>Ce qui suit le message est la réponse de KMS. Le plus souvent, il manque kms:GenerateDataKey sur la clé de session à l’appelant, ou le plugin n’a trouvé ni informations d’identification ni chemin vers KMS.</translation>
    </message>
    <message>
        <source>The program that opened the session does not do the encryption as Session Manager asks for it.</source>
        <translation>Le programme qui a ouvert la session n’effectue pas le chiffrement comme Session Manager le demande.</translation>
    </message>
    <message>
        <source>Use AWS&apos;s own Session Manager plugin, in its newest version.</source>
        <translation>Utilisez le plugin Session Manager d’AWS, dans sa version la plus récente.</translation>
    </message>
    <message>
        <source>The node has no open channel for sessions. The service says the same of a node that is in another account or Region, that is stopped, that was started only just now, and of one whose agent, role or network is broken.</source>
        <translation>Le nœud n’a pas de canal de session ouvert. Le service dit la même chose d’un nœud qui est dans un autre compte ou une autre Région, qui est arrêté, qui vient de démarrer, ou dont l’agent, le rôle ou le réseau est défaillant.</translation>
    </message>
    <message>
        <source>Check account and Region first, then inspect the node: that tells which of these it is.</source>
        <translation>Vérifiez d’abord le compte et la Région, puis inspectez le nœud&#xa0;: l’inspection dit lequel de ces cas s’applique.</translation>
    </message>
    <message>
        <source>The document that was named is not one for sessions (a Command document, for example).</source>
        <translation>Le document indiqué n’est pas un document de session (c’est un document Command, par exemple).</translation>
    </message>
    <message>
        <source>Name a document of type Session, or leave --document-name out.</source>
        <translation>Indiquez un document de type Session, ou omettez --document-name.</translation>
    </message>
    <message>
        <source>The session document that was named does not exist in this account and Region, or is broken.</source>
        <translation>Le document de session indiqué n’existe pas dans ce compte et cette Région, ou est défectueux.</translation>
    </message>
    <message>
        <source>Check its name and the Region. Documents belong to one account and Region, except AWS&apos;s own.</source>
        <translation>Vérifiez son nom et la Région. Les documents appartiennent à un compte et une Région, sauf ceux d’AWS.</translation>
    </message>
    <message>
        <source>The account makes too many requests of this kind at present. Other programs of the account count too.</source>
        <translation>Le compte envoie en ce moment trop de requêtes de ce type. Les autres programmes du compte comptent aussi.</translation>
    </message>
    <message>
        <source>Wait a moment and try again; it is no fault of the node. If it stays so, find the program that asks so often.</source>
        <translation>Attendez un moment et réessayez&#xa0;; le nœud n’est pas en cause. Si cela persiste, trouvez le programme qui envoie autant de requêtes.</translation>
    </message>
    <message>
        <source>The caller may not look. That says nothing about whether a session would open.</source>
        <translation>L’appelant n’a pas le droit de consulter ces informations. Cela ne dit rien sur la possibilité d’ouvrir une session.</translation>
    </message>
    <message>
        <source>Ask for this right to let the diagnosis look, or simply try the session.</source>
        <translation>Demandez ce droit pour que le diagnostic puisse les consulter, ou essayez simplement la session.</translation>
    </message>
    <message>
        <source>The caller may not look at roles, so whether the node&apos;s role is right cannot be seen. That is no sign that it is wrong.</source>
        <translation>L’appelant n’a pas le droit de consulter les rôles&#xa0;: impossible de voir si le rôle du nœud est correct. Ce n’est pas un signe qu’il ne l’est pas.</translation>
    </message>
    <message>
        <source>Ask for this right, or let someone who has it look.</source>
        <translation>Demandez ce droit, ou faites faire la vérification par quelqu’un qui le possède.</translation>
    </message>
    <message>
        <source>The caller may look but not repair: this right is needed to make the change.</source>
        <translation>L’appelant a le droit de consulter, mais pas de réparer&#xa0;: ce droit est nécessaire pour faire la modification.</translation>
    </message>
    <message>
        <source>Ask someone who has it: the plan of the repair can be copied for them, with every call in it.</source>
        <translation>Demandez à quelqu’un qui le possède&#xa0;: le plan de la réparation peut être copié à son intention, avec chacun de ses appels.</translation>
    </message>
    <message>
        <source>Access to nodes is requested just in time here, and the caller may not request it, or not fetch what was granted.</source>
        <translation>L’accès aux nœuds se demande ici juste à temps, et l’appelant n’a pas le droit de le demander, ou pas de récupérer ce qui a été accordé.</translation>
    </message>
    <message>
        <source>Ask who administers just-in-time node access. Not having ssm:StartSession is by design there.</source>
        <translation>Adressez-vous à l’administrateur de l’accès juste-à-temps aux nœuds. Ne pas avoir ssm:StartSession y est voulu.</translation>
    </message>
    <message>
        <source>AWS refuses a call for want of a right.</source>
        <translation>AWS refuse un appel, faute d’un droit.</translation>
    </message>
    <message>
        <source>Find out who made the call (the caller on this computer, or the node&apos;s role) and which action was refused; then ask for that right.</source>
        <translation>Trouvez qui a fait l’appel (l’appelant sur cet ordinateur, ou le rôle du nœud) et quelle action a été refusée&#xa0;; puis demandez ce droit.</translation>
    </message>
    <message>
        <source>The session is over already, or its id belongs to another account or Region.</source>
        <translation>La session est déjà terminée, ou son identifiant appartient à un autre compte ou une autre Région.</translation>
    </message>
    <message>
        <source>There is nothing to end. Start a new session.</source>
        <translation>Il n’y a rien à terminer. Démarrez une nouvelle session.</translation>
    </message>
    <message>
        <source>The service had a fault of its own.</source>
        <translation>Le service a lui-même eu une défaillance.</translation>
    </message>
    <message>
        <source>Try again after a while. If it lasts, look at AWS&apos;s health page for the Region; keep the request id for AWS Support.</source>
        <translation>Réessayez après un moment. Si cela dure, consultez la page d’état d’AWS (AWS Health) pour la Région&#xa0;; conservez l’identifiant de la requête pour AWS Support.</translation>
    </message>
    <message>
        <source>The AWS CLI did not find the Session Manager plugin. The session had been started by then and was ended again.</source>
        <translation>L’AWS CLI n’a pas trouvé le plugin Session Manager. La session avait déjà été démarrée, et a été refermée.</translation>
    </message>
    <message>
        <source>Install the plugin. If it is installed, it is not on the search path of the program that says this: a window may have another one than a terminal.</source>
        <translation>Installez le plugin. S’il est installé, il n’est pas dans le chemin de recherche du programme qui affiche ce message&#xa0;: une fenêtre peut en avoir un autre qu’un terminal.</translation>
    </message>
    <message>
        <source>The Session Manager plugin works, but is older than AWS recommends. AWS says that it soon will not support such versions.</source>
        <translation>Le plugin Session Manager fonctionne, mais est plus ancien que ce que recommande AWS. AWS annonce que de telles versions ne seront bientôt plus prises en charge.</translation>
    </message>
    <message>
        <source>Install the newest plugin.</source>
        <translation>Installez le plugin le plus récent.</translation>
    </message>
    <message>
        <source>The AWS CLI found a Session Manager plugin that does not run.</source>
        <translation>L’AWS CLI a trouvé un plugin Session Manager qui ne fonctionne pas.</translation>
    </message>
    <message>
        <source>Run session-manager-plugin --version on a terminal; if it tells no version, install it again.</source>
        <translation>Exécutez session-manager-plugin --version dans un terminal&#xa0;; s’il n’indique pas de version, réinstallez-le.</translation>
    </message>
    <message>
        <source>This is no error: the plugin says that it is installed. It says so whenever it is started by itself.</source>
        <translation>Ce n’est pas une erreur&#xa0;: le plugin indique qu’il est installé. Il le fait chaque fois qu’il est lancé seul.</translation>
    </message>
    <message>
        <source>Start sessions with aws ssm start-session; the AWS CLI starts the plugin.</source>
        <translation>Démarrez les sessions avec aws ssm start-session&#xa0;; l’AWS CLI lance le plugin.</translation>
    </message>
    <message>
        <source>The plugin was started with something that it does not understand.</source>
        <translation>Le plugin a été lancé avec quelque chose qu’il ne comprend pas.</translation>
    </message>
    <message>
        <source>Start sessions with aws ssm start-session. If the AWS CLI started it, AWS CLI and plugin do not fit each other: install the newest of both.</source>
        <translation>Démarrez les sessions avec aws ssm start-session. Si c’est l’AWS CLI qui l’a lancé, l’AWS CLI et le plugin ne vont pas ensemble&#xa0;: installez la version la plus récente des deux.</translation>
    </message>
    <message>
        <source>The plugin had no terminal to read from any more and gave up. The session may still be open on the node.</source>
        <translation>Le plugin n’avait plus de terminal à lire et a abandonné. La session est peut-être encore ouverte sur le nœud.</translation>
    </message>
    <message>
        <source>Start the session on a real terminal, not behind a pipe. Some users saw it with a very long scrollback: try a fresh terminal.</source>
        <translation>Démarrez la session dans un vrai terminal, pas derrière un tube (pipe). Certains utilisateurs l’ont observé avec un très long historique de défilement&#xa0;: essayez un nouveau terminal.</translation>
    </message>
    <message>
        <source>The plugin could not take the session over from the AWS CLI; what follows the colon is its reason.</source>
        <translation>Le plugin n’a pas pu recevoir la session de l’AWS CLI&#xa0;; ce qui suit les deux-points en est la raison.</translation>
    </message>
    <message>
        <source>If the reason says little, turn on the plugin&apos;s log and start the session again.</source>
        <translation>Si la raison ne dit pas grand-chose, activez le journal du plugin et redémarrez la session.</translation>
    </message>
    <message>
        <source>The plugin could not open its web socket to ssmmessages. Either this computer does not reach it (firewall, or a proxy that breaks web sockets), or the service refused it.</source>
        <translation>Le plugin n’a pas pu ouvrir son WebSocket vers ssmmessages. Soit cet ordinateur ne l’atteint pas (pare-feu, ou proxy qui coupe les WebSockets), soit le service l’a refusé.</translation>
    </message>
    <message>
        <source>Check that ssmmessages of the Region can be reached through the same proxy. If it can, check that the caller may call ssmmessages:OpenDataChannel on its own sessions.</source>
        <translation>Vérifiez que ssmmessages de la Région est joignable par le même proxy. Si oui, vérifiez que l’appelant a le droit d’appeler ssmmessages:OpenDataChannel sur ses propres sessions.</translation>
    </message>
    <message>
        <source>The plugin looks for credentials by itself and found none. It understands fewer kinds of profiles than the AWS CLI, and learns the profile&apos;s name only from --profile.</source>
        <translation>Le plugin cherche lui-même des informations d’identification et n’en a pas trouvé. Il comprend moins de types de profils que l’AWS CLI, et n’apprend le nom du profil que par --profile.</translation>
    </message>
    <message>
        <source>Give --profile on the command line, and install the newest plugin. If that is not enough, export the credentials into the environment (aws configure export-credentials).</source>
        <translation>Indiquez --profile sur la ligne de commande, et installez le plugin le plus récent. Si cela ne suffit pas, exportez les informations d’identification dans l’environnement (aws configure export-credentials).</translation>
    </message>
    <message>
        <source>The connection broke and the session could not be taken up again. Users report this about an hour after the start with plugin 1.2.792.0 and 1.2.804.0 and temporary credentials.</source>
        <translation>La connexion s’est rompue et la session n’a pas pu être reprise. Des utilisateurs le signalent environ une heure après le démarrage avec les plugins 1.2.792.0 et 1.2.804.0 et des informations d’identification temporaires.</translation>
    </message>
    <message>
        <source>Start the session again. Install a newer plugin, use a profile that renews its credentials instead of exported ones, and check that the caller may call ssm:ResumeSession on its own sessions.</source>
        <translation>Redémarrez la session. Installez un plugin plus récent, utilisez un profil qui renouvelle ses informations d’identification plutôt que des informations exportées, et vérifiez que l’appelant a le droit d’appeler ssm:ResumeSession sur ses propres sessions.</translation>
    </message>
    <message>
        <source>Sessions are encrypted with a KMS key here, and the AWS CLI that started the plugin is too old for that.</source>
        <translation>Les sessions sont chiffrées ici avec une clé KMS, et l’AWS CLI qui a lancé le plugin est trop ancienne pour cela.</translation>
    </message>
    <message>
        <source>Install the newest AWS CLI. If several are installed, the first on the search path is used.</source>
        <translation>Installez l’AWS CLI la plus récente. Si plusieurs sont installées, la première du chemin de recherche est utilisée.</translation>
    </message>
    <message>
        <source>The clock of the computer that signed this is too far from AWS&apos;s.</source>
        <translation>L’horloge de l’ordinateur qui a signé ceci est trop décalée par rapport à celle d’AWS.</translation>
    </message>
    <message>
        <source>Set the clock right, and let the system keep it so. If the agent on the node says this, it is the node&apos;s clock.</source>
        <translation>Réglez l’horloge, et laissez le système la maintenir à l’heure. Si c’est l’agent du nœud qui le dit, il s’agit de l’horloge du nœud.</translation>
    </message>
    <message>
        <source>This computer does not reach the address of the service: no network, a firewall, a proxy that is not set, or a Region that does not exist.</source>
        <translation>Cet ordinateur n’atteint pas l’adresse du service&#xa0;: pas de réseau, un pare-feu, un proxy qui n’est pas configuré, ou une Région qui n’existe pas.</translation>
    </message>
    <message>
        <source>Look at the address in the message: if its Region is wrong, correct that. Otherwise check the network, HTTPS_PROXY and NO_PROXY. AWS_ENDPOINT_URL may lead elsewhere.</source>
        <translation>Regardez l’adresse dans le message&#xa0;: si sa Région est fausse, corrigez-la. Sinon, vérifiez le réseau, HTTPS_PROXY et NO_PROXY. AWS_ENDPOINT_URL peut mener ailleurs.</translation>
    </message>
    <message>
        <source>The service did not answer, or the connection was cut: a firewall that drops, a VPN without a way there, or a proxy that is not set.</source>
        <translation>Le service n’a pas répondu, ou la connexion a été coupée&#xa0;: un pare-feu qui bloque, un VPN sans chemin jusque-là, ou un proxy qui n’est pas configuré.</translation>
    </message>
    <message>
        <source>Check the network, HTTPS_PROXY and NO_PROXY. On a VPN, see whether the name leads to a private address that is not reachable from here.</source>
        <translation>Vérifiez le réseau, HTTPS_PROXY et NO_PROXY. Sur un VPN, regardez si le nom mène à une adresse privée qui n’est pas joignable d’ici.</translation>
    </message>
    <message>
        <source>The certificate of the answer was not issued by anybody this program trusts. In companies, most often a proxy opens TLS connections and signs them anew.</source>
        <translation>Le certificat de la réponse n’a été émis par personne à qui ce programme fasse confiance. En entreprise, c’est le plus souvent un proxy qui ouvre les connexions TLS et les signe à nouveau.</translation>
    </message>
    <message>
        <source>Get the company&apos;s root certificate and name its file in AWS_CA_BUNDLE or ca_bundle. Turning verification off would hide who is listening.</source>
        <translation>Procurez-vous le certificat racine de l’entreprise et indiquez son fichier dans AWS_CA_BUNDLE ou ca_bundle. Désactiver la vérification masquerait qui écoute.</translation>
    </message>
    <message>
        <source>The plugin or the agent does not trust the certificate it was shown: something opens TLS connections on the way, the list of root certificates is old, or the clock is wrong. The plugin does not follow AWS_CA_BUNDLE; it trusts what the operating system trusts.</source>
        <translation>Le plugin ou l’agent ne fait pas confiance au certificat présenté&#xa0;: quelque chose ouvre les connexions TLS en chemin, la liste des certificats racines est ancienne, ou l’horloge est fausse. Le plugin ne tient pas compte d’AWS_CA_BUNDLE&#xa0;; il fait confiance à ce à quoi le système d’exploitation fait confiance.</translation>
    </message>
    <message>
        <source>Add the company&apos;s root certificate to the trust store of the system on which this was said, or let the hosts of Systems Manager pass unopened.</source>
        <translation>Ajoutez le certificat racine de l’entreprise au magasin de confiance du système sur lequel ce message est apparu, ou laissez passer les hôtes de Systems Manager sans ouvrir leurs connexions.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached, or does not let the request pass.</source>
        <translation>Le proxy est injoignable, ou ne laisse pas passer la requête.</translation>
    </message>
    <message>
        <source>Check HTTPS_PROXY (with user and password if it asks for them: 407), and put hosts that need no proxy into NO_PROXY. On a node, 169.254.169.254 belongs there.</source>
        <translation>Vérifiez HTTPS_PROXY (avec utilisateur et mot de passe s’il les demande&#xa0;: 407), et mettez dans NO_PROXY les hôtes qui n’ont pas besoin de proxy. Sur un nœud, 169.254.169.254 doit y figurer.</translation>
    </message>
    <message>
        <source>The name of the service could not be resolved where this was said.</source>
        <translation>Le nom du service n’a pas pu être résolu là où ce message est apparu.</translation>
    </message>
    <message>
        <source>On this computer: check the Region in the name, the network and the VPN. On a node: check the DNS settings of its VPC, and the private DNS of its endpoints.</source>
        <translation>Sur cet ordinateur&#xa0;: vérifiez la Région dans le nom, le réseau et le VPN. Sur un nœud&#xa0;: vérifiez les paramètres DNS de son VPC, et le DNS privé de ses points de terminaison.</translation>
    </message>
    <message>
        <source>What answered was not AWS: a proxy or the sign-in page of a network, or an address set with AWS_ENDPOINT_URL.</source>
        <translation>Ce qui a répondu n’était pas AWS&#xa0;: un proxy ou la page de connexion d’un réseau, ou une adresse définie avec AWS_ENDPOINT_URL.</translation>
    </message>
    <message>
        <source>Open any page in a browser to get past a sign-in page, then try again; check HTTPS_PROXY and AWS_ENDPOINT_URL.</source>
        <translation>Ouvrez une page quelconque dans un navigateur pour franchir une page de connexion, puis réessayez&#xa0;; vérifiez HTTPS_PROXY et AWS_ENDPOINT_URL.</translation>
    </message>
    <message>
        <source>The AWS CLI does not know this command: it is misspelt, or the AWS CLI is too old for it.</source>
        <translation>L’AWS CLI ne connaît pas cette commande&#xa0;: elle est mal orthographiée, ou l’AWS CLI est trop ancienne pour elle.</translation>
    </message>
    <message>
        <source>Compare the spelling, then install the newest AWS CLI. If several are installed, the first on the search path is used.</source>
        <translation>Comparez l’orthographe, puis installez l’AWS CLI la plus récente. Si plusieurs sont installées, la première du chemin de recherche est utilisée.</translation>
    </message>
    <message>
        <source>The AWS CLI is not installed, or not on the search path.</source>
        <translation>L’AWS CLI n’est pas installée, ou n’est pas dans le chemin de recherche.</translation>
    </message>
    <message>
        <source>Install AWS CLI 2. If it is installed, open a new terminal, or add its folder to the search path. Without it, the AWS console opens sessions too.</source>
        <translation>Installez l’AWS CLI 2. Si elle est installée, ouvrez un nouveau terminal, ou ajoutez son dossier au chemin de recherche. Sans elle, la console AWS ouvre aussi des sessions.</translation>
    </message>
    <message>
        <source>The program is built for another processor, or its file is damaged.</source>
        <translation>Le programme est fait pour un autre processeur, ou son fichier est endommagé.</translation>
    </message>
    <message>
        <source>Install the one for this computer&apos;s processor (x86_64 or arm64).</source>
        <translation>Installez celui qui correspond au processeur de cet ordinateur (x86_64 ou arm64).</translation>
    </message>
    <message>
        <source>SSH got no connection from the command behind ProxyCommand, which is a session of Session Manager. SSH hides the reason.</source>
        <translation>SSH n’a pas obtenu de connexion de la commande derrière ProxyCommand, qui est une session de Session Manager. SSH en masque la raison.</translation>
    </message>
    <message>
        <source>Run the ProxyCommand by itself, or aws ssm start-session with the node as target: what it says is the reason. Then check that sshd runs on the node.</source>
        <translation>Exécutez la ProxyCommand seule, ou aws ssm start-session avec le nœud comme cible&#xa0;: ce qu’elle affiche est la raison. Vérifiez ensuite que sshd est en cours d’exécution sur le nœud.</translation>
    </message>
    <message>
        <source>The local port for port forwarding is taken by another program, often by an earlier session that still runs.</source>
        <translation>Le port local du réacheminement est occupé par un autre programme, souvent par une session précédente encore en cours.</translation>
    </message>
    <message>
        <source>Choose another local port, or end the program that has it.</source>
        <translation>Choisissez un autre port local, ou arrêtez le programme qui l’occupe.</translation>
    </message>
    <message>
        <source>The session works, but nothing answers on the port of the node, or of the host behind it.</source>
        <translation>La session fonctionne, mais rien ne répond sur le port du nœud, ou de l’hôte situé derrière.</translation>
    </message>
    <message>
        <source>On the node, check that the service listens on that port. For a host behind it, check its security group and name, as seen from the node.</source>
        <translation>Sur le nœud, vérifiez que le service écoute sur ce port. Pour un hôte situé derrière, vérifiez son groupe de sécurité et son nom, vus du nœud.</translation>
    </message>
    <message>
        <source>The agent does not forward ports to this address: instance metadata and the VPC&apos;s DNS server are closed to it by design.</source>
        <translation>L’agent ne réachemine pas de ports vers cette adresse&#xa0;: les métadonnées d’instance et le serveur DNS du VPC lui sont fermés volontairement.</translation>
    </message>
    <message>
        <source>Forward to another host. There is nothing to repair.</source>
        <translation>Réacheminez vers un autre hôte. Il n’y a rien à réparer.</translation>
    </message>
    <message>
        <source>The sign-in through IAM Identity Center (SSO) has expired, or was never made for this profile.</source>
        <translation>La connexion par IAM Identity Center (SSO) a expiré, ou n’a jamais été faite pour ce profil.</translation>
    </message>
    <message>
        <source>Run aws sso login with the same profile, then try again. If the AWS CLI works and another program says this, that program reads another profile or another sign-in: compare AWS_PROFILE.</source>
        <translation>Exécutez aws sso login avec le même profil, puis réessayez. Si l’AWS CLI fonctionne et qu’un autre programme affiche ceci, ce programme lit un autre profil ou une autre connexion&#xa0;: comparez AWS_PROFILE.</translation>
    </message>
    <message>
        <source>The sign-in through IAM Identity Center works, but it gives no access to the account and role that the profile names.</source>
        <translation>La connexion par IAM Identity Center fonctionne, mais elle ne donne pas accès au compte et au rôle qu’indique le profil.</translation>
    </message>
    <message>
        <source>Compare sso_account_id and sso_role_name of the profile with what the access portal shows. If they are missing there, ask who administers IAM Identity Center to assign them.</source>
        <translation>Comparez sso_account_id et sso_role_name du profil avec ce qu’affiche le portail d’accès. S’ils n’y figurent pas, demandez à l’administrateur d’IAM Identity Center de les attribuer.</translation>
    </message>
    <message>
        <source>The profile is set up for IAM Identity Center, but a part of its settings is missing. The Session Manager plugin says the same when it is too old to understand a profile with an sso-session.</source>
        <translation>Le profil est configuré pour IAM Identity Center, mais une partie de ses paramètres manque. Le plugin Session Manager dit la même chose quand il est trop ancien pour comprendre un profil avec une sso-session.</translation>
    </message>
    <message>
        <source>If the AWS CLI itself says this, run aws configure sso for the profile. If only the plugin says it, install a newer plugin.</source>
        <translation>Si l’AWS CLI elle-même le dit, exécutez aws configure sso pour le profil. Si seul le plugin le dit, installez un plugin plus récent.</translation>
    </message>
    <message>
        <source>The sign-in that aws login made for this profile has expired, or cannot be read any more.</source>
        <translation>La connexion faite par aws login pour ce profil a expiré, ou n’est plus lisible.</translation>
    </message>
    <message>
        <source>Run aws login with the same profile, then try again.</source>
        <translation>Exécutez aws login avec le même profil, puis réessayez.</translation>
    </message>
    <message>
        <source>Who signs in with aws login lacks the right signin:CreateOAuth2Token.</source>
        <translation>Il manque le droit signin:CreateOAuth2Token à l’identité qui se connecte avec aws login.</translation>
    </message>
    <message>
        <source>Ask who administers IAM for that right, or sign in another way.</source>
        <translation>Demandez ce droit à l’administrateur d’IAM, ou connectez-vous autrement.</translation>
    </message>
    <message>
        <source>The profile was made with aws login, and the program that says this has no support for it built in.</source>
        <translation>Le profil a été créé avec aws login, et le programme qui affiche ce message n’intègre pas cette prise en charge.</translation>
    </message>
    <message>
        <source>Use AWS CLI 2 for it, or install botocore with its extra crt where that program is installed.</source>
        <translation>Utilisez l’AWS CLI 2 pour cela, ou installez botocore avec son extra crt là où ce programme est installé.</translation>
    </message>
    <message>
        <source>No credentials were found: not in the environment, not in the profile, and not from the machine.</source>
        <translation>Aucune information d’identification n’a été trouvée&#xa0;: ni dans l’environnement, ni dans le profil, ni auprès de la machine.</translation>
    </message>
    <message>
        <source>Choose a profile (AWS_PROFILE or --profile), or sign in: aws sso login, aws login, or aws configure for access keys.</source>
        <translation>Choisissez un profil (AWS_PROFILE ou --profile), ou connectez-vous&#xa0;: aws sso login, aws login, ou aws configure pour des clés d’accès.</translation>
    </message>
    <message>
        <source>Only a part of the credentials was found: the access key without its secret, or the reverse.</source>
        <translation>Seule une partie des informations d’identification a été trouvée&#xa0;: la clé d’accès sans son secret, ou l’inverse.</translation>
    </message>
    <message>
        <source>Complete the profile or the environment variables that the message names. Often one variable is left over in the environment: remove it.</source>
        <translation>Complétez le profil ou les variables d’environnement citées dans le message. Souvent, une variable est restée dans l’environnement&#xa0;: retirez-la.</translation>
    </message>
    <message>
        <source>The AWS configuration has no profile of this name.</source>
        <translation>La configuration AWS n’a pas de profil de ce nom.</translation>
    </message>
    <message>
        <source>Check the spelling in AWS_PROFILE and --profile; aws configure list-profiles names those that are there. Another user or sudo has another configuration.</source>
        <translation>Vérifiez l’orthographe dans AWS_PROFILE et --profile&#xa0;; aws configure list-profiles énumère les profils existants. Un autre utilisateur ou sudo a une autre configuration.</translation>
    </message>
    <message>
        <source>The AWS configuration file cannot be read. Even aws --version fails then, although the AWS CLI itself is well.</source>
        <translation>Le fichier de configuration AWS est illisible. Même aws --version échoue alors, bien que l’AWS CLI elle-même soit en bon état.</translation>
    </message>
    <message>
        <source>Open the file that the message names and correct it. A frequent reason is an invisible byte-order mark: save it again as plain UTF-8.</source>
        <translation>Ouvrez le fichier cité dans le message et corrigez-le. Une raison fréquente est une marque d’ordre d’octets (BOM) invisible&#xa0;: enregistrez-le de nouveau en UTF-8 simple.</translation>
    </message>
    <message>
        <source>The profile takes a role through another profile, and that chain leads nowhere: a profile is missing, or names itself.</source>
        <translation>Le profil endosse un rôle à travers un autre profil, et cette chaîne ne mène nulle part&#xa0;: un profil manque, ou se désigne lui-même.</translation>
    </message>
    <message>
        <source>Correct source_profile and credential_source in the AWS configuration.</source>
        <translation>Corrigez source_profile et credential_source dans la configuration AWS.</translation>
    </message>
    <message>
        <source>The temporary credentials have expired.</source>
        <translation>Les informations d’identification temporaires ont expiré.</translation>
    </message>
    <message>
        <source>Get new ones from where these came from: sign in again, or take the role again. Exported environment variables do not renew themselves: remove them and use a profile. If they are new, check the clock of this computer.</source>
        <translation>Obtenez-en de nouvelles à la même source&#xa0;: connectez-vous de nouveau, ou endossez de nouveau le rôle. Les variables d’environnement exportées ne se renouvellent pas d’elles-mêmes&#xa0;: retirez-les et utilisez un profil. Si les informations d’identification sont récentes, vérifiez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>AWS does not know the access key, or does not accept it here: it was deleted or switched off, belongs to another partition (China, GovCloud), or the Region is not enabled for the account.</source>
        <translation>AWS ne connaît pas la clé d’accès, ou ne l’accepte pas ici&#xa0;: elle a été supprimée ou désactivée, appartient à une autre partition (Chine, GovCloud), ou la Région n’est pas activée pour le compte.</translation>
    </message>
    <message>
        <source>Check which profile is used, and that the Region belongs to it and is enabled. Look for AWS_ACCESS_KEY_ID left over in the environment.</source>
        <translation>Vérifiez quel profil est utilisé, et que la Région lui correspond et est activée. Cherchez une variable AWS_ACCESS_KEY_ID restée dans l’environnement.</translation>
    </message>
    <message>
        <source>The signature of the request is wrong: the secret key does not belong to the access key, or something changed the request on its way.</source>
        <translation>La signature de la requête est fausse&#xa0;: la clé secrète ne correspond pas à la clé d’accès, ou quelque chose a modifié la requête en chemin.</translation>
    </message>
    <message>
        <source>Enter the secret key again, and look for a blank at its end. Check the clock of this computer, and whether a proxy changes requests.</source>
        <translation>Saisissez de nouveau la clé secrète, et cherchez une espace à la fin. Vérifiez l’horloge de cet ordinateur, et si un proxy modifie les requêtes.</translation>
    </message>
    <message>
        <source>The profile asks for an MFA code, and none was given, or a wrong one.</source>
        <translation>Le profil demande un code MFA, et aucun n’a été donné, ou un code faux.</translation>
    </message>
    <message>
        <source>Try again and give a fresh code: each works once and for about half a minute. A program that cannot ask for it needs credentials from one that can, such as the AWS CLI on a terminal.</source>
        <translation>Réessayez et donnez un nouveau code&#xa0;: chacun sert une fois et pendant une demi-minute environ. Un programme qui ne peut pas le demander a besoin des informations d’identification d’un programme qui le peut, comme l’AWS CLI dans un terminal.</translation>
    </message>
    <message>
        <source>The program that credential_process of the profile names did not deliver credentials.</source>
        <translation>Le programme indiqué par credential_process dans le profil n’a pas fourni d’informations d’identification.</translation>
    </message>
    <message>
        <source>Run that program on a terminal: what it says is the reason. A window may not find it where a terminal does: write its whole path into the profile.</source>
        <translation>Exécutez ce programme dans un terminal&#xa0;: ce qu’il affiche est la raison. Une fenêtre peut ne pas le trouver là où un terminal le trouve&#xa0;: écrivez son chemin complet dans le profil.</translation>
    </message>
    <message>
        <source>The place that the profile takes its credentials from did not deliver them.</source>
        <translation>La source dont le profil tire ses informations d’identification ne les a pas fournies.</translation>
    </message>
    <message>
        <source>The message names that place: a role of the machine, a container, a web identity. See whether it can be reached from here.</source>
        <translation>Le message cite cette source&#xa0;: un rôle de la machine, un conteneur, une identité web. Voyez si elle est joignable d’ici.</translation>
    </message>
    <message>
        <source>Who is signed in may not take the role that the profile names: the role does not trust the caller, or the caller&apos;s own policies do not allow it.</source>
        <translation>L’identité connectée ne peut pas endosser le rôle qu’indique le profil&#xa0;: le rôle n’approuve pas l’appelant, ou les stratégies de l’appelant ne l’autorisent pas.</translation>
    </message>
    <message>
        <source>Check role_arn in the profile. The role&apos;s trust policy has to name the caller, and the caller needs sts:AssumeRole on the role.</source>
        <translation>Vérifiez role_arn dans le profil. La stratégie d’approbation du rôle doit désigner l’appelant, et l’appelant a besoin de sts:AssumeRole sur le rôle.</translation>
    </message>
    <message>
        <source>No Region was chosen.</source>
        <translation>Aucune Région n’est choisie.</translation>
    </message>
    <message>
        <source>Add --region, set AWS_REGION (AWS CLI 1 reads AWS_DEFAULT_REGION only), or write region into the profile.</source>
        <translation>Ajoutez --region, définissez AWS_REGION (l’AWS CLI 1 ne lit qu’AWS_DEFAULT_REGION), ou écrivez region dans le profil.</translation>
    </message>
    <message>
        <source>The Region is not one that AWS has, or the service is not known there to this program.</source>
        <translation>AWS n’a pas cette Région, ou ce programme n’y connaît pas le service.</translation>
    </message>
    <message>
        <source>Check the spelling (for example eu-west-3). A Region newer than the AWS CLI needs a newer AWS CLI.</source>
        <translation>Vérifiez l’orthographe (par exemple eu-west-3). Une Région plus récente que l’AWS CLI exige une AWS CLI plus récente.</translation>
    </message>
    <message>
        <source>The account has not enabled this Region, or this service.</source>
        <translation>Le compte n’a pas activé cette Région, ou ce service.</translation>
    </message>
    <message>
        <source>Choose another Region, or ask who administers the account to enable it. Enabling takes minutes to hours.</source>
        <translation>Choisissez une autre Région, ou demandez à l’administrateur du compte de l’activer. L’activation prend de quelques minutes à quelques heures.</translation>
    </message>
    <message>
        <source>The EC2 console sees no agent reporting from this instance: it is not running, has no role, or has no way to Systems Manager.</source>
        <translation>La console EC2 ne voit aucun agent envoyer de rapports depuis cette instance&#xa0;: il n’est pas en cours d’exécution, n’a pas de rôle, ou n’a pas de chemin vers Systems Manager.</translation>
    </message>
    <message>
        <source>Inspect the node: that tells which. A new instance needs some minutes.</source>
        <translation>Inspectez le nœud&#xa0;: l’inspection dit ce qu’il en est. Une nouvelle instance a besoin de quelques minutes.</translation>
    </message>
    <message>
        <source>The console found no open channel for sessions: the role lacks rights, the agent is too old or busy, or it does not reach ssmmessages.</source>
        <translation>La console n’a pas trouvé de canal de session ouvert&#xa0;: il manque des droits au rôle, l’agent est trop ancien ou occupé, ou il n’atteint pas ssmmessages.</translation>
    </message>
    <message>
        <source>Inspect the node: that tells which.</source>
        <translation>Inspectez le nœud&#xa0;: l’inspection dit ce qu’il en est.</translation>
    </message>
    <message>
        <source>An older text of the EC2 console: no agent of this instance is connected. The reasons it lists are the usual ones, not what was found.</source>
        <translation>Un ancien texte de la console EC2&#xa0;: aucun agent de cette instance n’est connecté. Les raisons qu’il énumère sont les plus courantes, pas ce qui a été constaté.</translation>
    </message>
    <message>
        <source>Inspect the node: that tells which. If it was started only just now, wait two minutes.</source>
        <translation>Inspectez le nœud&#xa0;: l’inspection dit ce qu’il en est. S’il vient de démarrer, attendez deux minutes.</translation>
    </message>
    <message>
        <source>The console found no node that is ready for sessions in this Region. In spite of its words, the role is only one of the possible reasons.</source>
        <translation>La console n’a trouvé aucun nœud prêt pour une session dans cette Région. Malgré ce que dit le message, le rôle n’est qu’une des raisons possibles.</translation>
    </message>
    <message>
        <source>Check the Region, then inspect the node.</source>
        <translation>Vérifiez la Région, puis inspectez le nœud.</translation>
    </message>
    <message>
        <source>Systems Manager does not know the node as one that reports: it is in another account or Region, stopped, not registered, or lost.</source>
        <translation>Systems Manager ne connaît pas ce nœud comme un nœud qui envoie ses rapports&#xa0;: il est dans un autre compte ou une autre Région, arrêté, non enregistré ou perdu.</translation>
    </message>
    <message>
        <source>Check account and Region first, then inspect the node.</source>
        <translation>Vérifiez d’abord le compte et la Région, puis inspectez le nœud.</translation>
    </message>
    <message>
        <source>There is no such instance in this account and Region.</source>
        <translation>Cette instance n’existe pas dans ce compte et cette Région.</translation>
    </message>
    <message>
        <source>Check the id, the profile and the Region.</source>
        <translation>Vérifiez l’identifiant, le profil et la Région.</translation>
    </message>
    <message>
        <source>The session opens and stays empty. AWS names these reasons: the disk of the node is full; the log bucket or log group does not exist, is not encrypted as the preferences ask, or has no way from the node; or the console is open in another Region than the node.</source>
        <translation>La session s’ouvre et reste vide. AWS donne ces raisons&#xa0;: le disque du nœud est plein&#xa0;; le compartiment ou le groupe de journaux n’existe pas, n’est pas chiffré comme l’exigent les préférences, ou n’est pas joignable depuis le nœud&#xa0;; ou la console est ouverte dans une autre Région que le nœud.</translation>
    </message>
    <message>
        <source>Check the session preferences and the free space of the node&apos;s disk.</source>
        <translation>Vérifiez les préférences de session et l’espace libre sur le disque du nœud.</translation>
    </message>
    <message>
        <source>The agent could not start its part for shells. Users met this with a full disk on the node, and with an agent that had to be restarted.</source>
        <translation>L’agent n’a pas pu démarrer sa partie chargée des shells. Des utilisateurs l’ont rencontré avec un disque plein sur le nœud, et avec un agent à redémarrer.</translation>
    </message>
    <message>
        <source>Make room on the node&apos;s disk, then restart the agent.</source>
        <translation>Libérez de l’espace sur le disque du nœud, puis redémarrez l’agent.</translation>
    </message>
    <message>
        <source>The agent could not start the process for the session. On Linux the node has usually used up its inotify instances (too many open files), often through many sessions that were never ended.</source>
        <translation>L’agent n’a pas pu démarrer le processus de la session. Sous Linux, le nœud a généralement épuisé ses instances inotify (trop de fichiers ouverts), souvent à cause de nombreuses sessions jamais terminées.</translation>
    </message>
    <message>
        <source>End old sessions; on the node, raise the limit: sysctl fs.inotify.max_user_instances=8192. Then restart the agent.</source>
        <translation>Terminez les anciennes sessions&#xa0;; sur le nœud, relevez la limite&#xa0;: sysctl fs.inotify.max_user_instances=8192. Redémarrez ensuite l’agent.</translation>
    </message>
    <message>
        <source>The node got the request for a session, but could not open its end of it. What follows is the reason.</source>
        <translation>Le nœud a reçu la demande de session, mais n’a pas pu ouvrir la session de son côté. Ce qui suit en donne la raison.</translation>
    </message>
    <message>
        <source>Read the last part of the message: a right that the role lacks, a certificate, a network that does not answer.</source>
        <translation>Lisez la dernière partie du message&#xa0;: un droit qui manque au rôle, un certificat, un réseau qui ne répond pas.</translation>
    </message>
    <message>
        <source>The agent could not start a shell on the node.</source>
        <translation>L’agent n’a pas pu démarrer de shell sur le nœud.</translation>
    </message>
    <message>
        <source>What follows the message is the operating system&apos;s reason: a user or a shell that is not there, a full disk, or a profile that forbids it.</source>
        <translation>Ce qui suit le message est la raison donnée par le système d’exploitation&#xa0;: un utilisateur ou un shell inexistant, un disque plein, ou un profil qui l’interdit.</translation>
    </message>
    <message>
        <source>No policy attached to the one who is refused allows it. Whoever administers IAM can add it there.</source>
        <translation>Aucune stratégie attachée à l’identité refusée ne l’autorise. L’administrateur d’IAM peut y ajouter cette autorisation.</translation>
    </message>
    <message>
        <source>The policy of the resource itself does not allow it (a key policy or a bucket policy, for example). Whoever owns the resource can add it there.</source>
        <translation>La stratégie de la ressource elle-même ne l’autorise pas (une stratégie de clé ou de compartiment, par exemple). Le propriétaire de la ressource peut y ajouter cette autorisation.</translation>
    </message>
    <message>
        <source>The permissions boundary does not allow it, so no other policy can. Whoever set the boundary can add it there.</source>
        <translation>La limite d’autorisations ne l’autorise pas, et aucune autre stratégie ne le peut donc. La personne qui a fixé la limite peut y ajouter cette autorisation.</translation>
    </message>
    <message>
        <source>No service control policy of the organization allows it. Nobody in the account can change that: ask who administers the organization.</source>
        <translation>Aucune stratégie de contrôle des services de l’organisation ne l’autorise. Personne dans le compte ne peut changer cela&#xa0;: adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>No resource control policy of the organization allows it. Nobody in the account can change that: ask who administers the organization.</source>
        <translation>Aucune stratégie de contrôle des ressources de l’organisation ne l’autorise. Personne dans le compte ne peut changer cela&#xa0;: adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>The session policy does not allow it: it was given when the role was taken, and narrows what the role may do. Take the role without it, or with another.</source>
        <translation>La stratégie de session ne l’autorise pas&#xa0;: elle a été donnée quand le rôle a été endossé, et restreint ce que le rôle peut faire. Endossez le rôle sans elle, ou avec une autre.</translation>
    </message>
    <message>
        <source>The request went through a VPC endpoint whose policy does not allow it. Whoever administers the network can add it there.</source>
        <translation>La requête est passée par un point de terminaison de VPC dont la stratégie ne l’autorise pas. L’administrateur du réseau peut y ajouter cette autorisation.</translation>
    </message>
    <message>
        <source>The trust policy of the role does not let this caller take the role. Whoever administers the role can add the caller there.</source>
        <translation>La stratégie d’approbation du rôle ne permet pas à cet appelant d’endosser le rôle. L’administrateur du rôle peut y ajouter l’appelant.</translation>
    </message>
    <message>
        <source>The message does not say which policy refuses. It may be one&apos;s own policies, a boundary, the organization, the resource or a VPC endpoint.</source>
        <translation>Le message ne dit pas quelle stratégie refuse. Il peut s’agir des stratégies de l’identité, d’une limite, de l’organisation, de la ressource ou d’un point de terminaison de VPC.</translation>
    </message>
    <message>
        <source>A policy attached to the one who is refused denies it explicitly. An Allow elsewhere does not help: the Deny has to go, or its condition has to be met (MFA, or an address, for example).</source>
        <translation>Une stratégie attachée à l’identité refusée l’interdit explicitement. Une instruction Allow ailleurs n’y change rien&#xa0;: l’instruction Deny doit disparaître, ou sa condition doit être remplie (MFA ou adresse, par exemple).</translation>
    </message>
    <message>
        <source>The policy of the resource itself denies it explicitly (a key policy or a bucket policy, for example). Whoever owns the resource has to change that.</source>
        <translation>La stratégie de la ressource elle-même l’interdit explicitement (une stratégie de clé ou de compartiment, par exemple). C’est au propriétaire de la ressource de changer cela.</translation>
    </message>
    <message>
        <source>The permissions boundary denies it explicitly. Whoever set the boundary has to change that.</source>
        <translation>La limite d’autorisations l’interdit explicitement. C’est à la personne qui a fixé la limite de changer cela.</translation>
    </message>
    <message>
        <source>A service control policy of the organization denies it. Nobody in the account can change that: ask who administers the organization.</source>
        <translation>Une stratégie de contrôle des services de l’organisation l’interdit. Personne dans le compte ne peut changer cela&#xa0;: adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>A resource control policy of the organization denies it. Nobody in the account can change that: ask who administers the organization.</source>
        <translation>Une stratégie de contrôle des ressources de l’organisation l’interdit. Personne dans le compte ne peut changer cela&#xa0;: adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>The session policy denies it explicitly: it was given when the role was taken. Take the role without it, or with another.</source>
        <translation>La stratégie de session l’interdit explicitement&#xa0;: elle a été donnée quand le rôle a été endossé. Endossez le rôle sans elle, ou avec une autre.</translation>
    </message>
    <message>
        <source>The request went through a VPC endpoint whose policy denies it explicitly. Whoever administers the network has to change that.</source>
        <translation>La requête est passée par un point de terminaison de VPC dont la stratégie l’interdit explicitement. C’est à l’administrateur du réseau de changer cela.</translation>
    </message>
    <message>
        <source>The trust policy of the role denies this caller explicitly. Whoever administers the role has to change that.</source>
        <translation>La stratégie d’approbation du rôle interdit explicitement cet appelant. C’est à l’administrateur du rôle de changer cela.</translation>
    </message>
    <message>
        <source>Some policy denies it explicitly; the message does not say which. An Allow elsewhere does not help.</source>
        <translation>Une stratégie l’interdit explicitement&#xa0;; le message ne dit pas laquelle. Une instruction Allow ailleurs n’y change rien.</translation>
    </message>
    <message>
        <source>The session preferences demand an encrypted log bucket, and the bucket has no encryption set up.</source>
        <translation>Les préférences de session exigent un compartiment de journaux chiffré, et aucun chiffrement n’est configuré pour le compartiment.</translation>
    </message>
    <message>
        <source>Encrypt the bucket, or turn off the demand in the session preferences.</source>
        <translation>Chiffrez le compartiment, ou levez cette exigence dans les préférences de session.</translation>
    </message>
    <message>
        <source>The node could not see whether the log bucket is encrypted: its role lacks s3:GetEncryptionConfiguration, the bucket does not exist, or the node has no way to S3.</source>
        <translation>Le nœud n’a pas pu voir si le compartiment de journaux est chiffré&#xa0;: il manque s3:GetEncryptionConfiguration à son rôle, le compartiment n’existe pas, ou le nœud n’a pas de chemin vers S3.</translation>
    </message>
    <message>
        <source>Allow the role s3:GetEncryptionConfiguration and s3:PutObject on the bucket. In a VPC without internet, a (free) gateway endpoint for S3 is needed.</source>
        <translation>Autorisez s3:GetEncryptionConfiguration et s3:PutObject sur le compartiment pour le rôle. Dans un VPC sans Internet, un point de terminaison de passerelle (gratuit) pour S3 est nécessaire.</translation>
    </message>
    <message>
        <source>The session preferences demand an encrypted log group, and the log group has no KMS key. It is also said of a log group that does not exist.</source>
        <translation>Les préférences de session exigent un groupe de journaux chiffré, et le groupe de journaux n’a pas de clé KMS. Le message est le même pour un groupe de journaux qui n’existe pas.</translation>
    </message>
    <message>
        <source>Give the log group a KMS key, or turn off the demand in the session preferences.</source>
        <translation>Donnez une clé KMS au groupe de journaux, ou levez cette exigence dans les préférences de session.</translation>
    </message>
    <message>
        <source>The node could not see whether the log group is encrypted: its role lacks logs:DescribeLogGroups, or the node has no way to CloudWatch Logs.</source>
        <translation>Le nœud n’a pas pu voir si le groupe de journaux est chiffré&#xa0;: il manque logs:DescribeLogGroups à son rôle, ou le nœud n’a pas de chemin vers CloudWatch Logs.</translation>
    </message>
    <message>
        <source>Allow the role the rights for the log group. In a VPC without internet, an endpoint for logs is needed.</source>
        <translation>Donnez au rôle les droits sur le groupe de journaux. Dans un VPC sans Internet, un point de terminaison pour logs est nécessaire.</translation>
    </message>
    <message>
        <source>The session ran, but its log could not be written: the node&apos;s role may not write to the bucket or the log group, or has no way there.</source>
        <translation>La session a eu lieu, mais son journal n’a pas pu être écrit&#xa0;: le rôle du nœud n’a pas le droit d’écrire dans le compartiment ou le groupe de journaux, ou le nœud n’a pas de chemin jusque-là.</translation>
    </message>
    <message>
        <source>Allow the role the rights for the bucket and the log group.</source>
        <translation>Donnez au rôle les droits sur le compartiment et le groupe de journaux.</translation>
    </message>
    <message>
        <source>A group policy for PowerShell Transcription on the node keeps sessions from being streamed to CloudWatch Logs.</source>
        <translation>Une stratégie de groupe pour la transcription PowerShell (PowerShell Transcription) sur le nœud empêche la diffusion des sessions vers CloudWatch Logs.</translation>
    </message>
    <message>
        <source>Set PowerShell Transcription to Not Configured on the node, or turn streaming off in the session preferences.</source>
        <translation>Réglez PowerShell Transcription sur Not Configured (Non configuré) sur le nœud, ou désactivez la diffusion dans les préférences de session.</translation>
    </message>
    <message>
        <source>The PowerShell of the node is too old for sessions to be streamed to CloudWatch Logs.</source>
        <translation>Le PowerShell du nœud est trop ancien pour la diffusion des sessions vers CloudWatch Logs.</translation>
    </message>
    <message>
        <source>Install a newer PowerShell, or turn streaming off in the session preferences.</source>
        <translation>Installez un PowerShell plus récent, ou désactivez la diffusion dans les préférences de session.</translation>
    </message>
    <message>
        <source>The shell profile of the session preferences could not be run on the node.</source>
        <translation>Le profil de shell des préférences de session n’a pas pu s’exécuter sur le nœud.</translation>
    </message>
    <message>
        <source>Try its commands by hand on the node, and take out what ends the shell.</source>
        <translation>Essayez ses commandes à la main sur le nœud, et retirez ce qui met fin au shell.</translation>
    </message>
    <message>
        <source>The policy {policy} cannot be read.</source>
        <translation>La stratégie {policy} est illisible.</translation>
    </message>
    <message>
        <source>{element} in {statement} cannot be read.</source>
        <translation>{element} est illisible dans {statement}.</translation>
    </message>
    <message>
        <source>The policy simulator did not answer for {action}.</source>
        <translation>Le simulateur de stratégies n’a pas répondu pour {action}.</translation>
    </message>
    <message>
        <source>The policy simulator answered {decision}, which is no answer that is known.</source>
        <translation>Le simulateur de stratégies a répondu {decision}, qui n’est pas une réponse connue.</translation>
    </message>
    <message>
        <source>The session key can be used</source>
        <translation>La clé de session est utilisable</translation>
    </message>
    <message>
        <source>Where the preferences name a KMS key, every session of a shell is encrypted with it or does not open.</source>
        <translation>Quand les préférences indiquent une clé KMS, toute session de shell est chiffrée avec elle ou ne s’ouvre pas.</translation>
    </message>
    <message>
        <source>Sessions can be logged to the bucket</source>
        <translation>Les sessions peuvent être journalisées dans le compartiment</translation>
    </message>
    <message>
        <source>A bucket that cannot be written to loses the logs; one that has to be encrypted and is not ends the session.</source>
        <translation>Un compartiment dans lequel on ne peut pas écrire perd les journaux&#xa0;; un compartiment qui doit être chiffré et ne l’est pas met fin à la session.</translation>
    </message>
    <message>
        <source>Sessions can be logged to the log group</source>
        <translation>Les sessions peuvent être journalisées dans le groupe de journaux</translation>
    </message>
    <message>
        <source>A log group that cannot be written to loses the logs; one that has to be encrypted and is not ends the session.</source>
        <translation>Un groupe de journaux dans lequel on ne peut pas écrire perd les journaux&#xa0;; un groupe qui doit être chiffré et ne l’est pas met fin à la session.</translation>
    </message>
    <message>
        <source>Default encryption</source>
        <translation>Chiffrement par défaut</translation>
    </message>
    <message>
        <source>{finding} Sessions open all the same, but their logs do not reach the bucket.</source>
        <translation>{finding} Les sessions s’ouvrent tout de même, mais leurs journaux n’atteignent pas le compartiment.</translation>
    </message>
    <message>
        <source>{finding} The preferences ask for encryption of that bucket, so every session of a shell ends as soon as it begins.</source>
        <translation>{finding} Les préférences exigent le chiffrement de ce compartiment&#xa0;: toute session de shell se termine dès qu’elle commence.</translation>
    </message>
    <message>
        <source>The session preferences name no bucket for logs.</source>
        <translation>Les préférences de session n’indiquent aucun compartiment de journaux.</translation>
    </message>
    <message>
        <source>No bucket can have the name {bucket}. Name one that exists in the preferences.</source>
        <translation>Aucun compartiment ne peut porter le nom {bucket}. Indiquez-en un qui existe dans les préférences.</translation>
    </message>
    <message>
        <source>There is no bucket {bucket}. Make one, or name another in the preferences.</source>
        <translation>Il n’y a pas de compartiment {bucket}. Créez-en un, ou indiquez-en un autre dans les préférences.</translation>
    </message>
    <message>
        <source>The bucket {bucket} is there.</source>
        <translation>Le compartiment {bucket} existe.</translation>
    </message>
    <message>
        <source>The bucket {bucket} encrypts nothing by itself. Give it a default encryption, or do not ask for one in the preferences.</source>
        <translation>Le compartiment {bucket} ne chiffre rien de lui-même. Donnez-lui un chiffrement par défaut, ou n’en exigez pas dans les préférences.</translation>
    </message>
    <message>
        <source>The bucket {bucket} encrypts with {algorithm}, which SSM Agent did not take for encryption when it was last looked at: sessions of a shell may end as soon as they begin. Use another default encryption, or do not ask for one in the preferences.</source>
        <translation>Le compartiment {bucket} chiffre avec {algorithm}, que SSM Agent ne considérait pas comme un chiffrement lors de la dernière vérification de cette liste&#xa0;: les sessions de shell risquent de se terminer dès qu’elles commencent. Utilisez un autre chiffrement par défaut, ou n’en exigez pas dans les préférences.</translation>
    </message>
    <message>
        <source>As far as can be computed, the node can write session logs to the bucket {bucket}.</source>
        <translation>D’après la configuration, le nœud peut écrire les journaux de session dans le compartiment {bucket}.</translation>
    </message>
    <message>
        <source>{finding} It is in {region}; whether the node reaches S3 there was not computed.</source>
        <translation>{finding} Il est dans {region}&#xa0;; on n’a pas calculé si le nœud y atteint S3.</translation>
    </message>
    <message>
        <source>{finding} The policy of the bucket itself was not seen.</source>
        <translation>{finding} La stratégie du compartiment lui-même n’a pas été vue.</translation>
    </message>
    <message>
        <source>Statements of the bucket&apos;s policy</source>
        <translation>Instructions de la stratégie du compartiment</translation>
    </message>
    <message>
        <source>The policy of the bucket denies the role {role} {action}. Take the role out of that statement.</source>
        <translation>La stratégie du compartiment refuse {action} au rôle {role}. Retirez le rôle de cette instruction.</translation>
    </message>
    <message>
        <source>Whether the policy of the bucket denies the role {role} {action} does not show from here. It depends on {keys}.</source>
        <translation>Impossible de savoir d’ici si la stratégie du compartiment refuse {action} au rôle {role}. Cela dépend de {keys}.</translation>
    </message>
    <message>
        <source>The key {key} belongs to the account {account}, which alone can see whether its policy lets the role {role} do {action}.</source>
        <translation>La clé {key} appartient au compte {account}, qui est seul à pouvoir voir si sa stratégie permet {action} au rôle {role}.</translation>
    </message>
    <message>
        <source>Statements of the key&apos;s policy</source>
        <translation>Instructions de la stratégie de la clé</translation>
    </message>
    <message>
        <source>The policy of the key {key} denies the role {role} {action}. Take the role out of that statement.</source>
        <translation>La stratégie de la clé {key} refuse {action} au rôle {role}. Retirez le rôle de cette instruction.</translation>
    </message>
    <message>
        <source>The policy of the key {key} neither names the role {role} nor leaves {action} to the policies of its account, and grants were not looked at. Name the role in it.</source>
        <translation>La stratégie de la clé {key} ne désigne pas le rôle {role} et ne laisse pas {action} aux stratégies de son compte&#xa0;; les octrois n’ont pas été examinés. Désignez-y le rôle.</translation>
    </message>
    <message>
        <source>Whether the policy of the key {key} lets the role {role} do {action} does not show from here. {reason}</source>
        <translation>Impossible de savoir d’ici si la stratégie de la clé {key} permet {action} au rôle {role}. {reason}</translation>
    </message>
    <message>
        <source>The policy of the key {key} lets the role {role} do {action}.</source>
        <translation>La stratégie de la clé {key} permet {action} au rôle {role}.</translation>
    </message>
    <message>
        <source>It depends on {keys}.</source>
        <translation>Cela dépend de {keys}.</translation>
    </message>
    <message>
        <source>Its statements cannot be decided.</source>
        <translation>Ses instructions ne peuvent pas être tranchées.</translation>
    </message>
    <message>
        <source>No session preferences were ever set here.</source>
        <translation>Aucune préférence de session n’a jamais été définie ici.</translation>
    </message>
    <message>
        <source>The node has no role whose rights could be judged.</source>
        <translation>Le nœud n’a pas de rôle dont on puisse évaluer les droits.</translation>
    </message>
    <message>
        <source>A policy of the organization denies {role} {actions} on {resources}. Ask who administers the organization.</source>
        <translation>Une stratégie de l’organisation refuse {actions} sur {resources} à {role}. Adressez-vous à l’administrateur de l’organisation.</translation>
    </message>
    <message>
        <source>The permissions boundary of {role} does not allow {actions} on {resources}. Allow it in the boundary.</source>
        <translation>La limite d’autorisations de {role} n’autorise pas {actions} sur {resources}. Autorisez-le dans la limite.</translation>
    </message>
    <message>
        <source>A policy of {role} denies {actions} on {resources} explicitly. Remove it from that Deny.</source>
        <translation>Une stratégie de {role} refuse explicitement {actions} sur {resources}. Retirez-le de cette instruction Deny.</translation>
    </message>
    <message>
        <source>The role {role} has no permission for {actions} on {resources}. Allow it in a policy of the role.</source>
        <translation>Le rôle {role} n’a pas d’autorisation pour {actions} sur {resources}. Autorisez-le dans une stratégie du rôle.</translation>
    </message>
    <message>
        <source>Agent {version} is too old for {feature}, which came with {minimum}. Update it.</source>
        <translation>L’agent {version} est trop ancien pour {feature}, disponible à partir de {minimum}. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>The role {role} may do {actions}.</source>
        <translation>Le rôle {role} peut appeler {actions}.</translation>
    </message>
    <message>
        <source>Whether the role {role} may do {actions} on {resources} does not show from here.</source>
        <translation>Impossible de savoir d’ici si le rôle {role} peut appeler {actions} sur {resources}.</translation>
    </message>
    <message>
        <source>Role in the domain, as the node says</source>
        <translation>Rôle dans le domaine, d’après le nœud</translation>
    </message>
    <message>
        <source>Only the node knows whether the account of sessions exists on it, and it was not asked.</source>
        <translation>Seul le nœud sait si le compte des sessions y existe, et il n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>The node was asked, and gave no answer: {said}.</source>
        <translation>Le nœud a été interrogé, et n’a pas répondu&#xa0;: {said}.</translation>
    </message>
    <message>
        <source>The node is no domain controller; the agent makes the account {user} itself.</source>
        <translation>Le nœud n’est pas un contrôleur de domaine&#xa0;; l’agent crée lui-même le compte {user}.</translation>
    </message>
    <message>
        <source>The node is a domain controller; agents before {version} make {user} there too.</source>
        <translation>Le nœud est un contrôleur de domaine&#xa0;; les agents antérieurs à {version} y créent aussi {user}.</translation>
    </message>
    <message>
        <source>The node is a domain controller, and the account {user} is there.</source>
        <translation>Le nœud est un contrôleur de domaine, et le compte {user} existe.</translation>
    </message>
    <message>
        <source>The node is a domain controller and has no account {user}; the agent does not make one there. Create {user} in the domain and add it to Domain Admins. It needs no password: the agent sets one with each session.</source>
        <translation>Le nœud est un contrôleur de domaine et n’a pas de compte {user}&#xa0;; l’agent n’en crée pas sur un tel serveur. Créez {user} dans le domaine et ajoutez-le au groupe Admins du domaine (Domain Admins). Il n’a pas besoin de mot de passe&#xa0;: l’agent en définit un à chaque session.</translation>
    </message>
    <message>
        <source>Sessions run as {user}, which the agent makes itself.</source>
        <translation>Les sessions s’exécutent en tant que {user}, que l’agent crée lui-même.</translation>
    </message>
    <message>
        <source>Whether the user of Run As is on the node was not asked.</source>
        <translation>On n’a pas demandé si l’utilisateur de Run As existe sur le nœud.</translation>
    </message>
    <message>
        <source>Default user of Run As</source>
        <translation>Utilisateur par défaut de Run As</translation>
    </message>
    <message>
        <source>The default user of Run As, {user}, is on the node.</source>
        <translation>L’utilisateur par défaut de Run As, {user}, existe sur le nœud.</translation>
    </message>
    <message>
        <source>Run As is on, and its default user {user} is not on the node. Sessions open only for callers whose tag SSMSessionRunAs names a user that is; never as ssm-user instead. Create {user} there, or name another.</source>
        <translation>Run As est activé, et son utilisateur par défaut {user} n’existe pas sur le nœud. Une session ne s’ouvre que pour les appelants dont la balise SSMSessionRunAs désigne un utilisateur qui existe&#xa0;; jamais en tant que ssm-user à la place. Créez {user} sur le nœud, ou indiquez-en un autre.</translation>
    </message>
    <message>
        <source>Account {user}, as the node says</source>
        <translation>Compte {user}, d’après le nœud</translation>
    </message>
    <message>
        <source>The account that sessions run as exists on the node</source>
        <translation>Le compte des sessions (Run As) existe sur le nœud</translation>
    </message>
    <message>
        <source>A session needs an account on the node. The agent makes ssm-user, but not on a domain controller, and never the user of Run As.</source>
        <translation>Une session a besoin d’un compte sur le nœud. L’agent crée ssm-user, mais pas sur un contrôleur de domaine, et jamais l’utilisateur de Run As.</translation>
    </message>
    <message>
        <source>{one} The node has another network interface ({interface} in subnet {subnet}), whose way is not seen to be broken. Which of them its system takes cannot be seen from here.</source>
        <translation>{one} Le nœud a une autre interface réseau ({interface} dans le sous-réseau {subnet}), dont rien ne montre que le chemin soit rompu. Impossible de voir d’ici laquelle son système emprunte.</translation>
    </message>
    <message>
        <source>{one} By IPv6 the way is not seen to be broken. SSM Agent {least} or later takes it when it is set to use dual-stack endpoints; that setting is seen on the node alone.</source>
        <translation>{one} En IPv6, rien ne montre que le chemin soit rompu. SSM Agent {least} ou version ultérieure l’emprunte s’il est configuré pour utiliser les points de terminaison à double pile&#xa0;; ce réglage n’est visible que sur le nœud.</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ce n’est pas du JSON</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>ce n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>{member} is {value} and not {wanted}</source>
        <translation>{member} vaut {value} et non {wanted}</translation>
    </message>
    <message>
        <source>{member} is missing or is not a JSON object</source>
        <translation>{member} manque ou n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>{member} is {value}, which is neither true nor false</source>
        <translation>{member} vaut {value}, qui n’est ni true ni false</translation>
    </message>
    <message>
        <source>{member} is not a text</source>
        <translation>{member} n’est pas un texte</translation>
    </message>
    <message>
        <source>{member} is longer than anything it could name</source>
        <translation>{member} est plus long que tout ce qu’il pourrait désigner</translation>
    </message>
    <message>
        <source>{member} stands for the parameter {parameter}, which has no default</source>
        <translation>{member} renvoie au paramètre {parameter}, qui n’a pas de valeur par défaut</translation>
    </message>
    <message>
        <source>Ask the nodes</source>
        <translation>Interroger les nœuds</translation>
    </message>
    <message>
        <source>Accounts, edition, disk, kernel, and what a machine reaches from inside: only the node knows. This script asks it through Run Command. It reads and changes nothing; the account logs that it was run.</source>
        <translation>Comptes, édition, disque, noyau, et ce qu’une machine atteint de l’intérieur&#xa0;: seul le nœud le sait. Ce script le lui demande par Run Command. Il lit et ne modifie rien&#xa0;; le compte journalise son exécution.</translation>
    </message>
    <message>
        <source>What does the node itself say?</source>
        <translation>Que dit le nœud lui-même&#xa0;?</translation>
    </message>
    <message>
        <source>System of the script</source>
        <translation>Système du script</translation>
    </message>
    <message>
        <source>The script</source>
        <translation>Le script</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Run this on %n nodes that are online</source>
        <comment>&amp;Run this on the node</comment>
        <translation>
            <numerusform>&amp;Exécuter ceci sur %n nœud en ligne</numerusform>
            <numerusform>&amp;Exécuter ceci sur %n nœuds en ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy the script</source>
        <translation>&amp;Copier le script</translation>
    </message>
    <message numerus="yes">
        <source>Run Command is charged by use on %n of these nodes, which are outside EC2.</source>
        <comment>Run Command is charged by use on one of these nodes, which is outside EC2.</comment>
        <translation>
            <numerusform>Run Command est facturé à l’usage sur %n de ces nœuds, situé hors d’EC2.</numerusform>
            <numerusform>Run Command est facturé à l’usage sur %n de ces nœuds, situés hors d’EC2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the c&amp;onsole output of %n instances that are not connected</source>
        <comment>Read the c&amp;onsole output of the instance</comment>
        <translation>
            <numerusform>&amp;Lire la sortie de console de %n instance non connectée</numerusform>
            <numerusform>&amp;Lire la sortie de console de %n instances non connectées</numerusform>
        </translation>
    </message>
    <message>
        <source>It may hold secrets. Only lines that tell of the agent are kept.</source>
        <translation>Elle peut contenir des secrets. Seules les lignes qui parlent de l’agent sont conservées.</translation>
    </message>
    <message>
        <source>Or run the script, or ssm-cli get-diagnostics, on the machine as root or administrator, and paste all that it prints.</source>
        <translation>Ou exécutez le script, ou ssm-cli get-diagnostics, sur la machine en tant que root ou administrateur, et collez tout ce qui s’affiche.</translation>
    </message>
    <message>
        <source>Node that said this</source>
        <translation>Nœud qui a répondu ceci</translation>
    </message>
    <message>
        <source>What the node printed</source>
        <translation>Ce que le nœud a affiché</translation>
    </message>
    <message>
        <source>&amp;Use this answer</source>
        <translation>&amp;Utiliser cette réponse</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>None of the inspected nodes is online, so none can be asked.</source>
        <translation>Aucun des nœuds inspectés n’est en ligne&#xa0;: aucun ne peut être interrogé.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Explain an error message</source>
        <translation>Expliquer un message d’erreur</translation>
    </message>
    <message>
        <source>What does the message say?</source>
        <translation>Que dit le message&#xa0;?</translation>
    </message>
    <message>
        <source>Paste it as it is: from the console, the AWS CLI, the plugin or the agent&apos;s log. Nothing is sent anywhere.</source>
        <translation>Collez-le tel quel&#xa0;: de la console, de l’AWS CLI, du plugin ou du journal de l’agent. Rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Message d’erreur</translation>
    </message>
    <message>
        <source>Ctrl+V pastes, Ctrl+Enter explains</source>
        <translation>Ctrl+V colle, Ctrl+Entrée explique</translation>
    </message>
    <message>
        <source>&amp;Explain</source>
        <translation>&amp;Expliquer</translation>
    </message>
    <message>
        <source>&amp;Paste and explain</source>
        <translation>&amp;Coller et expliquer</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>What this is judged by</source>
        <translation>Les règles appliquées</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>depuis le {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>only in {partitions}</source>
        <translation>seulement dans {partitions}</translation>
    </message>
    <message>
        <source>The verdict is about what is ticked here</source>
        <translation>Le verdict porte sur ce qui est coché ici</translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <comment>{first} and %n more</comment>
        <translation>
            <numerusform>{first} et %n de plus</numerusform>
            <numerusform>{first} et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Sessions &amp;for: {what}</source>
        <translation>Sessions &amp;pour&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Neither the AWS CLI nor the plugin is installed.</source>
        <translation>Ni l’AWS CLI ni le plugin ne sont installés.</translation>
    </message>
    <message>
        <source>A terminal starts the {tool} at {path}, which is broken or too old, and never the one at {other}, which works. Remove the first, or put the folder of the other before it in the search path.</source>
        <translation>{tool}&#xa0;: un terminal lance la copie {path}, défectueuse ou trop ancienne, et jamais la copie {other}, qui fonctionne. Supprimez la première, ou placez le dossier de l’autre avant le sien dans le chemin de recherche.</translation>
    </message>
    <message>
        <source>There are several copies of the {tool}, and an older one wins: a terminal starts {version} at {path}, not {newer} at {other}. Remove the older one, or put the folder of the newer before it in the search path.</source>
        <translation>{tool}&#xa0;: il y a plusieurs copies, et une plus ancienne l’emporte. Un terminal lance {version} ({path}), et non {newer} ({other}). Supprimez la plus ancienne, ou placez le dossier de la plus récente avant le sien dans le chemin de recherche.</translation>
    </message>
    <message>
        <source>The {tool} at {path} is found from where this was started, but not by a new terminal: its folder is not on the search path of a login shell.</source>
        <translation>{tool} ({path})&#xa0;: un nouveau terminal ne trouve pas ce programme, bien que ssmwizard y parvienne&#xa0;; le dossier n’est pas dans le chemin de recherche d’un shell de connexion.</translation>
    </message>
    <message>
        <source>Whether a terminal finds the {tool} cannot be told: the login shell {shell} did not tell its search path in time.</source>
        <translation>{tool}&#xa0;: impossible de dire si un terminal y accède, car le shell de connexion {shell} n’a pas indiqué son chemin de recherche à temps.</translation>
    </message>
    <message>
        <source>The {tool} is installed at {path}, where no terminal finds it: {folder} is not on the search path. Add that folder to it, then open a new terminal.</source>
        <translation>{tool} se trouve dans {path}, hors de portée d’un terminal&#xa0;: {folder} n’est pas dans le chemin de recherche. Ajoutez-y ce dossier, puis ouvrez un nouveau terminal.</translation>
    </message>
    <message>
        <source>The {tool} at {path} is not on the search path from here, so a terminal may not find it: add the folder {folder}.</source>
        <translation>{tool} ({path}) n’est pas dans le chemin de recherche d’ici&#xa0;: un terminal pourrait ne pas trouver ce programme. Ajoutez-y le dossier {folder}.</translation>
    </message>
    <message>
        <source>A terminal finds the {tool} at {path}.</source>
        <translation>{tool} ({path})&#xa0;: accessible depuis un terminal.</translation>
    </message>
    <message>
        <source>{tool}, on the search path</source>
        <translation>{tool}, dans le chemin de recherche</translation>
    </message>
    <message>
        <source>{tool}, elsewhere</source>
        <translation>{tool}, ailleurs</translation>
    </message>
    <message>
        <source>Search path of {shell}</source>
        <translation>Chemin de recherche de {shell}</translation>
    </message>
    <message>
        <source>A terminal finds the right programs</source>
        <translation>Un terminal trouve les bons programmes</translation>
    </message>
    <message>
        <source>A terminal starts the first copy on its search path, which is not always the one that was installed last.</source>
        <translation>Un terminal lance la première copie de son chemin de recherche, qui n’est pas toujours celle installée en dernier.</translation>
    </message>
    <message>
        <source>Every program on these instances ({count}) can read the metadata again, and with it the credentials of the instance&apos;s role.</source>
        <translation>Tout programme de ces instances ({count}) peut de nouveau lire les métadonnées et, par elles, les informations d’identification du rôle de l’instance.</translation>
    </message>
    <message>
        <source>Somebody may have turned the metadata off on purpose, to keep programs from the role&apos;s credentials. SSM Agent has no other way to them.</source>
        <translation>Quelqu’un a peut-être désactivé les métadonnées exprès, pour tenir les programmes à l’écart des informations d’identification du rôle. SSM Agent n’a pas d’autre moyen de les obtenir.</translation>
    </message>
    <message>
        <source>Turns the metadata off again; tokens and hop limit stay as they are.</source>
        <translation>Désactive de nouveau les métadonnées&#xa0;; les jetons et la limite de sauts restent tels quels.</translation>
    </message>
    <message>
        <source>{node} is not an EC2 instance; it has no instance metadata.</source>
        <translation>{node} n’est pas une instance EC2&#xa0;; elle n’a pas de métadonnées d’instance.</translation>
    </message>
    <message>
        <source>The instance metadata of {node} is on already.</source>
        <translation>Les métadonnées d’instance de {node} sont déjà activées.</translation>
    </message>
    <message>
        <source>{node} is {state}. Its metadata can be turned on while it runs or is stopped.</source>
        <translation>{node} est à l’état {state}. Ses métadonnées peuvent être activées quand elle est en cours d’exécution ou arrêtée.</translation>
    </message>
    <message>
        <source>EC2 does not tell all metadata options of {node}, so they cannot be kept.</source>
        <translation>EC2 n’indique pas toutes les options de métadonnées de {node}&#xa0;: elles ne peuvent donc pas être conservées.</translation>
    </message>
    <message>
        <source>Turn on the instance metadata of {node}.</source>
        <translation>Activer les métadonnées d’instance de {node}.</translation>
    </message>
    <message>
        <source>Turn off the instance metadata of {node}.</source>
        <translation>Désactiver les métadonnées d’instance de {node}.</translation>
    </message>
    <message>
        <source>Turn on instance metadata</source>
        <translation>Activer les métadonnées d’instance</translation>
    </message>
    <message>
        <source>Turns on the metadata of EC2 instances, from which SSM Agent gets its credentials. Nothing else of it changes.</source>
        <translation>Active les métadonnées des instances EC2, d’où SSM Agent tire ses informations d’identification. Rien d’autre n’y change.</translation>
    </message>
    <message>
        <source>The connection to {hosts} fails: {detail}.</source>
        <translation>La connexion à {hosts} échoue&#xa0;: {detail}.</translation>
    </message>
    <message>
        <source>Sessions need a WebSocket there, which a proxy or a firewall may cut while it lets everything else through: have this host left alone.</source>
        <translation>Les sessions y ont besoin d’un WebSocket, qu’un proxy ou un pare-feu peut couper tout en laissant passer le reste&#xa0;: demandez que cet hôte ne soit pas filtré.</translation>
    </message>
    <message>
        <source>The plugin does not know AWS_CA_BUNDLE: for it, that authority has to be in this computer&apos;s own trust store.</source>
        <translation>Le plugin ne connaît pas AWS_CA_BUNDLE&#xa0;: pour lui, cette autorité doit figurer dans le magasin de confiance de cet ordinateur.</translation>
    </message>
    <message>
        <source>{hosts} would be reached through {proxy}, and the AWS CLI knows no SOCKS proxies: it takes that for the name of an HTTP proxy. Set HTTPS_PROXY to an HTTP proxy, or take it away where none is needed.</source>
        <translation>{hosts}&#xa0;: le chemin passerait par {proxy}, et l’AWS CLI ne connaît pas les proxys SOCKS&#xa0;: elle prend cela pour le nom d’un proxy HTTP. Donnez un proxy HTTP à HTTPS_PROXY, ou retirez ce réglage si aucun proxy n’est nécessaire.</translation>
    </message>
    <message>
        <source>To {host} the AWS CLI would take {of_cli}, and the plugin takes {proxy}: it goes by the environment alone, by HTTPS_PROXY before https_proxy, and reads NO_PROXY in its own way (a name that begins with a dot stands for what is below it alone). Have the settings agree.</source>
        <translation>Vers {host}, l’AWS CLI passerait par {of_cli}, et le plugin par {proxy}&#xa0;: il ne suit que l’environnement, HTTPS_PROXY avant https_proxy, et lit NO_PROXY à sa manière (un nom qui commence par un point ne désigne que ce qui est en dessous). Accordez les réglages.</translation>
    </message>
    <message>
        <source>no proxy</source>
        <translation>aucun proxy</translation>
    </message>
    <message>
        <source>The name of {hosts} is not found from this computer ({detail}). Check its DNS: the network, the VPN, the resolver.</source>
        <translation>Le nom de {hosts} est introuvable depuis cet ordinateur ({detail}). Vérifiez son DNS&#xa0;: le réseau, le VPN, le résolveur.</translation>
    </message>
    <message>
        <source>Something on the way answers instead of {hosts} ({detail}): a proxy, or the sign-in page of a network. Sign in to the network, or have the host let through.</source>
        <translation>Quelque chose en chemin répond à la place de {hosts} ({detail})&#xa0;: un proxy, ou la page de connexion d’un réseau. Connectez-vous au réseau, ou faites laisser passer cet hôte.</translation>
    </message>
    <message>
        <source>{hosts}: the name is found, but nothing answers there. A firewall most likely drops the connection: allow HTTPS to it from this computer, or set HTTPS_PROXY where a proxy is the only way out.</source>
        <translation>{hosts}&#xa0;: le nom est résolu, mais rien n’y répond. Le plus probable est qu’un pare-feu bloque la connexion&#xa0;: autorisez HTTPS vers cet hôte depuis cet ordinateur, ou définissez HTTPS_PROXY là où un proxy est la seule sortie.</translation>
    </message>
    <message>
        <source>The connection to {hosts} is refused. A firewall does so, or the name leads to the wrong place ({detail}): allow HTTPS to it from this computer.</source>
        <translation>La connexion à {hosts} est refusée. C’est l’effet d’un pare-feu, ou d’un nom qui mène au mauvais endroit ({detail})&#xa0;: autorisez HTTPS vers cet hôte depuis cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no way from this computer to {hosts}: it is not connected, or its VPN does not lead there.</source>
        <translation>Il n’y a pas de chemin de cet ordinateur vers {hosts}&#xa0;: il n’est pas connecté, ou son VPN n’y mène pas.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let through to {hosts} (it answers {detail}). Have the host allowed there, or add it to NO_PROXY.</source>
        <translation>Le proxy {proxy} ne laisse pas passer vers {hosts} (il répond {detail}). Faites-y autoriser cet hôte, ou ajoutez-le à NO_PROXY.</translation>
    </message>
    <message>
        <source>{hosts} would be reached through {proxy}, and the way through a proxy of that kind cannot be looked at: whether sessions open through it, only a real one shows.</source>
        <translation>{hosts}&#xa0;: le chemin passerait par {proxy}, et le chemin à travers un proxy de ce type ne peut pas être examiné&#xa0;; seule une session réelle montre si des sessions s’ouvrent à travers lui.</translation>
    </message>
    <message>
        <source>The setting HTTPS_PROXY (or HTTP_PROXY) is not the address of a proxy, so {hosts} is not reached. Correct it.</source>
        <translation>Le paramètre HTTPS_PROXY (ou HTTP_PROXY) n’est pas l’adresse d’un proxy, {hosts} n’est donc pas atteint. Corrigez-le.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not answer when it is asked to connect to {hosts}. It may be busy, or be kept from going there.</source>
        <translation>Le proxy {proxy} ne répond pas à la demande de connexion à {hosts}. Il est peut-être occupé, ou n’a pas accès à cet hôte.</translation>
    </message>
    <message>
        <source>The proxy {proxy} ends the connection when it is asked to connect to {hosts}. Is it a proxy for HTTPS?</source>
        <translation>Le proxy {proxy} met fin à la connexion à la demande de connexion à {hosts}. Est-ce un proxy pour HTTPS&#xa0;?</translation>
    </message>
    <message>
        <source>The certificate of {hosts} is not valid today ({detail}). The clock of this computer may be wrong, or something on the way shows a certificate of its own, by {issuer}.</source>
        <translation>Le certificat de {hosts} n’est pas valide aujourd’hui ({detail}). L’horloge de cet ordinateur est peut-être fausse, ou quelque chose en chemin présente son propre certificat, émis par {issuer}.</translation>
    </message>
    <message>
        <source>What answers at {hosts} shows the certificate of another host, by {issuer}. The name may lead to the wrong place, or something on the way answers instead.</source>
        <translation>Ce qui répond pour {hosts} présente le certificat d’un autre hôte, émis par {issuer}. Le nom mène peut-être au mauvais endroit, ou quelque chose en chemin répond à sa place.</translation>
    </message>
    <message>
        <source>The file {bundle}, which AWS_CA_BUNDLE or ca_bundle names, cannot be read as certificates, so no connection to {hosts} is trusted. Correct the setting or the file.</source>
        <translation>Le fichier {bundle}, qu’indique AWS_CA_BUNDLE ou ca_bundle, ne peut pas être lu comme des certificats&#xa0;: aucune connexion à {hosts} n’est considérée comme sûre. Corrigez le paramètre ou le fichier.</translation>
    </message>
    <message>
        <source>The connection to {hosts} is made, and then nothing more comes through. A firewall that looks into connections may hold it: allow the host there.</source>
        <translation>La connexion à {hosts} est établie, puis plus rien ne passe. Un pare-feu qui examine les connexions la retient peut-être&#xa0;: autorisez-y cet hôte.</translation>
    </message>
    <message>
        <source>The connection to {hosts} is cut as soon as encryption begins. A firewall that filters by name does so: allow the host there.</source>
        <translation>La connexion à {hosts} est coupée dès que le chiffrement commence. C’est l’effet d’un pare-feu qui filtre par nom&#xa0;: autorisez-y cet hôte.</translation>
    </message>
    <message>
        <source>{hosts}: the connection is encrypted, but nothing is answered on it. Something on the way may hold it.</source>
        <translation>{hosts}&#xa0;: la connexion est chiffrée, mais rien n’y répond. Quelque chose en chemin la retient peut-être.</translation>
    </message>
    <message>
        <source>The connection to {hosts} is cut as soon as something is asked. Something on the way may look into it.</source>
        <translation>La connexion à {hosts} est coupée dès qu’une requête est envoyée. Quelque chose en chemin l’examine peut-être.</translation>
    </message>
    <message>
        <source>{hosts} does not answer when a WebSocket is asked for.</source>
        <translation>{hosts} ne répond pas à la demande de WebSocket.</translation>
    </message>
    <message>
        <source>The connection to {hosts} is cut when a WebSocket is asked for.</source>
        <translation>La connexion à {hosts} est coupée à la demande de WebSocket.</translation>
    </message>
    <message>
        <source>Something on the way turns the WebSocket to {hosts} down (it answers {detail}).</source>
        <translation>Quelque chose en chemin refuse le WebSocket vers {hosts} (réponse&#xa0;: {detail}).</translation>
    </message>
    <message>
        <source>The proxy {proxy} asks who wants to reach {hosts}, with a password (407). Put the user and the password into HTTPS_PROXY, or have this computer let through without one.</source>
        <translation>Le proxy {proxy} demande qui veut atteindre {hosts}, avec un mot de passe (407). Mettez l’utilisateur et le mot de passe dans HTTPS_PROXY, ou faites dispenser cet ordinateur de mot de passe.</translation>
    </message>
    <message>
        <source>{host}: name</source>
        <translation>{host}&#xa0;: nom</translation>
    </message>
    <message>
        <source>{host}: connection</source>
        <translation>{host}&#xa0;: connexion</translation>
    </message>
    <message>
        <source>{host}: proxy</source>
        <translation>{host}&#xa0;: proxy</translation>
    </message>
    <message>
        <source>{host}: encryption</source>
        <translation>{host}&#xa0;: chiffrement</translation>
    </message>
    <message>
        <source>{host}: answer</source>
        <translation>{host}&#xa0;: réponse</translation>
    </message>
    <message>
        <source>{host}: WebSocket</source>
        <translation>{host}&#xa0;: WebSocket</translation>
    </message>
    <message>
        <source>The way to AWS is looked at in the inspection, once a Region is chosen.</source>
        <translation>Le chemin vers AWS est examiné lors de l’inspection, une fois qu’une Région est choisie.</translation>
    </message>
    <message>
        <source>This computer reaches {hosts}.</source>
        <translation>Cet ordinateur atteint {hosts}.</translation>
    </message>
    <message>
        <source>The AWS CLI takes a proxy from the settings of the system, the plugin only from HTTPS_PROXY: set that too.</source>
        <translation>L’AWS CLI reprend le proxy des paramètres du système, le plugin seulement celui de HTTPS_PROXY&#xa0;: définissez aussi cette variable.</translation>
    </message>
    <message>
        <source>The proxy {proxy}, through which {hosts} would be reached, does not answer. Check HTTPS_PROXY and the proxy itself; add to NO_PROXY what is reached without it.</source>
        <translation>Le proxy {proxy}, par lequel {hosts} serait atteint, ne répond pas. Vérifiez HTTPS_PROXY et le proxy lui-même&#xa0;; ajoutez à NO_PROXY ce qui s’atteint sans lui.</translation>
    </message>
    <message>
        <source>The certificate of {hosts} is genuine, but {bundle}, which AWS_CA_BUNDLE or ca_bundle names, does not hold the authority that signed it. Remove that setting, or add the public authorities to the file.</source>
        <translation>Le certificat de {hosts} est authentique, mais {bundle}, qu’indique AWS_CA_BUNDLE ou ca_bundle, ne contient pas l’autorité qui l’a signé. Retirez ce paramètre, ou ajoutez les autorités publiques au fichier.</translation>
    </message>
    <message>
        <source>The certificate of {hosts} is signed by {issuer}, which is no public authority. The plugin goes by this computer&apos;s own trust store, and whether that holds it could not be looked at.</source>
        <translation>Le certificat de {hosts} est signé par {issuer}, qui n’est pas une autorité publique. Le plugin se fonde sur le magasin de confiance de cet ordinateur&#xa0;; on n’a pas pu voir si cette autorité y figure.</translation>
    </message>
    <message>
        <source>The certificate of {hosts} is signed by {issuer}, which this computer does not trust. Name the file of its authorities in AWS_CA_BUNDLE, and add them to this computer&apos;s own trust store for the plugin.</source>
        <translation>Le certificat de {hosts} est signé par {issuer}, à qui cet ordinateur ne fait pas confiance. Indiquez le fichier de ses autorités dans AWS_CA_BUNDLE, et ajoutez-les au magasin de confiance de cet ordinateur pour le plugin.</translation>
    </message>
    <message>
        <source>Something on the way opens the connection to {hosts}: the certificate is signed by {issuer}, which this computer does not trust. Add that authority to this computer&apos;s own trust store, which the plugin goes by, or have the host left alone.</source>
        <translation>Quelque chose en chemin ouvre la connexion à {hosts}&#xa0;: le certificat est signé par {issuer}, à qui cet ordinateur ne fait pas confiance. Ajoutez cette autorité au magasin de confiance de cet ordinateur, sur lequel se fonde le plugin, ou demandez que cet hôte ne soit pas filtré.</translation>
    </message>
    <message>
        <source>Something on the way opens the connection to {hosts}: the certificate is signed by {issuer}, which the AWS CLI does not trust. Name the file of that authority in AWS_CA_BUNDLE, or have the host left alone.</source>
        <translation>Quelque chose en chemin ouvre la connexion à {hosts}&#xa0;: le certificat est signé par {issuer}, à qui l’AWS CLI ne fait pas confiance. Indiquez le fichier de cette autorité dans AWS_CA_BUNDLE, ou demandez que cet hôte ne soit pas filtré.</translation>
    </message>
    <message>
        <source>The certificate of {host} is signed by {issuer}. AWS_CA_BUNDLE makes the AWS CLI trust it, but the plugin goes by this computer&apos;s own trust store, where it is not: sessions would hang. Add it there.</source>
        <translation>Le certificat de {host} est signé par {issuer}. AWS_CA_BUNDLE le fait accepter par l’AWS CLI, mais le plugin se fonde sur le magasin de confiance de cet ordinateur, où il ne figure pas&#xa0;: les sessions resteraient bloquées. Ajoutez-l’y.</translation>
    </message>
    <message>
        <source>The certificate of {host} is signed by {issuer}. AWS_CA_BUNDLE makes the AWS CLI trust it; the plugin goes by this computer&apos;s own trust store, which could not be looked at. If sessions hang, add it there.</source>
        <translation>Le certificat de {host} est signé par {issuer}. AWS_CA_BUNDLE le fait accepter par l’AWS CLI&#xa0;; le plugin se fonde sur le magasin de confiance de cet ordinateur, qui n’a pas pu être examiné. Si les sessions restent bloquées, ajoutez-l’y.</translation>
    </message>
    <message>
        <source>{host}: proxy of the AWS CLI</source>
        <translation>{host}&#xa0;: proxy de l’AWS CLI</translation>
    </message>
    <message>
        <source>This computer reaches AWS</source>
        <translation>Cet ordinateur atteint AWS</translation>
    </message>
    <message>
        <source>A session goes through this computer: the AWS CLI asks for it, and the plugin keeps a WebSocket open.</source>
        <translation>Une session passe par cet ordinateur&#xa0;: l’AWS CLI la demande, et le plugin garde un WebSocket ouvert.</translation>
    </message>
    <message>
        <source>EC2 shows no security group of {node}.</source>
        <translation>EC2 ne montre aucun groupe de sécurité de {node}.</translation>
    </message>
    <message>
        <source>The security groups of {node} let HTTPS out already.</source>
        <translation>Les groupes de sécurité de {node} laissent déjà sortir HTTPS.</translation>
    </message>
    <message>
        <source>The endpoint {endpoint} shows no security groups here.</source>
        <translation>Les groupes de sécurité du point de terminaison {endpoint} ne sont pas visibles ici.</translation>
    </message>
    <message>
        <source>Opening the security groups of {node} to the internet would not help: no route of subnet {subnet} is seen to lead there. Endpoints in the VPC, or a route, have to come first.</source>
        <translation>Ouvrir les groupes de sécurité de {node} vers Internet ne servirait à rien&#xa0;: aucune route visible du sous-réseau {subnet} n’y mène. Il faut d’abord des points de terminaison dans le VPC, ou une route.</translation>
    </message>
    <message>
        <source>Everything that has the security group {group} ({name}), not only the chosen nodes ({count}).</source>
        <translation>Tout ce qui a le groupe de sécurité {group} ({name}), pas seulement les nœuds choisis ({count}).</translation>
    </message>
    <message>
        <source>Takes out the very rules that were added; no other rule is touched.</source>
        <translation>Retire exactement les règles ajoutées&#xa0;; aucune autre règle n’est touchée.</translation>
    </message>
    <message>
        <source>This opens TCP {port} to every address of the internet, for all that has {group}: the addresses of Systems Manager are not a list that could be named. Endpoints in the VPC would be narrower, and cost money.</source>
        <translation>Ceci ouvre TCP {port} vers toutes les adresses d’Internet, pour tout ce qui a {group}&#xa0;: les adresses de Systems Manager ne forment pas une liste qu’on puisse indiquer. Des points de terminaison dans le VPC seraient plus restrictifs, et coûtent de l’argent.</translation>
    </message>
    <message>
        <source>This opens TCP {port} from {group} to what has the security group {peer}, no more.</source>
        <translation>Ceci ouvre TCP {port} de {group} vers ce qui a le groupe de sécurité {peer}, et rien de plus.</translation>
    </message>
    <message>
        <source>Let the node send HTTPS</source>
        <translation>Laisser le nœud émettre en HTTPS</translation>
    </message>
    <message>
        <source>Adds one outgoing rule to a security group of the nodes: HTTPS to the endpoints, or to the internet where the way leads there.</source>
        <translation>Ajoute une règle sortante à un groupe de sécurité des nœuds&#xa0;: HTTPS vers les points de terminaison, ou vers Internet si c’est là que mène le chemin.</translation>
    </message>
    <message>
        <source>{node} is not an EC2 instance; its network cannot be seen from here.</source>
        <translation>{node} n’est pas une instance EC2&#xa0;; son réseau n’est pas visible d’ici.</translation>
    </message>
    <message>
        <source>{node} stands in no network any more.</source>
        <translation>{node} n’est plus dans aucun réseau.</translation>
    </message>
    <message>
        <source>The VPC {vpc} is not shown here.</source>
        <translation>Le VPC {vpc} n’est pas visible ici.</translation>
    </message>
    <message>
        <source>{vpc} is shared by the account {owner}, and only that account can change it. Hand this over to its administrators.</source>
        <translation>{vpc} est partagé par le compte {owner}, et seul ce compte peut le modifier. Transmettez ceci à ses administrateurs.</translation>
    </message>
    <message>
        <source>The security group {group} is not shown here, so what it opens cannot be planned.</source>
        <translation>Le groupe de sécurité {group} n’est pas visible ici&#xa0;: impossible de planifier ce qu’il ouvre.</translation>
    </message>
    <message>
        <source>The agent tries again by itself, after many failures only now and then; give it up to {minutes} minutes. Restarting it is quicker.</source>
        <translation>L’agent réessaie de lui-même, mais seulement de temps en temps après de nombreux échecs&#xa0;; laissez-lui jusqu’à {minutes} minutes. Le redémarrer est plus rapide.</translation>
    </message>
    <message>
        <source>{vpc} has no endpoint for Systems Manager that could accept anything.</source>
        <translation>{vpc} n’a pas de point de terminaison pour Systems Manager qui puisse accepter quoi que ce soit.</translation>
    </message>
    <message>
        <source>The endpoints in {vpc} accept HTTPS from {node} already.</source>
        <translation>Les points de terminaison de {vpc} acceptent déjà HTTPS depuis {node}.</translation>
    </message>
    <message>
        <source>Neither a security group nor an address block of subnet {subnet} is shown here.</source>
        <translation>Ni un groupe de sécurité ni un bloc d’adresses du sous-réseau {subnet} n’est visible ici.</translation>
    </message>
    <message>
        <source>Everything in {vpc} that has the security group {group}: these endpoints ({count}: {endpoints}), and whatever else uses it.</source>
        <translation>Tout ce qui a le groupe de sécurité {group} dans {vpc}&#xa0;: ces points de terminaison ({count}&#xa0;: {endpoints}), et tout autre élément qui l’utilise.</translation>
    </message>
    <message>
        <source>Whatever has the security group {peer} may then reach {group} on this port, not only the chosen nodes.</source>
        <translation>Tout ce qui a le groupe de sécurité {peer} peut alors atteindre {group} sur ce port, pas seulement les nœuds choisis.</translation>
    </message>
    <message>
        <source>Whatever has an address in {peer} may then reach {group} on this port, not only the chosen nodes.</source>
        <translation>Tout ce qui a une adresse dans {peer} peut alors atteindre {group} sur ce port, pas seulement les nœuds choisis.</translation>
    </message>
    <message>
        <source>Let the endpoint accept the node</source>
        <translation>Laisser le point de terminaison accepter le nœud</translation>
    </message>
    <message>
        <source>Adds one incoming rule to the security group of the endpoints: HTTPS from the group of the nodes, and nothing else.</source>
        <translation>Ajoute une règle entrante au groupe de sécurité des points de terminaison&#xa0;: HTTPS depuis le groupe des nœuds, et rien d’autre.</translation>
    </message>
    <message>
        <source>Let {group} send TCP {port} to {peer}.</source>
        <translation>Autoriser {group} à envoyer TCP {port} vers {peer}.</translation>
    </message>
    <message>
        <source>Make the security group {group} in {vpc}.</source>
        <translation>Créer le groupe de sécurité {group} dans {vpc}.</translation>
    </message>
    <message>
        <source>Delete the security group {group}.</source>
        <translation>Supprimer le groupe de sécurité {group}.</translation>
    </message>
    <message>
        <source>Let {group} accept TCP {port} from {peer}.</source>
        <translation>Autoriser {group} à accepter TCP {port} depuis {peer}.</translation>
    </message>
    <message>
        <source>Take the rules out of {group} again.</source>
        <translation>Retirer les règles de {group}.</translation>
    </message>
    <message>
        <source>Make an endpoint for {service} in {subnets}, with private DNS.</source>
        <translation>Créer un point de terminaison pour {service} dans {subnets}, avec DNS privé.</translation>
    </message>
    <message>
        <source>Delete the endpoint for {service}.</source>
        <translation>Supprimer le point de terminaison pour {service}.</translation>
    </message>
    <message>
        <source>Take the rule for {peer} out of {group} again.</source>
        <translation>Retirer de {group} la règle pour {peer}.</translation>
    </message>
    <message>
        <source>The DNS settings of {vpc} are on, as far as its endpoints need them.</source>
        <translation>Les paramètres DNS de {vpc} sont activés, pour autant que ses points de terminaison en aient besoin.</translation>
    </message>
    <message>
        <source>Turns the same settings off again; names then lead where they led before.</source>
        <translation>Désactive de nouveau les mêmes paramètres&#xa0;; les noms mènent alors là où ils menaient avant.</translation>
    </message>
    <message>
        <source>Every machine in {vpc}, not only the chosen nodes.</source>
        <translation>Toutes les machines de {vpc}, pas seulement les nœuds choisis.</translation>
    </message>
    <message>
        <source>Names lead to these endpoints ({count}) from then on: {endpoints}.</source>
        <translation>Les noms mènent dès lors à ces points de terminaison ({count})&#xa0;: {endpoints}.</translation>
    </message>
    <message>
        <source>Traffic of the whole VPC {vpc} to these services moves to the endpoints. What their security groups or policies do not let in is cut off, even where it has a way to the internet.</source>
        <translation>Le trafic de tout le VPC {vpc} vers ces services passe par les points de terminaison. Ce que leurs groupes de sécurité ou leurs stratégies ne laissent pas entrer est coupé, même avec un chemin vers Internet.</translation>
    </message>
    <message>
        <source>Turn on {attribute} in {vpc}.</source>
        <translation>Activer {attribute} dans {vpc}.</translation>
    </message>
    <message>
        <source>Turn off {attribute} in {vpc}.</source>
        <translation>Désactiver {attribute} dans {vpc}.</translation>
    </message>
    <message>
        <source>Turn on the DNS of the VPC</source>
        <translation>Activer le DNS du VPC</translation>
    </message>
    <message>
        <source>Turns on the resolver of the VPC, and DNS hostnames where endpoints with private DNS need them.</source>
        <translation>Active le résolveur du VPC, et les noms d’hôte DNS là où des points de terminaison avec DNS privé en ont besoin.</translation>
    </message>
    <message>
        <source>{vpc} has no endpoint for Systems Manager that could have private DNS.</source>
        <translation>{vpc} n’a pas de point de terminaison pour Systems Manager qui puisse avoir un DNS privé.</translation>
    </message>
    <message>
        <source>The endpoints for Systems Manager in {vpc} have private DNS already.</source>
        <translation>Le DNS privé des points de terminaison pour Systems Manager dans {vpc} est déjà activé.</translation>
    </message>
    <message>
        <source>Every machine in {vpc}: the names of these services lead to the endpoints ({count}: {endpoints}).</source>
        <translation>Toutes les machines de {vpc}&#xa0;: les noms de ces services mènent aux points de terminaison ({count}&#xa0;: {endpoints}).</translation>
    </message>
    <message>
        <source>Machines that the security groups of the endpoints ({groups}) do not let in are cut off from these services, even where they have a way to the internet.</source>
        <translation>Les machines que les groupes de sécurité des points de terminaison ({groups}) ne laissent pas entrer sont coupées de ces services, même si elles ont un chemin vers Internet.</translation>
    </message>
    <message>
        <source>AWS refuses it where a private hosted zone of the same name belongs to {vpc}; nothing changes then. It may also ask for the right route53:AssociateVPCWithHostedZone.</source>
        <translation>AWS le refuse si une zone hébergée privée du même nom appartient à {vpc}&#xa0;; rien ne change alors. Le droit route53:AssociateVPCWithHostedZone peut aussi être demandé.</translation>
    </message>
    <message>
        <source>Turns private DNS off again, and what was turned on for it; nothing is deleted.</source>
        <translation>Désactive de nouveau le DNS privé, et ce qui a été activé pour lui&#xa0;; rien n’est supprimé.</translation>
    </message>
    <message>
        <source>Turn on private DNS for the endpoint {endpoint} ({service}).</source>
        <translation>Activer le DNS privé du point de terminaison {endpoint} ({service}).</translation>
    </message>
    <message>
        <source>Turn off private DNS for the endpoint {endpoint}.</source>
        <translation>Désactiver le DNS privé du point de terminaison {endpoint}.</translation>
    </message>
    <message>
        <source>Turn on private DNS for the endpoints</source>
        <translation>Activer le DNS privé des points de terminaison</translation>
    </message>
    <message>
        <source>Lets the names of Systems Manager lead to the endpoints that are there, with the DNS settings of the VPC that this needs.</source>
        <translation>Fait mener les noms de Systems Manager aux points de terminaison existants, avec les paramètres DNS du VPC nécessaires pour cela.</translation>
    </message>
    <message>
        <source>The trust policy of {role} lets the nodes have it.</source>
        <translation>La stratégie d’approbation de {role} permet aux nœuds de l’endosser.</translation>
    </message>
    <message>
        <source>Writes the trust policy of before back, unless somebody changed it in the meantime. The nodes lose their role again.</source>
        <translation>Réécrit la stratégie d’approbation d’avant, sauf si quelqu’un l’a modifiée entre-temps. Les nœuds perdent de nouveau leur rôle.</translation>
    </message>
    <message>
        <source>The trust policy of {role} has a Deny that speaks of {service}. Somebody wrote it on purpose, so it is left to those who keep the role; as long as it stands, adding to the policy does not help.</source>
        <translation>La stratégie d’approbation de {role} a une instruction Deny qui concerne {service}. Quelqu’un l’a écrite exprès&#xa0;: la décision revient donc aux responsables du rôle&#xa0;; tant qu’elle est là, compléter la stratégie ne change rien.</translation>
    </message>
    <message>
        <source>The trust policy of {role} speaks of {service} under conditions that cannot be decided from here. A statement without them would open what somebody closed, so it is left to those who keep the role.</source>
        <translation>La stratégie d’approbation de {role} mentionne {service} sous des conditions qu’on ne peut pas trancher d’ici. Une instruction sans elles ouvrirait ce que quelqu’un a fermé&#xa0;: la décision revient donc aux responsables du rôle.</translation>
    </message>
    <message>
        <source>Add {added} to the trust policy of the role {role}; nothing is taken out.</source>
        <translation>Ajouter {added} à la stratégie d’approbation du rôle {role}&#xa0;; rien n’en est retiré.</translation>
    </message>
    <message>
        <source>Write the trust policy of the role {role} back as it was: {before}</source>
        <translation>Remettre la stratégie d’approbation du rôle {role} comme elle était&#xa0;: {before}</translation>
    </message>
    <message>
        <source>Whom a role trusts is a matter of security: everything that the role may do, those machines may do then.</source>
        <translation>Les identités qu’un rôle approuve relèvent de la sécurité&#xa0;: tout ce que le rôle peut faire, ces machines peuvent alors le faire.</translation>
    </message>
    <message>
        <source>The trust policy of {role} gets {length} characters long, and IAM takes {most} unless the account&apos;s quota was raised. If it refuses, nothing is changed.</source>
        <translation>La stratégie d’approbation de {role} atteint {length} caractères, et IAM en accepte {most}, sauf si le quota du compte a été augmenté. En cas de refus, rien n’est modifié.</translation>
    </message>
    <message>
        <source>Let the nodes take their role</source>
        <translation>Laisser les nœuds endosser leur rôle</translation>
    </message>
    <message>
        <source>Adds EC2 or Systems Manager to the trust policy of the role that the nodes have; what is in the policy stays.</source>
        <translation>Ajoute EC2 ou Systems Manager à la stratégie d’approbation du rôle des nœuds&#xa0;; ce qui est dans la stratégie reste.</translation>
    </message>
    <message>
        <source>State Manager runs the update right away, on ten nodes of an association at a time; each outdated agent restarts and reports again.</source>
        <translation>State Manager exécute la mise à jour aussitôt, sur dix nœuds d’une association à la fois&#xa0;; chaque agent obsolète redémarre et envoie de nouveau des rapports.</translation>
    </message>
    <message>
        <source>Nodes whose agent is updated from now on: {count}.</source>
        <translation>Nœuds dont l’agent est mis à jour désormais&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Only the nodes named are covered, not those that come later.</source>
        <translation>Seuls les nœuds nommés sont concernés, pas ceux qui s’ajouteront plus tard.</translation>
    </message>
    <message>
        <source>Outdated agents restart now, and after each new version again. Sessions that are open on a node end with that.</source>
        <translation>Les agents périmés redémarrent maintenant, puis après chaque nouvelle version. Les sessions ouvertes sur un nœud prennent alors fin.</translation>
    </message>
    <message>
        <source>Deletes the association. Agents that were updated meanwhile keep their new version.</source>
        <translation>Supprime l’association. Les agents mis à jour entre-temps gardent leur nouvelle version.</translation>
    </message>
    <message>
        <source>{node} is not online. Its agent can be kept up to date once it reports again.</source>
        <translation>{node} n’est pas en ligne. Son agent pourra être tenu à jour quand il enverra de nouveau ses rapports.</translation>
    </message>
    <message>
        <source>The association {id} updates the agent of {node} already ({schedule}).</source>
        <translation>L’association {id} met déjà à jour l’agent de {node} ({schedule}).</translation>
    </message>
    <message>
        <source>There are associations that update agents by tags or resource groups: {names}. Look first whether they mean these nodes.</source>
        <translation>Des associations mettent à jour des agents par balises ou groupes de ressources&#xa0;: {names}. Vérifiez d’abord si elles visent ces nœuds.</translation>
    </message>
    <message>
        <source>This takes {wanted} associations, and an account may have {most} in a Region. Choose fewer nodes, or make one association by tag in State Manager, which also means nodes that get the tag later.</source>
        <translation>Ceci demande {wanted} associations, et un compte peut en avoir {most} dans une Région. Choisissez moins de nœuds, ou créez dans State Manager une association par balise, qui vaut aussi pour les nœuds recevant la balise plus tard.</translation>
    </message>
    <message>
        <source>Associations that are made, as each names at most {most} nodes: {count}.</source>
        <translation>Associations créées, chacune désignant au plus {most} nœuds&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Have State Manager update the agents of {nodes} now and every 14 days.</source>
        <translation>Faire mettre à jour par State Manager les agents de {nodes}, maintenant puis tous les 14 jours.</translation>
    </message>
    <message>
        <source>Delete the association that updates the agents of {nodes}.</source>
        <translation>Supprimer l’association qui met à jour les agents de {nodes}.</translation>
    </message>
    <message>
        <source>Free on EC2. On hybrid nodes ({count} of these) Run Command is charged by use since {since}; whether updates on a schedule are too, and the price, was not confirmed (as of {as_of}), see the pricing page.</source>
        <translation>Gratuit sur EC2. Sur les nœuds hybrides ({count} parmi ceux-ci), Run Command est facturé à l’usage depuis le {since}&#xa0;; que les mises à jour planifiées le soient aussi, et à quel prix, n’a pas été confirmé (au {as_of}), voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>Keep SSM Agent up to date</source>
        <translation>Tenir SSM Agent à jour</translation>
    </message>
    <message>
        <source>Has State Manager update the agents of nodes now and every 14 days.</source>
        <translation>Fait mettre à jour par State Manager les agents des nœuds, maintenant puis tous les 14 jours.</translation>
    </message>
    <message>
        <source>Takes the policy off the role again, or writes back what it was before. What the sessions need is missing again then.</source>
        <translation>Retire la stratégie du rôle, ou la réécrit telle qu’elle était. Ce dont les sessions ont besoin manque alors de nouveau.</translation>
    </message>
    <message>
        <source>The session preferences ask no right of a role.</source>
        <translation>Les préférences de session n’exigent aucun droit d’un rôle.</translation>
    </message>
    <message>
        <source>The role {role} lacks nothing that the session preferences ask of it.</source>
        <translation>Il ne manque au rôle {role} rien de ce qu’exigent de lui les préférences de session.</translation>
    </message>
    <message>
        <source>A policy of the organization denies {role} {action} on {resource}. A policy of the role cannot help; the organization&apos;s administrators can.</source>
        <translation>Une stratégie de l’organisation refuse {action} sur {resource} à {role}. Une stratégie du rôle n’y changera rien&#xa0;; les administrateurs de l’organisation le peuvent.</translation>
    </message>
    <message>
        <source>The permissions boundary of {role} does not allow {action} on {resource}. A policy of the role cannot help; the boundary has to allow it.</source>
        <translation>La limite d’autorisations de {role} n’autorise pas {action} sur {resource}. Une stratégie du rôle n’y changera rien&#xa0;; c’est la limite qui doit l’autoriser.</translation>
    </message>
    <message>
        <source>A policy of {role} denies {action} on {resource} outright. Another cannot help; that statement has to go.</source>
        <translation>Une stratégie de {role} refuse explicitement {action} sur {resource}. Une autre n’y changera rien&#xa0;; cette instruction doit disparaître.</translation>
    </message>
    <message>
        <source>The policy of the key {key} does not leave {action} to the policies of its account. A policy of {role} cannot help; those who keep the key have to name the role in it.</source>
        <translation>La stratégie de la clé {key} ne laisse pas {action} aux stratégies de son compte. Une stratégie de {role} n’y changera rien&#xa0;; les responsables de la clé doivent y désigner le rôle.</translation>
    </message>
    <message>
        <source>The policy of {resource} denies {role} {action}. A policy of the role cannot help; those who keep it have to take the role out of that statement.</source>
        <translation>La stratégie de {resource} refuse {action} au rôle {role}. Une stratégie du rôle n’y changera rien&#xa0;; ses responsables doivent retirer le rôle de cette instruction.</translation>
    </message>
    <message>
        <source>The role {role} has a policy {policy} already, which cannot be read, so nothing can be added to it.</source>
        <translation>Le rôle {role} a déjà une stratégie {policy}, qui est illisible&#xa0;: rien ne peut y être ajouté.</translation>
    </message>
    <message>
        <source>The policy {policy} of {role} allows this already, and it is refused still. IAM may need a minute to know it everywhere.</source>
        <translation>La stratégie {policy} de {role} l’autorise déjà, et c’est toujours refusé. IAM peut avoir besoin d’une minute pour le propager partout.</translation>
    </message>
    <message>
        <source>Write the policy {policy}, which allows this alone, into the role {role}.</source>
        <translation>Écrire la stratégie {policy}, qui n’autorise que cela, dans le rôle {role}.</translation>
    </message>
    <message>
        <source>Delete the policy {policy} of the role {role}.</source>
        <translation>Supprimer la stratégie {policy} du rôle {role}.</translation>
    </message>
    <message>
        <source>Add what is missing to the policy {policy} of the role {role}; nothing is taken out.</source>
        <translation>Ajouter ce qui manque à la stratégie {policy} du rôle {role}&#xa0;; rien n’en est retiré.</translation>
    </message>
    <message>
        <source>Write the policy {policy} of the role {role} back as it was: {before}</source>
        <translation>Remettre la stratégie {policy} du rôle {role} comme elle était&#xa0;: {before}</translation>
    </message>
    <message>
        <source>Everything on these nodes that uses the role may do this then: with the key, the bucket or the log group of the sessions, and with nothing else.</source>
        <translation>Tout ce qui utilise le rôle sur ces nœuds en a alors le droit&#xa0;: avec la clé, le compartiment ou le groupe de journaux des sessions, et avec rien d’autre.</translation>
    </message>
    <message>
        <source>The policy of the key itself was not seen. It has to let the role use the key too.</source>
        <translation>La stratégie de la clé elle-même n’a pas été vue. Elle doit permettre elle aussi au rôle d’utiliser la clé.</translation>
    </message>
    <message>
        <source>The policy of the bucket itself was not seen. It must not deny this.</source>
        <translation>La stratégie du compartiment lui-même n’a pas été vue. Elle ne doit pas l’interdire.</translation>
    </message>
    <message>
        <source>Let the role use the key and the logs of the sessions</source>
        <translation>Laisser le rôle utiliser la clé et les journaux des sessions</translation>
    </message>
    <message>
        <source>Writes a small policy into the role that the nodes have, which allows what the session preferences need and nothing more.</source>
        <translation>Écrit dans le rôle des nœuds une petite stratégie, qui autorise ce qu’exigent les préférences de session et rien de plus.</translation>
    </message>
    <message>
        <source>Each agent restarts 15 seconds after the command, and opens its channel.</source>
        <translation>Chaque agent redémarre 15 secondes après la commande, et ouvre son canal.</translation>
    </message>
    <message>
        <source>Nodes whose agent restarts: {count}.</source>
        <translation>Nœuds dont l’agent redémarre&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>What the agents are running ends: sessions, commands and associations. Nothing else on the nodes is touched.</source>
        <translation>Ce que les agents exécutent prend fin&#xa0;: sessions, commandes et associations. Rien d’autre n’est touché sur les nœuds.</translation>
    </message>
    <message>
        <source>That the command was sent does not tell that the agent came back; that is looked at afterwards. Have another way to the machine at hand.</source>
        <translation>L’envoi de la commande ne dit pas que l’agent est revenu&#xa0;; cela se vérifie ensuite. Gardez un autre accès à la machine sous la main.</translation>
    </message>
    <message>
        <source>A restart cannot be taken back, and leaves nothing that would have to be.</source>
        <translation>Un redémarrage ne peut pas être annulé, et ne laisse rien qui doive l’être.</translation>
    </message>
    <message>
        <source>The channel of {node} is open; its agent needs no restart.</source>
        <translation>Le canal de {node} est ouvert&#xa0;; son agent n’a pas besoin de redémarrer.</translation>
    </message>
    <message>
        <source>{node} does not tell a system on which it is known how to restart the agent.</source>
        <translation>{node} n’indique aucun système sur lequel on sache comment redémarrer l’agent.</translation>
    </message>
    <message>
        <source>{node} is not online, so no command reaches it. Restart the agent on the machine, as its administrator: {command}</source>
        <translation>{node} n’est pas en ligne, aucune commande ne l’atteint. Redémarrez l’agent sur la machine, en tant qu’administrateur&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Systems Manager says {status} of the channel of {node}, so no restart is planned.</source>
        <translation>Systems Manager indique {status} pour le canal de {node}&#xa0;: aucun redémarrage n’est prévu.</translation>
    </message>
    <message>
        <source>Restart the agent on {nodes}.</source>
        <translation>Redémarrer l’agent sur {nodes}.</translation>
    </message>
    <message>
        <source>Restart SSM Agent</source>
        <translation>Redémarrer SSM Agent</translation>
    </message>
    <message>
        <source>Restarts the agent, through Run Command, on nodes that are online without a channel.</source>
        <translation>Redémarre l’agent, au moyen de Run Command, sur les nœuds en ligne sans canal.</translation>
    </message>
    <message>
        <source>{node} has no IPv4 address; endpoints for IPv6 alone are not planned here.</source>
        <translation>{node} n’a pas d’adresse IPv4&#xa0;; les points de terminaison pour IPv6 seul ne sont pas planifiés ici.</translation>
    </message>
    <message>
        <source>{vpc} has an endpoint for each service that a node needs, and no second one is made beside it. What it is set to keeps the node from it: {settings}. Change that, or delete it so that a new one can be made.</source>
        <translation>{vpc} a un point de terminaison pour chaque service dont un nœud a besoin, et aucun deuxième n’est créé à côté. Son réglage en tient le nœud à l’écart&#xa0;: {settings}. Changez ce réglage, ou supprimez le point de terminaison pour qu’un nouveau puisse être créé.</translation>
    </message>
    <message>
        <source>{vpc} has an endpoint for each service that a node needs.</source>
        <translation>{vpc} a un point de terminaison pour chaque service dont un nœud a besoin.</translation>
    </message>
    <message>
        <source>Subnet {subnet} of {node} has a way out through {target}, so endpoints are not what is missing.</source>
        <translation>Le sous-réseau {subnet} de {node} a une sortie par {target}&#xa0;: ce ne sont pas des points de terminaison qui manquent.</translation>
    </message>
    <message>
        <source>{endpoint} ({service}) is {state}</source>
        <translation>{endpoint} ({service}) est à l’état {state}</translation>
    </message>
    <message>
        <source>{endpoint} ({service}) has no private DNS</source>
        <translation>{endpoint} ({service}) n’a pas de DNS privé</translation>
    </message>
    <message>
        <source>{vpc} shows no IPv4 address block.</source>
        <translation>{vpc} ne montre aucun bloc d’adresses IPv4.</translation>
    </message>
    <message>
        <source>Every machine in {vpc}: the names of {services} lead to the new endpoints from then on, also where a way to the internet is open.</source>
        <translation>Toutes les machines de {vpc}&#xa0;: les noms de {services} mènent dès lors aux nouveaux points de terminaison, même là où un chemin vers Internet est ouvert.</translation>
    </message>
    <message>
        <source>An endpoint that is there stays as it is: {settings}.</source>
        <translation>Un point de terminaison existant reste tel quel&#xa0;: {settings}.</translation>
    </message>
    <message>
        <source>Agents reach more than this through a way out, such as Amazon S3 for updates of the agent; these endpoints are for sessions.</source>
        <translation>Par une sortie, les agents atteignent plus que cela, par exemple Amazon S3 pour les mises à jour de l’agent&#xa0;; ces points de terminaison servent aux sessions.</translation>
    </message>
    <message>
        <source>AWS refuses private DNS where a private hosted zone of the same name belongs to {vpc}. It may also ask for the right route53:AssociateVPCWithHostedZone.</source>
        <translation>AWS refuse le DNS privé si une zone hébergée privée du même nom appartient à {vpc}. Le droit route53:AssociateVPCWithHostedZone peut aussi être demandé.</translation>
    </message>
    <message>
        <source>Deletes the endpoints, then their security group. That takes minutes, and machines that have come to need the endpoints are cut off.</source>
        <translation>Supprime les points de terminaison, puis leur groupe de sécurité. Cela prend quelques minutes, et les machines qui dépendent alors des points de terminaison sont coupées.</translation>
    </message>
    <message>
        <source>AWS offers no endpoint for {host} in this Region.</source>
        <translation>AWS ne propose pas de point de terminaison pour {host} dans cette Région.</translation>
    </message>
    <message>
        <source>AWS offers {service} in none of the Availability Zones of these nodes.</source>
        <translation>AWS ne propose {service} dans aucune des zones de disponibilité de ces nœuds.</translation>
    </message>
    <message>
        <source>A security group called {name} is in {vpc} already ({group}), and does not accept HTTPS from all of it. It may be somebody else&apos;s, so it is left alone.</source>
        <translation>Un groupe de sécurité appelé {name} existe déjà dans {vpc} ({group}), et n’accepte pas HTTPS depuis tout le VPC. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
    </message>
    <message>
        <source>Not known for this partition. Each endpoint is charged by the hour in each Availability Zone ({count} in all), and by the gigabyte; see the pricing page (as of {as_of}).</source>
        <translation>Inconnu pour cette partition. Chaque point de terminaison est facturé à l’heure dans chaque zone de disponibilité ({count} au total), et au gigaoctet&#xa0;; voyez la page des tarifs (au {as_of}).</translation>
    </message>
    <message>
        <source>About {month} US dollars a month: {count} endpoints, counted in each Availability Zone, at {price} an hour, and {traffic} for each gigabyte. Not certain: prices of one Region, as of {as_of}, not confirmed; see the pricing page.</source>
        <translation>Environ {month} dollars américains par mois&#xa0;: {count} points de terminaison, comptés dans chaque zone de disponibilité, à {price} par heure, et {traffic} par gigaoctet. Incertain&#xa0;: prix d’une Région, au {as_of}, non confirmés&#xa0;; voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>Make the endpoints that are missing</source>
        <translation>Créer les points de terminaison manquants</translation>
    </message>
    <message>
        <source>Makes endpoints for Systems Manager in a VPC that no way leads out of, with a security group of their own. They cost money.</source>
        <translation>Crée des points de terminaison pour Systems Manager dans un VPC dont aucun chemin ne sort, avec leur propre groupe de sécurité. Ils sont payants.</translation>
    </message>
    <message>
        <source>The account is made within seconds; the nodes are asked again for it.</source>
        <translation>Le compte est créé en quelques secondes&#xa0;; les nœuds sont interrogés de nouveau à ce sujet.</translation>
    </message>
    <message>
        <source>Nodes that get a local account {user}: {count}.</source>
        <translation>Nœuds qui reçoivent un compte local {user}&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>The account gets a home folder, no password and no right to sudo. Whoever may start sessions on these nodes can work as it.</source>
        <translation>Le compte reçoit un dossier personnel, sans mot de passe ni droit à sudo. Toute personne autorisée à démarrer des sessions sur ces nœuds peut travailler sous ce compte.</translation>
    </message>
    <message>
        <source>Where accounts come from a directory (LDAP, Active Directory), make it there instead: a local account of the same name would hide it.</source>
        <translation>Si les comptes viennent d’un annuaire (LDAP, Active Directory), créez-le plutôt là&#xa0;: un compte local du même nom le masquerait.</translation>
    </message>
    <message>
        <source>Removes the account where this program made it and nothing runs as it. Its home folder stays. Inspect again afterwards: the command alone does not tell that it worked.</source>
        <translation>Retire le compte là où ce programme l’a créé et où rien ne s’exécute sous ce compte. Son dossier personnel reste. Inspectez ensuite de nouveau&#xa0;: la commande seule ne dit pas si elle a réussi.</translation>
    </message>
    <message>
        <source>{node} is not online, so no command reaches it. Make the account on the machine.</source>
        <translation>{node} n’est pas en ligne, aucune commande ne l’atteint. Créez le compte sur la machine.</translation>
    </message>
    <message>
        <source>Only {node} knows which accounts it has. Have the nodes asked (--ask-nodes), then plan again.</source>
        <translation>Seul {node} sait quels comptes il a. Faites interroger les nœuds (--ask-nodes), puis établissez de nouveau le plan.</translation>
    </message>
    <message>
        <source>{node} needs no account: the agent makes {user} itself, or it is there.</source>
        <translation>{node} n’a pas besoin de compte&#xa0;: l’agent crée lui-même {user}, ou le compte existe.</translation>
    </message>
    <message>
        <source>{node} is a domain controller. An account that is made there is one of the whole domain, and {user} would have to be in Domain Admins: that is for somebody who answers for the domain. As a domain administrator, on the domain controller, make it with {create} and add it with {join}. Nobody needs to keep its password: the agent sets another with each session.</source>
        <translation>{node} est un contrôleur de domaine. Un compte créé là est un compte de tout le domaine, et {user} devrait appartenir au groupe Admins du domaine (Domain Admins)&#xa0;: cela revient à un responsable du domaine. En tant qu’administrateur du domaine, sur le contrôleur de domaine, créez-le avec {create} et ajoutez-le au groupe avec {join}. Personne n’a besoin d’en conserver le mot de passe&#xa0;: l’agent en définit un autre à chaque session.</translation>
    </message>
    <message>
        <source>Run As is off; the agent makes {user} itself.</source>
        <translation>Run As est désactivé&#xa0;; l’agent crée lui-même {user}.</translation>
    </message>
    <message>
        <source>Run As is on and names no default user. Name one in the session preferences.</source>
        <translation>Run As est activé et ne désigne aucun utilisateur par défaut. Indiquez-en un dans les préférences de session.</translation>
    </message>
    <message>
        <source>The account {user} is on {node}.</source>
        <translation>Le compte {user} existe sur {node}.</translation>
    </message>
    <message>
        <source>{node} did not tell whether it has the account {user}.</source>
        <translation>{node} n’a pas indiqué s’il a le compte {user}.</translation>
    </message>
    <message>
        <source>Make the account {user} on {node} by hand: this is only done on Linux.</source>
        <translation>Créez le compte {user} sur {node} à la main&#xa0;: ceci ne se fait que sous Linux.</translation>
    </message>
    <message>
        <source>{user} is no name under which an account for sessions can be made here.</source>
        <translation>{user} n’est pas un nom sous lequel un compte pour les sessions puisse être créé ici.</translation>
    </message>
    <message>
        <source>Make the local account {user} on {nodes}.</source>
        <translation>Créer le compte local {user} sur {nodes}.</translation>
    </message>
    <message>
        <source>Remove the account {user} on {nodes}, where this program made it.</source>
        <translation>Retirer le compte {user} de {nodes}, là où ce programme l’a créé.</translation>
    </message>
    <message>
        <source>Make the account that sessions run as</source>
        <translation>Créer le compte sous lequel s’exécutent les sessions</translation>
    </message>
    <message>
        <source>Makes the local user of Run As on Linux nodes that lack it, through Run Command.</source>
        <translation>Crée l’utilisateur local de Run As sur les nœuds Linux auxquels il manque, au moyen de Run Command.</translation>
    </message>
    <message>
        <source>Default Host Management is about EC2 instances alone.</source>
        <translation>La gestion des hôtes par défaut ne concerne que les instances EC2.</translation>
    </message>
    <message>
        <source>Instances use it by themselves, at the latest after {minutes} minutes.</source>
        <translation>Les instances l’utilisent d’elles-mêmes, au plus tard après {minutes} minutes.</translation>
    </message>
    <message>
        <source>It serves instances with SSM Agent {version} or later whose metadata takes tokens (IMDSv2), and only where their own role may not report.</source>
        <translation>Elle sert les instances avec SSM Agent {version} ou version ultérieure dont les métadonnées acceptent les jetons (IMDSv2), et seulement là où leur propre rôle n’a pas le droit d’envoyer des rapports.</translation>
    </message>
    <message>
        <source>Whoever may open sessions on those instances by the policies of the account can do so then.</source>
        <translation>Toute personne que les stratégies du compte autorisent à ouvrir des sessions sur ces instances peut alors le faire.</translation>
    </message>
    <message>
        <source>Sets the setting back as it was, and deletes what was made for it. Instances that have no other role fall silent then.</source>
        <translation>Remet le paramètre comme il était, et supprime ce qui a été créé pour lui. Les instances qui n’ont pas d’autre rôle se taisent alors.</translation>
    </message>
    <message>
        <source>The service has no Default Host Management in this Region.</source>
        <translation>Le service n’a pas de gestion des hôtes par défaut dans cette Région.</translation>
    </message>
    <message>
        <source>Somebody is changing Default Host Management right now. Look again when that is done.</source>
        <translation>Quelqu’un est en train de modifier la gestion des hôtes par défaut. Vérifiez de nouveau quand ce sera fait.</translation>
    </message>
    <message>
        <source>Default Host Management is on already, with the role {role}.</source>
        <translation>La gestion des hôtes par défaut est déjà activée, avec le rôle {role}.</translation>
    </message>
    <message>
        <source>Make the role {role}, which Systems Manager may use.</source>
        <translation>Créer le rôle {role}, que Systems Manager peut utiliser.</translation>
    </message>
    <message>
        <source>A role called {role} exists, and Systems Manager may not use it as it is: it has another path, or does not trust {service}. It may be somebody else&apos;s, so it is left alone.</source>
        <translation>Un rôle appelé {role} existe, et Systems Manager ne peut pas l’utiliser tel quel&#xa0;: il a un autre chemin, ou n’approuve pas {service}. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
    </message>
    <message>
        <source>Set Default Host Management of the Region from {before} to {after}.</source>
        <translation>Faire passer la gestion des hôtes par défaut de la Région de {before} à {after}.</translation>
    </message>
    <message>
        <source>Set Default Host Management back to {before}.</source>
        <translation>Remettre la gestion des hôtes par défaut à {before}.</translation>
    </message>
    <message>
        <source>Every EC2 instance of the account in {region} ({count}), now and later, not only those chosen: all that qualify become managed nodes.</source>
        <translation>Toutes les instances EC2 du compte dans {region} ({count}), présentes et futures, pas seulement celles qui sont choisies&#xa0;: toutes celles qui remplissent les conditions deviennent des nœuds gérés.</translation>
    </message>
    <message>
        <source>Every EC2 instance of the account in {region}, now and later, not only those chosen: all that qualify become managed nodes. How many there are: {count}.</source>
        <translation>Toutes les instances EC2 du compte dans {region}, présentes et futures, pas seulement celles qui sont choisies&#xa0;: toutes celles qui remplissent les conditions deviennent des nœuds gérés. Leur nombre&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Turn Default Host Management on</source>
        <translation>Activer la gestion des hôtes par défaut</translation>
    </message>
    <message>
        <source>Lets Systems Manager lend a role to all EC2 instances of the account in this Region that have none of their own that may report.</source>
        <translation>Laisse Systems Manager prêter un rôle à toutes les instances EC2 du compte dans cette Région qui n’en ont pas avec le droit d’envoyer des rapports.</translation>
    </message>
    <message>
        <source>The group itself is free. CloudWatch Logs charges for what is logged, by its amount and for as long as it is kept; prices are not known here (as of {as_of}), see the pricing page.</source>
        <translation>Le groupe lui-même est gratuit. CloudWatch Logs facture ce qui est journalisé, selon le volume et la durée de conservation&#xa0;; les prix ne sont pas connus ici (au {as_of}), voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>The group is there at once; new sessions are logged to it.</source>
        <translation>Le groupe existe aussitôt&#xa0;; les nouvelles sessions y sont journalisées.</translation>
    </message>
    <message>
        <source>Every session of the account in {region} that follows the preferences, not only those on the chosen nodes ({count}).</source>
        <translation>Toute session du compte dans {region} qui suit les préférences, pas seulement celles sur les nœuds choisis ({count}).</translation>
    </message>
    <message>
        <source>Deletes the group again, as long as nothing was logged to it. Logs are never deleted.</source>
        <translation>Supprime le groupe, tant que rien n’y a été journalisé. Les journaux ne sont jamais supprimés.</translation>
    </message>
    <message>
        <source>The session document {document} cannot be read. It has to be mended first.</source>
        <translation>Le document de session {document} est illisible. Il faut d’abord le réparer.</translation>
    </message>
    <message>
        <source>No log group can have the name {group}. Name another in the preferences.</source>
        <translation>Aucun groupe de journaux ne peut porter le nom {group}. Indiquez-en un autre dans les préférences.</translation>
    </message>
    <message>
        <source>The preferences want the log group {group} encrypted, and name no key that it could be encrypted with. Make it by hand with a key of yours, or name one in the preferences.</source>
        <translation>Les préférences exigent le chiffrement du groupe de journaux {group}, et n’indiquent aucune clé pour le chiffrer. Créez-le à la main avec une clé à vous, ou indiquez-en une dans les préférences.</translation>
    </message>
    <message>
        <source>The preferences want the log group {group} encrypted, and their key {key} cannot encrypt it. Mend that first.</source>
        <translation>Les préférences exigent le chiffrement du groupe de journaux {group}, et leur clé {key} ne peut pas le chiffrer. Corrigez d’abord cela.</translation>
    </message>
    <message>
        <source>The preferences want the log group {group} encrypted, and the policy of their key {key} does not let {service} use it. Those who keep the key have to name that service in it first.</source>
        <translation>Les préférences exigent le chiffrement du groupe de journaux {group}, et la stratégie de leur clé {key} ne permet pas à {service} de l’utiliser. Les responsables de la clé doivent d’abord y désigner ce service.</translation>
    </message>
    <message>
        <source>Make the log group {group}.</source>
        <translation>Créer le groupe de journaux {group}.</translation>
    </message>
    <message>
        <source>Make the log group {group}, encrypted with the key {key}.</source>
        <translation>Créer le groupe de journaux {group}, chiffré avec la clé {key}.</translation>
    </message>
    <message>
        <source>Delete the log group {group} if nothing is in it.</source>
        <translation>Supprimer le groupe de journaux {group} s’il est vide.</translation>
    </message>
    <message>
        <source>What is logged is kept for ever until somebody sets a retention for the group; this plan sets none.</source>
        <translation>Ce qui est journalisé est conservé indéfiniment, jusqu’à ce que quelqu’un définisse une durée de conservation pour le groupe&#xa0;; ce plan n’en définit pas.</translation>
    </message>
    <message>
        <source>The group is encrypted with the key of the sessions: should that key be deleted, nobody can read the logs any more.</source>
        <translation>Le groupe est chiffré avec la clé des sessions&#xa0;: si cette clé est supprimée, plus personne ne peut lire les journaux.</translation>
    </message>
    <message>
        <source>Make the log group of the sessions</source>
        <translation>Créer le groupe de journaux des sessions</translation>
    </message>
    <message>
        <source>Makes the log group that the session preferences name, encrypted where they ask for that.</source>
        <translation>Crée le groupe de journaux qu’indiquent les préférences de session, chiffré si elles l’exigent.</translation>
    </message>
    <message>
        <source>No real session was tried.</source>
        <translation>Aucune session réelle n’a été essayée.</translation>
    </message>
    <message>
        <source>The service refused to start a session: you may not. {message}</source>
        <translation>Le service a refusé de démarrer une session&#xa0;: vous n’en avez pas le droit. {message}</translation>
    </message>
    <message>
        <source>The service started a real session on the node, which was ended at once. What is typed and shown in one was not tried.</source>
        <translation>Le service a démarré une session réelle sur le nœud, aussitôt refermée. Ce qu’on y saisit et ce qu’elle affiche n’a pas été essayé.</translation>
    </message>
    <message>
        <source>The service granted a session</source>
        <translation>Le service a accordé une session</translation>
    </message>
    <message>
        <source>The plugin took the session over</source>
        <translation>Le plugin a pris la session en charge</translation>
    </message>
    <message>
        <source>Something came from the node</source>
        <translation>Quelque chose est venu du nœud</translation>
    </message>
    <message>
        <source>The node answered what was typed</source>
        <translation>Le nœud a répondu à ce qui a été saisi</translation>
    </message>
    <message>
        <source>No session was started: the Session Manager plugin was not found on this computer. Install it, then try again.</source>
        <translation>Aucune session n’a été démarrée&#xa0;: le plugin Session Manager est introuvable sur cet ordinateur. Installez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>No session was started: the Session Manager plugin at {path} does not run. Repair or replace it, then try again.</source>
        <translation>Aucune session n’a été démarrée&#xa0;: le plugin Session Manager ({path}) ne fonctionne pas. Réparez-le ou remplacez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>No session was started: the Session Manager plugin {version} takes the token of a session on its command line, where other users of this computer can read it. Install one newer than {last}, then try again.</source>
        <translation>Aucune session n’a été démarrée&#xa0;: le plugin Session Manager {version} reçoit le jeton d’une session sur sa ligne de commande, où d’autres utilisateurs de cet ordinateur peuvent le lire. Installez-en un plus récent que {last}, puis réessayez.</translation>
    </message>
    <message>
        <source>The service granted a session, but the Session Manager plugin at {path} could not be started: {said}</source>
        <translation>Le service a accordé une session, mais le plugin Session Manager ({path}) n’a pas pu être lancé&#xa0;: {said}</translation>
    </message>
    <message>
        <source>The session was closed before the node answered. The plugin printed: {said}</source>
        <translation>La session a été fermée avant que le nœud réponde. Le plugin a affiché&#xa0;: {said}</translation>
    </message>
    <message>
        <source>The Session Manager plugin ended before the node answered, and did not say why.</source>
        <translation>Le plugin Session Manager s’est arrêté avant que le nœud réponde, sans dire pourquoi.</translation>
    </message>
    <message>
        <source>The plugin took the session over, and nothing came for {seconds} seconds, though {host} can be reached from this computer. The plugin does not say why: the service may refuse you the data channel, the plugin may find no credentials, or the agent may not take the session up.</source>
        <translation>Le plugin a pris la session en charge, et rien n’est venu pendant {seconds} secondes, bien que {host} soit joignable depuis cet ordinateur. Le plugin ne dit pas pourquoi&#xa0;: le service vous refuse peut-être le canal de données, le plugin ne trouve peut-être pas d’informations d’identification, ou l’agent ne prend peut-être pas la session en charge.</translation>
    </message>
    <message>
        <source>The plugin took the session over, and nothing came for {seconds} seconds. It does not say why.</source>
        <translation>Le plugin a pris la session en charge, et rien n’est venu pendant {seconds} secondes. Il ne dit pas pourquoi.</translation>
    </message>
    <message>
        <source>The service refused to start a session on the node. It said: {message}</source>
        <translation>Le service a refusé de démarrer une session sur le nœud. Sa réponse&#xa0;: {message}</translation>
    </message>
    <message>
        <source>A real session opened: the node answered what was typed after {seconds} seconds, and the session was ended.</source>
        <translation>Une session réelle s’est ouverte&#xa0;: le nœud a répondu à ce qui a été saisi après {seconds} secondes, et la session a été fermée.</translation>
    </message>
    <message>
        <source>A real session opened and showed something, but what was typed was not answered within {seconds} seconds. Something on the node may wait for an answer, or be slow: open a session by hand and look.</source>
        <translation>Une session réelle s’est ouverte et a affiché quelque chose, mais ce qui a été saisi n’a pas reçu de réponse en {seconds} secondes. Quelque chose sur le nœud attend peut-être une réponse, ou est lent&#xa0;: ouvrez une session à la main et regardez.</translation>
    </message>
    <message>
        <source>You stopped the real session before it was clear.</source>
        <translation>Vous avez arrêté la session réelle avant que le résultat soit clair.</translation>
    </message>
    <message>
        <source>The session {session} could not be ended ({said}): end it in the AWS console, or leave it until it ends when idle.</source>
        <translation>La session {session} n’a pas pu être fermée ({said})&#xa0;: fermez-la dans la console AWS, ou laissez-la se fermer par inactivité.</translation>
    </message>
    <message>
        <source>Whether the session {session} is gone could not be looked at.</source>
        <translation>Il n’a pas été possible de voir si la session {session} a disparu.</translation>
    </message>
    <message>
        <source>You may not end the session {session} ({said}), and whether it is gone could not be looked at; it ends when idle.</source>
        <translation>Vous n’avez pas le droit de fermer la session {session} ({said}), et il n’a pas été possible de voir si elle a disparu&#xa0;; elle se ferme par inactivité.</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>What the plugin printed</source>
        <translation>Ce que le plugin a affiché</translation>
    </message>
    <message>
        <source>Left open</source>
        <translation>Restées ouvertes</translation>
    </message>
    <message>
        <source>A real session opens</source>
        <translation>Une session réelle s’ouvre</translation>
    </message>
    <message>
        <source>Nothing proves that a session opens as well as opening one. It is logged, and may be billed on hybrid nodes, so it is only done on wish.</source>
        <translation>Rien ne prouve mieux qu’une session s’ouvre que d’en ouvrir une. Elle est journalisée et peut être facturée sur les nœuds hybrides&#xa0;: elle n’est donc essayée qu’à votre demande.</translation>
    </message>
    <message>
        <source>No session preferences were ever set here, so there is nothing to mend.</source>
        <translation>Aucune préférence de session n’a jamais été définie ici&#xa0;: il n’y a rien à réparer.</translation>
    </message>
    <message>
        <source>Nothing in the session preferences is plainly broken.</source>
        <translation>Rien dans les préférences de session n’est manifestement défectueux.</translation>
    </message>
    <message>
        <source>The service does not tell the versions of the document {document}.</source>
        <translation>Le service n’indique pas les versions du document {document}.</translation>
    </message>
    <message>
        <source>Sessions that begin from now on follow the new version.</source>
        <translation>Les sessions qui commencent désormais suivent la nouvelle version.</translation>
    </message>
    <message>
        <source>The preferences can be corrected by hand, too, in the preferences of Session Manager. What they say of logs, encryption and users stays word for word.</source>
        <translation>Les préférences peuvent aussi être corrigées à la main, dans les préférences de Session Manager. Ce qu’elles disent des journaux, du chiffrement et des utilisateurs reste mot pour mot.</translation>
    </message>
    <message>
        <source>Puts the version of before in force again, and deletes the one that was made.</source>
        <translation>Remet en vigueur la version d’avant, et supprime celle qui a été créée.</translation>
    </message>
    <message>
        <source>What the session document {document} was meant to say cannot be read. A new one could drop logs or encryption that it asked for, so none is written: put an earlier version in force, or write it anew in the preferences of Session Manager.</source>
        <translation>Ce que le document de session {document} devait dire est illisible. Un nouveau document pourrait abandonner des journaux ou un chiffrement qu’il exigeait&#xa0;: aucun n’est donc écrit. Remettez en vigueur une version antérieure, ou réécrivez-le dans les préférences de Session Manager.</translation>
    </message>
    <message>
        <source>the commas that made it unreadable are taken out</source>
        <translation>les virgules qui le rendaient illisible sont retirées</translation>
    </message>
    <message>
        <source>{member} is added as {after}</source>
        <translation>{member} est ajouté avec la valeur {after}</translation>
    </message>
    <message>
        <source>{member} is {after} instead of {before}</source>
        <translation>{member} est {after} au lieu de {before}</translation>
    </message>
    <message>
        <source>it is written anew</source>
        <translation>il est réécrit</translation>
    </message>
    <message>
        <source>What {member} in the session document {document} was meant to be cannot be told. Correct it in the preferences of Session Manager.</source>
        <translation>Impossible de dire ce que {member} devait être dans le document de session {document}. Corrigez-le dans les préférences de Session Manager.</translation>
    </message>
    <message>
        <source>Write version {version} of the session document {document}: {differences}.</source>
        <translation>Écrire la version {version} du document de session {document}&#xa0;: {differences}.</translation>
    </message>
    <message>
        <source>Delete version {version} of {document}.</source>
        <translation>Supprimer la version {version} de {document}.</translation>
    </message>
    <message>
        <source>Put version {version} of {document} in force instead of version {before}.</source>
        <translation>Mettre en vigueur la version {version} de {document} à la place de la version {before}.</translation>
    </message>
    <message>
        <source>Put version {version} of {document} in force again.</source>
        <translation>Remettre en vigueur la version {version} de {document}.</translation>
    </message>
    <message>
        <source>Mend the session preferences</source>
        <translation>Réparer les préférences de session</translation>
    </message>
    <message>
        <source>Writes a version of the session preferences in which what is plainly broken is set right, and puts it in force. What it asks of logs and encryption stays.</source>
        <translation>Écrit une version des préférences de session dans laquelle ce qui est manifestement défectueux est corrigé, et la met en vigueur. Ce qu’elles exigent des journaux et du chiffrement reste.</translation>
    </message>
    <message>
        <source>The account could not be asked. {why}</source>
        <translation>Le compte n’a pas pu être interrogé. {why}</translation>
    </message>
    <message>
        <source>Looking what was made already.</source>
        <translation>Recherche de ce qui a déjà été fait.</translation>
    </message>
    <message>
        <source>Nothing was changed: taking this back was begun. Only that can be gone on with.</source>
        <translation>Rien n’a été modifié&#xa0;: l’annulation a commencé. Elle seule peut être poursuivie.</translation>
    </message>
    <message>
        <source>Nothing was changed: this was made, and it is not there any more. Somebody took it back. Plan anew instead of going on: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: ceci avait été fait, et n’existe plus. Quelqu’un l’a annulé. Établissez un nouveau plan au lieu de continuer&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed: this was not made, and AWS tells a secret of it once, which a new plan shows. Plan anew: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: ceci n’a pas été fait, et AWS n’en révèle qu’une fois un secret, qu’un nouveau plan affiche. Établissez un nouveau plan&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Nothing was changed: this was made, but what AWS tells of it once was lost with the program. Take it back and begin anew: {what}</source>
        <translation>Rien n’a été modifié&#xa0;: ceci a été fait, mais ce qu’AWS n’en révèle qu’une fois a été perdu avec le programme. Annulez-le et recommencez&#xa0;: {what}</translation>
    </message>
    <message>
        <source>An older version of the program wrote this entry, without all that finishing it takes. Plan anew, or take it back.</source>
        <translation>Une version plus ancienne du programme a écrit cette entrée, sans tout ce qu’il faut pour la terminer. Établissez un nouveau plan, ou annulez-la.</translation>
    </message>
    <message>
        <source>{how} {trouble}</source>
        <translation>{how} {trouble}</translation>
    </message>
    <message>
        <source>{how} Further nodes that were planned and never reached: {never}.</source>
        <translation>{how} Autres nœuds prévus et jamais atteints&#xa0;: {never}.</translation>
    </message>
    <message>
        <source>Nothing of it goes on any more.</source>
        <translation>Plus rien n’en est en cours.</translation>
    </message>
    <message>
        <source>AWS carries on nothing of this entry.</source>
        <translation>AWS ne poursuit rien de cette entrée.</translation>
    </message>
    <message>
        <source>Of {total} nodes {done} are done, {running} are running it, {waiting} are waiting, {failed} failed, {stopped} were not reached.</source>
        <translation>Sur {total} nœuds&#xa0;: terminés {done}, en cours {running}, en attente {waiting}, en échec {failed}, non atteints {stopped}.</translation>
    </message>
    <message>
        <source>It did not work on {nodes}.</source>
        <translation>Cela n’a pas fonctionné sur {nodes}.</translation>
    </message>
    <message>
        <source>It did not work on {nodes} and {more} others.</source>
        <translation>Cela n’a pas fonctionné sur {nodes} et {more} autres.</translation>
    </message>
    <message>
        <source>It was stopped before any node had begun.</source>
        <translation>Arrêté avant qu’aucun nœud ait commencé.</translation>
    </message>
    <message>
        <source>It was stopped. {begun} of {total} nodes had begun, {done} are done: {nodes}.</source>
        <translation>Arrêté. Nœuds qui avaient commencé&#xa0;: {begun} sur {total}&#xa0;; terminés ({done})&#xa0;: {nodes}.</translation>
    </message>
    <message>
        <source>It was stopped. {begun} of {total} nodes had begun, {done} are done: {nodes} and {more} others.</source>
        <translation>Arrêté. Nœuds qui avaient commencé&#xa0;: {begun} sur {total}&#xa0;; terminés ({done})&#xa0;: {nodes} et {more} autres.</translation>
    </message>
    <message>
        <source>Another window or terminal is trying a real session right now. Wait until it is done.</source>
        <translation>Une autre fenêtre ou un autre terminal essaie une session réelle. Attendez que ce soit terminé.</translation>
    </message>
    <message>
        <source>No session was started: the journal cannot be written ({reason}), and a session that nobody knows of might be left behind.</source>
        <translation>Aucune session n’a été démarrée&#xa0;: impossible d’écrire dans le journal ({reason}), et une session ignorée de tous pourrait rester ouverte.</translation>
    </message>
    <message>
        <source>No session was started: {before} was signed in when the node was inspected, and {now} is now. Inspect again first.</source>
        <translation>Aucune session n’a été démarrée&#xa0;: {before} était connecté lors de l’inspection du nœud, et c’est maintenant {now}. Refaites d’abord une inspection.</translation>
    </message>
    <message>
        <source>A session on {node} was left open when the program was ended at {time}; it is ended now.</source>
        <translation>Une session sur {node} était restée ouverte quand le programme a été arrêté, à {time}&#xa0;; elle est maintenant fermée.</translation>
    </message>
    <message>
        <source>A session on {node} was left open when the program was ended at {time}, and could not be seen to end. The journal has it: {entry}.</source>
        <translation>Une session sur {node} était restée ouverte quand le programme a été arrêté, à {time}, et on n’a pas pu voir si elle s’est fermée. Elle est dans le journal&#xa0;: {entry}.</translation>
    </message>
    <message>
        <source>On {nodes} a real session is opened as {who}, with the session document {document}: this computer&apos;s plugin types one harmless line (echo), waits for its answer, and the session is ended.</source>
        <translation>Sur {nodes}, une session réelle est ouverte en tant que {who}, avec le document de session {document}&#xa0;: le plugin de cet ordinateur saisit une ligne inoffensive (echo), attend sa réponse, puis la session est fermée.</translation>
    </message>
    <message>
        <source>CloudTrail and the session history of the account show it.</source>
        <translation>CloudTrail et l’historique des sessions du compte en gardent la trace.</translation>
    </message>
    <message>
        <source>The session preferences could not be seen: what is typed and shown may be written to logs, too.</source>
        <translation>Les préférences de session n’ont pas pu être vues&#xa0;: ce qui est saisi et affiché peut aussi être écrit dans des journaux.</translation>
    </message>
    <message>
        <source>The session preferences keep no log of what is typed and shown.</source>
        <translation>Les préférences de session ne conservent aucun journal de ce qui est saisi et affiché.</translation>
    </message>
    <message>
        <source>What is typed and shown is written to the S3 bucket {bucket}.</source>
        <translation>Ce qui est saisi et affiché est écrit dans le compartiment S3 {bucket}.</translation>
    </message>
    <message>
        <source>What is typed and shown is written to the log group {group} of CloudWatch Logs.</source>
        <translation>Ce qui est saisi et affiché est écrit dans le groupe de journaux {group} de CloudWatch Logs.</translation>
    </message>
    <message>
        <source>The session is encrypted with the key {key}, whose use KMS logs.</source>
        <translation>La session est chiffrée avec la clé {key}, dont KMS journalise l’utilisation.</translation>
    </message>
    <message>
        <source>The shell profile of the session preferences is run on the node, as in any session.</source>
        <translation>Le profil de shell des préférences de session est exécuté sur le nœud, comme dans toute session.</translation>
    </message>
    <message>
        <source>The first session on a node makes the account ssm-user there, with the rights of an administrator.</source>
        <translation>La première session sur un nœud y crée le compte ssm-user, avec les droits d’un administrateur.</translation>
    </message>
    <message>
        <source>Session Manager is charged by use on nodes outside EC2 ({count} of these). Whether a session that is ended at once is charged is not known.</source>
        <translation>Session Manager est facturé à l’usage sur les nœuds hors d’EC2 ({count} parmi ceux-ci). On ne sait pas si une session aussitôt refermée est facturée.</translation>
    </message>
    <message>
        <source>As computed the service will refuse it, which shows who is right. {reason}</source>
        <translation>D’après la configuration, le service la refusera, ce qui montre qui a raison. {reason}</translation>
    </message>
    <message>
        <source>You may not be allowed to end your own session; it would then stay until it ends when idle. {reason}</source>
        <translation>Vous n’avez peut-être pas le droit de fermer votre propre session&#xa0;; elle resterait alors ouverte jusqu’à se fermer par inactivité. {reason}</translation>
    </message>
    <message>
        <source>The account shows that it was made.</source>
        <translation>Le compte montre que cela a été fait.</translation>
    </message>
    <message>
        <source>The account shows that it was not made.</source>
        <translation>Le compte montre que cela n’a pas été fait.</translation>
    </message>
    <message>
        <source>The account shows neither what was before it nor what it makes of it.</source>
        <translation>Le compte ne montre ni l’état d’avant ni celui que cela produit.</translation>
    </message>
    <message>
        <source>The account shows more than one thing that can be it.</source>
        <translation>Le compte montre plusieurs éléments qui peuvent être celui-ci.</translation>
    </message>
    <message>
        <source>Nothing in the account shows whether it was made.</source>
        <translation>Rien dans le compte n’indique si cela a été fait.</translation>
    </message>
    <message>
        <source>It was looked at afterwards, and works.</source>
        <translation>L’effet a été vérifié ensuite&#xa0;: cela fonctionne.</translation>
    </message>
    <message>
        <source>The looking whether it works was left before it ended: {how}</source>
        <translation>La vérification de l’effet a été abandonnée avant la fin&#xa0;: {how}</translation>
    </message>
    <message>
        <source>It was looked at afterwards: {how}</source>
        <translation>L’effet a été vérifié ensuite&#xa0;: {how}</translation>
    </message>
    <message>
        <source>The program ended between two changes.</source>
        <translation>Le programme s’est arrêté entre deux modifications.</translation>
    </message>
    <message>
        <source>When the program ended, this was being taken back: {what}</source>
        <translation>Quand le programme s’est arrêté, ceci était en cours d’annulation&#xa0;: {what}</translation>
    </message>
    <message>
        <source>AWS did not answer, so it was not known whether this was made: {what}</source>
        <translation>AWS n’a pas répondu&#xa0;: on ne savait donc pas si ceci a été fait&#xa0;: {what}</translation>
    </message>
    <message>
        <source>When the program ended, this was under way: {what}</source>
        <translation>Quand le programme s’est arrêté, ceci était en cours&#xa0;: {what}</translation>
    </message>
    <message>
        <source>The account shows {made} of {total} changes.</source>
        <translation>Modifications visibles dans le compte&#xa0;: {made} sur {total}.</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether it works.</source>
        <translation>Personne n’a encore vérifié si cela fonctionne.</translation>
    </message>
    <message>
        <source>Linux with RPM packages (Amazon Linux, RHEL, Oracle Linux, Rocky Linux, SLES)</source>
        <translation>Linux à paquets RPM (Amazon Linux, RHEL, Oracle Linux, Rocky Linux, SLES)</translation>
    </message>
    <message>
        <source>Debian, Ubuntu</source>
        <translation>Debian, Ubuntu</translation>
    </message>
    <message>
        <source>Windows Server, in PowerShell as administrator</source>
        <translation>Windows Server, dans PowerShell en tant qu’administrateur</translation>
    </message>
    <message>
        <source>This is the demo account: in a moment a machine registers by itself, as if somebody had run the commands.</source>
        <translation>Ceci est le compte de démonstration&#xa0;: dans un instant, une machine s’enregistre d’elle-même, comme si quelqu’un avait exécuté les commandes.</translation>
    </message>
    <message>
        <source>Register the machines now</source>
        <translation>Enregistrez maintenant les machines</translation>
    </message>
    <message>
        <source>This is shown now and never again: nothing of it is kept here, and AWS does not tell it a second time. The activation ends in {hours} hours.</source>
        <translation>Ceci est affiché maintenant et plus jamais ensuite&#xa0;: rien n’en est conservé ici, et AWS ne le révèle pas une deuxième fois. L’activation prend fin dans {hours} heures.</translation>
    </message>
    <message>
        <source>Run one of these on each machine. On a machine with an ARM64 processor write arm64 instead of amd64. A registration that the machine still has is replaced.</source>
        <translation>Exécutez l’une de ces commandes sur chaque machine. Sur une machine à processeur ARM64, écrivez arm64 au lieu d’amd64. Un enregistrement que la machine a encore est remplacé.</translation>
    </message>
    <message>
        <source>macOS outside EC2 cannot be registered.</source>
        <translation>macOS ne peut pas être enregistré hors d’EC2.</translation>
    </message>
    <message>
        <source>AWS documents the address of the download for its commercial Regions; for this partition it is not verified.</source>
        <translation>AWS documente l’adresse de téléchargement pour ses Régions commerciales&#xa0;; pour cette partition, elle n’est pas vérifiée.</translation>
    </message>
    <message>
        <source>A support bundle is shown, so nothing can be changed.</source>
        <translation>Un dossier d’assistance est affiché&#xa0;: rien ne peut donc être modifié.</translation>
    </message>
    <message>
        <source>Open a real session on {node}, and end it.</source>
        <translation>Ouvrir une session réelle sur {node}, puis la fermer.</translation>
    </message>
    <message>
        <source>End the session.</source>
        <translation>Fermer la session.</translation>
    </message>
    <message>
        <source>A real session on {node}</source>
        <translation>Une session réelle sur {node}</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Aucun.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>La connexion a été annulée.</translation>
    </message>
    <message>
        <source>The AWS CLI says that you are signed in.</source>
        <translation>L’AWS CLI indique que vous êtes connecté.</translation>
    </message>
    <message>
        <source>Nobody signed in within {minutes} minutes, so the AWS CLI was ended.</source>
        <translation>Personne ne s’est connecté en {minutes} minutes&#xa0;: l’AWS CLI a donc été arrêtée.</translation>
    </message>
    <message>
        <source>The AWS CLI could not sign in. It says: {message}</source>
        <translation>L’AWS CLI n’a pas pu établir la connexion. Son message&#xa0;: {message}</translation>
    </message>
    <message>
        <source>The AWS CLI at {path} could not be started: {message}</source>
        <translation>L’AWS CLI ({path}) n’a pas pu être lancée&#xa0;: {message}</translation>
    </message>
    <message>
        <source>A support bundle, recorded {at} by ssmwizard {version}. Nothing here is live.</source>
        <translation>Un dossier d’assistance, enregistré le {at} par ssmwizard {version}. Rien ici n’est en direct.</translation>
    </message>
    <message>
        <source>The rules of ssmwizard {version} (requirements as of {as_of}) say the same today.</source>
        <translation>Les règles de ssmwizard {version} (exigences au {as_of}) disent aujourd’hui la même chose.</translation>
    </message>
    <message>
        <source>Judged by ssmwizard {version} (requirements as of {as_of}). Other answers than in the bundle: {count}.</source>
        <translation>Jugé par ssmwizard {version} (exigences au {as_of}). Réponses différentes de celles du dossier&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>It could not be stopped and goes on. {why}</source>
        <translation>Cela n’a pas pu être arrêté et se poursuit. {why}</translation>
    </message>
    <message>
        <source>No further nodes are reached. State Manager goes on with those that it has; undoing ends that.</source>
        <translation>Aucun autre nœud n’est atteint. State Manager continue avec ceux qu’il a&#xa0;; annuler ceci y met fin.</translation>
    </message>
    <message>
        <source>AWS did not tell which command it made of it, so it cannot be seen how it went, and no further nodes were reached.</source>
        <translation>AWS n’a pas indiqué quelle commande en est issue&#xa0;: le déroulement est donc invisible, et aucun autre nœud n’a été atteint.</translation>
    </message>
    <message>
        <source>It could not be seen how it went on the nodes so far, so no further ones were reached. {why}</source>
        <translation>Il n’a pas été possible de voir ce qu’il en est des premiers nœuds&#xa0;: aucun autre n’a donc été atteint. {why}</translation>
    </message>
    <message>
        <source>Not all nodes so far have answered, so no further ones were reached. {how}</source>
        <translation>Les nœuds atteints n’ont pas tous répondu&#xa0;: aucun autre n’a donc été atteint. {how}</translation>
    </message>
    <message>
        <source>Looking whether the first nodes are right now.</source>
        <translation>Vérification des premiers nœuds.</translation>
    </message>
    <message>
        <source>The first nodes did not prove themselves, so no further ones were reached. {why}</source>
        <translation>Les premiers nœuds n’ont pas fait leurs preuves&#xa0;: aucun autre n’a donc été atteint. {why}</translation>
    </message>
    <message>
        <source>It was left running. {how} Look at it later in the journal.</source>
        <translation>L’opération se poursuit. {how} Consultez-la plus tard dans le journal.</translation>
    </message>
    <message>
        <source>CloudFormation has nothing that attaches a policy to a role that is there already and is not its own.</source>
        <translation>CloudFormation n’a rien qui attache une stratégie à un rôle qui existe déjà et n’est pas le sien.</translation>
    </message>
    <message>
        <source>{type} is not known to be offered in the partition {partition}.</source>
        <translation>On ne sait pas si {type} est proposé dans la partition {partition}.</translation>
    </message>
    <message>
        <source>{type} is new, and was read about, not tried: a Region that does not know it refuses the template and makes nothing of it.</source>
        <translation>{type} est nouveau, connu par la lecture et non par l’essai&#xa0;: une Région qui ne le connaît pas refuse le modèle et n’en crée rien.</translation>
    </message>
    <message>
        <source>Make a stack of this file ({file}): {line}</source>
        <translation>Créez une pile à partir de ce fichier ({file})&#xa0;: {line}</translation>
    </message>
    <message>
        <source>To take it back, delete the stack: {line}</source>
        <translation>Pour l’annuler, supprimez la pile&#xa0;: {line}</translation>
    </message>
    <message>
        <source>What is logged is not deleted with the stack: the log group stays.</source>
        <translation>Ce qui est journalisé n’est pas supprimé avec la pile&#xa0;: le groupe de journaux reste.</translation>
    </message>
    <message>
        <source>{call} changes something that is there already. A template would have to take it over first, and none is written that does.</source>
        <translation>{call} modifie quelque chose qui existe déjà. Un modèle devrait d’abord le reprendre à son compte, et aucun modèle qui fasse cela n’est écrit.</translation>
    </message>
    <message>
        <source>{call} is done once; a template says what there is, and does nothing.</source>
        <translation>{call} se fait une fois&#xa0;; un modèle décrit ce qui existe, et n’exécute rien.</translation>
    </message>
    <message>
        <source>This is done on this computer; a template describes an AWS account.</source>
        <translation>Ceci se fait sur cet ordinateur&#xa0;; un modèle décrit un compte AWS.</translation>
    </message>
    <message>
        <source>{call} tells a secret once, which a template would leave lying about.</source>
        <translation>{call} révèle une fois un secret, qu’un modèle laisserait traîner.</translation>
    </message>
    <message>
        <source>The setting had a value of somebody&apos;s own, which a template would not bring back.</source>
        <translation>Le paramètre avait une valeur choisie par quelqu’un, qu’un modèle ne rétablirait pas.</translation>
    </message>
    <message>
        <source>No template for {call} is known to this program.</source>
        <translation>Ce programme ne connaît pas de modèle pour {call}.</translation>
    </message>
    <message>
        <source>The plan reaches its nodes in waves, the next only when those before have proved themselves; a template reaches all at once.</source>
        <translation>Le plan atteint ses nœuds par vagues, la suivante seulement quand les précédents ont fait leurs preuves&#xa0;; un modèle les atteint tous à la fois.</translation>
    </message>
    <message>
        <source>A step that no template can say stands between those that one can, or needs an answer of one: {call}.</source>
        <translation>Une étape qu’aucun modèle ne peut exprimer se trouve entre celles qui peuvent l’être, ou a besoin d’une de leurs réponses&#xa0;: {call}.</translation>
    </message>
    <message>
        <source>First, since no template can do it: {line}</source>
        <translation>D’abord, car aucun modèle ne peut le faire&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Then, since no template can do it: {line}</source>
        <translation>Ensuite, car aucun modèle ne peut le faire&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Before that, take back what was done by hand: {line}</source>
        <translation>Avant cela, annulez ce qui a été fait à la main&#xa0;: {line}</translation>
    </message>
    <message>
        <source>After that, take back what was done by hand: {line}</source>
        <translation>Après cela, annulez ce qui a été fait à la main&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Put this into the file undo.json:</source>
        <translation>Placez ceci dans le fichier undo.json&#xa0;:</translation>
    </message>
    <message>
        <source>PowerShell does not hand this to a program as it stands: {call}</source>
        <translation>PowerShell ne transmet pas ceci tel quel à un programme&#xa0;: {call}</translation>
    </message>
    <message>
        <source>It stops at the first error. What was done until then stays; the end of this file says how to take it back.</source>
        <translation>S’arrête à la première erreur. Ce qui a été fait jusque-là reste&#xa0;; la fin de ce fichier dit comment l’annuler.</translation>
    </message>
    <message>
        <source>AWS tells {name} this once; keep it where it is safe:</source>
        <translation>AWS ne révèle {name} que cette fois&#xa0;; gardez-le en lieu sûr&#xa0;:</translation>
    </message>
    <message>
        <source>Further nodes come next. Look first whether those before came through well. Enter goes on, Ctrl+C stops here.</source>
        <translation>D’autres nœuds suivent. Vérifiez d’abord si les précédents vont bien. Entrée continue, Ctrl+C arrête ici.</translation>
    </message>
    <message>
        <source>To take this back:</source>
        <translation>Pour annuler ceci&#xa0;:</translation>
    </message>
    <message>
        <source>To take it back, in this order. Look first whether somebody changed it since:</source>
        <translation>Pour l’annuler, dans cet ordre. Vérifiez d’abord si quelqu’un l’a modifié depuis&#xa0;:</translation>
    </message>
    <message>
        <source>What stands for &lt;{name}&gt; is printed when the script runs.</source>
        <translation>Ce qui remplace &lt;{name}&gt; est affiché quand le script s’exécute.</translation>
    </message>
    <message>
        <source>These credentials are not of the account {account}, which this is for.</source>
        <translation>Ces informations d’identification ne sont pas celles du compte {account}, auquel ceci est destiné.</translation>
    </message>
    <message>
        <source>In a folder of its own: terraform init, terraform plan, terraform apply.</source>
        <translation>Dans un dossier à part&#xa0;: terraform init, terraform plan, terraform apply.</translation>
    </message>
    <message>
        <source>To take it back: terraform destroy.</source>
        <translation>Pour l’annuler&#xa0;: terraform destroy.</translation>
    </message>
    <message>
        <source>What is logged is not deleted with that: the log group stays.</source>
        <translation>Ce qui est journalisé n’est pas supprimé avec cela&#xa0;: le groupe de journaux reste.</translation>
    </message>
    <message>
        <source>That leaves private DNS as it is. To turn it off again: {line}</source>
        <translation>Cela laisse le DNS privé tel quel. Pour le désactiver de nouveau&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Does Terraform keep all the policies of the role, or all the rules of the group, in one place elsewhere? Then add this there instead: the two would undo each other.</source>
        <translation>Terraform gère-t-il ailleurs, en un seul endroit, toutes les stratégies du rôle ou toutes les règles du groupe&#xa0;? Ajoutez alors plutôt ceci là-bas&#xa0;: les deux s’annuleraient l’un l’autre.</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} et {count} de plus</translation>
    </message>
    <message>
        <source>For the computer it was planned on.</source>
        <translation>Pour l’ordinateur sur lequel le plan a été établi.</translation>
    </message>
    <message>
        <source>For {nodes} in the account {account}, Region {region}, partition {partition}.</source>
        <translation>Pour {nodes} dans le compte {account}, Région {region}, partition {partition}.</translation>
    </message>
    <message>
        <source>Planned from what was seen on {at}. Is that long ago? Then plan it anew first.</source>
        <translation>Établi d’après ce qui a été vu le {at}. Est-ce ancien&#xa0;? Établissez alors d’abord un nouveau plan.</translation>
    </message>
    <message>
        <source>Mind: {text}</source>
        <translation>Attention&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Something in this plan looks like a secret, which must not be passed on. Apply the plan in the program instead.</source>
        <translation>Quelque chose dans ce plan ressemble à un secret, qui ne doit pas être transmis. Appliquez plutôt le plan dans le programme.</translation>
    </message>
    <message>
        <source>{call} is done by this program itself; no line of a shell does just that.</source>
        <translation>{call} est fait par ce programme lui-même&#xa0;; aucune ligne de shell ne fait exactement cela.</translation>
    </message>
    <message>
        <source>AWS_PROFILE names the profile {one}, AWS_DEFAULT_PROFILE names {other}. The AWS CLI 2 and ssmwizard go by {one}, the AWS CLI 1 and other programs by {other}. Remove one of the two variables.</source>
        <translation>AWS_PROFILE désigne le profil {one}, AWS_DEFAULT_PROFILE désigne {other}. L’AWS CLI 2 et ssmwizard suivent {one}, l’AWS CLI 1 et d’autres programmes {other}. Retirez l’une des deux variables.</translation>
    </message>
    <message>
        <source>The access key {key} in AWS_ACCESS_KEY_ID goes before the profile {profile}, which the environment names too. If it is left over, remove AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.</source>
        <translation>La clé d’accès {key} dans AWS_ACCESS_KEY_ID passe avant le profil {profile}, que l’environnement désigne aussi. Si elle y est restée par oubli, retirez AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY et AWS_SESSION_TOKEN.</translation>
    </message>
    <message>
        <source>AWS_REGION says {one}, AWS_DEFAULT_REGION says {other}. The AWS CLI 2 and ssmwizard go by {one}, the AWS CLI 1 by {other}. Remove one of the two variables.</source>
        <translation>AWS_REGION indique {one}, AWS_DEFAULT_REGION indique {other}. L’AWS CLI 2 et ssmwizard suivent {one}, l’AWS CLI 1 {other}. Retirez l’une des deux variables.</translation>
    </message>
    <message>
        <source>One activation registers {most} machines at most. Choose fewer at a time.</source>
        <translation>Une activation enregistre au plus {most} machines. Choisissez-en moins à la fois.</translation>
    </message>
    <message>
        <source>Somebody has to run a command on each machine, which is shown once when the activation is made. The machine then reports within minutes, under a new id.</source>
        <translation>Quelqu’un doit exécuter sur chaque machine une commande, affichée une seule fois à la création de l’activation. La machine envoie ensuite des rapports en quelques minutes, sous un nouvel id.</translation>
    </message>
    <message>
        <source>Machines that can register with it: {count}, within {hours} hours (what AWS sets when no end is given, as of {as_of}). They get the rights of the role {role}.</source>
        <translation>Machines qui peuvent s’enregistrer avec elle&#xa0;: {count}, pendant {hours} heures (ce qu’AWS fixe quand aucune fin n’est donnée, au {as_of}). Elles reçoivent les droits du rôle {role}.</translation>
    </message>
    <message>
        <source>The activation code is a secret: whoever has it can register a machine of their own. AWS tells it once, and it is kept nowhere. Have the means at hand to take it to the machines.</source>
        <translation>Le code d’activation est un secret&#xa0;: qui le possède peut enregistrer une machine à lui. AWS ne le révèle qu’une fois, et il n’est conservé nulle part. Ayez sous la main le moyen de le porter jusqu’aux machines.</translation>
    </message>
    <message>
        <source>Deletes the activation, as long as no machine has registered with it. One that has stays registered until it is deregistered.</source>
        <translation>Supprime l’activation, tant qu’aucune machine ne s’est enregistrée avec elle. Une machine enregistrée le reste jusqu’à ce que son enregistrement soit annulé.</translation>
    </message>
    <message>
        <source>{node} is an EC2 instance; it registers without an activation.</source>
        <translation>{node} est une instance EC2&#xa0;; elle s’enregistre sans activation.</translation>
    </message>
    <message>
        <source>{node} is registered already.</source>
        <translation>{node} est déjà enregistré.</translation>
    </message>
    <message>
        <source>{node} is registered in {region}. Work in that Region.</source>
        <translation>{node} est enregistré dans {region}. Travaillez dans cette Région.</translation>
    </message>
    <message>
        <source>A machine has registered with the activation {id}, which was made for {node}; it is to be found under its new id now: {nodes}.</source>
        <translation>Une machine s’est enregistrée avec l’activation {id}, créée pour {node}&#xa0;; on la trouve désormais sous son nouvel id&#xa0;: {nodes}.</translation>
    </message>
    <message>
        <source>There is an activation that is still valid: {ids}. Register the machine with that one. If nobody has its code any more, delete it first (aws ssm delete-activation), then plan again.</source>
        <translation>Il y a une activation encore valide&#xa0;: {ids}. Enregistrez la machine avec elle. Si plus personne n’a son code, supprimez-la d’abord (aws ssm delete-activation), puis établissez de nouveau le plan.</translation>
    </message>
    <message>
        <source>No service role was found that the machine could have: one that exists, trusts Systems Manager and has the rights of a node. Make one first (see the documentation of hybrid activations); none is made here silently.</source>
        <translation>Aucun rôle de service que la machine puisse avoir n’a été trouvé&#xa0;: un rôle qui existe, approuve Systems Manager et a les droits d’un nœud. Créez-en d’abord un (voyez la documentation des activations hybrides)&#xa0;; aucun n’est créé ici à votre insu.</translation>
    </message>
    <message>
        <source>Machines get the tags of earlier activations with this role. Whether AWS asks for the right ssm:AddTagsToResource for that was not confirmed.</source>
        <translation>Les machines reçoivent les balises des activations précédentes avec ce rôle. Il n’est pas confirmé qu’AWS demande pour cela le droit ssm:AddTagsToResource.</translation>
    </message>
    <message>
        <source>Earlier activations with this role gave their machines different tags, so none are given now. Set them afterwards where rights or schedules depend on them.</source>
        <translation>Les activations précédentes avec ce rôle ont donné des balises différentes à leurs machines&#xa0;: aucune n’est donc donnée maintenant. Définissez-les ensuite là où des droits ou des planifications en dépendent.</translation>
    </message>
    <message>
        <source>Make an activation for machines ({count}) with the role {role}.</source>
        <translation>Créer une activation pour des machines ({count}) avec le rôle {role}.</translation>
    </message>
    <message>
        <source>Delete the activation, with which no machine has registered.</source>
        <translation>Supprimer l’activation, avec laquelle aucune machine ne s’est enregistrée.</translation>
    </message>
    <message>
        <source>The activation and the registration are free. Session Manager and Run Command on the machine are charged by use since {since}; the price was not confirmed, see the pricing page (as of {as_of}).</source>
        <translation>L’activation et l’enregistrement sont gratuits. Session Manager et Run Command sur la machine sont facturés à l’usage depuis le {since}&#xa0;; le prix n’a pas été confirmé, voyez la page des tarifs (au {as_of}).</translation>
    </message>
    <message>
        <source>Make a new hybrid activation</source>
        <translation>Créer une activation hybride</translation>
    </message>
    <message>
        <source>Makes an activation for machines outside EC2 that are not registered, and shows once the command that registers them.</source>
        <translation>Crée une activation pour des machines hors d’EC2 qui ne sont pas enregistrées, et affiche une seule fois la commande qui les enregistre.</translation>
    </message>
    <message>
        <source>Free on EC2. Run Command on hybrid nodes ({count} of these) is charged by use since {since}; the price was not confirmed (as of {as_of}), see the pricing page.</source>
        <translation>Gratuit sur EC2. Run Command sur les nœuds hybrides ({count} parmi ceux-ci) est facturé à l’usage depuis le {since}&#xa0;; le prix n’a pas été confirmé (au {as_of}), voyez la page des tarifs.</translation>
    </message>
    <message>
        <source>Instances of the Region with one of these profiles ({profiles}): {count}.</source>
        <translation>Instances de la Région ayant l’un de ces profils ({profiles})&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Instances that have {group}: {count}. What else may have it (endpoints, load balancers, functions) is not counted.</source>
        <translation>Instances qui ont {group}&#xa0;: {count}. Ce qui peut l’avoir aussi (points de terminaison, équilibreurs de charge, fonctions) n’est pas compté.</translation>
    </message>
    <message>
        <source>Instances in {vpc}: {count}.</source>
        <translation>Instances dans {vpc}&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Machines outside EC2 that were registered with this role: {count}.</source>
        <translation>Machines hors d’EC2 enregistrées avec ce rôle&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Managed nodes of the Region: {count}.</source>
        <translation>Nœuds gérés de la Région&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>not counted, since only the chosen ones were listed (inspect all of the Region)</source>
        <translation>non compté, car seuls les nœuds choisis ont été listés (inspectez toute la Région)</translation>
    </message>
    <message>
        <source>not counted, the right {right} is missing</source>
        <translation>non compté, le droit {right} manque</translation>
    </message>
    <message>
        <source>not counted, {call} gave no answer</source>
        <translation>non compté, {call} n’a pas répondu</translation>
    </message>
    <message>
        <source>Install the AWS CLI</source>
        <translation>Installer l’AWS CLI</translation>
    </message>
    <message>
        <source>Install the Session Manager plugin</source>
        <translation>Installer le plugin Session Manager</translation>
    </message>
    <message>
        <source>A copy that works is installed at {path}.</source>
        <translation>Une copie qui fonctionne est installée ({path}).</translation>
    </message>
    <message>
        <source>AWS offers no {tool} for the operating system {system}.</source>
        <translation>{tool}&#xa0;: AWS ne propose rien pour le système d’exploitation {system}.</translation>
    </message>
    <message>
        <source>It works as soon as the installer is done.</source>
        <translation>Fonctionne dès que l’installateur a terminé.</translation>
    </message>
    <message>
        <source>Remove it as any other program of this computer.</source>
        <translation>Retirez-le comme tout autre programme de cet ordinateur.</translation>
    </message>
    <message>
        <source>A terminal will not find it yet. {why}</source>
        <translation>Un terminal ne le trouvera pas encore. {why}</translation>
    </message>
    <message>
        <source>This installs for all users of this computer: its administrator is asked for in a window, or has to do it.</source>
        <translation>Ceci installe pour tous les utilisateurs de cet ordinateur&#xa0;: son administrateur est demandé dans une fenêtre, ou doit le faire.</translation>
    </message>
    <message>
        <source>There is no {tool} on this computer yet.</source>
        <translation>{tool}&#xa0;: pas encore sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is a {tool} at {path} ({version}); it is replaced, or stays beside the new one.</source>
        <translation>{tool}&#xa0;: une copie se trouve déjà dans {path} ({version})&#xa0;; elle est remplacée, ou reste à côté de la nouvelle.</translation>
    </message>
    <message>
        <source>Installs AWS CLI 2 by the system&apos;s package manager, or from AWS with its signature checked.</source>
        <translation>Installe l’AWS CLI 2 par le gestionnaire de paquets du système, ou depuis AWS avec vérification de sa signature.</translation>
    </message>
    <message>
        <source>Installs the plugin by the system&apos;s package manager, or from AWS with its signature checked.</source>
        <translation>Installe le plugin par le gestionnaire de paquets du système, ou depuis AWS avec vérification de sa signature.</translation>
    </message>
    <message>
        <source>AWS&apos;s installer takes no folder with a space in its name, as {home} has one.</source>
        <translation>L’installateur d’AWS n’accepte pas de dossier dont le nom contient un espace, comme {home}.</translation>
    </message>
    <message>
        <source>Another aws is at {path}, where the new one would be. Remove that one first.</source>
        <translation>Un autre aws se trouve dans {path}, à la place prévue pour le nouveau. Retirez-le d’abord.</translation>
    </message>
    <message>
        <source>That is the folder {folder}, and the links to it.</source>
        <translation>C’est le dossier {folder}, et les liens vers lui.</translation>
    </message>
    <message>
        <source>AWS offers the plugin as packages for dpkg and rpm alone, and neither is here. Your distribution may have one.</source>
        <translation>AWS ne propose le plugin qu’en paquets pour dpkg et rpm, et aucun des deux n’est ici. Votre distribution en a peut-être un.</translation>
    </message>
    <message>
        <source>An administrator is needed, and pkexec, which asks for one in a window, is not here. Download {url} and {url}.sig, check them with gpg --verify (the key of AWS is {key}), then run: sudo {line}</source>
        <translation>Il faut un administrateur, et pkexec, qui en demande un dans une fenêtre, n’est pas ici. Téléchargez {url} et {url}.sig, vérifiez-les avec gpg --verify (la clé d’AWS est {key}), puis exécutez&#xa0;: sudo {line}</translation>
    </message>
    <message>
        <source>Run: {line}</source>
        <translation>Exécutez&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Nothing is installed whose signature was not checked, and gpg, which does that, is not here. Install it ({line}), then look again.</source>
        <translation>Rien n’est installé sans vérification de sa signature, et gpg, qui s’en charge, n’est pas ici. Installez-le ({line}), puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>The programs of macOS that check and open packages (pkgutil, open) are not here.</source>
        <translation>Les programmes de macOS qui vérifient et ouvrent les paquets (pkgutil, open) ne sont pas ici.</translation>
    </message>
    <message>
        <source>AWS does not say who signs its packages for macOS. {signer} is who was seen to; a package that somebody else has signed is not opened.</source>
        <translation>AWS n’indique pas qui signe ses paquets pour macOS. {signer} est le signataire constaté&#xa0;; un paquet signé par quelqu’un d’autre n’est pas ouvert.</translation>
    </message>
    <message>
        <source>Homebrew has the plugin, too; it asks for an administrator on a terminal: {line}</source>
        <translation>Homebrew a aussi le plugin&#xa0;; il demande un administrateur dans un terminal&#xa0;: {line}</translation>
    </message>
    <message>
        <source>With that the terms of winget&apos;s source and of the package are accepted.</source>
        <translation>Ainsi, les conditions de la source de winget et du paquet sont acceptées.</translation>
    </message>
    <message>
        <source>The programs of Windows that check and open installers (powershell, msiexec) are not here.</source>
        <translation>Les programmes de Windows qui vérifient et ouvrent les installateurs (powershell, msiexec) ne sont pas ici.</translation>
    </message>
    <message>
        <source>AWS does not say who signs its installers for Windows. {signer} is who signs other programs of AWS; an installer that somebody else has signed is not opened.</source>
        <translation>AWS n’indique pas qui signe ses installateurs pour Windows. {signer} signe d’autres programmes d’AWS&#xa0;; un installateur signé par quelqu’un d’autre n’est pas ouvert.</translation>
    </message>
    <message>
        <source>AWS offers no {tool} for the processor {processor}.</source>
        <translation>{tool}&#xa0;: AWS ne propose rien pour le processeur {processor}.</translation>
    </message>
    <message>
        <source>Have {manager} install it. Run: {line}</source>
        <translation>Confier l’installation à {manager}. Exécuter&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Download {url} and check that it is signed by {signer}. Only if it is, run: {line}. Otherwise nothing is opened.</source>
        <translation>Télécharger {url} et vérifier que la signature est de {signer}. Seulement si c’est le cas, exécuter&#xa0;: {line}. Sinon, rien n’est ouvert.</translation>
    </message>
    <message>
        <source>Remove the {tool}. {how}</source>
        <translation>Retirer&#xa0;: {tool}. {how}</translation>
    </message>
    <message>
        <source>A terminal finds the right programs.</source>
        <translation>Un terminal trouve les bons programmes.</translation>
    </message>
    <message>
        <source>New terminals look there at once, and so does this program. A terminal that is open now has to be opened anew.</source>
        <translation>Les nouveaux terminaux y cherchent aussitôt, et ce programme aussi. Un terminal déjà ouvert doit être rouvert.</translation>
    </message>
    <message>
        <source>Takes out exactly what was added. Where it was altered since, nothing is touched.</source>
        <translation>Retire exactement ce qui a été ajouté. Là où cela a été changé depuis, rien n’est touché.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written in a start file. Move the program.</source>
        <translation>Le dossier {folder} ne peut pas être écrit dans un fichier de démarrage. Déplacez le programme.</translation>
    </message>
    <message>
        <source>The start files of the shell {shell} are not known to this program. Add {folders} to its search path by hand.</source>
        <translation>Ce programme ne connaît pas les fichiers de démarrage du shell {shell}. Ajoutez {folders} à son chemin de recherche à la main.</translation>
    </message>
    <message>
        <source>What adds the folders is in {file} already, but a terminal does not follow it: something that the shell reads later sets the search path anew. Look there, and at the rest of that file.</source>
        <translation>Ce qui ajoute les dossiers est déjà dans {file}, mais un terminal n’en tient pas compte&#xa0;: quelque chose que le shell lit plus tard redéfinit le chemin de recherche. Regardez là, et dans le reste de ce fichier.</translation>
    </message>
    <message>
        <source>The block that this program once added to {file} was altered. Take it out by hand, from {begin} on, then look again.</source>
        <translation>Le bloc que ce programme a ajouté à {file} a été changé. Retirez-le à la main, à partir de {begin}, puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>{file} may not be changed by you. Add this line to what your shell reads: {line}</source>
        <translation>Vous n’avez pas le droit de modifier {file}. Ajoutez cette ligne à ce que lit votre shell&#xa0;: {line}</translation>
    </message>
    <message>
        <source>Add to {file}, for every new terminal: {folders}</source>
        <translation>Ajouter à {file}, pour tout nouveau terminal&#xa0;: {folders}</translation>
    </message>
    <message>
        <source>Make {file}, for every new terminal, with: {folders}</source>
        <translation>Créer {file}, pour tout nouveau terminal, avec&#xa0;: {folders}</translation>
    </message>
    <message>
        <source>Take what was added out of {file} again.</source>
        <translation>Retirer de {file} ce qui a été ajouté.</translation>
    </message>
    <message>
        <source>Windows looks in the search path of all users first, where an older copy is. Remove that copy, or have an administrator put {folder} in front.</source>
        <translation>Windows cherche d’abord dans le chemin de recherche de tous les utilisateurs, où se trouve une copie plus ancienne. Retirez cette copie, ou faites placer {folder} en tête par un administrateur.</translation>
    </message>
    <message>
        <source>Add to your search path: {folders}</source>
        <translation>Ajouter à votre chemin de recherche&#xa0;: {folders}</translation>
    </message>
    <message>
        <source>Set your search path to what it was.</source>
        <translation>Remettre votre chemin de recherche comme il était.</translation>
    </message>
    <message>
        <source>What else is in {folder} comes before programs of the same name elsewhere, too.</source>
        <translation>Ce qui se trouve aussi dans {folder} passe également avant les programmes du même nom situés ailleurs.</translation>
    </message>
    <message>
        <source>What else is in {folder} is found by your terminals, too.</source>
        <translation>Vos terminaux trouvent également ce qui se trouve aussi dans {folder}.</translation>
    </message>
    <message>
        <source>Let a terminal find the programs</source>
        <translation>Faire trouver les programmes par un terminal</translation>
    </message>
    <message>
        <source>Adds the folders of the AWS CLI and the plugin to the user&apos;s search path.</source>
        <translation>Ajoute les dossiers de l’AWS CLI et du plugin au chemin de recherche de l’utilisateur.</translation>
    </message>
    <message>
        <source>No command signs the profile {profile} in: its credentials are access keys. Write new ones with aws configure, or use another profile.</source>
        <translation>Aucune commande ne connecte le profil {profile}&#xa0;: ses informations d’identification sont des clés d’accès. Écrivez-en de nouvelles avec aws configure, ou utilisez un autre profil.</translation>
    </message>
    <message>
        <source>No command signs the profile {profile} in: it takes a role with what this machine gives. See to that first.</source>
        <translation>Aucune commande ne connecte le profil {profile}&#xa0;: il endosse un rôle avec ce que fournit cette machine. Occupez-vous d’abord de cela.</translation>
    </message>
    <message>
        <source>No command signs the profile {profile} in: its credentials come with the web identity token of where it runs.</source>
        <translation>Aucune commande ne connecte le profil {profile}&#xa0;: ses informations d’identification viennent du jeton d’identité web de l’endroit où il s’exécute.</translation>
    </message>
    <message>
        <source>The profile {profile} gets its credentials from a program of its own ({program}). Sign in with that program, then look again.</source>
        <translation>Le profil {profile} reçoit ses informations d’identification d’un programme à lui ({program}). Connectez-vous avec ce programme, puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>No command signs in here: the credentials come from the container that this runs in.</source>
        <translation>Aucune commande ne permet de se connecter ici&#xa0;: les informations d’identification viennent du conteneur où ceci s’exécute.</translation>
    </message>
    <message>
        <source>No command renews credentials in environment variables. Remove AWS_ACCESS_KEY_ID and what belongs to it, and use a profile.</source>
        <translation>Aucune commande ne renouvelle des informations d’identification données par des variables d’environnement. Retirez AWS_ACCESS_KEY_ID et ce qui l’accompagne, et utilisez un profil.</translation>
    </message>
    <message>
        <source>The profile {profile} says nothing about credentials. Run aws configure sso, aws login or aws configure on a terminal to set it up.</source>
        <translation>Le profil {profile} ne dit rien des informations d’identification. Exécutez aws configure sso, aws login ou aws configure dans un terminal pour le configurer.</translation>
    </message>
    <message>
        <source>Sign the profile {profile} in again</source>
        <translation>Reconnecter le profil {profile}</translation>
    </message>
    <message>
        <source>Sign in with the AWS CLI {version} at {path}.</source>
        <translation>Se connecter avec l’AWS CLI {version} ({path}).</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Rien.</translation>
    </message>
    <message>
        <source>It works as soon as you have signed in; the page waits {minutes} minutes.</source>
        <translation>Fonctionne dès que vous êtes connecté&#xa0;; la page attend {minutes} minutes.</translation>
    </message>
    <message>
        <source>AWS accepts the credentials; there is no need to sign in.</source>
        <translation>AWS accepte les informations d’identification&#xa0;; il n’est pas nécessaire de se connecter.</translation>
    </message>
    <message>
        <source>The profile {profile} wants an MFA code, and no command. Look again to be asked.</source>
        <translation>Le profil {profile} demande un code MFA, et non une commande. Vérifiez de nouveau pour qu’il vous soit demandé.</translation>
    </message>
    <message>
        <source>There is no profile {profile} to sign in.</source>
        <translation>Il n’y a pas de profil {profile} à connecter.</translation>
    </message>
    <message>
        <source>The profile {profile} has to be put right first: {problem}.</source>
        <translation>Le profil {profile} doit d’abord être corrigé&#xa0;: {problem}.</translation>
    </message>
    <message>
        <source>Signing in needs the AWS CLI, and it is not on this computer. Install it, or run this elsewhere: {command}</source>
        <translation>Se connecter demande l’AWS CLI, et elle n’est pas sur cet ordinateur. Installez-la, ou exécutez ceci ailleurs&#xa0;: {command}</translation>
    </message>
    <message>
        <source>The AWS CLI at {path} does not run, so it cannot sign in. Repair it first.</source>
        <translation>L’AWS CLI ({path}) ne fonctionne pas, et ne peut donc pas établir la connexion. Réparez-la d’abord.</translation>
    </message>
    <message>
        <source>The AWS CLI at {path} is {version}, and {command} needs {needed} or later. Install a newer one.</source>
        <translation>L’AWS CLI ({path}) est en version {version}, et {command} demande {needed} ou ultérieure. Installez une version plus récente.</translation>
    </message>
    <message>
        <source>Every profile of the sso-session {session} is signed in with it.</source>
        <translation>Cette connexion vaut pour tous les profils de la sso-session {session}.</translation>
    </message>
    <message>
        <source>Give the code that the page shows to nobody: it lets them in as you.</source>
        <translation>Ne donnez à personne le code que la page affiche&#xa0;: il permet d’entrer à votre place.</translation>
    </message>
    <message>
        <source>Enter the code only on a page that you opened yourself, and only if it is the one shown here: whoever has you enter theirs is let in as you.</source>
        <translation>Ne saisissez le code que sur une page que vous avez ouverte vous-même, et seulement si c’est celui affiché ici&#xa0;: qui vous fait saisir le sien entre à votre place.</translation>
    </message>
    <message>
        <source>Nothing is to be taken back. To sign out: {command}</source>
        <translation>Rien n’est à annuler. Pour vous déconnecter&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Nothing is to be taken back. To sign out: aws sso logout, which ends every sign-in through IAM Identity Center on this computer.</source>
        <translation>Rien n’est à annuler. Pour vous déconnecter&#xa0;: aws sso logout, qui met fin à toutes les connexions par IAM Identity Center sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Signs the profile in with the AWS CLI: aws sso login, or aws login.</source>
        <translation>Connecte le profil avec l’AWS CLI&#xa0;: aws sso login, ou aws login.</translation>
    </message>
    <message>
        <source>{count} nodes ({first} and others)</source>
        <translation>{count} nœuds ({first} et d’autres)</translation>
    </message>
    <message>
        <source>It goes in {count} waves. The first are {first}; the next go when these have proved themselves. It goes no further once it fails on more than a tenth of the nodes that a call names, and it can be stopped at any time.</source>
        <translation>Se déroule en {count} vagues. Les premiers nœuds&#xa0;: {first}&#xa0;; les suivants viennent quand ceux-ci ont fait leurs preuves. Rien ne va plus loin dès qu’il y a échec sur plus d’un dixième des nœuds que désigne un appel, et tout peut être arrêté à tout moment.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Informations d’identification</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>FIPS endpoints</source>
        <translation>Points de terminaison FIPS</translation>
    </message>
    <message>
        <source>Dual-stack endpoints</source>
        <translation>Points de terminaison à double pile</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Fichier de configuration</translation>
    </message>
    <message>
        <source>Credentials file</source>
        <translation>Fichier d’informations d’identification</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Without proxy</source>
        <translation>Sans proxy</translation>
    </message>
    <message>
        <source>Nothing is kept beyond this run here.</source>
        <translation>Rien n’est conservé ici au-delà de cette exécution.</translation>
    </message>
    <message>
        <source>{call} may change something and belongs to no plan, so it is not called.</source>
        <translation>{call} peut modifier quelque chose et n’appartient à aucun plan&#xa0;: l’appel n’est donc pas fait.</translation>
    </message>
    <message>
        <source>It cannot be read: {reason}</source>
        <translation>Illisible&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is not TOML: {reason}</source>
        <translation>Ce n’est pas du TOML&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>It is much too large for a policy.</source>
        <translation>C’est beaucoup trop grand pour une stratégie.</translation>
    </message>
    <message>
        <source>It is not plain UTF-8 text.</source>
        <translation>Ce n’est pas du texte UTF-8 pur.</translation>
    </message>
    <message>
        <source>{key} must be true or false.</source>
        <translation>{key} doit être true ou false.</translation>
    </message>
    <message>
        <source>{key} must be text in quotes.</source>
        <translation>{key} doit être un texte entre guillemets.</translation>
    </message>
    <message>
        <source>{key} is not known. There is: {known}.</source>
        <translation>{key} est inconnu. Il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>{key} must be a list of texts in quotes.</source>
        <translation>{key} doit être une liste de textes entre guillemets.</translation>
    </message>
    <message>
        <source>{one} is not the id of an account, which has 12 digits.</source>
        <translation>{one} n’est pas un identifiant de compte, qui a 12 chiffres.</translation>
    </message>
    <message>
        <source>{one} is not a Region.</source>
        <translation>{one} n’est pas une Région.</translation>
    </message>
    <message>
        <source>There is no fix {one} in this version.</source>
        <translation>Il n’y a pas de réparation {one} dans cette version.</translation>
    </message>
    <message>
        <source>{path}: {says}</source>
        <translation>{path}&#xa0;: {says}</translation>
    </message>
    <message>
        <source>{path}, line {line}: {says}</source>
        <translation>{path}, ligne {line}&#xa0;: {says}</translation>
    </message>
    <message>
        <source>No keyring can be used here: {problem}. On a desktop, start its keyring (gnome-keyring, or KWallet with its Secret Service) and sign in to the desktop; without one, nothing is kept beyond this run.</source>
        <translation>Aucun trousseau n’est utilisable ici&#xa0;: {problem}. Sur un bureau, démarrez son trousseau (gnome-keyring, ou KWallet avec son Secret Service) et ouvrez une session sur le bureau&#xa0;; sans trousseau, rien n’est conservé au-delà de cette exécution.</translation>
    </message>
    <message>
        <source>The keyring is locked, or refused ({problem}). Unlock it, then try again. Until then nothing is kept beyond this run.</source>
        <translation>Le trousseau est verrouillé, ou a refusé ({problem}). Déverrouillez-le, puis réessayez. D’ici là, rien n’est conservé au-delà de cette exécution.</translation>
    </message>
    <message>
        <source>What the keyring would hold cannot be written down ({problem}), so nothing is kept beyond this run.</source>
        <translation>Impossible de noter ce que contiendrait le trousseau ({problem})&#xa0;: rien n’est donc conservé au-delà de cette exécution.</translation>
    </message>
    <message>
        <source>The keyring did not answer. It may wait for somebody to unlock it in a window of the system.</source>
        <translation>Le trousseau n’a pas répondu. Il attend peut-être que quelqu’un le déverrouille dans une fenêtre du système.</translation>
    </message>
    <message>
        <source>The keyring is set to {name}, which does not keep secrets safely or is not known here. Remove that setting to use the system&apos;s own.</source>
        <translation>Le trousseau est réglé sur {name}, qui ne garde pas les secrets en sûreté ou n’est pas connu ici. Retirez ce réglage pour utiliser celui du système.</translation>
    </message>
    <message>
        <source>There is no keyring for {system} here, so nothing is kept beyond this run.</source>
        <translation>Il n’y a pas de trousseau pour {system} ici&#xa0;: rien n’est donc conservé au-delà de cette exécution.</translation>
    </message>
    <message>
        <source>MFA code</source>
        <translation>Code MFA</translation>
    </message>
    <message>
        <source>Six digits of the MFA device</source>
        <translation>Six chiffres du dispositif MFA</translation>
    </message>
    <message>
        <source>&amp;Remember until the credentials expire, in the keyring</source>
        <translation>&amp;Retenir jusqu’à l’expiration des informations d’identification, dans le trousseau</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>The profile {profile} asks for a code</source>
        <translation>Le profil {profile} demande un code</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositif</translation>
    </message>
    <message>
        <source>AWS did not accept that code. Each works once and for about half a minute: wait for the next one.</source>
        <translation>AWS n’a pas accepté ce code. Chacun sert une fois et pendant une demi-minute environ&#xa0;: attendez le suivant.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong; codes that it shows itself are wrong too.</source>
        <translation>L’horloge de cet ordinateur est fausse&#xa0;; les codes qu’il affiche lui-même le sont aussi.</translation>
    </message>
    <message>
        <source>Copy of {program} that is used</source>
        <translation>Copie utilisée ({program})</translation>
    </message>
    <message>
        <source>For what is started from here; terminals start what they find first.</source>
        <translation>Pour ce qui est lancé d’ici&#xa0;; les terminaux lancent ce qu’ils trouvent en premier.</translation>
    </message>
    <message>
        <source>The one that a terminal starts</source>
        <translation>Celle qu’un terminal lance</translation>
    </message>
    <message>
        <source>System of the machine</source>
        <translation>Système de la machine</translation>
    </message>
    <message>
        <source>Commands that register the machine</source>
        <translation>Commandes qui enregistrent la machine</translation>
    </message>
    <message>
        <source>&amp;Copy the commands</source>
        <translation>&amp;Copier les commandes</translation>
    </message>
    <message>
        <source>Nothing was copied yet, and it is not shown again. Close once more to leave.</source>
        <translation>Rien n’a encore été copié, et ceci ne sera plus affiché. Fermez encore une fois pour quitter.</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Ce qui est envoyé</translation>
    </message>
    <message>
        <source>File of the bundle</source>
        <translation>Fichier du dossier</translation>
    </message>
    <message>
        <source>Find in what is sent (Ctrl+F)</source>
        <translation>Chercher dans l’envoi (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find in what is sent</source>
        <translation>Chercher dans l’envoi</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Occurrence &amp;suivante</translation>
    </message>
    <message>
        <source>Enter, or F3</source>
        <translation>Entrée, ou F3</translation>
    </message>
    <message>
        <source>Next &amp;difference</source>
        <translation>&amp;Différence suivante</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>Page &amp;précédente</translation>
    </message>
    <message>
        <source>Next pa&amp;ge</source>
        <translation>Pa&amp;ge suivante</translation>
    </message>
    <message>
        <source>Nothing differs in this file.</source>
        <translation>Aucune différence dans ce fichier.</translation>
    </message>
    <message>
        <source>This is not in what is sent of this file.</source>
        <translation>Ceci ne figure pas dans ce qui est envoyé de ce fichier.</translation>
    </message>
    <message>
        <source>This file is left out: the right side stays empty.</source>
        <translation>Ce fichier est laissé de côté&#xa0;: la partie droite reste vide.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines differ here, marked.</source>
        <comment>%n line differs here, marked.</comment>
        <translation>
            <numerusform>%n ligne diffère ici&#xa0;; elle est marquée.</numerusform>
            <numerusform>%n lignes diffèrent ici&#xa0;; elles sont marquées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs here; secrets were taken out when they were seen.</source>
        <translation>Aucune différence ici&#xa0;; les secrets ont été retirés dès qu’ils ont été vus.</translation>
    </message>
    <message>
        <source>Page {number} of {of}.</source>
        <translation>Page {number} sur {of}.</translation>
    </message>
    <message>
        <source>Differs: {line}</source>
        <translation>Diffère&#xa0;: {line}</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>As it will be sent</source>
        <translation>Tel qu’il sera envoyé</translation>
    </message>
    <message>
        <source>As it is, beside as it will be sent</source>
        <translation>Tel quel, à côté de ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Try a real session</source>
        <translation>Essayer une session réelle</translation>
    </message>
    <message>
        <source>Node to try a session on</source>
        <translation>Nœud sur lequel essayer une session</translation>
    </message>
    <message>
        <source>Another node …</source>
        <translation>Un autre nœud…</translation>
    </message>
    <message>
        <source>&amp;Open a session and end it</source>
        <translation>&amp;Ouvrir une session et la fermer</translation>
    </message>
    <message>
        <source>Does a real session open?</source>
        <translation>Une session réelle s’ouvre-t-elle&#xa0;?</translation>
    </message>
    <message>
        <source>None of the inspected nodes holds its channel for sessions open, so none can be tried.</source>
        <translation>Aucun des nœuds inspectés ne garde son canal de session ouvert&#xa0;: aucun ne peut donc être essayé.</translation>
    </message>
    <message>
        <source>{node} does not hold its channel for sessions open, so none can be tried on it. Choose another node, or close.</source>
        <translation>{node} ne tient pas ouvert son canal de session&#xa0;: aucune session ne peut y être essayée. Choisissez un autre nœud, ou fermez.</translation>
    </message>
    <message>
        <source>Waiting; this takes 30 seconds at most.</source>
        <translation>En attente&#xa0;; cela prend 30 secondes au plus.</translation>
    </message>
    <message>
        <source>Allow changes again?</source>
        <translation>Autoriser de nouveau les modifications&#xa0;?</translation>
    </message>
    <message>
        <source>This alone changes nothing: each change is still shown in full first, and made only when you confirm it.</source>
        <translation>Ceci seul ne modifie rien&#xa0;: chaque modification est toujours affichée en entier d’abord, et n’est faite que si vous la confirmez.</translation>
    </message>
    <message>
        <source>&amp;Stay read-only</source>
        <translation>&amp;Rester en lecture seule</translation>
    </message>
    <message>
        <source>&amp;Allow changes</source>
        <translation>&amp;Autoriser les modifications</translation>
    </message>
    <message>
        <source>Read-only mode cannot be turned off.</source>
        <translation>La lecture seule ne peut pas être désactivée.</translation>
    </message>
    <message>
        <source>What became of a change</source>
        <translation>Ce qu’une modification est devenue</translation>
    </message>
    <message>
        <source>&amp;Finish it …</source>
        <translation>T&amp;erminer…</translation>
    </message>
    <message>
        <source>&amp;Undo it …</source>
        <translation>Ann&amp;uler cela…</translation>
    </message>
    <message>
        <source>&amp;Look again whether it worked</source>
        <translation>&amp;Vérifier de nouveau l’effet</translation>
    </message>
    <message>
        <source>Finding out from the account what is true …</source>
        <translation>Recherche dans le compte de ce qu’il en est…</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Looking whether it works …</source>
        <translation>Vérification de l’effet…</translation>
    </message>
    <message>
        <source>&amp;Yes, finish it</source>
        <translation>&amp;Oui, terminer</translation>
    </message>
    <message>
        <source>Take it back, the newest change first?</source>
        <translation>Annuler cela, la modification la plus récente d’abord&#xa0;?</translation>
    </message>
    <message>
        <source>&amp;Yes, as {name}</source>
        <translation>&amp;Oui, en tant que {name}</translation>
    </message>
    <message>
        <source>A change was not finished: {title}, {when}.</source>
        <translation>Une modification n’a pas été terminée&#xa0;: {title}, {when}.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n more.</source>
        <comment>There is %n more.</comment>
        <translation>
            <numerusform>Il y en a %n autre.</numerusform>
            <numerusform>Il y en a %n autres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings from the environment</source>
        <comment>%n setting from the environment</comment>
        <translation>
            <numerusform>%n réglage de l’environnement</numerusform>
            <numerusform>%n réglages de l’environnement</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen here</source>
        <translation>choisi ici</translation>
    </message>
    <message>
        <source>in the profile</source>
        <translation>dans le profil</translation>
    </message>
    <message>
        <source>taken by {readers}</source>
        <translation>suivi par {readers}</translation>
    </message>
    <message>
        <source>taken by nobody</source>
        <translation>suivi par personne</translation>
    </message>
    <message>
        <source>Looking for the AWS CLI that signs in …</source>
        <translation>Recherche de l’AWS CLI qui établit la connexion…</translation>
    </message>
    <message>
        <source>What the AWS CLI prints</source>
        <translation>Ce que l’AWS CLI affiche</translation>
    </message>
    <message>
        <source>Answer to the AWS CLI</source>
        <translation>Réponse à l’AWS CLI</translation>
    </message>
    <message>
        <source>S&amp;end</source>
        <translation>&amp;Envoyer</translation>
    </message>
    <message>
        <source>&amp;Sign in with the browser here</source>
        <translation>Se connecter avec le &amp;navigateur d’ici</translation>
    </message>
    <message>
        <source>Use a code on &amp;another device</source>
        <translation>Utiliser un code sur un &amp;autre appareil</translation>
    </message>
    <message>
        <source>This will be run. Nothing in the account changes.</source>
        <translation>Voici ce qui sera exécuté. Rien ne change dans le compte.</translation>
    </message>
    <message>
        <source>Waiting until you have signed in …</source>
        <translation>En attente de votre connexion…</translation>
    </message>
    <message>
        <source>Open this page, and enter the code:</source>
        <translation>Ouvrez cette page, et saisissez le code&#xa0;:</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Cop&amp;y the code</source>
        <translation>&amp;Copier le code</translation>
    </message>
    <message>
        <source>If no browser has opened, open this page:</source>
        <translation>Si aucun navigateur ne s’est ouvert, ouvrez cette page&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>&amp;Ouvrir la page</translation>
    </message>
    <message>
        <source>Copy the a&amp;ddress</source>
        <translation>Copier l’a&amp;dresse</translation>
    </message>
    <message>
        <source>Internal: nodes&apos; own words too</source>
        <translation>Interne&#xa0;: textes des nœuds</translation>
    </message>
    <message>
        <source>Support: identifiers are kept</source>
        <translation>Assistance&#xa0;: avec identifiants</translation>
    </message>
    <message>
        <source>Public: identifiers are replaced</source>
        <translation>Public&#xa0;: sans identifiants</translation>
    </message>
    <message>
        <source>For colleagues and AWS. Accounts, ids, names and addresses stay in it; what nodes wrote themselves is out until you tick it. Secrets are taken out.</source>
        <translation>Pour les collègues et AWS. Comptes, identifiants, noms et adresses y restent&#xa0;; ce que les nœuds ont écrit n’y est que si vous le cochez. Les secrets sont retirés.</translation>
    </message>
    <message>
        <source>For everybody. Accounts, ids, names and addresses are replaced by stand-ins; what nodes wrote themselves is out until you tick it. Secrets are taken out.</source>
        <translation>Pour tout le monde. Comptes, identifiants, noms et adresses sont remplacés par des pseudonymes&#xa0;; ce que les nœuds ont écrit n’y est que si vous le cochez. Les secrets sont retirés.</translation>
    </message>
    <message>
        <source>For your own team. Everything stays in it, with what nodes wrote themselves as far as it was read. Secrets are taken out all the same.</source>
        <translation>Pour votre propre équipe. Tout y reste, avec ce que les nœuds ont écrit, si cela a été lu. Les secrets sont retirés malgré tout.</translation>
    </message>
    <message>
        <source>Saving the bundle</source>
        <translation>Enregistrement du dossier</translation>
    </message>
    <message>
        <source>Replacing identifiers</source>
        <translation>Remplacement des identifiants</translation>
    </message>
    <message>
        <source>Writing the findings</source>
        <translation>Écriture des constats</translation>
    </message>
    <message>
        <source>Writing what was asked and answered</source>
        <translation>Écriture des questions et des réponses</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Writing the findings for other programs</source>
        <translation>Écriture des constats pour d’autres programmes</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>Lecture du dossier</translation>
    </message>
    <message>
        <source>Judging by today&apos;s rules what was recorded</source>
        <translation>Évaluation de l’enregistrement selon les règles actuelles</translation>
    </message>
    <message>
        <source>what had not been asked by then</source>
        <translation>ce qui n’avait pas encore été demandé</translation>
    </message>
    <message>
        <source>entries of the journal</source>
        <translation>entrées du journal</translation>
    </message>
    <message>
        <source>who is calling</source>
        <translation>qui appelle</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>request {id}</source>
        <translation>requête {id}</translation>
    </message>
    <message numerus="yes">
        <source>And %n more causes: see the support bundle.</source>
        <comment>And %n more cause: see the support bundle.</comment>
        <translation>
            <numerusform>Et %n autre cause&#xa0;: voir le dossier d’assistance.</numerusform>
            <numerusform>Et %n autres causes&#xa0;: voir le dossier d’assistance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions could not be answered; the report names the reasons.</source>
        <comment>%n question could not be answered; the report names the reason.</comment>
        <translation>
            <numerusform>%n question est restée sans réponse&#xa0;; le rapport en donne la raison.</numerusform>
            <numerusform>%n questions sont restées sans réponse&#xa0;; le rapport en donne les raisons.</numerusform>
        </translation>
    </message>
    <message>
        <source>proved</source>
        <translation>prouvé</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>déduit</translation>
    </message>
    <message>
        <source>seen: {what}</source>
        <translation>vu&#xa0;: {what}</translation>
    </message>
    <message>
        <source>repair: {command}</source>
        <translation>réparer&#xa0;: {command}</translation>
    </message>
    <message>
        <source>look: {command}</source>
        <translation>examiner&#xa0;: {command}</translation>
    </message>
    <message>
        <source>all nodes</source>
        <translation>tous les nœuds</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>and %n more</comment>
        <translation>
            <numerusform>et %n de plus</numerusform>
            <numerusform>et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>What its stand-ins stand for is beside it, in {name}, encrypted and for you alone. The key to it is in the keyring, as {key}.</source>
        <translation>La correspondance de ses pseudonymes est à côté, dans {name}, chiffrée et lisible par vous seul. Sa clé est dans le trousseau de clés, sous {key}.</translation>
    </message>
    <message>
        <source>What its stand-ins stand for is beside it, in {name}, for you alone. It is not encrypted: do not send it along.</source>
        <translation>La correspondance de ses pseudonymes est à côté, dans {name}, lisible par vous seul. Elle n’est pas chiffrée&#xa0;: ne la joignez pas à l’envoi.</translation>
    </message>
    <message>
        <source>What its stand-ins stand for was not kept. {reason}</source>
        <translation>La correspondance de ses pseudonymes n’a pas été conservée. {reason}</translation>
    </message>
    <message>
        <source>The keyring is given the key to the stand-ins; it may want to be unlocked</source>
        <translation>La clé des pseudonymes est confiée au trousseau de clés, qu’il faut peut-être déverrouiller</translation>
    </message>
    <message>
        <source>Accounts, ids, names and addresses in it are stand-ins.</source>
        <translation>Les comptes, identifiants, noms et adresses y sont des pseudonymes.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>Impossible d’écrire {name}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>tells this</source>
        <translation>pour ce rapport</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Exigences</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>au {day}</translation>
    </message>
    <message>
        <source>on the computer</source>
        <translation>sur l’ordinateur</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>non indiquée</translation>
    </message>
    <message>
        <source>SSM Agent</source>
        <translation>SSM Agent</translation>
    </message>
    <message numerus="yes">
        <source>on %n nodes</source>
        <comment>on %n node</comment>
        <translation>
            <numerusform>sur %n nœud</numerusform>
            <numerusform>sur %n nœuds</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be seen</source>
        <translation>n’a pas pu être vu</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>on the computer: {path}</source>
        <translation>sur l’ordinateur&#xa0;: {path}</translation>
    </message>
    <message>
        <source>What its stand-ins stand for is not beside it: there is no {name}. Only who made the bundle can have it.</source>
        <translation>La correspondance des pseudonymes n’est pas à côté du dossier&#xa0;: il n’y a pas de {name}. Seule la personne qui a créé le dossier peut l’avoir.</translation>
    </message>
    <message>
        <source>{name} belongs to another bundle.</source>
        <translation>{name} appartient à un autre dossier.</translation>
    </message>
    <message>
        <source>{name} is not as it was written, so nothing in it is believed.</source>
        <translation>{name} n’est plus tel qu’il a été écrit&#xa0;: rien de son contenu n’est pris en compte.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of ssmwizard.</source>
        <translation>{name} a été écrit par une version plus récente de ssmwizard.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Impossible de lire {name}&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The key to {name} is not in the keyring: it was forgotten, or the bundle was made by another user or on another computer.</source>
        <translation>La clé de {name} n’est pas dans le trousseau de clés&#xa0;: elle a été oubliée, ou le dossier a été créé par un autre utilisateur ou sur un autre ordinateur.</translation>
    </message>
    <message>
        <source>The key to {name} cannot be had. {reason}</source>
        <translation>Impossible d’obtenir la clé de {name}. {reason}</translation>
    </message>
    <message>
        <source>The library that encrypts cannot be loaded: {reason}.</source>
        <translation>Impossible de charger la bibliothèque de chiffrement&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>&amp;Keep it without encryption</source>
        <translation>&amp;Garder sans chiffrement</translation>
    </message>
    <message>
        <source>What goes into the bundle</source>
        <translation>Ce que contient le dossier</translation>
    </message>
    <message>
        <source>Space ticks, the arrow keys open and close groups, Enter shows what is sent</source>
        <translation>Espace coche, les flèches ouvrent et ferment les groupes, Entrée montre ce qui est envoyé</translation>
    </message>
    <message>
        <source>What the stand-ins stand for is forgotten.</source>
        <translation>La correspondance des pseudonymes est oubliée.</translation>
    </message>
    <message>
        <source>There was nothing to forget.</source>
        <translation>Il n’y avait rien à oublier.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>What was written about this bundle?</source>
        <translation>Qu’a-t-on écrit sur ce dossier&#xa0;?</translation>
    </message>
    <message>
        <source>Paste what AWS or a colleague wrote. The stand-ins in it become the real names again, here alone: nothing is sent anywhere.</source>
        <translation>Collez ce qu’AWS ou un collègue a écrit. Les pseudonymes y redeviennent les vrais noms, ici seulement&#xa0;: rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>It is on the clipboard, with the real names.</source>
        <translation>Le texte est dans le presse-papiers, avec les vrais noms.</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Ce qui a été écrit</translation>
    </message>
    <message>
        <source>Ctrl+V pastes, Ctrl+Enter translates</source>
        <translation>Ctrl+V colle, Ctrl+Entrée traduit</translation>
    </message>
    <message>
        <source>&amp;Translate</source>
        <translation>&amp;Traduire</translation>
    </message>
    <message>
        <source>&amp;Paste and translate</source>
        <translation>Co&amp;ller et traduire</translation>
    </message>
    <message>
        <source>The same with the real names</source>
        <translation>Le même texte avec les vrais noms</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Forget …</source>
        <translation>Ou&amp;blier…</translation>
    </message>
    <message>
        <source>Delete what the stand-ins stand for, and its key in the keyring</source>
        <translation>Supprimer la correspondance des pseudonymes, et sa clé dans le trousseau de clés</translation>
    </message>
    <message>
        <source>Nobody, you included, will be able to translate what is written about it then.</source>
        <translation>Ensuite, personne, pas même vous, ne pourra traduire ce qu’on écrit à son sujet.</translation>
    </message>
    <message>
        <source>&amp;Yes, forget it</source>
        <translation>&amp;Oui, oublier</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Garder</translation>
    </message>
    <message>
        <source>The key is asked for in the keyring, which may want to be unlocked …</source>
        <translation>La clé est demandée au trousseau de clés, qu’il faut peut-être déverrouiller…</translation>
    </message>
    <message numerus="yes">
        <source>%n stand-ins were replaced.</source>
        <comment>%n stand-in was replaced.</comment>
        <translation>
            <numerusform>%n pseudonyme a été remplacé.</numerusform>
            <numerusform>%n pseudonymes ont été remplacés.</numerusform>
        </translation>
    </message>
    <message>
        <source>No stand-in of this bundle is in it.</source>
        <translation>Le texte ne contient aucun pseudonyme de ce dossier.</translation>
    </message>
    <message>
        <source>Nothing was forgotten.</source>
        <translation>Rien n’a été oublié.</translation>
    </message>
    <message>
        <source>Stop, and leave nothing behind (Esc)</source>
        <translation>Arrêter, sans rien laisser derrière (Échap)</translation>
    </message>
</context>
</TS>

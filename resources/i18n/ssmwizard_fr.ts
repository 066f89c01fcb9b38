<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
    <context>
        <name />
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
            <translation>Rien n’a été modifié : les informations d’identification ont été refusées. Connectez-vous de nouveau.</translation>
        </message>
        <message>
            <source>Nothing was changed: AWS does not tell who is signed in ({detail}).</source>
            <translation>Rien n’a été modifié : AWS n’indique pas qui est connecté ({detail}).</translation>
        </message>
        <message>
            <source>Nothing was changed: the profile leads to the account {now}, and the plan was made for {before}.</source>
            <translation>Rien n’a été modifié : le profil mène au compte {now}, alors que le plan a été établi pour {before}.</translation>
        </message>
        <message>
            <source>Nothing was changed: there is nothing left to do.</source>
            <translation>Rien n’a été modifié : il ne reste rien à faire.</translation>
        </message>
        <message>
            <source>Nothing was changed: something is different in the account since the plan was made. Look at the new plan first.</source>
            <translation>Rien n’a été modifié : le compte a changé depuis l’établissement du plan. Examinez d’abord le nouveau plan.</translation>
        </message>
        <message>
            <source>Rehearsing: {what}</source>
            <translation>Essai à blanc : {what}</translation>
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
            <translation>Le rapport, pour les personnes : s’ouvre dans tout navigateur, ne charge rien</translation>
        </message>
        <message>
            <source>The report as plain text</source>
            <translation>Le rapport en texte brut</translation>
        </message>
        <message>
            <source>What was changed in this account with this program, by whom and when</source>
            <translation>Ce qui a été modifié dans ce compte avec ce programme, par qui et quand</translation>
        </message>
        <message>
            <source>The description of the findings' form</source>
            <translation>La description de la forme des constats</translation>
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
            <source>Trying sessions</source>
            <translation>Essai des sessions</translation>
        </message>
        <message>
            <source>{count} nodes so far</source>
            <translation>Nœuds trouvés jusqu’ici : {count}</translation>
        </message>
        <message>
            <source>There was no proper answer to {call}, so it is not known whether it worked. Inspect again before anything else. ({message})</source>
            <translation>{call} n’a pas reçu de réponse correcte : on ne sait pas si l’opération a réussi. Refaites une inspection avant toute autre action. ({message})</translation>
        </message>
        <message>
            <source>AWS refused {call}: the right {right} is missing. Somebody who has it can make this change. AWS said: {message}</source>
            <translation>AWS a refusé {call} : l’autorisation {right} manque. Une personne qui la possède peut faire cette modification. Message d’AWS : {message}</translation>
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
            <source>{call} failed. AWS said: {message} ({code})</source>
            <translation>Échec de {call}. Message d’AWS : {message} ({code})</translation>
        </message>
        <message>
            <source>Read-only mode is on, so nothing in the account can be changed.</source>
            <translation>Le mode lecture seule est activé : rien ne peut être modifié dans le compte.</translation>
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
            <source>Stopped, because the journal cannot be written any more ({reason}).</source>
            <translation>Arrêté, car il n’est plus possible d’écrire dans le journal ({reason}).</translation>
        </message>
        <message>
            <source>All changes were made.</source>
            <translation>Toutes les modifications ont été effectuées.</translation>
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
            <source>{why} {made} of {total} changes were made before that; they can be undone with the entry {entry} of the journal.</source>
            <translation>{why} Modifications effectuées auparavant : {made} sur {total} ; elles peuvent être annulées avec l’entrée {entry} du journal.</translation>
        </message>
        <message>
            <source>This was undone already.</source>
            <translation>Déjà annulé.</translation>
        </message>
        <message>
            <source>Nothing was changed by this, so nothing can be undone.</source>
            <translation>Rien n’a été modifié ici : il n’y a donc rien à annuler.</translation>
        </message>
        <message>
            <source>Everything was taken back.</source>
            <translation>Tout a été annulé.</translation>
        </message>
        <message>
            <source>Nothing was changed: this was done in the account {then}, and the profile {profile} leads to {now}.</source>
            <translation>Rien n’a été modifié : l’opération a eu lieu dans le compte {then}, alors que le profil {profile} mène à {now}.</translation>
        </message>
        <message>
            <source>Nothing was changed: the program ended while this was done, and the account does not tell whether it worked. Look at it yourself: {what}</source>
            <translation>Rien n’a été modifié : le programme s’est arrêté pendant l’opération, et le compte n’indique pas si elle a réussi. Vérifiez vous-même : {what}</translation>
        </message>
        <message>
            <source>Nothing was changed: somebody changed this since, or it is gone. Undoing could do harm: {what}</source>
            <translation>Rien n’a été modifié : quelqu’un a changé cet élément depuis, ou il n’existe plus. L’annulation pourrait causer des dégâts : {what}</translation>
        </message>
        <message>
            <source>Blocked: {cause} There is more to mend after that: {others}.</source>
            <translation>Bloqué : {cause} D’autres points sont ensuite à réparer : {others}.</translation>
        </message>
        <message>
            <source>Blocked: {cause}</source>
            <translation>Bloqué : {cause}</translation>
        </message>
        <message>
            <source>A session opens, but: {cause}</source>
            <translation>Une session s’ouvre, mais : {cause}</translation>
        </message>
        <message>
            <source>Ready: the node holds its channel for sessions open. Your own right to start a session was not tried.</source>
            <translation>Prêt : le nœud garde son canal de session ouvert. Votre propre droit d’ouvrir une session n’a pas été testé.</translation>
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
            <source>After {minutes} minutes it still does not work: {what}</source>
            <translation>Après {minutes} minutes, cela ne fonctionne toujours pas : {what}</translation>
        </message>
        <message>
            <source>Not looked at yet.</source>
            <translation>Pas encore vérifié.</translation>
        </message>
        <message>
            <source>Looked again: it works.</source>
            <translation>Nouvelle vérification : cela fonctionne.</translation>
        </message>
        <message>
            <source>The change was made, but something else still stands in the way: {cause}</source>
            <translation>La modification a été effectuée, mais un autre obstacle subsiste : {cause}</translation>
        </message>
        <message>
            <source>{wait} Not right yet: {checks}.</source>
            <translation>{wait} Pas encore correct : {checks}.</translation>
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
            <translation>Aucun nœud hybride n’est choisi ; les instances EC2 n’ont pas besoin de niveau.</translation>
        </message>
        <message>
            <source>The instance tier is gone from this account and Region; sessions need none.</source>
            <translation>Le niveau d’instances n’existe plus dans ce compte et cette Région ; les sessions n’en ont pas besoin.</translation>
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
            <translation>Le service lui-même a refusé une session et demande le niveau d’instances avancées, qui est activé. S’il vient seulement de l’être, vérifiez de nouveau dans une demi-heure ; sinon, vérifiez que c’est la bonne Région.</translation>
        </message>
        <message>
            <source>The service itself refused a session and asks for the advanced-instances tier. Check first that this is the right Region: a wrong one gives the same answer.</source>
            <translation>Le service lui-même a refusé une session et demande le niveau d’instances avancées. Vérifiez d’abord que c’est la bonne Région : une mauvaise Région donne la même réponse.</translation>
        </message>
        <message>
            <source>The tier is {tier}, and sessions on hybrid nodes need the advanced one here.</source>
            <translation>Le niveau est {tier}, et les sessions sur les nœuds hybrides nécessitent ici le niveau avancé.</translation>
        </message>
        <message>
            <source>The tier is {tier}. Whether sessions on hybrid nodes need the advanced one in the partition {partition} is not confirmed; if the service refuses a session for it, change it.</source>
            <translation>Le niveau est {tier}. Il n’est pas confirmé que les sessions sur les nœuds hybrides nécessitent le niveau avancé dans la partition {partition} ; si le service refuse une session pour cette raison, changez-le.</translation>
        </message>
        <message>
            <source>The tier is {tier}. Since {date} AWS's pages say that sessions on hybrid nodes need no tier any more; the setting still exists, and this was not tried here. If the service refuses a session for it, change it.</source>
            <translation>Le niveau est {tier}. Depuis le {date}, les pages d’AWS indiquent que les sessions sur les nœuds hybrides n’ont plus besoin de niveau ; le paramètre existe toujours, et cela n’a pas été testé ici. Si le service refuse une session pour cette raison, changez-le.</translation>
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
            <translation>Les adresses du trajet ne sont pas toutes connues : {acl} ne permet donc pas de conclure.</translation>
        </message>
        <message>
            <source>Network ACL {acl} of subnet {subnet} drops {what} for some addresses ({rule}). Whether this way uses them cannot be seen from here.</source>
            <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} pour certaines adresses ({rule}). Impossible de voir d’ici si ce trajet les utilise.</translation>
        </message>
        <message>
            <source>Network ACL {acl} of subnet {subnet} drops {what} at the ports {dropped} ({rule}). Connections from these ports fail, so it works only at times. Allow the ports {ports} there.</source>
            <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} sur les ports {dropped} ({rule}). Les connexions depuis ces ports échouent : cela ne fonctionne que par moments. Autorisez-y les ports {ports}.</translation>
        </message>
        <message>
            <source>The network ACLs let the request and its answer pass.</source>
            <translation>Les listes ACL réseau laissent passer la requête et sa réponse.</translation>
        </message>
        <message>
            <source>Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an outgoing rule with a lower number.</source>
            <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} : {rule}. Autorisez TCP {ports} dans une règle sortante de numéro inférieur.</translation>
        </message>
        <message>
            <source>Network ACL {acl} of subnet {subnet} drops {what}: {rule}. Allow TCP {ports} in an incoming rule with a lower number.</source>
            <translation>La liste ACL réseau {acl} du sous-réseau {subnet} bloque {what} : {rule}. Autorisez TCP {ports} dans une règle entrante de numéro inférieur.</translation>
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
            <source>the request of the node</source>
            <translation>la requête du nœud</translation>
        </message>
        <message>
            <source>the answer to the node</source>
            <translation>la réponse au nœud</translation>
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
            <source>the endpoint's answer</source>
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
            <source>encryption with a KMS key</source>
            <translation>le chiffrement avec une clé KMS</translation>
        </message>
        <message>
            <source>shell profiles</source>
            <translation>les profils de shell</translation>
        </message>
        <message>
            <source>streaming to CloudWatch Logs</source>
            <translation>la diffusion vers CloudWatch Logs</translation>
        </message>
        <message>
            <source>Run As</source>
            <translation>Run As</translation>
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
            <source>Agent {version} is older than {minimum}, the first that knows sessions.</source>
            <translation>L’agent {version} est antérieur à {minimum}, la première version qui prend en charge les sessions.</translation>
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
            <source>Agent {version} is too old for {features}.</source>
            <translation>L’agent {version} est trop ancien pour {features}.</translation>
        </message>
        <message>
            <source>Agent {version} will do for a shell, but is too old for {features}.</source>
            <translation>L’agent {version} suffit pour un shell, mais il est trop ancien pour {features}.</translation>
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
            <translation>Les sessions sont ouvertes par SSM Agent sur le nœud ; les premières versions ne les prenaient pas en charge.</translation>
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
            <translation>{tool} ({path}) ne peut pas démarrer : il en manque une partie. Réinstallez ce programme.</translation>
        </message>
        <message>
            <source>The {tool} at {path} may not be executed. Install it again.</source>
            <translation>{tool} ({path}) n’a pas l’autorisation de s’exécuter. Réinstallez ce programme.</translation>
        </message>
        <message>
            <source>The {tool} at {path} is not a program for this computer's processor. Install the right one.</source>
            <translation>{tool} ({path}) n’est pas un programme pour le processeur de cet ordinateur. Installez la bonne version.</translation>
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
            <translation>{tool} ({path}) fonctionne, mais n’indique pas de version. S’agit-il d’un autre programme ?</translation>
        </message>
        <message>
            <source>AWS CLI {version} is older than {minimum}, the first that opens sessions. Install a newer one.</source>
            <translation>AWS CLI {version} est antérieure à {minimum}, la première version qui ouvre des sessions. Installez une version plus récente.</translation>
        </message>
        <message>
            <source>AWS CLI {version} runs.</source>
            <translation>AWS CLI {version} fonctionne.</translation>
        </message>
        <message>
            <source>Session Manager plugin {version} was withdrawn by AWS. Install a newer one.</source>
            <translation>La version {version} du plug-in Session Manager a été retirée par AWS. Installez une version plus récente.</translation>
        </message>
        <message>
            <source>Session Manager plugin {version} is too old to open sessions reliably. Install a newer one; {supported} is the oldest that AWS supports.</source>
            <translation>La version {version} du plug-in Session Manager est trop ancienne pour ouvrir des sessions de façon fiable. Installez une version plus récente ; {supported} est la plus ancienne qu’AWS prend en charge.</translation>
        </message>
        <message>
            <source>Session Manager plugin {version} is older than {supported}, the oldest that AWS supports. It may still open sessions, but AWS says that it soon will not. Install a newer one.</source>
            <translation>La version {version} du plug-in Session Manager est antérieure à {supported}, la plus ancienne qu’AWS prend en charge. Elle ouvre peut-être encore des sessions, mais AWS annonce que ce ne sera bientôt plus le cas. Installez une version plus récente.</translation>
        </message>
        <message>
            <source>Session Manager plugin {version} runs.</source>
            <translation>Le plug-in Session Manager {version} fonctionne.</translation>
        </message>
        <message>
            <source>This computer was left out.</source>
            <translation>Cet ordinateur n’a pas été examiné.</translation>
        </message>
        <message>
            <source>The AWS CLI was not found. Install it to open sessions from this computer; the AWS console works without.</source>
            <translation>AWS CLI est introuvable. Installez-la pour ouvrir des sessions depuis cet ordinateur ; la console AWS fonctionne sans elle.</translation>
        </message>
        <message>
            <source>The Session Manager plugin was not found. Install it to open sessions with the AWS CLI; the AWS console works without.</source>
            <translation>Le plug-in Session Manager est introuvable. Installez-le pour ouvrir des sessions avec AWS CLI ; la console AWS fonctionne sans lui.</translation>
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
            <source>It is not on the search path, so a terminal may not find it: add the folder of {path}.</source>
            <translation>Le programme n’est pas dans le chemin de recherche : un terminal pourrait ne pas le trouver. Ajoutez-y le dossier de {path}.</translation>
        </message>
        <message>
            <source>AWS ended the support of version 1 on {until}: move to version 2.</source>
            <translation>AWS a mis fin à la prise en charge de la version 1 le {until} : passez à la version 2.</translation>
        </message>
        <message>
            <source>Version 1 gets no new features since {since}, and no support from {until} on: plan the move to version 2.</source>
            <translation>La version 1 ne reçoit plus de nouvelles fonctions depuis le {since}, et ne sera plus prise en charge à partir du {until} : prévoyez le passage à la version 2.</translation>
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
            <source>The AWS CLI runs</source>
            <translation>AWS CLI fonctionne</translation>
        </message>
        <message>
            <source>Sessions from a terminal are started by the AWS CLI, which hands over to the plugin.</source>
            <translation>Les sessions ouvertes depuis un terminal sont démarrées par AWS CLI, qui passe ensuite la main au plug-in.</translation>
        </message>
        <message>
            <source>The Session Manager plugin runs</source>
            <translation>Le plug-in Session Manager fonctionne</translation>
        </message>
        <message>
            <source>The plugin carries what is typed and shown in a session; the AWS CLI starts it.</source>
            <translation>Le plug-in transporte ce qui est saisi et affiché dans une session ; AWS CLI le démarre.</translation>
        </message>
        <message>
            <source>The credentials of the profile {profile} cannot be used: {detail}</source>
            <translation>Les informations d’identification du profil {profile} sont inutilisables : {detail}</translation>
        </message>
        <message>
            <source>The temporary credentials of the profile {profile} have expired. Get new ones from where these came from.</source>
            <translation>Les informations d’identification temporaires du profil {profile} ont expiré. Obtenez-en de nouvelles à la même source.</translation>
        </message>
        <message>
            <source>AWS does not accept the access key of the profile {profile}. It was deleted, is switched off, or belongs to another partition; or the Region {region} is not enabled for its account.</source>
            <translation>AWS n’accepte pas la clé d’accès du profil {profile}. Elle a été supprimée, est désactivée ou appartient à une autre partition ; ou bien la Région {region} n’est pas activée pour son compte.</translation>
        </message>
        <message>
            <source>The secret key of the profile {profile} does not fit its access key, or the clock of this computer is wrong.</source>
            <translation>La clé secrète du profil {profile} ne correspond pas à sa clé d’accès, ou l’horloge de cet ordinateur est mal réglée.</translation>
        </message>
        <message>
            <source>The profile {profile} names only a part of its credentials. Complete it: {detail}</source>
            <translation>Le profil {profile} ne donne qu’une partie de ses informations d’identification. Complétez-le : {detail}</translation>
        </message>
        <message>
            <source>The clock of this computer is too far from AWS's. Set it right.</source>
            <translation>L’horloge de cet ordinateur est trop décalée par rapport à celle d’AWS. Réglez-la.</translation>
        </message>
        <message>
            <source>The profile {profile} has no credentials. Run aws configure, or sign in with aws sso login or aws login.</source>
            <translation>Le profil {profile} n’a pas d’informations d’identification. Exécutez aws configure, ou connectez-vous avec aws sso login ou aws login.</translation>
        </message>
        <message>
            <source>AWS cannot be reached from this computer, so the credentials could not be tried. Check the network and the proxy. {detail}</source>
            <translation>AWS est injoignable depuis cet ordinateur : les informations d’identification n’ont pas pu être testées. Vérifiez le réseau et le proxy. {detail}</translation>
        </message>
        <message>
            <source>AWS did not answer in time, so the credentials could not be tried. Check the network and the proxy, then look again.</source>
            <translation>AWS n’a pas répondu à temps : les informations d’identification n’ont pas pu être testées. Vérifiez le réseau et le proxy, puis réessayez.</translation>
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
            <translation>Connecté en tant qu’utilisateur root du compte {account}. Cela fonctionne, mais personne ne peut limiter ni simuler ses autorisations : utilisez plutôt un rôle.</translation>
        </message>
        <message>
            <source>Signed in as {arn} in account {account}.</source>
            <translation>Connecté en tant que {arn} dans le compte {account}.</translation>
        </message>
        <message>
            <source>Who is signed in may not take the role of the profile {profile}: the role's trust policy or the caller's own rights do not allow it. {detail}</source>
            <translation>L’identité connectée ne peut pas endosser le rôle du profil {profile} : la stratégie d’approbation du rôle ou les autorisations de l’appelant ne le permettent pas. {detail}</translation>
        </message>
        <message>
            <source>AWS refuses to say who the profile {profile} is. {detail}</source>
            <translation>AWS refuse d’indiquer à quelle identité correspond le profil {profile}. {detail}</translation>
        </message>
        <message>
            <source>The sign-in of the profile {profile} has expired or was never made. Run: {command}</source>
            <translation>La connexion du profil {profile} a expiré ou n’a jamais été faite. Exécutez : {command}</translation>
        </message>
        <message>
            <source>The profile {profile} asks for an MFA code, which this version cannot ask for yet. Sign in on a terminal with the AWS CLI and use the credentials from there.</source>
            <translation>Le profil {profile} demande un code MFA, que cette version ne peut pas encore demander. Connectez-vous dans un terminal avec AWS CLI, et utilisez les informations d’identification ainsi obtenues.</translation>
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
            <translation>La table de routage {table} envoie {destination} vers {target}, qui n’existe plus : un trou noir. Dirigez cette route vers une passerelle NAT ou une passerelle Internet qui existe.</translation>
        </message>
        <message>
            <source>The route of {table} for {destination} to {target} is in an unknown state.</source>
            <translation>La route de {table} pour {destination} vers {target} est dans un état inconnu.</translation>
        </message>
        <message>
            <source>Route table {table} of subnet {subnet} leads IPv6 traffic for IPv4 addresses to a NAT gateway (NAT64). Whether the node uses it cannot be seen from here.</source>
            <translation>La table de routage {table} du sous-réseau {subnet} dirige le trafic IPv6 destiné à des adresses IPv4 vers une passerelle NAT (NAT64). Impossible de voir d’ici si le nœud l’utilise.</translation>
        </message>
        <message>
            <source>Route table {table} of subnet {subnet} has no route to the internet, but leads to other networks ({targets}). The node may reach endpoints there, or not; that cannot be seen from here.</source>
            <translation>La table de routage {table} du sous-réseau {subnet} n’a pas de route vers Internet, mais mène à d’autres réseaux ({targets}). Le nœud y atteint peut-être des points de terminaison ; impossible de le voir d’ici.</translation>
        </message>
        <message>
            <source>No way leads out of subnet {subnet}: route table {table} has no route to the internet. Create interface endpoints for the services in the VPC, or add a route for {everything} to a NAT gateway.</source>
            <translation>Aucun chemin ne sort du sous-réseau {subnet} : la table de routage {table} n’a pas de route vers Internet. Créez des points de terminaison d’interface pour les services dans le VPC, ou ajoutez une route pour {everything} vers une passerelle NAT.</translation>
        </message>
        <message>
            <source>Subnet {subnet} leads to the internet gateway {gateway}, which takes a public IP address. The node does not run; whether it gets one when it starts cannot be seen from here.</source>
            <translation>Le sous-réseau {subnet} mène à la passerelle Internet {gateway}, qui nécessite une adresse IP publique. Le nœud n’est pas en cours d’exécution ; impossible de voir d’ici s’il en obtient une au démarrage.</translation>
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
            <source>The way leads through {gateway}.</source>
            <translation>Le chemin passe par {gateway}.</translation>
        </message>
        <message>
            <source>Route table {table} leads to the NAT gateway {target}, which is not shown here.</source>
            <translation>La table de routage {table} mène à la passerelle NAT {target}, qui n’est pas visible ici.</translation>
        </message>
        <message>
            <source>NAT gateway</source>
            <translation>Passerelle NAT</translation>
        </message>
        <message>
            <source>The NAT gateway {nat}, to which route table {table} leads, is {state} and not available. Wait if it is pending; else lead the route to one that works.</source>
            <translation>La passerelle NAT {nat}, à laquelle mène la table de routage {table}, est à l’état {state} et n’est pas disponible. Si elle est en attente (pending), patientez ; sinon, dirigez la route vers une passerelle qui fonctionne.</translation>
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
            <source>The NAT gateway {nat} itself has no way to the internet: its route table {table} has no working route to an internet gateway. Add one there.</source>
            <translation>La passerelle NAT {nat} elle-même n’a pas d’accès à Internet : sa table de routage {table} n’a pas de route valide vers une passerelle Internet. Ajoutez-en une.</translation>
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
            <translation>L’adresse du nœud n’est pas connue : les règles de {groups} ne permettent donc pas de conclure.</translation>
        </message>
        <message>
            <source>The security groups of the endpoint ({groups}) accept the node.</source>
            <translation>Les groupes de sécurité du point de terminaison ({groups}) acceptent le nœud.</translation>
        </message>
        <message>
            <source>The security groups of the endpoint ({groups}) accept only some of the node's addresses.</source>
            <translation>Les groupes de sécurité du point de terminaison ({groups}) n’acceptent que certaines adresses du nœud.</translation>
        </message>
        <message>
            <source>The endpoint does not accept HTTPS from the node: no incoming rule of its security groups ({groups}) allows it. Add an incoming rule to {group}: TCP {port} from {node}.</source>
            <translation>Le point de terminaison n’accepte pas HTTPS depuis le nœud : aucune règle entrante de ses groupes de sécurité ({groups}) ne l’autorise. Ajoutez une règle entrante à {group} : TCP {port} depuis {node}.</translation>
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
            <source>The node's security groups ({groups}) let HTTPS out.</source>
            <translation>Les groupes de sécurité du nœud ({groups}) laissent sortir HTTPS.</translation>
        </message>
        <message>
            <source>The node's security groups ({groups}) let HTTPS out to some addresses only. Whether the service is among them cannot be seen from here.</source>
            <translation>Les groupes de sécurité du nœud ({groups}) ne laissent sortir HTTPS que vers certaines adresses. Impossible de voir d’ici si celles du service en font partie.</translation>
        </message>
        <message>
            <source>The node may not send HTTPS: no outgoing rule of its security groups ({groups}) allows it. Add an outgoing rule to {group}: TCP {port} to {target}.</source>
            <translation>Le nœud ne peut pas émettre en HTTPS : aucune règle sortante de ses groupes de sécurité ({groups}) ne l’autorise. Ajoutez une règle sortante à {group} : TCP {port} vers {target}.</translation>
        </message>
        <message>
            <source>Not all security groups are shown here ({groups}), so their rules do not decide it.</source>
            <translation>Tous les groupes de sécurité ne sont pas visibles ici ({groups}) : leurs règles ne permettent donc pas de conclure.</translation>
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
            <source>Only a part of the endpoint's subnets can be used. {one}</source>
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
            <source>The profile {profile} is not complete: {problem} is missing or not there.</source>
            <translation>Le profil {profile} est incomplet : {problem} manque ou est introuvable.</translation>
        </message>
        <message>
            <source>The profile {profile} can be read.</source>
            <translation>Le profil {profile} est lisible.</translation>
        </message>
        <message>
            <source>There is no profile {profile}, nor any other. Run: aws configure</source>
            <translation>Le profil {profile} n’existe pas, et il n’y en a aucun autre. Exécutez : aws configure</translation>
        </message>
        <message>
            <source>There is no profile {profile}. Choose another, or add it to the AWS configuration.</source>
            <translation>Le profil {profile} n’existe pas. Choisissez-en un autre, ou ajoutez-le à la configuration AWS.</translation>
        </message>
        <message>
            <source>There is no profile {profile}. Choose one of these: {names}.</source>
            <translation>Le profil {profile} n’existe pas. Choisissez parmi ceux-ci : {names}.</translation>
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
            <translation>Cette vérification a elle-même échoué. C’est un défaut de ssmwizard ; le fichier journal contient les détails.</translation>
        </message>
        <message>
            <source>{finding} What may explain it was not seen. {reasons}</source>
            <translation>{finding} Ce qui peut l’expliquer n’a pas été vu. {reasons}</translation>
        </message>
        <message>
            <source>The node is connected all the same, so this does not stop sessions now; the evidence disagrees. {finding}</source>
            <translation>Le nœud est tout de même connecté : cela n’empêche donc pas les sessions pour l’instant ; les indices se contredisent. {finding}</translation>
        </message>
        <message>
            <source>The agent reports, and whether its channel for sessions is open could not be looked at; this may stop sessions. {finding}</source>
            <translation>L’agent répond, mais il n’a pas été possible de voir si son canal de session est ouvert ; ceci peut empêcher les sessions. {finding}</translation>
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
            <source>There is no instance.</source>
            <translation>Il n’y a pas d’instance.</translation>
        </message>
        <message>
            <source>The instance is gone.</source>
            <translation>L’instance n’existe plus.</translation>
        </message>
        <message>
            <source>Instance metadata is off, so the agent gets no credentials. Set HttpEndpoint to enabled in the metadata options.</source>
            <translation>Les métadonnées d’instance sont désactivées : l’agent n’obtient pas d’informations d’identification. Dans les options de métadonnées, réglez HttpEndpoint sur enabled.</translation>
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
            <source>Instance metadata is on</source>
            <translation>Les métadonnées d’instance sont activées</translation>
        </message>
        <message>
            <source>The agent reads the credentials of its role from the instance metadata. Without it the role is out of reach.</source>
            <translation>L’agent lit les informations d’identification de son rôle dans les métadonnées d’instance. Sans elles, le rôle est hors d’atteinte.</translation>
        </message>
        <message>
            <source>The node has no IPv4 address. It reaches Systems Manager only with SSM Agent {least} or later that is set to use dual-stack endpoints; that setting is seen on the node alone.</source>
            <translation>Le nœud n’a pas d’adresse IPv4. Il n’atteint Systems Manager qu’avec SSM Agent {least} ou version ultérieure, configuré pour utiliser les points de terminaison à double pile ; ce réglage n’est visible que sur le nœud.</translation>
        </message>
        <message>
            <source>There is an endpoint, but its private DNS is off, so the name of the service does not lead to it. Turn on private DNS for the endpoint, unless a private hosted zone of your own does the same.</source>
            <translation>Il y a un point de terminaison, mais son DNS privé est désactivé : le nom du service n’y mène pas. Activez le DNS privé du point de terminaison, sauf si l’une de vos zones hébergées privées remplit ce rôle.</translation>
        </message>
        <message>
            <source>Private DNS of endpoint {endpoint} is off; the node uses the internet instead.</source>
            <translation>Le DNS privé du point de terminaison {endpoint} est désactivé ; le nœud passe donc par Internet.</translation>
        </message>
        <message>
            <source>The VPC uses name servers of its own ({servers}). Whether they lead the name to the endpoint cannot be seen from here: they must forward it to the VPC's resolver.</source>
            <translation>Le VPC utilise ses propres serveurs de noms ({servers}). Impossible de voir d’ici s’ils dirigent le nom vers le point de terminaison : ils doivent le transmettre au résolveur du VPC.</translation>
        </message>
        <message>
            <source>DNS hostnames (enableDnsHostnames) are off in {vpc}, so the name of the service does not lead to the endpoint. Turn them on.</source>
            <translation>Les noms d’hôte DNS (enableDnsHostnames) sont désactivés dans {vpc} : le nom du service ne mène pas au point de terminaison. Activez-les.</translation>
        </message>
        <message>
            <source>The name of the service leads to the endpoint.</source>
            <translation>Le nom du service mène au point de terminaison.</translation>
        </message>
        <message>
            <source>{vpc} is shared by another account. Its endpoints are not shown here, so it cannot be seen where the name of the service leads.</source>
            <translation>{vpc} est partagé par un autre compte. Ses points de terminaison ne sont pas visibles ici : impossible de voir où mène le nom du service.</translation>
        </message>
        <message>
            <source>No endpoint takes the name of the service; it leads to public addresses.</source>
            <translation>Aucun point de terminaison ne prend en charge le nom du service ; il mène à des adresses publiques.</translation>
        </message>
        <message>
            <source>The VPC's resolver is off; name servers of its own ({servers}) take its place.</source>
            <translation>Le résolveur du VPC est désactivé ; ses propres serveurs de noms ({servers}) le remplacent.</translation>
        </message>
        <message>
            <source>DNS support (enableDnsSupport) is off in {vpc}, so the node finds no name at all. Turn it on.</source>
            <translation>La prise en charge du DNS (enableDnsSupport) est désactivée dans {vpc} : le nœud ne peut résoudre aucun nom. Activez-la.</translation>
        </message>
        <message>
            <source>DNS of the VPC</source>
            <translation>DNS du VPC</translation>
        </message>
        <message>
            <source>Endpoint</source>
            <translation>Point de terminaison</translation>
        </message>
        <message>
            <source>Name resolution</source>
            <translation>Résolution de noms</translation>
        </message>
        <message>
            <source>The agent finds Systems Manager by name. An endpoint in the VPC is only found when its private DNS and both DNS settings of the VPC are on.</source>
            <translation>L’agent trouve Systems Manager par son nom. Un point de terminaison du VPC n’est trouvé que si son DNS privé et les deux paramètres DNS du VPC sont activés.</translation>
        </message>
        <message>
            <source>Route to Systems Manager</source>
            <translation>Route vers Systems Manager</translation>
        </message>
        <message>
            <source>The node calls Systems Manager, never the other way round. It needs a way there: endpoints in its VPC, a NAT gateway, or an internet gateway and a public address.</source>
            <translation>C’est le nœud qui appelle Systems Manager, jamais l’inverse. Il lui faut un chemin : des points de terminaison dans son VPC, une passerelle NAT, ou une passerelle Internet et une adresse publique.</translation>
        </message>
        <message>
            <source>Security groups of the node</source>
            <translation>Groupes de sécurité du nœud</translation>
        </message>
        <message>
            <source>The node has to be allowed to send HTTPS. Session Manager needs no incoming rule at all.</source>
            <translation>Le nœud doit pouvoir émettre en HTTPS. Session Manager n’a besoin d’aucune règle entrante.</translation>
        </message>
        <message>
            <source>Security groups of the endpoints</source>
            <translation>Groupes de sécurité des points de terminaison</translation>
        </message>
        <message>
            <source>An endpoint has to accept HTTPS from the node. While it has private DNS, no node of the VPC takes another way, even where one is open.</source>
            <translation>Un point de terminaison doit accepter HTTPS depuis le nœud. Tant que son DNS privé est activé, aucun nœud du VPC ne prend un autre chemin, même s’il en existe un d’ouvert.</translation>
        </message>
        <message>
            <source>Network ACLs</source>
            <translation>Listes ACL réseau</translation>
        </message>
        <message>
            <source>Network ACLs remember nothing: they have to let the request out on TCP 443 and the answer back in to the port it came from.</source>
            <translation>Les listes ACL réseau ne gardent rien en mémoire : elles doivent laisser sortir la requête sur TCP 443 et laisser revenir la réponse vers le port d’origine.</translation>
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
            <source>The node's way leads through no endpoint of its VPC.</source>
            <translation>Le chemin du nœud ne passe par aucun point de terminaison de son VPC.</translation>
        </message>
        <message>
            <source>The node reports to Systems Manager all the same, so the evidence disagrees. {finding}</source>
            <translation>Le nœud envoie tout de même ses rapports à Systems Manager : les indices se contredisent. {finding}</translation>
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
            <source>State</source>
            <translation>État</translation>
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
            <source>There is no node {node} in account {account}, Region {region}. Check the id, the account and the Region.</source>
            <translation>Le nœud {node} n’existe pas dans le compte {account}, Région {region}. Vérifiez l’ID, le compte et la Région.</translation>
        </message>
        <message>
            <source>Whether a machine outside EC2 runs is only seen by its reports.</source>
            <translation>Seuls les rapports d’une machine hors d’EC2 montrent si elle est en cours d’exécution.</translation>
        </message>
        <message>
            <source>The instance is stopped.</source>
            <translation>L’instance est arrêtée.</translation>
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
            <source>The instance is {state} and cannot be started again.</source>
            <translation>L’instance est à l’état {state} et ne peut plus être démarrée.</translation>
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
            <source>The instance fails EC2's status checks, but its channel for sessions is open.</source>
            <translation>L’instance échoue aux contrôles de statut d’EC2, mais son canal de session est ouvert.</translation>
        </message>
        <message>
            <source>The instance runs but fails EC2's status checks. Look at its console output, or stop and start it.</source>
            <translation>L’instance est en cours d’exécution, mais échoue aux contrôles de statut d’EC2. Consultez sa sortie de console, ou arrêtez-la puis redémarrez-la.</translation>
        </message>
        <message>
            <source>The instance runs and is still being checked by EC2.</source>
            <translation>L’instance est en cours d’exécution ; EC2 effectue encore ses contrôles.</translation>
        </message>
        <message>
            <source>The instance runs and passes its status checks.</source>
            <translation>L’instance est en cours d’exécution et réussit ses contrôles de statut.</translation>
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
            <source>Endpoint {endpoint} cannot be used: its state is {state}, its addresses are {addresses}. There is no other way. {one}</source>
            <translation>Le point de terminaison {endpoint} est inutilisable : son état est {state}, ses adresses sont {addresses}. Il n’y a pas d’autre chemin. {one}</translation>
        </message>
        <message>
            <source>It depends on where the name of the service leads, which cannot be seen from here. {one}</source>
            <translation>Cela dépend de l’endroit où mène le nom du service, impossible à voir d’ici. {one}</translation>
        </message>
        <message>
            <source>There may be an endpoint that is not shown here; without one: {one}</source>
            <translation>Il existe peut-être un point de terminaison qui n’est pas visible ici ; sans lui : {one}</translation>
        </message>
        <message>
            <source>A policy of the organization denies {role} {actions}. Ask who administers the organization.</source>
            <translation>Une stratégie de l’organisation refuse {actions} à {role}. Adressez-vous à l’administrateur de l’organisation.</translation>
        </message>
        <message>
            <source>The permissions boundary of {role} denies {actions}. Allow them in the boundary.</source>
            <translation>La limite d’autorisations de {role} refuse {actions}. Autorisez ces actions dans la limite.</translation>
        </message>
        <message>
            <source>A policy of {role} denies {actions} explicitly. Remove them from that Deny.</source>
            <translation>Une stratégie de {role} refuse explicitement {actions}. Retirez ces actions de l’instruction Deny.</translation>
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
            <source>The policy simulator did not answer for {actions}.</source>
            <translation>Le simulateur de stratégies n’a pas répondu pour {actions}.</translation>
        </message>
        <message>
            <source>{action}</source>
            <translation>{action}</translation>
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
            <source>Whether {role} may do {actions} depends on {keys}, which the simulator was not given.</source>
            <translation>Les droits de {role} sur {actions} dépendent de {keys}, valeurs que le simulateur n’a pas reçues.</translation>
        </message>
        <message>
            <source>The role {role} has no permission for {actions}.</source>
            <translation>Le rôle {role} n’a pas d’autorisation pour {actions}.</translation>
        </message>
        <message>
            <source>The role {role} has the policy {policy}, which is enough by itself. Whether something else denies it could not be simulated; the right {right} is missing.</source>
            <translation>Le rôle {role} a la stratégie {policy}, qui suffit à elle seule. Il n’a pas été possible de simuler si autre chose l’interdit ; le droit {right} manque.</translation>
        </message>
        <message>
            <source>Attached policy</source>
            <translation>Stratégie attachée</translation>
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
            <source>The Region {region} is not enabled for the account. Enable it in the account's settings, or choose another.</source>
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
            <translation>Le nœud est enregistré : son canal de session est ouvert.</translation>
        </message>
        <message>
            <source>The node is registered with Systems Manager.</source>
            <translation>Le nœud est enregistré auprès de Systems Manager.</translation>
        </message>
        <message>
            <source>Managed nodes</source>
            <translation>Nœuds gérés</translation>
        </message>
        <message>
            <source>The instance was started only just now; it may take {minutes} minutes to report. Look again.</source>
            <translation>L’instance vient de démarrer ; son premier rapport peut prendre {minutes} minutes. Vérifiez de nouveau.</translation>
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
            <translation>L’instance est en cours d’exécution, mais son agent n’envoie pas de rapports, et rien de visible d’ici ne l’explique. Restent un agent qui n’est pas installé ou pas démarré, un pare-feu ou un proxy sur la machine, ou un nouveau rôle que l’agent n’a pas encore pris en compte : redémarrez l’agent. Sur la machine, cette commande indique s’il est en cours d’exécution : {command}</translation>
        </message>
        <message>
            <source>The node is not registered.</source>
            <translation>Le nœud n’est pas enregistré.</translation>
        </message>
        <message>
            <source>The agent reports.</source>
            <translation>L’agent envoie ses rapports.</translation>
        </message>
        <message>
            <source>The latest report is late, but the channel for sessions is open.</source>
            <translation>Le dernier rapport est en retard, mais le canal de session est ouvert.</translation>
        </message>
        <message>
            <source>The agent has stopped reporting; its last report was at {time}.</source>
            <translation>L’agent n’envoie plus de rapports ; le dernier date de {time}.</translation>
        </message>
        <message>
            <source>The agent has stopped reporting (last at {time}), and nothing seen from here explains it. Left are a machine that is off, an agent that is stopped, a firewall or a proxy on the way, a full disk, or a wrong clock on the machine. On it, this tells whether the agent runs: {command}</source>
            <translation>L’agent n’envoie plus de rapports (dernier : {time}), et rien de visible d’ici ne l’explique. Restent une machine éteinte, un agent arrêté, un pare-feu ou un proxy sur le trajet, un disque plein, ou une horloge mal réglée sur la machine. Sur celle-ci, cette commande indique si l’agent est en cours d’exécution : {command}</translation>
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
            <source>Session</source>
            <translation>Session</translation>
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
            <source>The agent reports, but has no channel for sessions, and nothing seen from here explains it. Left are a firewall or a proxy inside the machine that lets ssm pass and not ssmmessages, or an agent that needs a restart. On the machine, this looks: {command}</source>
            <translation>L’agent envoie ses rapports, mais n’a pas de canal de session, et rien de visible d’ici ne l’explique. Restent un pare-feu ou un proxy sur la machine, qui laisse passer ssm mais pas ssmmessages, ou un agent à redémarrer. Sur la machine, cette commande permet de vérifier : {command}</translation>
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
            <source>The node's channel for sessions is open</source>
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
            <translation>Le profil d’instance {profile} a été supprimé : le nœud n’a pas de rôle. Recréez-en un du même nom, ou donnez-en un autre à l’instance.</translation>
        </message>
        <message>
            <source>The instance profile {profile} is empty, so the node has no role. Put a role into it.</source>
            <translation>Le profil d’instance {profile} est vide : le nœud n’a pas de rôle. Placez-y un rôle.</translation>
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
            <source>The instance has no instance profile, so its agent has no rights. {reason}</source>
            <translation>L’instance n’a pas de profil d’instance : son agent n’a aucune autorisation. {reason}</translation>
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
            <source>The trust policy of {role} has conditions or exceptions that cannot be decided from here.</source>
            <translation>La stratégie d’approbation de {role} contient des conditions ou des exceptions qui ne permettent pas de conclure d’ici.</translation>
        </message>
        <message>
            <source>The trust policy of {role} allows {service} only for another account or Region. Correct aws:SourceAccount and aws:SourceArn in it.</source>
            <translation>La stratégie d’approbation de {role} n’autorise {service} que pour un autre compte ou une autre Région. Corrigez-y aws:SourceAccount et aws:SourceArn.</translation>
        </message>
        <message>
            <source>The trust policy of {role} denies {service} the role. Take that statement out.</source>
            <translation>La stratégie d’approbation de {role} interdit le rôle à {service}. Retirez cette instruction.</translation>
        </message>
        <message>
            <source>{service} may not take the role {role}, so the node gets no credentials. Add it to the trust policy.</source>
            <translation>{service} ne peut pas endosser le rôle {role}, le nœud n’obtient donc aucune information d’identification. Ajoutez-le à la stratégie d’approbation.</translation>
        </message>
        <message>
            <source>The node has a role</source>
            <translation>Le nœud a un rôle</translation>
        </message>
        <message>
            <source>The agent reports to Systems Manager with the rights of the node's role; without one it cannot report.</source>
            <translation>L’agent s’adresse à Systems Manager avec les droits du rôle du nœud ; sans rôle, il ne le peut pas.</translation>
        </message>
        <message>
            <source>The role may be taken by the node</source>
            <translation>Le nœud peut endosser le rôle</translation>
        </message>
        <message>
            <source>The trust policy says who may take a role: EC2 for instances, Systems Manager for hybrid nodes.</source>
            <translation>La stratégie d’approbation dit qui peut endosser un rôle : EC2 pour les instances, Systems Manager pour les nœuds hybrides.</translation>
        </message>
        <message>
            <source>The endpoint stands in the node's own subnet.</source>
            <translation>Le point de terminaison se trouve dans le sous-réseau du nœud.</translation>
        </message>
        <message>
            <source>The endpoint stands in no subnet. Add a subnet to it.</source>
            <translation>Le point de terminaison n’est dans aucun sous-réseau. Ajoutez-lui un sous-réseau.</translation>
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
            <source>Route table {table} sends the traffic to the endpoint ({destination}) through {target}. What lies behind it cannot be seen from here.</source>
            <translation>La table de routage {table} envoie le trafic vers le point de terminaison ({destination}) par {target}. Ce qui se trouve derrière ne se voit pas d’ici.</translation>
        </message>
        <message>
            <source>The VPC's own routes lead to the endpoint.</source>
            <translation>Les routes du VPC lui-même mènent au point de terminaison.</translation>
        </message>
        <message>
            <source>The endpoint has no address in the node's Availability Zone {zone}, only in {zones}. It works from there; traffic between zones costs, and it fails with the other zone. Add a subnet of {zone} to the endpoint.</source>
            <translation>Le point de terminaison n’a pas d’adresse dans la zone de disponibilité {zone} du nœud, seulement dans {zones}. Il fonctionne depuis là ; le trafic entre zones est facturé, et il tombe avec l’autre zone. Ajoutez un sous-réseau de {zone} au point de terminaison.</translation>
        </message>
        <message>
            <source>Route table {table} sends a part of the public addresses another way than the rest. Which of them the service has cannot be seen from here. One part: {one}</source>
            <translation>La table de routage {table} envoie une partie des adresses publiques par un autre chemin que le reste. On ne voit pas d’ici lesquelles sont celles du service. Une partie : {one}</translation>
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
            <translation>Impossible de regarder : le droit {right} manque.</translation>
        </message>
        <message>
            <source>Could not look: the credentials were refused ({call}).</source>
            <translation>Impossible de regarder : les informations d’identification ont été refusées ({call}).</translation>
        </message>
        <message>
            <source>Could not look: the AWS configuration is not usable ({call}).</source>
            <translation>Impossible de regarder : la configuration AWS n’est pas utilisable ({call}).</translation>
        </message>
        <message>
            <source>Could not look: AWS could not be reached ({call}).</source>
            <translation>Impossible de regarder : AWS est injoignable ({call}).</translation>
        </message>
        <message>
            <source>Could not look: there was no answer in time ({call}).</source>
            <translation>Impossible de regarder : pas de réponse à temps ({call}).</translation>
        </message>
        <message>
            <source>Could not look: the account makes too many requests at present ({call}).</source>
            <translation>Impossible de regarder : le compte fait trop de requêtes en ce moment ({call}).</translation>
        </message>
        <message>
            <source>Not looked at: the inspection was cancelled.</source>
            <translation>Pas regardé : l’inspection a été annulée.</translation>
        </message>
        <message>
            <source>Not looked at.</source>
            <translation>Pas regardé.</translation>
        </message>
        <message>
            <source>Not looked at: the time given ran out.</source>
            <translation>Pas regardé : le temps accordé est écoulé.</translation>
        </message>
        <message>
            <source>Could not look: {call} failed with {code}.</source>
            <translation>Impossible de regarder : {call} a échoué avec {code}.</translation>
        </message>
        <message>
            <source>Could not look: what answered {call} was not AWS. It may be a proxy or the sign-in page of a network.</source>
            <translation>Impossible de regarder : ce qui a répondu à {call} n’était pas AWS. Il peut s’agir d’un proxy ou de la page de connexion d’un réseau.</translation>
        </message>
        <message>
            <source>Not looked at, because something before it has to be right first.</source>
            <translation>Pas regardé, car quelque chose doit d’abord être réglé avant.</translation>
        </message>
        <message>
            <source>Default Host Management is off, so nothing stands in.</source>
            <translation>La gestion des hôtes par défaut est désactivée, rien ne remplace donc le rôle.</translation>
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
            <translation>La gestion des hôtes par défaut est activée, mais elle exige l’agent {minimum} ; celui-ci est en version {version}.</translation>
        </message>
        <message>
            <source>Default Host Management stands in with {role}.</source>
            <translation>La gestion des hôtes par défaut prend le relais avec {role}.</translation>
        </message>
        <message>
            <source>{system} is older than what Session Manager supports.</source>
            <translation>{system} est plus ancien que ce que Session Manager prend en charge.</translation>
        </message>
        <message>
            <source>{system} is a Nano Server, which Session Manager does not support.</source>
            <translation>{system} est un serveur Nano, que Session Manager ne prend pas en charge.</translation>
        </message>
        <message>
            <source>{system} is supported on EC2 only, not on machines outside it.</source>
            <translation>{system} n’est pris en charge que sur EC2, pas sur les machines extérieures.</translation>
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
            <source>{system} is listed, but not for this processor architecture. It may work.</source>
            <translation>{system} est énuméré, mais pas pour cette architecture de processeur. Il peut fonctionner.</translation>
        </message>
        <message>
            <source>{system} is not a server edition, which AWS lists alone. It may work.</source>
            <translation>{system} n’est pas une édition serveur, les seules qu’AWS énumère. Il peut fonctionner.</translation>
        </message>
        <message>
            <source>The node's system is only known when its agent has reported.</source>
            <translation>Le système du nœud n’est connu qu’une fois que son agent a répondu.</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Système</translation>
        </message>
        <message>
            <source>{system} is a system that AWS lists.</source>
            <translation>{system} est un système qu’AWS énumère.</translation>
        </message>
        <message>
            <source>The agent does not tell the node's system.</source>
            <translation>L’agent n’indique pas le système du nœud.</translation>
        </message>
        <message>
            <source>Nano Server, which is not supported, reports the same version</source>
            <translation>Un serveur Nano, non pris en charge, annonce la même version</translation>
        </message>
        <message>
            <source>The operating system is supported</source>
            <translation>Le système d’exploitation est pris en charge</translation>
        </message>
        <message>
            <source>AWS tests and mends the agent on the systems it lists. Some others cannot work at all.</source>
            <translation>AWS teste et corrige l’agent sur les systèmes qu’il énumère. Certains autres ne peuvent pas fonctionner du tout.</translation>
        </message>
        <message>
            <source>EC2 instances have no instance tier; it is about hybrid nodes alone.</source>
            <translation>Les instances EC2 n’ont pas de niveau d’instances ; il ne concerne que les nœuds hybrides.</translation>
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
            <translation>Quelqu’un est en train de changer le niveau. Regardez à nouveau quand ce sera fait.</translation>
        </message>
        <message>
            <source>Not known for this partition. AWS used to charge every hybrid node of the Region by the hour; see the pricing page.</source>
            <translation>Inconnu pour cette partition. AWS facturait autrefois chaque nœud hybride de la Région à l’heure ; voyez la page des tarifs.</translation>
        </message>
        <message>
            <source>Not certain. Until {until} AWS charged {price} US dollars an hour for every hybrid node of the Region, about {month} US dollars a month for {count}. Whether it still does was not confirmed when this was last compared ({as_of}); see the pricing page.</source>
            <translation>Incertain. Jusqu’au {until}, AWS facturait {price} dollar américain par heure pour chaque nœud hybride de la Région, soit environ {month} dollars par mois pour {count}. Il n’était pas confirmé que ce soit encore le cas lors de la dernière comparaison ({as_of}) ; voyez la page des tarifs.</translation>
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
            <translation>Chaque agent télécharge la nouvelle version, redémarre et répond à nouveau.</translation>
        </message>
        <message>
            <source>Nodes whose agent is replaced: {count}.</source>
            <translation>Nœuds dont l’agent est remplacé : {count}.</translation>
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
            <source>Installs the version again that each node had before. The agent restarts once more, and an old version may refuse to be installed.</source>
            <translation>Réinstalle la version que chaque nœud avait avant. L’agent redémarre une fois de plus, et une ancienne version peut refuser d’être installée.</translation>
        </message>
        <message>
            <source>{node} is not online, so no command reaches it. Update the agent on the node.</source>
            <translation>{node} n’est pas en ligne, aucune commande ne l’atteint. Mettez l’agent à jour sur le nœud.</translation>
        </message>
        <message>
            <source>{node} does not tell its agent's version.</source>
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
            <source>Free on EC2. Run Command on hybrid nodes ({count} of these) is charged by use since {since}; the price was not confirmed, see the pricing page.</source>
            <translation>Gratuit sur EC2. Run Command sur les nœuds hybrides ({count} parmi ceux-ci) est facturé à l’usage depuis {since} ; le prix n’a pas été confirmé, voyez la page des tarifs.</translation>
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
            <translation>Pas de plan sans regarder d’abord : le droit {right} manque.</translation>
        </message>
        <message>
            <source>No plan without a look first: something that it stands on was not read.</source>
            <translation>Pas de plan sans regarder d’abord : un élément sur lequel il repose n’a pas été lu.</translation>
        </message>
        <message>
            <source>No plan without a look first: {call} gave no answer ({detail}).</source>
            <translation>Pas de plan sans regarder d’abord : {call} n’a pas répondu ({detail}).</translation>
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
            <translation>{node} n’est pas encore un nœud géré : rien ne peut lui être envoyé.</translation>
        </message>
        <message>
            <source>Stops the instances again. What is on instance store volumes is lost with that.</source>
            <translation>Arrête à nouveau les instances. Ce qui se trouve sur les volumes de stockage d’instance est alors perdu.</translation>
        </message>
        <message>
            <source>Instances are charged while they run, at the price of their type.</source>
            <translation>Les instances sont facturées tant qu’elles fonctionnent, au prix de leur type.</translation>
        </message>
        <message>
            <source>The instance starts, then the agent reports; that takes a few minutes.</source>
            <translation>L’instance démarre, puis l’agent répond ; cela prend quelques minutes.</translation>
        </message>
        <message>
            <source>What is set to run at start on these instances runs.</source>
            <translation>Ce qui est prévu au démarrage de ces instances s’exécute.</translation>
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
            <translation>{node} n’est pas une instance EC2 ; elle ne peut être démarrée que là où elle se trouve.</translation>
        </message>
        <message>
            <source>{node} runs already.</source>
            <translation>{node} fonctionne déjà.</translation>
        </message>
        <message>
            <source>{node} is just stopping. It can be started once it has stopped.</source>
            <translation>{node} est en train de s’arrêter. Elle pourra être démarrée une fois arrêtée.</translation>
        </message>
        <message>
            <source>{node} is {state} and cannot be started again.</source>
            <translation>{node} est dans l’état {state} et ne peut plus être démarrée.</translation>
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
            <source>The service does not tell which role {node} was registered with.</source>
            <translation>Le service n’indique pas avec quel rôle {node} a été enregistré.</translation>
        </message>
        <message>
            <source>{node} has no role that a policy could be attached to.</source>
            <translation>{node} n’a pas de rôle auquel une stratégie puisse être attachée.</translation>
        </message>
        <message>
            <source>Detaches the policy again; nothing else of the role was changed.</source>
            <translation>Détache à nouveau la stratégie ; rien d’autre du rôle n’a été modifié.</translation>
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
            <source>AWS keeps the role {role} itself; nobody can attach a policy to it.</source>
            <translation>AWS gère lui-même le rôle {role} ; personne ne peut y attacher une stratégie.</translation>
        </message>
        <message>
            <source>The role {role} has the rights that a node needs.</source>
            <translation>Le rôle {role} a les droits dont un nœud a besoin.</translation>
        </message>
        <message>
            <source>The policy is attached to {role}; whether it works could not be looked at.</source>
            <translation>La stratégie est attachée à {role} ; il n’a pas été possible de voir si elle agit.</translation>
        </message>
        <message>
            <source>A policy of the organization denies {action}. Attaching a policy to {role} cannot help; the organization's administrators can.</source>
            <translation>Une stratégie de l’organisation interdit {action}. Attacher une stratégie à {role} n’y changera rien ; les administrateurs de l’organisation le peuvent.</translation>
        </message>
        <message>
            <source>The permissions boundary of {role} denies {action}. Attaching a policy cannot help; the boundary has to allow it.</source>
            <translation>La limite d’autorisations de {role} interdit {action}. Attacher une stratégie n’y changera rien ; c’est la limite qui doit l’autoriser.</translation>
        </message>
        <message>
            <source>A policy of {role} denies {action} outright. Attaching another cannot help; that statement has to go.</source>
            <translation>Une stratégie de {role} interdit explicitement {action}. En attacher une autre n’y changera rien ; cette instruction doit disparaître.</translation>
        </message>
        <message>
            <source>The policy is attached to {role} already, and {action} is refused still.</source>
            <translation>La stratégie est déjà attachée à {role}, et {action} est toujours refusé.</translation>
        </message>
        <message>
            <source>Chosen nodes that use this role: {count}.</source>
            <translation>Nœuds choisis qui utilisent ce rôle : {count}.</translation>
        </message>
        <message>
            <source>So does every other hybrid node that was registered with this role.</source>
            <translation>Tout autre nœud hybride enregistré avec ce rôle l’utilise aussi.</translation>
        </message>
        <message>
            <source>So does every other instance with one of these profiles: {profiles}.</source>
            <translation>Toute autre instance ayant l’un de ces profils l’utilise aussi : {profiles}.</translation>
        </message>
        <message>
            <source>Which instance profiles hold the role could not be looked at.</source>
            <translation>Il n’a pas été possible de voir quels profils d’instance contiennent le rôle.</translation>
        </message>
        <message>
            <source>With the policy, everything on these nodes that uses the role can read Parameter Store, except what is encrypted with a key that the role may not use.</source>
            <translation>Avec la stratégie, tout ce qui utilise le rôle sur ces nœuds peut lire Parameter Store, sauf ce qui est chiffré avec une clé que le rôle ne peut pas utiliser.</translation>
        </message>
        <message>
            <source>What the role may do now could not be looked at; it may have the rights.</source>
            <translation>Il n’a pas été possible de voir ce que le rôle peut faire ; il a peut-être les droits.</translation>
        </message>
        <message>
            <source>Give the role the rights that a node needs</source>
            <translation>Donner au rôle les droits dont un nœud a besoin</translation>
        </message>
        <message>
            <source>Attaches AWS's own policy for managed nodes to the role that the nodes have already.</source>
            <translation>Attache la stratégie d’AWS pour les nœuds gérés au rôle que les nœuds ont déjà.</translation>
        </message>
        <message>
            <source>{node} is not an EC2 instance; its role comes from its activation.</source>
            <translation>{node} n’est pas une instance EC2 ; son rôle vient de son activation.</translation>
        </message>
        <message>
            <source>{node} is {state}. A profile can be attached while it runs or is stopped.</source>
            <translation>{node} est dans l’état {state}. Un profil peut être attaché quand elle fonctionne ou est arrêtée.</translation>
        </message>
        <message>
            <source>{node} is online without a profile; its rights come from {role}.</source>
            <translation>{node} est en ligne sans profil ; ses droits viennent de {role}.</translation>
        </message>
        <message>
            <source>credentials of its own</source>
            <translation>ses propres informations d’identification</translation>
        </message>
        <message>
            <source>The profile {profile} of {node} was deleted. What still points to it has to be taken off first; this program never replaces a profile.</source>
            <translation>Le profil {profile} de {node} a été supprimé. Ce qui y renvoie encore doit d’abord être retiré ; ce programme ne remplace jamais un profil.</translation>
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
            <translation>Retire et supprime ce que ce plan a créé, dans l’ordre inverse, sauf si d’autres instances de la Région s’en servent alors. Les instances d’autres Régions ne sont pas regardées.</translation>
        </message>
        <message>
            <source>A role called {role} exists, and EC2 may not use it: it does not trust {service}. It may be somebody else's, so it is left alone.</source>
            <translation>Un rôle appelé {role} existe, et EC2 ne peut pas l’utiliser : il n’approuve pas {service}. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
        </message>
        <message>
            <source>An instance profile called {profile} exists and holds the role {role}. It may be somebody else's, so it is left alone.</source>
            <translation>Un profil d’instance appelé {profile} existe et contient le rôle {role}. Il appartient peut-être à quelqu’un d’autre, il n’est donc pas touché.</translation>
        </message>
        <message>
            <source>Instances that get the role: {count}.</source>
            <translation>Instances qui reçoivent le rôle : {count}.</translation>
        </message>
        <message>
            <source>Every instance with the profile {profile}; chosen ones: {count}.</source>
            <translation>Toute instance ayant le profil {profile} ; choisies : {count}.</translation>
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
            <source>Environment variables</source>
            <translation>Variables d’environnement</translation>
        </message>
        <message>
            <source>This machine's own role</source>
            <translation>Rôle de cette machine</translation>
        </message>
        <message>
            <source>No credentials in it</source>
            <translation>Aucune information d’identification</translation>
        </message>
        <message>
            <source>Which account?</source>
            <translation>Quel compte ?</translation>
        </message>
        <message>
            <source>Choose a profile and a Region. Nothing is changed by looking.</source>
            <translation>Choisissez un profil et une Région. Regarder ne modifie rien.</translation>
        </message>
        <message>
            <source>Enter works with the profile</source>
            <translation>Entrée : travailler avec ce profil</translation>
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
            <translation>&amp;Région</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Regarder à nouveau</translation>
        </message>
        <message>
            <source>no Region</source>
            <translation>pas de Région</translation>
        </message>
        <message>
            <source>Not complete: {problem}</source>
            <translation>Incomplet : {problem}</translation>
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
            <source>FIRST BROKEN GATE</source>
            <translation>PREMIÈRE ÉTAPE ROMPUE</translation>
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
            <translation>Démarre les sessions depuis un terminal : aws ssm start-session.</translation>
        </message>
        <message>
            <source>Session Manager plugin</source>
            <translation>Plugin Session Manager</translation>
        </message>
        <message>
            <source>Carries the session itself; the AWS CLI calls it.</source>
            <translation>Transporte la session elle-même ; l’AWS CLI l’appelle.</translation>
        </message>
        <message>
            <source>Is this computer ready?</source>
            <translation>Cet ordinateur est-il prêt ?</translation>
        </message>
        <message>
            <source>Sessions from a terminal need two programs. Each was started to see whether it runs. Without them you can still find out what is wrong with a node.</source>
            <translation>Les sessions depuis un terminal ont besoin de deux programmes. Chacun a été lancé pour voir s’il fonctionne. Sans eux, vous pouvez tout de même trouver ce qui ne va pas sur un nœud.</translation>
        </message>
        <message>
            <source>Look &amp;again</source>
            <translation>Regarder à &amp;nouveau</translation>
        </message>
        <message>
            <source>Starting the programs to see whether they run …</source>
            <translation>Lancement des programmes pour voir s’ils fonctionnent…</translation>
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
            <translation>Le regard a été annulé.</translation>
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
            <source>This changes the account {account}. Go on?</source>
            <translation>Ceci modifie le compte {account}. Continuer ?</translation>
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
            <source>{problem}

You can go on. The details below are in the log too.</source>
            <translation>{problem}

Vous pouvez continuer. Les détails ci-dessous sont aussi dans le journal technique.</translation>
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
            <source>When</source>
            <translation>Quand</translation>
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
            <source>Entry</source>
            <translation>Entrée</translation>
        </message>
        <message>
            <source>The way back</source>
            <translation>Le retour en arrière</translation>
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
            <source>&amp;Undo …</source>
            <translation>&amp;Annuler cela…</translation>
        </message>
        <message>
            <source>This did not work: {problem}</source>
            <translation>Cela n’a pas fonctionné : {problem}</translation>
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
            <translation>Impossible de regarder</translation>
        </message>
        <message>
            <source>Not looked at</source>
            <translation>Pas regardé</translation>
        </message>
        <message>
            <source>Inferred from configuration; nothing has shown it in action.</source>
            <translation>Déduit de la configuration ; rien ne l’a montré à l’œuvre.</translation>
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
            <translation>Arrêter de regarder (Échap)</translation>
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
            <source>Looking …</source>
            <translation>Recherche en cours…</translation>
        </message>
        <message>
            <source>Goes on to: {step}</source>
            <translation>Continue vers : {step}</translation>
        </message>
        <message>
            <source>READ-ONLY</source>
            <translation>LECTURE SEULE</translation>
        </message>
        <message>
            <source>This run cannot change anything.</source>
            <translation>Cette exécution ne peut rien modifier.</translation>
        </message>
        <message>
            <source>DEMO ACCOUNT</source>
            <translation>COMPTE DE DÉMONSTRATION</translation>
        </message>
        <message>
            <source>A made-up account ({name}): nothing here is real.</source>
            <translation>Un compte inventé ({name}) : rien ici n’est réel.</translation>
        </message>
        <message>
            <source>Not signed in</source>
            <translation>Non connecté</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>Expiré</translation>
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
            <translation>Demande à AWS qui vous êtes…</translation>
        </message>
        <message>
            <source>Not looked yet. F5 looks.</source>
            <translation>Pas encore regardé. F5 pour regarder.</translation>
        </message>
        <message>
            <source>What is wrong?</source>
            <translation>Qu’est-ce qui ne va pas ?</translation>
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
            <source>Repair: {title}</source>
            <translation>Réparer : {title}</translation>
        </message>
        <message>
            <source>Progress of the inspection</source>
            <translation>Progression de l’inspection</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Arrêter</translation>
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
            <source>Kind</source>
            <translation>Type</translation>
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
            <translation>Quels nœuds ?</translation>
        </message>
        <message>
            <source>Tick the nodes to look into. Those that cannot be reached come first.</source>
            <translation>Cochez les nœuds à examiner. Ceux qui sont injoignables viennent d’abord.</translation>
        </message>
        <message>
            <source>Search by id, name, address or tag (Ctrl+F)</source>
            <translation>Chercher par id, nom, adresse ou étiquette (Ctrl+F)</translation>
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
            <translation>Tous les nœuds ne sont pas affichés : le droit {right} manque.</translation>
        </message>
        <message>
            <source>Not all nodes are shown: {call} gave no answer ({detail}).</source>
            <translation>Tous les nœuds ne sont pas affichés : {call} n’a pas répondu ({detail}).</translation>
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
            <source>Rights that this needs</source>
            <translation>Droits nécessaires</translation>
        </message>
        <message>
            <source>Asking which of them you have …</source>
            <translation>Recherche de ceux que vous avez…</translation>
        </message>
        <message>
            <source>Somebody with these rights can run the commands below instead.</source>
            <translation>Quelqu’un qui a ces droits peut exécuter à la place les commandes ci-dessous.</translation>
        </message>
        <message>
            <source>Copy all</source>
            <translation>Tout copier</translation>
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
            <translation>Étape {number}, {title} : {state}</translation>
        </message>
        <message>
            <source>{title} (Ctrl+{number})</source>
            <translation>{title} (Ctrl+{number})</translation>
        </message>
        <message>
            <source>What can be repaired?</source>
            <translation>Que peut-on réparer ?</translation>
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
            <source>No plan: {nodes}</source>
            <translation>Pas de plan : {nodes}</translation>
        </message>
        <message>
            <source>Nothing to repair was found.</source>
            <translation>Rien à réparer n’a été trouvé.</translation>
        </message>
        <message>
            <source>This run is read-only: it cannot change anything.</source>
            <translation>Cette exécution est en lecture seule : elle ne peut rien modifier.</translation>
        </message>
        <message>
            <source>Another change is being made.</source>
            <translation>Une autre modification est en cours.</translation>
        </message>
        <message>
            <source>Who else has to know?</source>
            <translation>Qui d’autre doit savoir ?</translation>
        </message>
        <message>
            <source>A support bundle holds everything that was seen, without secrets. Nothing is sent anywhere; you save a file.</source>
            <translation>Un dossier d’assistance contient tout ce qui a été vu, sans secrets. Rien n’est envoyé nulle part ; vous enregistrez un fichier.</translation>
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
            <source>Saved as {path}</source>
            <translation>Enregistré sous {path}</translation>
        </message>
        <message>
            <source>Save the support bundle</source>
            <translation>Enregistrer le dossier d’assistance</translation>
        </message>
        <message>
            <source>Support bundles (*.zip)</source>
            <translation>Dossiers d’assistance (*.zip)</translation>
        </message>
        <message>
            <source>Looking what goes into it …</source>
            <translation>Recherche de ce qu’il contiendra…</translation>
        </message>
        <message>
            <source>What goes into it</source>
            <translation>Ce qu’il contient</translation>
        </message>
        <message>
            <source>The summary is on the clipboard.</source>
            <translation>Le résumé est dans le presse-papiers.</translation>
        </message>
        <message>
            <source>Waiting until the change works</source>
            <translation>Attente que la modification agisse</translation>
        </message>
        <message>
            <source>&amp;Stop waiting</source>
            <translation>&amp;Ne plus attendre</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Annuler cela</translation>
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
            <source>Stopped.</source>
            <translation>Arrêté.</translation>
        </message>
        <message>
            <source>&amp;Stop after this change</source>
            <translation>&amp;Arrêter après cette modification</translation>
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
        <message numerus="yes">
            <source>%n nodes share this cause</source>
            <comment>%n node has this cause</comment>
            <translation>
                <numerusform>%n nœud a cette cause</numerusform>
                <numerusform>%n nœuds ont cette cause</numerusform>
            </translation>
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
            <source>The window closes as soon as the change has ended.</source>
            <translation>La fenêtre se ferme dès que la modification est terminée.</translation>
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
    </context>
</TS>

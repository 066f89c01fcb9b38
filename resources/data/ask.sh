# Asks this machine what only it knows. It reads, and changes nothing.
echo "ssmwizard=1"
echo "time=$(date -u +%Y-%m-%dT%H:%M:%S)"
echo "system=$(uname -s)"
echo "kernel=$(uname -r)"
echo "disk-size-kib=$(df -Pk / | awk 'NR == 2 {print $2}')"
echo "disk-free-kib=$(df -Pk / | awk 'NR == 2 {print $4}')"
echo "inotify-instances=$(cat /proc/sys/fs/inotify/max_user_instances 2>/dev/null)"
echo "user {user}=$(id -u '{user}' 2>/dev/null)"
# The agent's own diagnosis. Passwords of proxies are taken out before it is shown.
PATH="$PATH:/usr/bin:/snap/amazon-ssm-agent/current:/opt/aws/ssm/bin"
ssm-cli get-diagnostics --output json 2>&1 | sed -e 's#://[^ "]*@#://***@#g' -e 's#_proxy: [^ "]*@#_proxy: ***@#g'

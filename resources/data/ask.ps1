# Asks this machine what only it knows. It reads, and changes nothing.
echo "ssmwizard=1"
echo "time=$([DateTime]::UtcNow.ToString('s'))"
echo "system=Windows"
echo "powershell=$($PSVersionTable.PSVersion)"
echo "system-sku=$((Get-CimInstance Win32_OperatingSystem).OperatingSystemSKU)"
echo "domain-role=$((Get-CimInstance Win32_ComputerSystem).DomainRole)"
echo "disk-size-kib=$([long]((New-Object IO.DriveInfo $env:SystemDrive).TotalSize / 1KB))"
echo "disk-free-kib=$([long]((New-Object IO.DriveInfo $env:SystemDrive).AvailableFreeSpace / 1KB))"
echo "user {user}=$(net.exe user '{user}' 2>&1 | Out-Null; if ($LASTEXITCODE -eq 0) { 'yes' })"
# The agent's own diagnosis. Passwords of proxies are taken out before it is shown.
& "$env:ProgramFiles\Amazon\SSM\ssm-cli.exe" get-diagnostics --output json 2>&1 | ForEach-Object { "$_" -replace '://[^ "]*@', '://***@' -replace '_proxy: [^ "]*@', '_proxy: ***@' }

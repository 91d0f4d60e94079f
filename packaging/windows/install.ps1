# Installs hrplanner for this person alone, without an administrator: run it from the unpacked folder of the program.
#   powershell -ExecutionPolicy Bypass -File install.ps1            installs, or replaces an older version
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Remove    removes it; books are never touched
param([switch]$Remove)
$ErrorActionPreference = "Stop"

$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$program = Join-Path $env:LOCALAPPDATA "Programs\hrplanner"
$menu = Join-Path $env:APPDATA "Microsoft\Windows\Start Menu\Programs\hrplanner.lnk"
$classes = "HKCU:\Software\Classes"
$book = "hrplanner.book"

$needed = 300MB
$drive = Get-PSDrive -Name (Split-Path -Qualifier $env:LOCALAPPDATA).TrimEnd(":")
if (-not $Remove -and $drive.Free -lt $needed) {
    Write-Host ("{0} MB are needed on this disk, and {1} MB are left." -f ($needed / 1MB), [int]($drive.Free / 1MB))
    exit 3
}
if (Get-Process -Name "hrplanner-window", "hrplanner" -ErrorAction SilentlyContinue) {
    Write-Host "hrplanner is open. Please close it and start this again."
    exit 3
}
foreach ($old in @($menu, $program, "$classes\$book")) {
    if (Test-Path -LiteralPath $old) { Remove-Item -LiteralPath $old -Recurse -Force }
}
if ($Remove) {
    # Only our own claim: another program may have taken the ending since.
    $ending = Get-Item -LiteralPath "$classes\.hrplan" -ErrorAction SilentlyContinue
    if ($ending -and $ending.GetValue("") -eq $book) { Remove-Item -LiteralPath "$classes\.hrplan" -Recurse -Force }
    Write-Host "hrplanner was removed. Your books are where they were."
    exit 0
}

New-Item -ItemType Directory -Path $program -Force | Out-Null
Copy-Item -Path (Join-Path $here "*") -Destination $program -Recurse -Force
$window = Join-Path $program "hrplanner-window.exe"

New-Item -Path "$classes\.hrplan" -Value $book -Force | Out-Null
New-Item -Path "$classes\$book" -Value "hrplanner record book" -Force | Out-Null
New-Item -Path "$classes\$book\DefaultIcon" -Value "`"$window`",0" -Force | Out-Null
New-Item -Path "$classes\$book\shell\open\command" -Value "`"$window`" `"%1`"" -Force | Out-Null

$shortcut = (New-Object -ComObject WScript.Shell).CreateShortcut($menu)
$shortcut.TargetPath = $window
$shortcut.Save()
Write-Host "hrplanner was installed. It is in the start menu."

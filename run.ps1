# AnKhai trên Windows: dựng và mở cửa sổ với công ty mẫu (chế độ thực hành).
# Cần Go và một trình biên dịch C (ví dụ: winget install GoLang.Go MSYS2.MSYS2, rồi pacman -S mingw-w64-x86_64-gcc).
$ErrorActionPreference = "Stop"
foreach ($tool in "go", "gcc") {
    if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
        Write-Host "Thiếu ${tool}: cài rồi chạy lại (xem đầu tệp run.ps1)."
        exit 1
    }
}
$env:CGO_ENABLED = "1"
go build -tags migrated_fynedo -o ankhai.exe .
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
.\ankhai.exe -sample -data ra\kho

# AnKhai trên Windows: mọi phép thử không cần màn hình. xmlsec1, xmllint và pdfsig được dùng khi có.
$ErrorActionPreference = "Stop"
$env:CGO_ENABLED = "0"
go vet -tags "ci,test,migrated_fynedo" ./...
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
go test -tags "ci,test,migrated_fynedo" ./...
exit $LASTEXITCODE

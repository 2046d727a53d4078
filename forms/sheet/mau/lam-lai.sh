#!/usr/bin/env bash
# Makes the workbooks of testdata/khac again with LibreOffice and openpyxl: ours saved
# again, and new ones from the bare values. Run it when what mau writes has changed;
# the tests read the files that are committed and need neither program.
set -euo pipefail
cd "$(dirname "$0")/../../.."
here=forms/sheet/mau
out=$here/testdata/khac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
CGO_ENABLED=0 ${GO:-go} run -tags migrated_fynedo ./$here/viet -khac -out "$work"
mkdir -p "$out" "$work"/lo-luu "$work"/lo-tao "$work"/py-luu "$work"/py-tao
convert() {
	soffice "-env:UserInstallation=file://$work/ho-so" --headless --norestore --convert-to "xlsx:Calc MS Excel 2007 XML" --outdir "$@" >/dev/null
}
convert "$work/lo-luu" "$work"/luu/*.xlsx
convert "$work/lo-tao" "$work"/tao/*.fods
${PYTHON:-/usr/bin/python3} $here/openpyxl_viet.py luu "$work/py-luu" "$work"/luu/*.xlsx
${PYTHON:-/usr/bin/python3} $here/openpyxl_viet.py tao "$work/py-tao" "$work"/tao/*.json
rm -f "$out"/*.xlsx
for f in "$work"/luu/*.xlsx; do
	name=$(basename "$f" .xlsx)
	cp "$work/lo-luu/$name.xlsx" "$out/$name.libreoffice-luu.xlsx"
	cp "$work/lo-tao/$name.xlsx" "$out/$name.libreoffice-tao.xlsx"
	cp "$work/py-luu/$name.xlsx" "$out/$name.openpyxl-luu.xlsx"
	cp "$work/py-tao/$name.xlsx" "$out/$name.openpyxl-tao.xlsx"
done
ls "$out" | wc -l

package main

import (
	"os/exec"
	"strings"
	"testing"
)

// room is one line of the one-way rule: which of our own packages a package may
// import, and why not more.
type room struct {
	path string   // "forms/print"; a trailing /... takes the folders below as well
	may  []string // folders of ours, with the same ending
	why  string
}

// The most specific room speaks: the longest path that matches.
var rooms = []room{
	{"", []string{"app/ui", "app/ui/...", "app/office", "app/redact", "signing/pkcs11"}, "main starts the window, or serves as the helper of a token driver"},
	{"app/ui/...", []string{"app/ui/...", "app/office", "app/pdfview", "assets"}, "screens decide nothing: they show what app/office answers, and pages as app/pdfview draws them"},
	{"app/ui/uitest", []string{"app/ui/...", "app/office", "forms/facts", "forms/law"}, "invents people for the tests of screens"},
	{"app/printer", nil, "hands bytes to the printers of the system, and knows no form"},
	{"app/pdfview", nil, "draws the pages of any PDF: bytes in, pictures out"},
	{"app/ui/xwidget/...", []string{"app/ui/xwidget/...", "app/seek", "assets"}, "widgets show and report, they decide nothing"},
	{"app/cli/...", []string{"app/cli/...", "app/office", "app/redact", "forms/...", "signing/...", "app/gateway/sandbox", "app/gateway", "storage", "assets"}, "the console is a face of app/office"},
	{"app/office", []string{"app/redact", "app/printer", "app/seek", "forms/...", "signing/...", "storage/...", "app/gateway/...", "assets/..."}, "the use cases sit on the rooms below"},
	{"app/seek", nil, "compares folded words, knows neither people nor screens"},
	{"app/redact", nil, "guesses from shapes, knows no person"},
	{"app/gateway", nil, "transport knows bytes, not forms"},
	{"app/gateway/sandbox", []string{"app/gateway", "storage/sqlitefile"}, "the sandbox's checks are handed in; it keeps a book of its own, and not the data file"},
	{"signing", nil, "signs bytes"},
	{"signing/...", []string{"signing/..."}, "signs bytes"},
	{"storage", []string{"forms/facts", "forms/form", "forms/law", "storage/failpoint", "storage/vfs", "storage/pagecipher", "storage/sealed", "storage/durable", "storage/container", "storage/openpack"}, "the only place that knows SQL"},
	{"storage/sqlitefile", []string{"storage/durable"}, "opens a small SQLite file, and knows no table in it"},
	{"storage/failpoint", nil, "names moments, knows no step"},
	{"storage/vfs", nil, "stands between SQLite and files, and knows neither keys nor tables"},
	{"storage/pagecipher", []string{"storage/vfs"}, "pages are bytes"},
	{"storage/crashsim", []string{"storage/vfs"}, "cuts the power in tests; no program imports it"},
	{"storage/...", []string{"storage/...", "forms/facts", "forms/form", "forms/law"}, "the only place that knows SQL"},
	{"storage/durable", nil, "puts bytes on the disk and knows none of them"},
	{"storage/keys", []string{"storage/durable"}, "opens the data, and knows nothing in it"},
	{"storage/sealed", []string{"storage/durable"}, "seals bytes, and knows nothing in them"},
	{"storage/openpack", []string{"storage/durable"}, "a folder or ZIP of open files, and knows no table"},
	{"assets/...", nil, "files and nothing else"},
	{"forms/law/...", []string{"forms/law/..."}, "figures and calculators stand alone"},
	{"forms/codes", []string{"forms/law"}, "lists have days"},
	{"forms/facts", []string{"forms/law", "forms/codes"}, "what is known apart from any form"},
	{"forms/form", []string{"forms/law"}, "the engine knows no particular form"},
	{"forms/form/formtest", []string{"forms/..."}, "the runner of cases"},
	{"forms/services", []string{"forms/form", "forms/law", "forms/codes", "forms/facts"}, "services and procedures as values"},
	{"forms/services/han", []string{"forms/services", "forms/law/...", "forms/codes"}, "the clocks of the services"},
	{"forms/lichsu", []string{"forms/form", "forms/law", "forms/codes", "forms/facts"}, "makes a history of lines that it is given: reads no file and writes no form"},
	{"forms/tralai", []string{"forms/form", "forms/law", "forms/codes", "forms/facts"}, "reads why a dossier came back; it knows no particular form"},
	{"forms/payroll", []string{"forms/law", "forms/codes", "forms/facts"}, "compares, and writes no form"},
	{"forms/c12", []string{"forms/form", "forms/law", "forms/law/dong", "forms/codes", "forms/facts", "forms/c12ts"}, "holds the agency's statement, whose rows forms/c12ts declares, against contributions, which forms/law/dong reckons; it writes no form"},
	{"forms/sheet/...", []string{"forms/sheet/...", "forms/form", "forms/law", "forms/codes", "forms/facts"}, "workbooks to lines"},
	{"forms/print", []string{"forms/form", "forms/law", "assets"}, "draws any form"},
	{"forms/xmlfile", []string{"forms/form", "forms/law"}, "writes any form"},
	{"forms/giamdinh", []string{"forms/form", "forms/law", "forms/codes", "forms/facts", "forms/xmlfile"}, "reads a health facility's tables: a file, and no form; its guards are those of forms/xmlfile"},
	{"forms/all", []string{"forms/..."}, "names every form"},
	{"forms/khung", []string{"forms/form", "forms/law", "forms/facts"}, "the frame that papers share"},
	{"forms/nhanthan", []string{"forms/form", "forms/law", "forms/facts"}, "the rules of identity that forms share"},
	{"forms/m01bhsb", []string{"forms/form", "forms/law", "forms/law/lich", "forms/codes", "forms/facts", "forms/khung", "forms/nhanthan"}, "claims count working days, and no form imports another"},
	{"forms/ivan04dk", []string{"forms/form", "forms/law", "forms/facts", "forms/khung", "forms/ivan"}, "no form imports another; the notices of I-VAN share their columns"},
	{"forms/ivan05sd", []string{"forms/form", "forms/law", "forms/facts", "forms/khung", "forms/ivan"}, "no form imports another; the notices of I-VAN share their columns"},
	{"forms/ivan06ng", []string{"forms/form", "forms/law", "forms/facts", "forms/khung", "forms/ivan"}, "no form imports another; the notices of I-VAN share their columns"},
	{"forms/...", []string{"forms/form", "forms/law", "forms/codes", "forms/facts", "forms/khung", "forms/nhanthan"}, "no form imports another"},
}

// outside is who alone may import a library.
var outside = map[string][]string{
	"fyne.io/fyne/v2/app":           {""},
	"fyne.io/fyne/v2":               {"", "app/ui"},
	"modernc.org/sqlite":            {"storage"},
	"github.com/xuri/excelize":      {"forms/sheet"},
	"codeberg.org/go-pdf/fpdf":      {"forms/print"},
	"github.com/digitorus/pdfsign":  {"signing/pdfsig"},
	"github.com/pdfcpu/pdfcpu":      {"signing/pdfsig", "forms/print"},
	"github.com/ebitengine/purego":  {"signing/pkcs11"},
	"github.com/klippa-app":         {"app/pdfview"},
	"github.com/tetratelabs/wazero": {"app/pdfview"},
	"software.sslmate.com/src":      {"signing/p12", "signing/signtest"},
	"github.com/mattn/go-ieproxy":   {"app/gateway"},
	"github.com/zalando/go-keyring": {"storage/keys"},
	"golang.org/x/crypto/argon2":    {"storage/keys"},
	"golang.org/x/crypto/ocsp":      {"signing/trust"},
}

func TestOneWay(t *testing.T) {
	for _, p := range packages(t) {
		r := roomOf(p.path)
		if r == nil {
			t.Errorf("%s: thư mục này không có trong bảng; thêm một dòng vào rooms và nói vì sao", p.path)
			continue
		}
		for _, imp := range p.imports {
			if own, ok := strings.CutPrefix(imp, "ankhai/"); ok && !allowed(r.may, own) {
				t.Errorf("%q imports %q: %s", p.path, own, r.why)
			}
			checkOutside(t, p.path, imp)
		}
	}
}

func checkOutside(t *testing.T, path, imp string) {
	t.Helper()
	longest := ""
	for lib := range outside {
		if (imp == lib || strings.HasPrefix(imp, lib+"/")) && len(lib) > len(longest) {
			longest = lib
		}
	}
	if longest == "" {
		return
	}
	for _, ok := range outside[longest] {
		if path == ok || (ok != "" && strings.HasPrefix(path, ok+"/")) {
			return
		}
	}
	t.Errorf("%q imports %s, which only %v may", path, imp, outside[longest])
}

type pkg struct {
	path    string
	imports []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", "ci,test,migrated_fynedo", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	var all []pkg
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		f := strings.Fields(line)
		all = append(all, pkg{strings.TrimPrefix(strings.TrimPrefix(f[0], "ankhai"), "/"), f[1:]})
	}
	return all
}

func roomOf(path string) *room {
	var best *room
	for i := range rooms {
		if match(rooms[i].path, path) && (best == nil || len(rooms[i].path) > len(best.path)) {
			best = &rooms[i]
		}
	}
	return best
}

func allowed(may []string, path string) bool {
	for _, m := range may {
		if match(m, path) {
			return true
		}
	}
	return false
}

func match(pattern, path string) bool {
	if dir, ok := strings.CutSuffix(pattern, "/..."); ok {
		return path == dir || strings.HasPrefix(path, dir+"/")
	}
	return pattern == path
}

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// otherwise is a deed of one side that the other does by other calls of the office.
type otherwise struct {
	deed string
	by   []string // all of them are called there
	why  string
}

var inConsoleBy = []otherwise{
	{"Office.AllBenefits", []string{"Office.Report"}, "report claims writes the periods of everybody"},
	{"Office.TakeBackClaims", []string{"Office.AddClaim", "Office.SettleClaim", "Office.DropClaim"}, "claims add, settle and drop say anew what was; the window undoes the last of them"},
	{"Office.BlankBook", []string{"Template"}, "forms template writes the workbook of one form; draft --from takes several"},
	{"Office.BlankForms", []string{"Template"}, "forms template takes every form of forms list"},
	{"Office.C12InInbox", []string{"Office.Notices"}, "inbox --month --kind C12 lists the statements of a month"},
	{"Office.Calculate", []string{"Office.LawBook"}, "law benefit reckons with the same book"},
	{"Office.CaseChoices", []string{"ProcedureOf"}, "services show names the cases of a service with their procedures"},
	{"Office.CaseForms", []string{"Template"}, "services show names the forms of a case for forms template"},
	{"Office.ChangeCase", []string{"Office.SetCase"}, "draft --service --case says the case; papers lists what it asks for"},
	{"Office.Checkup", []string{"Office.Examine", "Office.TokenDoctor"}, "doctor, and tokens --doctor"},
	{"Office.CompareTwo", []string{"CompareFiles"}, "compare of two files, which needs no data folder"},
	{"Office.ExamineFile", []string{"CheckFile"}, "check, and giamdinh check for a package of giám định"},
	{"Office.FetchInbox", []string{"Office.FetchNotices"}, "inbox fetch, which may name another gateway"},
	{"Office.GatewayOf", []string{"Office.GatewayDesk"}, "gateway show tells the address with the account"},
	{"Office.HandInPack", []string{"Office.Export"}, "export writes the pack of a dossier that is handed in"},
	{"Office.History", []string{"Office.ShowPerson"}, "person show has the months of a person with all that is held"},
	{"Office.Holidays", []string{"Office.Calendar"}, "deadlines days --own lists the days of a year and what is open"},
	{"Office.Holding", []string{"Office.ExportEmployer"}, "employer export tells what it wrote"},
	{"Office.LookAtBackup", []string{"VerifyBackup", "Office.RestoreEmployer"}, "backup verify reads the file through; employer import tells what it took"},
	{"Office.LawFigures", []string{"Office.LawBook"}, "law list and law get tell the program's figures, law own those of the user's"},
	{"Office.KeepSignedCopy", []string{"WriteFile"}, "sign writes to --out, or beside the file"},
	{"Office.LookAtTokens", []string{"Office.Tokens", "Office.KeysOf", "Office.TokenDoctor"}, "tokens, and tokens --doctor"},
	{"Office.Pages", []string{"Office.Print", "Office.AttachedFile"}, "print and papers --save write the files that the window draws"},
	{"Office.PackAssessment", []string{"PackTables"}, "giamdinh pack, which needs no data folder"},
	{"Office.PasteCells", []string{"Office.FillBook", "Office.EditCells"}, "a block of cells is filled in the workbook; cell set writes one"},
	{"Office.PracticeKey", []string{"Office.OpenKey"}, "sign --key thuc-hanh"},
	{"Office.Printers", []string{"Printers"}, "print --printers, which needs no data"},
	{"PageRange", []string{"Office.PrintOut"}, "print --pages is read where it is printed"},
	{"Office.ReadyFind", []string{"Office.Find"}, "a command finds in an index that it has just made"},
	{"Office.Rehearse", []string{"Office.OpenSample"}, "start sample"},
	{"Office.RemoveCopies", []string{"Office.ErasePerson"}, "person erase --copies"},
	{"Office.StartOutbox", []string{"Office.RunOutbox"}, "outbox run, when the script says so"},
	{"Office.StepOut", []string{"Office.Become"}, "nobody stays at work after a command: each says --as"},
	{"Office.Person", []string{"Office.Become"}, "who works is who was named by --as"},
	{"Office.OpenSigningKey", []string{"Office.OpenKey", "Office.OpenTokenKey", "Office.OpenRemoteKey"}, "sign --key names the kind of key"},
	{"Office.RemoteKeys", []string{"Office.Remotes"}, "remote list"},
	{"SignWayOf", []string{"Office.SignFile"}, "sign has a flag for whatever a PDF is asked"},
	{"Office.SigningKeys", []string{"Office.Tokens", "Office.KeysOf", "Office.KeyFiles", "Office.Remotes"}, "tokens and remote list name the keys by their kind"},
	{"Office.SentBeforeRestore", []string{"Office.Check"}, "check names them among the faults, sign --compared lets them by"},
	{"Office.SampleBook", []string{"SampleCaseFile"}, "services sample --out writes the case, draft --from and export --xlsx make a workbook of it"},
	{"Office.SamplePapers", []string{"SampleCaseFile"}, "services sample --out writes the case, draft --from and print draw it"},
	{"Office.Slip", []string{"Office.Slips"}, "slips --person"},
	{"Office.Verify", []string{"Verify"}, "verify, which needs no data folder"},
	{"Office.WaitingCosts", []string{"Office.CostOfWaiting"}, "law waiting tells every day in full"},
	{"Office.WhyPerson", []string{"Office.WhyPay"}, "why --person"},
	{"CheckPassphrase", []string{"Office.HandOut", "Office.SetPassphrase"}, "what is too weak is refused where it is set"},
	{"Rescue.RestoreFile", []string{"Restore"}, "backup restore of a file"},
	{"Rescue.RestoreNewest", []string{"Restore"}, "backup restore of the newest in backup list"},
	{"Rescue.Salvage", []string{"Salvage"}, "backup salvage"},
	{"SamplesOf", []string{"SampleCases"}, "services sample lists them all, with their services"},
	{"SampleWorkbook", []string{"Office.OpenSample"}, "start sample brings the payrolls of both months"},
}

// windowOnly are deeds that have no meaning without a window.
var windowOnly = []only{
	{"Follow", "shows in the grid at hand what an undo has made of the draft"},
	{"ForEmployer", "keeps a work at its employer while another one is taken at hand; a command has one to its end"},
	{"Office.KeepUnsaved", "no dialog is half filled on the console"},
	{"TakeCells", "shows in the grid at hand what is being kept of it"},
	{"Office.ForViewing", "another program shows the file; the console writes it where it is told"},
	{"Office.HasPassphrase", "a window is locked while its person is away; no command stays open"},
	{"Office.TryPassphrase", "unlocks that window"},
	{"Office.Leave", "a person closed the window"},
	{"Office.LeftOff", "where the window stood at a sudden end"},
	{"Office.StandAt", "where the window stands"},
	{"Office.PracticeLot", "the game of the practice guide; bhxh gateway serve --fault return has it for scripts"},
	{"Office.Today", "the day on the clock, which a command has from its caller"},
}

// TestTheConsoleDoesWhatTheWindowDoes: the window decides nothing, since it can ask the
// office alone (see rooms), and whatever it asks the office to do the console asks too.
// A line of the tables above that is no longer needed fails as well.
func TestTheConsoleDoesWhatTheWindowDoes(t *testing.T) {
	window, console := officeCalls(t)
	parity{"the window", "the console", window, console, inConsoleBy, windowOnly}.hold(t)
}

// only is a deed that has no meaning on the other side, and why.
type only struct{ deed, why string }

// parity holds what one side asks of the office against what the other asks.
type parity struct {
	from, to     string            // what the sides are called
	asks, others map[string]string // their deeds, each with a place
	by           []otherwise       // deeds of from that to does by other calls
	only         []only            // deeds of from alone
}

// hold fails for each deed of from that to neither asks for nor is excused from, and for
// each excuse that is no longer needed.
func (p parity) hold(t *testing.T) {
	t.Helper()
	listed := map[string]bool{}
	needed := func(deed string) {
		switch {
		case listed[deed]:
			t.Errorf("%s is listed twice", deed)
		case p.asks[deed] == "":
			t.Errorf("%s is listed, but %s does not call it: drop the line", deed, p.from)
		case p.others[deed] != "":
			t.Errorf("%s is listed, but %s calls it (%s): drop the line", deed, p.to, p.others[deed])
		}
		listed[deed] = true
	}
	for _, x := range p.by {
		needed(x.deed)
		for _, by := range x.by {
			if p.others[by] == "" {
				t.Errorf("%s is said to be in %s by %s (%s), which is not called there", x.deed, p.to, by, x.why)
			}
		}
	}
	for _, x := range p.only {
		needed(x.deed)
	}
	for _, deed := range sortedKeys(p.asks) {
		if p.others[deed] == "" && !listed[deed] {
			t.Errorf("%s does what %s cannot: %s of app/office, called in %s.\n\tGive %s a place for it, a command with a story in app/cli/testdata or a screen; or say in the tables beside this test which calls do the same, or why it means nothing there", p.from, p.to, deed, p.asks[deed], p.to)
		}
	}
}

func sortedKeys(m map[string]string) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// officeCalls finds what of the office the screens and the console ask to be done, with
// a place where each does. The sources are read as the compiler reads them, so that a
// call through an interface of a screen is seen as well.
func officeCalls(t *testing.T) (window, console map[string]string) {
	t.Helper()
	w := newCallWalk(t)
	window, console = map[string]string{}, map[string]string{}
	for _, p := range w.all {
		switch path := strings.TrimPrefix(p.ImportPath, "ankhai/"); {
		case !slices.Contains(p.Imports, officePath) || path == "app/ui/uitest": // invents people for tests
		case strings.HasPrefix(path, "app/ui"):
			w.walk(t, p, window)
		case path == "app/cli":
			w.walk(t, p, console)
		}
	}
	if len(window) < 200 || len(console) < 200 {
		t.Fatalf("%d and %d calls found: they were not read", len(window), len(console))
	}
	return window, console
}

const officePath = "ankhai/app/office"

// callWalk reads packages of ours against what the compiler knows of the others.
type callWalk struct {
	root     string
	all      []compiled
	fset     *token.FileSet
	imports  types.Importer
	office   *types.Package
	officeOf *types.MethodSet // of *office.Office
}

// compiled is a package as go list tells of it.
type compiled struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
}

func newCallWalk(t *testing.T) *callWalk {
	t.Helper()
	cmd := exec.Command("go", "list", "-tags", "ci,test,migrated_fynedo", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Imports", "./app/ui/...", "./app/cli")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	w := &callWalk{fset: token.NewFileSet()}
	if w.root, err = os.Getwd(); err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p compiled
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		w.all, exports[p.ImportPath] = append(w.all, p), p.Export
	}
	w.imports = importer.ForCompiler(w.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	if w.office, err = w.imports.Import(officePath); err != nil {
		t.Fatal(err)
	}
	w.officeOf = types.NewMethodSet(types.NewPointer(w.office.Scope().Lookup("Office").Type()))
	return w
}

// walk adds the deeds that a package asks for.
func (w *callWalk) walk(t *testing.T, p compiled, deeds map[string]string) {
	t.Helper()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(w.fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	conf := types.Config{Importer: w.imports}
	if _, err := conf.Check(p.ImportPath, w.fset, files, info); err != nil {
		t.Fatal(err)
	}
	for id, used := range info.Uses {
		f, ok := used.(*types.Func)
		if !ok || !f.Exported() {
			continue
		}
		if deed := w.deed(f); deed != "" {
			if at := w.place(id.Pos()); deeds[deed] == "" || at < deeds[deed] { // the same one each time
				deeds[deed] = at
			}
		}
	}
}

// place says file and line, from the project's folder.
func (w *callWalk) place(pos token.Pos) string {
	at := w.fset.Position(pos)
	if rel, err := filepath.Rel(w.root, at.Filename); err == nil {
		at.Filename = filepath.ToSlash(rel)
	}
	return fmt.Sprintf("%s:%d", at.Filename, at.Line)
}

// deed is the name of a function if it is one of the office that does something: a
// method of *office.Office, also where a screen names it in an interface of its own; or
// another function or method that takes a context or may fail. The rest of the office
// are words and lists.
func (w *callWalk) deed(f *types.Func) string {
	sig := f.Signature()
	switch recv := sig.Recv(); {
	case recv != nil && types.IsInterface(recv.Type()):
		if m := w.officeOf.Lookup(w.office, f.Name()); f.Pkg() != w.office && m != nil && types.Identical(m.Obj().(*types.Func).Signature(), sig) {
			return "Office." + f.Name()
		}
		return ""
	case f.Pkg() != w.office:
		return ""
	case recv == nil:
		if acts(sig) {
			return f.Name()
		}
		return ""
	default:
		of := recv.Type()
		if p, ok := of.(*types.Pointer); ok {
			of = p.Elem()
		}
		name := of.(*types.Named).Obj().Name()
		if name == "Office" || acts(sig) {
			return name + "." + f.Name()
		}
		return ""
	}
}

// acts reports whether a function takes a context or may fail.
func acts(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if v.Type().String() == "context.Context" {
			return true
		}
	}
	for v := range sig.Results().Variables() {
		if v.Type().String() == "error" {
			return true
		}
	}
	return false
}

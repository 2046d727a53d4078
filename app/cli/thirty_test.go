package cli_test

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"ankhai/app/cli"
	"ankhai/app/gateway"
	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/print"
	"ankhai/forms/services"
	"ankhai/forms/xmlfile"
)

// TestThirtyServices takes every shipped case of the 30 dịch vụ công by the console
// from its file to the gateway, or to the pack of whoever hands it in: drafted, its
// papers attached, checked, printed, signed. Other people's programs judge what came
// out. A3, which files nothing, is its guide.
func TestThirtyServices(t *testing.T) {
	for _, tool := range []string{"xmlsec1", "xmllint", "pdfsig", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("%s is not installed; in CI this must not be skipped", tool)
			}
			t.Skipf("%s is not installed", tool)
		}
	}
	d := newThirty(t)
	var list struct{ Services []services.DichVu }
	d.json(&list, cli.Done, "services", "list")
	if len(list.Services) != 30 {
		t.Fatalf("bhxh services list shows %d, want 30", len(list.Services))
	}
	all, err := office.SampleCases()
	if err != nil {
		t.Fatal(err)
	}
	through := map[string]bool{}
	var table bytes.Buffer
	w := tabwriter.NewWriter(&table, 2, 4, 2, ' ', 0)
	fmt.Fprintln(w, "service\tcase\tforms\tsigned files\troad")
	for _, s := range all {
		t.Run(s.ID, func(t *testing.T) {
			d.t = t
			j := d.journey(s)
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", cmp.Or(s.Service, "I-VAN"), cmp.Or(s.Case, s.Procedure), strings.Join(j.forms, " "), strings.Join(j.files, " "), j.road)
			through[s.Service] = true
		})
	}
	d.t = t
	for _, s := range list.Services {
		if s.HuongDan {
			out, _ := d.run(cli.Done, "services", "guide", s.ID)
			if !strings.Contains(out, s.Ten) || !strings.Contains(out, "Thẻ BHYT") {
				t.Errorf("guide of %s:\n%s", s.ID, out)
			}
			d.run(cli.Refused, "draft", "--service", s.ID, "--month", "2026-11")
			fmt.Fprintf(w, "%s\t–\t–\t–\tguide\n", s.ID)
			through[s.ID] = true
		}
	}
	delete(through, "")
	w.Flush()
	t.Logf("%d services\n%s", len(through), table.String())
	for _, s := range list.Services {
		if !through[s.ID] {
			t.Errorf("%s. %s: no sample case went through", s.ID, s.Ten)
		}
	}
}

// thirty is the desk at which the samples are worked off: one employer, one key of
// it and one of a person.
type thirty struct {
	t    *testing.T
	dir  string
	unit aKey
	own  aKey
	now  func() time.Time
}

func newThirty(t *testing.T) *thirty {
	started := time.Now()
	d := &thirty{t: t, dir: t.TempDir(), now: func() time.Time { return clock.Add(time.Since(started)) }}
	var err error
	if d.unit, err = keyFile("0100109106", "mat-khau", clock.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	if d.own, err = keyFile("", "mat-khau", clock.AddDate(1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"don-vi.p12": d.unit.p12, "don-vi.goc.pem": d.unit.root, "don-vi.cap.pem": d.unit.issuing,
		"nguoi.p12": d.own.p12, "nguoi.goc.pem": d.own.root, "nguoi.cap.pem": d.own.issuing, "pin.txt": []byte("mat-khau\n"),
	} {
		d.write(name, data)
	}
	d.run(cli.Done, "init", "--tax-code", "0100109106", "--name", "CÔNG TY TNHH MAY MẪU", "--unit-code", "YN0001A", "--agency", "07906", "--region", "01",
		"--address", "Số 1, đường Thử Nghiệm, phường Sài Gòn, Thành phố Hồ Chí Minh", "--email", "ketoan@vidu.invalid", "--phone", "0900000001",
		"--representative", "Nguyễn Văn Mẫu", "--representative-id", "079080000001", "--type", "Công ty TNHH", "--industry", "141 May trang phục",
		"--payment", "Hằng tháng", "--participants", "Cùng tham gia BHXH, BHYT, BHTN", "--workplace", "Phường Sài Gòn, Thành phố Hồ Chí Minh")
	return d
}

func (d *thirty) path(name string) string { return filepath.Join(d.dir, name) }

func (d *thirty) write(name string, data []byte) {
	d.t.Helper()
	if err := os.WriteFile(d.path(name), data, 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// run types a command, which must end with a code, and returns what it said.
func (d *thirty) run(want int, args ...string) (out, said string) {
	d.t.Helper()
	var o, e bytes.Buffer
	got := cli.Main(context.Background(), cli.World{
		Args: append([]string{"--data", d.path("kho")}, args...), In: strings.NewReader(""), Out: &o, Err: &e,
		Getenv: func(string) string { return "" }, Now: d.now, ConfigDir: func() (string, error) { return d.path("cau-hinh"), nil },
	})
	if got != want {
		d.t.Fatalf("bhxh %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, want, o.String(), e.String())
	}
	return o.String(), e.String()
}

// json types a command with --json and reads its answer.
func (d *thirty) json(into any, want int, args ...string) {
	d.t.Helper()
	out, _ := d.run(want, append([]string{"--json"}, args...)...)
	if err := json.Unmarshal([]byte(out), into); err != nil {
		d.t.Fatalf("bhxh %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// journey is how one sample came through.
type journey struct {
	forms, files []string
	road         string
}

func (d *thirty) journey(s office.SampleCase) journey {
	d.t.Helper()
	var sample struct {
		File, Next string
	}
	d.json(&sample, cli.Done, "services", "sample", s.ID, "--out", d.path(s.ID+".json"))
	what := []string{"draft", "--procedure", s.Procedure, "--month", s.Month, "--from", sample.File}
	if s.Case != "" {
		what = append(what, "--service", s.Service, "--case", s.Case)
	}
	var draft struct {
		ID    string
		Forms map[string]int
	}
	d.json(&draft, cli.Done, what...)
	d.papers(draft.ID)
	d.check(draft.ID)
	d.print(draft.ID)

	p, _ := services.Procedure(s.Procedure)
	key := "don-vi"
	if p.KhongQuaIVAN {
		key = "nguoi"
	}
	var signed struct{ Files []string }
	d.json(&signed, cli.Done, "sign", draft.ID, "--out", d.path("ky-"+s.ID), "--key", "p12:"+d.path(key+".p12"), "--pin-file", d.path("pin.txt"))
	for _, f := range signed.Files {
		d.judge(f, key)
	}
	j := journey{road: d.send(draft.ID, p, signed.Files)}
	for f := range draft.Forms {
		j.forms = append(j.forms, f)
	}
	for _, f := range signed.Files {
		j.files = append(j.files, filepath.Base(f))
	}
	slices.Sort(j.forms)
	return j
}

// papers gives every paper that the case must have, and answers the others.
func (d *thirty) papers(id string) {
	d.t.Helper()
	type line struct {
		IDs             []string
		Name, How       string
		Required, Given bool
	}
	var list struct{ Papers []line }
	d.json(&list, cli.Done, "papers", id)
	for _, l := range list.Papers {
		switch {
		case l.Given:
		case l.Required && l.How == string(services.Tep):
			pdf, err := print.PDF(&form.Doc{}, &form.Paper{Version: "1", Parts: []form.Part{form.Lines{Lines: []form.Line{{Segs: []form.Seg{form.B(l.Name)}}}}}}, print.Options{Made: clock, Title: l.Name})
			if err != nil {
				d.t.Fatal(err)
			}
			d.write(l.IDs[0]+".pdf", pdf)
			d.run(cli.Done, "attach", id, d.path(l.IDs[0]+".pdf"), "--paper", l.IDs[0])
		case l.Required:
			d.run(cli.Done, "papers", id, "--answer", l.IDs[0]+"=luu", "--note", "Lưu tại nơi lập hồ sơ")
		default:
			d.run(cli.Done, "papers", id, "--answer", l.IDs[0]+"=khong-can", "--note", "Trường hợp mẫu không có")
		}
	}
	list.Papers = nil
	d.json(&list, cli.Done, "papers", id)
	for _, l := range list.Papers {
		if !l.Given {
			d.t.Errorf("paper %v is not given", l.IDs)
		}
	}
}

// check finds no Lỗi; what it reminds of is printed.
func (d *thirty) check(id string) {
	d.t.Helper()
	var found struct {
		Faults []struct{ Code, Level, Form, Column, Message string }
	}
	d.json(&found, cli.Done, "check", id)
	for _, f := range found.Faults {
		d.t.Logf("%s %s %s %s: %s", f.Level, f.Code, f.Form, f.Column, f.Message)
	}
}

// print draws every form; each page set bears the title of its form.
func (d *thirty) print(id string) {
	d.t.Helper()
	var done struct{ Files []string }
	d.json(&done, cli.Done, "print", id, "--out", d.path("in-"+id))
	for _, file := range done.Files {
		text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
		if err != nil {
			d.t.Fatalf("pdftotext %s: %v", file, err)
		}
		i := slices.IndexFunc(form.Forms(), func(f *form.Form) bool { return f.FileName()+".pdf" == filepath.Base(file) })
		if i < 0 {
			d.t.Fatalf("%s is of no form", file)
		}
		want, _, _ := strings.Cut(form.Forms()[i].Title, " (") // what is in brackets explains
		if !strings.Contains(plainWords(string(text)), plainWords(want)) {
			d.t.Errorf("%s does not bear its title %q:\n%s", filepath.Base(file), want, text)
		}
	}
}

func plainWords(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// judge lets others' programs verify a signed file: its signature, and the order of
// its elements.
func (d *thirty) judge(file, key string) {
	d.t.Helper()
	name := filepath.Base(file)
	if filepath.Ext(name) == ".pdf" {
		out, err := exec.Command("pdfsig", "-nocert", file).Output()
		if err != nil || !strings.Contains(string(out), "Signature is Valid") {
			d.t.Errorf("pdfsig %s: %v\n%s", name, err, out)
		}
		return
	}
	if out, err := exec.Command("xmlsec1", "--verify", "--enabled-key-data", "x509", "--trusted-pem", d.path(key+".goc.pem"), "--untrusted-pem", d.path(key+".cap.pem"),
		"--verification-time", "2026-11-22 12:00:00", file).CombinedOutput(); err != nil {
		d.t.Errorf("xmlsec1 %s: %v\n%s", name, err, out)
	}
	schema := "BHXHDienTu"
	if name != xmlfile.EnvelopeName {
		_, w := xmlfile.LayoutOfFile(name)
		if w == nil {
			d.t.Errorf("%s: no layout", name)
			return
		}
		schema = w.SchemaName()
	}
	if out, err := exec.Command("xmllint", "--nonet", "--noout", "--schema", filepath.Join("..", "..", "forms", "xmlfile", "xsd", schema+".xsd"), file).CombinedOutput(); err != nil {
		d.t.Errorf("xmllint %s: %v\n%s", name, err, out)
	}
}

// send brings a signed dossier where it goes, and says which road that was.
func (d *thirty) send(id string, p services.ThuTuc, signed []string) string {
	d.t.Helper()
	// the sample company has a code already, so its first registration is refused here;
	// app/office tests one that goes through
	first := filepath.Base(signed[0]) == "HSDK-LanDau.xml"
	if !p.KhongQuaIVAN && !first && (!p.TepRieng || gateway.Carries(filepath.Base(signed[0]))) {
		var sent struct{ State, Receipt, SoHoSo string }
		d.json(&sent, cli.Done, "submit", id, "--gateway", "thuc-hanh")
		if sent.SoHoSo == "" || sent.Receipt == "" {
			d.t.Errorf("submit: %+v", sent)
		}
		if p.TepRieng {
			return "I-VAN, tệp riêng " + filepath.Base(signed[0])
		}
		return "I-VAN, thủ tục " + p.Ma
	}
	if _, said := d.run(cli.Refused, "submit", id, "--gateway", "thuc-hanh"); !strings.Contains(said, "bhxh export") && !(first && strings.Contains(said, "đã có mã đơn vị YN0001A")) {
		d.t.Errorf("submit is refused without the way out: %s", said)
	}
	out := d.path(id + "-giao")
	d.run(cli.Done, "export", id, "--out", out)
	data, err := os.ReadFile(out)
	if err != nil {
		d.t.Fatal(err)
	}
	if p.TepRieng {
		if want, err := os.ReadFile(signed[0]); err != nil || !bytes.Equal(data, want) {
			d.t.Errorf("export is not the signed file: %v", err)
		}
		return "tệp riêng cho I-VAN"
	}
	d.pack(data, signed)
	return "tự nộp, ZIP"
}

// pack asks that the pack holds a slip and the signed files, unchanged.
func (d *thirty) pack(data []byte, signed []string) {
	d.t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		d.t.Fatal(err)
	}
	in := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			d.t.Fatal(err)
		}
		if in[f.Name], err = io.ReadAll(r); err != nil {
			d.t.Fatal(err)
		}
	}
	if slip := in["00-phieu-nop.pdf"]; !bytes.HasPrefix(slip, []byte("%PDF-")) || len(in) != len(signed)+1 {
		d.t.Errorf("the pack holds %d files, want %d and a slip", len(in), len(signed))
	}
	for _, f := range signed {
		if want, err := os.ReadFile(f); err != nil || !bytes.Equal(in[filepath.Base(f)], want) {
			d.t.Errorf("%s in the pack is not the signed file", filepath.Base(f))
		}
	}
}

// Every form that somebody declares is of a case of a service, or of the use of an
// I-VAN, and is shipped filled in one; the agency's are in none.
func TestEveryFormIsReachable(t *testing.T) {
	inCase, inSample := map[string]bool{}, map[string]bool{}
	for _, s := range services.Services() {
		for _, c := range s.TruongHop {
			for _, m := range slices.Concat(c.Mau, c.MauKem) {
				inCase[m] = true
			}
		}
	}
	for _, p := range services.Procedures() {
		if p.TepRieng {
			for _, m := range slices.Concat(p.BatBuoc, p.DuocKem) {
				inCase[m] = true
			}
		}
	}
	all, err := office.SampleCases()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		_, f, err := office.SampleCaseFile(s.ID)
		if err != nil {
			t.Fatal(err)
		}
		var docs []struct{ Form string }
		if err := json.Unmarshal(f.Bytes, &docs); err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			inSample[d.Form] = true
		}
	}
	for _, f := range form.Forms() {
		switch {
		case f.Agency && inSample[f.ID]:
			t.Errorf("%s is the agency's and stands in a sample", f.ID)
		case !f.Agency && !inCase[f.ID]:
			t.Errorf("%s is of no case and no procedure", f.ID)
		case !f.Agency && !inSample[f.ID]:
			t.Errorf("%s is in no shipped case", f.ID)
		}
	}
}

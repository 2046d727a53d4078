package office

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"

	"ankhai/forms/c12"
	"ankhai/forms/c12ts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/print"
	"ankhai/forms/sheet"
)

// statementOf writes the statement that an agency would send which reckons with these
// people.
func statementOf(t *testing.T, m law.Month, people []c12.Nguoi) *form.Doc {
	t.Helper()
	d := form.New(c12ts.D366)
	c12ts.Thang.Set(&d.Head, m)
	c12ts.MaDonVi.Set(&d.Head, "YN0001A")
	c12ts.KiemTra.Set(&d.Head, m.Add(1).First().Add(14))
	d.Rows = c12.Tinh(m, people, nil).Dong()
	return d
}

// c12Workbook writes a statement as an agency's workbook: no marks of ours.
func c12Workbook(t *testing.T, d *form.Doc) []byte {
	t.Helper()
	tab := sheet.ReportTab{Name: "C12", Title: "Tháng " + c12ts.Thang.Get(d.Head).String() + " thông báo", Notes: []string{"Mã đơn vị YN0001A"}}
	for _, head := range []string{"STT", "NỘI DUNG", "ÔĐ, TS", "HTTT", "BHYT", "BHTN", "BHTNLĐ, BNN", "CỘNG"} {
		tab.Cols = append(tab.Cols, sheet.ReportCol{Head: head})
	}
	for _, r := range d.Rows {
		ma := c12ts.Ma.Get(r)
		line := []any{ma, c12ts.ChiTieu.Label(ma)}
		for _, c := range append(append([]form.MoneyColumn{}, c12ts.Quy...), c12ts.Cong) {
			line = append(line, amount(c.Column.Get(r)))
		}
		tab.Rows = append(tab.Rows, line)
	}
	data, err := sheet.WriteReport([]sheet.ReportTab{tab})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// peopleOfMonth are the people as the reconciliation has them.
func peopleOfMonth(t *testing.T, o *Office, m law.Month) []c12.Nguoi {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	book, err := o.LawBookOf(t.Context(), dv.MaSoThue)
	if err != nil {
		t.Fatal(err)
	}
	people, _, err := o.c12People(t.Context(), dv, m, book)
	if err != nil {
		t.Fatal(err)
	}
	return people
}

// stale is what an agency has that heard of nothing since the month before.
func stale(people []c12.Nguoi) []c12.Nguoi {
	out := append([]c12.Nguoi{}, people...)
	for i := range out {
		if n := &out[i]; n.Truoc == nil {
			n.Nay = nil
		} else {
			n.Nay = n.Giu
		}
	}
	return out
}

func takeIn(t *testing.T, o *Office, name string, data []byte, m law.Month) C12Read {
	t.Helper()
	res, err := o.ImportC12(t.Context(), C12File{Name: name, Data: data, Month: m})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// The statement of our own figures agrees, whether it came as a workbook or as a PDF.
func TestReconcileOwnFigures(t *testing.T) {
	o := sampleDesk(t)
	d := statementOf(t, demoBefore, peopleOfMonth(t, o, demoBefore))
	files := map[string][]byte{"c12.xlsx": c12Workbook(t, d)}
	if _, err := exec.LookPath("pdftotext"); err == nil {
		pdf, err := print.PDF(d, d.Form.Paper(20261115), print.Options{Made: testDay})
		if err != nil {
			t.Fatal(err)
		}
		files["c12.pdf"] = pdf
	}
	for name, data := range files {
		res := takeIn(t, o, name, data, demoBefore)
		if !res.Kept || len(res.Found) != 0 {
			t.Fatalf("%s: %+v", name, res.Found)
		}
		got, err := o.Reconcile(t.Context(), demoBefore)
		if err != nil || !got.Khop() || got.File != name {
			t.Errorf("%s: %v %+v %+v", name, err, got.LoiGiai, got.Con)
		}
		if f, err := o.C12Original(t.Context(), demoBefore); err != nil || string(f.Bytes) != string(data) || f.Name != name {
			t.Errorf("%s: the file is not kept as it came: %v", name, err)
		}
	}
	if _, err := o.Reconcile(t.Context(), 202601); !errors.Is(err, ErrNoStatement) {
		t.Errorf("got %v", err)
	}
}

// The payroll knows changes that nobody has sent: the statement does not have them, and
// the mend drafts them from the payroll's proposals.
func TestReconcileWhatWasNotSent(t *testing.T) {
	o := sampleDesk(t)
	people := peopleOfMonth(t, o, SampleMonth)
	takeIn(t, o, "c12.xlsx", c12Workbook(t, statementOf(t, SampleMonth, stale(people))), SampleMonth)
	got, err := o.Reconcile(t.Context(), SampleMonth)
	if err != nil || len(got.LoiGiai) == 0 {
		t.Fatalf("%v %+v", err, got)
	}
	x := got.LoiGiai[0].NguyenNhan
	if len(x) != 1 || x[0].Loai != c12.CaNhom || !strings.Contains(x[0].Say, "chưa báo") || !got.LoiGiai[0].KemPhu || len(got.Con) != 0 {
		t.Fatalf("%+v, left %+v", got.LoiGiai[0], got.Con)
	}
	one := got.CoThe[0]
	made, err := o.MendC12(t.Context(), SampleMonth, one.Sua)
	if err != nil || made.Month != SampleMonth.Add(1) {
		t.Fatalf("%v %+v", err, made)
	}
	docs, err := o.store.Docs(t.Context(), made.ID)
	if err != nil || len(docs[0].Rows) != 1 {
		t.Fatalf("%v, %d rows", err, len(docs[0].Rows))
	}
	whole, err := o.MendC12(t.Context(), SampleMonth, x[0].Sua)
	if err != nil || x[0].Sua.PhuongAn != "" {
		t.Fatalf("%v %+v", err, x[0].Sua)
	}
	if all, err := o.store.Docs(t.Context(), whole.ID); err != nil || len(all[0].Rows) != len(x[0].Ai) {
		t.Errorf("%v: %d rows for %d people", err, len(all[0].Rows), len(x[0].Ai))
	}
	if keys := linesOf(saidIn(docs, SampleMonth)); keys[0].Month != SampleMonth || keys[0].PhuongAn != one.Sua.PhuongAn {
		t.Errorf("drafted %v for %+v", keys[0], one.Sua)
	}
	if _, err := o.MendC12(t.Context(), SampleMonth, c12.Sua{Viec: c12.VanBan}); !errors.Is(err, ErrNoMend) {
		t.Errorf("a letter is drafted as a dossier: %v", err)
	}
	letter, err := o.C12Letter(t.Context(), SampleMonth)
	if err != nil || !strings.HasPrefix(string(letter.Bytes), "%PDF-") {
		t.Errorf("letter: %v", err)
	}
	report, err := o.C12Report(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	sheets, _, err := sheet.ReadCells(t.Context(), report.Bytes, nil)
	if err != nil || len(sheets) != 3 || len(sheets[0].Rows) < 60 || len(sheets[1].Rows) < 2 {
		t.Errorf("report: %v, %d sheets", err, len(sheets))
	}
}

// A raise that was sent after the month: the statement of the month still has the old
// pay, and the answer says when it was sent and where it will come. The month after has
// it among the adjustments.
func TestReconcileWhatWasSentLate(t *testing.T) {
	day := testDay
	t.Cleanup(func() { testDay = day })
	o := sampleDesk(t)
	late := raises(t, o)[:1]
	testDay = time.Date(2026, 12, 4, 9, 0, 0, 0, vietnam)
	id := sendRaises(t, o, late)
	people := peopleOfMonth(t, o, SampleMonth)
	theirs := append([]c12.Nguoi{}, people...)
	i := personAt(t, people, late[0])
	theirs[i].Nay = theirs[i].Giu
	takeIn(t, o, "c12.xlsx", c12Workbook(t, statementOf(t, SampleMonth, theirs)), SampleMonth)
	got, err := o.Reconcile(t.Context(), SampleMonth)
	if err != nil || len(got.LoiGiai) == 0 {
		t.Fatalf("%v %+v", err, got.KetQua)
	}
	x := got.LoiGiai[0].NguyenNhan[0]
	if x.Loai != c12.ChuaTinhLuong || x.Ai[0].HoTen != late[0].HoTen || x.Sua.Viec != c12.Cho || !strings.Contains(x.Say, "Báo ngày 04/12/2026 trong "+id) {
		t.Errorf("%+v", x)
	}
	e, err := got.WhyC12("B.3", c12.CotHuuTri)
	if err != nil || e.Total != x.So[c12.HuuTri] || !strings.Contains(told(e.Working), late[0].HoTen) {
		t.Errorf("%v %+v", err, e)
	}
	if _, err := got.WhyC12("C", c12.CotCong); !errors.Is(err, ErrNotAnAmount) {
		t.Errorf("what was paid is explained: %v", err)
	}
	next := peopleOfMonth(t, o, SampleMonth.Add(1))
	n := next[personAt(t, next, late[0])]
	if want := people[i].Nay.Dong[c12.HuuTri] - people[i].Giu.Dong[c12.HuuTri]; n.DieuChinh[c12.HuuTri] != want || want == 0 {
		t.Errorf("adjusted by %d, want %d", n.DieuChinh[c12.HuuTri], want)
	}
}

// sendRaises drafts, signs and sends proposals through a gateway.
func sendRaises(t *testing.T, o *Office, ps []payroll.DeXuat) string {
	t.Helper()
	made, err := o.Draft(t.Context(), "600", SampleMonth, ps)
	if err != nil {
		t.Fatal(err)
	}
	signDossier(t, o, made[0].ID)
	_, url := aGateway(t, t.TempDir(), "")
	if sent, err := o.Send(t.Context(), made[0].ID, url); err != nil {
		t.Fatalf("%v %+v", err, sent)
	}
	if _, err := o.Refresh(t.Context(), made[0].ID, url); err != nil {
		t.Fatal(err)
	}
	return made[0].ID
}

func personAt(t *testing.T, people []c12.Nguoi, d payroll.DeXuat) int {
	t.Helper()
	for i, n := range people {
		if n.HoTen == d.HoTen && n.MaSo == d.MaSoBHXH {
			return i
		}
	}
	t.Fatalf("%s is not there", d.HoTen)
	return -1
}

// What cannot be a statement of the month is refused in words and not kept.
func TestStatementRefused(t *testing.T) {
	o := sampleDesk(t)
	d := statementOf(t, demoBefore, peopleOfMonth(t, o, demoBefore))
	res := takeIn(t, o, "c12.xlsx", c12Workbook(t, d), SampleMonth)
	if res.Kept || !blocking(res.Found) || !strings.Contains(res.Found[0].Say, "ghi tháng 10/2026") {
		t.Errorf("%+v", res)
	}
	res = takeIn(t, o, "thu.txt", []byte("Kính gửi ông bà"), SampleMonth)
	if res.Kept || !blocking(res.Found) {
		t.Errorf("%+v", res)
	}
	for name, data := range map[string][]byte{"hong.xlsx": c12Workbook(t, d)[:900], "la.json": []byte(`{"a":1}`), "hong.pdf": []byte("%PDF-1.7\nhỏng")} {
		_, err := o.ImportC12(t.Context(), C12File{Name: name, Data: data, Month: SampleMonth})
		if err == nil || Say(err) == err.Error() {
			t.Errorf("%s: %v is not told in words", name, err)
		}
	}
	if months, err := o.C12Months(t.Context()); err != nil || len(months) != 0 {
		t.Errorf("kept %v, %v", months, err)
	}
}

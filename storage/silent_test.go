package storage

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Whatever goes wrong, an error of this package names records and rules, never a
// value of a person's: it may become a log line or a report.
func TestErrorsAreSilent(t *testing.T) {
	s := start(t)
	id, sub := desk(t, s, true)
	wage := form.NumValue(goes.Luong.MucLuong)
	name := form.TextValue(goes.HoTen)
	secrets := append(secretsOf(goes), secretsOf(stays)...)
	odd := goes // fails: no month
	odd.TuThang = 0
	foreign := goes // fails: of another employer
	foreign.ID = "NLD000001"
	paper := Attachment{Name: goes.HoTen + "\xff", Bytes: []byte(goes.SoCCCD)}

	broken := filepath.Join(t.TempDir(), "ankhai.db")
	must(t, s.Backup(ctx, broken))
	db, err := s.door.connect(broken, 1)
	must(t, err)
	for _, q := range []string{
		`UPDATE payroll_rows SET data = '{"hoTen":"Đặng Thị Ngọc Ẩn","luong":{"mucLuong":17043219.5},"soCCCD":79190123457}'`,
		`UPDATE history SET hop_dong = '["Đặng Thị Ngọc Ẩn",17043219', he_so = '["17043219"]'`,
		`UPDATE people_past SET data = '{"ngaySinh":"079190123457"}'`,
		`UPDATE doc_rows SET data = '{"MucLuong":"17043219 của Đặng Thị Ngọc Ẩn"}'`,
		`UPDATE settings SET value = '{"before":"Đặng Thị Ngọc Ẩn"}'`, `UPDATE employers SET data = '{"ten":17043219}'`,
	} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	must(t, db.Close())
	stores := map[string]*Store{"well": s, "broken": openAt(t, broken)}
	closed := openAt(t, filepath.Join(t.TempDir(), "ankhai.db"))
	must(t, closed.Close())
	stores["closed"] = closed
	if looking, err := Open(ctx, s.Path(), Options{Now: func() time.Time { return thisDay }, ReadOnly: true, Key: s.opt.Key}); err == nil {
		t.Cleanup(func() { looking.Close() })
		stores["read-only"] = looking
	} else {
		t.Fatal(err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()

	failed := 0
	for kind, s := range stores {
		for _, c := range []context.Context{ctx, gone} {
			errs := map[string]error{
				"people without a month":  s.PutPeople(c, mst, []facts.NguoiLaoDong{odd}, goes.HoTen),
				"people of nobody":        s.PutPeople(c, "0000000000", []facts.NguoiLaoDong{goes}, goes.HoTen),
				"people of another":       s.PutPeople(c, "0300000000", []facts.NguoiLaoDong{foreign}, goes.HoTen),
				"payroll without a month": s.PutPayroll(c, mst, 0, Payroll{TenTep: goes.HoTen, Rows: []facts.DongLuong{{HoTen: goes.HoTen}}}),
				"payroll with bad notes":  s.PutPayroll(c, mst, 202609, Payroll{TenTep: goes.HoTen, Problems: json.RawMessage(goes.HoTen)}),
				"mapping":                 s.PutMapping(c, goes.SoCCCD, goes.HoTen, json.RawMessage(goes.HoTen)),
				"setting":                 s.PutSetting(c, "x:"+id, map[string]any{goes.HoTen: func() {}}),
				"edit":                    s.EditCells(c, id, "THU-01", []CellEdit{{Row: 99, Tag: "HoTen", New: name}, {Row: 0, Tag: "KhongCo", New: wage}}),
				"edit what is frozen":     s.EditCells(c, sub.DossierID, "THU-01", []CellEdit{{Row: 0, Tag: "HoTen", New: name}}),
				"rows":                    s.InsertRows(c, id, "THU-01", "KhongCo", 0, []form.Row{{name, wage}}),
				"note":                    s.SetNote(c, "HS999999", goes.HoTen),
				"dismiss":                 s.Dismiss(c, sub.DossierID, Dismissal{Code: "x", Reason: goes.HoTen}),
				"move":                    s.Move(c, sub.ID, DaKy, ChoGui, goes.HoTen, []byte(goes.SoCCCD)),
				"receipt":                 s.SetReceipt(c, sub.ID, []byte(goes.HoTen), "khác"),
				"employer":                s.PutDonVi(c, facts.DonVi{Ten: goes.HoTen, SoDinhDanh: goes.SoCCCD}),
			}
			_, errs["paper"] = s.PutAttachment(c, id, paper)
			_, errs["history"] = s.History(c, "NLD000001")
			_, errs["roster"] = s.Roster(c, mst, 202612)
			_, errs["payroll"] = s.Payroll(c, mst, 202610)
			_, errs["doc"] = s.Doc(c, id, "THU-01")
			_, errs["employers"] = s.DonVis(c)
			_, errs["subject"] = s.Subject(c, "NLD000001")
			_, errs["plan"] = s.PlanErasure(c, "NLD000001")
			_, errs["erase"] = s.EraseDossier(c, sub.DossierID, "het-han")
			_, errs["find"] = s.FindPerson(c, goes.HoTen, goes.SoCCCD+"0")
			_, errs["freeze"] = s.Freeze(c, id, Submission{Envelope: []byte(goes.HoTen), SHA256: goes.SoCCCD})
			_, errs["ledger"] = s.SentBefore(c, mst, []LedgerKey{{SoCCCD: goes.SoCCCD, Month: 202610, PhuongAn: "GH"}})
			var into int
			errs["setting of another kind"] = s.Setting(c, "da-theo:HS000009", &into)
			for what, err := range errs {
				if err == nil {
					continue
				}
				failed++
				for _, secret := range secrets {
					if strings.Contains(err.Error(), secret) {
						t.Errorf("%s store, %s: error carries %q: %v", kind, what, secret, err)
					}
				}
			}
		}
	}
	if failed < 120 {
		t.Errorf("only %d operations failed: the test does not reach the errors", failed)
	}
	t.Logf("%d errors looked at", failed)
}

// The journal tells who did what to whom and how many, and holds no value.
func TestJournalHoldsNoValues(t *testing.T) {
	s := start(t)
	desk(t, s, true)
	must(t, s.RecordDeed(ctx, Deed{What: "nguoi.xuat", Ref: "NLD000001", People: 1, Purpose: "yeu-cau"}))
	_, err := s.ErasePerson(ctx, "NLD000001", "het-han")
	must(t, err)
	lines, err := s.Journal(ctx, 0)
	must(t, err)
	for _, e := range lines {
		for _, w := range strings.Fields(e.Ref) {
			if digits := strings.Trim(w, "0123456789"); digits == "" && len(w) >= 7 {
				t.Errorf("line %d: %q has the shape of a number of a person's or of a wage", e.Seq, w)
			}
		}
		for _, secret := range append(secretsOf(goes), mst) {
			if strings.Contains(e.What+" "+e.Ref+" "+e.Who, secret) {
				t.Errorf("line %d carries %q: %s %s", e.Seq, secret, e.What, e.Ref)
			}
		}
	}
	got := lines[0].Deed()
	want(t, "erasure", got, Deed{What: "nguoi.xoa", Ref: "NLD000001", People: 1, Purpose: "het-han"})
	want(t, "export", lines[1].Deed(), Deed{What: "nguoi.xuat", Ref: "NLD000001", People: 1, Purpose: "yeu-cau"})
}

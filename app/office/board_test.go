package office

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/signing"
	"ankhai/storage"
)

// crowd enters n employers with some people each and drafts for a part of them.
func crowd(t testing.TB, o *Office, n, people int) []string {
	t.Helper()
	ctx := context.Background()
	var out []string
	for i := range n {
		dv := facts.DonVi{MaSoThue: fmt.Sprintf("%010d", 1000+i), Ten: fmt.Sprintf("CÔNG TY SỐ %d", i), MaDonVi: "YN0001A", CoQuanBHXH: "07906"}
		if err := o.store.PutDonVi(ctx, dv); err != nil {
			t.Fatal(err)
		}
		var ps []facts.NguoiLaoDong
		for p := range people {
			ps = append(ps, facts.NguoiLaoDong{HoTen: fmt.Sprintf("Người %d", p), TrangThai: facts.DangDong, TuThang: 202601, GioiTinh: facts.Nu,
				NgaySinh: facts.NgaySinh(19900101 + int64(p%28)), SoCCCD: fmt.Sprintf("079190%06d", i*100+p), ChucDanh: "Công nhân", MaSoBHXH: fmt.Sprintf("79%08d", i*100+p),
				Luong: facts.Luong{Known: p > 0, MucLuong: 6_000_000}})
		}
		if err := o.store.PutPeople(ctx, dv.MaSoThue, ps, "thử"); err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			if _, err := o.store.NewDossier(ctx, storage.Dossier{MaSoThue: dv.MaSoThue, Procedure: "600", Month: SampleMonth}); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, dv.MaSoThue)
	}
	return out
}

func rowOn(t *testing.T, o *Office, mst string) BoardRow {
	t.Helper()
	b, err := o.Board(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range b.Rows {
		if r.Employer.MaSoThue == mst {
			return r
		}
	}
	t.Fatalf("no %s on the board", mst)
	return BoardRow{}
}

// A month on the board: drafted, checked, signed, sent, each time where it stands.
func TestBoardFollowsAMonth(t *testing.T) {
	o := sampleDesk(t)
	crowd(t, o, 4, 3)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	mine := []string{dv.MaSoThue}
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	if r := rowOn(t, o, dv.MaSoThue); r.Drafts != 1 || r.Unchecked != 1 || r.ToSign != 0 || !r.Payroll || r.Due == 0 || r.DueSay == "" || !r.Work() {
		t.Errorf("drafted: %+v", r)
	}
	if r := rowOn(t, o, "0000001001"); r.Drafts != 0 || r.Lacking != 1 || r.Payroll {
		t.Errorf("of another: %+v", r)
	}
	checked, err := o.BoardCheck(t.Context(), SampleMonth, mine, nil)
	if err != nil || len(checked) != 1 || checked[0].State != storage.DaKiem || checked[0].Outcome() != BatchSigned {
		t.Fatalf("checked: %+v %v", checked, err)
	}
	if r := rowOn(t, o, dv.MaSoThue); r.Unchecked != 0 || r.Faulty != 0 || r.ToSign != 1 {
		t.Errorf("checked: %+v", r)
	}
	// an edit forgets the check
	if _, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: 0, Tag: "MucLuong", Text: ""}}); err != nil {
		t.Fatal(err)
	}
	if r := rowOn(t, o, dv.MaSoThue); r.Unchecked != 1 || r.ToSign != 0 {
		t.Errorf("edited: %+v", r)
	}
	checked, err = o.BoardCheck(t.Context(), SampleMonth, mine, nil)
	if err != nil || checked[0].Outcome() != BatchLeftOut || checked[0].Say() == "" {
		t.Errorf("with a fault: %+v %v", checked, err)
	}
	if r := rowOn(t, o, dv.MaSoThue); r.Faulty != 1 || r.Unchecked != 0 {
		t.Errorf("with a fault: %+v", r)
	}
	if _, err := o.Undo(t.Context(), id, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if _, err := o.BoardCheck(t.Context(), SampleMonth, mine, nil); err != nil {
		t.Fatal(err)
	}

	// without a key, and with one
	none, err := o.BoardSign(t.Context(), SampleMonth, mine, nil, nil)
	if err != nil || len(none) != 1 || !errors.Is(none[0].Err, ErrNoKey) {
		t.Errorf("no key: %+v %v", none, err)
	}
	opened := 0
	choice := KeyChoice{MST: mine, Open: func(context.Context) (signing.Key, error) { opened++; return o.PracticeKey(dv) }}
	signed, err := o.BoardSign(t.Context(), SampleMonth, mine, []KeyChoice{choice}, nil)
	if err != nil || len(signed) != 1 || signed[0].Err != nil || signed[0].State != storage.DaKy || opened != 1 {
		t.Fatalf("signed: %+v %v", signed, err)
	}
	if r := rowOn(t, o, dv.MaSoThue); r.Drafts != 0 || r.ToSend != 1 {
		t.Errorf("signed: %+v", r)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.BoardSend(stopped, SampleMonth, mine, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	sent, err := o.BoardSend(t.Context(), SampleMonth, mine, nil)
	if err != nil || len(sent) != 1 || sent[0].Err != nil {
		t.Fatalf("sent: %+v %v", sent, err)
	}
	if r := rowOn(t, o, dv.MaSoThue); r.ToSend != 0 || r.Sent != 1 {
		t.Errorf("sent: %+v", r)
	}
}

// One key that fails ends its own employer only.
func TestBoardSignsWithSeveralKeys(t *testing.T) {
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	others := crowd(t, o, 2, 1)
	id := checkedDraft(t, o)
	d, err := o.store.DraftsOf(t.Context(), SampleMonth, others[:1], storage.Nhap)
	if err != nil || len(d) != 1 {
		t.Fatalf("%v %v", d, err)
	}
	if _, err := o.store.KeepCheck(t.Context(), d[0].ID, 0, 0); err != nil {
		t.Fatal(err)
	}
	gone := KeyChoice{MST: others[:1], Open: func(context.Context) (signing.Key, error) { return nil, signing.ErrTokenMissing }}
	own := KeyChoice{MST: []string{dv.MaSoThue}, Open: func(context.Context) (signing.Key, error) { return o.PracticeKey(dv) }}
	heard := 0
	got, err := o.BoardSign(t.Context(), SampleMonth, append(others, dv.MaSoThue), []KeyChoice{gone, own}, func(done, total int, _ BoardDone) {
		if heard++; done != heard || total != 2 {
			t.Errorf("report %d of %d", done, total)
		}
	})
	if err != nil || len(got) != 2 || !errors.Is(got[0].Err, signing.ErrTokenMissing) || got[1].ID != id || got[1].Err != nil {
		t.Errorf("got %+v %v", got, err)
	}
}

// 200 employers come in well under a second.
func TestBoardOfTwoHundred(t *testing.T) {
	o := openDesk(t, t.TempDir())
	crowd(t, o, 200, 5)
	start := time.Now()
	b, err := o.Board(t.Context(), SampleMonth)
	if took := time.Since(start); err != nil || len(b.Rows) != 200 || took > 3*time.Second {
		t.Errorf("%d rows in %v: %v", len(b.Rows), took, err)
	}
}

func BenchmarkBoard(b *testing.B) {
	dir := b.TempDir()
	o, err := Open(context.Background(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir)})
	if err != nil {
		b.Fatal(err)
	}
	defer o.Close()
	crowd(b, o, 200, 50)
	for b.Loop() {
		if _, err := o.Board(context.Background(), SampleMonth); err != nil {
			b.Fatal(err)
		}
	}
}

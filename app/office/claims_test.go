package office

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// A form of claims as another package would declare it: read by its tags alone.
type kinds map[string]string

func (kinds) Name() string            { return "chế độ" }
func (k kinds) Has(c string) bool     { return k[c] != "" }
func (k kinds) Label(c string) string { return k[c] }

var (
	dnMaSo  = form.Text("MaSoBHXH", "Mã số BHXH")
	dnCheDo = form.Code("CheDo", "Chế độ", kinds{"01": "Ốm đau", "02": "Con ốm", "09": "Khác"})
	dnTu    = form.Date("TuNgay", "Từ ngày")
	dnDen   = form.Date("DenNgay", "Đến ngày")
	dnSo    = form.Decimal("TongSo", "Tổng số")
	dnCon   = form.Date("NgaySinhCon", "Ngày sinh của con")

	mauDeNghi = form.Register(form.Form{ID: "THU-DE-NGHI", Title: "Mẫu đề nghị thử", Basis: "thử", From: 20250101,
		Table: &form.Table{Tag: "NguoiHuong", Groups: []form.Group{form.Cols("", dnMaSo, dnCheDo, dnTu, dnDen, dnSo, dnCon)}}})
)

func deNghi(maSo, cheDo string, from, until law.Day, thousandths int64, born law.Day) (r form.Row) {
	dnMaSo.Set(&r, maSo)
	dnCheDo.Set(&r, cheDo)
	dnTu.Set(&r, from)
	dnDen.Set(&r, until)
	dnSo.Set(&r, thousandths)
	dnCon.Set(&r, born)
	return r
}

// Rows become periods of their people; what cannot be kept is named with its row.
func TestFormOfClaimsIsReadByItsTags(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	doc := form.New(mauDeNghi)
	doc.Rows = []form.Row{
		deNghi("7912345671", "01", 20261102, 20261106, 4500, 0),
		deNghi("7912345671", "02", 20261109, 20261110, 2000, 20240501),
		deNghi("7900000009", "01", 20261102, 20261102, 1000, 0), // nobody of ours
		deNghi("7912345671", "09", 20261102, 20261102, 1000, 0), // a kind of no benefit that is known
		deNghi("7912345671", "01", 20261111, 20261111, 300, 0),  // no half of a day
		deNghi("7912345671", "01", 20261112, 20261110, 1000, 0),
	}
	kept, left, err := o.benefitsFrom(t.Context(), "0100109106", periodsOf([]*form.Doc{doc}))
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != 2 || kept[0].NuaNgay != 9 || kept[1].CheDo != facts.ConOm || kept[1].NgaySinhCon != 20240501 || kept[1].Row != 2 || kept[0].Person != id {
		t.Errorf("kept %d: %v", len(kept), kept)
	}
	var said []string
	for _, l := range left {
		said = append(said, l.Say)
	}
	for i, want := range []string{"không có trong danh sách", "chưa rõ chế độ", "chưa rõ số ngày", "chưa rõ từ ngày"} {
		if i >= len(said) || !strings.HasPrefix(said[i], map[bool]string{true: "người này ", false: ""}[i == 0]+want) || left[i].Row != i+3 {
			t.Fatalf("left %q, want %q at row %d", said, want, i+3)
		}
	}
}

// Signing a dossier keeps the periods it asks for, in the same step; asking again
// changes nothing, and a returned dossier gives the days back.
func TestSigningKeepsClaims(t *testing.T) {
	o := sampleDesk(t)
	claimReaders["D02-LT"] = func(doc *form.Doc) (out []Period) {
		for i, r := range doc.Rows {
			out = append(out, Period{DotHuong: dot(facts.OmDau, 20261102, 20261106, 10), MaSoBHXH: d02lt.MaSoBHXH.Get(r), SoCCCD: d02lt.SoCCCD.Get(r), Form: doc.Form.ID, Row: i + 1})
		}
		return out
	}
	t.Cleanup(func() { delete(claimReaders, "D02-LT") })
	id := signedDossier(t, o)
	v, err := o.Dossier(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	row := v.Docs[0].Rows[0]
	person, err := o.FindPerson(t.Context(), d02lt.MaSoBHXH.Get(row))
	if err != nil {
		t.Fatal(err)
	}
	if got := quota(t, o, person, 2026).of(t, facts.OmDau); got.Used.String() != "5" {
		t.Errorf("after signing: %s", got.Words())
	}
	sub, err := o.store.SubmissionOf(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	again, err := o.RecordClaims(t.Context(), sub.ID, periodsOf(v.Docs))
	if err != nil || again.Kept != len(v.Docs[0].Rows) || len(again.Left) != 0 {
		t.Errorf("again: %+v, %v", again, err)
	}
	all, err := o.Benefits(t.Context(), person)
	if err != nil || len(all) != 1 || all[0].DossierID != id || all[0].Form != "D02-LT" || all[0].Row != 1 {
		t.Fatalf("%d periods, %v", len(all), err)
	}
	if err := o.store.MoveAll(t.Context(), []storage.Move{{SubmissionID: sub.ID, From: storage.DaKy, To: storage.Huy}}); err != nil {
		t.Fatal(err)
	}
	if got := quota(t, o, person, 2026).of(t, facts.OmDau); got.Used.String() != "0" {
		t.Errorf("after the dossier was cancelled: %s", got.Words())
	}
}

// A file of periods is kept whole or not at all; every fault of every line is named.
func TestImportOfClaims(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	good := "\ufeffSố CCCD;Chế độ;Từ ngày;Đến ngày;Số ngày;Ngày sinh con;Trạng thái\n" +
		"079190123457;Ốm đau;02/03/2026;06/03/2026;4,5;;\n" +
		";;;;;;\n" +
		"7912345671;con ốm;2026-06-01;2026-06-02;2;01/05/2024;đề nghị\n"
	n, people, faults, err := o.ImportClaims(t.Context(), []byte(good))
	if err != nil || n != 2 || people != 1 || len(faults) > 0 {
		t.Fatal(n, faults, err)
	}
	if n, _, _, err = o.ImportClaims(t.Context(), []byte(good)); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	all, err := o.Benefits(t.Context(), id)
	if err != nil || len(all) != 2 || all[0].State != storage.DaDuyet || all[0].Source != storage.FromFile || all[1].State != storage.DeNghi {
		t.Fatalf("%d periods after the same file twice, %v", len(all), err)
	}
	for name, c := range map[string]struct {
		file string
		want []ClaimFault
	}{
		"heads missing": {"Người\tTừ ngày\n", []ClaimFault{{1, "Cột chế độ: phải có trong dòng tiêu đề"}, {1, "Cột đến ngày: phải có trong dòng tiêu đề"}, {1, "Cột số ngày: phải có trong dòng tiêu đề"}}},
		"nothing":       {"", []ClaimFault{{1, "Tệp: không có dòng tiêu đề"}}},
		"two lines": {"Người,Chế độ,Từ ngày,Đến ngày,Số ngày,Trạng thái\n7900000009,ốm đau,02/03/2026,02/03/2026,1,có lẽ\n7912345671,ốm đau,32/03/2026,02/03/2026,1,\n",
			[]ClaimFault{{2, "Người: không có ai trong danh sách lao động có số này"}, {2, "Trạng thái: phải là đề nghị, đã duyệt hoặc bị từ chối"}, {3, "Từ ngày: phải có dạng 02/11/2026"}}},
		"a child of no day": {"Người,Chế độ,Từ ngày,Đến ngày,Số ngày,Ngày sinh con\n7912345671,ốm đau,02/03/2026,02/03/2026,1,hôm qua\n", []ClaimFault{{2, "Ngày sinh của con: phải có dạng 15/03/2024"}}},
		"a stray quote":     {"Người,Chế độ,Từ ngày,Đến ngày,Số ngày\n\"7912345671,ốm đau\n", []ClaimFault{{2, "Dòng này không đọc được: kiểm tra dấu ngoặc kép"}}},
	} {
		n, _, faults, err := o.ImportClaims(t.Context(), []byte(c.file))
		if err != nil || n != 0 || len(faults) != len(c.want) {
			t.Errorf("%s: %d kept, %v, %v", name, n, faults, err)
			continue
		}
		for i := range c.want {
			if faults[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", name, faults[i], c.want[i])
			}
		}
	}
}

func TestClaimsByHand(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	say, err := o.AddClaim(t.Context(), id, dot(facts.ConOm, 20261102, 20261101, 0), "xong")
	if err != nil || len(say) != 3 {
		t.Errorf("%q, %v", say, err)
	}
	claim(t, o, id, dot(facts.OmDau, 20261102, 20261103, 4))
	all, err := o.Benefits(t.Context(), id)
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if err := o.SettleClaim(t.Context(), id, all[0].Seq, "xong", 0); err == nil {
		t.Error("a state that is none went through")
	}
	if err := o.SettleClaim(t.Context(), id, all[0].Seq, storage.BiTuChoi, 0); err != nil {
		t.Error(err)
	}
	if err := o.DropClaim(t.Context(), id, all[0].Seq); err != nil {
		t.Error(err)
	}
	for text, want := range map[string]int64{"2,5": 5, "2.5": 5, "3": 6, "3,0": 6, "0": 0, "2,3": -1, "-1": -1, "": -1, "nửa": -1} {
		if got, ok := ParseDays(text); ok != (want >= 0) || ok && got != want {
			t.Errorf("%q is %d halves, %v", text, got, ok)
		}
	}
}

// A draft that asks for more days than are left is reminded where it goes over; what
// is recorded of the same days already does not count twice.
func TestMoreDaysThanAreLeft(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	claim(t, o, id, dot(facts.OmDau, 20260601, 20260703, 50)) // 25 of 30
	claim(t, o, id, dot(facts.OmDau, 20261102, 20261104, 6))  // the draft's own first row
	doc := form.New(mauDeNghi)
	doc.Rows = []form.Row{
		deNghi("7912345671", "01", 20261102, 20261104, 3000, 0),
		deNghi("7912345671", "01", 20261109, 20261111, 2500, 0),
		deNghi("7912345671", "02", 20261112, 20261113, 2000, 20240501),
		deNghi("7912345671", "02", 20261201, 20261231, 19000, 20240501),
		deNghi("7912345671", "02", 20261201, 20261231, 19000, 20261202), // not born yet: a fault of the form's
		deNghi("7912345671", "02", 20261201, 20261231, 19000, 0),
	}
	check := func() (said []string) {
		t.Helper()
		out, err := o.checkClaims(t.Context(), storage.Dossier{MaSoThue: "0100109106"}, []*form.Doc{doc})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range out {
			said = append(said, f.Code+" "+fmt.Sprint(f.Places[0].Row)+" "+f.Say)
			if f.Basis == "" || f.Level != form.Nhac {
				t.Errorf("%s: level %s, basis %q", f.Code, f.Level, f.Basis)
			}
		}
		return said
	}
	child := "HS-QUA-SO-NGAY 4 Số ngày: đề nghị 21 ngày con ốm trong năm 2026, chỉ còn 20 trong 20 ngày. Xem lại số ngày"
	got := check()
	if len(got) != 2 || !strings.HasPrefix(got[0], "HS-QUA-SO-NGAY 2 Số ngày: đề nghị 5,5 ngày ốm đau trong năm 2026, chỉ còn 5 trong 30 ngày nếu") || got[1] != child {
		t.Errorf("%q", got)
	}
	if err := o.PutCareer(t.Context(), id, storage.Career{MonthsBefore: ptr(int64(200)), Heavy: ptr(false)}); err != nil {
		t.Fatal(err)
	}
	if got = check(); len(got) != 1 || got[0] != child {
		t.Errorf("with sixteen years before: %q", got)
	}
}

// Excel drops the zero in front of a number and makes a day of what looks like one; a
// title may stand over the heads. The template is such a workbook, with how to fill it.
func TestImportOfClaimsFromAWorkbook(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	book := func(lines ...[]any) []byte {
		t.Helper()
		tab := sheet.ReportTab{Name: "Đợt", Title: "CHẾ ĐỘ ĐÃ HƯỞNG NĂM 2026", Rows: lines}
		for _, h := range []string{"Họ và tên", "Số CCCD", "Chế độ", "Từ ngày", "Đến ngày", "Số ngày", "Trường hợp"} {
			tab.Cols = append(tab.Cols, sheet.ReportCol{Head: h})
		}
		data, err := sheet.WriteReport([]sheet.ReportTab{tab})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	n, people, faults, err := o.ImportClaims(t.Context(), book(
		[]any{"Trần Thị Lan", int64(79190123457), "ốm đau", law.Day(20260302), law.Day(20260306), sheet.Fixed{N: 45, Places: 1}, nil},
		[]any{"Trần Thị Lan", "079190123457", "dưỡng sức sau ốm đau", "09/03/2026", "10/03/2026", int64(2), "phải phẫu thuật"}))
	if err != nil || n != 2 || people != 1 || len(faults) > 0 {
		t.Fatal(n, people, faults, err)
	}
	all, err := o.Benefits(t.Context(), id)
	if err != nil || len(all) != 2 || all[0].NuaNgay != 9 || all[1].TruongHop != "phauThuat" {
		t.Fatalf("%+v, %v", all, err)
	}
	_, _, faults, err = o.ImportClaims(t.Context(), book([]any{nil, "1", "ốm đau", "hôm qua", nil, nil, "khó"}))
	if err != nil || len(faults) != 5 || faults[0].Line < 3 {
		t.Errorf("%v, %v", faults, err)
	}
	empty, err := ClaimTemplate()
	if err != nil {
		t.Fatal(err)
	}
	if n, _, faults, err := o.ImportClaims(t.Context(), empty.Bytes); err != nil || n != 0 || len(faults) > 0 {
		t.Errorf("the template itself: %d, %v, %v", n, faults, err)
	}
	if _, _, faults, err := o.ImportClaims(t.Context(), []byte("Ng\xf4\xf4i,Ch\xfe\n")); err != nil || len(faults) != 1 || !strings.Contains(faults[0].Say, "UTF-8") {
		t.Errorf("an old encoding: %v, %v", faults, err)
	}
}

// Whatever was done to periods can be taken back as long as nothing happened to them
// since: what was added goes, what was settled or dropped stands as before.
func TestClaimsAreTakenBack(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	list := func() []storage.Benefit {
		t.Helper()
		all, err := o.Benefits(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	back := func(before, after []storage.Benefit, want int) {
		t.Helper()
		if n, err := o.TakeBackClaims(t.Context(), before, after); err != nil || n != want {
			t.Fatalf("%d taken back, %v, want %d", n, err, want)
		}
	}
	none := list()
	claim(t, o, id, dot(facts.OmDau, 20261102, 20261103, 4))
	added := list()
	if err := o.SettleClaim(t.Context(), id, added[0].Seq, storage.DaDuyet, 2); err != nil {
		t.Fatal(err)
	}
	settled := list()
	back(none, added, 0) // it has been settled since
	back(added, settled, 1)
	if b := list()[0]; b.NuaNgay != 4 || b.Source != storage.ByHand {
		t.Errorf("after settling was taken back: %d halves, %s", b.NuaNgay, b.Source)
	}
	if err := o.DropClaim(t.Context(), id, list()[0].Seq); err != nil {
		t.Fatal(err)
	}
	back(added, nil, 1)
	if len(list()) != 1 {
		t.Error("what was dropped is not there again")
	}
	back(none, added, 1)
	if len(list()) != 0 {
		t.Error("what was added is still there")
	}
	all, err := o.AllBenefits(t.Context())
	if err != nil || len(all) != 0 {
		t.Errorf("%d of everybody, %v", len(all), err)
	}
}

// How many days were granted is read as it is typed, and cannot be more than the period.
func TestGrantedDays(t *testing.T) {
	b := storage.Benefit{DotHuong: dot(facts.OmDau, 20261102, 20261103, 4)}
	for text, want := range map[string]int64{"1,5": 3, "2": 4, "3": 0, "": 0, "0": 0, "hai": 0} {
		if n, say := GrantedDays(b, text); n != want || (say == "") != (want > 0) {
			t.Errorf("%q is %d, %q", text, n, say)
		}
	}
}

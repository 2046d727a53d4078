package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// The person who is erased in these tests, and one who must stay.
var (
	goes = facts.NguoiLaoDong{MaNV: "BM0007", HoTen: "Đặng Thị Ngọc Ẩn", MaSoBHXH: "7912345671", SoCCCD: "079190123457", NgaySinh: 19900517,
		DienThoai: "0912345671", Email: "an@planted.example", DiaChi: "Số 4711 ngõ Kim Quy", TrangThai: facts.DangDong, TuThang: 202501,
		Luong: facts.Luong{Known: true, MucLuong: 17_043_219}}
	stays = facts.NguoiLaoDong{MaNV: "BM0008", HoTen: "Võ Quốc Trãi", MaSoBHXH: "7912345682", SoCCCD: "079090765432", NgaySinh: 19900101,
		TrangThai: facts.DangDong, TuThang: 202501, Luong: facts.Luong{Known: true, MucLuong: 21_654_987}}
)

// secretsOf is what must not be found any more.
func secretsOf(n facts.NguoiLaoDong) []string {
	all := []string{n.HoTen, n.MaSoBHXH, n.SoCCCD, n.MaNV, n.DienThoai, n.Email, n.DiaChi, fmt.Sprint(n.Luong.MucLuong)}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// desk is a store in which both people stand everywhere that people can stand. It
// returns the draft; with sent a second dossier of both is signed and closed.
func desk(t *testing.T, s *Store, sent bool) (draftID string, sub Submission) {
	t.Helper()
	both := []facts.NguoiLaoDong{goes, stays}
	must(t, s.PutPeople(ctx, mst, both, "bảng lương 10/2026"))
	again := both[0]
	again.DienThoai, again.TuThang, again.TrangThai = "0912345999", 202606, facts.DaNghi
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{again}, "hồ sơ HS000001"))
	again.DienThoai = goes.DienThoai
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{again}, "sửa tay"))
	lines := []facts.DongLuong{
		{Noi: facts.Noi{Sheet: "Lương", O: "A5"}, HoTen: goes.HoTen, MaSoBHXH: goes.MaSoBHXH, SoCCCD: goes.SoCCCD, MaNV: goes.MaNV, DiaChi: goes.DiaChi, Luong: goes.Luong},
		{Noi: facts.Noi{Sheet: "Lương", O: "A6"}, HoTen: stays.HoTen, MaSoBHXH: stays.MaSoBHXH, SoCCCD: stays.SoCCCD, Luong: stays.Luong, GhiChu: "Thay cho " + goes.HoTen},
	}
	problems := fmt.Sprintf(`[{"sheet":"Lương","cell":"K5","value":"%d","code":"XL-01"},{"sheet":"Lương","cell":"K6","value":"%d","code":"XL-01"}]`,
		goes.Luong.MucLuong, stays.Luong.MucLuong)
	must(t, s.PutPayroll(ctx, mst, 202610, Payroll{TenTep: "Lương " + goes.HoTen + ".xlsx", Rows: lines, Problems: []byte(problems)}))
	must(t, s.PutMapping(ctx, mst, "bang-luong", []byte(`{"tenCot":"Lương của `+goes.HoTen+`"}`)))
	must(t, s.PutSetting(ctx, "da-theo:HS000009", map[string]any{"before": both, "after": both}))

	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000001", facts.OmDau, 20261102, 20261106, 10), leave("NLD000002", facts.OmDau, 20261102, 20261103, 4)}))
	must(t, s.PutCareer(ctx, "NLD000001", Career{MonthsBefore: ptr(int64(151)), Heavy: ptr(true)}))
	home := facts.HoGiaDinh{ChuHo: goes.HoTen, DiaChi: goes.DiaChi, ThanhVien: []facts.ThanhVien{
		{HoTen: goes.HoTen, SoCCCD: goes.SoCCCD, QuanHe: "00"}, {HoTen: stays.HoTen, MaSoBHXH: stays.MaSoBHXH, QuanHe: "02"}}}
	theirs := home
	theirs.DiaChi = ""
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{"NLD000001": home, "NLD000002": theirs}, "HS000009"))

	for i, n := range []facts.NguoiLaoDong{goes, stays} {
		line, err := json.Marshal(map[string]string{"hoTen": n.HoTen, "soCCCD": n.SoCCCD})
		must(t, err)
		_, err = s.AddDecision(ctx, mst, Decision{Month: 202610, What: "la-nguoi", Line: line, Person: both[i].ID, Cell: "Lương!A5"})
		must(t, err)
	}
	twin := goes
	twin.SoCCCD = "079190123999"
	twins := []facts.NguoiLaoDong{twin}
	must(t, s.PutPeople(ctx, mst, twins, "bảng lương 11/2026"))
	_, err := s.JoinPeople(ctx, mst, Join{Keep: both[0].ID, Gone: twins[0].ID, Identity: both[0]})
	must(t, err)

	doc := form.New(mauMoi)
	for _, n := range []facts.NguoiLaoDong{goes, stays} {
		var r form.Row
		hoTen.Put(&r, form.TextValue(n.HoTen))
		maSo.Put(&r, form.TextValue(n.MaSoBHXH))
		luong.Put(&r, form.NumValue(n.Luong.MucLuong))
		doc.Rows = append(doc.Rows, r)
	}
	ghiChu.Put(&doc.Rows[1], form.TextValue("Cùng tổ với "+goes.HoTen))
	d, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611, Note: "Hỏi lại " + goes.HoTen}, doc)
	must(t, err)
	must(t, s.EditCells(ctx, d.ID, "THU-01", []CellEdit{{Row: 0, Tag: "MucLuong", New: form.NumValue(18_000_001)}}))
	must(t, s.Dismiss(ctx, d.ID, Dismissal{Code: "THU-02", Row: 1, Reason: goes.HoTen + " đã xác nhận"}))
	_, err = s.PutAttachment(ctx, d.ID, Attachment{Name: "CCCD " + goes.HoTen + ".pdf", Mime: "application/pdf", Bytes: []byte("%PDF " + goes.SoCCCD)})
	must(t, err)
	_, err = s.PutAttachment(ctx, d.ID, Attachment{Name: "danh sách.pdf", Mime: "application/pdf", Bytes: []byte("%PDF")})
	must(t, err)
	if !sent {
		return d.ID, sub
	}
	e, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202610}, doc)
	must(t, err)
	must(t, s.EditCells(ctx, e.ID, "THU-01", []CellEdit{{Row: 0, Tag: "GhiChu", New: form.TextValue("đã nghỉ")}}))
	must(t, s.MoveDossier(ctx, e.ID, Nhap, DaKiem))
	sub, err = s.Freeze(ctx, e.ID, Submission{
		Envelope: []byte("<Hoso>" + goes.HoTen + " " + goes.SoCCCD + stays.HoTen + "</Hoso>"), Files: []File{{Name: "D02 " + goes.HoTen + ".xml", Bytes: []byte(goes.MaSoBHXH)}},
		Signer: "Công ty thử nghiệm", CertSerial: "0a1b", SignedAt: thisDay,
		Ledger: []LedgerKey{{goes.MaSoBHXH, goes.SoCCCD, 202610, "GH"}, {stays.MaSoBHXH, stays.SoCCCD, 202610, "DC"}},
	})
	must(t, err)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui)
	must(t, s.MoveAll(ctx, []Move{{SubmissionID: sub.ID, From: DangGui, To: DaGui, Receipt: []byte(`{"canhBao":"` + goes.SoCCCD + `"}`), SoHoSo: "00001/2026/07906"}}))
	must(t, s.Move(ctx, sub.ID, DaGui, CoKetQua, "Cổng: "+goes.HoTen+" đủ điều kiện", []byte(goes.HoTen)))
	return d.ID, sub
}

// tablesWith names the tables and columns in which a text stands, over the whole
// schema: a table that comes later is looked through as well.
func tablesWith(t *testing.T, d door, path string, secrets []string) map[string]bool {
	t.Helper()
	db, err := d.connect(path, 1, "mode=ro")
	must(t, err)
	defer db.Close()
	found := map[string]bool{}
	tables, err := db.Query(`SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'`)
	must(t, err)
	var columns [][2]string
	for tables.Next() {
		var c [2]string
		must(t, tables.Scan(&c[0], &c[1]))
		columns = append(columns, c)
	}
	must(t, tables.Err())
	for _, c := range columns {
		for _, s := range secrets {
			n := 0
			must(t, db.QueryRow(fmt.Sprintf(`SELECT count(*) FROM "%s" WHERE instr(CAST("%s" AS TEXT), ?) > 0`, c[0], c[1]), s).Scan(&n))
			if n > 0 {
				found[c[0]+"."+c[1]] = true
			}
		}
	}
	return found
}

// After an erasure the person stands in no table of the data file; whoever shared
// dossiers and months with them stands as before.
func TestErasedPersonIsNowhere(t *testing.T) {
	for name, key := range map[string][]byte{"plain": nil, "encrypted": bytes.Repeat([]byte{7}, 32)} {
		t.Run(name, func(t *testing.T) { erasedIsNowhere(t, key) })
	}
}

func erasedIsNowhere(t *testing.T, key []byte) {
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ankhai.db"), Options{Now: func() time.Time { return thisDay }, Who: "thu", Key: key})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	id, _ := desk(t, s, false)
	before := tablesWith(t, s.door, s.Path(), secretsOf(goes))
	for _, place := range []string{"people.ho_ten", "people_past.data", "payroll_rows.data", "payrolls.problems", "payrolls.ten_tep", "mappings.data", "settings.value",
		"doc_rows.data", "edits.what", "households.data", "decisions.dong", "people_merges.data", "dossiers.note", "dismissals.reason", "attachments.name"} {
		if !before[place] {
			t.Errorf("the test did not put the person into %s", place)
		}
	}
	plan, err := s.PlanErasure(ctx, "NLD000001")
	must(t, err)
	want(t, "a plan changes nothing", len(tablesWith(t, s.door, s.Path(), secretsOf(goes))), len(before))
	got, err := s.ErasePerson(ctx, "NLD000001", "het-han")
	must(t, err)
	want(t, "what the plan said", got, plan)
	want(t, "counts", got.Counts, ErasingCounts{People: 1, History: 2, Corrections: 4, PayrollRows: 1, DraftRows: 1, Edits: 1, Memories: 2, Attachments: 1, Texts: 7, Benefits: 1, Careers: 1, Households: 1, Decisions: 1, Joined: 1})
	want(t, "drafts", got.Drafts, []string{id})
	want(t, "papers to look at", len(got.Unsettled), 1)
	want(t, "stays", len(got.Stays), 0)
	must(t, s.Compact(ctx))
	if after := tablesWith(t, s.door, s.Path(), secretsOf(goes)); len(after) > 0 {
		t.Errorf("still in %v", after)
	}

	if _, err := s.Person(ctx, "NLD000001"); !errors.Is(err, ErrNotFound) {
		t.Errorf("person: %v", err)
	}
	left, err := s.Benefits(ctx, "NLD000002")
	must(t, err)
	want(t, "the other's periods", len(left), 1)
	n := 0
	must(t, s.r.QueryRow(`SELECT (SELECT count(*) FROM benefits) + (SELECT count(*) FROM careers)`).Scan(&n))
	want(t, "periods and careers that are left", n, 1)
	other, err := s.Person(ctx, "NLD000002")
	must(t, err)
	home, err := s.Household(ctx, "NLD000002")
	must(t, err)
	want(t, "the other's household", fmt.Sprint(home.ChuHo, len(home.ThanhVien), home.ThanhVien[0].HoTen), "[đã xoá]1"+stays.HoTen)
	want(t, "the other's wage", other.Luong.MucLuong, stays.Luong.MucLuong)
	p, err := s.Payroll(ctx, mst, 202610)
	must(t, err)
	want(t, "the other's line", fmt.Sprintf("%d %s %s", len(p.Rows), p.Rows[0].HoTen, p.Rows[0].GhiChu), "1 Võ Quốc Trãi Thay cho [đã xoá]")
	want(t, "the other's problem", strings.Contains(string(p.Problems), "K6"), true)
	doc := load(t, s, id)
	want(t, "the other's row", len(doc.Rows), 1)
	want(t, "and its text", ghiChu.Get(doc.Rows[0]), "Cùng tổ với [đã xoá]")
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Row: 0, Tag: "MucLuong", New: form.NumValue(1)}}))
	_, err = s.Undo(ctx, id, "THU-01")
	must(t, err)
	if n, err := s.VerifyJournal(ctx); err != nil || n == 0 {
		t.Errorf("journal: %d lines, %v", n, err)
	}
	must(t, s.Compact(ctx))
	for _, end := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.Path() + end)
		must(t, err)
		if end == "-wal" {
			want(t, "bytes of the log", len(b), 0)
		}
		for _, secret := range secretsOf(goes) {
			if bytes.Contains(b, []byte(secret)) {
				t.Errorf("%q is in the bytes of the file%s", secret, end)
			}
		}
	}
}

// What is signed stays as evidence, named with its term; after the term its bytes
// go, and the tombstone tells what it was.
func TestSignedDossierStaysUntilItsTerm(t *testing.T) {
	now := thisDay
	path := filepath.Join(t.TempDir(), "ankhai.db")
	s, err := Open(ctx, path, Options{Now: func() time.Time { return now }, Who: "thu"})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	_, sub := desk(t, s, true)
	must(t, s.SetRetention(ctx, mst, Retention{PersonMonths: 3, DossierMonths: 120}))
	e, err := s.ErasePerson(ctx, "NLD000001", "het-han")
	must(t, err)
	if len(e.Stays) != 1 || e.Stays[0].SoHoSo != "00001/2026/07906" || !e.Stays[0].Until.Equal(thisDay.AddDate(10, 0, 0)) {
		t.Fatalf("stays: %+v", e.Stays)
	}
	must(t, s.Compact(ctx))
	for place := range tablesWith(t, s.door, path, secretsOf(goes)) {
		switch place {
		case "envelopes.bytes", "submissions.receipt", "submission_files.bytes", "submission_files.name", "events.note", "events.raw",
			"ledger.so_cccd", "ledger.ma_so_bhxh", "doc_rows.data":
		default:
			t.Errorf("still in %s, which is no evidence", place)
		}
	}
	got, err := s.Submission(ctx, sub.ID)
	must(t, err)
	want(t, "signed bytes", string(got.Envelope), string(sub.Envelope))

	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	wantErr(t, "before its term", err, ErrTerm)
	now = thisDay.AddDate(10, 0, 0).Add(-time.Hour)
	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	wantErr(t, "an hour before its term", err, ErrTerm)
	now = now.Add(2 * time.Hour)
	tomb, err := s.EraseDossier(ctx, sub.DossierID, "het-han")
	must(t, err)
	want(t, "tombstone", tomb, Tombstone{DossierID: sub.DossierID, SoHoSo: "00001/2026/07906", SHA256: sub.SHA256, SignedAt: thisDay, Files: 1, Rows: 3})
	must(t, s.Compact(ctx))
	if after := tablesWith(t, s.door, path, secretsOf(goes)); len(after) > 0 {
		t.Errorf("still in %v", after)
	}
	got, err = s.Submission(ctx, sub.ID)
	must(t, err)
	want(t, "what is left", fmt.Sprint(len(got.Envelope), len(got.Files), got.SHA256, got.SoHoSo, got.State, got.ErasedAt.Equal(now)),
		fmt.Sprint(0, 0, sub.SHA256, "00001/2026/07906", CoKetQua, true))
	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	wantErr(t, "twice", err, ErrNotFound)
	copyPath := filepath.Join(t.TempDir(), "sao-luu.db")
	must(t, s.Backup(ctx, copyPath))
	_, err = VerifyBackup(ctx, copyPath, Options{})
	must(t, err)
	_, err = s.VerifyEvents(ctx) // the words went, the chain holds
	must(t, err)
}

// The file itself refuses every change of signed bytes but that one.
func TestTriggersAllowExactlyTheTombstone(t *testing.T) {
	s := start(t)
	_, sub := desk(t, s, true)
	other := signed(t, s)
	exec := func(query string, args ...any) error {
		_, err := s.w.ExecContext(ctx, query, args...)
		return err
	}
	late := thisDay.AddDate(20, 0, 0).UnixMilli()
	empty := `UPDATE submissions SET erased_at = ?, receipt = NULL WHERE id = ?`
	refused := func(what string, err error) {
		t.Helper()
		if err == nil {
			t.Errorf("%s went through", what)
		}
	}
	refused("erasing without a rule", exec(empty, late, sub.ID))
	must(t, s.SetRetention(ctx, mst, Retention{DossierMonths: 120}))
	refused("erasing before the term", exec(empty, thisDay.UnixMilli(), sub.ID))
	refused("erasing what is still open", exec(empty, late, other.ID))
	refused("a mark that leaves the receipt", exec(`UPDATE submissions SET erased_at = ? WHERE id = ?`, late, sub.ID))
	refused("emptying without a mark", exec(`UPDATE envelopes SET bytes = x'' WHERE submission = 1`))
	refused("another hash with a mark", exec(`UPDATE submissions SET erased_at = ?, receipt = NULL, sha256 = 'x' WHERE id = ?`, late, sub.ID))
	refused("another state with a mark", exec(`UPDATE submissions SET erased_at = ?, receipt = NULL, state = 'traLai' WHERE id = ?`, late, sub.ID))
	refused("files of a whole submission", exec(`UPDATE submission_files SET bytes = x''`))
	refused("notes of a whole submission", exec(`UPDATE events SET note = '', raw = NULL`))
	refused("numbers of a whole submission", exec(`UPDATE ledger SET ma_so_bhxh = '', so_cccd = ''`))
	refused("forms of a whole submission", exec(`DELETE FROM docs WHERE dossier = (SELECT seq FROM dossiers WHERE id = ?)`, sub.DossierID))
	must(t, exec(empty, late, sub.ID))
	for _, q := range []string{
		`UPDATE envelopes SET bytes = x'01' WHERE submission = 1`, `DELETE FROM envelopes WHERE submission = 1`, `UPDATE submissions SET erased_at = NULL WHERE id = 'GN000001'`,
		`UPDATE submissions SET erased_at = erased_at + 1 WHERE id = 'GN000001'`, `UPDATE submissions SET so_ho_so = 'x' WHERE id = 'GN000001'`,
		`UPDATE submissions SET receipt = x'01' WHERE id = 'GN000001'`, `DELETE FROM submissions WHERE id = 'GN000001'`,
		`UPDATE submission_files SET bytes = x'01' WHERE submission = 1`, `UPDATE submission_files SET sha256 = '' WHERE submission = 1`,
		`UPDATE submission_files SET name = 'khác' WHERE submission = 1`, `DELETE FROM submission_files WHERE submission = 1`,
		`UPDATE events SET note = 'khác' WHERE submission = 1`, `UPDATE events SET note = '', raw = NULL, said = '', at = 0 WHERE submission = 1`, `UPDATE events SET note = '', raw = NULL WHERE submission = 1`,
		`UPDATE events SET note = '', raw = NULL, said = '', hash = NULL WHERE submission = 1`, `DELETE FROM events WHERE submission = 1`,
		`UPDATE ledger SET so_cccd = '079000000009' WHERE submission = 1`, `UPDATE ledger SET month = 202501 WHERE submission = 1`, `DELETE FROM ledger WHERE submission = 1`,
		`UPDATE erasures SET ref = ''`, `INSERT INTO submissions SELECT 99, 'GN99', dossier, 'k', sha256, files, signer, cert_serial, signed_at, created_at, 'daKy', NULL, '', 1 FROM submissions WHERE id = 'GN000001'`,
	} {
		if q == `UPDATE erasures SET ref = ''` {
			must(t, s.PutErasure(ctx, Erasure{Kind: PersonErased, Ref: "NLD000001", Reason: "het-han", Counts: []byte("{}"), Report: "ab"}))
		}
		refused(q, exec(q))
	}
}

// Two people of one name: only the one who is meant goes.
func TestNamesakeStays(t *testing.T) {
	s := start(t)
	twin := stays
	twin.HoTen = goes.HoTen
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{goes, twin}, "x"))
	must(t, s.PutPayroll(ctx, mst, 202610, Payroll{Rows: []facts.DongLuong{
		{HoTen: goes.HoTen, SoCCCD: goes.SoCCCD, Noi: facts.Noi{O: "A2"}}, {HoTen: twin.HoTen, SoCCCD: twin.SoCCCD, Noi: facts.Noi{O: "A3"}}, {HoTen: goes.HoTen, Noi: facts.Noi{O: "A4"}},
	}}))
	e, err := s.ErasePerson(ctx, "NLD000001", "yeu-cau")
	must(t, err)
	want(t, "lines", e.Counts.PayrollRows, 1)
	p, err := s.Payroll(ctx, mst, 202610)
	must(t, err)
	want(t, "lines that stay", fmt.Sprint(len(p.Rows), p.Rows[0].HoTen, p.Rows[0].SoCCCD), fmt.Sprint(2, twin.HoTen, twin.SoCCCD))
}

func TestPastTerm(t *testing.T) {
	s := start(t)
	var all []facts.NguoiLaoDong
	for i, left := range []law.Month{202401, 202511, 202610, 0} {
		n := stays
		n.MaNV, n.SoCCCD, n.MaSoBHXH = fmt.Sprint(i), fmt.Sprintf("07909000000%d", i), fmt.Sprintf("790000000%d", i)
		n.TuThang = 202301
		all = append(all, n)
		must(t, s.PutPeople(ctx, mst, all[i:], "x"))
		if left != 0 {
			n = all[i]
			n.TuThang, n.TrangThai = left, facts.DaNghi
			must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{n}, "x"))
		}
	}
	due, err := s.PastTerm(ctx, mst, 202611)
	must(t, err)
	want(t, "without a rule", len(due), 0)
	must(t, s.SetRetention(ctx, mst, Retention{PersonMonths: 11}))
	due, err = s.PastTerm(ctx, mst, 202611)
	must(t, err)
	want(t, "past their term", due, []Due{{"NLD000001", 202401, 202412}, {"NLD000002", 202511, 202610}})
	want(t, "the rule", must1(s.Retention(ctx, mst)), Retention{PersonMonths: 11})
}

func must1[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestSubjectHoldsEverything(t *testing.T) {
	s := start(t)
	_, sub := desk(t, s, true)
	id, err := s.FindPerson(ctx, mst, goes.SoCCCD)
	must(t, err)
	got, err := s.Subject(ctx, id)
	must(t, err)
	want(t, "counts", fmt.Sprint(id, len(got.History), len(got.Corrections), len(got.Payrolls), len(got.Rows), len(got.Ledger), len(got.Dossiers)),
		"NLD0000012 4 1 4 1 2")
	want(t, "decisions and joins", fmt.Sprintln(len(got.Decisions), got.Decisions[0].Cell, len(got.Joined), got.Joined[0].Gone), "1 Lương!A5 1 NLD000003\n")
	want(t, "periods", fmt.Sprint(len(got.Benefits), got.Benefits[0].TuNgay, *got.Career.MonthsBefore), "1 02/11/2026 151")
	want(t, "first telephone", got.Corrections[0].Was.DienThoai, goes.DienThoai)
	want(t, "second telephone", got.Corrections[1].Was.DienThoai, "0912345999")
	want(t, "who corrected", got.Corrections[0].Who+" "+got.Corrections[0].Source, "thu hồ sơ HS000001")
	want(t, "sources", got.History[0].Source+" | "+got.History[1].Source, "bảng lương 10/2026 | sửa tay")
	want(t, "signed", got.Dossiers[1].ID+got.Dossiers[1].SoHoSo, sub.DossierID+"00001/2026/07906")
	want(t, "papers", len(got.Dossiers[0].Papers), 2)
	for _, r := range got.Rows {
		if strings.Contains(string(r.Data), "Quốc Trãi") && !strings.Contains(string(r.Data), goes.HoTen) {
			t.Errorf("a row of somebody else's: %s", r.Data)
		}
	}
	_, err = s.Subject(ctx, "NLD999999")
	wantErr(t, "nobody", err, ErrNotFound)
	_, err = s.FindPerson(ctx, mst, "")
	wantErr(t, "nothing asked", err, ErrNotFound)
}

// What a restored backup carried over of the ledger keeps a person's numbers until
// the term of that dossier, and no longer.
func TestCarriedLedgerIsErasedAfterItsTerm(t *testing.T) {
	now := thisDay
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ankhai.db"), Options{Now: func() time.Time { return now }, Who: "thu"})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	must(t, s.SetRetention(ctx, mst, Retention{DossierMonths: 12}))
	carry := func(key string, sent any) {
		_, err := s.w.ExecContext(ctx, `INSERT INTO ledger_carried (key, submission, dossier, state, mst, ma_so_bhxh, so_cccd, month, phuong_an, sent_at)
			VALUES (?, 'GN000001', 'HS000001', 'coKetQua', ?, ?, ?, 202511, 'GH', ?)`, key, mst, goes.MaSoBHXH, goes.SoCCCD, sent)
		must(t, err)
	}
	carry("a", thisDay.AddDate(0, -13, 0).UnixMilli())
	carry("b", thisDay.AddDate(0, -11, 0).UnixMilli())
	carry("c", nil)
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{goes}, "x"))
	e, err := s.ErasePerson(ctx, "NLD000001", "het-han")
	must(t, err)
	want(t, "lines that stay", len(e.Stays), 2)
	left := 0
	must(t, s.r.QueryRow(`SELECT count(*) FROM ledger_carried WHERE so_cccd = ?`, goes.SoCCCD).Scan(&left))
	want(t, "numbers that stay", left, 2)
	for _, q := range []string{
		`UPDATE ledger_carried SET ma_so_bhxh = '', so_cccd = '', erased_at = 1 WHERE key = 'b'`, `UPDATE ledger_carried SET so_cccd = 'x' WHERE key = 'b'`,
		`UPDATE ledger_carried SET ma_so_bhxh = '', so_cccd = '', erased_at = 99999999999999 WHERE key = 'c'`, `DELETE FROM ledger_carried`,
	} {
		if _, err := s.w.ExecContext(ctx, q); err == nil {
			t.Errorf("%s went through", q)
		}
	}
}

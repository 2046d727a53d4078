package storage

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

// full is a store with something in every table that the program writes.
func full(t testing.TB) *Store {
	t.Helper()
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(400, 202611), "thử"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: "0300588569", Ten: "Hai"}))
	must(t, s.PutPayroll(ctx, mst, 202611, Payroll{TenTep: "a.xlsx", Rows: make([]facts.DongLuong, 60)}))
	must(t, s.PutMapping(ctx, mst, "k", []byte(`{"a":1}`)))
	must(t, s.PutSetting(ctx, "cong:"+mst, "thuc-hanh"))
	d := draft(t, s, 30)
	must(t, s.EditCells(ctx, d.ID, "THU-01", []CellEdit{{Row: 2, Tag: "HoTen"}}))
	a, err := s.PutAttachment(ctx, d.ID, Attachment{Name: "rỗng.pdf", Bytes: nil})
	must(t, err)
	must(t, s.MarkAttachment(ctx, d.ID, a.ID, Mark{Person: "NLD000002", Sensitive: true}))
	must(t, s.PutSources(ctx, d.ID, "THU-01", Sources{"": {"*": "danhSach"}}))
	must(t, s.PutHouseholds(ctx, map[string]facts.HoGiaDinh{"NLD000002": {ChuHo: "Chủ Hộ"}}, d.ID))
	must(t, s.SetCase(ctx, d.ID, "E5", "E5.02"))
	must(t, s.SetPaper(ctx, d.ID, a.ID, "E5-g1"))
	must(t, s.AnswerPaper(ctx, d.ID, PaperAnswer{"E5-g2", PaperKept, "số 1"}))
	must(t, s.SetRetention(ctx, mst, Retention{PersonMonths: 60, DossierMonths: 120}))
	must(t, s.PutErasure(ctx, Erasure{Kind: PersonErased, Ref: "NLD000001", Reason: "het-han", Counts: []byte("{}"), Report: "ab"}))
	corrected, err := s.Person(ctx, "NLD000002")
	must(t, err)
	corrected.HoTen = "Tên Đã Sửa"
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{corrected}, "thử"))
	must(t, s.Dismiss(ctx, d.ID, Dismissal{Code: "X", Row: 1, Reason: "đúng"}))
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000003", facts.OmDau, 20261102, 20261106, 10)}))
	must(t, s.PutCareer(ctx, "NLD000003", Career{MonthsBefore: ptr(int64(36))}))
	_, err = s.AddDecision(ctx, mst, Decision{Month: 202611, What: "la-nguoi", Line: []byte(`{"hoTen":"A"}`), Person: "NLD000003"})
	must(t, err)
	must(t, s.KeepApart(ctx, mst, "NLD000003", "NLD000004"))
	again := []facts.NguoiLaoDong{corrected}
	again[0].ID = ""
	must(t, s.PutPeople(ctx, mst, again, "thử"))
	_, err = s.JoinPeople(ctx, mst, Join{Keep: "NLD000002", Gone: again[0].ID, Identity: corrected})
	must(t, err)
	must(t, s.PutStatement(ctx, mst, 202610, Statement{Mau: "366", Data: []byte(`{"a":1}`), TenTep: "c12.pdf", Tep: []byte("%PDF-")}))
	for i := range 5 {
		sub := signed(t, s)
		if i%2 == 0 {
			walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui)
		}
	}
	late := signed(t, s)
	_, _, err = s.PutReceived(ctx, Received{DossierID: late.DossierID, Name: "giay-hen.pdf", How: CameAsFile, Bytes: []byte("%PDF-"), Doc: []byte(`{}`), Signatures: []byte(`{}`)})
	must(t, err)
	_, err = s.AddLocalRule(ctx, mst, LocalRule{Data: []byte(`{}`), Dossier: late.DossierID, On: true})
	must(t, err)
	told, _, err := s.PutNotice(ctx, mst, aNotice("KQ", late.DossierID, "kq.pdf"))
	must(t, err)
	must(t, s.MarkNotice(ctx, mst, told.N, true))
	must(t, s.SetNoticeCursor(ctx, mst, "https://cong.example", told.Ma))
	away := draft(t, s, 1)
	_, err = s.KeepCheck(ctx, away.ID, 0, 2)
	must(t, err)
	sum, err := s.Contents(ctx, away.ID)
	must(t, err)
	_, err = s.SignOff(ctx, SignOff{DossierID: away.ID, Step: Approved, Name: "Người Duyệt", Person: "N2"}, sum)
	must(t, err)
	must(t, s.HandOut(ctx, strings.Repeat("ab", 16), "Giám đốc", map[string]string{away.ID: sum}))
	must(t, s.KeepC12Check(ctx, mst, 202610, 3))
	must(t, s.MoveAll(ctx, []Move{{SubmissionID: late.ID, From: DaKy, To: ChoGui, Retry: &Retry{Road: "https://cong.example"}}}))
	sent, gone := int64(1), int64(2) // the numbers of a second line were erased
	must(t, s.write(ctx, "carry", func(tx *sql.Tx) error {
		return known{lines: []knownLine{{key: "k", submission: "GN9", dossier: "HS9", state: "daGui", mst: mst, cccd: "1", month: 202601, phuongAn: "TM", sent: &sent},
			{key: "x", submission: "GN8", dossier: "HS8", state: "daGui", mst: mst, month: 202512, phuongAn: "GH", sent: &sent, erased: &gone}},
			proofs: []knownProof{{key: "k", submission: "GN9", dossier: "HS9", mst: mst, state: "daGui", at: 1, soHoSo: "1/2026", receipt: []byte("{}")}}}.write(ctx, tx)
	}))
	return s
}

func copyOf(t testing.TB, from string, walk bool) (string, []Copied) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "ban-sao.db")
	src, err := door{key: testKey}.connect(from, 1, "mode=ro")
	must(t, err)
	defer src.Close()
	v, err := version(ctx, src)
	must(t, err)
	dst, err := door{key: testKey}.blank(ctx, to, v)
	must(t, err)
	defer dst.Close()
	copied, err := copyTables(ctx, src, dst, walk, nil)
	must(t, err)
	return to, copied
}

func TestCopyIsWholeAndGuarded(t *testing.T) {
	s := full(t)
	for _, walk := range []bool{false, true} {
		to, copied := copyOf(t, s.Path(), walk)
		for _, c := range copied {
			if c.Rows == 0 && c.Table != "attachment_bytes" { // which is empty but for files of version 1
				t.Errorf("nothing in %s: the copy of it is not tested", c.Table)
			}
			want(t, "lost of "+c.Table, len(c.Lost), 0)
		}
		info, err := VerifyBackup(ctx, to, Options{Key: testKey})
		must(t, err)
		want(t, "people", info.People, 400)
		want(t, "submissions", info.Submissions, 6)
		again, twice := copyOf(t, to, walk)
		for i := range copied {
			want(t, "hash of "+copied[i].Table, twice[i].SHA256, copied[i].SHA256)
		}
		c := openAt(t, again) // and numbers go on where they stood
		next, err := c.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
		must(t, err)
		want(t, "next number", next.ID, "HS000009")
	}
}

func TestCopyOfADamagedFileFailsUnlessItWalks(t *testing.T) {
	s := full(t)
	must(t, s.Close())
	data, err := os.ReadFile(s.Path())
	must(t, err)
	page := pageOf(t, s.Path(), "history", 5)
	clear(data[page*4096 : page*4096+4096])
	must(t, os.WriteFile(s.Path(), data, 0o600))
	src, err := door{key: testKey}.connect(s.Path(), 1, "mode=ro", "immutable=1")
	must(t, err)
	defer src.Close()
	dst, err := door{key: testKey}.blank(ctx, filepath.Join(t.TempDir(), "b"), len(migrations()))
	must(t, err)
	defer dst.Close()
	_, err = copyTables(ctx, src, dst, false, nil)
	wantErr(t, "copy", outcome(err), ErrDamaged)
}

// pageOf is the index of the n-th leaf page of a table.
func pageOf(t testing.TB, path, table string, n int) int {
	t.Helper()
	db, err := door{key: testKey}.connect(path, 1, "mode=ro")
	must(t, err)
	defer db.Close()
	var page int
	must(t, db.QueryRow(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET ?`, table, n).Scan(&page))
	return page - 1
}

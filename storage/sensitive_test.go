package storage

import (
	"fmt"
	"testing"

	"ankhai/forms/facts"
)

// A paper that is sensitive goes when its dossier has its result; other papers, and
// those of dossiers that are still open, stay.
func TestSensitivePapersGoWithTheirUse(t *testing.T) {
	s := start(t)
	n := []facts.NguoiLaoDong{goes, stays}
	n[0].DanToc, n[1].DanToc = "02", "01"
	must(t, s.PutPeople(ctx, mst, n, "x"))
	must(t, s.PutPayroll(ctx, mst, 202611, Payroll{Rows: []facts.DongLuong{{HoTen: goes.HoTen, SoCCCD: goes.SoCCCD, DanToc: "02", Luong: goes.Luong}}}))
	d := draft(t, s, 1)
	a, err := s.PutAttachment(ctx, d.ID, Attachment{Name: "cccd.pdf", Mime: "application/pdf", Bytes: []byte("%PDF 1")})
	must(t, err)
	_, err = s.PutAttachment(ctx, d.ID, Attachment{Name: "đơn.pdf", Mime: "application/pdf", Bytes: []byte("%PDF 2")})
	must(t, err)
	must(t, s.MarkAttachment(ctx, d.ID, a.ID, Mark{Person: "NLD000001", Sensitive: true}))
	wantErr(t, "a paper that is not there", s.MarkAttachment(ctx, d.ID, 99, Mark{Sensitive: true}), ErrNotFound)
	wantErr(t, "a person who is not there", s.MarkAttachment(ctx, d.ID, a.ID, Mark{Person: "NLD999999"}), ErrNotFound)
	must(t, s.MoveDossier(ctx, d.ID, Nhap, DaKiem))
	sub, err := s.Freeze(ctx, d.ID, Submission{Envelope: []byte("<Hoso/>"), SignedAt: thisDay, Ledger: []LedgerKey{{SoCCCD: goes.SoCCCD, Month: 202611, PhuongAn: "TM"}}})
	must(t, err)
	wantErr(t, "marking what is signed", s.MarkAttachment(ctx, d.ID, a.ID, Mark{}), ErrFrozen)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui)
	if err := s.DropSensitive(ctx, d.ID); err == nil {
		t.Error("a paper of an open dossier went")
	}
	walk(t, s, sub.ID, DaGui, CoKetQua)
	for range 2 {
		must(t, s.DropSensitive(ctx, d.ID))
	}
	left, err := s.Attachments(ctx, d.ID)
	must(t, err)
	p, err := s.Payroll(ctx, mst, 202611)
	must(t, err)
	want(t, "what is left", fmt.Sprintln(len(left), left[0].Name, p.Rows[0].DanToc, p.Rows[0].Luong.MucLuong, must1(s.Person(ctx, "NLD000001")).DanToc, must1(s.Person(ctx, "NLD000002")).DanToc),
		fmt.Sprintln(1, "đơn.pdf", "", 17_043_219, "", "01"))
	lines, err := s.Journal(ctx, 2)
	must(t, err)
	want(t, "once in the journal", lines[0].What+" "+lines[1].What, "hoSo.gonNhayCam hoSo.coKetQua")
}

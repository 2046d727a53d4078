package storage

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// aNotice is a notice of one's own number with files.
func aNotice(loai, dossier string, files ...string) Notice {
	n := Notice{
		Ma: "11111111-1111-4111-8111-0000000000" + fmt.Sprintf("%02d", len(files)), Loai: loai, TieuDe: loai + " của A", Luc: thisDay, MaDonVi: "YN0001A", Month: 202611,
		LuuY: "thực hành", Gateway: "https://cong.example", DossierID: dossier,
	}
	for _, f := range files {
		n.Files = append(n.Files, NoticeFile{Ma: "C12-TS", Name: f, Bytes: []byte(f), Signatures: json.RawMessage(`{}`)})
	}
	return n
}

func TestNoticesDoNotChange(t *testing.T) {
	s := start(t)
	first, again, err := s.PutNotice(ctx, mst, aNotice("C12", "", "c12.pdf"))
	must(t, err)
	want(t, "again", again, false)
	other := aNotice("D09", "", "khac.pdf")
	other.Ma = first.Ma
	kept, again, err := s.PutNotice(ctx, mst, other)
	must(t, err)
	want(t, "again", again, true)
	want(t, "the one kept first", kept.Loai, "C12")
	got, err := s.Notice(ctx, mst, first.N)
	must(t, err)
	want(t, "bytes", string(got.Files[0].Bytes), "c12.pdf")
	want(t, "month", int(got.Month), 202611)
	for _, q := range []string{
		`UPDATE notices SET tieu_de = 'x'`, `UPDATE notices SET tieu_de = ''`, `DELETE FROM notices`,
		`UPDATE notice_files SET bytes = x''`, `DELETE FROM notice_files`,
	} {
		_, err := s.w.Exec(q)
		want(t, q, err != nil, true)
	}
	must(t, s.MarkNotice(ctx, mst, first.N, true))
	unread, err := s.Notices(ctx, mst, NoticeFilter{Unread: true})
	must(t, err)
	want(t, "unread", len(unread), 0)
	must(t, s.MarkNotice(ctx, mst, first.N, false))
	for f, n := range map[NoticeFilter]int{{Unread: true}: 1, {Loai: "D09"}: 0, {Month: 202611, Loai: "C12"}: 1, {Month: 202610}: 0} {
		list, err := s.Notices(ctx, mst, f)
		must(t, err)
		want(t, fmt.Sprintf("%+v", f), len(list), n)
	}
	_, err = s.Notice(ctx, mst2, first.N)
	wantErr(t, "another employer's", err, ErrNotFound)
	wantErr(t, "another employer's", s.MarkNotice(ctx, mst2, first.N, true), ErrNotFound)
	big := aNotice("TB", "", "a", "b")
	big.Files[1].Bytes = make([]byte, MaxReceived+1)
	_, _, err = s.PutNotice(ctx, mst, big)
	wantErr(t, "too big", err, ErrTooBig)
}

// The place in a gateway's inbox is a notice that is kept.
func TestNoticeCursor(t *testing.T) {
	s := start(t)
	at, err := s.NoticeCursor(ctx, mst, "https://cong.example")
	must(t, err)
	want(t, "at the beginning", at, "")
	n := aNotice("TB", "")
	wantErr(t, "not kept", s.SetNoticeCursor(ctx, mst, n.Gateway, n.Ma), ErrNotFound)
	_, _, err = s.PutNotice(ctx, mst, n)
	must(t, err)
	must(t, s.SetNoticeCursor(ctx, mst, n.Gateway, n.Ma))
	at, err = s.NoticeCursor(ctx, mst, n.Gateway)
	must(t, err)
	want(t, "place", at, n.Ma)
}

// What both data files were told stays when one takes the employer in from the other.
func TestInboxesAreJoined(t *testing.T) {
	s, b := start(t), start(t)
	for _, n := range []Notice{aNotice("C12", "", "c12.pdf"), aNotice("D09", "", "a.pdf", "b.pdf")} {
		_, _, err := s.PutNotice(ctx, mst, n)
		must(t, err)
	}
	for _, n := range []Notice{aNotice("C12", "", "c12.pdf"), aNotice("TB", "")} {
		k, _, err := b.PutNotice(ctx, mst, n)
		must(t, err)
		must(t, b.MarkNotice(ctx, mst, k.N, true))
		must(t, b.SetNoticeCursor(ctx, mst, k.Gateway, k.Ma))
	}
	for range 2 {
		_, err := b.TakeEmployer(ctx, s, mst, TakeOptions{})
		must(t, err)
		list, err := b.Notices(ctx, mst, NoticeFilter{})
		must(t, err)
		want(t, "notices", len(list), 3)
		unread, err := b.Notices(ctx, mst, NoticeFilter{Unread: true})
		must(t, err)
		want(t, "unread", len(unread), 1)
		got, err := b.Notice(ctx, mst, unread[0].N)
		must(t, err)
		want(t, "its files", len(got.Files), 2)
	}
	at, err := b.NoticeCursor(ctx, mst, "https://cong.example")
	must(t, err)
	want(t, "place", at, aNotice("TB", "").Ma)
	_, err = b.w.Exec(`DELETE FROM notice_files`)
	want(t, "guarded again", err != nil, true)
}

// The files of a notice go with the signed bytes of its dossier, and do not come back.
func TestNoticeGoesWithTheSignedBytes(t *testing.T) {
	now := thisDay
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ankhai.db"), Options{Now: func() time.Time { return now }, Who: "thu"})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	sub, other := signed(t, s), signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, TraLai)
	n, _, err := s.PutNotice(ctx, mst, aNotice("KQ", "", "kq.pdf"))
	must(t, err)
	must(t, s.TieNotice(ctx, mst, n.N, sub.DossierID))
	must(t, s.TieNotice(ctx, mst, n.N, sub.DossierID))
	wantErr(t, "two dossiers", s.TieNotice(ctx, mst, n.N, other.DossierID), ErrMoved)
	must(t, s.SetRetention(ctx, mst, Retention{DossierMonths: 12}))
	now = thisDay.AddDate(1, 0, 1)
	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	must(t, err)
	got, err := s.Notice(ctx, mst, n.N)
	must(t, err)
	want(t, "title", got.TieuDe, "")
	want(t, "files", len(got.Files), 0)
	want(t, "dossier", got.DossierID, sub.DossierID)
	_, again, err := s.PutNotice(ctx, mst, aNotice("KQ", sub.DossierID, "kq.pdf"))
	must(t, err)
	want(t, "again", again, true)
	late, _, err := s.PutNotice(ctx, mst, aNotice("KQ", sub.DossierID, "kq.pdf", "c70a.pdf"))
	must(t, err)
	want(t, "files of a tombstone", len(late.Files), 0)
}

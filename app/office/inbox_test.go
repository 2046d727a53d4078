package office

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/forms/sheet/mau"
	"ankhai/storage"
)

// aMailbox is a gateway that has notices, two a page, and counts what it is asked.
type aMailbox struct {
	unit   string
	month  string          // of every notice that is a statement
	deal   string          // of every third notice
	n      int             // how many notices
	broken map[string]bool // notices that it does not hand out
	turns  bool            // its pages have no end
	asked  []string
	after  []string
	files  map[string][]byte // by name, of every notice
}

func maOf(i int) string { return fmt.Sprintf("11111111-1111-4111-8111-%012d", i) }

func (m *aMailbox) notice(i int) map[string]any {
	v := map[string]any{"ma": maOf(i), "loai": "C12", "tieuDe": fmt.Sprint("Thông báo ", i), "luc": "2026-11-05T08:00:00+07:00", "maDonVi": m.unit, "thang": m.month, "maGiaoDich": nil}
	if i%3 == 0 {
		v["loai"], v["thang"], v["maGiaoDich"] = "KQ", nil, m.deal
	}
	return v
}

func (m *aMailbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	out := map[string]any{"luuY": "chỉ để thử"}
	if ma, ok := strings.CutPrefix(r.URL.Path, "/v1/thong-bao/"); ok {
		m.asked = append(m.asked, ma)
		i := 0
		fmt.Sscanf(ma[24:], "%d", &i)
		if m.broken[ma] {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		tep := []map[string]any{}
		for name, data := range m.files {
			tep = append(tep, map[string]any{"ma": "C12-TS", "ten": name, "tenFile": name, "loaiFile": "x", "sha256": gateway.HashOf(data), "noiDung": base64.StdEncoding.EncodeToString(data)})
		}
		out["thongBao"], out["tep"] = m.notice(i), tep
	} else {
		after := r.URL.Query().Get("sau")
		m.after = append(m.after, after)
		from := 0
		if after != "" {
			fmt.Sscanf(after[24:], "%d", &from)
		}
		list := []map[string]any{}
		for i := from + 1; i <= min(from+2, m.n); i++ {
			list = append(list, m.notice(i))
		}
		out["thongBao"], out["tiep"] = list, ""
		switch {
		case m.turns:
			out["tiep"] = maOf(len(m.after) % 2)
		case from+2 < m.n:
			out["tiep"] = maOf(from + 2)
		}
	}
	_ = json.NewEncoder(w).Encode(out)
}

// mailbox is the desk of the sample company with a gateway that has n notices.
func mailbox(t *testing.T, n int) (*Office, string, *aMailbox, string) {
	t.Helper()
	o := sampleDesk(t)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m := &aMailbox{unit: dv.MaDonVi, month: "2026-10", deal: maOf(900), n: n, broken: map[string]bool{}, files: map[string][]byte{"a.txt": []byte("a")}}
	srv := httptest.NewTLSServer(m)
	t.Cleanup(srv.Close)
	return o, dv.MaSoThue, m, srv.URL
}

// The inbox comes page by page. What one notice lacks does not stop the rest, is told,
// and comes next time; what is kept is not asked for again.
func TestInboxIsFetchedWhole(t *testing.T) {
	o, mst, box, url := mailbox(t, 5)
	box.broken[maOf(2)] = true
	got, err := o.FetchNotices(t.Context(), mst, url)
	if err != nil || len(got.New) != 4 || len(got.Failed) != 1 || got.Failed[0].Ma != maOf(2) || got.Failed[0].Say == "" {
		t.Fatalf("got %+v, %v", got, err)
	}
	box.broken, box.asked, box.after, box.n = nil, nil, nil, 6
	got, err = o.FetchNotices(t.Context(), mst, url)
	if err != nil || len(got.New) != 2 || len(got.Failed) != 0 {
		t.Fatalf("got %+v, %v", got, err)
	}
	if want := []string{maOf(2), maOf(6)}; fmt.Sprint(box.asked) != fmt.Sprint(want) {
		t.Errorf("asked for %v, want %v", box.asked, want)
	}
	if box.after[0] != maOf(1) {
		t.Errorf("asked from %s, want from what is kept without a gap", box.after[0])
	}
	box.after = nil
	got, err = o.FetchNotices(t.Context(), mst, url)
	if err != nil || len(got.New) != 0 || fmt.Sprint(box.after) != fmt.Sprint([]string{maOf(6)}) {
		t.Errorf("nothing new: %+v, %v, asked after %v", got, err, box.after)
	}
	all, err := o.Notices(t.Context(), mst, NoticeFilter{})
	if err != nil || len(all) != 6 || all[0].Caution != "chỉ để thử" || all[0].Dossier != "" {
		t.Errorf("%+v, %v", all, err)
	}
}

// A gateway that goes silent is left alone; what came before is kept.
func TestInboxOfAGatewayThatStops(t *testing.T) {
	o, mst, box, url := mailbox(t, 8)
	for i := 3; i <= 8; i++ {
		box.broken[maOf(i)] = true
	}
	got, err := o.FetchNotices(t.Context(), mst, url)
	all, _ := o.Notices(t.Context(), mst, NoticeFilter{})
	if len(all) != 2 || len(got.New) != 2 || err == nil && len(got.Failed) != 6 {
		t.Errorf("kept %d; %+v, %v", len(all), got, err)
	}
	box.turns, box.broken = true, nil
	if _, err := o.FetchNotices(t.Context(), mst, url); !errors.Is(err, ErrInboxTurns) {
		t.Errorf("pages without an end: %v", err)
	}
}

// A result is of the dossier whose receipt names the transaction, also where the
// receipt came later than the notice.
func TestNoticeIsOfItsDossier(t *testing.T) {
	o, mst, box, url := mailbox(t, 3)
	if _, err := o.FetchNotices(t.Context(), mst, url); err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	signDossier(t, o, made[0].ID)
	_, gate := aGateway(t, t.TempDir(), "")
	if _, err := o.Send(t.Context(), made[0].ID, gate); err != nil {
		t.Fatal(err)
	}
	deals, err := o.dossiersByDeal(t.Context(), mst)
	if err != nil || len(deals) != 1 {
		t.Fatalf("%v, %v", deals, err)
	}
	for deal := range deals {
		box.deal = deal
	}
	box.n = 6 // the notice that came before names another transaction, and stays nobody's
	if _, err := o.FetchNotices(t.Context(), mst, url); err != nil {
		t.Fatal(err)
	}
	all, err := o.Notices(t.Context(), mst, NoticeFilter{Loai: "KQ"})
	if err != nil || len(all) != 2 || all[0].Dossier != made[0].ID || all[1].Dossier != "" {
		t.Errorf("%+v, %v", all, err)
	}
}

// Signatures are judged at every reading, and what changed is said.
func TestNoticeIsJudgedAnew(t *testing.T) {
	o, mst, _, _ := mailbox(t, 0)
	kept := storage.Notice{Ma: maOf(1), Loai: "TB", Luc: testDay, Files: []storage.NoticeFile{
		{Name: "a.xml", Bytes: []byte("<a><SignatureValue>x</SignatureValue></a>"), Signatures: []byte(`{"state":"hopLe","signatures":[{"signer":"BHXH"}]}`)},
		{Name: "b.txt", Bytes: []byte("b"), Signatures: []byte(`{"state":"khongKy"}`)},
	}}
	n, _, err := o.store.PutNotice(t.Context(), mst, kept)
	if err != nil {
		t.Fatal(err)
	}
	v, err := o.Notice(t.Context(), mst, n.N)
	if err != nil {
		t.Fatal(err)
	}
	if f := v.Files[0]; f.Then.State != SealValid || f.Now.State != SealBroken || !strings.Contains(f.Changed, "nay không còn đạt") {
		t.Errorf("%+v", f)
	}
	if f := v.Files[1]; f.Now.State != SealNone || f.Changed != "" {
		t.Errorf("%+v", f)
	}
	if _, err := o.NoticeC12(t.Context(), n.N); !errors.Is(err, ErrNotStatement) {
		t.Errorf("a notice of another kind: %v", err)
	}
}

// The statement of a notice goes to the reconciliation from the file that was kept; one
// of another month than the notice says does not.
func TestNoticeBecomesAStatement(t *testing.T) {
	o, mst, box, url := mailbox(t, 1)
	bo := mau.Sach("L8", 100)
	box.files["c12.xlsx"] = mau.Viet(bo.Trang, mau.Cach{})
	box.month = bo.Thang.ISO()
	if got, err := o.FetchNotices(t.Context(), mst, url); err != nil || len(got.New) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	box.month, box.n = bo.Thang.Add(1).ISO(), 2
	other, err := o.FetchNotices(t.Context(), mst, url)
	if err != nil || len(other.New) != 1 {
		t.Fatalf("%+v, %v", other, err)
	}
	if res, err := o.NoticeC12(t.Context(), other.New[0].N); err != nil || res.Kept || len(res.Found) == 0 {
		t.Errorf("another month: %+v, %v", res, err)
	}
	n, err := o.NoticeNumber(t.Context(), mst, maOf(1))
	if err != nil {
		t.Fatal(err)
	}
	res, err := o.NoticeC12(t.Context(), n)
	if err != nil || !res.Kept || res.Month != bo.Thang {
		t.Fatalf("%+v, %v", res, err)
	}
	if last := res.Found[len(res.Found)-1]; last.Say != "Cổng ghi: chỉ để thử" {
		t.Errorf("the gateway's own words are not there: %+v", last)
	}
	if kept, err := o.store.Statement(t.Context(), mst, bo.Thang); err != nil || kept.TenTep != "c12.xlsx" {
		t.Errorf("kept %+v, %v", kept.TenTep, err)
	}
}

// Without a unit code no gateway knows whom a notice is for.
func TestInboxNeedsAUnitCode(t *testing.T) {
	o, mst, _, url := mailbox(t, 1)
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dv.MaDonVi = ""
	if err := o.store.PutDonVi(t.Context(), dv); err != nil {
		t.Fatal(err)
	}
	if _, err := o.FetchNotices(t.Context(), mst, url); !errors.Is(err, ErrNoUnitCode) {
		t.Errorf("got %v", err)
	}
}

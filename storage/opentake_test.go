package storage

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// settled is a store with something in every table, in which nothing waits to be sent.
func settled(t testing.TB) *Store {
	t.Helper()
	s := full(t)
	waiting, err := s.Outbox(ctx)
	must(t, err)
	for _, q := range waiting {
		walk(t, s, q.ID, q.State, DangGui, NghiVan)
	}
	d, err := s.DonVi(ctx, mst)
	must(t, err)
	d.ThucHanh, d.DiaChi = true, "Số 1, phố \"Tràng Tiền\"\t\\ ﷽"
	must(t, s.PutDonVi(ctx, d))
	must(t, s.PutSetting(ctx, "lichNghi", map[string]any{"nghi": []int{20260101}}))
	must(t, s.PutSetting(ctx, "da-theo:HS000002", map[string]any{"before": []map[string]string{{"id": "NLD000002"}}}))
	for _, key := range []string{"remote-accounts", "cong-tk:" + mst, "cong-ghim:https://cong.example"} {
		must(t, s.PutSetting(ctx, key, "bí mật"))
	}
	return s
}

func take(t testing.TB, s *Store, path string, o OpenTake) (OpenTaken, error) {
	t.Helper()
	o.OpenOptions = openAll
	return s.TakeOpen(ctx, path, o)
}

// empty opens a store with nothing in it.
func empty(t testing.TB) *Store { return openAt(t, filepath.Join(t.TempDir(), "b.db")) }

// rowsEverywhere counts the rows of all tables.
func rowsEverywhere(t testing.TB, s *Store) map[string]tablePrint {
	t.Helper()
	tx, err := s.r.BeginTx(ctx, nil)
	must(t, err)
	defer tx.Rollback()
	out, err := fingerprint(ctx, tx)
	must(t, err)
	return out
}

func TestOpenExportComesBackEqual(t *testing.T) {
	s := settled(t)
	dir := opened(t, s)
	files := openFiles(t, dir)
	for _, b := range shown() {
		if !strings.Contains(files["du-lieu/"+b.name+".json"], "{\"bang\":\""+b.name+"\",\"phienBan\":1,\"dong\":[\n{") {
			t.Errorf("nothing in %s: its way back is not tested", b.name)
		}
	}
	if all := strings.Join([]string{files["du-lieu/thiet-lap.json"], files["bang/thiet-lap.csv"]}, ""); strings.Contains(all, "bí mật") {
		t.Error("accounts were written")
	}
	zip := filepath.Join(t.TempDir(), "mo.zip")
	_, err := s.WriteOpen(ctx, zip, mst, openAll)
	must(t, err)
	for _, path := range []string{dir, zip} {
		b := empty(t)
		before := rowsEverywhere(t, b)
		seen, err := take(t, b, path, OpenTake{Check: true})
		must(t, err)
		want(t, "seen", []any{seen.Info.People, seen.Info.Submissions, seen.Here, len(seen.Notes), seen.Info.Name}, []any{400, 6, false, 0, "Công ty thử nghiệm"})
		want(t, "a check writes nothing", rowsEverywhere(t, b), before)
		got, err := take(t, b, path, OpenTake{})
		must(t, err)
		want(t, "people", got.Merged.People, 400)
		want(t, "held", len(got.Held), 0)
		sameFiles(t, openFiles(t, opened(t, b)), files)
		there, here := rowsOf(t, s, mst), rowsOf(t, b, mst)
		for name := range there { // papers are sealed under names of their own, and what is left out is not there
			if name != "attachments" && openLeft[name] == "" && here[name] != there[name] {
				t.Errorf("rows of %s differ", name)
			}
		}
		n, err := b.VerifyPapers(ctx)
		must(t, err)
		want(t, "papers", n, 1)
		d, err := b.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
		must(t, err)
		want(t, "next number", d.ID, "HS000009")
		lines, err := b.Journal(ctx, 3)
		must(t, err)
		want(t, "journal", lines[2].What+" "+lines[2].Ref, "donVi.nhanMo DV106 n=400")
		want(t, "left over", len(glob(t, filepath.Join(filepath.Dir(b.Path()), TempFiles))), 0)
		must(t, b.Close())
		_, err = VerifyBackup(ctx, b.Path(), Options{Key: testKey})
		must(t, err)
	}
}

var names = regexp.MustCompile(`(NLD|HS|GN)\d{6}`)

// renamed gives the names in an export numbers in the order in which they come, and
// leaves out what names make: hashes, and the explanations.
func renamed(files map[string]string) map[string]string {
	out, numbers := map[string]string{}, map[string]string{}
	call := func(s string) string {
		return names.ReplaceAllStringFunc(s, func(name string) string {
			if numbers[name] == "" {
				numbers[name] = "#" + string(rune('a'+len(numbers)%26)) + strings.Repeat("'", len(numbers)/26)
			}
			return numbers[name]
		})
	}
	chain := regexp.MustCompile(`,"chuoi":"[0-9a-f]+"`)
	for _, b := range shown() { // parents first
		name := "du-lieu/" + b.name + ".json"
		if b.table == "settings" {
			continue // in the order of their keys, which hold names
		}
		out[name] = call(chain.ReplaceAllString(files[name], ""))
	}
	for name, data := range files {
		if strings.HasPrefix(name, "tep/") {
			out[call(name)] = data
		}
	}
	return out
}

func TestOpenExportComesBesideOtherEmployers(t *testing.T) {
	s := settled(t)
	dir := opened(t, s)
	b := start(t)
	_, err := b.w.Exec(`UPDATE employers SET mst = ?, data = json_set(data, '$.maSoThue', ?)`, mst2, mst2)
	must(t, err)
	must(t, b.PutPeople(ctx, mst2, invented(7, 202611), "thử"))
	other, err := b.NewDossier(ctx, Dossier{MaSoThue: mst2, Procedure: "600", Month: 202611})
	must(t, err)
	must(t, b.PutSetting(ctx, "lichNghi", "của ở đây"))
	before := rowsOf(t, b, mst2)
	got, err := take(t, b, dir, OpenTake{})
	must(t, err)
	want(t, "renumbered", got.Merged.Renumbered[other.ID], "HS000002")
	want(t, "the other employer", rowsOf(t, b, mst2), before)
	var common string
	must(t, b.Setting(ctx, "lichNghi", &common))
	want(t, "what all employers share stays", common, "của ở đây")
	var f struct{ Before []struct{ ID string } }
	must(t, b.Setting(ctx, "da-theo:"+got.Merged.Renumbered["HS000002"], &f))
	want(t, "person named in a setting", f.Before[0].ID, "NLD000009")
	sameFiles(t, renamed(openFiles(t, opened(t, b))), renamed(openFiles(t, dir)))

	// Once more: refused, and nothing is touched.
	was := rowsEverywhere(t, b)
	_, err = take(t, b, dir, OpenTake{})
	if !strings.Contains(Say(err), "đã có ở đây nên không nhận đè") {
		t.Errorf("again: %v, %s", err, Say(err))
	}
	want(t, "after the refusal", rowsEverywhere(t, b), was)
	got, err = take(t, b, dir, OpenTake{Replace: true})
	must(t, err)
	want(t, "here, and kept", []any{got.Here, got.Merged.Kept, got.Merged.Submissions}, []any{true, 6, 0})
	want(t, "the other employer", rowsOf(t, b, mst2), before)
}

// What waited to be sent where the export was made may have been sent since.
func TestOpenExportDoesNotSendTwice(t *testing.T) {
	s := full(t)
	going := signed(t, s)
	walk(t, s, going.ID, DaKy, ChoGui, DangGui)
	sub := map[string]Submission{}
	for _, id := range []string{"GN000001", "GN000002", "GN000006", "GN000007"} { // sent, signed, waiting, on its way
		x, err := s.Submission(ctx, id)
		must(t, err)
		sub[id] = x
	}
	dir := opened(t, s)
	b := empty(t)
	seen, err := take(t, b, dir, OpenTake{Check: true})
	must(t, err)
	want(t, "would be held", seen.Held, []string{sub["GN000006"].DossierID, going.DossierID})
	got, err := take(t, b, dir, OpenTake{})
	must(t, err)
	want(t, "held", got.Held, seen.Held)
	for id, state := range map[string]State{"GN000001": DaGui, "GN000002": DaKy, "GN000006": NghiVan, "GN000007": NghiVan} {
		x, err := b.Submission(ctx, id)
		must(t, err)
		want(t, "state of "+id, x.State, state)
		want(t, "key and bytes of "+id, x.Key+string(x.Envelope)+x.SHA256, sub[id].Key+string(sub[id].Envelope)+sub[id].SHA256)
		d, err := b.Dossier(ctx, x.DossierID)
		must(t, err)
		want(t, "state of the dossier", d.State, state)
	}
	waiting, err := b.Outbox(ctx)
	must(t, err)
	for _, q := range waiting {
		want(t, "what the outbox has", q.State, NghiVan)
	}
	events, err := b.Events(ctx, "GN000006")
	must(t, err)
	want(t, "last event", events[len(events)-1].Note, heldSay)
	at, err := b.Restored(ctx)
	must(t, err)
	want(t, "the outbox asks before it sends", at.IsZero(), false)
	hits, err := b.SentBefore(ctx, mst, []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}})
	must(t, err)
	was, err := s.SentBefore(ctx, mst, []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}})
	must(t, err)
	want(t, "hits in the ledger", len(hits), len(was))
	p, ok, err := b.ProofOf(ctx, "k")
	must(t, err)
	want(t, "proof from before a restore", ok && p.SoHoSo == "1/2026" && string(p.Receipt) == "{}", true)
	// From here on it comes back as it is.
	again := empty(t)
	_, err = take(t, again, opened(t, b), OpenTake{})
	must(t, err)
	sameFiles(t, openFiles(t, opened(t, again)), openFiles(t, opened(t, b)))
}

// Steps of moving homes go on counting where the employer had come to.
func TestOpenExportKeepsCountingSteps(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(3, 202611), "thử"))
	for i, xa := range []string{"00001", "00002"} {
		_, err := s.MoveHomes(ctx, mst, []Home{{"NLD000001", xa, "01"}}, "đổi xã")
		must(t, err)
		want(t, "step", i, i)
	}
	b := empty(t)
	_, err := take(t, b, opened(t, s), OpenTake{})
	must(t, err)
	_, err = b.MoveHomes(ctx, mst, []Home{{"NLD000001", "00003", "01"}}, "đổi xã")
	must(t, err)
	n, err := b.MoveHomesBack(ctx, mst, "đổi xã", "trả lại")
	must(t, err)
	p, err := b.Person(ctx, "NLD000001")
	must(t, err)
	want(t, "back by one step", []any{n, p.MaXa}, []any{1, "00002"})
}

// What is erased stays erased, and its proof comes along.
func TestOpenExportOfWhatIsErased(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui, CoKetQua)
	must(t, s.SetRetention(ctx, mst, Retention{DossierMonths: 1}))
	s.opt.Now = func() time.Time { return thisDay.AddDate(0, 2, 0) }
	_, err := s.EraseDossier(ctx, sub.DossierID, "het-han")
	must(t, err)
	dir := opened(t, s)
	b := empty(t)
	_, err = take(t, b, dir, OpenTake{})
	must(t, err)
	sameFiles(t, openFiles(t, opened(t, b)), openFiles(t, dir))
	x, err := b.Submission(ctx, sub.ID)
	must(t, err)
	want(t, "erased", x.ErasedAt.IsZero(), false)
}

func TestOpenExportOfNothingMuch(t *testing.T) {
	s := start(t)
	dir := opened(t, s)
	b := empty(t)
	_, err := take(t, b, dir, OpenTake{})
	must(t, err)
	sameFiles(t, openFiles(t, opened(t, b)), openFiles(t, dir))
	all, err := b.DonVis(ctx)
	must(t, err)
	want(t, "employers", all, []facts.DonVi{{MaSoThue: mst, Ten: "Công ty thử nghiệm"}})
	var words moTa
	must(t, json.Unmarshal([]byte(openFiles(t, dir)["mo-ta.json"]), &words))
	want(t, "described", len(words.Tables), len(shown()))
}

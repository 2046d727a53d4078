package office

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/signing"
	"ankhai/storage"
	"ankhai/storage/keys"
)

const letterWords = "bốn từ bất kỳ ghép lại"

// checkedDraft is a draft of the raises that can be signed.
func checkedDraft(t *testing.T, o *Office) string {
	t.Helper()
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Check(t.Context(), made[0].ID); err != nil {
		t.Fatal(err)
	}
	return made[0].ID
}

func practiceKeyOf(t *testing.T, o *Office) signing.Key {
	t.Helper()
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	key, err := o.PracticeKey(dv)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { key.Close() })
	return key
}

// handOut hands a draft out and gives the file's bytes.
func handOut(t *testing.T, o *Office, ids ...string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ky.ankhai-giao")
	if _, err := o.HandOut(t.Context(), ids, "Giám đốc", path, []byte(letterWords)); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func signOver(t *testing.T, at *Office, data []byte, key signing.Key) []byte {
	t.Helper()
	back, results, err := at.SignHandover(t.Context(), data, []byte(letterWords), nil, key)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Err != nil {
			t.Fatalf("%s: %v", r.ID, r.Err)
		}
	}
	return back
}

// The accountant hands out, the director looks, signs and gives back, and what is
// frozen are the bytes that the accountant's own data makes, with those signatures.
func TestHandoverThereAndBack(t *testing.T) {
	o, director := sampleDesk(t), openDesk(t, t.TempDir())
	id := checkedDraft(t, o)
	key := practiceKeyOf(t, o)
	data := handOut(t, o, id)
	if bytes.Contains(data, []byte("CÔNG TY")) {
		t.Error("the file shows what is in it")
	}

	// out: nothing of it changes here, nothing is signed here
	for name, do := range map[string]func() error{
		"edit": func() error {
			_, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: 0, Tag: "GhiChu", Text: "khác"}})
			return err
		},
		"sign":   func() error { _, err := o.Sign(t.Context(), id, key); return err },
		"cancel": func() error { return o.Cancel(t.Context(), id) },
		"attach": func() error { return o.AttachPaper(t.Context(), id, "", "a.pdf", []byte("%PDF-1.4\n"), storage.Mark{}) },
		"again": func() error {
			_, err := o.HandOut(t.Context(), []string{id}, "", filepath.Join(t.TempDir(), "b"), []byte(letterWords))
			return err
		},
	} {
		if err := do(); err == nil || name != "attach" && !errors.Is(err, storage.ErrOut) {
			t.Errorf("%s while it is out: %v", name, err)
		}
	}
	if s := stateOfDossier(t, o, id); s != storage.DaKiem {
		t.Fatalf("state %s", s)
	}

	if v, err := o.Dossier(t.Context(), id); err != nil || v.Held != "Đang giao ký" {
		t.Errorf("held: %q %v", v.Held, err)
	}

	seen, err := director.OpenHandover(t.Context(), data, []byte(letterWords))
	if err != nil {
		t.Fatal(err)
	}
	if len(seen.Dossiers) != 1 || seen.For != "Giám đốc" || len(seen.Dossiers[0].Prints) == 0 || seen.Dossiers[0].Blocks() {
		t.Fatalf("seen: %+v", seen)
	}
	all, err := director.Companies(t.Context())
	if err != nil || len(all) != 0 {
		t.Errorf("looking left %d employers: %v", len(all), err)
	}
	back := signOver(t, director, data, key)

	results, err := o.TakeBack(t.Context(), back, []byte(letterWords))
	if err != nil || len(results) != 1 || results[0].Err != nil {
		t.Fatalf("take back: %v %v", results, err)
	}
	if s := stateOfDossier(t, o, id); s != storage.DaKy {
		t.Fatalf("state %s", s)
	}
	for _, f := range results[0].Signed.Files {
		report, err := o.Verify(t.Context(), VerifyInput{Name: f.Name, Data: f.Bytes})
		if err != nil || len(report.Signatures) == 0 || !report.Signatures[0].Valid {
			t.Errorf("%s: %v %+v", f.Name, err, report)
		}
	}
	a, err := o.Approval(t.Context(), id)
	if err != nil || len(a.Trail) != 1 || a.Trail[0].Step != storage.Approved || !a.Trail[0].Proven || !a.Trail[0].Witnessed {
		t.Errorf("trail %+v, %v", a.Trail, err)
	}

	// the same file again, and a file from before a recall
	again, err := o.TakeBack(t.Context(), back, []byte(letterWords))
	if err != nil || !errors.Is(again[0].Err, ErrNotOut) {
		t.Errorf("twice: %v %v", again, err)
	}
}

// What was called back is edited again; the signature that comes later is refused, and
// so is one over other contents.
func TestHandoverRecalled(t *testing.T) {
	o, director := sampleDesk(t), openDesk(t, t.TempDir())
	id := checkedDraft(t, o)
	key := practiceKeyOf(t, o)
	back := signOver(t, director, handOut(t, o, id), key)
	if err := o.Recall(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if err := o.Recall(t.Context(), id); !errors.Is(err, ErrNotOut) {
		t.Errorf("recalled twice: %v", err)
	}
	refused := func(want error) {
		t.Helper()
		r, err := o.TakeBack(t.Context(), back, []byte(letterWords))
		if err != nil || !errors.Is(r[0].Err, want) {
			t.Errorf("got %v %v, want %v", r, err, want)
		}
	}
	refused(ErrNotOut)
	if _, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: 0, Tag: "GhiChu", Text: "khác"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Check(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	handOut(t, o, id) // out again, in another file
	refused(ErrNotOut)
	if s := stateOfDossier(t, o, id); s != storage.DaKiem {
		t.Errorf("state %s", s)
	}
}

// Whoever changes what comes back is told so: every signature is put into the bytes of
// the data folder that handed out.
func TestHandoverForged(t *testing.T) {
	o, director := sampleDesk(t), openDesk(t, t.TempDir())
	id := checkedDraft(t, o)
	back := signOver(t, director, handOut(t, o, id), practiceKeyOf(t, o))
	var honest returned
	if err := o.readLetter(t.Context(), back, []byte(letterWords), &honest); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(r *returned)
		want   error
	}{
		"a signature less":      {func(r *returned) { r.Dossiers[0].Signatures = r.Dossiers[0].Signatures[1:] }, ErrOtherContents},
		"another value":         {func(r *returned) { r.Dossiers[0].Signatures[0].Value[7] ^= 1 }, ErrOtherContents},
		"another moment":        {func(r *returned) { r.Dossiers[0].At = r.Dossiers[0].At.Add(1e9) }, ErrOtherContents},
		"a moment long ago":     {func(r *returned) { r.Dossiers[0].At = r.Dossiers[0].At.AddDate(-1, 0, 0) }, ErrSignedWhen},
		"another sum":           {func(r *returned) { r.Dossiers[0].SHA256 = strings.Repeat("0", 64) }, ErrOtherContents},
		"another file":          {func(r *returned) { r.Ma = strings.Repeat("0", 32) }, ErrNotOut},
		"a dossier of nobody's": {func(r *returned) { r.Dossiers[0].ID = "HS009999" }, ErrNotOut},
	} {
		var r returned
		text, err := json.Marshal(honest)
		if err == nil {
			err = json.Unmarshal(text, &r)
		}
		if err != nil {
			t.Fatal(err)
		}
		c.change(&r)
		forged, err := o.writeLetter(t.Context(), r, []byte(letterWords))
		if err != nil {
			t.Fatal(err)
		}
		got, err := o.TakeBack(t.Context(), forged, []byte(letterWords))
		if err != nil || !errors.Is(got[0].Err, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
		if s := stateOfDossier(t, o, id); s != storage.DaKiem {
			t.Fatalf("%s: state %s", name, s)
		}
	}
	if got, err := o.TakeBack(t.Context(), back, []byte(letterWords)); err != nil || got[0].Err != nil {
		t.Errorf("the honest one: %v %v", got, err)
	}
}

// Hostile files end in words, and leave nothing.
func TestHandoverHostile(t *testing.T) {
	o, director := sampleDesk(t), openDesk(t, t.TempDir())
	data := handOut(t, o, checkedDraft(t, o))
	open := func(data []byte) error {
		_, err := director.OpenHandover(t.Context(), data, []byte(letterWords))
		return err
	}
	if _, err := director.OpenHandover(t.Context(), data, []byte("mật khẩu khác hẳn")); !errors.Is(err, ErrLetterPass) || errors.Is(err, keys.ErrPassphrase) {
		t.Errorf("wrong passphrase: %v", err)
	}
	for n := 0; n < len(data); n += 1 + len(data)/7 {
		if err := open(data[:n]); err == nil {
			t.Fatalf("cut at %d: no error", n)
		} else if say := Say(err); strings.Contains(say, "chưa có lời giải thích") {
			t.Errorf("cut at %d: %s", n, say)
		}
	}
	for _, at := range []int{0, 6, 8, 200, len(data) - 1} {
		bad := bytes.Clone(data)
		bad[at] ^= 0x40
		if err := open(bad); err == nil {
			t.Errorf("changed at %d: no error", at)
		} else if say := Say(err); strings.Contains(say, "chưa có lời giải thích") {
			t.Errorf("changed at %d: %s", at, say)
		}
	}
	for name, v := range map[string]any{
		"nothing":        map[string]any{},
		"a list":         []int{1},
		"no dossier":     handoverGiven{Version: 1, Kind: givenKind, Ma: storage.NewMa()},
		"of later":       handoverGiven{Version: 9, Kind: givenKind, Ma: storage.NewMa(), Dossiers: []givenDossier{{ID: "HS000001"}}},
		"strange number": handoverGiven{Version: 1, Kind: givenKind, Ma: storage.NewMa(), Dossiers: []givenDossier{{ID: "../../x", Month: 202611}}},
		"no form": handoverGiven{Version: 1, Kind: givenKind, Ma: storage.NewMa(), Dossiers: []givenDossier{{ID: "HS000001", Month: 202611,
			Docs: []givenDoc{{Doc: []byte(`{"form":"KHONG-CO"}`)}}}}},
	} {
		letter, err := o.writeLetter(t.Context(), v, []byte(letterWords))
		if err != nil {
			t.Fatal(err)
		}
		if err := open(letter); err == nil {
			t.Errorf("%s: no error", name)
		} else if say := Say(err); strings.Contains(say, "chưa có lời giải thích") {
			t.Errorf("%s: %s", name, say)
		}
		if _, err := o.TakeBack(t.Context(), letter, []byte(letterWords)); err == nil {
			t.Errorf("%s taken back: no error", name)
		}
	}
	left, err := filepath.Glob(filepath.Join(director.Dir(), storage.TempFiles))
	if err != nil || len(left) != 0 {
		t.Errorf("left over: %v %v", left, err)
	}
}

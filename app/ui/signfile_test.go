package ui

import (
	"bytes"
	"context"
	"crypto/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/signing/signtest"
	"ankhai/signing/signtest/softhsm"
)

// On a real store: a declaration of another program is dropped on the overview, checked,
// and signed with a real (software) token; a PDF is signed with a .p12 file of somebody
// else and a stamp. The files themselves stay as they were.
func TestSignFilesInTheWindow(t *testing.T) {
	ctx := context.Background()
	o, _ := rehearsed(t)
	plugIn(t, o)
	dir := t.TempDir()
	anotherKey(t, o, filepath.Join(dir, "khac.p12"))
	uitest.App(t)
	s, w := windowOn(t, o)

	declaration := copied(t, "../../forms/xmlfile/testdata/D02-TS-595.xml", filepath.Join(dir, "D02-TS-595.xml"))
	s.dropped([]fyne.URI{storage.NewFileURI(declaration)})
	if s.at.key != office.SignScreen {
		t.Fatalf("the file led to %s", s.at.key)
	}
	reads(t, w.Content(), "Tờ khai D02-LT, theo tệp D02-TS-595.xml", "Chữ ký|Không hợp lệ: Tệp chưa được ký số")
	uitest.Press(t, w.Content(), "Ký tệp này…")
	signWith(t, w, "USB token Token A", "Mã PIN của token", softhsm.PIN, "Ký bằng token")
	reads(t, w.Content(), "Bản đã ký là D02-TS-595-daky.xml", "Người ký|CÔNG TY CÓ TOKEN")
	signedBeside(t, o, declaration, "../../forms/xmlfile/testdata/D02-TS-595.xml")

	paper := copied(t, "../../signing/pdfsig/testdata/xref-stream.pdf", filepath.Join(dir, "giay.pdf"))
	s.dropped([]fyne.URI{storage.NewFileURI(paper)})
	reads(t, w.Content(), "Tệp PDF không có ô để kiểm")
	uitest.Press(t, w.Content(), "Ký tệp này…")
	form := w.Canvas().Overlays().Top()
	uitest.Find[*xwidget.Select](form)[0].SetSelectedIndex(1)
	uitest.Find[*xwidget.Entry](form)[0].SetText("Xác nhận")
	uitest.Press(t, form, "Chọn chữ ký số…")
	reads(t, w.Canvas().Overlays().Top(), "Chứng thư này không phải của đơn vị đang mở (0100109106)")
	signWith(t, w, "Tệp khac.p12 trong ", "Mật khẩu của tệp", "mat-khau", "Ký bằng tệp này")
	reads(t, w.Content(), "Bản đã ký là giay-daky.pdf", "Người ký|NGƯỜI KHÁC")
	signedBeside(t, o, paper, "../../signing/pdfsig/testdata/xref-stream.pdf")
	if all, err := o.Unsaved(ctx); err != nil || len(all) != 0 {
		t.Errorf("signed, and %v is kept (%v)", all, err)
	}
}

// anotherKey remembers a .p12 file of somebody who is not the employer at hand.
func anotherKey(t *testing.T, o *office.Office, path string) {
	t.Helper()
	ca, err := signtest.NewCA(rand.Reader, clock().AddDate(-2, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.Subject{Name: "NGƯỜI KHÁC", TaxCode: "0312345678"}, clock().AddDate(-1, 0, 0), clock().Add(400*24*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	data, err := ca.P12(key, []byte("mat-khau"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := o.AddKeyFile(context.Background(), path, []byte("mat-khau")); err != nil {
		t.Fatal(err)
	}
}

func copied(t *testing.T, from, to string) string {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

func reads(t *testing.T, o fyne.CanvasObject, parts ...string) {
	t.Helper()
	got := strings.Join(uitest.Words(o), "|")
	for _, p := range parts {
		if !strings.Contains(got, p) {
			t.Errorf("%q is missing in %s", p, got)
		}
	}
}

// signWith types the secret of the key whose card has these words, and signs.
func signWith(t *testing.T, w fyne.Window, card, hint, secret, yes string) {
	t.Helper()
	for _, c := range uitest.Find[*xwidget.Panel](w.Canvas().Overlays().Top()) {
		if !strings.Contains(strings.Join(uitest.Words(c), "|"), card) {
			continue
		}
		for _, e := range uitest.Find[*xwidget.Entry](c) {
			if e.PlaceHolder == hint {
				e.SetText(secret)
				uitest.Press(t, c, yes)
				return
			}
		}
	}
	t.Fatalf("no key with %q in %q", card, uitest.Words(w.Canvas().Overlays().Top()))
}

// signedBeside wants a good signature in the copy, and the file as it was.
func signedBeside(t *testing.T, o *office.Office, path, was string) {
	t.Helper()
	at := office.SignedName(path)
	data, err := os.ReadFile(at)
	if err != nil {
		t.Fatal(err)
	}
	r, err := o.Verify(context.Background(), office.VerifyInput{Name: filepath.Base(at), Data: data})
	if err != nil || len(r.Signatures) != 1 || !r.Signatures[0].Valid {
		t.Errorf("%s: %+v, %v", at, r, err)
	}
	first, err := os.ReadFile(was)
	if err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, first) {
		t.Errorf("%s is not as it was (%v)", path, err)
	}
}

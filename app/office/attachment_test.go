package office

import (
	"bytes"
	"crypto/rand"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ankhai/forms/print"
	"ankhai/signing/signtest"
)

func scan(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 40))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// libreOffice stands in for the real one: a script that is called the same way.
func libreOffice(t *testing.T, script string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in is a shell script")
	}
	dir := t.TempDir()
	if script != "" {
		if err := os.WriteFile(filepath.Join(dir, "soffice"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
}

// converting writes what LibreOffice would, when called as it must be called.
const converting = `
for last; do :; done
case "$*" in *--headless*--convert-to\ pdf*--outdir*) ;; *) exit 9 ;; esac
case "$last" in */tep.docx) ;; *) exit 8 ;; esac
printf '%%PDF-1.7 chuyen' > "$PWD/tep.pdf"
`

func TestAttachmentsBecomePDF(t *testing.T) {
	o := openDesk(t, t.TempDir())
	libreOffice(t, converting)
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"hop dong.pdf", "hop dong.pdf", []byte("%PDF-1.4 x")},
		{"Ảnh chụp.PNG", "Ảnh chụp.pdf", scan(t)},
		{"quyết định.docx", "quyết định.pdf", []byte("PK\x03\x04 x")},
	} {
		name, data, err := o.asPDF(t.Context(), c.name, c.data)
		if err != nil || name != c.want || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("%s: %q, %.20q, %v", c.name, name, data, err)
		}
	}
}

// A scan becomes a PDF that can be signed.
func TestScanIsSigned(t *testing.T) {
	o := openDesk(t, t.TempDir())
	_, pdf, err := o.asPDF(t.Context(), "quyet-dinh.png", scan(t))
	if err != nil {
		t.Fatal(err)
	}
	ca, err := signtest.NewCA(rand.Reader, testDay)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ca.Issue(signtest.PracticeSubject("CÔNG TY THỬ", "0100109106"), testDay.AddDate(0, 0, -1), testDay.AddDate(1, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	for name, how := range map[string]PDFSignature{"invisible": {}, "stamped": {StampPage: 1, Place: "Hà Nội", Logo: scan(t)}} {
		signed, err := o.SignFile(t.Context(), "quyet-dinh.pdf", pdf, key, how)
		if err != nil {
			t.Fatal(err)
		}
		report, err := Verify(t.Context(), VerifyInput{Name: signed.Name, Data: signed.Bytes, CA: ca.ChainPEM()})
		if err != nil || !report.Valid() {
			t.Errorf("%s: %q, %v", name, report.Say(), err)
		}
	}
}

func TestAttachmentsAreRefused(t *testing.T) {
	o := openDesk(t, t.TempDir())
	for _, c := range []struct {
		script, name, data string
		want               error
		say                string
	}{
		{"", "a.docx", "PK\x03\x04", ErrNoConverter, "Lưu thành PDF"},
		{"", "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ErrNoConverter, "cài LibreOffice"},
		{"exit 1", "a.docx", "PK\x03\x04", ErrConvert, "không chuyển được"},
		{"exit 0", "a.docx", "PK\x03\x04", ErrConvert, "không chuyển được"},
		{"echo x > tep.pdf", "a.docx", "PK\x03\x04", ErrConvert, "không chuyển được"},
		{converting, "a.docx", "MZ", ErrAttachment, "đúng như tên tệp"},
		{converting, "a.exe", "MZ", ErrAttachment, "chỉ nhận"},
		{converting, "a.pdf", "PK\x03\x04", ErrAttachment, "đúng như tên tệp"},
		{converting, "a.jpg", "MZ", print.ErrPicture, "ảnh hỏng"},
		{converting, "a.pdf", "%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 9 0 R >>", ErrLocked, "Bỏ mật khẩu"},
		{converting, "pdf", "%PDF-1.4", ErrAttachment, "chỉ nhận"},
	} {
		libreOffice(t, c.script)
		_, _, err := o.asPDF(t.Context(), c.name, []byte(c.data))
		if !errors.Is(err, c.want) || !strings.Contains(Say(err), c.say) {
			t.Errorf("%s with %q: %v, %q", c.name, c.script, err, Say(err))
		}
	}
}

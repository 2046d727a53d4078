package planted

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

var (
	name   = Value{"họ tên", "Đặng Thị Ngọc Ẩn"}
	number = Value{"CCCD", "079190123457"}
)

// The scanner finds each spelling that a program may leave behind. A scanner that
// finds nothing proves nothing.
func TestFindsEverySpelling(t *testing.T) {
	s := New([]Value{name, number})
	noise := make([]byte, 999)
	rand.Read(noise)
	wide := func(text string) string {
		var b []byte
		for _, c := range utf16.Encode([]rune(text)) {
			b = append(b, byte(c), byte(c>>8))
		}
		return string(b)
	}
	deflated := func(w io.WriteCloser, b *bytes.Buffer, text string) string {
		io.WriteString(w, strings.Repeat("đệm ", 50)+text)
		w.Close()
		return b.String()
	}
	var zl, gz, zi bytes.Buffer
	z := zip.NewWriter(&zi)
	w, _ := z.Create("a.xml")
	io.WriteString(w, strings.Repeat("x", 500)+number.Text)
	z.Close()
	pad := strings.Repeat("đơn vị ", 40)
	for what, text := range map[string]string{
		"as it is":          name.Text,
		"upper case":        strings.ToUpper(name.Text),
		"decomposed":        norm.NFD.String(name.Text),
		"plain":             "Dang Thi Ngoc An",
		"folded":            "dang thi ngoc an",
		"wide":              wide(name.Text),
		"wide plain":        wide("Dang Thi Ngoc An"),
		"hex":               hex.EncodeToString([]byte(name.Text)),
		"base64":            base64.StdEncoding.EncodeToString([]byte(name.Text)),
		"base64, shifted":   base64.StdEncoding.EncodeToString([]byte("x" + number.Text + "yy")),
		"base64, shifted 2": base64.StdEncoding.EncodeToString([]byte("xx" + number.Text + "y")),
		"base64, long":      base64.StdEncoding.EncodeToString([]byte(pad + name.Text + pad)),
		"zlib":              deflated(zlib.NewWriter(&zl), &zl, name.Text),
		"gzip":              deflated(gzip.NewWriter(&gz), &gz, number.Text),
		"zip":               zi.String(),
		"zip in base64":     base64.StdEncoding.EncodeToString(zi.Bytes()),
	} {
		b := append(append(append([]byte{}, noise...), text...), noise...)
		hits := s.Bytes("tep", b)
		if len(hits) == 0 {
			t.Errorf("%s: not found", what)
		}
	}
	if hits := s.Bytes("tep", noise); len(hits) != 0 {
		t.Errorf("found in noise: %v", hits)
	}
}

// A hit names file, offset and kind; names of files count too.
func TestNamesThePlace(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("a.log", "dòng một\n"+number.Text)
	put("giay "+number.Text+".pdf", "trống")
	put("bo-qua.txt", number.Text)
	hits, files, err := New([]Value{name, number}).Folder(dir, func(p string) bool { return p == "bo-qua.txt" })
	if err != nil || files != 2 || len(hits) != 2 {
		t.Fatalf("%d hits in %d files, %v: %v", len(hits), files, err, hits)
	}
	if h := hits[0]; h.File != "a.log" || h.Offset != len("dòng một\n") || h.How != "UTF-8" || h.Value != number {
		t.Errorf("got %v", h)
	}
	if !strings.Contains(hits[1].How, "tên tệp") {
		t.Errorf("got %v", hits[1])
	}
}

package openpack

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

var (
	ctx  = context.Background()
	made = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// packed writes a small export at path.
func packed(t testing.TB, path string) {
	t.Helper()
	w, err := New(path, made)
	must(t, err)
	defer w.Close()
	for name, text := range map[string]string{"du-lieu/nguoi.json": `{"bang":"nguoi","phienBan":1,"dong":[` + "\n" + `{"ma":"NLD000001"}` + "\n]}\n",
		"bang/nguoi.csv": "\ufeffMã\r\n", "tep/giay-to/a.pdf": "%PDF-"} {
		_, err := w.Add(ctx, name, func(to io.Writer) error { _, err := io.WriteString(to, text); return err })
		must(t, err)
	}
	must(t, w.Commit(ctx, Contents{Version: 1, MST: "0100109106", Rows: map[string]int{"nguoi": 1}}, func(Contents) error { return nil }))
}

func told(t testing.TB, path string) string {
	t.Helper()
	r, err := Open(path)
	must(t, err)
	defer r.Close()
	must(t, r.Check(ctx))
	var b strings.Builder
	for _, f := range r.Faults {
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

func TestPackIsReadAsItWasWritten(t *testing.T) {
	dir := t.TempDir()
	for _, path := range []string{filepath.Join(dir, "mo"), filepath.Join(dir, "mo.zip")} {
		packed(t, path)
		if said := told(t, path); said != "" {
			t.Errorf("%s: %s", path, said)
		}
		r, err := Open(path)
		must(t, err)
		in, err := r.Open("tep/giay-to/a.pdf")
		must(t, err)
		data, err := io.ReadAll(in)
		must(t, err)
		must(t, in.Close())
		if string(data) != "%PDF-" || r.Contents.MST != "0100109106" || r.Size() != 65 {
			t.Errorf("got %q of %s, %d bytes", data, r.Contents.MST, r.Size())
		}
		must(t, r.Close())
		if _, err := New(path, made); !errors.Is(err, os.ErrExist) {
			t.Errorf("over another: %v", err)
		}
	}
	left, err := os.ReadDir(dir)
	must(t, err)
	if len(left) != 2 {
		t.Errorf("left over: %v", left)
	}
}

// A writer that is not committed leaves nothing, and takes no name that reads badly.
func TestWriterLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	w, err := New(filepath.Join(dir, "mo"), made)
	must(t, err)
	nothing := func(io.Writer) error { return nil }
	_, err = w.Add(ctx, "tep/A.pdf", nothing)
	must(t, err)
	for _, name := range []string{"tep/a.pdf", "../a", "/a", "tep/../a", "tep/.a", `tep/a\b`, "tep/a:b", "du-lieu/A.json", "khac.txt", "tep/" + strings.Repeat("a", 180)} {
		if _, err := w.Add(ctx, name, nothing); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	refused := errors.New("no")
	if err := w.Commit(ctx, Contents{}, func(Contents) error { return refused }); !errors.Is(err, refused) {
		t.Errorf("got %v", err)
	}
	must(t, w.Close())
	left, err := os.ReadDir(dir)
	must(t, err)
	if len(left) != 0 {
		t.Errorf("left over: %v", left)
	}
}

// zipped packs a good export again with more in it, as change says.
func zipped(t testing.TB, under string, change func(w *zip.Writer)) string {
	t.Helper()
	from, to := filepath.Join(t.TempDir(), "a.zip"), filepath.Join(t.TempDir(), "b.zip")
	packed(t, from)
	in, err := zip.OpenReader(from)
	must(t, err)
	defer in.Close()
	out, err := os.Create(to)
	must(t, err)
	defer out.Close()
	w := zip.NewWriter(out)
	for _, f := range in.File {
		r, err := f.Open()
		must(t, err)
		data, err := io.ReadAll(r)
		must(t, err)
		put(t, w, &zip.FileHeader{Name: under + f.Name, Method: zip.Deflate}, data)
	}
	change(w)
	must(t, w.Close())
	return to
}

func put(t testing.TB, w *zip.Writer, h *zip.FileHeader, data []byte) {
	t.Helper()
	to, err := w.CreateHeader(h)
	must(t, err)
	_, err = to.Write(data)
	must(t, err)
}

func TestHostileZIPs(t *testing.T) {
	named := func(name string) func(*zip.Writer) {
		return func(w *zip.Writer) { put(t, w, &zip.FileHeader{Name: name}, []byte("x")) }
	}
	link := &zip.FileHeader{Name: "tep/lien-ket"}
	link.SetMode(os.ModeSymlink | 0o777)
	locked := &zip.FileHeader{Name: "tep/khoa.pdf", Flags: 1}
	for _, c := range []struct {
		what   string
		under  string
		change func(*zip.Writer)
		say    string
	}{
		{"nothing more", "", func(*zip.Writer) {}, ""},
		{"in a folder of its own", "don-vi/", func(*zip.Writer) {}, ""},
		{"what systems leave behind", "don-vi/", func(w *zip.Writer) {
			for _, name := range []string{"__MACOSX/don-vi/._a", "don-vi/.DS_Store", "don-vi/bang/~$nguoi.csv", "don-vi/tep/"} {
				put(t, w, &zip.FileHeader{Name: name}, nil)
			}
		}, ""},
		{"a path upwards", "", named("../../etc/cron.d/x"), "../../etc/cron.d/x: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"a path from the root", "", named("/etc/passwd"), "/etc/passwd: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"a path upwards inside", "", named("tep/../../x"), "tep/../../x: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"a path of Windows", "", named(`tep\..\..\x`), "tep\\..\\..\\x: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"a drive", "", named("C:x"), "C:x: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"beside the folder", "don-vi/", named("khac/tep/a.pdf"), "khac/tep/a.pdf: nằm ngoài bản xuất. Dùng bản ZIP gốc\n"},
		{"a second list deeper down", "", named("tep/" + list), "tep/danh-sach-tep.json: không có trong danh sách tệp. Bỏ tệp này ra ngoài\n"},
		{"a program", "", named("cai-dat.exe"), "cai-dat.exe: không phải tệp của bản xuất. Bỏ tệp này ra ngoài\n"},
		{"a file that is not listed", "", named("tep/la.pdf"), "tep/la.pdf: không có trong danh sách tệp. Bỏ tệp này ra ngoài\n"},
		{"a file twice", "", named("du-lieu/nguoi.json"), "du-lieu/nguoi.json: có hai lần. Dùng bản ZIP gốc\n"},
		{"a link", "", func(w *zip.Writer) { put(t, w, link, []byte("/etc/passwd")) }, "tep/lien-ket: là liên kết hoặc tệp đặc biệt nên không đọc. Dùng bản ZIP gốc\n"},
		{"a password", "", func(w *zip.Writer) { put(t, w, locked, []byte("x")) },
			"tep/khoa.pdf: có mật khẩu. Giải nén bằng chương trình nén ra một thư mục, rồi nhận thư mục ấy\n"},
	} {
		if got := told(t, zipped(t, c.under, c.change)); got != c.say {
			t.Errorf("%s: got %q, want %q", c.what, got, c.say)
		}
	}
}

// A bomb is not unpacked: neither one that says how large it is, nor one that lies.
func TestZIPBombs(t *testing.T) {
	zeros := make([]byte, 1<<20)
	bomb := func(w *zip.Writer) {
		to, err := w.CreateHeader(&zip.FileHeader{Name: "tep/bom.pdf", Method: zip.Deflate})
		must(t, err)
		for range 100 {
			_, err := to.Write(zeros)
			must(t, err)
		}
	}
	if _, err := Open(zipped(t, "", bomb)); !errors.Is(err, ErrNot) {
		t.Errorf("100 MB of nothing: %v", err)
	}
	// The same bytes said to be five of them: held to the list, it gives no more.
	at := zipped(t, "", func(*zip.Writer) {})
	data, err := os.ReadFile(at)
	must(t, err)
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	for _, f := range in.File {
		if f.Name != "tep/giay-to/a.pdf" {
			must(t, w.Copy(f))
		}
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	put(t, z, &zip.FileHeader{Name: "x", Method: zip.Deflate}, zeros)
	must(t, z.Close())
	lie, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	must(t, err)
	raw, err := lie.File[0].OpenRaw()
	must(t, err)
	h := lie.File[0].FileHeader
	h.Name, h.UncompressedSize64, h.Flags = "tep/giay-to/a.pdf", 5, 0
	to, err := w.CreateRaw(&h)
	must(t, err)
	_, err = io.Copy(to, raw)
	must(t, err)
	must(t, w.Close())
	must(t, os.WriteFile(at, b.Bytes(), 0o600))
	if got := told(t, at); !strings.Contains(got, "tep/giay-to/a.pdf: đã bị sửa hoặc hỏng") {
		t.Errorf("a file that says it is small: %q", got)
	}
	must(t, os.WriteFile(at, data[:len(data)/2], 0o600))
	if _, err := Open(at); !errors.Is(err, ErrNot) {
		t.Errorf("half a ZIP: %v", err)
	}
}

func TestHostileFolders(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	dir := filepath.Join(t.TempDir(), "mo")
	packed(t, dir)
	secret := filepath.Join(t.TempDir(), "bi-mat")
	must(t, os.WriteFile(secret, []byte("%PDF-"), 0o600))
	must(t, os.Remove(filepath.Join(dir, "tep", "giay-to", "a.pdf")))
	must(t, os.Symlink(secret, filepath.Join(dir, "tep", "giay-to", "a.pdf")))
	must(t, os.Symlink(filepath.Dir(secret), filepath.Join(dir, "tep", "thu-muc")))
	if got, want := told(t, dir), "tep/giay-to/a.pdf: là liên kết hoặc tệp đặc biệt nên không đọc. Chép tệp thật vào chỗ đó\n"+
		"tep/thu-muc: là liên kết hoặc tệp đặc biệt nên không đọc. Chép tệp thật vào chỗ đó\n"+
		"tep/giay-to/a.pdf: bị thiếu. Lấy lại từ bản gốc\n"; got != want {
		t.Errorf("links: got %q, want %q", got, want)
	}
	if _, err := Open(t.TempDir()); !errors.Is(err, ErrNot) {
		t.Errorf("an empty folder: %v", err)
	}
	if Is(secret) {
		t.Error("any file is an export")
	}
}

func TestTextsAreReadAsTheyWereWritten(t *testing.T) {
	for _, s := range []string{"", "Đỗ Thị Ơn", `"\/`, "\x00\x1f\x7f\n\t\r", "\xff\xfe", "\u2028 <&>", "{\"base64\":\"\"}"} {
		raw := AppendText(nil, s)
		if got, err := ReadText(raw); err != nil || got != s {
			t.Errorf("%q: %s, %q, %v", s, raw, got, err)
		}
	}
	for _, raw := range []string{"", `"`, "1", "null", "{}", "[]", `{"base64":1}`} {
		if got, err := ReadText([]byte(raw)); err == nil {
			t.Errorf("%q was read as %q", raw, got)
		}
	}
}

func TestSheetsOpenAsTheyAreMeant(t *testing.T) {
	var b strings.Builder
	w, err := NewSheetWriter(&b, []string{"Mã", "Số"})
	must(t, err)
	for _, s := range []string{"079190123457", "1/2", "TRUE", "=1+1", "@a", "-5", "+84", "a,b", `nói "không"`, "hai\ndòng", "1e5 "} {
		w.Text(s)
		w.Number(-5)
		must(t, w.End())
	}
	const want = "\ufeffMã,Số\r\n" + `"=""079190123457""",-5` + "\r\n" + `"=""1/2""",-5` + "\r\n" + `"=""TRUE""",-5` + "\r\n" + "'=1+1,-5\r\n'@a,-5\r\n'-5,-5\r\n'+84,-5\r\n" +
		`"a,b",-5` + "\r\n" + `"nói ""không""",-5` + "\r\n\"hai\ndòng\",-5\r\n" + `"=""1e5 """,-5` + "\r\n"
	if b.String() != want {
		t.Errorf("got\n%q\nwant\n%q", b.String(), want)
	}
}

func TestFileNamesAreKeptByEverySystem(t *testing.T) {
	for name, want := range map[string]string{"Quyết định 366.pdf": "Quyet-dinh-366.pdf", "../../etc/passwd": "passwd", `C:\x\Đơn.PDF`: "Don.pdf",
		"": "tep", "...": "tep", "日本": "tep", "a.b.c": "a-b.c", "con trỏ": "con-tro", strings.Repeat("á", 99): strings.Repeat("a", 60)} {
		if got := FileName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// What a killed program left of an export can be read by anybody: it goes with the next
// one, a day later; what is being written meanwhile stays.
func TestUnfinishedExportsGo(t *testing.T) {
	dir := t.TempDir()
	old, young := filepath.Join(dir, ".ankhai-mo-1.tmp"), filepath.Join(dir, ".ankhai-mo-2.tmp")
	for _, p := range []string{old, young} {
		must(t, os.Mkdir(p, 0o700))
		must(t, os.WriteFile(filepath.Join(p, "a.zip"), nil, 0o600))
	}
	must(t, os.Chtimes(old, made, made.Add(-25*time.Hour)))
	must(t, os.Chtimes(young, made, made.Add(-time.Hour)))
	w, err := New(filepath.Join(dir, "mo"), made)
	must(t, err)
	must(t, w.Close())
	if _, err := os.Stat(old); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the old one is there: %v", err)
	}
	if _, err := os.Stat(young); err != nil {
		t.Errorf("the young one went: %v", err)
	}
}

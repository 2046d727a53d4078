package container

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var ctx = context.Background()

const aSealed = "tep/ab/abcdef0123456789abcdef0123456789"

// sources are files that make a container, with their bytes.
func sources(t testing.TB) (out []Source) {
	dir := t.TempDir()
	for i, name := range []string{Data, Key, aSealed} {
		p := filepath.Join(dir, fmt.Sprint(i))
		if err := os.WriteFile(p, bytes.Repeat([]byte(name), 1000*(i+1)), 0o600); err != nil {
			t.Fatal(err)
		}
		out = append(out, Source{name, p})
	}
	return out
}

func made(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.ankhai")
	err := Write(ctx, path, Contents{Kind: Whole, Schema: 1, Made: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}, sources(t))
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRoundTrip(t *testing.T) {
	path := made(t)
	if ok, err := Is(path); !ok || err != nil {
		t.Errorf("Is: %v %v", ok, err)
	}
	r, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Check(ctx); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := r.Extract(ctx, dir); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{Data, Key, aSealed} {
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(got, bytes.Repeat([]byte(name), 1000*(i+1))) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	key, err := r.Read(ctx, Key)
	if err != nil || len(key) != 2000*len(Key) || !r.Has(Key) || r.Has("x") {
		t.Errorf("key: %d bytes, %v", len(key), err)
	}
	if err := Write(ctx, path, Contents{Kind: Whole}, nil); !errors.Is(err, os.ErrExist) {
		t.Errorf("over another file: %v", err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := r.Check(gone); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left over: %v", left)
	}
}

func TestNamesThatAreNone(t *testing.T) {
	for _, name := range []string{"", "muc-luc.json", "../ankhai.db", "/ankhai.db", "tep/ab/../../x", "tep/ab/abc", `tep\ab\abcdef0123456789abcdef0123456789`,
		"tep/aa/abcdef0123456789abcdef0123456789", "tep/ab/ABCDEF0123456789abcdef0123456789", "ankhai.db/", "ankhai.db ", "CON"} {
		src := sources(t)
		src[2].Name = name
		path := filepath.Join(t.TempDir(), "a")
		if err := Write(ctx, path, Contents{Kind: Whole}, src); err == nil {
			t.Errorf("%q was written", name)
		}
		if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
			t.Errorf("left over: %v", left)
		}
	}
}

// hostile writes a container by hand.
func hostile(t *testing.T, list string, entries ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		name, body, _ := strings.Cut(e, "=")
		method := zip.Store
		if rest, ok := strings.CutPrefix(name, "packed "); ok {
			name, method = rest, zip.Deflate
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, body)
	}
	if list != "" {
		w, err := z.CreateHeader(&zip.FileHeader{Name: "muc-luc.json", Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, list)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "h")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestHostileContainers(t *testing.T) {
	const sum = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2" // of foobar
	entry := `{"ten":"ankhai.db","co":6,"sha256":"` + sum + `"}`
	head := `{"phienBan":1,"loai":"sao-luu","tep":[`
	if r, err := Open(hostile(t, head+entry+"]}", "ankhai.db=foobar")); err != nil || r.Check(ctx) != nil {
		t.Fatalf("a container made by hand: %v", err)
	}
	for _, c := range []struct {
		name string
		path string
		kind error
	}{
		{"no zip", func() string {
			p := filepath.Join(t.TempDir(), "x")
			os.WriteFile(p, []byte("PK\x03\x04 and nothing"), 0o600)
			return p
		}(), ErrNot},
		{"no list", hostile(t, "", "ankhai.db=foobar"), ErrNot},
		{"path out of the folder", hostile(t, head+entry+"]}", "ankhai.db=foobar", "../evil=x"), ErrNot},
		{"absolute path", hostile(t, head+entry+"]}", "ankhai.db=foobar", "/etc/passwd=x"), ErrNot},
		{"twice", hostile(t, head+entry+"]}", "ankhai.db=foobar", "ankhai.db=foobar"), ErrDamaged},
		{"listed twice", hostile(t, head+entry+","+entry+"]}", "ankhai.db=foobar", "kho.khoa=x"), ErrDamaged},
		{"packed", hostile(t, head+entry+"]}", "packed ankhai.db=foobar"), ErrDamaged},
		{"not listed", hostile(t, head+entry+"]}", "ankhai.db=foobar", "kho.khoa=x"), ErrDamaged},
		{"list lists itself", hostile(t, head+`{"ten":"muc-luc.json","co":1,"sha256":""}]}`, "ankhai.db=foobar"), ErrDamaged},
		{"other size", hostile(t, head+`{"ten":"ankhai.db","co":7,"sha256":"`+sum+`"}]}`, "ankhai.db=foobar"), ErrDamaged},
		{"negative size", hostile(t, head+`{"ten":"ankhai.db","co":-1,"sha256":"`+sum+`"}]}`, "ankhai.db=foobar"), ErrDamaged},
		{"other bytes", hostile(t, head+entry+"]}", "ankhai.db=foobaz"), ErrDamaged},
		{"no data file", hostile(t, head+`{"ten":"kho.khoa","co":6,"sha256":"`+sum+`"}]}`, "kho.khoa=foobar"), ErrDamaged},
		{"other kind", hostile(t, `{"phienBan":1,"loai":"khac","tep":[`+entry+"]}", "ankhai.db=foobar"), ErrDamaged},
		{"newer", hostile(t, `{"phienBan":2,"loai":"sao-luu","tep":[`+entry+"]}", "ankhai.db=foobar"), ErrNewer},
		{"no JSON", hostile(t, "{", "ankhai.db=foobar"), ErrDamaged},
	} {
		r, err := Open(c.path)
		if err == nil {
			err = r.Check(ctx)
			r.Close()
		}
		if !errors.Is(err, c.kind) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.kind)
		}
	}
}

// Every bit of the contents is held against something.
func TestDamageIsNoticed(t *testing.T) {
	whole, err := os.ReadFile(made(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x")
	silent := 0
	for at := 0; at < len(whole); at += 131 {
		bad := bytes.Clone(whole)
		bad[at] ^= 1 << (at % 8)
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Open(path)
		if err != nil {
			continue
		}
		dir := t.TempDir()
		if r.Check(ctx) == nil && r.Extract(ctx, dir) == nil {
			// A flip in a field that nobody reads must leave the contents as they were.
			got, err := os.ReadFile(filepath.Join(dir, Data))
			if err != nil || !bytes.Equal(got, bytes.Repeat([]byte(Data), 1000)) {
				t.Errorf("a flip at %d went unnoticed and changed the data", at)
			}
			silent++
		}
		r.Close()
	}
	for cut := range 60 {
		n := len(whole) * cut / 60
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if r, err := Open(path); err == nil {
			r.Close()
			t.Errorf("cut to %d of %d bytes it opens", n, len(whole))
		}
	}
	t.Logf("%d flips, %d in fields of the ZIP that do not matter", len(whole)/131, silent)
}

func FuzzOpen(f *testing.F) {
	src := sources(f)
	for _, s := range src {
		if err := os.WriteFile(s.Path, []byte(s.Name), 0o600); err != nil {
			f.Fatal(err)
		}
	}
	path := filepath.Join(f.TempDir(), "a")
	if err := Write(ctx, path, Contents{Kind: Employer, MST: "1"}, src); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := read(bytes.NewReader(data), int64(len(data)))
		if err == nil {
			err = r.Check(ctx)
		}
		if err != nil && !errors.Is(err, ErrNot) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrDamaged) {
			t.Errorf("an error of nobody: %v", err)
		}
	})
}

package sqlitefile

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

var book = Options{Application: 0x11223344, Versions: []string{`CREATE TABLE a (n INTEGER PRIMARY KEY) STRICT`}}

func openT(t *testing.T, path string, o Options) *sql.DB {
	t.Helper()
	db, err := Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestOpensAgainAndGoesUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sổ của tôi.db")
	db := openT(t, path, book)
	if _, err := db.Exec(`INSERT INTO a VALUES (7)`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	later := book
	later.Versions = append([]string{book.Versions[0]}, `ALTER TABLE a ADD COLUMN b TEXT`)
	n := 0
	if err := openT(t, path, later).QueryRow(`SELECT n FROM a WHERE b IS NULL`).Scan(&n); err != nil || n != 7 {
		t.Errorf("got %d, %v", n, err)
	}
	if i, err := os.Stat(path); err != nil || i.Mode().Perm() != 0o600 {
		t.Errorf("mode: %v, %v", i, err)
	}
	if _, err := Open(t.Context(), path, book); !errors.Is(err, ErrNewer) {
		t.Errorf("earlier program: got %v, want ErrNewer", err)
	}
}

func TestForeignFilesStayAsTheyAre(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	openT(t, path, Options{Application: 9, Versions: book.Versions}).Close()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, book); !errors.Is(err, ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the foreign file was changed")
	}
	text := filepath.Join(t.TempDir(), "y.db")
	if err := os.WriteFile(text, []byte("đây không phải là sổ, chỉ là một tệp chữ dài hơn trang đầu của SQLite"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), text, book); !errors.Is(err, ErrForeign) {
		t.Errorf("a text file: got %v, want ErrForeign", err)
	}
}

// A version that fails leaves nothing behind.
func TestAFailedStepIsUndone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	bad := Options{Application: 5, Versions: []string{`CREATE TABLE a (n) ; CREATE TABLE a (n)`}}
	if _, err := Open(t.Context(), path, bad); err == nil {
		t.Fatal("opened")
	}
	bad.Versions = book.Versions
	if _, err := openT(t, path, bad).Exec(`INSERT INTO a VALUES (1)`); err != nil {
		t.Error(err)
	}
}

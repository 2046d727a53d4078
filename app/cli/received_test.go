package cli_test

import (
	"crypto/aes"
	"crypto/cipher"
	"database/sql"
	"fmt"

	"github.com/rogpeppe/go-internal/testscript"
)

// received N DIR [AGAIN] counts, in the sealed book of the practice gateway below
// DIR, the dossiers that it accepted, and how often a package came again. It reads
// the book beside the gateway, which may be running.
func received(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: received N DIR [AGAIN]")
	}
	folder := args[1] + "/cong-thuc-hanh/"
	block, err := aes.NewCipher([]byte(ts.ReadFile(folder + "khoa-rieng")))
	ts.Check(err)
	aead, err := cipher.NewGCM(block)
	ts.Check(err)
	db, err := sql.Open("sqlite", "file:"+ts.MkAbs(folder+"so-cong.db")+"?mode=ro&_pragma=busy_timeout(5000)")
	ts.Check(err)
	defer db.Close()
	rows, err := db.Query(`SELECT key, repeats, facts FROM dossier`)
	ts.Check(err)
	defer rows.Close()
	accepted, again := 0, 0
	for rows.Next() {
		var key string
		var repeats int
		var facts []byte
		ts.Check(rows.Scan(&key, &repeats, &facts))
		_, err := aead.Open(nil, facts[:12], facts[12:], []byte("ho-so "+key))
		ts.Check(err)
		accepted, again = accepted+1, again+repeats
	}
	ts.Check(rows.Err())
	if fmt.Sprint(accepted) != args[0] {
		ts.Fatalf("the gateway accepted %d dossiers, want %s", accepted, args[0])
	}
	if len(args) > 2 && fmt.Sprint(again) != args[2] {
		ts.Fatalf("a package came again %d times, want %s", again, args[2])
	}
}

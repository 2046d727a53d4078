package cli_test

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"fmt"

	"github.com/rogpeppe/go-internal/testscript"
)

// received N DIR [AGAIN] counts, in the sealed journal of the practice gateway
// below DIR, the dossiers that it accepted, and how often a package came again.
func received(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: received N DIR [AGAIN]")
	}
	folder := args[1] + "/cong-thuc-hanh/"
	block, err := aes.NewCipher([]byte(ts.ReadFile(folder + "khoa-rieng")))
	ts.Check(err)
	aead, err := cipher.NewGCM(block)
	ts.Check(err)
	accepted, again := 0, 0
	for _, line := range bytes.Fields([]byte(ts.ReadFile(folder + "nhat-ky.jsonl"))) {
		sealed, err := base64.StdEncoding.DecodeString(string(line))
		ts.Check(err)
		plain, err := aead.Open(nil, sealed[:12], sealed[12:], []byte("dong"))
		ts.Check(err)
		accepted += bytes.Count(plain, []byte(`"nhan":`))
		again += bytes.Count(plain, []byte(`"lap":`))
	}
	if fmt.Sprint(accepted) != args[0] {
		ts.Fatalf("the gateway accepted %d dossiers, want %s", accepted, args[0])
	}
	if len(args) > 2 && fmt.Sprint(again) != args[2] {
		ts.Fatalf("a package came again %d times, want %s", again, args[2])
	}
}

package pagecipher

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strconv"
	"strings"
	"testing"

	"ankhai/storage/vfs"
)

// vectors reads the cases of testdata/vectors.txt.
func vectors(t *testing.T) (out []map[string]string) {
	t.Helper()
	f, err := os.Open("testdata/vectors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	known := map[string]bool{"case": true, "key": true, "kind": true, "file": true, "offset": true, "frame": true, "epoch": true, "nonce": true,
		"page-key": true, "place": true, "begin": true, "end": true, "sha256": true, "head": true, "sealed": true}
	for s := bufio.NewScanner(f); s.Scan(); {
		name, value, ok := strings.Cut(s.Text(), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		if !known[name] {
			t.Fatalf("unknown line %q", s.Text())
		}
		if name == "case" {
			out = append(out, map[string]string{})
		}
		out[len(out)-1][name] = strings.TrimSpace(value)
	}
	return out
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func vectorPage(first bool) []byte {
	p := make([]byte, pageSize)
	for i := range bodySize {
		p[i] = byte((i*7 + 3) % 251)
	}
	if first {
		copy(p, template()[:21])
	}
	return p
}

// scripted hands out the epoch and the nonce of a vector.
func scripted(e, nonce []byte) func([]byte) {
	return func(b []byte) {
		if len(b) == len(e) {
			copy(b, e)
			return
		}
		copy(b[len(b)-len(nonce):], nonce)
	}
}

func TestVectors(t *testing.T) {
	seen := map[string]int{}
	for _, v := range vectors(t) {
		k, err := newKeys(unhex(t, v["key"]))
		if err != nil {
			t.Fatal(err)
		}
		off, err := strconv.ParseInt(v["offset"], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		if v["head"] != "" {
			seen["head"]++
			b, scratch := unhex(t, v["head"]), make([]byte, 16)
			k.log.crypt(b[8:], scratch, off, encrypt)
			equal(t, v["case"], hex.EncodeToString(b), v["sealed"])
			k.log.crypt(b[8:], scratch, off, decrypt)
			equal(t, v["case"]+", back", hex.EncodeToString(b), v["head"])
			continue
		}
		kind, err := strconv.Atoi(v["kind"])
		if err != nil {
			t.Fatal(err)
		}
		seen[vfs.Kind(kind).String()]++
		s := newSealing(k, vfs.Kind(kind))
		s.key.file = head(unhex(t, v["file"]))
		s.entropy = scripted(unhex(t, v["epoch"]), unhex(t, v["nonce"]))
		place := placeOf(vfs.Kind(kind), off, unhex(t, v["frame"]))
		equal(t, v["case"]+": place", hex.EncodeToString(place[:]), v["place"])
		first := kind == 1 && off == 0
		skip, page, out := 0, vectorPage(first), make([]byte, pageSize)
		if first {
			skip = 16
			copy(out, s.key.file[:])
		}
		seal(out, page, skip, &s, &place)
		equal(t, v["case"]+": page key", hex.EncodeToString(k.derive(s.key.info(), KeySize)), v["page-key"])
		equal(t, v["case"]+": begin", hex.EncodeToString(out[:32]), v["begin"])
		equal(t, v["case"]+": end", hex.EncodeToString(out[pageSize-48:]), v["end"])
		sum := sha256.Sum256(out)
		equal(t, v["case"]+": SHA-256", hex.EncodeToString(sum[:]), v["sha256"])
		back := make([]byte, pageSize)
		if !unseal(back, out, skip, k.page(s.key), &place) || string(back[skip:]) != string(page[skip:]) {
			t.Errorf("%s: does not come back", v["case"])
		}
	}
	if seen["data file"] < 3 || seen["write-ahead log"] < 1 || seen["head"] < 2 {
		t.Errorf("cases seen: %v", seen)
	}
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %s, want %s", what, got, want)
	}
}

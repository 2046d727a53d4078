package remote

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestStrict(t *testing.T) {
	for data, want := range map[string]bool{
		`{"SAD":"a","expiresIn":1}`: true,
		`[{"a":1},{"a":1}]`:         true,
		` {"a":{"b":[1,2,null]}} `:  true,
		`{"a":1,"a":2}`:             false,
		`{"SAD":"a","sad":"b"}`:     false,
		`{"x":{"a":1,"A":2}}`:       false,
		`{"a":1}{"b":2}`:            false,
		`{"a":1} x`:                 false,
		`{"a":`:                     false,
		``:                          false,
		"{\"a\":\"\xff\"}":          false,
		strings.Repeat("[", 17) + strings.Repeat("]", 17): false,
		strings.Repeat("[", 16) + strings.Repeat("]", 16): true,
	} {
		if err := strict([]byte(data)); (err == nil) != want {
			t.Errorf("%q: %v, want accepted %v", data, err, want)
		}
	}
}

func TestTextTakesNumbers(t *testing.T) {
	var v struct{ A, B text }
	if err := json.Unmarshal([]byte(`{"A":200,"B":"200"}`), &v); err != nil || v.A != v.B || v.A != "200" {
		t.Errorf("%+v, %v", v, err)
	}
	if err := json.Unmarshal([]byte(`{"A":true}`), &v); err == nil {
		t.Error("a truth value is taken for a code")
	}
}

// What strict lets through, encoding/json reads; whatever an answer holds, reading
// certificates and codes out of it ends in a value or an error.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"status_code":200,"message":"SUCCESS","data":{"signatures":[{"doc_id":"a","signature_value":"AA=="}]}}`))
	f.Add([]byte(`[{"credential_id":"a","cert":{"certificates":["AA=="]},"authMode":"implicit","multisign":"5"}]`))
	f.Add([]byte(`{"SAD":"a","sad":"b"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if strict(data) == nil {
			var v any
			if err := json.Unmarshal(data, &v); err != nil {
				t.Fatalf("strict takes what encoding/json refuses: %v", err)
			}
		}
		a := answer{status: 200, body: data}
		var one smartCAAnswer
		if a.read(&one) == nil {
			ticket := Ticket{Digests: [][]byte{make([]byte, 32)}}
			if next, err := new(smartCA).take(one, &ticket); err == nil && (next != signed || len(ticket.Signatures) != 1) {
				t.Fatalf("took %v", ticket.Signatures)
			}
		}
		var list []cscInfo
		if a.read(&list) == nil {
			for _, info := range list {
				if cred, ok, err := info.credential(); err == nil && ok && cred.Cert == nil {
					t.Fatal("a credential without a certificate")
				}
			}
		}
	})
}

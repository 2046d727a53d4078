package office

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"ankhai/assets"
	"ankhai/forms/form"
	"ankhai/forms/services"
)

// The index names every file and no other, each of a case that its procedure takes.
func TestSampleCasesAreIndexed(t *testing.T) {
	all, err := SampleCases()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, s := range all {
		names = append(names, s.ID+".json")
		p, ok := services.Procedure(s.Procedure)
		if !ok || s.Name == "" || s.Month != "2026-11" {
			t.Errorf("%+v", s)
		}
		if s.Case == "" {
			if !p.TepRieng {
				t.Errorf("%s is of no case", s.ID)
			}
			continue
		}
		_, c, ok := services.Case(s.Case)
		if !ok || !c.Nhan(p) {
			t.Errorf("%s: case %s does not go by %s", s.ID, s.Case, s.Procedure)
		}
	}
	files, err := fs.Glob(assets.Vidu, "vidu/*.json")
	if err != nil || len(files) != len(names) {
		t.Errorf("%d files for %d lines of the index, %v", len(files), len(names), err)
	}
	for _, f := range files {
		if !slices.Contains(names, strings.TrimPrefix(f, "vidu/")) {
			t.Errorf("%s is not in the index", f)
		}
	}
	if _, _, err := SampleCaseFile("Z9"); !errors.Is(err, ErrNoSample) {
		t.Errorf("got %v", err)
	}
}

// A sample is written as the program itself would write it: nothing in it is read
// as something else.
func TestSampleCasesReadBack(t *testing.T) {
	all, err := SampleCases()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		_, f, err := SampleCaseFile(s.ID)
		if err != nil {
			t.Fatal(err)
		}
		var raw []json.RawMessage
		if err := json.Unmarshal(f.Bytes, &raw); err != nil {
			t.Fatalf("%s: %v", s.ID, err)
		}
		for _, r := range raw {
			doc := new(form.Doc)
			if err := json.Unmarshal(r, doc); err != nil {
				t.Errorf("%s: %v", s.ID, err)
				continue
			}
			again, err := doc.MarshalJSON()
			if err != nil {
				t.Fatal(err)
			}
			want, got := sameJSON(t, r), sameJSON(t, again)
			if !bytes.Equal(got, want) {
				t.Errorf("%s, %s reads as\n%s\nand is\n%s", s.ID, doc.Form.ID, got, want)
			}
		}
	}
}

// sameJSON writes a form's cells with their keys in order.
func sameJSON(t *testing.T, data []byte) []byte {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	delete(v, "version")
	if head, ok := v["head"].(map[string]any); ok && len(head) == 0 {
		delete(v, "head")
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

package sandbox_test

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// The document is read by its indentation: paths at two, methods at four,
// schemas at four and their required fields at six blanks.
func TestOpenAPIIsWhatIsServed(t *testing.T) {
	b, err := os.ReadFile("../../../docs/gateway/openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	if !strings.Contains(doc, "giao thức của AnKhai, không phải của BHXH Việt Nam") {
		t.Error("the document does not say whose protocol it is")
	}
	at := day
	r := start(t, sandbox.Options{Now: clockAt(&at)})
	p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, dossier(1))
	got, err := r.client.Submit(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	h := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: r.ca}}}
	defer h.CloseIdleConnections()
	ask := func(method, path string) (int, map[string]any) {
		t.Helper()
		req, err := http.NewRequest(method, r.url+path, strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("X-Ma-IVAN", sandbox.DefaultIVAN)
		req.Header.Set("X-Ma-Giao-Dich-Khoa", p.Key)
		req.Header.Set("Content-Type", "application/json")
		res, err := h.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		body, _ := io.ReadAll(res.Body)
		var v map[string]any
		decodeJSON(t, body, &v)
		return res.StatusCode, v
	}
	required := schemas(doc)
	want := map[string]struct {
		status int
		schema string
	}{
		"POST /v1/ho-so":                     {400, "LoiTuChoi"}, // an empty package
		"GET /v1/ho-so/khoa/{khoa}":          {200, "BienNhan"},
		"GET /v1/ho-so/{maGiaoDich}/tien-do": {200, "TienDo"},
		"GET /v1/ho-so/{maGiaoDich}/ket-qua": {200, "KetQua"},
		"GET /v1/suc-khoe":                   {200, "SucKhoe"},
	}
	ops := operations(doc)
	if len(ops) != len(want) {
		t.Errorf("operations: got %v, want %d", ops, len(want))
	}
	for _, op := range ops {
		w, ok := want[op]
		if !ok {
			t.Errorf("%s is documented but not expected", op)
			continue
		}
		method, path, _ := strings.Cut(op, " ")
		path = strings.NewReplacer("{khoa}", p.Key, "{maGiaoDich}", got.MaGiaoDich).Replace(path)
		status, v := ask(method, path)
		if status != w.status {
			t.Errorf("%s: got %d, want %d", op, status, w.status)
		}
		if len(required[w.schema]) == 0 {
			t.Errorf("%s: schema %s has no required fields", op, w.schema)
		}
		for _, name := range required[w.schema] {
			if _, ok := v[name]; !ok {
				t.Errorf("%s: answer lacks %s of %s", op, name, w.schema)
			}
		}
		for name := range v {
			if !strings.Contains(doc, fmt.Sprintf("\n        %s:", name)) {
				t.Errorf("%s: field %s is served but not documented", op, name)
			}
		}
	}
}

func operations(doc string) (ops []string) {
	_, paths, _ := strings.Cut(doc, "\npaths:\n")
	paths, _, _ = strings.Cut(paths, "\ncomponents:")
	path := ""
	for line := range strings.Lines(paths) {
		name := strings.TrimSuffix(strings.TrimSpace(line), ":")
		switch indent := len(line) - len(strings.TrimLeft(line, " ")); {
		case indent == 2:
			path = name
		case indent == 4 && slices.Contains([]string{"get", "post", "put", "delete", "patch"}, name):
			ops = append(ops, strings.ToUpper(name)+" "+path)
		}
	}
	return ops
}

var requiredLine = regexp.MustCompile(`^      required: \[(.*)\]`)

func schemas(doc string) map[string][]string {
	_, doc, _ = strings.Cut(doc, "\n  schemas:\n")
	out := map[string][]string{}
	name := ""
	for line := range strings.Lines(doc) {
		if strings.HasPrefix(line, "    ") && line[4] != ' ' {
			name = strings.TrimSuffix(strings.TrimSpace(line), ":")
		}
		if m := requiredLine.FindStringSubmatch(line); m != nil {
			out[name] = strings.Split(m[1], ", ")
		}
	}
	return out
}

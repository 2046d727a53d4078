package redact

import (
	"bytes"
	"fmt"
	"log"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"read person NLD000012: no such record", "read person NLD000012: no such record"},
		{"send dossier HS000001: gateway: not reached", "send dossier HS000001: gateway: not reached"},
		{"Nguyễn Văn Khuê chưa có hợp đồng", "▒ chưa có hợp đồng"},
		{"lương của NGUYỄN VĂN KHUÊ: 17.043.219 đồng", "lương của ▒: ▒ đồng"},
		{"wage 17043219 of 079190123457", "wage ▒ of ▒"},
		{"so 0790 9012 3457 khong co", "so ▒ khong co"},
		{`json: cannot unmarshal "Lê Thị Mai"`, `json: cannot unmarshal "▒"`},
		{"mail hop-thu-7@planted.example bị trả", "mail ▒ bị trả"},
		{"call +84912345678 or 0912.345.678", "call +▒ or ▒"},
		{"payroll 2026-11 row 12 of 200", "payroll 2026-11 row 12 of 200"},
		{"passport C12345678X", "passport ▒"},
		{"Nguyen Van A went", "▒ went"},
		{"SQL logic error", "SQL logic error"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

// Whatever stands around them, names and numbers do not come through, and a text
// that was redacted stays as it is.
func TestNothingComesThrough(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	frames := []string{"%s", "open %s: denied", "(%s)", "hàng «%s» sai", "a=%s, b", "\n%s\n", "x: %s.", "người %s", "ERROR[%s]"}
	for i := range 2000 {
		secrets := []string{
			fmt.Sprintf("%012d", r.Int64N(1e12)), fmt.Sprintf("79%08d", r.IntN(1e8)), fmt.Sprint(10_000_000 + r.IntN(90_000_000)),
			"Đặng Thị Ngọc Ẩn", norm.NFD.String("Võ Quốc Trãi"), "TRẦN VĂN UYỂN", "Ho Thi Quyen",
		}
		s := secrets[i%len(secrets)]
		text := fmt.Sprintf(frames[r.IntN(len(frames))], s)
		got := Text(text)
		if strings.Contains(got, s) {
			t.Fatalf("%q came through: %q", s, got)
		}
		if again := Text(got); again != got {
			t.Fatalf("not settled: %q, then %q", got, again)
		}
	}
}

func TestWriterOfALog(t *testing.T) {
	var b bytes.Buffer
	l := log.New(Writer(&b), "", 0)
	l.Printf("payroll of %s is %d", "Phạm Hữu Nghĩa", 23_456_789)
	if got := b.String(); got != "payroll of ▒ is ▒\n" {
		t.Errorf("got %q", got)
	}
}

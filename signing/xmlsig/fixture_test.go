package xmlsig

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"ankhai/signing/signtest"
)

// signedAt is when the fixtures are signed; the invented company's certificate
// is valid from a month before for a year.
var signedAt = time.Date(2026, 11, 22, 2, 15, 30, 0, time.UTC)

// Names that the tests write out.
const (
	algC14N         = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
	algC14NComments = algC14N + "#WithComments"
	algSHA1         = nsDsig + "sha1"
	algRSASHA1      = nsDsig + "rsa-sha1"
	algRSASHA256    = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
)

const taxCode = "0100109106"

type fixture struct {
	ca  *signtest.CA
	key *signtest.Key
}

var makeFixture = sync.OnceValues(func() (fixture, error) {
	ca, err := signtest.NewCA(rand.Reader, signedAt)
	if err != nil {
		return fixture{}, err
	}
	key, err := ca.Issue(signtest.Subject{Name: "CÔNG TY TNHH MẪU THỬ & ĐỐI TÁC", TaxCode: taxCode, Province: "Hà Nội", Locality: "Ba Đình"},
		signedAt.AddDate(0, -1, 0), signedAt.AddDate(1, 0, 0))
	return fixture{ca, key}, err
})

func setUp(t testing.TB) fixture {
	t.Helper()
	f, err := makeFixture()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// declaration is a D02-TS with rows invented people, as the program writes it.
func declaration(rows int) []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="utf-8"?><D02-TS xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><NoiDung>`)
	for i := range rows {
		fmt.Fprintf(&b, `<LaoDong><STT>%d</STT><HoTen>NGUYỄN THỊ MẪU &amp; THỬ %d</HoTen><MasoBHXH>99%08d</MasoBHXH><ChucVu>Nhân viên kế toán</ChucVu><NoiLamViec>Trụ sở chính, phường Mẫu, thành phố Thử</NoiLamViec><TienLuong>%d</TienLuong><PhuCapCV>0</PhuCapCV><TuThang>11/2026</TuThang><DenThang /><Ghichu>Số VB:01/2026/HĐLĐ, ngày 01/11/2026, Tăng mới</Ghichu><PA>TM</PA><TyleDong>32.0</TyleDong><MucHuong /></LaoDong>`, i+1, i, i, 5_000_000+i)
	}
	b.WriteString(`</NoiDung><Cky /></D02-TS>`)
	return b.Bytes()
}

func sign(t testing.TB, doc []byte) []byte {
	t.Helper()
	signed, err := Sign(context.Background(), doc, setUp(t).key, Options{At: "D02-TS/Cky", Time: signedAt, TaxCode: taxCode})
	if err != nil {
		t.Fatal(err)
	}
	return signed
}

// tool finds somebody else's program; on the build server it must be there.
func tool(t testing.TB, name string) string {
	t.Helper()
	found, err := exec.LookPath(name)
	if err == nil {
		return found
	}
	missing(t, name)
	return ""
}

// missing fails the test on the build server and skips it elsewhere.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is missing", what)
}

func file(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

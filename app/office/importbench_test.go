//go:build unix

package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"ankhai/forms/law"
)

// payrollBook writes a payroll of n people with 22 columns, as a factory's: in the
// later month 2 in 100 have gone, 5 have other pay, and as many as a fortieth came.
func payrollBook(n int, m law.Month, later bool) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	part := func(name string) io.Writer {
		w, err := z.Create(name)
		if err != nil {
			panic(err)
		}
		return w
	}
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="` + rel + `/%s" Target="%s"/></Relationships>`
	fmt.Fprintf(part("_rels/.rels"), rels, "officeDocument", "xl/workbook.xml")
	fmt.Fprintf(part("xl/_rels/workbook.xml.rels"), rels, "worksheet", "worksheets/sheet1.xml")
	fmt.Fprintf(part("xl/workbook.xml"), `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="%s"><sheets><sheet name="T%02d" sheetId="1" r:id="r1"/></sheets></workbook>`, rel, m.Num())
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	row := func(cells ...any) {
		b.WriteString("<row>")
		for _, c := range cells {
			switch c := c.(type) {
			case string:
				b.WriteString(`<c t="inlineStr"><is><t>` + c + `</t></is></c>`)
			default:
				fmt.Fprintf(&b, "<c><v>%d</v></c>", c)
			}
		}
		b.WriteString("</row>")
	}
	row(fmt.Sprintf("BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG %d NĂM %d", m.Num(), m.Year()))
	heads := []any{"STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Mã số BHXH", "Chức danh", "Mức lương đóng BHXH"}
	for i := range 14 {
		heads = append(heads, fmt.Sprintf("Khoản %d", i))
	}
	row(heads...)
	person := func(i int) {
		pay := 6_000_000 + i%97*1000
		if later && i%20 == 7 {
			pay += 300_000
		}
		born := law.DayOf(1970+i/64%30, 1+i/64/30%12, 1+i/64/360%28)
		ten := "Nguyễn " + dem[i%8] + " " + ten[i/8%8]
		cells := []any{i + 1, ten, born.String(), "Nam", fmt.Sprintf("0790%s%06d", born.ISO()[2:4], i), fmt.Sprintf("79%08d", i), "Công nhân may", pay}
		for k := range 14 {
			cells = append(cells, 100_000+i%1000*k)
		}
		row(cells...)
	}
	for i := range n {
		if !later || i%50 != 3 {
			person(i)
		}
	}
	if later {
		for i := range n / 40 {
			person(n + i)
		}
	}
	b.WriteString("</sheetData></worksheet>")
	io.WriteString(part("xl/worksheets/sheet1.xml"), b.String())
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

var (
	dem = []string{"Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Công", "Xuân"}
	ten = []string{"An", "Bình", "Cường", "Dũng", "Giang", "Hải", "Khoa", "Lâm"}
)

// importMonth takes a month's payroll in, beside the month before in the store, and
// draws up what changed. What is told is time of processors: read, checked and stored
// encrypted; compared with the roster; and the heap in use at most.
func importMonth(b *testing.B, n int) {
	before, after := payrollBook(n, 202610, false), payrollBook(n, 202611, true)
	b.SetBytes(int64(len(after)))
	b.ReportAllocs()
	var took, compared []float64
	peak := uint64(0)
	for b.Loop() {
		o := filingDesk(b, b.TempDir(), time.Now)
		if _, err := o.SampleCompany(b.Context()); err != nil {
			b.Fatal(err)
		}
		if res, err := o.Import(b.Context(), ImportInput{Name: "10.xlsx", Data: before, Month: 202610}); err != nil || res.Rows != n {
			b.Fatalf("%d rows, %v", res.Rows, err)
		}
		runtime.GC()
		from, calls := now(), 0
		res, err := o.Import(b.Context(), ImportInput{Name: "11.xlsx", Data: after, Month: 202611, Progress: func(int, int) {
			if calls++; calls%20 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse)
			}
		}})
		if err != nil || !res.Kept {
			b.Fatal(err)
		}
		took = append(took, now().since(from).cpu*1000)
		runtime.GC()
		from = now()
		found, err := o.Compare(b.Context(), 202611)
		if err != nil {
			b.Fatal(err)
		}
		compared = append(compared, now().since(from).cpu*1000)
		if got, want := len(found.Proposals), n/50+n/20+n/40; got < want*9/10 {
			b.Fatalf("%d proposals, %d undecided, want some %d", got, len(found.Undecided), want)
		}
		o.Close()
	}
	b.ReportMetric(median(took), "import-ms")
	b.ReportMetric(median(compared), "compare-ms")
	b.ReportMetric(float64(peak>>20), "heap-MB")
}

func BenchmarkImportMonth10000(b *testing.B)  { importMonth(b, 10_000) }
func BenchmarkImportMonth100000(b *testing.B) { importMonth(b, 100_000) }

package sheet

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// overlapping is a workbook of n sheets whose parts are all the same bytes of the
// file: its directory names them n times over, so that a few kilobytes expand to
// gigabytes without one part being out of proportion for a ZIP.
func overlapping(n int) []byte {
	body := `<worksheet ` + testNS + `><sheetData>` + strings.Repeat(" ", 21<<20) + `</sheetData></worksheet>`
	var list, rels strings.Builder
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	for i := range n {
		fmt.Fprintf(&list, `<sheet name="%d" sheetId="%d" r:id="r%d"/>`, i, i+1, i)
		fmt.Fprintf(&rels, `<Relationship Id="r%d" Type="%sworksheet" Target="s/%03d.xml"/>`, i, kind, i)
	}
	const head = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	data := pack2([][2]string{
		{"_rels/.rels", head + `<Relationship Id="a" Type="` + kind + `officeDocument" Target="xl/w.xml"/></Relationships>`},
		{"xl/w.xml", `<workbook ` + testNS + `><sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/w.xml.rels", head + rels.String() + `</Relationships>`},
		{"xl/s/000.xml", body},
	})
	end := bytes.LastIndex(data, []byte("PK\x05\x06"))
	at := int(binary.LittleEndian.Uint32(data[end+16:]))
	directory := data[at:end]
	last := directory[bytes.LastIndex(directory, []byte("PK\x01\x02")):]
	out := bytes.Clone(data[:at])
	out = append(out, directory...)
	for i := 1; i < n; i++ {
		entry := bytes.Clone(last)
		copy(entry[46:], fmt.Sprintf("xl/s/%03d.xml", i))
		out = append(out, entry...)
	}
	tail := bytes.Clone(data[end:])
	count := uint16(4 + n - 1)
	binary.LittleEndian.PutUint16(tail[8:], count)
	binary.LittleEndian.PutUint16(tail[10:], count)
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(out)-at))
	return append(out, tail...)
}

// A file of 42 kB that expands to gigabytes is refused at once, in little memory,
// by everything that reads a workbook.
func TestSmallBombOfGigabytes(t *testing.T) {
	data := overlapping(250)
	if len(data) > 45<<10 {
		t.Fatalf("the bomb has %d bytes", len(data))
	}
	for what, read := range map[string]func() error{
		"payroll": func() error { _, err := Read(context.Background(), data, Options{}); return err },
		"form":    func() error { _, err := ReadForms(context.Background(), data, FormOptions{}); return err },
		"marked":  func() error { _, _, err := Mark(context.Background(), data, "a.xlsx", nil); return err },
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		err := read()
		d := time.Since(start)
		runtime.ReadMemStats(&after)
		t.Logf("%s: %d bytes refused in %v, %d KB allocated", what, len(data), d, (after.TotalAlloc-before.TotalAlloc)>>10)
		if !errors.Is(err, ErrTooBig) {
			t.Errorf("%s: got %v, want ErrTooBig", what, err)
		}
		if d > hang {
			t.Errorf("%s: took %v", what, d)
		}
		if n := after.TotalAlloc - before.TotalAlloc; n > 64<<20 {
			t.Errorf("%s: allocated %d MB", what, n>>20)
		}
	}
}

package mau

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// Cach is a manner of writing the same workbook. The zero value writes it as Excel
// does: shared strings, styles, cells with their addresses.
type Cach struct {
	Trong   bool   // texts inside the cells, no part of shared strings
	Tien    string // a prefix of the names, "x" for <x:row>
	KhongO  bool   // cells without addresses where none is left out
	Nhay    bool   // single quotes and line breaks in tags
	TenPhan string // the folder of the parts, "xl" by default
}

const (
	nsMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	xmlDoc = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Viet writes a workbook of sheets. The same sheets give the same bytes.
func Viet(trang []*Trang, c Cach) []byte {
	if c.TenPhan == "" {
		c.TenPhan = "xl"
	}
	w := &viet{Cach: c, at: map[string]int{}}
	var list, rels, types strings.Builder
	parts := [][2]string{}
	for i, t := range trang {
		parts = append(parts, [2]string{fmt.Sprintf("%s/worksheets/sheet%d.xml", c.TenPhan, i+1), w.trang(t)})
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, esc(t.Ten), i+1, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, nsRel, i+1)
		fmt.Fprintf(&types, `<Override PartName="/%s/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, c.TenPhan, i+1)
	}
	const relsHead = xmlDoc + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	if !c.Trong {
		var sst strings.Builder
		for _, s := range w.list {
			sst.WriteString(`<si><t xml:space="preserve">` + esc(s) + `</t></si>`)
		}
		parts = append(parts, [2]string{c.TenPhan + "/sharedStrings.xml", w.goc("sst", fmt.Sprintf(` count="%d" uniqueCount="%d"`, w.n, len(w.list)), sst.String())})
		fmt.Fprintf(&rels, `<Relationship Id="rIdS" Type="%s/sharedStrings" Target="sharedStrings.xml"/>`, nsRel)
		fmt.Fprintf(&types, `<Override PartName="/%s/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>`, c.TenPhan)
	}
	fmt.Fprintf(&rels, `<Relationship Id="rIdT" Type="%s/styles" Target="styles.xml"/>`, nsRel)
	parts = append(parts,
		[2]string{c.TenPhan + "/styles.xml", w.goc("styleSheet", "", styles)},
		[2]string{c.TenPhan + "/workbook.xml", w.goc("workbook", "", "<sheets>"+list.String()+"</sheets>")},
		[2]string{c.TenPhan + "/_rels/workbook.xml.rels", relsHead + rels.String() + "</Relationships>"},
		[2]string{"_rels/.rels", relsHead + fmt.Sprintf(`<Relationship Id="rId1" Type="%s/officeDocument" Target="%s/workbook.xml"/></Relationships>`, nsRel, c.TenPhan)},
		[2]string{"[Content_Types].xml", xmlDoc + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			fmt.Sprintf(`<Override PartName="/%s/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/%s/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`, c.TenPhan, c.TenPhan) +
			types.String() + "</Types>"})
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate})
		if err == nil {
			_, err = f.Write([]byte(p[1]))
		}
		if err != nil {
			panic(err) // memory alone is written
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// styles are the looks in the order of KieuThuong, KieuNgay, KieuTCVN3, KieuVNI.
const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>` +
	`<fonts count="3"><font><sz val="11"/><name val="Times New Roman"/></font><font><sz val="11"/><name val=".VnTime"/></font><font><sz val="11"/><name val="VNI-Times"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>`

type viet struct {
	Cach
	at   map[string]int // shared strings
	list []string
	n    int
}

func esc(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer refuses nothing
	return b.String()
}

// goc is a whole part: its root with the namespaces around body.
func (w *viet) goc(root, attrs, body string) string {
	main := "xmlns"
	if w.Tien != "" {
		main += ":" + w.Tien
	}
	return xmlDoc + w.the(fmt.Sprintf(`<%s %s="%s" xmlns:r="%s"%s>%s</%s>`, root, main, nsMain, nsRel, attrs, body, root))
}

// the gives the names of tags their prefix.
func (w *viet) the(s string) string {
	if w.Tien != "" {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			b.WriteByte(s[i])
			if s[i] != '<' {
				continue
			}
			if i+1 < len(s) && s[i+1] == '/' {
				i++
				b.WriteByte('/')
			}
			b.WriteString(w.Tien + ":")
		}
		s = b.String()
	}
	return s
}

func (w *viet) trang(t *Trang) string {
	var b strings.Builder
	keys := t.cells()
	last, width := 1, 1
	for _, k := range keys {
		last, width = max(last, k[0]), max(width, k[1]+1)
	}
	fmt.Fprintf(&b, `<dimension ref="A1:%s"/>`, O(width-1, last))
	if len(t.AnCot) > 0 {
		b.WriteString("<cols>")
		for _, c := range t.AnCot {
			fmt.Fprintf(&b, `<col min="%d" max="%d" width="9" hidden="1" customWidth="1"/>`, c+1, c+1)
		}
		b.WriteString("</cols>")
	}
	b.WriteString("<sheetData>")
	for i := 0; i < len(keys); {
		row := keys[i][0]
		attr := fmt.Sprintf(` r="%d"`, row)
		if t.AnDong[row] {
			attr += ` hidden="1"`
		}
		b.WriteString("<row" + attr + ">")
		next := 0
		for ; i < len(keys) && keys[i][0] == row; i++ {
			at := ""
			if !w.KhongO || keys[i][1] != next {
				at = ` r="` + O(keys[i][1], row) + `"`
			}
			next = keys[i][1] + 1
			b.WriteString(w.cell(at, t.o[keys[i]]))
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if len(t.Gop) > 0 {
		fmt.Fprintf(&b, `<mergeCells count="%d">`, len(t.Gop))
		for _, g := range t.Gop {
			b.WriteString(`<mergeCell ref="` + g + `"/>`)
		}
		b.WriteString("</mergeCells>")
	}
	s := w.goc("worksheet", "", b.String())
	if w.Nhay {
		s = strings.ReplaceAll(strings.ReplaceAll(s, `"`, `'`), "<c ", "<c\n\t")
	}
	return s
}

func (w *viet) cell(at string, g Gia) string {
	if g.Kieu != KieuThuong {
		at += ` s="` + strconv.Itoa(g.Kieu) + `"`
	}
	formula := ""
	if g.Cong || g.Rong {
		formula = "<f>SUM(ZZ1:ZZ2)</f>"
	}
	switch {
	case g.Rong:
		return "<c" + at + ">" + formula + "</c>"
	case g.S == "": // a look without a value
		return "<c" + at + "/>"
	case g.Sai:
		return "<c" + at + ` t="e"><v>` + g.S + "</v></c>"
	case g.So:
		return "<c" + at + ">" + formula + "<v>" + g.S + "</v></c>"
	case w.Trong:
		return "<c" + at + ` t="inlineStr"><is><t xml:space="preserve">` + esc(g.S) + "</t></is></c>"
	}
	w.n++
	k, ok := w.at[g.S]
	if !ok {
		k = len(w.list)
		w.at[g.S] = k
		w.list = append(w.list, g.S)
	}
	return "<c" + at + ` t="s"><v>` + strconv.Itoa(k) + "</v></c>"
}

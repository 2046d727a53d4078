package tralai

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// KetLuan is what a paper says became of a dossier.
type KetLuan string

// The conclusions.
const (
	ChuaRo   KetLuan = ""         // it does not say, or nobody can tell
	DaNhan   KetLuan = "daNhan"   // taken in: a receipt, a giấy hẹn
	CoKetQua KetLuan = "coKetQua" // there is a result
	BiTraLai KetLuan = "biTraLai" // given back
)

// Say is the conclusion in words.
func (k KetLuan) Say() string {
	switch k {
	case DaNhan:
		return "cơ quan đã nhận hồ sơ"
	case CoKetQua:
		return "đã có kết quả"
	case BiTraLai:
		return "trả lại hồ sơ"
	}
	return "chưa rõ"
}

// Giay is what a receipt, a notice or a result says of the dossier it is about; "" and
// 0 where it does not say. No layout of the agency's own papers is published
// (QĐ 366/QĐ-BHXH names their content only), so labels and words are looked for.
type Giay struct {
	SoHoSo     string    `json:"soHoSo,omitempty"`
	Khoa       string    `json:"khoa,omitempty"` // under which it was sent
	MaGiaoDich string    `json:"maGiaoDich,omitempty"`
	MaSoThue   string    `json:"maSoThue,omitempty"`
	MaDonVi    string    `json:"maDonVi,omitempty"`
	ThuTuc     string    `json:"thuTuc,omitempty"`
	Ky         law.Month `json:"ky,omitempty"`
	NgayHen    law.Day   `json:"ngayHen,omitempty"` // when the result is promised
	KetLuan    KetLuan   `json:"ketLuan,omitempty"`
	Chac       bool      `json:"chac,omitempty"` // the conclusion stands in a field; false: words hint at it
	LyDo       []LyDo    `json:"lyDo,omitempty"` // why it was given back
	NhieuSo    []string  `json:"nhieuSo,omitempty"`
}

// DocGiay reads a paper: JSON, XML, or words of any text. What it does not say stays
// empty, and what it says twice in two ways is not taken: several số hồ sơ are in
// NhieuSo.
func DocGiay(data []byte) Giay {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	start := bytes.TrimSpace(data[:min(len(data), 64)])
	g := &giay{}
	switch {
	case len(start) > 0 && (start[0] == '{' || start[0] == '[') && g.json(data):
	case len(start) > 0 && start[0] == '<' && g.xml(data):
	default:
		g.words(string(data))
	}
	g.numbers(string(data))
	return g.Giay
}

// giay reads a paper; fields that were given two values are dropped.
type giay struct {
	Giay
	twice map[string]bool
}

// fields are the names of fields, folded, by which files of the trade call what a paper
// says; those of our protocol and of the portal's answers are among them.
var fields = map[string]string{
	"sohoso": "so", "khoa": "khoa", "magiaodich": "giaoDich", "masothue": "mst", "madonvi": "donVi", "masobhxh": "donVi",
	"mathutuc": "thuTuc", "kykekhai": "ky", "ngayhentra": "hen", "trangthai": "trangThai", "ketluan": "ketLuan",
}

func (g *giay) set(what, s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	put := func(into *string) {
		if *into != "" && *into != s {
			if g.twice == nil {
				g.twice = map[string]bool{}
			}
			g.twice[what] = true
			*into = ""
		}
		if !g.twice[what] {
			*into = s
		}
	}
	switch what {
	case "so":
		if soHoSo.MatchString(s) {
			put(&g.SoHoSo)
		}
	case "khoa":
		put(&g.Khoa)
	case "giaoDich":
		put(&g.MaGiaoDich)
	case "mst":
		put(&g.MaSoThue)
	case "donVi":
		if unit.MatchString(s) {
			put(&g.MaDonVi)
		}
	case "thuTuc":
		put(&g.ThuTuc)
	case "ky":
		if len(s) == 6 { // MMyyyy of the portal
			s = s[:2] + "/" + s[2:]
		}
		if m, ok := law.ParseMonth(s); ok {
			g.Ky = m
		}
	case "hen":
		if d, ok := law.ParseDay(s); ok {
			g.NgayHen = d
		}
	case "trangThai":
		if k := map[string]KetLuan{"202": CoKetQua, "203": BiTraLai, "200": DaNhan, "201": DaNhan}[s]; k != "" {
			g.KetLuan, g.Chac = k, true
		}
	case "ketLuan":
		if k := conclusion(s); k != "" {
			g.KetLuan, g.Chac = k, true
		}
	}
}

var (
	soHoSo = regexp.MustCompile(`^[0-9]{5}/[0-9]{4}/[0-9]{5}$`)
	unit   = regexp.MustCompile(`^[A-Z]{1,2}[0-9A-Z]{5,6}$`)
	inText = regexp.MustCompile(`(?:^|[^0-9/])([0-9]{5}/[0-9]{4}/[0-9]{5})(?:[^0-9/]|$)`)
)

// numbers looks for số hồ sơ in the whole where no field has one.
func (g *giay) numbers(s string) {
	if g.SoHoSo != "" {
		return
	}
	found := map[string]bool{}
	for _, m := range inText.FindAllStringSubmatch(s, -1) {
		found[m[1]] = true
	}
	if all := slices.Sorted(maps.Keys(found)); len(all) == 1 {
		g.SoHoSo = all[0]
	} else {
		g.NhieuSo = all
	}
}

// json walks an answer of any shape; false for what is no JSON.
func (g *giay) json(data []byte) bool {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return false
	}
	g.walk("", v)
	return true
}

func (g *giay) walk(name string, v any) {
	switch v := v.(type) {
	case map[string]any:
		if say, _ := v["thongBao"].(string); say != "" {
			text := func(k string) string { s, _ := v[k].(string); return s }
			if text("mucDo") != "Nhắc" {
				g.LyDo = append(g.LyDo, LyDo{Ma: text("ma"), Tep: text("tep"), Cho: text("cho"), Loi: say})
			}
			return
		}
		for _, k := range slices.Sorted(maps.Keys(v)) {
			g.walk(k, v[k])
		}
	case []any:
		for _, x := range v {
			g.walk(name, x)
		}
	case string, json.Number:
		if what := fields[strings.ToLower(name)]; what != "" {
			g.set(what, fmt.Sprint(v))
		}
	}
}

// xmlDepth bounds how deep a file may lie in itself.
const xmlDepth = 64

// xml takes the texts of elements by their names; false for what is no XML. A file
// with a DOCTYPE is not read.
func (g *giay) xml(data []byte) bool {
	d := xml.NewDecoder(bytes.NewReader(data))
	var path []string
	var words strings.Builder
	for {
		t, err := d.Token()
		if err == io.EOF {
			if g.KetLuan == ChuaRo {
				g.words(words.String())
			}
			return true
		}
		if err != nil {
			return false
		}
		switch t := t.(type) {
		case xml.Directive:
			return false
		case xml.StartElement:
			if path = append(path, t.Name.Local); len(path) > xmlDepth {
				return false
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			s := strings.TrimSpace(string(t))
			if n := len(path); n > 0 && s != "" && len(s) < 2000 {
				if what := fields[strings.ToLower(path[n-1])]; what != "" {
					g.set(what, s)
				} else {
					words.WriteString(s + "\n")
				}
			}
		}
	}
}

// label finds "Mã số thuế: 0100109106" in a line.
var label = regexp.MustCompile(`^\s*[-–•*+]?\s*([\p{L} ()/]{2,60}?)\s*:\s*(.+?)\s*$`)

// labels are the words before a colon, folded.
var labels = map[string]string{
	"so ho so": "so", "ma so thue": "mst", "ma don vi": "donVi", "thu tuc": "thuTuc", "ma thu tuc": "thuTuc", "ky ke khai": "ky", "ky": "ky",
	"ngay hen tra": "hen", "ngay hen tra ket qua": "hen", "thoi gian tra ket qua": "hen", "ket luan": "ketLuan", "ma giao dich": "giaoDich",
}

// words reads a text line by line, and what its words hint at.
func (g *giay) words(s string) {
	s = norm.NFC.String(s)
	within := false // a reason goes on until another label or an empty line
	for line := range strings.Lines(s) {
		m := label.FindStringSubmatch(line)
		if m == nil {
			if line = strings.TrimSpace(line); within && line != "" {
				g.LyDo[len(g.LyDo)-1].Loi += "\n" + line
			} else {
				within = false
			}
			continue
		}
		within = false
		name := codes.Fold(m[1])
		if name == "ly do" || name == "ly do tra lai" {
			g.LyDo, within = append(g.LyDo, LyDo{Loi: m[2]}), true
			continue
		}
		if what := labels[name]; what != "" {
			first, _, _ := strings.Cut(m[2], ",")
			g.set(what, first)
		}
	}
	if g.KetLuan == ChuaRo {
		g.KetLuan = conclusion(s)
	}
	if g.KetLuan != BiTraLai {
		g.LyDo = nil
	}
}

// conclusion is what words say or hint at; "" where they say nothing, or two things.
func conclusion(s string) (out KetLuan) {
	f := spaced(s)
	for _, h := range []struct {
		words string
		k     KetLuan
	}{
		{" tra lai ho so ", BiTraLai}, {" ho so bi tra lai ", BiTraLai}, {" thong bao tra lai ", BiTraLai}, {" khong giai quyet ", BiTraLai},
		{" giay hen ", DaNhan}, {" phieu hen ", DaNhan}, {" giay tiep nhan ", DaNhan}, {" phieu giao nhan ho so ", DaNhan},
		{" thong bao ket qua ", CoKetQua}, {" da co ket qua ", CoKetQua}, {" da giai quyet xong ", CoKetQua},
	} {
		if strings.Contains(f, h.words) {
			if out != "" && out != h.k {
				return ""
			}
			out = h.k
		}
	}
	return out
}

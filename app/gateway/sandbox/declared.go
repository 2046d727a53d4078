package sandbox

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// declaredRow is what the register is asked about, of one row of a declaration.
type declaredRow struct {
	TenFile                           string
	STT                               string
	HoTen, MaSo, CCCD, NgaySinh, Gioi string
	PA, TuThang, DenThang, CoGiamChet string
	O                                 map[string]string
	NoiDungThayDoi                    string // TK1-TS
}

// where says which row, for a finding.
func (r declaredRow) where() string { return "dòng " + cut(r.STT, 8) }

// payCells are the elements of a D02-TS row that a month's contributions rest on.
var payCells = []string{"TienLuong", "PhuCapCV", "PhuCapTNVK", "PhuCapTNNghe", "PhuCapLuong", "PhuCapBosung", "TyleDong", "MucHuong", "MavungLTT", "Loai"}

// rowsOf reads the rows of the declarations with the code.
func rowsOf(files []envelopeFile, maToKhai string) (out []declaredRow) {
	for _, f := range files {
		if f.maToKhai != maToKhai {
			continue
		}
		var doc struct {
			Rows []struct {
				Cells []struct {
					XMLName xml.Name
					Text    string `xml:",chardata"`
				} `xml:",any"`
			} `xml:"NoiDung>LaoDong"`
		}
		if xml.Unmarshal(bytes.TrimPrefix(f.content, []byte("\ufeff")), &doc) != nil {
			continue // the checks have said so, or were not handed in
		}
		for _, row := range doc.Rows {
			v := map[string]string{}
			for _, c := range row.Cells {
				v[c.XMLName.Local] = strings.TrimSpace(c.Text)
			}
			r := declaredRow{
				TenFile: f.tenFile, STT: v["STT"], HoTen: v["HoTen"], MaSo: v["MasoBHXH"], CCCD: v["CMND"],
				NgaySinh: v["NgaySinh"], Gioi: v["GioiTinh"], PA: v["PA"], TuThang: monthOf(v["TuThang"]), DenThang: monthOf(v["DenThang"]),
				CoGiamChet: v["CoGiamChet"], NoiDungThayDoi: v["Noidung_Thaydoi"], O: map[string]string{},
			}
			for _, name := range payCells {
				if v[name] != "" {
					r.O[name] = v[name]
				}
			}
			out = append(out, r)
		}
	}
	return out
}

// monthOf turns 11/2026 into 2026-11; anything else into nothing.
func monthOf(s string) string {
	if m := periodShape.FindStringSubmatch(s); m != nil {
		return m[2] + "-" + m[1]
	}
	return ""
}

package giamdinh

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/xmlfile"
)

// TepVao is a file of one table to be packed.
type TepVao struct {
	Ten     string // its name, for the places of faults
	NoiDung []byte
}

// Phieu is what the package is to say of itself. MaCSKCB may be left out where an
// XML1 among the files says it.
type Phieu struct {
	MaCSKCB string
	NgayLap law.Day
}

// Pack makes GIAMDINHHS.xml out of files of tables: those of one MA_LK become one
// dossier, in the order of the tables, the dossiers in the order in which their
// first file came. The bytes of the files travel as they are. The signature
// element stands empty at SignPath. The package is checked as Check does; with a
// fault that blocks there are no bytes.
func Pack(p Phieu, files []TepVao, today law.Day) ([]byte, BaoCao) {
	d := donGoi{g: &gom{}, phieu: p, by: map[string]int{}}
	for _, f := range files {
		d.nhan(f)
	}
	if len(files) == 0 {
		d.g.loi("14", noi{}, 0, "DANHSACHHOSO", "Gói không có hồ sơ nào. Đưa ít nhất một tệp vào gói")
	} else if d.phieu.MaCSKCB == "" && !form.Blocks(d.g.faults) {
		d.g.loi("91", noi{}, 0, "MACSKCB", "Chưa biết mã cơ sở của gói: không tệp nào là XML1 có MA_CSKCB. Ghi mã cơ sở khi đóng gói")
	}
	if form.Blocks(d.g.faults) {
		return nil, BaoCao{Loai: Ten, Faults: d.g.faults, Con: d.g.con}
	}
	out := Build(d.phieu, d.ho)
	rep, err := Check(Ten+".xml", bytes.NewReader(out), today)
	if err != nil || form.Blocks(rep.Faults) { // a reader of bytes does not fail
		return nil, rep
	}
	return out, rep
}

// donGoi sorts files into dossiers.
type donGoi struct {
	g     *gom
	phieu Phieu
	ho    []HoSo
	by    map[string]int // the dossier of each MA_LK
}

func (d *donGoi) nhan(f TepVao) {
	n := noi{tep: f.Ten}
	if len(f.NoiDung) > MaxTep {
		d.g.loi("18", n, 0, "", "Tệp lớn hơn "+strconv.Itoa(MaxTep>>20)+" MB. Chia hồ sơ theo đợt điều trị")
		return
	}
	// what is wrong inside is found again, and told, in the package
	g := &gom{}
	p := readPhan(g, n, f.NoiDung)
	if p == nil {
		for _, x := range g.faults {
			if x.Level == form.Loi {
				d.g.loi(strings.TrimPrefix(x.Code, Ten+"-"), n, 0, "", x.Say)
			}
		}
		return
	}
	n.bang = p.Bang
	if !p.Bang.Goi {
		d.g.loi("92", n, 0, "", "Bảng này không nằm trong gói: "+p.Bang.GhiChu+". Bỏ tệp này ra")
		return
	}
	ma := ""
	for i := range p.Dong {
		if s := p.Get(i, "MA_LK"); ma == "" {
			ma = s
		}
	}
	if ma == "" {
		d.g.loi("93", n, 0, "MA_LK", "Tệp không có mã liên kết nên không biết thuộc hồ sơ nào. Ghi MA_LK")
		return
	}
	if d.phieu.MaCSKCB == "" && p.Bang.Ma == "XML1" {
		d.phieu.MaCSKCB = p.Get(0, "MA_CSKCB")
	}
	i, ok := d.by[ma]
	if !ok {
		i = len(d.ho)
		d.by[ma] = i
		d.ho = append(d.ho, HoSo{So: i + 1})
	}
	d.ho[i].Tep = append(d.ho[i].Tep, Tep{Loai: p.Bang.Ma, NoiDung: f.NoiDung})
	slices.SortStableFunc(d.ho[i].Tep, func(a, b Tep) int { return BangCua(a.Loai).hang() - BangCua(b.Loai).hang() })
}

// Build writes the envelope of dossiers, indented as the files in use are, with an
// empty signature element. Equal dossiers give equal bytes; nothing is checked.
func Build(p Phieu, ho []HoSo) []byte {
	size := 1 << 10
	for _, h := range ho {
		for _, t := range h.Tep {
			size += base64.StdEncoding.EncodedLen(len(t.NoiDung)) + 1<<8
		}
	}
	b := make([]byte, 0, size)
	b = append(b, xmlfile.Declaration+"\n<"+Ten+xmlfile.RootSpaces+">\n"...)
	b = append(b, " <THONGTINDONVI><MACSKCB>"+text(p.MaCSKCB)+"</MACSKCB></THONGTINDONVI>\n <THONGTINHOSO>\n"...)
	b = append(b, "  <NGAYLAP>"+viet(p.NgayLap)+"</NGAYLAP>\n  <SOLUONGHOSO>"+strconv.Itoa(len(ho))+"</SOLUONGHOSO>\n  <DANHSACHHOSO>\n"...)
	for _, h := range ho {
		b = append(b, "   <HOSO>\n"...)
		for _, t := range h.Tep {
			b = append(b, "    <FILEHOSO><LOAIHOSO>"+text(t.Loai)+"</LOAIHOSO><NOIDUNGFILE>"...)
			b = base64.StdEncoding.AppendEncode(b, t.NoiDung)
			b = append(b, "</NOIDUNGFILE></FILEHOSO>\n"...)
		}
		b = append(b, "   </HOSO>\n"...)
	}
	return append(b, "  </DANHSACHHOSO>\n </THONGTINHOSO>\n <"+SignNode+"/>\n</"+Ten+">\n"...)
}

// viet writes a day as yyyyMMdd.
func viet(d law.Day) string { return strings.ReplaceAll(d.ISO(), "-", "") }

// text escapes what a caller gave for element content.
func text(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;").Replace(strings.ToValidUTF8(s, "?"))
}

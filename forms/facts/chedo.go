package facts

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// CheDo is a kind of benefit for which a person is off work ("chế độ").
type CheDo string

// The kinds, by the articles of Luật 41/2024/QH15.
const (
	OmDau           CheDo = "omDau"           // Điều 43 khoản 1
	DaiNgay         CheDo = "daiNgay"         // Điều 43 khoản 2: bệnh cần chữa trị dài ngày, sau khi hết hạn
	ConOm           CheDo = "conOm"           // Điều 44
	KhamThai        CheDo = "khamThai"        // Điều 51
	SayThai         CheDo = "sayThai"         // Điều 52
	SinhCon         CheDo = "sinhCon"         // Điều 53 khoản 1
	ChaNghi         CheDo = "chaNghi"         // Điều 53 khoản 2
	MangThaiHo      CheDo = "mangThaiHo"      // Điều 54
	NhanCon         CheDo = "nhanCon"         // Điều 55, 56: nhờ mang thai hộ, nhận con nuôi
	TranhThai       CheDo = "tranhThai"       // Điều 57
	DuongSucOmDau   CheDo = "duongSucOmDau"   // Điều 46
	DuongSucThaiSan CheDo = "duongSucThaiSan" // Điều 60
	DuongSucTNLD    CheDo = "duongSucTNLD"    // Luật 84/2015/QH13 Điều 54
)

// cheDos are the kinds in the order in which people are told them.
var cheDos = []struct {
	ma  CheDo
	say string
}{
	{OmDau, "ốm đau"}, {DaiNgay, "ốm dài ngày"}, {ConOm, "con ốm"}, {KhamThai, "khám thai"}, {SayThai, "sảy thai, phá thai, thai chết"},
	{SinhCon, "sinh con"}, {ChaNghi, "cha nghỉ khi vợ sinh con"}, {MangThaiHo, "mang thai hộ"}, {NhanCon, "nhận con"}, {TranhThai, "biện pháp tránh thai"},
	{DuongSucOmDau, "dưỡng sức sau ốm đau"}, {DuongSucThaiSan, "dưỡng sức sau thai sản"}, {DuongSucTNLD, "dưỡng sức sau tai nạn lao động, bệnh nghề nghiệp"},
}

// CheDos lists the kinds.
func CheDos() []CheDo {
	out := make([]CheDo, len(cheDos))
	for i, c := range cheDos {
		out[i] = c.ma
	}
	return out
}

// Say is the kind in the user's words; «chưa rõ» where there is no such kind.
func (c CheDo) Say() string {
	for _, k := range cheDos {
		if k.ma == c {
			return k.say
		}
	}
	return "chưa rõ"
}

// DocCheDo reads a kind from its code or its words, without diacritics too; ok is
// false where there is no such kind.
func DocCheDo(s string) (c CheDo, ok bool) {
	s = codes.Fold(s)
	for _, k := range cheDos {
		if s == codes.Fold(string(k.ma)) || s == codes.Fold(k.say) {
			return k.ma, true
		}
	}
	return "", false
}

// CuaCon reports whether a kind is for a child whose birthday matters.
func (c CheDo) CuaCon() bool {
	switch c {
	case ConOm, SinhCon, ChaNghi, MangThaiHo, NhanCon:
		return true
	}
	return false
}

// LaDuongSuc reports whether a kind is convalescence, whose days hang on a reason.
func (c CheDo) LaDuongSuc() bool {
	return c == DuongSucOmDau || c == DuongSucThaiSan || c == DuongSucTNLD
}

// Known reports whether there is such a kind.
func (c CheDo) Known() bool { return c.Say() != "chưa rõ" }

// TheoNam reports whether the days of a kind are counted by the calendar year, as
// working days: a period must then lie within one year.
func (c CheDo) TheoNam() bool { return c == OmDau || c == DaiNgay || c == ConOm }

// TruongHopDuongSuc are the reasons on which the days of convalescence hang (Điều
// 46 khoản 2, Điều 60 khoản 2).
var TruongHopDuongSuc = []string{"daiNgay", "doi", "phauThuat", "khac"}

// truongHopSay are the reasons in the user's words.
var truongHopSay = map[string]string{"daiNgay": "bệnh cần chữa trị dài ngày", "doi": "sinh một lần từ hai con", "phauThuat": "phải phẫu thuật", "khac": "trường hợp khác"}

// TenTruongHop is a reason in the user's words, "" for one that is none.
func TenTruongHop(ma string) string { return truongHopSay[ma] }

// DocTruongHop reads a reason from its code or its words, without diacritics too; ok is
// false where there is no such reason.
func DocTruongHop(s string) (ma string, ok bool) {
	for _, ma := range TruongHopDuongSuc {
		if f := codes.Fold(s); f == codes.Fold(ma) || f == codes.Fold(truongHopSay[ma]) {
			return ma, true
		}
	}
	return "", false
}

// DotHuong is one period of a benefit ("đợt hưởng").
type DotHuong struct {
	CheDo       CheDo   `json:"cheDo"`
	TuNgay      law.Day `json:"tuNgay"`
	DenNgay     law.Day `json:"denNgay"`
	NuaNgay     int64   `json:"nuaNgay"`     // days asked for, in halves: 5 is 2,5 days
	NgaySinhCon law.Day `json:"ngaySinhCon"` // of the child that it is for, zero where there is none
	TruongHop   string  `json:"truongHop"`   // of a convalescence: one of TruongHopDuongSuc, "" if nobody has said
}

// Loi lists what is wrong with a period, in words for the user.
func (d DotHuong) Loi() (out []string) {
	add := func(bad bool, say string) {
		if bad {
			out = append(out, say)
		}
	}
	days := int64(d.DenNgay.Sub(d.TuNgay)) + 1
	dated := d.TuNgay.Valid() && d.DenNgay.Valid()
	add(!d.CheDo.Known(), "Chế độ: không có mã này. Có: "+cheDoCodes())
	add(!d.TuNgay.Valid(), "Từ ngày: phải có dạng 02/11/2026")
	add(!d.DenNgay.Valid(), "Đến ngày: phải có dạng 02/11/2026")
	add(dated && d.DenNgay < d.TuNgay, "Đến ngày: không trước Từ ngày")
	add(d.NuaNgay <= 0, "Số ngày: phải lớn hơn 0, tính đến nửa ngày")
	add(dated && days > 0 && d.NuaNgay > 2*days, fmt.Sprintf("Số ngày: không quá %d ngày, từ %s đến %s", days, d.TuNgay, d.DenNgay))
	add(dated && d.CheDo.TheoNam() && d.TuNgay.Year() != d.DenNgay.Year(),
		"Đến ngày: phải cùng năm với Từ ngày, vì số ngày được hưởng tính theo năm (Điều 43, Điều 44). Tách thành hai đợt")
	add(d.CheDo == ConOm && !d.NgaySinhCon.Valid(), "Ngày sinh của con: phải có khi Chế độ là con ốm")
	add(d.NgaySinhCon != 0 && !d.NgaySinhCon.Valid(), "Ngày sinh của con: phải có dạng 15/03/2024")
	add(d.CheDo == ConOm && d.NgaySinhCon.Valid() && dated && d.TuNgay < d.NgaySinhCon, "Từ ngày: không trước Ngày sinh của con")
	add(d.TruongHop != "" && !slices.Contains(TruongHopDuongSuc, d.TruongHop), "Trường hợp: không có mã này. Có: "+strings.Join(TruongHopDuongSuc, ", "))
	return out
}

func cheDoCodes() string {
	var s []string
	for _, c := range cheDos {
		s = append(s, string(c.ma))
	}
	return strings.Join(s, ", ")
}

// Format shows the kind's code alone: when somebody was ill is theirs.
func (d DotHuong) Format(f fmt.State, _ rune) { masked(f, "đợt "+string(d.CheDo)+" "+che) }

// LogValue is what a structured log may have.
func (d DotHuong) LogValue() slog.Value {
	return slog.StringValue("đợt " + string(d.CheDo) + " " + che)
}

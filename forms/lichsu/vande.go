package lichsu

import (
	"cmp"
	"slices"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// VanDe is something that a person should know of, or has to decide.
type VanDe struct {
	Ma    string     `json:"code"`
	Muc   form.Level `json:"level"` // Lỗi: something was left out until somebody decides
	HoTen string     `json:"hoTen"`
	So    string     `json:"so"` // the person's number, "" where none is known
	Thang law.Month  `json:"-"`  // the month it is about, 0 for none
	Say   string     `json:"message"`
	Cho   []string   `json:"places"` // every line concerned; a decision names one of them
}

// The codes are public and never get another meaning.
const (
	KhacSo       = "LS-01" // the same phương án of the same month with different facts
	KhacTrang    = "LS-02" // phương án of one month that contradict each other
	GiamChuaTang = "LS-03" // a decrease of somebody of whom nothing was told before
	SoNguoiKhac  = "LS-04" // a number with the name and birth of somebody else
	HaiSo        = "LS-05" // two numbers for one person
	TrungTen     = "LS-06" // same name and birth, different numbers
	KhongRoAi    = "LS-07" // nothing to know the person by
	KhongRoThang = "LS-08" // no month
	CoTruoc      = "LS-09" // took part before the files begin
	TangHaiLan   = "LS-10" // an increase of somebody who takes part
	GiamHaiLan   = "LS-11" // a decrease of somebody who has left
	ThieuTang    = "LS-12" // back without an increase
	ThieuNghi    = "LS-13" // ON without a leave before
	HetHan       = "LS-14" // a term is over and nothing tells what came then
	ThieuTep     = "LS-15" // months without a file
	Vang         = "LS-16" // absent from a payroll, and no decrease
	KhacBang     = "LS-17" // a payroll says otherwise than what was declared
	DaBiet       = "LS-18" // the program itself knows otherwise
	ChoNoi       = "LS-19" // where the history meets what the program knows they differ
	KhacDanhSach = "LS-20" // identity otherwise than in the roster
	ThieuLuong   = "LS-21" // an increase without pay
	ThangNguoc   = "LS-22" // the last month before the first
	KhacNhau     = "LS-23" // name, birth or sex otherwise in different files
	DangNghi     = "LS-24" // an adjustment of somebody on leave
)

var canQuyet = map[string]bool{KhacSo: true, KhacTrang: true, GiamChuaTang: true, SoNguoiKhac: true, HaiSo: true, KhongRoAi: true,
	KhongRoThang: true, KhacBang: true, ThangNguoc: true}

// hoi adds a finding about lines.
func (b *dung) hoi(ma string, n *law.Month, say string, at ...int) {
	v := VanDe{Ma: ma, Muc: form.Nhac, Say: say, Cho: []string{}}
	if canQuyet[ma] {
		v.Muc = form.Loi
	}
	if n != nil {
		v.Thang = *n
	}
	for k, i := range at {
		d := &b.Dong[i]
		if k == 0 {
			maSo, cccd := so(&d.Nguoi)
			v.HoTen, v.So = d.Nguoi.HoTen, cmp.Or(maSo, cccd)
		}
		if c := d.Cho(); !slices.Contains(v.Cho, c) {
			v.Cho = append(v.Cho, c)
		}
	}
	b.ra.VanDe = append(b.ra.VanDe, v)
}

// giu reports whether a person has said that a line is right.
func (b *dung) giu(ma string, i int) bool { return b.Giu[ma] || b.Giu[b.Dong[i].Cho()] }

// giuRieng reports whether a line itself was named.
func (b *dung) giuRieng(i int) bool { return b.Giu[b.Dong[i].Cho()] }

func noi(list []string) string { return strings.Join(list, ", ") }

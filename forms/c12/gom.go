package c12

import (
	"cmp"
	"maps"
	"slices"

	"ankhai/forms/law"
)

// gom gathers causes of people into causes of many: a dossier that was not counted
// at all, everything that came after the month, everybody above the ceiling.
type gom struct {
	k    *kho
	theo map[gomKhoa]*gop
}

type gomKhoa struct{ loai, ho string }

func newGom(k *kho) *gom { return &gom{k, map[gomKhoa]*gop{}} }

func (g *gom) vao(loai Loai, ho string, u ungVien) {
	key := gomKhoa{string(loai), ho}
	if g.theo[key] == nil {
		g.theo[key] = &gop{loai: loai, ho: ho}
	}
	x := g.theo[key]
	x.h, x.ds = x.h.cong(g.k.hieu(u)), append(x.ds, u)
}

// The ways in which events belong together, beside their dossiers.
const (
	hoSauKy   = "báo sau ngày cuối tháng"
	hoChuaBao = "chưa báo"
	hoBiTra   = "ở hồ sơ bị trả lại"
	hoCuoiKy  = "báo trong 7 ngày cuối tháng"
)

// them takes a person's cause into those of many that it belongs to.
func (g *gom) them(u ungVien) {
	switch u.loai {
	case ChuaTinhTang, ConTinhGiam, ChuaTinhLuong, ChuaDieuChinh:
		e := g.k.dt.Nguoi[u.nguoi].suKien()
		if e == nil {
			return
		}
		if e.HoSo != "" {
			g.vao(CaNhom, e.HoSo, u)
		}
		if ho := map[luc]string{lucSauKy: hoSauKy, lucChuaBao: hoChuaBao, lucBiTra: hoBiTra, lucCuoiKy: hoCuoiKy}[g.k.luc(e)]; ho != "" && u.loai != ChuaDieuChinh {
			g.vao(CaNhom, ho, u)
		}
	case TranKhac, BHYTKhongLuong:
		g.vao(u.loai, "", u)
	}
}

// xong files the causes of many, in an order that does not change.
func (g *gom) xong() {
	keys := slices.SortedFunc(maps.Keys(g.theo), func(a, b gomKhoa) int {
		return cmp.Or(cmp.Compare(a.loai, b.loai), cmp.Compare(a.ho, b.ho))
	})
	for _, key := range keys {
		if x := g.theo[key]; len(x.ds) > 1 {
			g.file(*x, giaGop(*x))
		}
	}
	if x, ok := g.k.tnldThap(); ok {
		g.file(x, giaHoSo)
	}
}

func (g *gom) file(x gop, gia int32) {
	g.k.gop = append(g.k.gop, x)
	g.k.them(ungVien{x.loai, -1, int32(len(g.k.gop) - 1), gia})
}

func giaGop(x gop) int32 {
	switch {
	case x.loai != CaNhom:
		return giaHoSo
	case x.ho == hoSauKy, x.ho == hoChuaBao, x.ho == hoBiTra:
		return giaDinhChot
	}
	return giaHoSo
}

// tnldThap is the month at the lower rate of TNLĐ, BNN.
func (k *kho) tnldThap() (x gop, ok bool) {
	v, ok := k.dt.Sach.Get("ty-le-tnld-thap-don-vi", k.dt.Thang.First())
	if !ok {
		return x, false
	}
	x = gop{loai: TNLDThap}
	for i := range k.dt.Nguoi {
		if m := k.dt.Nguoi[i].Nay; m != nil && m.Dong[TNLD] != 0 {
			x.h.p3[TNLD] += law.Phan(m.CanCu[TNLD], v.Amount) - m.Dong[TNLD]
		}
	}
	return x, x.h.p3[TNLD] != 0
}

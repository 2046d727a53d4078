package c12

import (
	"cmp"
	"slices"

	"ankhai/forms/law"
)

// gop is a cause of many people.
type gop struct {
	loai Loai
	h    hieu
	ds   []ungVien // whose
	ho   string    // the dossier, or how they belong together
}

// nhom are the causes that come to the same numbers.
type nhom struct {
	v   [2 * SoQuy]int64
	ds  []ungVien // cheapest first
	gia int32     // of the cheapest
}

// kho holds every cause that may be, found by its numbers.
type kho struct {
	dt   *DuTinh
	phep *phep
	gop  []gop
	nhom []nhom
	at   map[uint64]int32
}

// moKho makes the causes of a month.
func moKho(dt *DuTinh, p *phep) *kho {
	k := &kho{dt: dt, phep: p, at: make(map[uint64]int32, 2*len(dt.Nguoi))}
	g := newGom(k)
	for i := range dt.Nguoi {
		for _, u := range k.cuaNguoi(int32(i)) {
			k.them(u)
			g.them(u)
		}
	}
	g.xong()
	for _, r := range dt.tron {
		g.file(gop{loai: LamTron, ho: r.Ten, h: hieu{p3: r.So}}, giaChac)
	}
	for i := range k.nhom {
		d := &k.nhom[i]
		slices.SortStableFunc(d.ds, func(a, b ungVien) int { return cmp.Compare(a.gia, b.gia) })
		d.gia = d.ds[0].gia
	}
	return k
}

func (k *kho) hieu(u ungVien) hieu {
	if u.nguoi < 0 {
		return k.gop[u.bien].h
	}
	return hieuNguoi(&k.dt.Nguoi[u.nguoi], u)
}

// them files a cause; one that changes no number that is compared is left out.
func (k *kho) them(u ungVien) {
	h := k.hieu(u)
	v := k.phep.chieu(h.p3, h.p4)
	if v == ([2 * SoQuy]int64{}) {
		return
	}
	d := k.phep.dau(v)
	i, ok := k.at[d]
	if !ok {
		i = int32(len(k.nhom))
		k.at[d] = i
		k.nhom = append(k.nhom, nhom{v: v})
	}
	if k.nhom[i].v == v {
		k.nhom[i].ds = append(k.nhom[i].ds, u)
	}
}

// cuaNguoi are the causes that one person may be.
func (k *kho) cuaNguoi(i int32) (out []ungVien) {
	n := &k.dt.Nguoi[i]
	add := func(l Loai, gia int32) { out = append(out, ungVien{l, i, -1, gia}) }
	gia := k.giaSuKien(n.suKien())
	switch {
	case n.Nay != nil && n.Truoc == nil:
		add(ChuaTinhTang, gia)
		add(HaiLan, giaHiem)
	case n.Nay == nil && n.Truoc != nil:
		add(ConTinhGiam, gia)
		add(BHYTGiamCham, min(gia, giaTrongKy)+giaGan)
	case n.Nay != nil && n.Truoc != nil:
		if n.Giu != nil && *n.Giu != *n.Nay {
			add(ChuaTinhLuong, gia)
		}
		add(ThieuNguoi, giaLa)
	case n.Giu != nil:
		add(ThuaNguoi, k.giaDaNghi(n))
	}
	if n.Nay != nil && n.Nay.Dong[BHTN] != 0 {
		add(SaiBHTN, giaHiem)
	}
	if n.DieuChinh != (Nam{}) {
		add(ChuaDieuChinh, giaGan)
	}
	if n.BHYTCham != 0 {
		add(BHYTDaGiam, giaHoSo)
	}
	for b, x := range n.Bien {
		price := int32(giaHiem)
		if x.Loai == BHYTKhongLuong {
			price = giaGan
		}
		out = append(out, ungVien{x.Loai, i, int32(b), price})
	}
	return out
}

// giaSuKien prices that a change is not counted by when it was reported.
func (k *kho) giaSuKien(e *SuKien) int32 {
	if e == nil {
		return giaHiem
	}
	switch k.luc(e) {
	case lucChuaBao, lucBiTra, lucSauKy:
		return giaChac
	case lucCuoiKy:
		return giaGan
	}
	return giaTrongKy
}

// giaDaNghi prices that somebody who left before is still counted.
func (k *kho) giaDaNghi(n *Nguoi) int32 {
	if n.Nghi != 0 && k.dt.Thang.Sub(n.Nghi) <= 3 {
		return giaHiem - giaThem
	}
	return giaLa
}

// luc is when a report came, as the cut-off sees it.
type luc int

const (
	lucTrongKy luc = iota
	lucTruoc
	lucCuoiKy
	lucSauKy
	lucChuaBao
	lucBiTra
)

// ngayXuLy are the days that a report may still lie with the agency: five working
// days (Luật 41/2024/QH15 Điều 28, 29) are a week of the calendar.
const ngayXuLy = 7

// luc holds a report against the month: a statement rests on what came to its end
// (mẫu C12-TS: "tính đến hết tháng").
func (k *kho) luc(e *SuKien) luc { return lucCua(e, k.dt.Thang) }

func lucCua(e *SuKien, thang law.Month) luc {
	switch {
	case e.Bao == ChuaBao || e.Bao == DaGui && e.Ngay == 0:
		return lucChuaBao
	case e.Bao == BiTra:
		return lucBiTra
	case e.Ngay > thang.Last():
		return lucSauKy
	case e.Ngay > thang.Last().Add(-ngayXuLy):
		return lucCuoiKy
	case e.Ngay < thang.First():
		return lucTruoc
	}
	return lucTrongKy
}

// chung reports whether two causes say something of the same person and part.
func (k *kho) chung(a, b ungVien) bool {
	if a.nguoi >= 0 && b.nguoi >= 0 {
		return a.nguoi == b.nguoi && a.loai.phan() == b.loai.phan()
	}
	if a.nguoi >= 0 {
		a, b = b, a
	}
	in := func(x ungVien) bool { return k.chung(x, b) }
	return slices.ContainsFunc(k.gop[a.bien].ds, in)
}

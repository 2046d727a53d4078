package han

import (
	"slices"
	"strings"

	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/forms/services"
)

// KetQua is the answer to a question.
type KetQua struct {
	SuKien SuKien   `json:"event"`
	Chon   []DaChon `json:"answers"`
	Viec   []Viec   `json:"tasks"`
}

// may reckons one question.
type may struct {
	cau  Cau
	sk   SuKien
	lich *lich.Lich
	chon map[string]string
	moc  map[string]ngay
	xong map[string]Viec // clocks reckoned so far
}

// Tinh reckons every clock that the event starts. With a Loi nothing is reckoned;
// a clock whose day is not known says what is missing.
func (c Cau) Tinh() (KetQua, []Loi) {
	s, chosen, bad := c.kiem()
	if len(bad) > 0 {
		return KetQua{SuKien: s}, bad
	}
	m := &may{cau: c, sk: s, lich: c.Lich, chon: map[string]string{}, moc: map[string]ngay{}, xong: map[string]Viec{}}
	if m.lich == nil {
		m.lich = lich.Chung()
	}
	for _, a := range chosen {
		m.chon[a.Ma] = a.GiaTri
	}
	m.tinhMoc()
	out := KetQua{SuKien: s, Chon: chosen}
	for _, h := range data.han {
		if h.SuKien == s.Ma && h.khi.dung(m.chon) {
			v := m.viec(h)
			m.xong[h.Ma] = v
			out.Viec = append(out.Viec, v)
		}
	}
	return out, nil
}

func (m *may) viec(h Han) Viec {
	v := Viec{Han: h, HoSo: h.hoSo(m.chon)}
	from, name := m.from(h)
	v.Tu, v.TuTen = from.d, name
	if from.giaSu != "" {
		v.GiaSu = append(v.GiaSu, from.giaSu)
	}
	n, figure, known := m.count(h, from.d)
	v.Cach = h.noi(n, name)
	if from.canCu != "" {
		v.Cach += "; " + from.canCu
	}
	if figure.Name != "" && !strings.Contains(h.CanCu, figure.Basis) && figure.CuaNguoiDung {
		v.Cach += "; số do người dùng nhập: " + figure.Basis
	}
	v.QuaH = m.hauQua(h)
	switch {
	case h.Loai == KhongHan:
		return v
	case from.d == 0:
		v.Thieu = from.khongD
		if v.Thieu == "" {
			v.Thieu = "chưa có " + lower(name)
		}
		return v
	case !known:
		v.Thieu = "chưa có số liệu «" + h.SoLieu + "» cho ngày " + from.d.String()
		return v
	}
	v.Goc = m.lastDay(h, from.d, n)
	v.Ngay = v.Goc
	switch h.Doi {
	case Lui:
		v.Ngay, v.Doi = m.lich.Lui(v.Goc)
	case Som:
		if v.Ngay = m.lich.Som(v.Goc); v.Ngay != v.Goc {
			off, _ := m.lich.Nghi(v.Goc)
			v.Doi = off.Ten
		}
	}
	if h.Ai != services.BHXH && h.Loai != SomNhat {
		v.Xong = m.lich.Som(min(v.Goc, v.Ngay))
	}
	m.open(&v)
	v.stand(m.cau.HomNay)
	return v
}

// from is the day from which a clock counts: the first of its days that is known.
func (m *may) from(h Han) (ngay, string) {
	var missing ngay
	name := ""
	for _, k := range h.Moc {
		if before, ok := m.xong[k]; ok {
			if before.Ngay == 0 {
				missing.khongD = before.Thieu
				continue
			}
			return ngay{d: before.Ngay, giaSu: "«" + before.Han.Viec + "» xong đúng ngày cuối"}, "ngày " + lower(before.Han.Viec)
		}
		d, told := m.moc[k]
		if told && d.d != 0 {
			return d, m.sk.ten(k)
		}
		if told {
			missing = d
		}
		if name == "" {
			name = m.sk.ten(k)
		}
	}
	return missing, name
}

// count is the clock's number as it holds on a day.
func (m *may) count(h Han, on law.Day) (int, law.Value, bool) {
	if h.SoLieu == "" {
		return h.So, law.Value{}, true
	}
	if on == 0 {
		on = m.cau.Moc["ngay"]
	}
	v, ok := m.so(h.SoLieu, on)
	return int(v.Amount), v, ok
}

// lastDay counts, and does not yet ask whether the day is off.
func (m *may) lastDay(h Han, d law.Day, n int) law.Day {
	switch h.Cach {
	case Sau:
		switch h.DonVi {
		case NgayLam:
			return m.lich.ThemNgayLam(d, n)
		case KhongLe:
			return m.lich.ThemNgayKhongLe(d, n)
		}
		return lich.ThemNgay(d, n)
	case KeCa:
		return lich.ThemNgayKeCa(d, n)
	case Truoc:
		return d.Add(-n)
	case CuoiThangSau:
		return lich.CuoiThangSau(d.Month())
	case CuoiThang:
		return d.Month().Last()
	case CuoiThangThu:
		return d.Month().Add(n - 1).Last()
	case DauThangSau:
		return d.Month().Add(1).First().Add(n - 1)
	case SauThang:
		return d.Month().Add(n + 1).First()
	case SauDu:
		return lich.ThemThang(d, n)
	}
	return d
}

// open names the days off on the way that a decision may still add: they only make
// the day later.
func (m *may) open(v *Viec) {
	from, until := min(v.Goc, v.Ngay), max(v.Goc, v.Ngay)
	if v.Han.DonVi == NgayLam || v.Han.DonVi == KhongLe {
		from = v.Tu
	} else if v.Han.Doi == Giu || v.Han.Doi == noDoi {
		return
	}
	for _, c := range m.lich.ChuaRoGiua(from, until) {
		v.ChuaR = append(v.ChuaR, c.Say)
	}
}

// stand tells how the day stands against today.
func (v *Viec) stand(today law.Day) {
	if today == 0 {
		return
	}
	v.Con = v.Ngay.Sub(today)
	switch {
	case v.Han.Loai == SomNhat && v.Con <= 0:
		v.Trang = DuocRoi
	case v.Con < 0:
		v.Trang = QuaHan
	case v.Con == 0:
		v.Trang = HomNay
	case v.Con <= sapHetNgay && v.Han.Loai != SomNhat:
		v.Trang = SapHet
	default:
		v.Trang = Con
	}
}

// hauQua is what follows if the clock is not kept, with the figures of the day.
func (m *may) hauQua(h Han) []HauQua {
	var out []HauQua
	for _, q := range h.QuaHan {
		i := slices.IndexFunc(data.hauQua, func(o HauQua) bool { return o.Ma == q })
		k := data.hauQua[i]
		if head, rest, ok := strings.Cut(k.Say, "{"); ok {
			name, tail, _ := strings.Cut(rest, "}")
			rate := "số tiền theo luật (chưa có mức cho ngày này)"
			if v, ok := m.so(name, max(m.cau.Moc["ngay"], m.cau.HomNay)); ok {
				rate = law.VietTyLe(v.Amount)
			}
			k.Say = head + rate + tail
		}
		out = append(out, k)
	}
	return out
}

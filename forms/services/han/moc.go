package han

import (
	"fmt"

	"ankhai/forms/law"
	"ankhai/forms/law/lich"
)

// Days that follow from others by a rule of their own.
const (
	truocNgay  = "truoc-ngay"   // the day before the event's own
	sauHetNghi = "sau-het-nghi" // the day after a leave
	hetNghi    = "het-nghi"     // the last day of a maternity leave
)

// ngay is a day of the event as a clock counts from it.
type ngay struct {
	d      law.Day
	giaSu  string // on what it is supposed; "" where somebody has told it
	canCu  string // the rule by which it was found, if one was
	khongD string // why it is not known, where d is 0
}

// tinhMoc finds the days that follow from what was told.
func (m *may) tinhMoc() {
	for k, d := range m.cau.Moc {
		m.moc[k] = ngay{d: d}
	}
	own := m.cau.Moc["ngay"]
	m.moc[truocNgay] = ngay{d: own.Add(-1)}
	if _, told := m.moc[hetNghi]; !told {
		if _, asked := m.sk.moc(hetNghi); asked {
			m.moc[hetNghi] = m.hetNghi(own)
		}
	}
	if e, ok := m.moc[hetNghi]; ok && e.d != 0 {
		e.d = e.d.Add(1)
		m.moc[sauHetNghi] = e
	}
}

// hetNghi is the last day of the leave that a birth gives (Luật 41/2024/QH15 Điều 53).
func (m *may) hetNghi(born law.Day) ngay {
	from, told := m.cau.Moc["bat-dau-nghi"]
	switch m.chon["vai"] {
	case "me":
		out := ngay{}
		if !told {
			from, out.giaSu = born, "nghỉ từ ngày sinh"
		}
		n, basis, why := m.thangNghi(born)
		if why != "" {
			return ngay{khongD: why}
		}
		out.d, out.canCu = lich.HetThang(from, n), fmt.Sprintf("nghỉ %d tháng từ %s (%s)", n, from, basis)
		return out
	case "cha":
		if !told {
			return ngay{khongD: "chưa có ngày cha bắt đầu nghỉ"}
		}
		v, ok := m.ngayCha(born)
		if !ok {
			return ngay{khongD: "chưa có số ngày cha được nghỉ"}
		}
		return ngay{d: m.lich.ThemNgayLam(from.Add(-1), int(v.Amount)), canCu: fmt.Sprintf("nghỉ %d ngày làm việc từ %s (%s)", v.Amount, from, v.Basis), giaSu: "nghỉ một lần, đủ số ngày"}
	}
	return ngay{khongD: "không có thời gian nghỉ"}
}

// thangNghi is how many months a mother is away; why tells that it is not known.
func (m *may) thangNghi(born law.Day) (n int, basis, why string) {
	base, ok := m.so("sinh-con-so-thang", born)
	if second, has := m.so("sinh-con-so-thang-con-thu-hai", born); m.chon["con"] == "thu-hai" && has {
		base = second
	}
	if !ok {
		return 0, "", "chưa có số tháng nghỉ khi sinh con"
	}
	n = int(base.Amount)
	if s := m.chon["sinh"]; s == "doi" || s == "doi-phau-thuat" {
		more, ok := m.so("sinh-con-them-moi-con", born)
		if !ok || base.Name != "sinh-con-so-thang" {
			return 0, "", "sinh con thứ hai mà sinh đôi: luật chưa nói rõ số tháng, hãy ghi ngày cuối của thời gian nghỉ"
		}
		n += int(more.Amount)
	}
	return n, base.Basis, ""
}

// ngayCha is how many working days a father is away.
func (m *may) ngayCha(born law.Day) (law.Value, bool) {
	name := map[string]string{"thuong": "cha-nghi-thuong", "phau-thuat": "cha-nghi-phau-thuat", "doi": "cha-nghi-sinh-doi", "doi-phau-thuat": "cha-nghi-sinh-doi-phau-thuat"}[m.chon["sinh"]]
	v, ok := m.so(name, born)
	if second, has := m.so("cha-nghi-con-thu-hai", born); m.chon["con"] == "thu-hai" && has && second.Amount > v.Amount {
		return second, true
	}
	return v, ok
}

func (m *may) so(name string, on law.Day) (law.Value, bool) { return m.cau.Sach.Get(name, on) }

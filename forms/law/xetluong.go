package law

import "fmt"

// LuongXet is pay as the law is asked about it.
type LuongXet struct {
	Luong     int64 // đồng a month, with allowances
	Thang     Month
	Vung      string // wage region, see SoVung; "" while it is not known
	NuocNgoai bool   // takes no part in BHTN
}

// XetLuong tells what the law says of pay in a month: the floor, the minimum wage of
// the region, the ceilings, each with its figure and article. Result of a step is the
// limit in đồng. A figure that is not known for the month has no step.
func XetLuong(s *Sach, x LuongXet) (out []Buoc) {
	on := x.Thang.First()
	mtc, _ := s.Get("muc-tham-chieu", on)
	if san, ok := s.Get("san-bhxh-so-lan", on); ok && mtc.Amount > 0 {
		out = append(out, x.it("Căn cứ đóng thấp nhất", san, mtc, "thấp hơn nên đóng theo mức thấp nhất"))
	}
	region, known := SoVung(x.Vung)
	wage := Value{}
	if known {
		wage, known = s.Get(tenLuongToiThieu(region), on)
	}
	if known {
		out = append(out, x.it("Lương tối thiểu vùng", Value{Amount: 1}, wage, "chỉ đúng với người làm không trọn thời gian"))
	}
	if lan, ok := s.Get("tran-bhxh-so-lan", on); ok && mtc.Amount > 0 {
		out = append(out, x.nhieu("Mức đóng BHXH, BHYT cao nhất", lan, mtc))
	}
	if lan, ok := s.Get("tran-bhtn-so-lan", on); ok && known && !x.NuocNgoai {
		out = append(out, x.nhieu("Mức đóng BHTN cao nhất", lan, wage))
	}
	return out
}

// it holds pay against what it must at least be.
func (x LuongXet) it(nhan string, lan, moc Value, low string) Buoc {
	least := lan.Amount * moc.Amount
	say := fmt.Sprintf("%s không thấp hơn %s", VietSo(x.Luong), limit(lan, moc))
	if x.Luong < least {
		say = fmt.Sprintf("%s thấp hơn %s: %s", VietSo(x.Luong), limit(lan, moc), low)
	}
	return x.buoc(nhan, say, least, lan, moc)
}

// nhieu holds pay against what contributions are paid on at most.
func (x LuongXet) nhieu(nhan string, lan, moc Value) Buoc {
	most := lan.Amount * moc.Amount
	say := fmt.Sprintf("%s không vượt %s: đóng đủ", VietSo(x.Luong), limit(lan, moc))
	if x.Luong > most {
		say = fmt.Sprintf("%s vượt %s: chỉ đóng trên %s", VietSo(x.Luong), limit(lan, moc), VietSo(most))
	}
	return x.buoc(nhan, say, most, lan, moc)
}

func limit(lan, moc Value) string {
	if lan.Amount == 1 {
		return VietSo(moc.Amount)
	}
	return fmt.Sprintf("%d × %s = %s", lan.Amount, VietSo(moc.Amount), VietSo(lan.Amount*moc.Amount))
}

func (x LuongXet) buoc(nhan, say string, limit int64, lan, moc Value) Buoc {
	b := Buoc{Nhan: nhan, KetQua: limit, CongThuc: say, CanCu: Noi(lan.Basis, moc.Basis), LuatTu: moc.From.ISO(), Vao: []Vao{VaoTien("Tiền lương", x.Luong)}}
	if lan.Name != "" {
		b.Vao = append(b.Vao, vao(lan))
	}
	b.Vao = append(b.Vao, vao(moc))
	return b
}

// BuocHeSo is the step that turns pay by the State's coefficients into đồng.
func BuocHeSo(h HeSo, muc Value) Buoc {
	got := TienHeSo(h, muc.Amount)
	return Buoc{Nhan: "Tiền lương theo hệ số", KetQua: got, CanCu: Noi("Luật 41/2024/QH15 Điều 31 khoản 1 điểm a", muc.Basis), LuatTu: muc.From.ISO(),
		CongThuc: fmt.Sprintf("%s × [(%d + %d + %d + %d × %s) + (%d + %d + %d × %s) × %s] / 1000 = %s", VietSo(muc.Amount),
			h.Luong, h.BaoLuu, h.ChucVu, h.Luong, VietTyLe(h.VuotKhung),
			h.Luong, h.ChucVu, h.Luong, VietTyLe(h.VuotKhung), VietTyLe(h.Nghe), VietSo(got)),
		Vao: []Vao{vao(muc)}}
}

// cacTyLe are the figures that make the whole rate of contribution, for a Vietnamese
// and for a foreigner.
var cacTyLe = func() (names [2][]string) {
	for _, name := range []string{
		"huu-tri-don-vi", "huu-tri-nguoi-lao-dong", "om-dau-thai-san-don-vi", "tnld-don-vi",
		"bhyt-don-vi", "bhyt-nguoi-lao-dong", "bhtn-don-vi", "bhtn-nguoi-lao-dong",
	} {
		names[0] = append(names[0], "ty-le-"+name)
		names[1] = append(names[1], "ty-le-"+name+"-nuoc-ngoai")
	}
	return names
}()

func tenTyLe(nuocNgoai bool) []string {
	if nuocNgoai {
		return cacTyLe[1]
	}
	return cacTyLe[0]
}

// TongTyLe is the whole rate of contribution of a month under a labour contract, in
// 1/10 000, employer and employee together; 0 while one of its parts is not known.
func TongTyLe(s *Sach, nuocNgoai bool, thang Month) (sum int64) {
	on := thang.First()
	for _, name := range tenTyLe(nuocNgoai) {
		v, ok := s.Get(name, on)
		if !ok {
			return 0
		}
		sum += v.Amount
	}
	return sum
}

// XetTyLe are the parts of TongTyLe, one step for each side of each fund; none while
// one of them is not known.
func XetTyLe(s *Sach, nuocNgoai bool, thang Month) (out []Buoc) {
	for _, name := range tenTyLe(nuocNgoai) {
		v, ok := s.Get(name, thang.First())
		if !ok {
			return nil
		}
		out = append(out, Buoc{Nhan: v.Title, KetQua: v.Amount, DonVi: v.Unit, CongThuc: VietTyLe(v.Amount) + " tiền lương", CanCu: v.Basis, LuatTu: v.From.ISO(), Vao: []Vao{vao(v)}})
	}
	return out
}

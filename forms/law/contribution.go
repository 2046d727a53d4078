package law

import "fmt"

// Input is what a month's contribution of one employee depends on.
type Input struct {
	Luong     int64  // pay on which contributions are computed, đồng a month
	Thang     Month  // the month contributed for
	Vung      string // wage region of the workplace, see SoVung; not needed for foreigners
	NuocNgoai bool   // not a Vietnamese citizen
	Sach      *Sach  // the figures; nil = the program's alone
	TNLDThap  bool   // the employer was granted the lower TNLĐ-BNN rate (Nghị định 58/2020/NĐ-CP Điều 5)
}

// PhanNLD is what the employee pays.
type PhanNLD struct {
	HuuTri int64 `json:"huuTri"`
	BHYT   int64 `json:"bhyt"`
	BHTN   int64 `json:"bhtn"`
	Tong   int64 `json:"tong"`
}

// PhanDonVi is what the employer pays.
type PhanDonVi struct {
	OmDauThaiSan int64 `json:"omDauThaiSan"`
	HuuTri       int64 `json:"huuTri"`
	TNLD         int64 `json:"tnld"`
	BHYT         int64 `json:"bhyt"`
	BHTN         int64 `json:"bhtn"`
	Tong         int64 `json:"tong"`
}

// Parts is the split between the two payers.
type Parts struct {
	NguoiLaoDong PhanNLD   `json:"nguoiLaoDong"`
	DonVi        PhanDonVi `json:"donVi"`
}

// KetQua is a month's contribution with its working.
type KetQua struct {
	Parts    Parts    `json:"parts"`
	Total    int64    `json:"total"`
	CanCu    int64    `json:"canCuBHXH"` // pay on which BHXH, TNLĐ-BNN and BHYT are paid
	CanCuTN  int64    `json:"canCuBHTN"` // pay on which BHTN is paid; 0 for foreigners
	Working  []Buoc   `json:"working"`
	Warnings []string `json:"warnings"`
}

// Contributions computes what employee and employer pay for one month under a
// labour contract. Not knowing is an answer: the error is a *ChuaBiet that
// names what is missing, and nothing is computed in part.
//
// Pay below the floor is raised to it, pay above the ceiling cut to it, and the
// working says so.
func Contributions(in Input) (KetQua, error) {
	return contributions(tinh{in: in, on: in.Thang.First()})
}

// MucDong is Contributions without the working: for sums over a whole company.
func MucDong(in Input) (KetQua, error) {
	return contributions(tinh{in: in, on: in.Thang.First(), im: true})
}

func contributions(t tinh) (KetQua, error) {
	t.check()
	t.canCu()
	for _, q := range cacQuy {
		t.quy(q)
	}
	if t.missing != nil {
		return KetQua{}, t.missing
	}
	n, d := &t.out.Parts.NguoiLaoDong, &t.out.Parts.DonVi
	n.Tong = n.HuuTri + n.BHYT + n.BHTN
	d.Tong = d.OmDauThaiSan + d.HuuTri + d.TNLD + d.BHYT + d.BHTN
	t.out.Total = n.Tong + d.Tong
	return t.out, nil
}

// quy is one fund: the middle of its figures' names and where the two parts go.
type quy struct {
	ten     string // in Vietnamese
	ma      string // in the names of the figures
	nld, dv func(*Parts) *int64
}

var cacQuy = []quy{
	{"Hưu trí, tử tuất", "huu-tri",
		func(p *Parts) *int64 { return &p.NguoiLaoDong.HuuTri }, func(p *Parts) *int64 { return &p.DonVi.HuuTri }},
	{"Ốm đau, thai sản", "om-dau-thai-san",
		nil, func(p *Parts) *int64 { return &p.DonVi.OmDauThaiSan }},
	{"Tai nạn lao động, bệnh nghề nghiệp", "tnld",
		nil, func(p *Parts) *int64 { return &p.DonVi.TNLD }},
	{"Bảo hiểm y tế", "bhyt",
		func(p *Parts) *int64 { return &p.NguoiLaoDong.BHYT }, func(p *Parts) *int64 { return &p.DonVi.BHYT }},
	{"Bảo hiểm thất nghiệp", maBHTN,
		func(p *Parts) *int64 { return &p.NguoiLaoDong.BHTN }, func(p *Parts) *int64 { return &p.DonVi.BHTN }},
}

const maBHTN = "bhtn"

// tinh is one computation under way; the first missing thing stays in missing.
type tinh struct {
	in      Input
	on      Day
	out     KetQua
	missing error
	im      bool // no working is wanted
}

func (t *tinh) lack(ten, say string) {
	if t.missing == nil {
		t.missing = &ChuaBiet{Ten: ten, Say: say}
	}
}

// figure looks a figure up for the month, noting it as missing if unknown.
func (t *tinh) figure(name string) Value {
	v, ok := t.in.Sach.Get(name, t.on)
	if !ok && t.missing == nil {
		title := name
		if f := figures[name]; f != nil {
			title = f.values[0].Title
		}
		t.lack(name, fmt.Sprintf("%s: chưa có số liệu cho tháng %s", title, t.in.Thang))
	}
	return v
}

func (t *tinh) check() {
	switch {
	case !t.in.Thang.Valid():
		t.lack("thang", "Tháng đóng: phải có dạng 11/2026")
	case t.in.Luong <= 0:
		t.lack("luong", "Tiền lương: phải lớn hơn 0 đồng")
	}
	if _, ok := SoVung(t.in.Vung); !ok && !t.in.NuocNgoai {
		t.lack("vung", "Vùng lương tối thiểu: phải từ 01 đến 04")
	}
}

// canCu finds the pay on which each kind of fund is paid.
func (t *tinh) canCu() {
	if t.missing != nil {
		return
	}
	mtc, lan := t.figure("muc-tham-chieu"), t.figure("tran-bhxh-so-lan")
	luong := t.in.Luong
	if san, ok := t.in.Sach.Get("san-bhxh-so-lan", t.on); ok && luong < san.Amount*mtc.Amount {
		luong = san.Amount * mtc.Amount
		t.out.Warnings = append(t.out.Warnings, "Tiền lương thấp hơn mức tham chiếu: đóng theo "+VietSo(luong)+" đồng")
		t.step(Buoc{
			Nhan: "Tiền lương thấp nhất làm căn cứ đóng", KetQua: luong, CanCu: noi(san.Basis, mtc.Basis),
			CongThuc: fmt.Sprintf("%s × mức tham chiếu %s = %s", VietSo(san.Amount), VietSo(mtc.Amount), VietSo(luong)),
			Vao:      []Vao{{"Tiền lương", t.in.Luong, dong}, vao(mtc)},
		})
	}
	t.out.CanCu = t.cut(luong, "Tiền lương làm căn cứ đóng BHXH, BHYT", lan, mtc)
	if vung, ok := SoVung(t.in.Vung); ok {
		ltt := t.figure(tenLuongToiThieu(vung))
		if t.in.Luong < ltt.Amount {
			t.out.Warnings = append(t.out.Warnings, fmt.Sprintf("Tiền lương thấp hơn lương tối thiểu vùng (%s đồng): chỉ đúng với hợp đồng không trọn thời gian", VietSo(ltt.Amount)))
		}
		if !t.in.NuocNgoai {
			t.out.CanCuTN = t.cut(luong, "Tiền lương làm căn cứ đóng BHTN", t.figure("tran-bhtn-so-lan"), ltt)
		}
	}
}

// cut lowers the pay to a number of times a reference, and writes the step.
func (t *tinh) cut(luong int64, nhan string, lan, moc Value) int64 {
	tran := lan.Amount * moc.Amount
	base := min(luong, tran)
	if t.im {
		return base
	}
	t.step(Buoc{
		Nhan: nhan, KetQua: base, CanCu: noi(lan.Basis, moc.Basis),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %s và %s × %s = %s", VietSo(luong), VietSo(lan.Amount), VietSo(moc.Amount), VietSo(base)),
		Vao:      []Vao{{"Tiền lương", luong, dong}, vao(lan), vao(moc)},
	})
	return base
}

// quy computes one fund's two parts.
func (t *tinh) quy(q quy) {
	if t.missing != nil {
		return
	}
	base := t.out.CanCu
	if q.ma == maBHTN {
		base = t.out.CanCuTN
	}
	var nld Value
	if q.nld != nil {
		nld = t.figure(t.rateName(q.ma, "nguoi-lao-dong"))
	}
	dv := t.figure(t.rateName(q.ma, "don-vi"))
	phanNLD, phanDV := TachQuy(base, nld.Amount, dv.Amount)
	*q.dv(&t.out.Parts) = phanDV
	if q.nld != nil {
		*q.nld(&t.out.Parts) = phanNLD
	}
	if t.im {
		return
	}
	if q.nld == nil {
		t.part(q.ten+": đơn vị", base, dv, VietSo(base)+" × "+VietTyLe(dv.Amount), phanDV)
		return
	}
	t.part(q.ten+": người lao động", base, nld, VietSo(base)+" × "+VietTyLe(nld.Amount), phanNLD)
	t.part(q.ten+": đơn vị", base, dv,
		fmt.Sprintf("%s × (%s + %s) − %s", VietSo(base), VietTyLe(nld.Amount), VietTyLe(dv.Amount), VietSo(phanNLD)), phanDV)
}

func (t *tinh) rateName(ma, ben string) string {
	if t.in.TNLDThap && ma == "tnld" {
		return "ty-le-tnld-thap-don-vi"
	}
	name := "ty-le-" + ma + "-" + ben
	if t.in.NuocNgoai {
		name += "-nuoc-ngoai"
	}
	return name
}

func (t *tinh) part(nhan string, base int64, rate Value, formula string, result int64) {
	t.step(Buoc{
		Nhan: nhan, KetQua: result, CanCu: rate.Basis, CongThuc: formula + " = " + VietSo(result),
		Vao: []Vao{{"Căn cứ đóng", base, dong}, vao(rate)},
	})
	if rate.Note != "" && rate.Confidence != High {
		t.out.Warnings = append(t.out.Warnings, nhan+": "+VietTyLe(rate.Amount)+". "+rate.Note)
	}
}

func (t *tinh) step(b Buoc) {
	if !t.im {
		t.out.Working = append(t.out.Working, b)
	}
}

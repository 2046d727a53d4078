package dong

import (
	"slices"

	"ankhai/forms/law"
)

// nhom is one kind of insured person of Điều 2 of the law, and which figures its
// funds are paid by.
type nhom struct {
	ma, ten string
	quy     []quy
	tuChon  bool // chooses the pay that contributions rest on
	mien    bool // 14 unpaid working days free the month (Điều 33 khoản 5)
	hoiBHTN bool // whether unemployment insurance applies has to be asked
	bhtn    bool // one of quy is unemployment insurance
}

// quy is one fund: the names of its two rates, "" where a side pays nothing.
type quy struct {
	ten     string
	so      soHieu
	nld, dv string
	bhtn    bool // paid on the pay that is cut for BHTN
}

// soHieu is the number of a fund, in the order of a result.
type soHieu int

const (
	quyHuuTri soHieu = iota
	quyOmDau
	quyTNLD
	quyBHYT
	quyBHTN
	soQuy
)

// cacQuy are the funds' keys and short names.
var cacQuy = [soQuy]struct{ ma, ten string }{
	quyHuuTri: {"huuTri", "hưu trí, tử tuất"}, quyOmDau: {"omDauThaiSan", "ốm đau, thai sản"}, quyTNLD: {"tnld", "TNLĐ, BNN"},
	quyBHYT: {"bhyt", "BHYT"}, quyBHTN: {"bhtn", "BHTN"},
}

var (
	huuTri = quy{"Hưu trí, tử tuất", quyHuuTri, "ty-le-huu-tri-nguoi-lao-dong", "ty-le-huu-tri-don-vi", false}
	omDau  = quy{"Ốm đau, thai sản", quyOmDau, "", "ty-le-om-dau-thai-san-don-vi", false}
	tnld   = quy{"Tai nạn lao động, bệnh nghề nghiệp", quyTNLD, "", "ty-le-tnld-don-vi", false}
	bhyt   = quy{"Bảo hiểm y tế", quyBHYT, "ty-le-bhyt-nguoi-lao-dong", "ty-le-bhyt-don-vi", false}
	bhtn   = quy{"Bảo hiểm thất nghiệp", quyBHTN, "ty-le-bhtn-nguoi-lao-dong", "ty-le-bhtn-don-vi", true}

	tuHuuTri = quy{"Hưu trí, tử tuất", quyHuuTri, "tu-dong-huu-tri", "", false}
	tuOmDau  = quy{"Ốm đau, thai sản", quyOmDau, "tu-dong-om-dau-thai-san", "", false}
	tuBHYT   = quy{"Bảo hiểm y tế", quyBHYT, "tu-dong-bhyt", "", false}
)

var du = []quy{huuTri, omDau, tnld, bhyt, bhtn}

// nuocNgoai gives a fund the rates of foreigners.
func nuocNgoai(q quy) quy {
	if q.nld != "" {
		q.nld += "-nuoc-ngoai"
	}
	q.dv += "-nuoc-ngoai"
	return q
}

var cacNhom = coBHTN([]nhom{
	{ma: "a", ten: "hợp đồng lao động từ đủ 01 tháng", quy: du, mien: true},
	{ma: "b", ten: "cán bộ, công chức, viên chức", quy: du, mien: true, hoiBHTN: true},
	{ma: "c", ten: "công nhân, viên chức quốc phòng, công an, cơ yếu", quy: du, mien: true, hoiBHTN: true},
	{ma: "d", ten: "sĩ quan, quân nhân chuyên nghiệp, người hưởng lương như quân nhân", quy: []quy{huuTri, omDau, tnld, bhyt}, mien: true},
	{ma: "đ", ten: "hạ sĩ quan, binh sĩ, học viên được hưởng sinh hoạt phí", quy: []quy{
		{"Hưu trí, tử tuất", quyHuuTri, "", "don-vi-dong-huu-tri-de", false}, tnld}},
	{ma: "e", ten: "dân quân thường trực", quy: []quy{
		{"Hưu trí, tử tuất", quyHuuTri, "", "don-vi-dong-huu-tri-de", false}, tnld}},
	{ma: "g", ten: "đi làm việc ở nước ngoài theo hợp đồng", quy: []quy{tuHuuTri}, tuChon: true},
	{ma: "h", ten: "vợ, chồng cán bộ ngoại giao ở nước ngoài", quy: []quy{tuHuuTri}, tuChon: true},
	{ma: "i", ten: "người quản lý doanh nghiệp, hợp tác xã có hưởng tiền lương", quy: du, mien: true, hoiBHTN: true},
	{ma: "k", ten: "người hoạt động không chuyên trách ở cấp xã, thôn, tổ dân phố", quy: []quy{huuTri,
		{"Ốm đau, thai sản", quyOmDau, "", "don-vi-dong-om-dau-thai-san-k", false}, bhyt}, mien: true},
	{ma: "l", ten: "làm việc không trọn thời gian", quy: du},
	{ma: "m", ten: "chủ hộ kinh doanh có đăng ký", quy: []quy{tuHuuTri, tuOmDau, tuBHYT}, tuChon: true},
	{ma: "n", ten: "người quản lý doanh nghiệp, hợp tác xã không hưởng tiền lương", quy: []quy{tuHuuTri, tuOmDau, tuBHYT}, tuChon: true},
	{ma: "nn", ten: "người lao động nước ngoài", quy: []quy{nuocNgoai(huuTri), nuocNgoai(omDau), nuocNgoai(tnld), nuocNgoai(bhyt)}, mien: true},
})

// coBHTN notes which groups may take part in unemployment insurance.
func coBHTN(all []nhom) []nhom {
	for i := range all {
		all[i].bhtn = slices.ContainsFunc(all[i].quy, func(q quy) bool { return q.bhtn })
	}
	return all
}

// hopDong and nguoiNuocNgoai are the people of labour contracts.
var hopDong, nguoiNuocNgoai = timNhom("a"), timNhom("nn")

// timNhom finds a group by its code, nil if there is none.
func timNhom(ma string) *nhom {
	for i := range cacNhom {
		if cacNhom[i].ma == ma {
			return &cacNhom[i]
		}
	}
	return nil
}

func chonNhom() (out []law.LuaChon) {
	for _, n := range cacNhom {
		out = append(out, law.LuaChon{Ma: n.ma, Nhan: n.ten})
	}
	return out
}

// choices makes the choices of a question, code and words in turn.
func choices(pairs ...string) (out []law.LuaChon) {
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, law.LuaChon{Ma: pairs[i], Nhan: pairs[i+1]})
	}
	return out
}

func chonVung() []law.LuaChon {
	return choices("01", "vùng I", "02", "vùng II", "03", "vùng III", "04", "vùng IV")
}

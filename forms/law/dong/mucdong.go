package dong

import (
	"ankhai/forms/law"
)

// Input is what a month's contribution of one employee depends on.
type Input struct {
	Luong     int64     // pay on which contributions are computed, đồng a month
	Thang     law.Month // the month contributed for
	Vung      string    // wage region of the workplace, see law.SoVung; not needed for foreigners
	NuocNgoai bool      // not a Vietnamese citizen
	Sach      *law.Sach // the figures and the company's settings; nil = the program's alone
	BHTN      bool      // said to take part in BHTN; refused of foreigners, of others it goes without saying
	TNLDThap  bool      // the employer was granted the lower TNLĐ-BNN rate (Nghị định 58/2020/NĐ-CP Điều 5)
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
	Parts    Parts      `json:"parts"`
	Total    int64      `json:"total"`
	CanCu    int64      `json:"canCuBHXH"` // pay on which BHXH, TNLĐ-BNN and BHYT are paid
	CanCuTN  int64      `json:"canCuBHTN"` // pay on which BHTN is paid; 0 for foreigners
	Working  []law.Buoc `json:"working"`
	Warnings []string   `json:"warnings"`
}

// Contributions computes what employee and employer pay for one month under a
// labour contract. Not knowing is an answer: the error is a *law.ChuaBiet that names
// the figure that is missing, and nothing is computed in part. law.LoiVaos are the
// faults of the input, all of them.
//
// Pay below the floor is raised to it, pay above the ceiling cut to it, and the
// working says so.
func Contributions(in Input) (KetQua, error) { return contributions(law.LamBai(in.Sach), in) }

// MucDong is Contributions without the working: for sums over a whole company.
func MucDong(in Input) (KetQua, error) { return contributions(law.TinhNham(in.Sach), in) }

func contributions(b *law.Bai, in Input) (KetQua, error) {
	n := nguoi{nhom: hopDong, thang: in.Thang, luong: in.Luong, bhtn: true, tnldThap: in.TNLDThap, sach: in.Sach, lamTron: in.Sach.ThietLap(diemLamTron)}
	if in.NuocNgoai {
		n.nhom = nguoiNuocNgoai
	}
	n.vung, _ = law.SoVung(in.Vung)
	if faults := in.faults(n.vung); len(faults) > 0 {
		return KetQua{}, faults
	}
	m, faults := muc(b, &n)
	if len(faults) > 0 {
		return KetQua{}, faults
	}
	if err := b.Loi(); err != nil {
		return KetQua{}, err
	}
	out := KetQua{Parts: m.phan(), Total: m.tong(), CanCu: m.canCu, CanCuTN: m.canCuTN}
	if b.Nham() {
		return out, nil
	}
	r, err := b.Xong(out.Total, dong)
	out.Working, out.Warnings = r.Working, r.Warnings
	return out, err
}

// faults are what is wrong with an input.
func (in *Input) faults(vung int) (out law.LoiVaos) {
	add := func(bad bool, ten, say string) {
		if bad {
			out = append(out, law.LoiVao{Ten: ten, Say: say})
		}
	}
	say := kiemThang(in.Thang)
	if !in.Thang.Valid() {
		say = "Tháng đóng: phải có dạng 11/2026"
	}
	add(say != "", "thang", say)
	add(in.Luong <= 0, "luong", "Tiền lương: phải lớn hơn 0 đồng")
	add(vung == 0 && (!in.NuocNgoai || in.Vung != ""), "vung", "Vùng lương tối thiểu: phải từ 01 đến 04")
	add(in.NuocNgoai && in.BHTN, "bhtn", khongBHTN)
	return out
}

// phan sorts the amounts by who pays them.
func (m *mucDong) phan() Parts {
	return Parts{
		NguoiLaoDong: PhanNLD{HuuTri: m.nld[quyHuuTri], BHYT: m.nld[quyBHYT], BHTN: m.nld[quyBHTN], Tong: cong(m.nld)},
		DonVi: PhanDonVi{OmDauThaiSan: m.dv[quyOmDau], HuuTri: m.dv[quyHuuTri], TNLD: m.dv[quyTNLD], BHYT: m.dv[quyBHYT], BHTN: m.dv[quyBHTN],
			Tong: cong(m.dv)},
	}
}

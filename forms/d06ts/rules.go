package d06ts

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule { return append(nguoiRules(), tienRules()...) }

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, qd366+" Điều 5 khoản 1.3"),
		form.Require("02", MaSoBHXH, form.Not(Loai.In(LanDau)).Named("không phải tham gia lần đầu"), form.By(huongC+"1")),
		nhanthan.MaSoBHXH("03", MaSoBHXH, huongC+"1"),
		form.Require("04", SoCCCD, MaSoBHXH.Empty().Named("chưa có Mã số BHXH"), form.By(qd366+" Điều 5 khoản 1.3"), form.Warn),
		nhanthan.SoGiayTo("05", SoCCCD, nil, nil, &NgaySinh),
		nhanthan.NgaySinh("06", NgaySinh, huongC+"2"),
		form.Judge("07", NgaySinh, dong, "từ đủ 15 tuổi", duTuoi, form.By(nd143), form.Trust(form.Medium)),
		form.Over("08", MaSoBHXH, "một người không đóng hai dòng cho thời gian trùng nhau", trungDong, form.By(qd366+" Điều 5 khoản 1.3")),
		form.Check("09", NgheNghiep, form.Always, "Nghề, công việc, thời gian và nơi làm việc: ghi cả số giờ làm việc hằng ngày và nơi làm việc",
			func(l *form.Look) bool { return strings.Contains(codes.Fold(NgheNghiep.Get(l.Row)), "gio") }, form.By(huongC+"5"), form.Warn),
		form.Unique("10", ID, form.Always, form.By(huong), form.Warn),
		form.Judge("11", Loai, dieuChinh, "điều chỉnh nghề nghiệp, công việc thì không ghi số tháng và số tiền", deTrong, form.By(huongC+"15")),
		form.Require("12", HinhThucNhan, form.Always, form.By(huongC+"14"), form.Warn),
	}
}

// duTuoi takes the number of years of tuổi lao động.
func duTuoi(l *form.Look) form.Verdict {
	born, tu := facts.NgaySinh(NgaySinh.Get(l.Row)), TuNgay.Get(l.Row)
	if !born.Valid() || !tu.Valid() || born.Day() > tu {
		return form.Verdict{}
	}
	if least := figure("tuoi-lao-dong", tu); int64(born.Tuoi(tu)) < least {
		return form.Verdict{Say: fmt.Sprintf("tham gia phải từ đủ %d tuổi. Xem lại năm sinh hoặc ngày bắt đầu", least)}
	}
	return form.Verdict{}
}

// trungDong finds a person who pays twice for overlapping months.
func trungDong(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := make(map[string][]int, len(rows))
	var hits []form.Hit
	for i, r := range rows {
		key := MaSoBHXH.Get(r)
		if key == "" {
			key = SoCCCD.Get(r)
		}
		if key == "" || !dong.Test(r) {
			continue
		}
		for _, k := range seen[key] {
			if giao(r, rows[k]) {
				hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d: cùng người, thời gian trùng nhau. Bỏ một dòng hoặc sửa ngày", k+1)})
				break
			}
		}
		seen[key] = append(seen[key], i)
	}
	return hits
}

// giao reports whether the months of two rows overlap; the month in which one
// ends and the other begins is shared where they begin in the middle of it.
func giao(a, b form.Row) bool {
	span := func(r form.Row) (law.Month, law.Month) {
		tu := TuNgay.Get(r).Month()
		return tu, tu.Add(max(int(SoThang.Get(r)), 1) - 1)
	}
	a1, a2 := span(a)
	b1, b2 := span(b)
	return a1 != 0 && b1 != 0 && a1 <= b2 && b1 <= a2
}

// deTrong names the columns that a change of the work leaves blank.
func deTrong(l *form.Look) form.Verdict {
	var list []string
	for _, c := range []form.Handle{SoThang, ThuNhap, PhaiDong, NguoiDong, TyLeNSNN, TyLeThem, TienThem, TyLeKhac, TienKhac} {
		if c.Col().Known(l.Row) {
			list = append(list, c.Col().Label)
		}
	}
	if list == nil {
		return form.Verdict{}
	}
	return form.Verdict{Say: "điều chỉnh nghề nghiệp, công việc thì để trống " + strings.Join(list, ", ")}
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("61", TenDonVi, form.Always, form.By(huong+", điểm 5.1")),
		form.Require("62", MaDonVi, form.Always, form.By(huong+", điểm 5.1")),
		form.Require("63", NhanVienThu, form.Always, form.By(huong+", điểm 5.1"), form.Warn),
		form.Require("64", MaNhanVien, form.Always, form.By(huong+", điểm 5.1"), form.Warn),
	}
}

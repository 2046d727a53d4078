package mauso4

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// xinThe is a member who asks for a card.
var xinThe = HinhThucNhan.Filled().Named("đề nghị cấp thẻ")

// thanhVienRules are the rules of the members.
func thanhVienRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("41", HoTen, huongC+"B"),
		nhanthan.MaSoBHYT("42", MaSoBHXH, huongC+"1"),
		form.Over("43", MaSoBHXH, "chưa có mã số thì kèm Mẫu số 2", keMauSo2, form.By(huong+", điểm 4b"), form.Warn),
		form.Require("44", SoCCCD, form.Always, form.By(huongC+"2")),
		nhanthan.SoGiayTo("45", SoCCCD, nil, nil, &NgaySinh),
		form.Unique("46", SoCCCD, form.Always, form.By(huongC+"2")),
		nhanthan.NgaySinh("47", NgaySinh, huongC+"3"),
		form.Check("48", NgaySinh, form.Always, "Ngày, tháng, năm sinh: ghi đủ ngày, tháng, năm như trong giấy khai sinh hoặc căn cước",
			func(l *form.Look) bool {
				n := facts.NgaySinh(NgaySinh.Get(l.Row))
				return n.Full() || !n.Valid()
			}, form.By(huongC+"3"), form.Warn),
		form.Require("49", NoiKCB, xinThe, form.By(huongC+"4")),
		form.Require("50", MucLuong, xinThe, form.By(huongC+"5")),
		form.Judge("51", MucLuong, form.Always, "bằng mức lương cơ sở", func(l *form.Look) form.Verdict {
			muc := law.MucThamChieu(l.Today)
			if muc == 0 || MucLuong.Get(l.Row) == muc {
				return form.Verdict{}
			}
			return form.Verdict{Say: "ghi mức lương cơ sở " + form.Dots(muc) + " đồng, chưa giảm trừ theo thứ tự trong hộ", Fix: fmt.Sprint(muc)}
		}, form.By(huongC+"5")),
		form.Over("52", QuanHe, "mỗi hộ có đúng một chủ hộ", motChuHo, form.By(huongC+"6")),
		form.Check("53", TyLeNSNN, form.Always, "Tỷ lệ NSNN hỗ trợ (%): từ 0 đến 100",
			func(l *form.Look) bool { return TyLeNSNN.Get(l.Row) >= 0 && TyLeNSNN.Get(l.Row) <= 100*100 }, form.By(huongC+"7")),
		form.Require("54", HinhThucNhan, form.Any(MucLuong.Filled(), SoThang.Filled()).Named("có ghi tiền lương hoặc số tháng"), form.By(huongC+"8, 9")),
		form.Require("55", SoThang, xinThe, form.By(huongC+"10")),
		form.Check("56", SoThang, form.Always, "Số tháng thẻ có giá trị: thường là 3, 6, 12 tháng. Xem lại số tháng", func(l *form.Look) bool {
			n := SoThang.Get(l.Row)
			return n == 3 || n == 6 || n == 12
		}, form.By(huongC+"10"), form.Trust(form.Medium), form.Warn),
		form.Over("57", Cua, "là khoá của một hộ", coHo, form.By(huong)),
	}
}

func keMauSo2(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if xinThe.Test(r) && !MaSoBHXH.Known(r) {
			hits = append(hits, form.Hit{I: i, Say: "người tham gia lần đầu, chưa có mã số thì nộp kèm Mẫu số 2"})
		}
	}
	return hits
}

// motChuHo finds members that are one head too many, and the first member of a
// household that has none.
func motChuHo(_ *form.Doc, rows []form.Row) []form.Hit {
	first, heads := map[string]int{}, map[string]int{}
	var ho []string
	var hits []form.Hit
	for i, r := range rows {
		k := Cua.Get(r)
		if _, known := first[k]; !known {
			first[k] = i
			ho = append(ho, k)
		}
		if QuanHe.Get(r) != chuHo {
			continue
		}
		if heads[k]++; heads[k] > 1 {
			hits = append(hits, form.Hit{I: i, Say: "hộ này đã có chủ hộ ở dòng trên. Chọn quan hệ khác"})
		}
	}
	for _, k := range ho {
		if heads[k] == 0 {
			hits = append(hits, form.Hit{I: first[k], Say: "hộ này chưa có người nào là chủ hộ (mã " + chuHo + ")"})
		}
	}
	return hits
}

func coHo(d *form.Doc, rows []form.Row) []form.Hit {
	known := make(map[string]bool, len(d.Rows))
	for _, r := range d.Rows {
		known[ID.Get(r)] = true
	}
	var hits []form.Hit
	for i, r := range rows {
		if k := Cua.Get(r); k != "" && !known[k] {
			hits = append(hits, form.Hit{I: i, Say: "không có hộ nào mang khoá này"})
		}
	}
	return hits
}

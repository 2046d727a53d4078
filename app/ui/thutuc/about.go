package thutuc

import (
	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// head is the service's name and, honestly, who files it.
func head(s office.DichVu) []fyne.CanvasObject {
	ink := look.Notice
	if s.CoTheNop {
		ink = look.Done
	}
	return []fyne.CanvasObject{
		xwidget.NewPara(s.Ten).Sized(15).Strong().Official(),
		xwidget.NewCaption(s.ID + " · " + office.NhomDichVu(s.Nhom)),
		xwidget.NewPara(s.CoTheNopCau).In(ink),
		xwidget.NewRule(),
	}
}

// about is what holds for the service whatever the case, what is not certain
// marked so.
func about(s office.DichVu) []fyne.CanvasObject {
	out := []fyne.CanvasObject{xwidget.NewRule(), xwidget.NewText("Về dịch vụ này").Strong()}
	add := func(name, value string, sure office.Confidence) {
		if value == "" {
			return
		}
		if w := sureWords[sure]; w != "" {
			value += " (" + w + ")"
		}
		out = append(out, pair(name, xwidget.NewPara(value)))
	}
	add("Tên hiện nay", s.TenNay, "")
	add("Ai nộp", s.NguoiNop, "")
	add("Mẫu", office.GoiMaus(s.Mau, ", "), s.DoChac["mau"])
	add("Nộp qua", s.Kenh, s.DoChac["kenh"])
	add("Hạn nộp", s.Han, s.DoChac["han"])
	add("Giải quyết", s.GiaiQuyet, s.DoChac["giai-quyet"])
	add("Kết quả", s.KetQua, "")
	add("Cấp giải quyết", s.CapSau, s.DoChac["cap"])
	add("Trước 2025", s.CapTruoc, s.DoChac["cap"])
	add("Thay đổi", s.ThayDoi, s.DoChac["thay-doi"])
	add("Mã quốc gia", s.TTHC, s.DoChac["tthc"])
	add("Căn cứ", s.CanCu, "")
	return out
}

// pair is a name with what it names beside it.
func pair(name string, value fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Shares(8, []float32{1, 3}, xwidget.NewPara(name).In(look.Muted), value)
}

// sureWords marks what is not certain; what is needs no mark.
var sureWords = map[office.Confidence]string{office.ConfidenceMedium: "độ chắc trung bình", office.ConfidenceLow: "độ chắc thấp, xem lại văn bản"}

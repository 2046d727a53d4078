package cli

import (
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law/lich"
	"ankhai/forms/services"
	"ankhai/forms/services/han"
)

// writeDeadlines tells what an event starts, task by task.
func writeDeadlines(w io.Writer, r han.KetQua) {
	fmt.Fprintln(w, r.SuKien.Ten)
	for _, a := range r.Chon {
		fmt.Fprintf(w, "  %s: %s%s\n", a.Ten, a.GiaTriN, map[bool]string{true: " (chưa ai chọn)"}[a.MacDinh])
	}
	for _, v := range r.Viec {
		fmt.Fprintf(w, "\n%s\n  %s: %s\n", when(v), v.Han.Ai.Say(), v.Han.Viec)
		writeTask(w, v)
	}
}

// when is a task's day with how it stands.
func when(v han.Viec) string {
	if v.Ngay == 0 {
		if v.Thieu != "" {
			return "Chưa tính được ngày: " + v.Thieu
		}
		return "Luật không định số ngày"
	}
	head := map[han.Loai]string{han.HanNop: "Trước hết ngày ", han.Nen: "Nên trước hết ngày ", han.SomNhat: "Sớm nhất ngày ", han.HetHieu: "Hết hiệu lực sau ngày "}[v.Han.Loai]
	out := head + v.Ngay.String() + " (" + strings.ToLower(lich.Thu(v.Ngay)) + ")"
	switch v.Trang {
	case han.QuaHan:
		out += fmt.Sprintf(" – ĐÃ QUA %d ngày", -v.Con)
	case han.HomNay:
		out += " – hôm nay"
	case han.Con, han.SapHet:
		out += fmt.Sprintf(" – còn %d ngày", v.Con)
	case han.DuocRoi:
		out += " – đã được"
	}
	return out
}

func writeTask(w io.Writer, v han.Viec) {
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(w, "  %s: %s\n", name, value)
		}
	}
	if v.Doi != "" {
		line("Lùi từ", v.Goc.String()+" vì là "+v.Doi)
	}
	if v.Xong != 0 && v.Xong != v.Ngay {
		line("Nên xong trước hết ngày", v.Xong.String())
	}
	line("Cách tính", v.Cach)
	line("Giả sử", strings.Join(v.GiaSu, "; "))
	if h := v.HoSo; h != nil {
		line("Hồ sơ", strings.TrimSpace(or(h.TruongHop, h.DichVu)+" "+h.Ten))
		line("Thủ tục", strings.Join(h.ThuTuc, ", "))
		line("Mẫu", services.GoiMaus(h.Mau, ", "))
		line("Phương án", strings.Join(h.PhuongAn, ", "))
		line("Giấy tờ", h.GiayTo)
		if !h.CoTheNop {
			line("Ai nộp", h.Say)
		}
	}
	for _, q := range v.QuaH {
		line("Nếu muộn", q.Say+" ("+q.CanCu+")")
	}
	for _, s := range v.ChuaR {
		line("Chưa rõ", s)
	}
	line("Lưu ý", v.Han.GhiChu)
	line("Căn cứ", v.Han.CanCu+", độ chắc "+sureWords[string(v.Han.Confidence)])
}

var sureWords = map[string]string{"high": "cao", "medium": "trung bình", "low": "thấp"}

// writeDues lists what the store knows of, a line each.
func writeDues(w io.Writer, d office.Dues) {
	rows := [][]string{}
	for _, x := range d.Viec {
		rows = append(rows, []string{x.Viec.Ngay.String(), office.StandOf(x.Viec), x.Ai, x.What(), x.Nguon})
	}
	table(w, rows)
	if len(d.Thieu) > 0 {
		fmt.Fprintln(w, "\nChưa tính được hạn:")
	}
	for _, u := range d.Thieu {
		fmt.Fprintf(w, "  %s (%s): %s\n", u.Ai, u.Nguon, u.Thieu)
	}
}

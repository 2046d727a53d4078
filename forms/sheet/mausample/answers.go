package main

import (
	"fmt"
	"strings"
)

// Answer is what the sample's accountant adds to a row of the draft: cells by
// tag, the row found by the person's number.
type Answer struct {
	Form  string            `json:"form"`
	Where map[string]string `json:"where"`
	Set   map[string]string `json:"set"`
}

// facility is where the invented newcomers register for treatment: a code of
// the list of facilities.
const facility = "79024"

// answers is what the workbooks do not say and somebody in the company knows.
func answers(expected []DeXuat) []Answer {
	var out []Answer
	contract := 0
	for _, d := range expected {
		set := map[string]string{}
		switch d.PhuongAn {
		case "GH":
			set["GhiChu"] = "Chấm dứt hợp đồng lao động từ ngày 01/11/2026 theo nguyện vọng"
			set["HinhThucNhan"] = "1"
		case "TS":
			set["GhiChu"] = "Nghỉ thai sản từ 03/11/2026 đến 02/05/2027"
		case "OF":
			set["GhiChu"] = "Nghỉ ốm dài ngày từ 02/11/2026 đến 30/11/2026"
		case "KL":
			set["GhiChu"] = "Nghỉ việc không hưởng lương từ 01/11/2026 đến 30/11/2026"
		case "TM", "TD", "TC":
			contract++
			set["LoaiHD"], set["HDSo"] = "1", fmt.Sprintf("%02d/2026/HĐLĐ", 40+contract)
			set["HDNgayKy"], set["HDTu"], set["HDDen"] = "30/10/2026", "01/11/2026", "31/10/2027"
			set["NoiKCB"], set["HinhThucNhan"] = facility, "1"
			for _, u := range d.Unknown {
				if u == "chucDanh" {
					set["ChucDanh"] = "Công nhân may"
				}
			}
		default:
			continue
		}
		out = append(out, Answer{"D02-LT", map[string]string{"SoCCCD": d.SoCCCD}, set})
		if d.PhuongAn == "TM" {
			out = append(out, Answer{"TK1-TS", map[string]string{"SoCCCD": d.SoCCCD}, map[string]string{
				"DanToc": people(d.HoTen), "QuocTich": "VN", "NoiKCB": facility, "HinhThucNhan": "1",
				"Email": fmt.Sprintf("nguoimoi%d@maybinhminh.invalid", contract),
			}})
		}
	}
	return out
}

// people is the code of the dân tộc that goes with an invented name.
func people(hoTen string) string {
	switch surname, _, _ := strings.Cut(hoTen, " "); surname {
	case "Vàng", "Giàng":
		return "08"
	case "H'", "Y":
		return "12"
	case "Thạch", "Sơn":
		return "05"
	case "Lò":
		return "03"
	}
	return "01"
}

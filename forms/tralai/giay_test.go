package tralai_test

import (
	"reflect"
	"strings"
	"testing"

	"ankhai/forms/tralai"
)

func TestPapersOfTheAgency(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		want tralai.Giay
	}{
		"tiến độ của giao thức": {
			`{"maGiaoDich":"0b6d2f6e-0000-4000-8000-000000000002","soHoSo":"00012/2026/07906","trangThai":203,"ngayHenTra":null,"buoc":[{"maKetQua":"E-TRA-01"}],"lyDo":[{"ma":"E-BIZ-TRA-01","tep":"D02-TS-595.xml","cho":"dòng 2","thongBao":"đang đóng nơi khác","mucDo":"Lỗi"},{"ma":"E","thongBao":"chỉ nhắc","mucDo":"Nhắc"}]}`,
			tralai.Giay{SoHoSo: "00012/2026/07906", MaGiaoDich: "0b6d2f6e-0000-4000-8000-000000000002", KetLuan: tralai.BiTraLai, Chac: true,
				LyDo: []tralai.LyDo{{Ma: "E-BIZ-TRA-01", Tep: "D02-TS-595.xml", Cho: "dòng 2", Loi: "đang đóng nơi khác"}}},
		},
		"tra cứu của cổng": {
			`{"info":{"Tthoso":{"Sohoso":"00012/2026/07906","Tenthutuc":"600","Ngayhentra":"27/11/2026"}}}`,
			tralai.Giay{SoHoSo: "00012/2026/07906", NgayHen: 20261127},
		},
		"thông báo bằng chữ": {
			"\ufeffThông báo trả lại hồ sơ\r\nSố hồ sơ: 00012/2026/07906\r\nMã đơn vị: YN0001A\r\nThủ tục: 600, kỳ 11/2026\r\nKỳ kê khai: 11/2026\r\nLý do: Dòng 2 sai số CCCD\r\nLý do: Thiếu hợp đồng\r\n  của dòng 3\r\n\r\nNơi nhận: đơn vị\r\n",
			tralai.Giay{SoHoSo: "00012/2026/07906", MaDonVi: "YN0001A", ThuTuc: "600", Ky: 202611, KetLuan: tralai.BiTraLai,
				LyDo: []tralai.LyDo{{Loi: "Dòng 2 sai số CCCD"}, {Loi: "Thiếu hợp đồng\ncủa dòng 3"}}},
		},
		"giấy hẹn": {
			"GIẤY HẸN TRẢ KẾT QUẢ\nĐã nhận của đơn vị, số hồ sơ 00012/2026/07906.\nMã số thuế: 0100109106\nNgày hẹn trả kết quả: 27/11/2026",
			tralai.Giay{SoHoSo: "00012/2026/07906", MaSoThue: "0100109106", NgayHen: 20261127, KetLuan: tralai.DaNhan},
		},
		"tệp XML": {
			`<?xml version="1.0"?><KetQua><SoHoSo>00012/2026/07906</SoHoSo><MaSoThue>0100109106</MaSoThue><KyKeKhai>11/2026</KyKeKhai><NoiDung>Thông báo kết quả</NoiDung></KetQua>`,
			tralai.Giay{SoHoSo: "00012/2026/07906", MaSoThue: "0100109106", Ky: 202611, KetLuan: tralai.CoKetQua},
		},
		"hai số hồ sơ":         {"Số 00012/2026/07906 và 00013/2026/07906", tralai.Giay{NhieuSo: []string{"00012/2026/07906", "00013/2026/07906"}}},
		"hai lời trái nhau":    {"Giấy hẹn. Trả lại hồ sơ.", tralai.Giay{}},
		"không nói gì":         {"Kính gửi đơn vị", tralai.Giay{}},
		"XML có DOCTYPE":       {`<!DOCTYPE a><a><SoHoSo>00012/2026/07906</SoHoSo></a>`, tralai.Giay{SoHoSo: "00012/2026/07906"}},
		"hai trường khác nhau": {`[{"maSoThue":"0100109106"},{"maSoThue":"0100109107"}]`, tralai.Giay{}},
	} {
		if got := tralai.DocGiay([]byte(c.in)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, c.want)
		}
	}
}

func FuzzPaper(f *testing.F) {
	for _, s := range []string{`{"a":[{"thongBao":"x"}]}`, "<a><b>1</b></a>", "Số hồ sơ: 00012/2026/07906", strings.Repeat("<a>", 100)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		g := tralai.DocGiay(data)
		if g.SoHoSo != "" && len(g.SoHoSo) != 16 {
			t.Errorf("số hồ sơ %q", g.SoHoSo)
		}
		if g.KetLuan != tralai.BiTraLai && g.Chac && len(g.LyDo) > 0 && g.KetLuan == tralai.ChuaRo {
			t.Errorf("%+v", g)
		}
	})
}

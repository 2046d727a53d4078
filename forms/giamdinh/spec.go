package giamdinh

import (
	"fmt"
	"strconv"
	"strings"
)

// Spec writes the tables, their fields and the checks as Markdown in Vietnamese:
// the sheet that an expert reads and signs off. Equal declarations give equal texts.
func Spec() string {
	var b strings.Builder
	b.WriteString("# Gói " + Ten + "\n\nHồ sơ giám định bảo hiểm y tế: bìa `" + Ten + "`, mỗi hồ sơ một đợt điều trị, mỗi bảng một tệp XML trong base64; chữ ký ở `" + SignPath + "`.\n")
	b.WriteString("\nBìa và các trường của XML0, XML7 theo tệp đang dùng. Trường, kích thước và công thức của các bảng khác theo văn bản công khai của " + cu130 + ".\n")
	b.WriteString("\nBảng có độ tin thấp thì dạng của trường và tên phần tử chỉ nhắc, không chặn.\n")
	b.WriteString("\n## Các bảng\n\n| Bảng | Tên | Gốc | Danh sách | Dòng | Trong gói | Độ tin | Ghi chú |\n|" + strings.Repeat(" --- |", 8) + "\n")
	for _, x := range bangs {
		row(&b, x.Ma, x.Ten, code(x.Goc), code(x.DS), code(x.Dong), map[bool]string{true: "có", false: "không"}[x.Goi], string(x.Tin), x.GhiChu)
	}
	for _, x := range bangs {
		if len(x.Truong) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n### %s: %s\n\n| Trường | Nội dung | Kiểu | Tối đa | Cần | Mã |\n|%s\n", x.Ma, x.Ten, strings.Repeat(" --- |", 6))
		for _, f := range x.Truong {
			dai := ""
			if f.Dai > 0 {
				dai = strconv.Itoa(f.Dai)
			}
			row(&b, code(f.Ten), f.Nhan, kieuNames[f.Kieu], dai, map[Can]string{PhaiCo: "phải có", NenCo: "nên có"}[f.Can], strings.Join(f.Ma, ", "))
		}
	}
	b.WriteString("\n## Kiểm tra\n\n| Mã | Mức | Kiểm tra | Ở | Căn cứ | Độ tin |\n|" + strings.Repeat(" --- |", 6) + "\n")
	for _, l := range luats {
		row(&b, l.ma, string(l.muc), l.ve, l.bang, l.cu, string(l.tin))
	}
	return b.String()
}

var kieuNames = map[Kieu]string{
	Chuoi: "chữ", So: "số nguyên", Tien: "tiền (2 chữ số lẻ)", Luong: "số lượng, đơn giá (3 chữ số lẻ)", TyLe: "tỷ lệ 0–100",
	Ngay: "yyyyMMdd", Gio: "yyyyMMddHHmm", NgayGio: "yyyyMMdd hoặc yyyyMMddHHmm", Sinh: "yyyyMMddHHmm, 0000 khi chưa biết",
	CacNgay: "yyyyMMdd, nhiều giá trị", The: "mã thẻ BHYT, nhiều giá trị", CSKCB: "mã cơ sở", CacCSKCB: "mã cơ sở, nhiều giá trị",
	Hai: "2 chữ số", Ma: "mã đã biết", MaCung: "mã (danh sách đóng)",
}

func row(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func code(s string) string {
	if s == "" {
		return ""
	}
	return "`" + s + "`"
}

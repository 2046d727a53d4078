package mau

import (
	"strconv"
	"strings"
)

// mauC12 are the rows of the template with what stands in them: a code, the number
// that the template prints (its 1.1 and 1.2 below «Quỹ lương» are a slip), the words,
// and how the cells come about.
const mauC12 = `A|A|Kỳ trước mang sang|
A.1|1|Số lao động|nguoi
A.2|2|Phải đóng|truoc
A.2.1|2.1|Thừa|thuaTruoc
A.2.2|2.2|Thiếu, trong đó:|truoc
A.2.2.1|2.2.1|Số tiền chưa đến hạn xử lý|truoc
A.2.2.2|2.2.2|Số tiền chậm đóng|khong
A.2.2.3|2.2.3|Số tiền trốn đóng|khong
A.3|3|Số tiền xử lý hành vi chậm đóng, trốn đóng|khong
A.3.1|3.1|Chậm đóng|khong
A.3.2|3.2|Trốn đóng|khong
A.4|4|Số ngày chậm đóng, trốn đóng|ngay
A.4.1|4.1|Chậm đóng|ngay
A.4.2|4.2|Trốn đóng|ngay
B|B|Phát sinh trong kỳ|
B.1|1|Số lao động|hai
B.1.1|1.1|Tăng|ba
B.1.2|1.2|Giảm|mot
B.2|2|Quỹ lương|quyThem
B.2.1|1.1|Tăng|quyTang
B.2.2|1.2|Giảm|quyGiam
B.3|3|Phải đóng|phatSinh
B.3.1|3.1|Tăng|tang
B.3.1.1|3.1.1|Tăng trong kỳ|tang
B.3.1.2|3.1.2|Tăng trong kỳ xử lý chậm đóng|khong
B.3.1.2.1|3.1.2.1|Số tiền chậm đóng|khong
B.3.1.2.2|3.1.2.2|Số tiền xử lý hành vi chậm đóng|khong
B.3.2|3.2|Giảm|giam
B.4|4|Điều chỉnh kỳ trước|trieu
B.4.1|4.1|Điều chỉnh tăng kỳ trước|haiTrieu
B.4.1.1|4.1.1|Truy thu không xử lý chậm đóng, trốn đóng|haiTrieu
B.4.1.2|4.1.2|Truy thu xử lý chậm đóng, trốn đóng|khong
B.4.1.2.1|4.1.2.1|Chậm đóng|khong
B.4.1.2.2|4.1.2.2|Trốn đóng|khong
B.4.1.3|4.1.3|Số tiền xử lý hành vi truy thu chậm đóng, trốn đóng|khong
B.4.1.3.1|4.1.3.1|Chậm đóng|khong
B.4.1.3.2|4.1.3.2|Trốn đóng|khong
B.4.2|4.2|Điều chỉnh giảm kỳ trước|trieu
B.5|5|Số tiền xử lý hành vi chậm đóng, trốn đóng|khong
B.5.1|5.1|Chậm đóng|khong
B.5.2|5.2|Trốn đóng|khong
C|C|Số tiền đã nộp trong kỳ|nop
C.1|1|+ UNC số 001, ngày 05/11/2026|nuaNop
C.2|2|+ UNC số 002, ngày 15/11/2026|nuaNop
D|D|Phân bổ tiền đóng|truoc
D.1|1|Phải đóng|truoc
D.2|2|Số tiền xử lý hành vi chậm đóng, trốn đóng|khong
D.2.1|2.1|Chậm đóng|khong
D.2.2|2.2|Trốn đóng|khong
Đ|Đ|Chuyển kỳ sau|
Đ.1|1|Số lao động|nguoiSau
Đ.2|2|Phải đóng|sau
Đ.2.1|2.1|Thừa|thuaSau
Đ.2.2|2.2|Thiếu, trong đó:|sau
Đ.2.2.1|2.2.1|Số tiền chưa đến hạn xử lý|sau
Đ.2.2.2|2.2.2|Số tiền chậm đóng|khong
Đ.2.2.3|2.2.3|Số tiền trốn đóng|khong
Đ.3|3|Số tiền xử lý hành vi chậm đóng, trốn đóng|khong
Đ.3.1|3.1|Hành vi chậm đóng|khong
Đ.3.2|3.2|Hành vi trốn đóng|khong
Đ.4|4|Số ngày chậm đóng, trốn đóng|ngay
Đ.4.1|4.1|Chậm đóng|ngay
Đ.4.2|4.2|Trốn đóng|ngay`

// dongC12 are the rows of a statement for n people.
func dongC12(n int64) (out []dongMot) {
	goc := base(n)
	// pay that contributions are reckoned on
	tien := map[string]int64{"truoc": goc, "khong": 0, "phatSinh": goc + 21*trieu, "tang": goc + 30*trieu, "giam": 9 * trieu, "trieu": trieu, "haiTrieu": 2 * trieu, "sau": goc + 22*trieu}
	// the same in every fund and nothing in the last column: people, pay, days
	deu := map[string]int64{"nguoi": n, "nguoiSau": n + 2, "hai": 2, "ba": 3, "mot": 1, "ngay": 0, "quyThem": 21 * trieu, "quyTang": 30 * trieu, "quyGiam": 9 * trieu}
	// the last column alone
	nop := goc*320/nghin + 2*trieu
	mot := map[string]int64{"thuaTruoc": trieu, "thuaSau": 3 * trieu, "nop": nop, "nuaNop": nop / 2}
	for line := range strings.Lines(mauC12) {
		f := strings.Split(strings.TrimSpace(line), "|")
		d := dongMot{ma: f[0], stt: f[1], ten: f[2]}
		sum := int64(0)
		for q, rate := range permille {
			if b, is := tien[f[3]]; is {
				x := b * rate / nghin
				d.o[q], d.tong, sum = digits(x), true, sum+x
			} else if x, is := deu[f[3]]; is {
				d.o[q] = digits(x)
			}
		}
		if d.tong {
			d.o[5] = digits(sum)
		}
		if x, is := mot[f[3]]; is {
			d.o[5] = digits(x)
		}
		out = append(out, d)
	}
	return out
}

func digits(n int64) string { return strconv.FormatInt(n, 10) }

package c12ts

import (
	"strconv"
	"strings"
)

// dong is a fixed row of the statement.
type dong struct {
	ma   string // section and number: "B.3.1.2.1"
	stt  string // what the template prints in the first column
	ten  string
	cheo gach // cells that the template strikes through
}

// gach says which cells of a row are struck through.
type gach uint8

const (
	khongGach gach = iota
	gachCong       // column 6
	gachQuy        // columns 1 to 5
)

// cacDong are the rows in their order, with the spelling of the template, whose
// numbers 1.1 and 1.2 below «Quỹ lương» are a slip for 2.1 and 2.2. The
// payments (C.1, C.2 …) come behind C.
var cacDong = []dong{
	{"A", "A", "Kỳ trước mang sang", khongGach},
	{"A.1", "1", "Số lao động", gachCong},
	{"A.2", "2", "Phải đóng", khongGach},
	{"A.2.1", "2.1", "Thừa", gachQuy},
	{"A.2.2", "2.2", "Thiếu, trong đó:", khongGach},
	{"A.2.2.1", "2.2.1", "Số tiền chưa đến hạn xử lý", khongGach},
	{"A.2.2.2", "2.2.2", "Số tiền chậm đóng", khongGach},
	{"A.2.2.3", "2.2.3", "Số tiền trốn đóng", khongGach},
	{"A.3", "3", "Số tiền xử lý hành vi chậm đóng, trốn đóng", khongGach},
	{"A.3.1", "3.1", "Chậm đóng", khongGach},
	{"A.3.2", "3.2", "Trốn đóng", khongGach},
	{"A.4", "4", "Số ngày chậm đóng, trốn đóng", khongGach},
	{"A.4.1", "4.1", "Chậm đóng", khongGach},
	{"A.4.2", "4.2", "Trốn đóng", khongGach},
	{"B", "B", "Phát sinh trong kỳ", khongGach},
	{"B.1", "1", "Số lao động", gachCong},
	{"B.1.1", "1.1", "Tăng", gachCong},
	{"B.1.2", "1.2", "Giảm", gachCong},
	{"B.2", "2", "Quỹ lương", gachCong},
	{"B.2.1", "1.1", "Tăng", gachCong},
	{"B.2.2", "1.2", "Giảm", gachCong},
	{"B.3", "3", "Phải đóng", khongGach},
	{"B.3.1", "3.1", "Tăng", khongGach},
	{"B.3.1.1", "3.1.1", "Tăng trong kỳ", khongGach},
	{"B.3.1.2", "3.1.2", "Tăng trong kỳ xử lý chậm đóng", khongGach},
	{"B.3.1.2.1", "3.1.2.1", "Số tiền chậm đóng", khongGach},
	{"B.3.1.2.2", "3.1.2.2", "Số tiền xử lý hành vi chậm đóng", khongGach},
	{"B.3.2", "3.2", "Giảm", khongGach},
	{"B.4", "4", "Điều chỉnh kỳ trước", khongGach},
	{"B.4.1", "4.1", "Điều chỉnh tăng kỳ trước", khongGach},
	{"B.4.1.1", "4.1.1", "Truy thu không xử lý chậm đóng, trốn đóng", khongGach},
	{"B.4.1.2", "4.1.2", "Truy thu xử lý chậm đóng, trốn đóng", khongGach},
	{"B.4.1.2.1", "4.1.2.1", "Chậm đóng", khongGach},
	{"B.4.1.2.2", "4.1.2.2", "Trốn đóng", khongGach},
	{"B.4.1.3", "4.1.3", "Số tiền xử lý hành vi truy thu chậm đóng, trốn đóng", khongGach},
	{"B.4.1.3.1", "4.1.3.1", "Chậm đóng", khongGach},
	{"B.4.1.3.2", "4.1.3.2", "Trốn đóng", khongGach},
	{"B.4.2", "4.2", "Điều chỉnh giảm kỳ trước", khongGach},
	{"B.5", "5", "Số tiền xử lý hành vi chậm đóng, trốn đóng", khongGach},
	{"B.5.1", "5.1", "Chậm đóng", khongGach},
	{"B.5.2", "5.2", "Trốn đóng", khongGach},
	{"C", "C", "Số tiền đã nộp trong kỳ", gachQuy},
	{"D", "D", "Phân bổ tiền đóng", khongGach},
	{"D.1", "1", "Phải đóng", khongGach},
	{"D.2", "2", "Số tiền xử lý hành vi chậm đóng, trốn đóng", khongGach},
	{"D.2.1", "2.1", "Chậm đóng", khongGach},
	{"D.2.2", "2.2", "Trốn đóng", khongGach},
	{"Đ", "Đ", "Chuyển kỳ sau", khongGach},
	{"Đ.1", "1", "Số lao động", gachCong},
	{"Đ.2", "2", "Phải đóng", khongGach},
	{"Đ.2.1", "2.1", "Thừa", gachQuy},
	{"Đ.2.2", "2.2", "Thiếu, trong đó:", khongGach},
	{"Đ.2.2.1", "2.2.1", "Số tiền chưa đến hạn xử lý", khongGach},
	{"Đ.2.2.2", "2.2.2", "Số tiền chậm đóng", khongGach},
	{"Đ.2.2.3", "2.2.3", "Số tiền trốn đóng", khongGach},
	{"Đ.3", "3", "Số tiền xử lý hành vi chậm đóng, trốn đóng", khongGach},
	{"Đ.3.1", "3.1", "Hành vi chậm đóng", khongGach},
	{"Đ.3.2", "3.2", "Hành vi trốn đóng", khongGach},
	{"Đ.4", "4", "Số ngày chậm đóng, trốn đóng", khongGach},
	{"Đ.4.1", "4.1", "Chậm đóng", khongGach},
	{"Đ.4.2", "4.2", "Trốn đóng", khongGach},
}

var theoMa = func() map[string]dong {
	out := make(map[string]dong, len(cacDong))
	for _, d := range cacDong {
		out[d.ma] = d
	}
	return out
}()

// dongCua finds a row by its code; a payment is "C." and a number.
func dongCua(ma string) (dong, bool) {
	if d, ok := theoMa[ma]; ok {
		return d, true
	}
	if so, ok := laNop(ma); ok {
		return dong{ma, so, "UNC", gachQuy}, true
	}
	return dong{}, false
}

// laNop reports whether a code is that of a payment, and its number.
func laNop(ma string) (so string, ok bool) {
	so, ok = strings.CutPrefix(ma, "C.")
	n, err := strconv.Atoi(so)
	return so, ok && err == nil && n >= 1 && strconv.Itoa(n) == so
}

// chiTieu is the list of the rows' codes.
type chiTieu struct{}

func (chiTieu) Name() string { return "Chỉ tiêu C12-TS" }

func (chiTieu) Has(ma string) bool { _, ok := dongCua(ma); return ok }

func (chiTieu) Label(ma string) string { d, _ := dongCua(ma); return d.ten }

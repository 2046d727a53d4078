package c12

import "ankhai/forms/form"

// VanDe is something about a file that somebody should look at: a Lỗi left a cell
// out, a Nhắc tells what was done.
type VanDe struct {
	Noi    string     `json:"noi"` // "C12!E17", "trang 1, dòng 2.1"; "" for the file
	GiaTri string     `json:"giaTri"`
	Ma     string     `json:"ma"`
	Cap    form.Level `json:"muc"`
	Say    string     `json:"noiDung"`
}

// The codes are public and never get another meaning.
const (
	maKhongBang  = "C12-DOC-01" // no table was found
	maSo         = "C12-DOC-02" // a cell that is no number
	maKhongRoCot = "C12-DOC-03" // numbers of which nobody can tell the columns
	maDongLa     = "C12-DOC-04" // a row that the layout does not have
	maHaiLan     = "C12-DOC-05" // a row twice
	maThang      = "C12-DOC-06" // the month is not said
	maThieuDong  = "C12-DOC-07" // rows that are not there
	maKhongSTT   = "C12-DOC-08" // amounts without a row's number
	maNgay       = "C12-DOC-09" // a day that is none
)
